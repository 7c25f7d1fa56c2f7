"""Which columns of a list of indicators say something of the indicator, and not of the element that it stands for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from plangraph.intake.values import plain, text_of
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.finding import Block
    from plangraph.intake.heading_meanings import Meanings

    Column = dict[str, Any]

JUDGED = frozenset(("grade", "direction"))
OF_BOTH = frozenset(("office", "area"))
"""The fields of which an element has what all its indicators share."""
OF_ROW = JUDGED | {"office", "area", "note", "evaluation_note"}
"""The fields that say something of an indicator as well as of an element."""
DIFFERS = Words("。指標ごとに違うので、指標のもの", "; it differs from indicator to indicator: of the indicator")
OWN_ROWS = Words(
    "。何の指標かを示す列がないので、行は指標そのもの", "; nothing names what it is of: rows are indicators"
)
OF_INDICATOR = Words("。指標のコードとみる", "; taken to be the code of the indicator")
JUDGES = Words("。その行の指標についての評価", "; it is of the indicator in its row")


def take_codes(columns: Sequence[Column], meanings: Meanings, lang: str) -> None:
    """Read "Measure ref" beside "Performance measure" as the code of the indicator, not of the tier Measure."""
    heads = [(column, plain(column["heading"])) for column in columns if column["field"] == "indicator"]
    for column in (column for column in columns if column["field"] == "code"):
        meaning = meanings.get(column["at"])
        tier = plain(meaning.tier) if meaning else ""
        if of := next((one for one, head in heads if tier and head.endswith(tier)), None):
            column |= {"field": "indicator", "part": "code", "indicator": of["indicator"]}
            column["reason"] += OF_INDICATOR.of(lang)


def be_about_indicators(columns: Sequence[Column], meanings: Meanings, lang: str) -> bool:
    """Read a table of indicators that names nothing that they belong to; return whether it is one."""
    names = _names(columns)
    of_tiers = {at for at, meaning in meanings.items() if meaning and meaning.tier}
    if len(names) != 1 or any(c["field"] in {"label", "above"} or c["at"] in of_tiers for c in columns):
        return False
    for column in [column for column in columns if "indicator" in column]:
        del column["indicator"]
        if column["field"] == "indicator":
            column["field"], part = ("code", "") if column.get("part") == "code" else ("label", "name")
            column["part"] = part
            column["reason"] += OWN_ROWS.of(lang)
    return True


def give_of_rows(columns: Sequence[Column], block: Block, data: Sequence[int], lang: str) -> None:
    """Assign codes and grades to the indicator, where a name is repeated in the row of each of its indicators."""
    names = _names(columns)
    labels = [column["at"] for column in columns if column["field"] == "label"]
    if len(names) != 1 or not labels:
        return
    rows = [(text_of(block.sheet.rows[row][labels[0]]), text_of(block.grid[row][names[0]["at"]])) for row in data]
    if not any(one[0] and one[0] == other[0] and one[1] != other[1] for one, other in pairwise(rows)):
        return
    for column in (column for column in columns if column["field"] == "code"):
        codes = [text_of(block.grid[row][column["at"]]) for row in data]
        if len(set(codes)) == len(codes):
            column |= {"field": "indicator", "part": "code", "indicator": names[0]["indicator"]}
            column["reason"] += OF_INDICATOR.of(lang)
    give_grades(columns, lang)


def give_grades(columns: Sequence[Column], lang: str) -> None:
    """Assign grades to the indicator before them, where a row is about one of several indicators of a thing."""
    for column in (column for column in columns if column["field"] in JUDGED):
        names = _names(columns)
        column["indicator"] = next((one for one in reversed(names) if one["at"] < column["at"]), names[0])["indicator"]
        column["reason"] += JUDGES.of(lang)


def give_what_differs(columns: Sequence[Column], block: Block, data: Sequence[int], lang: str) -> None:
    """Assign numbers in columns behind the indicator to it, where those of one element differ.

    Texts go together; an office that all indicators of an element share is in charge of the element.
    """
    names = _names(columns)
    own = [column["at"] for column in columns if column["field"] in {"label", "code"}]
    if len(names) != 1 or not own:
        return
    behind = [column for column in columns if column["at"] > names[0]["at"] and column["field"] in OF_ROW]
    given = [column for column in behind if column.get("indicator")]
    differ = [column for column in behind if _differs_within(block, data, own, column["at"])]
    for column in behind:
        if column not in given and (column in differ or ((given or differ) and column["field"] not in OF_BOTH)):
            column["indicator"] = names[0]["indicator"]
            column["reason"] += DIFFERS.of(lang)


def _names(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if column["field"] == "indicator" and column.get("part") != "code"]


def _differs_within(block: Block, data: Sequence[int], own: Sequence[int], at: int) -> bool:
    """Check whether a column says several things in rows that go on about one element."""
    named, first = "", ""
    for row in data:
        name = " ".join(text_of(block.grid[row][one]) for one in own).strip()
        said = text_of(block.grid[row][at])
        if name and name != named:
            named, first = name, said
        elif said and first and said != first:
            return True
    return False
