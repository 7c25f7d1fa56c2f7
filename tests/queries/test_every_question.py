"""What holds for every question: its header, its form, and that it answers two unlike cities in both languages."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rdflib.plugins.sparql.parser import parseQuery
from tests.queries.conftest import LIBRARY

from plangraph import queries
from plangraph.emptiness import NEEDED, ON_RESIDENTS, ON_WARDS
from plangraph.errors import ParameterError
from plangraph.namespaces import GRAPHS, PREFIXES, THINGS
from plangraph.queries.headings import read_words
from plangraph.store.answers import Rows, Triples
from plangraph.store.folding import folded
from plangraph.store.lexer import keywords, tokens
from plangraph.store.terms import Literal, NamedNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    import plangraph
    from plangraph.queries import Question
from plangraph.store.answers import Answer

QUESTIONS = LIBRARY.questions()
CITIES = {"kawasaki": QUESTIONS, "minato": queries.Library().questions()}
"""The two unlike cities of which every question is asked; what Kawasaki's dataset brings is Kawasaki's own."""
ASKED: dict[str, dict[str, dict[str, str]]] = {
    city: tomllib.loads(Path(__file__).with_name(f"{city}.toml").read_text("utf-8")) for city in CITIES
}
KEYS = ("asked", "asked_ja")
HEADER = {
    "summary",
    "summary_ja",
    "asked",
    "asked_ja",
    "description",
    "description_ja",
    "tags",
    "internal",
    "rests_on",
    "defaults",
    "derive",
    "enumerate",
    "fold",
}
EMPTY = {
    "kawasaki": {
        "all elements have names": {"elements-without-name"},
        "no sheet or passage of the city names a law beside an element": {"legal-bases"},
        "there are no other cities in this build": {"like-elements"},
        "its tiers are in Japanese and English": {"plurals"},
        "each measure serves a goal, by itself or by something inside it": {"measures-without-sdg"},
        "each project has its budget of fiscal 2024 recorded, be it zero": {"projects-without"},
    },
    "minato": {
        "there are no other cities in this build": {"like-elements"},
        "its tiers are in Japanese": {"plurals"},
        "it tells of no links to the goals or to anything else": {
            *("assumed-links", "contributions", "coverage-holes", "coverage-links", "coverage-links-outside"),
            "coverage-of-plans",
            *("coverage-projects", "coverage-targets-within", "element-coverage", "goal-synergies"),
            *("goals-on-few-projects", "links-between", "links-by-basis", "links-of-thing", "network-outside"),
            *("measures-without-sdg", "suggestion-links", "targets-on-one-project"),
        },
        "there is one plan": {
            *("element-succession", "integrated-plans", "plan-relations", "plan-succession", "plans-around"),
            *("policy-succession", "projects-of-changed-elements", "sectoral-plans"),
        },
        "it has no wards": {"spending-per-resident", "ward-map", "ward-plan", "ward-population", "wards"},
        "it has no strategies and names no challenges": {
            *("challenge-events", "challenge-reach", "challenges", "strategies", "strategy-aims"),
            *("strategy-challenges", "strategy-cycle", "strategy-flows", "strategy-reach", "projects-of-strategies"),
        },
        "it says nothing of how the plan was made": {
            *("guiding-concepts", "milestones", "participants", "plan-makers", "principles", "reported-counts"),
            "schedule",
        },
        "its money is budgets of 2025 above zero, and no settlements": {
            *("budget-changes", "largest-gaps", "projects-without-money"),
        },
        "no population is counted or forecast": {"population-projection"},
        "each element has a name, and each measure an indicator": {"elements-without", "elements-without-name"},
    },
}
"""The questions whose answer is rightly empty with their default parameters, and why."""
UNASKABLE = {"challenge-reach", "schedule", "strategy-aims", "strategy-reach", "ward-plan"}
"""Those of them that need one of a kind of things of which Minato has none."""

OF_THE_SCOPE = {"network-nodes", "network-edges", "drawn-links"}
"""The questions about all that a plan's scope holds, which a wider one holds more of."""

every_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)


def asked(question: Question, city: str = "kawasaki") -> dict[str, str]:
    return ASKED[city].get(question.name, {})


def languages(question: Question) -> list[dict[str, Any]]:
    asks = any(parameter.name == "lang" for parameter in question.parameters)
    return [{"lang": "ja"}, {"lang": "en"}] if asks else [{}]


@every_question
def test_the_header_is_whole_in_both_languages(question: Question) -> None:
    header = question.header

    assert set(header) <= HEADER
    assert set(question.rests_on) <= {*NEEDED, ON_RESIDENTS, ON_WARDS}
    for key in ("summary", "description"):
        english, japanese = header[key], header[f"{key}_ja"]
        assert re.fullmatch(r"[^\u3040-\u30ff\u4e00-\u9fff]+", english), "English is not Japanese"
        assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", japanese), "Japanese is Japanese"
    assert header["tags"][0] == question.topic
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", question.name)


def test_each_question_offered_is_asked_in_several_ways_that_are_its_own() -> None:
    offered = [question for question in QUESTIONS if not question.internal]
    sentences = [folded(sentence) for question in offered for sentence in question.asked]

    assert [question.name for question in offered if any(len(question.header.get(key, ())) < 3 for key in KEYS)] == []
    assert [sentence for sentence, count in Counter(sentences).items() if count > 1] == []


@every_question
def test_the_parameters_are_those_of_the_header(question: Question) -> None:
    named = {parameter.name for parameter in question.parameters}
    marked = {token.text for token in tokens(question.sparql) if re.match(r"[?$]_", token.text)}

    assert marked == {f"?{parameter.variable}" for parameter in question.parameters}
    assert set(question.header.get("defaults") or {}) | set(question.header.get("derive") or {}) <= named
    assert set(question.header.get("enumerate") or {}) <= named
    for parameter in question.parameters:
        assert not parameter.choices or parameter.default in {None, *parameter.choices}
        assert parameter.name != "lang" or parameter.choices == ("ja", "en")


@pytest.mark.long
@every_question
def test_the_file_is_sparql_before_anything_is_bound(question: Question) -> None:
    assert parseQuery(question.sparql)


def test_each_file_has_the_prefix_lines_that_it_uses_and_no_others() -> None:
    for question in QUESTIONS:
        used = {token.text.partition(":")[0] for token in tokens(question.sparql) if token.kind == "name"}
        lines = [f"PREFIX {prefix}: <{base}>" for prefix, base in PREFIXES.items() if prefix in used]

        given = [line for line in question.sparql.splitlines() if line.upper().startswith("PREFIX")]
        assert given == lines, question.name
        assert question.sparql.upper().count("PREFIX ") == len(lines), question.name


def test_whose_a_thing_is_tells_the_graph_and_not_how_iris_are_made() -> None:
    literals = [(each.name, token.text) for each in QUESTIONS for token in tokens(each.sparql) if token.text[0] == '"']
    made = [pair for pair in literals if THINGS in pair[1] or GRAPHS in pair[1] or pair[1] in {'"/id/"', '"/graph/"'}]
    assert len(literals) > len(QUESTIONS)
    assert made == []


def test_no_path_is_walked_to_see_whether_there_is_something() -> None:
    """Oxigraph walks it in an order that chance picks, up to eight times as long; Virtuoso answers otherwise."""
    walked = [(each.name, inside) for each in QUESTIONS for inside in within_exists(each.sparql)]
    assert len(walked) > 9
    assert [(name, inside) for name, inside in walked if {"/", "^", "+"} & set(inside)] == []


def within_exists(sparql: str) -> Iterator[list[str]]:
    """Yield the tokens of each group after EXISTS, but for spaces and comments."""
    read = [token.text for token in tokens(sparql) if token.kind not in {"space", "comment"}]
    for place, word in enumerate(read):
        if word.upper() == "EXISTS":
            depths = itertools.accumulate({"{": 1, "}": -1}.get(each, 0) for each in read[place + 1 :])
            yield read[place + 1 : place + 1 + next(end for end, depth in enumerate(depths) if not depth)]


def test_rows_come_in_an_order() -> None:
    selects = [question for question in QUESTIONS if question.form == "SELECT"]
    assert [question.name for question in selects if "ORDER" not in set(keywords(question.sparql))] == []


def test_names_are_unique_over_all_topics() -> None:
    names = [question.name for question in QUESTIONS]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("city", "question"),
    [pytest.param(city, each, id=f"{city}-{each.name}") for city, its in CITIES.items() for each in its],
)
def test_it_answers_two_unlike_cities_in_both_languages_with_its_columns_and_in_one_order(
    city: str, question: Question, request: pytest.FixtureRequest
) -> None:
    graph: plangraph.Graph = request.getfixturevalue(city)
    empty = question.name in set().union(*EMPTY[city].values())
    if empty and city == "minato" and question.name in UNASKABLE:
        with pytest.raises(ParameterError):
            graph.answer(question.name, {})
        return
    orders = []
    for parameters in languages(question):
        answer = graph.answer(question.name, {**asked(question, city), **parameters})
        assert [column.name for column in question.columns] == (answer.variables if isinstance(answer, Rows) else [])
        if isinstance(answer, Rows):
            assert (len(answer) == 0) == empty
            assert len(set(answer.rows)) == len(answer), "each row once"
            for language in parameters.values():
                in_place_of_english = {"ja-x-en"} if (city, language) == ("minato", "en") else set()
                assert languages_of_labels(answer) <= {None, language} | in_place_of_english
            orders.append([[term for term in row if isinstance(term, NamedNode)] for row in answer.rows])
    assert all(order == orders[0] for order in orders)


def test_what_is_said_to_be_empty_is_a_question_and_named_once() -> None:
    for city, its in CITIES.items():
        named = [name for names in EMPTY[city].values() for name in names]
        assert len(named) == len(set(named))
        assert {*named, *ASKED[city]} <= {question.name for question in its}


def languages_of_labels(rows: Rows) -> set[str | None]:
    labels = [index for index, name in enumerate(rows.variables) if name.endswith("label")]
    return {term.language for row in rows.rows for index in labels if isinstance(term := row[index], Literal)}


@every_question
def test_a_plans_scope_changes_no_answer(question: Question, kawasaki: plangraph.Graph) -> None:
    scoped = "plan" in {parameter.name for parameter in question.parameters}
    if not scoped or question.name in OF_THE_SCOPE:
        return
    text, scope = kawasaki.bound(question, asked(question))

    assert scope
    assert lines(kawasaki.sparql(text, scope)) == lines(kawasaki.sparql(text))


def lines(answer: Answer) -> list[Any]:
    match answer:
        case Rows():
            return list(answer.rows)
        case Triples():
            return sorted(set(map(str, answer)))
        case _:
            return [bool(answer)]


def test_every_column_and_parameter_has_words_in_both_languages() -> None:
    for question in QUESTIONS:
        words = question.wording
        columns = [column.name for column in question.columns]

        assert [name for name in columns if words.column(name, question.name) is None] == [], question.name
        assert [p.name for p in question.parameters if p.name not in words.parameters] == [], question.name
        assert [c for p in question.parameters for c in p.choices if c not in words.choices] == [], question.name
        assert question.topic in words.topics


def test_no_two_columns_of_an_answer_have_the_same_heading() -> None:
    for question in QUESTIONS:
        for headings in zip(*(column.heading.words for column in question.columns), strict=True):
            assert len(set(headings)) == len(headings), question.name


def test_no_words_are_left_over() -> None:
    words = queries.wording()
    for folder in LIBRARY.datasets:
        words = words.also(read_words(folder))
    columns = {column.name for question in QUESTIONS for column in question.columns}
    bases = {name.rpartition("_")[0] for name in columns}
    parameters = {parameter.name for question in QUESTIONS for parameter in question.parameters}

    assert set(words.columns) <= columns | bases
    assert set(words.questions) <= {question.name for question in QUESTIONS}
    assert set(words.parameters) == parameters
    assert set(words.topics) == {question.topic for question in QUESTIONS}
    (told,) = (question for question in QUESTIONS if question.name == "served-plans")
    assert set(words.needs.values()) <= {column.name for column in told.columns}
