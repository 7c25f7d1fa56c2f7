"""Tables of what was measured, with words in both languages."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from plangraph.network.plan_levels import GROUP, own_words
from plangraph.store.answers import Rows
from plangraph.store.columns import called
from plangraph.store.terms import Literal, integer
from plangraph.tier_words import said
from plangraph.words import Words, coded_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.network.labelled import LabelledGraph
    from plangraph.store.terms import Term

DIGITS = 3  # after the point
NO_NAME = Words("", "")


@dataclass(frozen=True)
class NamedThing:
    """A thing in a cell.

    Attributes
    ----------
    iri, code : str
        Its IRI and its code, which may be empty.
    label : Words
        Its labels.
    """

    iri: str
    code: str
    label: Words

    @classmethod
    def of(cls, network: LabelledGraph, node: str) -> NamedThing:
        """Describe a node of a network."""
        data = network.nodes[node]
        return cls(node, str(data.get("code", "")), Words(data["label_ja"], data["label_en"]))

    @classmethod
    def none(cls) -> NamedThing:
        """Return what stands in a cell where there is no such thing."""
        return cls("", "—", Words("", ""))

    def shown(self, lang: str) -> str:
        """Name the thing: its code and its label."""
        return coded_name(self.code, self.label.of(lang))


Record = dict[str, Any]
"""A row: values (:data:`Value`) by column."""

Value = str | int | float | Words | NamedThing | tuple[NamedThing, ...] | None


@dataclass(frozen=True, repr=False)
class Table:
    """What a measure found.

    Attributes
    ----------
    name : str
        The name of the measure.
    title, reading : Words
        What it measures, and a sentence on how to read the table, with its figures.
    columns : mapping of str to Words
        The columns by key, and their headings.
    records : sequence of mapping of str to Value
        The rows; several things in a cell are shown by their codes, one by its code and label.
    called_measures : str
        The level of what title, reading and headings call measures.
    named : Words
        A name that the reading holds at ``{named}``.
    """

    name: str
    title: Words
    reading: Words
    columns: Mapping[str, Words]
    records: Sequence[Record]
    called_measures: str = GROUP
    named: Words = NO_NAME

    def __len__(self) -> int:
        return len(self.records)

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self)} rows>"

    def head(self, number: int | None) -> Table:
        """Return the table with its first rows only; None leaves it whole."""
        return replace(self, records=self.records[:number])

    def of_plan(self, network: LabelledGraph) -> Table:
        """Return the table as the plan of a network says it: in its city's words, and with its currency named."""
        own = own_words(network, self.called_measures)
        currency = called(network.graph.get("currency", ""))
        columns = {key: _filled(said(words, own), currency=currency) for key, words in self.columns.items()}
        reading = _filled(said(self.reading, own), currency=currency, named=self.named)
        return replace(self, title=said(self.title, own), reading=reading, columns=columns)

    def rows(self, lang: str = "ja") -> Rows:
        """Return the rows as a query's answer, with headings and labels in a language."""
        headings = [words.of(lang) for words in self.columns.values()]
        return Rows(headings, [tuple(_term(record.get(key), lang) for key in self.columns) for record in self.records])

    def to_json(self) -> str:
        """Write the table in both languages, things with their IRIs."""
        content = {
            "name": self.name,
            "title": self.title._asdict(),
            "reading": self.reading._asdict(),
            "columns": [{"key": key, "label": words._asdict()} for key, words in self.columns.items()],
            "rows": [{key: _plain(record.get(key)) for key in self.columns} for record in self.records],
        }
        return json.dumps(content, ensure_ascii=False)

    def _repr_html_(self) -> str:
        title, reading = (html.escape(words.ja) for words in (self.title, self.reading))
        return f"<p><strong>{title}</strong> — {reading}</p>{self.rows()._repr_html_()}"


def things(network: LabelledGraph, nodes: Any) -> tuple[NamedThing, ...]:
    """Describe several nodes, in the order of their codes."""
    return tuple(NamedThing.of(network, node) for node in sorted(nodes, key=network.code_key))


def _term(value: Value, lang: str) -> Term | None:
    match value:
        case None:
            return None
        case int():
            return integer(value)
        case float():
            return Literal(round(value, DIGITS))
        case _:
            return Literal(_words(value, lang))


def _words(value: Value, lang: str) -> str:
    match value:
        case Words():
            return value.of(lang)
        case NamedThing():
            return value.shown(lang)
        case tuple():
            several = (one for one in value if isinstance(one, NamedThing))
            return " ".join(one.code or one.label.of(lang) for one in several)
        case _:
            return str(value)


def _plain(value: Value) -> Any:
    match value:
        case Words():
            return value._asdict()
        case NamedThing():
            return {"iri": value.iri, "code": value.code, "label": value.label._asdict()}
        case tuple():
            return [_plain(one) for one in value]
        case float():
            return round(value, DIGITS)
        case _:
            return value


def _filled(words: Words, **names: Words) -> Words:
    """Put names where words leave room for them, such as that of a currency at ``{currency}``."""
    for place, name in names.items():
        words = Words(*(text.replace(f"{{{place}}}", each) for text, each in zip(words, name, strict=True)))
    return words
