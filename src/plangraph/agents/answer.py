"""An answer as an assistant reads it: plain lines, what they rest on, and how to go on; never longer than it may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from plangraph.agents.length import MOST, shortened, tokens
from plangraph.agents.sources import Sources
from plangraph.store.answers import Boolean, Rows
from plangraph.store.readable import FLAGS, Reading
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from plangraph.graph import Graph
    from plangraph.store.answers import Triples
    from plangraph.store.columns import Table

LONGEST_CELL = 160
"""Characters of a cell."""
LONGEST_ADDRESS = 400
"""Characters of an address that is worth handing out."""
BESIDE_ROWS = 250
"""Tokens that are kept for what is said beside rows."""
ROWS_AT_ONCE = 200
"""Rows of which it is tried how many have room."""
WITHIN = " > "
"""What stands in a path between what is above and what is inside it."""
TRIPLE = ("subject", "predicate", "object")
FROM = Words("出典", "Sources")
WITH_BASIS = {"basis", "basis_label", "assumed", "suggested"}
NOT_THE_CITYS = Words(
    "注意:「想定」は編集者が理由を付けて置いた関連、「提案」は計算による関連で、どちらも市の言葉ではありません",
    "Note: 'Assumed' links were set by the editors with a reason, 'Suggested' ones by an algorithm; neither is the "
    "city's word",
)
SDG_LINKS = Words(
    "注意: SDGs との関連には、市の言葉ではないもの（想定・提案）がありえます。"
    "根拠の区分は trace か問い coverage-links で分かります",
    "Note: links to the SDGs may be assumed or suggested, and so not the city's word; trace, or the question "
    "coverage-links, tells the basis of each",
)


@dataclass
class Answer:
    """An answer that is being written.

    Attributes
    ----------
    graph : Graph
        What knows the facts.
    site : str
        The address of the explorer, or nothing if there is none.
    lang : str
        The reader's language, ``ja`` or ``en``.
    parts : list of str
        What has been written so far.
    cites : bool
        Whether documents have been named.
    """

    graph: Graph
    site: str
    lang: str
    parts: list[str] = field(default_factory=list)
    cites: bool = False

    def say(self, *texts: str | Words) -> Answer:
        """Write paragraphs; empty ones are left out."""
        self.parts += filter(None, (text if isinstance(text, str) else text.of(self.lang) for text in texts))
        return self

    def say_rows(
        self,
        rows: Rows,
        read: Callable[[Rows], Reading],
        offset: int = 0,
        most: int = ROWS_AT_ONCE,
        again: str = "",
        may_lack: Collection[str] = (),
    ) -> Answer:
        """Write rows, a line each, with the numbers of the documents that they rest on, as far as there is room.

        Parameters
        ----------
        rows : Rows
            The rows.
        read : callable
            Returns rows as people read them.
        offset : int
            How many rows to pass over.
        most : int
            The most rows to write.
        again : str
            What to call for more, if it is not the same again.
        may_lack : collection of str
            The columns of which it is not worth a word that no row has a value.
        """
        reading = read(rows[offset : offset + most])
        sources = Sources(self.graph, reading.rows.rows, self.lang)
        lines, room = [" | ".join(column.title for column in reading.columns)], MOST - BESIDE_ROWS - self._length
        for cells, row in zip(reading.lines(), reading.rows.rows, strict=True):
            line = " | ".join(map(_cell, cells))
            room -= tokens(line) + sum(map(tokens, sources.new(row)))
            if room < 0 and len(lines) > 1:
                break
            lines.append(line + sources.mark(row))
        self.say("\n".join(lines), _how_many(rows, offset, offset + len(lines) - 1, again))
        if reading.blank_but(*may_lack):
            self.say(_without_value(read(rows).blank_but(*may_lack)))
        if sources.noted:
            self.say(f"{FROM.of(self.lang)}: " + "; ".join(sources.noted))
            self.cites = True
        if _has_any(reading.rows, WITH_BASIS):
            return self.say(NOT_THE_CITYS)
        return self.say(SDG_LINKS if _has_any(reading.rows, {"goals"}) else "")

    def say_lines(self, text: str) -> Answer:
        """Write lines, as far as there is room beside what is said after them, and how many are left out."""
        lines, room = text.splitlines(), MOST - BESIDE_ROWS - self._length
        told = [line for line, so_far in zip(lines, accumulate(map(tokens, lines)), strict=True) if so_far <= room]
        rest = len(lines) - len(told)
        more = Words(f"（ほかに {rest} 行）", f"(and {rest} more line{'s' if rest > 1 else ''})") if rest else ""
        return self.say("\n".join(told), more)

    def say_data(
        self, question: str = "", parameters: Mapping[str, object] | None = None, rows: Rows | None = None
    ) -> Answer:
        """Write of which datasets the facts are that a question sees or rows hold, if no document has been named."""
        _, *about = self.graph.data(self.lang, question, parameters, rows)
        told = "; ".join(f"{what}: {text}" for what, text in about)
        return self.say("" if self.cites else f"{FROM.of(self.lang)}: {told}")

    def say_value(self, found: Boolean | Triples) -> Answer:
        """Write the answer of an ASK query, or triples as rows of three."""
        if isinstance(found, Boolean):
            return self.say(FLAGS[found.value])
        triples = [(each.subject, each.predicate, each.object) for each in found.triples]
        return self.say_rows(Rows(list(TRIPLE), triples, found.cut), self.as_given)

    def as_given(self, rows: Rows) -> Reading:
        """Return rows with short names of things and exact figures."""
        return Reading(rows, self.lang, ids=True, exact=True)

    def say_where(self, path: str, query: Mapping[str, str] | None = None) -> Answer:
        """Write the address of the same in the explorer: a path behind the language, and what is asked of it."""
        if not self.site:
            return self
        asked = f"?{urlencode(query)}" if query else ""
        address = f"{self.site.rstrip('/')}/{self.lang}/{quote(path, safe='/:')}{asked}"
        where = Words("画面: ", "In the explorer: ").of(self.lang)
        return self.say(where + address if len(address) <= LONGEST_ADDRESS else "")

    def text(self) -> str:
        """Return the whole of it."""
        return "\n".join(self.parts)

    @property
    def _length(self) -> int:
        return tokens(self.text())


def _has_any(rows: Table, columns: Collection[str]) -> bool:
    """Check whether rows have a value in any of some columns."""
    at = [index for index, name in enumerate(rows.variables) if name in columns]
    return any(row[index] is not None for row in rows.rows for index in at)


def _how_many(rows: Rows, offset: int, end: int, again: str) -> Words:
    total = f"{len(rows)}+" if rows.cut else str(len(rows))
    if end < len(rows):
        return Words(
            f"（全{total}行のうち {offset + 1}〜{end} 行。続きは {again}offset={end}）",
            f"(rows {offset + 1} to {end} of {total}; for more: {again}offset={end})",
        )
    return Words(f"（{total}行）", f"({total} row{'' if total == '1' else 's'})")


def _without_value(columns: Sequence[str]) -> Words | str:
    ja, en = "、".join(columns), ", ".join(columns)
    return Words(f"値のない列: {ja}", f"Columns without a value: {en}") if columns else ""


def _cell(text: str) -> str:
    """Return a text that is one cell; of a path its end is kept, which tells more than its beginning."""
    *above, a, b = ["", "", *text.split(WITHIN)]
    told = f"…{WITHIN}{a}{WITHIN}{b}" if any(above) else text
    return shortened(" ".join(told.split()).replace("|", "/"), LONGEST_CELL)
