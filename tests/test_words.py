"""English words agree with the numbers beside them, Japanese quotation marks with those around them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plangraph.english import several, standing
from plangraph.store.written_figures import with_unit
from plangraph.words import Count, Words, coded_name, nested_quotes

CASES = json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))
"""What the explorer is held to, too."""


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 rows are"), (1, "1 row is"), (2, "2 rows are"), (1200, "1,200 rows are")]
)
def test_words_agree_with_their_number(number: int, told: str) -> None:
    rows = Count(number)

    assert f"{rows:,} {rows:row is|rows are}" == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("「自治会支援アプリ」導入数", "「『自治会支援アプリ』導入数」はあります"),
        ("『白書』の「序」", "「『白書』の『序』」はあります"),
        ("「」", "「『』」はあります"),
        ("「", "「「」はあります"),
    ],
)
def test_quotation_marks_within_others_are_those_for_that(name: str, told: str) -> None:
    assert Words(f"「{name}」はあります", "").ja == told
    assert Words("", "").then(Words(f"「{name}」", "")).then(Words("はあります", "")).ja == told


@pytest.mark.parametrize(("figure", "unit", "told"), CASES["with_unit"])
def test_a_unit_stands_at_its_figure_as_a_sign_and_in_japanese(figure: str, unit: str, told: str) -> None:
    assert with_unit(figure, unit) == told


@pytest.mark.parametrize(("one", "many"), CASES["several"])
def test_a_word_of_several_is_english_where_the_word_is(one: str, many: str) -> None:
    assert several(one) == many


@pytest.mark.parametrize(("text", "word", "place"), CASES["standing"])
def test_a_word_by_itself_stands_before_several_of_it_and_beginnings(text: str, word: str, place: int) -> None:
    assert standing(text, word) == place


@pytest.mark.parametrize(("code", "label", "told"), CASES["coded"])
def test_a_code_stands_before_a_label_that_does_not_say_it(code: str, label: str, told: str) -> None:
    assert coded_name(code, label) == told


@pytest.mark.parametrize(("text", "told"), CASES["quoted"])
def test_quotation_marks_alternate_where_all_are_closed(text: str, told: str) -> None:
    assert nested_quotes(text) == told
