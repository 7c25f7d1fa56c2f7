"""What a brief says: sections, each the answer of a question, by ``sections.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from plangraph.briefs.column_widths import PAGE, widths_of
from plangraph.briefs.drawing import Subject, pictures
from plangraph.briefs.shortening import left_out, shortened
from plangraph.citation import of_data
from plangraph.errors import UnknownThing
from plangraph.labelling import ROLES
from plangraph.namespaces import THINGS, expand
from plangraph.store.terms import NamedNode
from plangraph.words import Words, capital, coded_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.briefs.picture import Picture
    from plangraph.graph import Graph
    from plangraph.store.readable import Column, Reading
    from plangraph.store.terms import Term

BASIS = Words(
    "「想定」の関連は、市の文書ではなく、このデータの編集者が理由を付けて置いたものです。「提案」は計算によります。"
    "空欄は不明で、0 ではありません。",
    "'Assumed' links were set by the editors of these data with a reason, and are not the city's word; 'Suggested' "
    "ones are by an algorithm. A blank is not known, and never zero.",
)
NOTHING = Words(
    "このデータが述べることは、これだけです。ほかに何もないという意味ではありません。",
    "These data tell no more of it, which does not mean that there is no more. ",
)
REVIEW = Words("自発的自治体レビュー（VLR）の骨子", "Skeleton of a Voluntary Local Review")
SERVED = Words("ゴールごとの状況", "The goals at a glance")


COUNTED = ("code", "label", "targets", "served", "justified", "open", "measures", "projects", "official", "assumed")
RELATIONS = ("relation_label", "change")
"""The columns that hold what relations are called."""
MARK = "※"
"""Beside what is not to be read as a fact before the remark on it."""
UNSAID = {expand("rdfs:label"), expand("skos:notation"), expand("pg:colour")}
"""What stands in the title, or is no word."""


@dataclass(frozen=True)
class Section:
    """A section of a brief.

    Attributes
    ----------
    title : str
        What it is about.
    asked : str
        What was asked, in words.
    reading : Reading
        The answer as people read it.
    pictures : sequence of Picture
        Its rows, or what belongs to them, as pictures.
    rest : str
        How many rows there are in all, and how to list them, where not all are shown.
    """

    title: str
    asked: str
    reading: Reading
    pictures: Sequence[Picture] = ()
    rest: str = ""

    @cached_property
    def columns(self) -> Sequence[Column]:
        """The columns of its table; what is to be known of a row stands below."""
        return [column for column in self.reading.columns if column.holds != "remark"]

    @cached_property
    def rows(self) -> Sequence[list[str]]:
        """The table's cells; a row of which something is to be known is marked."""
        marked = [MARK if remark else "" for remark in self._remarks]
        lines = ([self._cell(row, column) for column in self.columns] for row in self.reading.rows.rows)
        return [[f"{first}{mark}", *others] for (first, *others), mark in zip(lines, marked, strict=True)]

    def _cell(self, row: tuple[Term | None, ...], column: Column) -> str:
        """Return a cell as it is read; what a relation is called begins one."""
        cell = self.reading.cell(row, column)
        is_relation = any(self.reading.rows.variables[index] in RELATIONS for index in column.indexes)
        return capital(cell) if is_relation else cell

    @cached_property
    def remarks(self) -> Sequence[str]:
        """What is to be known, row by row, and of the rows that are not shown."""
        of_rows = [f"{row[0]} {remark}" for row, remark in zip(self.rows, self._remarks, strict=True) if remark]
        return [*of_rows, *filter(None, [self.rest])]

    @cached_property
    def _remarks(self) -> Sequence[str]:
        told = [column for column in self.reading.columns if column.holds == "remark"]
        return [" ".join(self.reading.cell(row, column) for column in told) for row in self.reading.rows.rows]

    def shares(self) -> list[float]:
        """Return each column's share of a page's width."""
        return [width / max(PAGE, sum(self._widths)) for width in self._widths]

    @property
    def crowded(self) -> float:
        """How many times smaller letters must be for its table to stand on a page, at least 1."""
        return max(1, sum(self._widths) / PAGE)

    @cached_property
    def _widths(self) -> list[float]:
        return widths_of(self.columns, self.rows)


@dataclass(frozen=True)
class Brief:
    """What is known of something.

    Attributes
    ----------
    title : str
        Of what.
    facts : sequence of (str, str)
        What is said of it in a word or two: of what, and what.
    sections : sequence of Section
        The rest.
    note : str
        How far it may be trusted.
    about : sequence of (str, str)
        Where the facts come from.
    lang : str
        The reader's language, ``ja`` or ``en``.
    """

    title: str
    facts: Sequence[tuple[str, str]]
    sections: Sequence[Section]
    note: str
    about: Sequence[tuple[str, str]]
    lang: str


def brief_of(graph: Graph, name: str, *, plan: str | None = None, lang: str = "ja") -> Brief:
    """Return a brief of a plan or an element of one, a goal or target, a ward or an office.

    Parameters
    ----------
    graph : Graph
        What knows it.
    name : str
        A code, a label, an IRI or a prefixed name.
    plan : str, optional
        The plan that is asked about.
    lang : str
        The reader's language, ``ja`` or ``en``.

    Raises
    ------
    UnknownThing
        If nothing goes by the name, or nothing can be said of its kind.
    """
    thing = graph.resolve(name, plan)
    of = plan or (thing if thing in graph.manifest.scopes else None)
    given = {"plan": of} if of else {}
    sections = [
        _section(graph, each, {each["parameter"]: thing, **given}, lang, thing) for each in _sections_of(graph, thing)
    ]
    title = graph.labels([thing], lang).get(thing, name)
    found = [section for section in sections if section]
    note = BASIS if found else NOTHING.then(BASIS)
    return Brief(title, _facts(graph, thing, lang), found, note.of(lang), _about(graph, lang, given, thing), lang)


def voluntary_review(graph: Graph, *, plan: str | None = None, lang: str = "ja") -> Brief:
    """Return the skeleton of a Voluntary Local Review.

    For each goal: what serves it, with what money, how it stands, and which targets nothing serves, with the reasons.

    Parameters and errors are those of :func:`brief_of`.
    """
    given: dict[str, str] = {"plan": plan} if plan else {}
    (of_goals,) = [each["sections"] for each in _content()["lists"] if "sdgo:Goal" in each["of"]]
    wanted = {"ja": SERVED.ja, "en": SERVED.en, "question": "coverage-goals"}
    sections = [_section(graph, {**wanted, "columns": COUNTED, "pictures": [{"draws": "heat"}]}, given, lang)]
    review = _content()["review"]
    for row in graph.query("coverage-goals", **given, lang=lang).to_dicts():
        for each in map(_content()["sections"].get, of_goals):
            drawn = [picture for picture in each.get("pictures", ()) if picture["draws"] not in review["leaves_out"]]
            headed = {**each, lang: f"{row['code']} {row['label']}: {each[lang]}", "pictures": drawn}
            headed["most"] = None if "whole" in each else review["most"]
            sections.append(_section(graph, headed, {each["parameter"]: row["goal"], **given}, lang, row["goal"]))
    found = [section for section in sections if section]
    return Brief(REVIEW.of(lang), [], found, BASIS.of(lang), _about(graph, lang, given), lang)


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(files("plangraph.briefs").joinpath("sections.toml").read_text("utf-8"))


def _sections_of(graph: Graph, thing: str) -> list[Mapping[str, Any]]:
    """Return the sections of the first list of a class that a thing is of."""
    for each in _content()["lists"]:
        if graph.is_of(thing, each["of"]):
            return [_content()["sections"][name] for name in each["sections"]]
    raise UnknownThing(
        Words(
            "説明をまとめられるのは、計画とその要素、ゴール、ターゲット、区、部署です",
            "a brief is of a plan or an element of one, a goal or target, a ward or an office",
        )
    )


def _section(
    graph: Graph, wanted: Mapping[str, Any], given: Mapping[str, Any], lang: str, thing: str = ""
) -> Section | None:
    """Return the answer of a section's question, with the columns that are wanted; None if it has no rows."""
    question = graph.library.find(wanted["question"])
    known = {parameter.name for parameter in question.parameters}
    values = {**wanted.get("values", {}), **given, "lang": lang}
    if "whole_plan" in wanted:
        values[wanted["whole_plan"]] = given.get("plan") or graph.manifest.plan
    values = {name: value for name, value in values.items() if name in known}
    found = graph.query(question.name, **values)
    at = {name: found.variables.index(name) for name in wanted["columns"]}
    kept = [row for row in found.rows if _is_told(dict(zip(found.variables, row, strict=True)), wanted, thing)]
    told = dict.fromkeys(tuple(row[index] for index in at.values()) for row in kept)
    if not kept:
        return None
    all_rows = replace(found, variables=list(at), rows=list(told))
    rows = shortened(all_rows, wanted.get("most"), wanted.get("first"))
    reading = graph.reading(rows, question.name, values, lang=lang)
    everything = {**wanted.get("values", {}), **given, "lang": lang}
    about = graph.given(question.name, values).get("plan")
    plan = str(about) if about else None
    title = graph.in_own_words(Words(wanted[lang], wanted[lang]), plan).of(lang)
    subject = Subject(graph, title, everything, replace(found, rows=kept), reading, thing, plan)
    rest = left_out(rows, all_rows, question.name, values).of(lang)
    return Section(title, reading.asked, reading, pictures(subject, wanted.get("pictures", ())), rest)


def _is_told(row: Mapping[str, Term | None], wanted: Mapping[str, Any], thing: str) -> bool:
    """Check whether a section tells a row: one about the thing, where only those are wanted, that no other tells."""
    if "only" in wanted and row[wanted["only"]] != NamedNode(thing):
        return False
    elsewhere = {
        name: [NamedNode(str(expand(term))) for term in terms] for name, terms in wanted.get("without", {}).items()
    }
    return not any(row[name] == term for name, terms in elsewhere.items() for term in terms)


def _facts(graph: Graph, thing: str, lang: str) -> list[tuple[str, str]]:
    """Return what a thing is and what stands above it."""
    rows = graph.query("description", thing=thing, lang=lang).to_dicts()
    facts = [
        (capital(row["property_label"]), _said(row["value_label"] or row["value"]).of(lang))
        for row in rows
        if row["property_label"] and row["property"] not in UNSAID
    ]
    places = graph.query("place", thing=thing, lang=lang).to_dicts()
    parents = {row["thing"]: row["parent"] for row in places if row["role"] == "up"}
    places.sort(key=lambda row: _depth(row["thing"], parents))
    for role in ("up", "also"):
        if names := dict.fromkeys(coded_name(row["code"], row["label"]) for row in places if row["role"] == role):
            facts.append((ROLES[role].of(lang), " / ".join(names)))
    return [*dict.fromkeys(facts)]


def _depth(thing: Any, parents: Mapping[Any, Any]) -> int:
    """Return how many of some things stand above one of them."""
    return 1 + _depth(parents[thing], {at: up for at, up in parents.items() if at != thing}) if thing in parents else 0


def _said(value: object) -> Words:
    if isinstance(value, bool):
        return Words("はい", "yes") if value else Words("いいえ", "no")
    return Words(str(value), str(value))


def _about(graph: Graph, lang: str, given: Mapping[str, str], thing: str = "") -> list[tuple[str, str]]:
    """Return where the facts come from, of the city of a thing or of the plan, and the day."""
    day = (Words("作成日", "Made on").of(lang), datetime.now(UTC).date().isoformat())
    of = thing if thing.startswith(THINGS) else str(graph.given("coverage-goals", given)["plan"])
    return [day, *of_data(graph.engine, graph.manifest.identity, lang, {graph.manifest.city(of)})]
