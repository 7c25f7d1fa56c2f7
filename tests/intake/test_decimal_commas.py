"""Where a comma stands before the fraction of numbers: told by the column, the file, or else the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.intake.as_drafted import WORDS, carried, elements, figures

from plangraph.intake.carrying import Carrying
from plangraph.intake.draft import Named, draft
from plangraph.intake.mapping import Mapping
from plangraph.intake.spellings import Spellings
from plangraph.sheets import read_sheets

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = {
    "de": "Nr.;Maßnahme;Budget 2025 (EUR)",
    "fr": "N°;Mesure;Budget 2025 (EUR)",
    "es": "N°;Acción;Presupuesto 2025 (EUR)",
    "en": "Ref;Project;Budget 2025 (EUR)",
}


def sheet(folder: Path, language: str, *costs: str) -> Path:
    lines = [HEADINGS[language], *(f"11.{at}00;Park {at};{cost}" for at, cost in enumerate(costs, 1))]
    (folder / "a.csv").write_text("\n".join(lines), "utf-8")
    return folder / "a.csv"


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_a_point_parts_thousands_where_the_language_has_a_comma_before_fractions(language: str, tmp_path: Path) -> None:
    tables, carrying = carried(sheet(tmp_path, language, "1.250", "800"))

    assert figures(tables) == ["11.100 Budget 2025 1250 EUR", "11.200 Budget 2025 800 EUR"]
    assert elements(tables) == ["11.100 Park 1", "11.200 Park 2"]
    assert any("'1.250' is read as 1250" in said.en for said in carrying.account.made)


@pytest.mark.parametrize(("cost", "value"), [("1,250", "1.250"), ("7,4", "7.4"), ("2.500,75", "2500.75")])
def test_a_comma_stands_before_a_fraction_where_the_language_has_it_so(cost: str, value: str, tmp_path: Path) -> None:
    assert figures(carried(sheet(tmp_path, "de", cost))[0]) == [f"11.100 Budget 2025 {value} EUR"]


def test_a_column_with_a_point_before_a_fraction_is_read_so_in_any_language(tmp_path: Path) -> None:
    tables, carrying = carried(sheet(tmp_path, "de", "1.250", "38.5"))

    assert figures(tables) == ["11.100 Budget 2025 1.250 EUR", "11.200 Budget 2025 38.5 EUR"]
    assert not any("1.250" in said.en for said in carrying.account.made)


def test_a_number_that_may_be_thousands_in_an_english_sheet_is_told_of(tmp_path: Path) -> None:
    tables, carrying = carried(sheet(tmp_path, "en", "1.250"))

    assert figures(tables) == ["11.100 Budget 2025 1.250 EUR"]
    assert any("'1.250' is read as 1.250" in said.en for said in carrying.account.made)


def test_the_mapping_says_which_sign_stands_before_fractions(tmp_path: Path) -> None:
    sheets = read_sheets(sheet(tmp_path, "de", "1.250"))
    drafted = draft(sheets, WORDS, Named("minato"))
    drafted["dataset"]["decimal"] = "."
    carrying = Carrying(Mapping.model_validate(drafted), WORDS, Spellings())

    assert figures(carrying.carry(sheets).tables) == ["11.100 Budget 2025 1.250 EUR"]
    assert not any("1.250" in said.en for said in carrying.account.made)


def test_a_number_that_is_left_out_is_told_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Nr.;Maßnahme;Kosten 2025\n1;Park;7,4\n", "utf-8")
    assert [cell.text for cell in carried(tmp_path / "a.csv")[1].account.left] == ["7,4"]
