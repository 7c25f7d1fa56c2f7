"""Sheets imported as the draft of their mapping says, and what came of them in short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.intake.carrying import Carrying
from plangraph.intake.draft import Named, draft
from plangraph.intake.heading_words import Vocabulary
from plangraph.intake.mapping import Mapping
from plangraph.intake.spellings import Spellings
from plangraph.sheets import read_sheets

if TYPE_CHECKING:
    from pathlib import Path

WORDS = Vocabulary.load()


def carried(path: Path, confirmed: dict[tuple[str, str], tuple[str, bool]] | None = None) -> tuple[Any, Carrying]:
    """Import a file as the draft of its mapping says."""
    sheets = read_sheets(path)
    carrying = Carrying(Mapping.model_validate(draft(sheets, WORDS, Named("minato"))), WORDS, Spellings(confirmed))
    return carrying.carry(sheets).tables, carrying


def elements(tables: Any) -> list[str]:
    """Return each element as ``code name < parent @ offices``."""
    return [
        " ".join(
            filter(
                None,
                (
                    row["code"],
                    row.get("label_ja") or row.get("label_en"),
                    f"< {row['parent']}" if "parent" in row else "",
                    f"@ {row['responsible']}" if "responsible" in row else "",
                ),
            )
        )
        for row in tables["elements"]
    ]


def figures(tables: Any) -> list[str]:
    """Return each figure as ``about kind year value unit``."""
    return [
        " ".join(
            filter(
                None,
                (
                    row.get(k)
                    for k in ("about", "kind", "fiscal_year", "date", "comparator", "value", "unit", "note_ja")
                ),
            )
        )
        for row in tables["observations"]
    ]


def evaluations(tables: Any) -> list[str]:
    return [
        " ".join(row[k] for k in ("element", "grade", "direction", "note_ja") if k in row)
        for row in tables["evaluations"]
    ]
