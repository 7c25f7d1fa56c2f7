"""Whether day or month comes first in 01/04/2026: told by the column, the mapping, or else the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.intake.as_drafted import WORDS

from plangraph.intake.carrying import Carrying
from plangraph.intake.draft import Named, draft
from plangraph.intake.mapping import Mapping
from plangraph.intake.spellings import Spellings
from plangraph.sheets import read_sheets

if TYPE_CHECKING:
    from pathlib import Path


def ends(folder: Path, currency: str, *dates: str, said: str = "") -> tuple[list[str], str]:
    """Carry actions with their deadlines; return the fiscal years (from April) in which they end, and what is told."""
    lines = ["Ref,Action,Deadline", *(f"A{at},Plant trees {at},{date}" for at, date in enumerate(dates, 1))]
    (folder / "a.csv").write_text("\n".join(lines), "utf-8")
    sheets = read_sheets(folder / "a.csv")
    drafted = draft(sheets, WORDS, Named("oakham"))
    drafted["dataset"] |= {"language": "en", "currency": currency, "dates": said, "year_begins": 4}
    carrying = Carrying(Mapping.model_validate(drafted), WORDS, Spellings())
    rows = carrying.carry(sheets).tables["elements"]
    return [row.get("end", "") for row in rows if row["label_en"].startswith("Plant")], " ".join(
        told.en for told in carrying.account.made
    )


@pytest.mark.parametrize(
    ("currency", "dates", "years"),
    [
        ("GBP", ("01/04/2026", "31/03/2027"), ["2026", "2026"]),
        ("USD", ("01/04/2026", "31/03/2027"), ["2026", "2026"]),
        ("GBP", ("01/04/2026", "03/31/2027"), ["2025", "2026"]),
    ],
)
def test_a_date_that_can_be_read_in_one_way_only_says_how_its_column_is_read(
    currency: str, dates: tuple[str, ...], years: list[str], tmp_path: Path
) -> None:
    found, told = ends(tmp_path, currency, *dates)

    assert found == years
    assert "01/04/2026" not in told


@pytest.mark.parametrize(("currency", "year", "first"), [("GBP", "2026", "day"), ("USD", "2025", "month")])
def test_else_it_is_read_as_usual_where_the_currency_is_used_and_told_of(
    currency: str, year: str, first: str, tmp_path: Path
) -> None:
    found, told = ends(tmp_path, currency, "01/04/2026")

    assert found == [year]
    assert f"'01/04/2026' is read with the {first} first" in told


def test_where_both_are_usual_it_is_left_out(tmp_path: Path) -> None:
    assert ends(tmp_path, "CAD", "01/04/2026")[0] == [""]


def test_the_mapping_says_which_comes_first(tmp_path: Path) -> None:
    found, told = ends(tmp_path, "GBP", "01/04/2026", said="month")

    assert found == ["2025"]
    assert "01/04/2026" not in told
