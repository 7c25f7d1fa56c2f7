"""The account of a draft from a text: what was found and what was not carried, as the rows of one table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class TextAccount:
    """The account of a draft from a text: what was found, what was left out, and what was concluded."""

    found: list[tuple[Words, int, Words]] = field(default_factory=list)
    left: list[tuple[Words, int]] = field(default_factory=list)
    made: list[Words] = field(default_factory=list)
    doubtful: list[tuple[Words, str, Words]] = field(default_factory=list)

    def lines(self, lang: str) -> Iterator[list[str]]:
        """Return the account as the rows of one table: what, where, how many, and what is said of it."""
        yield [each.of(lang) for each in HEADINGS]
        for what, count, note in self.found:
            yield [SORTS["found"].of(lang), what.of(lang), f"{count:,}", note.of(lang)]
        for why, count in self.left:
            yield [SORTS["left"].of(lang), "", f"{count:,}", why.of(lang)]
        for made in self.made:
            yield [SORTS["made"].of(lang), "", "", made.of(lang)]
        for where, text, why in self.doubtful:
            yield [SORTS["doubt"].of(lang), where.of(lang), text[:200], why.of(lang)]


HEADINGS = (
    Words("区分", "sort"),
    Words("何・どこ", "what or where"),
    Words("数・文", "count or text"),
    Words("どう読んだか", "read as"),
)
SORTS = {
    "found": Words("見つけたもの", "found"),
    "left": Words("運ばなかったもの", "left out"),
    "made": Words("判断したこと", "concluded"),
    "doubt": Words("確かめること", "to look at"),
}
