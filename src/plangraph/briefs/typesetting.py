"""Briefs as PDF, set by Typst: the brief goes to the template as data, and none of it is read as a program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.errors import needing
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.briefs.brief import Brief, Section

TEMPLATE = Path(__file__).with_name("brief.typ")


def to_pdf(brief: Brief) -> bytes:
    """Write a brief as PDF, A4 upright, with the fonts of the system.

    Raises
    ------
    MissingExtra
        If typst is not installed.
    """
    with needing("report", Words("PDF", "PDF")):
        import typst
    content = {
        "lang": brief.lang,
        "title": brief.title,
        "facts": brief.facts,
        "sections": [_data(section) for section in brief.sections],
        "note": brief.note,
        "about": brief.about,
    }
    pdf = typst.compile(TEMPLATE, sys_inputs={"brief": json.dumps(content, ensure_ascii=False)})
    assert isinstance(pdf, bytes)  # noqa: S101 - for the type checker: one document, and no file
    return pdf


def _data(section: Section) -> dict[str, Any]:
    columns = [
        {"title": column.title, "right": column.right, "share": share}
        for column, share in zip(section.columns, section.shares(), strict=True)
    ]
    return {
        "title": section.title,
        "asked": section.asked,
        "pictures": [{"svg": picture.svg, "text": picture.text} for picture in section.pictures],
        "columns": columns,
        "rows": section.rows,
        "remarks": section.remarks,
    }
