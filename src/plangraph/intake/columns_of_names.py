"""Columns of names and judgements: tiers, offices, grades and directions."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from plangraph.intake.code_and_name import begins_with_code
from plangraph.intake.heading_years import quarter_in, year_judged
from plangraph.intake.table_so_far import LONG_TEXT, MOST_GRADES, marked
from plangraph.intake.values import figure
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.intake.finding import Heading
    from plangraph.intake.heading_words import Meaning
    from plangraph.intake.table_so_far import Guess, TableSoFar

CODE_AND_NAME = Words("。セルはコードと名称", "; cells hold code and name")
CROSSING = Words("。その一つに属することを示す印の列", "; a column of marks for what is part of one of them")
LETTER = re.compile(r"[A-Z]|[1-5]|[IVX]{1,3}")
"""What stands over one of several columns in which a mark tells the grade."""


def name_of_tier(table: TableSoFar, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess:
    """Guess whether a column under the word of a tier holds names, codes, both or a direction."""
    if meaning.part == "text":
        return {"field": "note"}, None
    if meaning.tier.endswith("方向性") and texts and all(map(table.vocabulary.course, texts)):
        return {"field": "direction"}, Words("。セルは拡充、継続など", "; the cells are directions")
    own = meaning.tier == table.own
    if not own and len(heading.parts) > 1 and texts and marked(texts):
        return {"field": "also", "tier": meaning.tier, "value": heading.parts[-1]}, CROSSING
    part = meaning.part
    why: Words | None = None
    if not part:
        both = sum(begins_with_code(text, meaning.tier) for text in texts)
        codes = sum(
            bool(re.fullmatch(r"[0-9A-Z]+([-.][0-9]+)*", unicodedata.normalize("NFKC", text))) for text in texts
        )
        if texts and codes > len(texts) * 0.9:
            part = "code"
        elif both > len(texts) * 0.6:
            why = CODE_AND_NAME
        else:
            part = "name"
    if own:
        told = {"field": "code"} if part == "code" else {"field": "label", "part": part}
        return told, why
    return {"field": "above", "tier": meaning.tier, "part": part}, why


def offices(meaning: Meaning, texts: list[str]) -> Guess:
    """Guess what stands between the offices that one cell names."""
    if texts and not any(re.search(r"[^\W\d_]", text) for text in texts):
        return {"field": "note"}, Words("。ただしセルは組織の名称でない", "; but the cells name no offices")
    marks = "".join(mark for mark in "、，；;／/,|" if any(mark in text for text in texts))
    if any(re.search("[課部室局][・･]", text) for text in texts):
        marks += "・"
    return {"field": "office", "level": meaning.level, "separators": marks}, None


def judged(table: TableSoFar, heading: Heading, meaning: Meaning, texts: list[str]) -> Guess:
    """Guess whether a column holds grades or directions, marks for one of them, or words about them."""
    if value := _marked_choice(table, heading, meaning, texts):
        said = Words("。段階ごとの印の列", "; a column of marks for one of several")
        told = {"field": meaning.field, "value": value, "fiscal_year": year_judged(heading, table.year)}
        return told | {"quarter": quarter_in(heading)}, said
    distinct = set(texts)
    numbers = [figure(text) for text in distinct]
    if meaning.field == "grade" and any(number and len(number.value) > 2 for number in numbers):  # noqa: PLR2004
        return {"field": "none"}, Words("。ただしセルは率などの数", "; but the cells are numbers, such as rates")
    year = year_judged(heading, table.year)
    if len(distinct) > MOST_GRADES or sum(len(text) > LONG_TEXT / 2 for text in distinct) > len(distinct) / 2:
        return {"field": "evaluation_note", "fiscal_year": year}, Words("。ただしセルは文", "; but the cells are words")
    return {"field": meaning.field, "fiscal_year": year, "quarter": quarter_in(heading)}, None


def _marked_choice(table: TableSoFar, heading: Heading, meaning: Meaning, texts: list[str]) -> str:
    """Return the grade or direction that a mark in the column means: its heading, under one of them all."""
    if len(heading.parts) < 2 or not marked(texts):  # noqa: PLR2004 - the group and the choice
        return ""
    known = table.vocabulary.standing if meaning.field == "grade" else table.vocabulary.course
    choice = heading.parts[-1]
    letter = LETTER.fullmatch(unicodedata.normalize("NFKC", choice))
    return choice if known(choice) or letter else ""
