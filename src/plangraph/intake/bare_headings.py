"""A heading without what it says besides its name: brackets, years, numbering, units, the same in English."""

from __future__ import annotations

import re

from plangraph.fiscal_years import without_years
from plangraph.intake.values import plain

BRACKETS = re.compile(r"[(\[{「『【〔<][^()\[\]{}「」『』【】〔〕<>]*[)\]}」』】〕>]")
GLOSS = re.compile(r"(.*[^\x00-\u024f].*?)[\s/／(（]+[A-Za-z][A-Za-z0-9 .,'&()/（）-]*", re.DOTALL)
SNAKE_END = re.compile(r"(?:_(?:ja|jp|jpn|en|eng|english|jpy|yen|usd|eur|gbp))+$", re.IGNORECASE)
"""How headings of a data base end that say in which language or currency a column is."""
CIRCLED = re.compile(
    r"^[①-⑳❶-❿㊀-㊉0-9０-９ア-オⅠ-Ⅹ][.．)）、:：]?[ \u3000]*(?=[^0-9０-９\s])|^[(（][0-9０-９ア-オ][)）]"
)
NAMED_BY_LETTER = re.compile(r"(?<=[^\x00-\u024f])(?:[a-z①-⑳ア-オ]|[a-zア-オ][-+/÷=][a-zア-オ])$")
"""The letter by which others speak of a column: 当初予算額A, 増減A-B."""


def bare_heading(heading: str) -> str:
    """Return a heading without what it says besides its name: brackets, years, numbering, units."""
    text = plain(without_years(CIRCLED.sub("", without_snake(heading.strip()))))
    shorter = NAMED_BY_LETTER.sub("", BRACKETS.sub("", text))
    return (shorter or text.strip("()[]{}「」『』【】〔〕<>")).strip("・:_※/、,.") or text


def without_snake(heading: str) -> str:
    """Return a heading of a data base as words: ``policy_name_ja`` is policy name, ``budget_jpy`` budget."""
    return SNAKE_END.sub("", heading).replace("_", " ") if heading.isascii() and "_" in heading else heading


def without_gloss(heading: str) -> str:
    """Return a Japanese heading without the same in Latin letters behind it, as in ``事業名 Project``."""
    found = GLOSS.fullmatch(heading.strip())
    return found[1] if found else heading
