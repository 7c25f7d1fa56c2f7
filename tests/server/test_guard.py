# ruff: noqa: S608 - queries are made of parts here to break them
"""What the guard refuses and what it lets pass, against the engine that would run it."""

from __future__ import annotations

from typing import Any

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangraph import queries
from plangraph.errors import QueryRefused, TooLarge
from plangraph.server.admission.guard import Reading, check
from plangraph.server.settings import Settings

SETTINGS = Settings("nowhere")
GRAPH = "https://w3id.org/plangraph/graph/kawasaki"
FAR = "<http://127.0.0.1:9/sparql>"

SPACE = st.sampled_from(["", " ", "\n", "\t", " # SERVICE\n", "#x\r", "  "])
KEYWORD = st.builds(
    "".join,
    st.tuples(*(st.sampled_from([letter, letter.lower()]) for letter in "SERVICE")),
)
SILENT = st.sampled_from(["", "SILENT", " silent "])
ENDPOINT = st.sampled_from([FAR, "ex:e", ":e", "é:e", "?far", "$far", "ex:"])
BEFORE = st.sampled_from(
    ["", "?s ?p ?o .", "?s ?p 1.", "?s ?p 'x'@en.", "?s ?p true", "?s ?p 'a' .", "FILTER(?a<?b)", "{ ?s ?p ?o }"]
)
WRAP = st.sampled_from(["%s", "OPTIONAL{%s}", "{%s} UNION {}", "FILTER EXISTS{%s}", "{SELECT*{%s}}", "GRAPH ?g{%s}"])
PROLOGUE = "PREFIX ex:<http://127.0.0.1:9/> PREFIX :<http://127.0.0.1:9/> PREFIX é:<http://127.0.0.1:9/>"
WORD = st.sampled_from(["SERVICE", "service", "Service", "LOAD", "insert", "FROM"])
HARMLESS = st.sampled_from(
    [
        '?s ?p "%s <http://x> {" .',
        "?s ?p '''a ' %s {''' .",
        '?s ?p "\\" %s" .',
        "?s ?p ?o . # %s <http://x> {}\n",
        "?s <http://x/%s> ?o .",
        "?s <http://x#%s> ?o .",
        "?%s ?p ?o .",
        "?s ?p $%s .",
        "?s ex:%s ?o .",
        "?s %s:p|ex:p ?o .",
        "?s ex:a.%s ?o .",
        "%s:a ?p ?o .",
        "?s ?p _:%s .",
        "?s ?p 'x'@x-%s .",
        "FILTER(?s = %s:f) .",
    ]
)


def refused(text: str, settings: Settings = SETTINGS) -> str:
    with pytest.raises((QueryRefused, TooLarge)) as caught:
        check(text, settings, {GRAPH})
    return str(caught.value)


@given(KEYWORD, SPACE, SILENT, SPACE, ENDPOINT, SPACE, BEFORE, WRAP)
def test_no_query_with_a_service_passes(
    keyword: str, first: str, silent: str, second: str, endpoint: str, third: str, before: str, wrap: str
) -> None:
    inside = f"{before}{keyword}{first}{silent}{second}{endpoint}{third}{{ ?x ?y ?z }}"
    text = f"{PROLOGUE} SELECT * WHERE {{ {wrap % inside} }}"
    assert "SERVICE" in refused(text)


@given(st.lists(st.tuples(HARMLESS, WORD), min_size=1, max_size=6))
def test_the_word_elsewhere_is_not_refused(parts: list[tuple[str, str]]) -> None:
    names = "".join(f"PREFIX {word}: <http://x/{word}/> " for word in sorted({word for _, word in parts}))
    body = " ".join(pattern % word for pattern, word in parts)
    text = f"{names} PREFIX ex: <http://x/> SELECT * WHERE {{ {body} }}"
    pyoxigraph.Store().query(text)  # it is SPARQL
    check(text, SETTINGS, {GRAPH})


@given(st.text(max_size=300))
def test_no_text_breaks_the_guard(text: str) -> None:
    try:
        assert check(text, SETTINGS, {GRAPH}).form in {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
    except (QueryRefused, TooLarge) as error:
        assert str(error)


@given(st.lists(st.sampled_from(
    ["SERVICE", "true", "ex:e", "ex:", ".", "{", "}", " ", "?s", "?p", "1", "'a'", '"', "'", "#", "\n", "<", ">", FAR,
     "SILENT", "\\u0053ERVICE", "@en", "_:b", "^^", "a", "(", ")", "\\", "OPTIONAL"]), max_size=14))  # fmt: skip
def test_whatever_passes_makes_the_engine_fetch_nothing(parts: list[str]) -> None:
    text = f"PREFIX ex: <http://127.0.0.1:9/> SELECT * WHERE {{ {''.join(parts)} }}"
    try:
        check(text, SETTINGS, {GRAPH})
    except (QueryRefused, TooLarge):
        return
    name = pyoxigraph.NamedNode("http://x/")
    store = pyoxigraph.Store()
    store.add(pyoxigraph.Quad(name, name, name))
    try:
        result = store.query(text)
        assert isinstance(result, pyoxigraph.QuerySolutions)
        list(result)
    except SyntaxError:
        pass  # a query that is run and fetches fails with another error, for nothing listens there


def test_escapes_do_not_hide_the_keyword() -> None:
    for keyword in ("\\u0053ERVICE", "SERV\\u0049CE", "\\U00000053ERVICE", "s\\u0065rvice"):
        assert "SERVICE" in refused(f"SELECT * {{ {keyword} {FAR} {{ }} }}")


def test_the_keyword_written_against_a_prefix_is_seen() -> None:
    for name in ("SERVICEex:e", "serviceex:e", "SERVICESILENTex:e", "trueSERVICEex:e"):
        assert "SERVICE" in refused(f"{PROLOGUE} PREFIX SERVICEex: <http://x/> SELECT * {{ {name} {{ }} }}")
    check(f"PREFIX service: <{GRAPH}> SELECT * {{ GRAPH service: {{ ?s ?p ?o }} }}", SETTINGS, {GRAPH})


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <http://127.0.0.1:9/>",
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "CLEAR DEFAULT",
        "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "ASK {} ; \\u004cOAD <http://127.0.0.1:9/>",
    ],
)
def test_updates_are_refused(text: str) -> None:
    assert "cannot be changed" in refused(text)


def test_from_may_only_name_what_is_here() -> None:
    for source in ("<file:///etc/passwd>", "<http://127.0.0.1:9/x>", "NAMED <http://127.0.0.1:9/x>", "ex:far", "<x>"):
        assert "/api/info" in refused(f"PREFIX ex: <http://x/> SELECT * FROM {source} {{ ?s ?p ?o }}")
    check(f"SELECT * FROM <{GRAPH}> FROM NAMED <{GRAPH}> {{ ?s ?p ?o }}", SETTINGS, {GRAPH})
    assert "/api/info" in refused(f"DESCRIBE sdg: <{GRAPH}> FROM sdg:")
    check(f"PREFIX g: <{GRAPH}> SELECT * FROM g: {{ ?s ?p ?o }}", SETTINGS, {GRAPH})
    check("SELECT * { GRAPH <http://x/elsewhere> { ?s ?p ?o } }", SETTINGS, {GRAPH})


def test_a_base_holds_for_all_that_from_names() -> None:
    both = {"http://x/graph/mini/3", "http://x/graph/mini"}
    check("BASE <http://x/graph/> SELECT * FROM <mini/3> FROM <mini> { ?s ?p ?o }", SETTINGS, both)
    assert "/api/info" in refused("BASE <http://x/> SELECT * FROM <mini> { ?s ?p ?o }")


@pytest.mark.parametrize(
    "text",
    [
        f"PREFIX g: '{GRAPH}' SELECT * FROM g: {{}}",
        f"PREFIX ?g <{GRAPH}> SELECT * FROM ?g {{}}",
        f"DESCRIBE g: <{GRAPH}> FROM g:",
        f"SELECT g: <{GRAPH}> FROM g: {{}}",
        f"PREFIX g: ?x <{GRAPH}> SELECT * FROM g: {{}}",
        f"BASE '{GRAPH}' SELECT * FROM <> {{}}",
        f"CONSTRUCT {{ ?s a <{GRAPH}> }} FROM <> {{}}",
        f"SELECT * FROM <{GRAPH}> FROM <> {{}}",
        f"SELECT * FROM <{GRAPH}> NAMED <{GRAPH}> FROM NAMED <x> {{}}",
        f"SELECT * FROM NAMED <x> FROM <{GRAPH}> {{}}",
    ],
)
def test_nothing_but_prefix_and_base_says_what_from_names(text: str) -> None:
    assert "/api/info" in refused(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("max-depth", "ASK" + "{" * 33 + "}" * 33),
        ("max-depth", "ASK { FILTER(" + "(" * 40 + "1" + ")" * 40 + ") }"),
        ("max-depth", "ASK { ?s ?p " + "[ ?p " * 40 + "1" + "]" * 40 + " }"),
        ("max-optionals", "ASK { " + "OPTIONAL { ?s ?p ?o } " * 41 + "}"),
        ("max-unions", "ASK { " + "UNION".join(["{ ?s ?p ?o }"] * 102) + "}"),
        ("max-operators", "ASK { FILTER(" + "!" * 2001 + "true) }"),
        ("max-operators", "ASK { ?s " + "/".join(["a"] * 2002) + " ?o }"),
        ("max-clauses", "ASK { " + "MINUS { ?s ?p ?o } " * 201 + "}"),
        ("max-tokens", "ASK {" + "a " * 10_000 + "}"),
        ("max-length", "ASK {}" + " " * 65_536),
    ],
)
def test_each_refusal_names_the_limit_and_its_value(name: str, text: str) -> None:
    message = refused(text)
    assert name in message
    assert str(getattr(SETTINGS, name.replace("-", "_"))) in message


@pytest.mark.parametrize(
    ("name", "most", "beyond"),
    [
        ("max_tokens", "{ a }", "{ a b }"),
        ("max_optionals", "OPTIONAL { } OPTIONAL { } OPTIONAL { }", "OPTIONAL { } OPTIONALOPTIONAL { } OPTIONAL { }"),
        ("max_unions", "{ } UNION { } UNION { } UNION { }", "{ } UNION { } UNIONUNION { } UNION { }"),
        ("max_clauses", "MINUS { } FILTER(1) BIND(1 AS ?x)", "SELECT * { } EXISTS { } VALUES ?x { } GRAPH ?g { }"),
        ("max_depth", "([{}]) ([{}])", "([{()}])"),
        ("max_operators", "! ^ |", "& + - *"),
        ("max_operators", "/ = |", "/ = & +"),
        ("max_length", "ASK", "ASK "),
    ],
)
def test_a_limit_may_be_reached_and_not_passed(name: str, most: str, beyond: str) -> None:
    three: dict[str, Any] = {name: 3}
    settings = Settings("nowhere", **three)
    check(most, settings, ())
    assert name.replace("_", "-") in refused(beyond, settings)


def test_an_escape_of_no_character_is_left_as_it_is() -> None:
    assert check('SELECT ("\\U00110000\\UFFFFFFFF" AS ?x) {}', SETTINGS, ()) == Reading("SELECT", repeatable=True)


def test_limits_are_settings() -> None:
    check("ASK {{{}}}", Settings("nowhere", max_depth=3), ())
    refused("ASK {{{{}}}}", Settings("nowhere", max_depth=3))


def test_every_question_passes() -> None:
    for question in queries.Library().questions():
        assert check(question.sparql, SETTINGS, question.graphs).form == question.form


def test_what_changes_each_time_is_known() -> None:
    assert not check("SELECT (now() AS ?t) {}", SETTINGS, ()).repeatable
    assert check('SELECT ("now()" AS ?t) {}', SETTINGS, ()).repeatable
