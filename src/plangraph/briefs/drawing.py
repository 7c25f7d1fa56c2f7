"""Which pictures a section has: as ``sections.toml`` says, each from the section's question or one of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from plangraph.briefs.bars import bars, counts
from plangraph.briefs.heat import NOTE, heat
from plangraph.briefs.lines import by_kind, of_indicators, over_years
from plangraph.briefs.ward_map import ward_map
from plangraph.namespaces import expand
from plangraph.pages.tokens import hue
from plangraph.store.terms import NamedNode, to_python
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from plangraph.briefs.picture import Picture
    from plangraph.graph import Graph
    from plangraph.store.answers import Rows
    from plangraph.store.readable import Reading


class Subject(NamedTuple):
    """What pictures are drawn of.

    Attributes
    ----------
    graph : Graph
        What is asked.
    title : str
        What the section is about.
    given : mapping of str to object
        The values of the section's question: its thing, the plan, the language.
    rows : Rows
        The section's answer.
    reading : Reading
        How it is written.
    thing : str
        What the brief is of (IRI); empty for one of all.
    plan : str, optional
        The plan (IRI) in whose words things are called.
    """

    graph: Graph
    title: str
    given: Mapping[str, Any]
    rows: Rows
    reading: Reading
    thing: str = ""
    plan: str | None = None

    def called(self, wanted: Mapping[str, Any]) -> str:
        """Return what a picture is called."""
        return self.said(Words(wanted["ja"], wanted["en"]))

    def said(self, words: Words) -> str:
        """Return words as the city says them, in the language of the brief."""
        return self.graph.in_own_words(words, self.plan).of(self.reading.lang)

    def ask(self, question: str, **values: Any) -> Rows:
        """Ask another question for the same plan, in the same language."""
        known = {parameter.name for parameter in self.graph.library.find(question).parameters}
        every = {**self.given, **values}
        return self.graph.query(question, **{name: value for name, value in every.items() if name in known})


def pictures(subject: Subject, wanted: Sequence[Mapping[str, Any]]) -> list[Picture]:
    """Draw the pictures of a section; one that would show nothing is left out."""
    return [picture for each in wanted for picture in DRAWERS[each["draws"]](subject, each) if picture]


def _bars(subject: Subject, wanted: Mapping[str, Any]) -> list[Picture | None]:
    return [bars(subject.rows, subject.reading, subject.title, wanted["named"], wanted["figures"])]


def _counts(subject: Subject, wanted: Mapping[str, Any]) -> list[Picture | None]:
    rows = subject.ask(wanted["question"], **wanted["values"])
    return [counts(rows, subject.reading, subject.called(wanted), wanted["named"])]


def _lines(subject: Subject, wanted: Mapping[str, Any]) -> list[Picture | None]:
    how = (wanted["year"], wanted["figures"], wanted["doubted"])
    return [over_years(subject.rows, subject.reading, subject.title, *how)]


def _kinds(subject: Subject, _: Mapping[str, Any]) -> Sequence[Picture | None]:
    return by_kind(subject.rows, subject.reading, subject.title)


def _indicators(subject: Subject, _: Mapping[str, Any]) -> Sequence[Picture | None]:
    return of_indicators(subject.rows, subject.reading, subject.title)


def _heat(subject: Subject, wanted: Mapping[str, Any]) -> list[Picture | None]:
    rows = subject.ask("coverage-matrix", **_by(subject))
    goals = {row["code"]: row["colour"] for row in subject.ask("coverage-goals").to_dicts()}
    tops = {row["element"]: hue(row["number"]).light for row in subject.ask("top-level").to_dicts()}
    title = subject.called(wanted) if subject.reading.lang in wanted else subject.title
    return [heat(rows, subject.reading, title, subject.said(NOTE), goals, tops, only=subject.thing)]


def _by(subject: Subject) -> dict[str, Any]:
    """Return the rows of a matrix among which a brief's thing is: those of its class; what the plan has without one."""
    said = subject.ask("description", thing=subject.thing).to_dicts() if subject.thing else []
    kinds = [row["value"] for row in said if row["property"] == expand("rdf:type")]
    return {"by": kinds[0]} if kinds else {}


def _column(subject: Subject, wanted: Mapping[str, Any]) -> list[Picture | None]:
    matrix = subject.ask("coverage-matrix")
    at = {name: matrix.variables.index(name) for name in ("part", "goal", "row")}
    goal = NamedNode(subject.thing)
    kept = [
        row
        for row in matrix.rows
        if row[at["goal"]] == goal and row[at["row"]] and to_python(row[at["part"]]) == "cell"
    ]
    title = subject.called(wanted)
    return [
        bars(
            replace(matrix, rows=kept),
            replace(subject.reading, rows=matrix),
            title,
            ["code", "label"],
            ["projects"],
            most=len(kept),
        )
    ]


def _map(subject: Subject, wanted: Mapping[str, Any]) -> list[Picture | None]:
    title = subject.called(wanted)
    return [ward_map(subject.ask("ward-map"), subject.ask("wards"), subject.reading, title, subject.thing)]


DRAWERS: Mapping[str, Callable[[Subject, Mapping[str, Any]], Sequence[Picture | None]]] = {
    "bars": _bars,
    "counts": _counts,
    "lines": _lines,
    "kinds": _kinds,
    "indicators": _indicators,
    "heat": _heat,
    "column": _column,
    "map": _map,
}
