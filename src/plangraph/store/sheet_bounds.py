"""What a sheet of a workbook may be called and how wide its columns; the explorer's workbooks keep to the same."""

from __future__ import annotations

import re

WIDEST, NARROWEST = 64, 8
"""Between how many characters a column is wide where there is room."""
PADDING = 2
"""How many characters stay free beside what a column holds."""
LAST_NARROW = "\u00ff"
"""The last letter that takes one character of half width; those behind Latin-1 take two."""
LONGEST_TITLE = 31  # characters: Excel's limit
NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\]|^'|'$")
"""What Excel takes in no name of a sheet, an apostrophe at its ends among it."""
BRACKET = re.compile(r"\s*(?=[（(])")
"""Where what stands in brackets behind a title begins."""


def sheet_title(words: str) -> str:
    """Return what a sheet is called: without its brackets, or only its first words, where it is too long.

    >>> sheet_title("Money: by ward"), sheet_title("Budgets and settlements (in millions of yen)")
    ('Money  by ward', 'Budgets and settlements')
    """
    title = NOT_IN_TITLE.sub(" ", words if len(words) <= LONGEST_TITLE else BRACKET.split(words)[0])
    cut = title[: LONGEST_TITLE + 1]
    return (cut.rpartition(" ")[0].rstrip(" ,;") or title)[:LONGEST_TITLE] if len(title) > LONGEST_TITLE else title
