"""A number in a table of text that may be read in two ways is refused, where the city's language makes it doubtful."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.small_city import write_city

from plangraph import ontology
from plangraph.dataset_files.writing import convert
from plangraph.tables.city import read_city

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.errors import Problem


def city(folder: Path, value: str, language: str) -> Path:
    write_city(folder)
    file = folder / "plan.toml"
    file.write_text(file.read_text("utf-8").replace("[city]", f'[city]\nlanguage = "{language}"', 1), "utf-8")
    (folder / "observations.csv").write_text(
        f'about,kind,fiscal_year,value,unit,source\nplace:minato,Area,2025,"{value}",km2,sheets\n', "utf-8"
    )
    return folder


def told(folder: Path) -> list[Problem]:
    problems: list[Problem] = []
    read_city(folder, ontology.load(), frozenset(), problems)
    return [problem for problem in problems if problem.column == "value"]


@pytest.mark.parametrize(("value", "language"), [("1.250", "de"), ("1,250", "fr"), ("34.512", "pt")])
def test_a_number_that_may_be_thousands_or_a_fraction_is_refused(value: str, language: str, tmp_path: Path) -> None:
    problems = told(city(tmp_path / "a", value, language))
    assert ["write 1250 for 1.250" in problem.message.en for problem in problems] == [True]


@pytest.mark.parametrize(
    ("value", "language"), [("1250", "de"), ("1.2500", "de"), ("0.125", "de"), ("1.250", "ja"), ("1,250", "en")]
)
def test_a_number_that_is_certain_is_read(value: str, language: str, tmp_path: Path) -> None:
    assert told(city(tmp_path / "a", value, language)) == []


def test_a_fraction_in_a_workbook_stays_certain_in_a_folder(tmp_path: Path) -> None:
    folder = city(tmp_path / "a", "12.3450", "de")
    convert(folder, tmp_path / "a.xlsx")
    convert(tmp_path / "a.xlsx", tmp_path / "b")

    assert "12.3450" in (tmp_path / "b" / "observations.csv").read_text("utf-8")
    assert told(tmp_path / "b") == []
