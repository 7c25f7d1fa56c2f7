"""The tools: what an assistant can do with a graph. Each returns text of at most some 2,000 tokens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import Field

from plangraph.agents import hits_in_city, matrix, paths, thing_in_words
from plangraph.agents.answer import NOT_THE_CITYS, Answer
from plangraph.agents.prepared_questions import lacks, list_of_questions, parameters_of, question_of, say_plans
from plangraph.emptiness import unknown_terms
from plangraph.labelling import name_of
from plangraph.namespaces import THINGS
from plangraph.store.answers import Rows
from plangraph.store.terms import Literal as Text
from plangraph.store.terms import NamedNode
from plangraph.suggestions.alike import alike
from plangraph.words import Words, coded_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.agents.hits_in_city import Found
    from plangraph.graph import Graph
    from plangraph.store.terms import Term

Lang: TypeAlias = Annotated[Literal["ja", "en"], Field(description="The language of the answer.")]
Offset: TypeAlias = Annotated[int, Field(ge=0, description="How many rows to pass over, to go on where it was cut.")]
Plan: TypeAlias = Annotated[
    str | None,
    Field(description="A plan by its name or short name (plangraph://plans lists them); without one, the current."),
]
Name: TypeAlias = Annotated[
    str,
    Field(
        max_length=500,
        description="A code (1-1-1), a name, a short name that another answer gave, or "
        "an SDG goal or target (sdg:11, sdg:11.5).",
    ),
]
FewWords: TypeAlias = Annotated[str, Field(max_length=200, description="A few words, in Japanese or English.")]
By: TypeAlias = Annotated[
    str | None,
    Field(
        description="What a row is: a tier in the city's word, or policy, measure, strategy, ward (district), office."
    ),
]
Year: TypeAlias = Annotated[int | None, Field(description="The fiscal year of money; without one, the newest.")]
Query: TypeAlias = Annotated[str, Field(max_length=20_000)]
Parameters: TypeAlias = Annotated[
    dict[str, str | int | float] | None,
    Field(description="The question's parameters by name; things by their codes or names."),
]


SETS_OF_ROWS = ("strategy", "ward", "office")
"""What rows may be besides tiers, as the explorer's address says it too."""
FEW = 10
"""Hits of a search beside which those that are near in meaning are told."""


@dataclass(frozen=True)
class Desk:
    """Where a tool works.

    Attributes
    ----------
    graph : Graph
        The graph.
    site : str
        The address of the explorer, or nothing if there is none.
    rows : int
        The most rows that a query may give.
    """

    graph: Graph
    site: str = ""
    rows: int = 10_000

    def answer(self, lang: str) -> Answer:
        """Begin an answer."""
        return Answer(self.graph, self.site, lang)


def find(desk: Desk, text: FewWords, lang: Lang = "ja", offset: Offset = 0) -> str:
    """Find things of the plans (policies, measures, projects, offices, wards, SDG goals, documents) by code or name.

    Any spelling will do: width, kana, old letters and dashes are not told apart. Each hit has a short name that the
    other tools take.
    """
    found, answer = hits_in_city.find(desk.graph, text, lang), desk.answer(lang)
    if not found.whole and len(found.rows):
        answer.say(
            Words(
                "すべての語に当たるものはありません。語の一部に当たるもの（多い順）です",
                "nothing has all the words; these have some of them, those with the most first",
            )
        )
    if not len(found.rows):
        answer.say(
            Words(
                f"「{text}」に当たるものはありません。短い語や別の語で試すか、questions で問いを探してください",
                f"nothing is called '{text}'; try a shorter or another word, or look for a question with 'questions'",
            )
        )
        return _say_near(desk, answer, found).text()
    answer.say_rows(_hits(found.rows), answer.as_given, offset)
    if len(found.rows) < FEW:
        _say_near(desk, answer, found)
    return answer.say_where("search", {"q": found.text}).text()


def describe(desk: Desk, name: Name, lang: Lang = "ja", plan: Plan = None) -> str:
    """Return what is known of one thing: its place, parts, money, grades, links with basis and reason, and sources."""
    return thing_in_words.describe(desk.graph, desk.answer(lang), desk.graph.resolve(name, plan), plan).text()


def questions(desk: Desk, words: FewWords = "", lang: Lang = "ja") -> str:
    """Find prepared questions by words about what you want to know ('budget ward'), or tell all about one by its name.

    Without words, all are listed. A prepared question is better than SPARQL: it is tested, and counts nothing twice.
    """
    return say_plans(desk.graph, list_of_questions(desk.graph, desk.answer(lang), words)).text()


def ask(desk: Desk, question: str, parameters: Parameters = None, lang: Lang = "ja", offset: Offset = 0) -> str:
    """Ask a prepared question by its name; 'questions' tells which there are, and what parameters they take."""
    graph, answer = desk.graph, desk.answer(lang)
    asked = question_of(graph.library, question)
    given = parameters_of(asked, parameters or {}, lang)
    if lacking := graph.lacking(question, given):
        raise lacks(asked, lacking)
    found = graph.answer_to(asked, given, limit=desk.rows)
    answer.say(graph.asked(question, given))
    if not isinstance(found, Rows):
        answer.say_value(found)
    elif len(found):
        answer.say_rows(found, lambda rows: graph.reading(rows, question, given, lang=lang), offset)
        answer.say_data(question, given, found)
    else:
        answer.say(Words(*(words.replace("--", "") for words in graph.why_empty(question, given))))
    shown = {name: value for name, value in given.items() if name != "lang"}
    return answer.say_where(f"query/{asked.name}", shown).text()


def trace(desk: Desk, start: Name, end: Name, lang: Lang = "ja", plan: Plan = None) -> str:
    """Show how two things hang together, step by step, with the basis, reason and source of each step.

    For instance from a project to an SDG target, or from a goal to an office.
    """
    found = desk.graph.trace(start, end, plan=plan, limit=paths.MOST)
    ends = "~".join(name_of(found_end) for found_end in (found.start, found.end))
    return (
        paths.say(desk.answer(lang), found).say_where("graph", {"at": ends} | ({"plan": plan} if plan else {})).text()
    )


def explain(desk: Desk, subject: Name, predicate: Name, target: Name, lang: Lang = "ja", plan: Plan = None) -> str:
    """Explain why the graph says something that no document says outright: from which facts it follows, and how.

    Predicates are those of the ontology, as coversGoal (a policy holds something that serves a goal), inheritsGoal,
    within, belongsTo.
    """
    from plangraph.reasoning import tree

    proof = desk.graph.explain(subject, predicate, target, plan=plan)
    answer, about = desk.answer(lang).say_lines(tree(proof, lang)).say(NOT_THE_CITYS), proof["statement"]["subject"]
    return (answer.say_where(f"thing/{name_of(about)}") if about.startswith(THINGS) else answer).text()


def coverage(
    desk: Desk, by: By = None, plan: Plan = None, year: Year = None, lang: Lang = "ja", offset: Offset = 0
) -> str:
    """Return which SDG goals a plan serves, row by row, with projects and their share of the budget."""
    rows = desk.graph.coverage(by, plan, year=year, lang=lang)
    kind = by if by in SETS_OF_ROWS else name_of(desk.graph.row_kind(by, plan))
    asked = {"by": kind, "plan": plan, "year": year}
    address = {name: str(value) for name, value in asked.items() if value is not None}
    return matrix.say(desk.answer(lang), rows, offset, plan).say_where("coverage", address).text()


def sparql(desk: Desk, query: Query, lang: Lang = "ja", offset: Offset = 0) -> str:
    """Ask in SPARQL (SELECT, ASK, CONSTRUCT) where no prepared question fits; pg, sdg, rdfs, skos … are known prefixes.

    Read the resource plangraph://guide first: it has the model on a page. Money is in the city's currency, fiscal
    years are integers, labels have the language tags ja and en. Use LIMIT.
    """
    answer = desk.answer(lang)
    found = desk.graph.sparql(query, limit=desk.rows)
    answer.say(unknown_terms(desk.graph.engine, query) or "")
    if isinstance(found, Rows):
        answer.say_rows(found, answer.as_given, offset).say_data(rows=found)
    else:
        answer.say_value(found)
    return answer.say_where("query", {"sparql": query}).text()


def _say_near(desk: Desk, answer: Answer, found: Found) -> Answer:
    """Write which elements are near in meaning to what was looked for."""
    for near in alike(desk.graph.query, found.plans, found.text, answer.lang):
        answer.say(
            Words(
                f"意味の近いもの（提案）: {coded_name(near.element.reference, near.label)}",
                f"near in meaning (suggested): {coded_name(near.element.reference, near.label)}",
            )
        )
    return answer


def _hits(found: Rows) -> Rows:
    """Return hits with the short names by which they can be asked for."""
    shown = {"class_label": "class", "code": "code", "label": "label", "place": "place", "plan_label": "plan"}
    thing, *at = (found.variables.index(name) for name in ("thing", *shown))
    rows = [(_short(row[thing]), *(row[index] for index in at)) for row in found.rows]
    return replace(found, variables=["name", *shown.values()], rows=rows)


def _short(term: Term | None) -> Term | None:
    return Text(name_of(term.value)) if isinstance(term, NamedNode) else term


TOOLS: dict[str, Callable[..., str]] = {
    each.__name__: each for each in (find, describe, questions, ask, trace, explain, coverage, sparql)
}
"""What assistants are offered, by name: functions of a desk and of what the assistant gives."""
