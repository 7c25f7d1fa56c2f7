"""What is known of one thing, section by section; each section is the answer of a question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from plangraph.errors import UnknownThing
from plangraph.labelling import ROLES, name_of
from plangraph.namespaces import THINGS
from plangraph.store.readable import Reading
from plangraph.store.terms import Literal as Text
from plangraph.store.terms import shown
from plangraph.words import Words, coded_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plangraph.agents.answer import Answer
    from plangraph.graph import Graph
    from plangraph.store.answers import Rows

NAMES = 12
"""Things that are named in a line."""


class Section(NamedTuple):
    """A part of a description.

    Attributes
    ----------
    title : Words
        What it is about.
    question : str
        The question that answers it about a thing.
    columns : tuple of str
        The columns of the answer that are written.
    most : int
        The most rows that are written; the question itself gives them all.
    parameter : str
        The question's parameter that is the thing.
    unless : str
        The question whose rows say it already.
    of : tuple of str
        The classes of which the thing must be one; without any, it is of all.
    values : tuple of (str, str)
        What else the question is asked with.
    otherwise : Words
        What is said where it has no rows.
    must_tell : tuple of str
        The columns of which it is said if no row has a value.
    """

    title: Words
    question: str
    columns: tuple[str, ...]
    most: int
    parameter: str = "thing"
    unless: str = ""
    of: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    otherwise: Words = Words("", "")
    must_tell: tuple[str, ...] = ()


SECTIONS = (
    Section(Words("評価", "Evaluation"), "evaluations", ("year", "grade", "grade_label", "direction_label"), 4),
    Section(
        Words("数値", "Figures"),
        "figures",
        ("kind_label", "year", "date", "value", "unit_label", "reading", "certainty", "note"),
        14,
    ),
    Section(
        Words("予算と決算の推移（その事務事業の計）", "Budget and settlement by year (sums of its projects)"),
        "budget-years",
        ("year", "budgeted", "budget", "settled", "settlement", "estimates", "caution"),
        8,
        parameter="element",
        unless="figures",
    ),
    Section(
        Words("成果指標", "Outcome indicators"),
        "plan-indicators",
        (
            "code",
            "label",
            "baseline",
            "baseline_year",
            "target",
            "target_reading",
            "target_year",
            "actual",
            "grade_label",
            "unit",
        ),
        8,
        parameter="element",
        of=("pg:PlanElement",),
        must_tell=("baseline", "target", "actual"),
    ),
    Section(
        Words("資する事務事業（予算の大きい順）", "Projects that serve it, by budget"),
        "projects",
        ("code", "label", "offices", "year", "budget", "grade_label", "goals"),
        10,
        parameter="goal",
        of=("sdgo:Goal", "sdgo:Target"),
        values=(("sort", "budget"),),
        otherwise=Words(
            "資する事務事業は記録されていません。理由は、問い coverage-holes にあるかもしれません",
            "no project is recorded to serve it; the question coverage-holes may say why",
        ),
    ),
    Section(
        Words("事務事業（予算の大きい順）", "Projects, by budget"),
        "projects",
        ("code", "label", "year", "budget", "grade_label"),
        10,
        parameter="office",
        of=("org:OrganizationalUnit",),
        values=(("sort", "budget"),),
    ),
    Section(
        Words("関連と理由", "Links and reasons"),
        "links-of-thing",
        ("direction", "relation_label", "name", "other", "other_label", "basis_label", "rationale", "source_label"),
        10,
    ),
    Section(Words("出典", "Sources"), "sources", ("label", "page", "publisher", "issued", "url"), 4),
)


def describe(graph: Graph, answer: Answer, thing: str, plan: str | None) -> Answer:
    """Write what is known of a thing.

    Parameters
    ----------
    graph : Graph
        What knows it.
    answer : Answer
        What is written.
    thing : str
        The thing (IRI).
    plan : str, optional
        The plan in whose scope its place is told.

    Raises
    ------
    UnknownThing
        If nothing is said of it.
    """
    lang, name = answer.lang, name_of(thing)
    facts = graph.query("description", thing=thing, lang=lang)
    if not len(facts):
        raise UnknownThing(Words(f"「{name}」について何も書かれていません", f"nothing is said of '{name}'"))
    title = graph.labels([thing], lang).get(thing, name)
    answer.say(f"{title} ({name})", *_facts(facts, title))
    place = graph.query("place", thing=thing, lang=lang, **({"plan": plan} if plan else {}))
    for role, words in ROLES.items():
        answer.say(_named(words, _in_role(place, role), lang))
    answer.say(*_ties(graph.query("ties", thing=thing), lang))
    told = set[str]()
    for section in SECTIONS:
        if section.unless not in told and _say_section(graph, answer, section, thing):
            told.add(section.question)
    return answer.say_where(f"thing/{name}") if thing.startswith(THINGS) else answer


def _facts(facts: Rows, title: str) -> Iterable[str]:
    """Return what is said as text or number and is not in the title: the kind first, the name in the other language."""
    for fact in facts.to_dicts():
        value = str(fact["value_label"] or fact["value"])
        if value != title and value not in title.split(maxsplit=1):
            yield f"{fact['property_label'] or name_of(fact['property'])}: {value}"


def _in_role(place: Rows, role: str) -> list[str]:
    return list(dict.fromkeys(coded_name(row["code"], row["label"]) for row in place.to_dicts() if row["role"] == role))


def _named(title: Words, names: list[str], lang: str) -> str:
    rest = len(names) - NAMES
    more = Words(f" …ほか{rest}", f" … and {rest} more").of(lang) if rest > 0 else ""
    return f"{title.of(lang)}: {'; '.join(names[:NAMES])}{more}" if names else ""


def _ties(ties: Rows, lang: str) -> list[str]:
    """Return the relations to other things that are stated and have no grounds of their own, a line each."""
    found: dict[str, list[str]] = {}
    for row in ties.to_dicts():
        if row["direction"] == "out" and not row["inferred"] and not row["basis"]:
            other = coded_name(row["code"], row[f"label_{lang}"] or row["label_ja"] or row["label_en"])
            found.setdefault(row[f"relation_{lang}"] or name_of(row["relation"]), []).append(other)
    return [_named(Words(relation, relation), others, lang) for relation, others in found.items()]


def _say_section(graph: Graph, answer: Answer, section: Section, thing: str) -> bool:
    """Write a section; return whether there was anything to write."""
    if section.of and not graph.is_of(thing, section.of):
        return False
    known = {parameter.name for parameter in graph.library.find(section.question).parameters}
    own = {"lang": answer.lang} if "lang" in known else {}
    found = _with_names(graph.query(section.question, **{section.parameter: thing}, **dict(section.values), **own))
    if not len(found):
        answer.say(section.otherwise)
        return False
    at = [found.variables.index(name) for name in section.columns]
    rows = [tuple(row[index] for index in at) for row in found.rows]
    part = replace(found, variables=list(section.columns), rows=rows)
    answer.say(f"# {section.title.of(answer.lang)}")
    again = f"ask {section.question} {section.parameter}={name_of(thing)} "
    may_lack = set(section.columns).difference(section.must_tell)
    answer.say_rows(part, lambda rows: Reading(rows, answer.lang), most=section.most, again=again, may_lack=may_lack)
    return True


def _with_names(found: Rows) -> Rows:
    """Return the links of a thing with the short name of the other, and of those that go both ways alike one."""
    if "other" not in found.variables:
        return found
    relation, other, basis = (found.variables.index(name) for name in ("relation", "other", "basis"))
    once = {(row[relation], row[other], row[basis]): row for row in reversed(found.rows)}
    rows = [(*row, Text(name_of(shown(row[other])))) for row in reversed(once.values())]
    return replace(found, variables=[*found.variables, "name"], rows=rows)
