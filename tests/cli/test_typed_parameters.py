"""Parameters of questions as people type them: by what things are called, by codes, and sums with their units."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from plangraph.cli.options import AMOUNT

if TYPE_CHECKING:
    from tests.cli.running import Run


def test_none_is_a_number_too(run: Run) -> None:
    assert "years: 0\n" in run("query", "plans-ending", "--year", "2026", "--years", "0")[1]


def test_a_default_is_shown_as_a_person_types_it(run: Run) -> None:
    out = run("query", "assumed-links", "--help")[1]
    assert "pg:advances" in out
    assert "://" not in out.partition("Options:")[2]


@pytest.mark.parametrize("standing", ["pg:Behind", "Behind target", "目標を下回る", "下回る", "behind"])
def test_a_choice_is_given_by_what_it_is_called(run: Run, standing: str) -> None:
    code, out, _ = run("query", "projects-by-standing", "--standing", standing)

    assert code == 0
    assert "standing: Behind target;" in " ".join(out.split())


def test_rows_go_by_a_class_too(run: Run) -> None:
    code, out, _ = run("query", "budget-totals", "--by", "局", locale="ja_JP.UTF-8")

    assert code == 0
    assert "健康福祉局" in out


@pytest.mark.parametrize(
    ("office", "said"), [("総務企画局 都市政策部", "都市政策部"), ("都市政策部　企画調整課", "企画調整課")]
)
def test_an_office_is_named_with_the_one_above_it(run: Run, office: str, said: str) -> None:
    out = run("query", "projects-of-office", "--office", office, locale="ja_JP.UTF-8")[1]
    assert f"組織: {said}、" in out.replace("\n", "")


def test_a_ward_is_found_by_its_area_code_with_and_without_its_letter(run: Run) -> None:
    assert run("query", "ward-plan", "--ward", "14134") == run("query", "ward-plan", "--ward", "C14134")


@pytest.mark.parametrize(("typed", "said"), [("--ward", "This question has: --plan, --lang"), ("--pln", "--plan")])
def test_a_parameter_that_a_question_lacks_is_told_with_those_that_it_has(run: Run, typed: str, said: str) -> None:
    code, _, err = run("query", "strategy-challenges", typed, "1")

    assert code == 2
    assert said in err
    assert "--store" not in err


@pytest.mark.parametrize(
    ("typed", "digits"), [("1.5億円", "150000000.0"), ("１，０００", "1000"), ("0.5", "0.5"), ("90%", "90")]
)
def test_a_sum_is_taken_as_people_write_it(typed: str, digits: str) -> None:
    assert AMOUNT.convert(typed, None, None) == digits


def test_a_sum_is_said_in_groups_of_three_digits(run: Run) -> None:
    assert "budget at least: 1,000,000,000;" in " ".join(run("query", "projects", "--budgetfrom", "10億")[1].split())


def test_what_is_no_sum_is_refused_with_how_one_is_written() -> None:
    with pytest.raises(click.BadParameter, match="such as 1000000, 100万"):
        AMOUNT.convert("lots", None, None)
