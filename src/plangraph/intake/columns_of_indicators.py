"""Tables in which each row is an indicator: its code, and what is judged of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.intake.values import plain
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.heading_meanings import Meanings

    Column = dict[str, Any]


def take_codes(columns: Sequence[Column], meanings: Meanings, lang: str) -> None:
    """Take "Measure ref" beside "Performance measure" for the code of the indicator, not of the tier Measure."""
    heads = [(column, plain(column["heading"])) for column in columns if column["field"] == "indicator"]
    for column in (column for column in columns if column["field"] == "code"):
        meaning = meanings.get(column["at"])
        tier = plain(meaning.tier) if meaning else ""
        if of := next((one for one, head in heads if tier and head.endswith(tier)), None):
            column |= {"field": "indicator", "part": "code", "indicator": of["indicator"]}
            column["reason"] += Words("。指標のコードとみる", "; taken to be the code of the indicator").of(lang)


def leave_grades_out(columns: Sequence[Column], lang: str) -> None:
    """Leave grades out where a row is about one of several indicators of a thing, and not about the thing."""
    for column in (column for column in columns if column["field"] in {"grade", "direction"}):
        column["field"] = "none"
        column["reason"] += Words("。その行の指標についての評価", "; it is of the indicator in its row").of(lang)
