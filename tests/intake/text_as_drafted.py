"""What is drafted from a text, and how a test writes it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.intake.from_text.text_draft import draft_from_text
from plangraph.intake.from_text.text_forms import TextForms
from plangraph.intake.from_text.text_pages import read_pages
from plangraph.intake.heading_words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from plangraph.intake.from_text.text_account import TextAccount

FORMS = TextForms.load(Vocabulary.load())


def drafted(
    path: Path, text: str, forms: TextForms = FORMS
) -> tuple[Mapping[str, Sequence[Mapping[str, str]]], TextAccount]:
    path.write_text(text, "utf-8")
    content, account = draft_from_text(read_pages(path, forms), forms)
    return content.tables, account


def shown(rows: Sequence[Mapping[str, str]], *columns: str) -> list[str]:
    return [" ".join(row.get(column, "") for column in columns).strip() for row in rows]
