"""Briefs as files: a page, a document for Word, or PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.briefs.typesetting import to_pdf
from plangraph.briefs.word import to_docx
from plangraph.pages import render
from plangraph.store.readable import FIXED, RIGHT

if TYPE_CHECKING:
    from plangraph.briefs.brief import Brief


def to_html(brief: Brief) -> bytes:
    """Write a brief as one page that needs no network and no script."""
    return render("briefs/brief.html", brief=brief, lang=brief.lang, fixed=FIXED, right=RIGHT).encode()


FORMATS = {"docx": to_docx, "pdf": to_pdf, "html": to_html}
"""What writes a brief, by the ending of the file's name."""


def write(brief: Brief, form: str) -> bytes:
    """Write a brief in a format, a key of :data:`FORMATS`.

    Raises
    ------
    MissingExtra
        If what writes the format is not installed.
    """
    return FORMATS[form](brief)
