"""Parameters take the place of variables as terms: no value can change the query that it is put into."""

from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangraph.errors import ParameterError
from plangraph.large_numbers import MOST_DIGITS
from plangraph.opening import library
from plangraph.queries import Question, bind, over
from plangraph.queries.parameter_terms import chosen
from plangraph.store.lexer import tokens

SPARQL = """# ?_text_string stays in a comment
SELECT ?s WHERE {
  ?s <x:p> ?_thing_iri , ?_count_integer , ?_share_decimal , ?_text_string , ?_name_ja , "?_text_string" .
  FILTER(LANG(?s) = $_text_string)
}"""
QUESTION = Question("bound", "test", SPARQL, {"defaults": {"count": 1}, "enumerate": {"name": ["名", "別"]}})
GOOD = {"thing": "http://example.org/x", "share": "0.5", "text": "words", "name": "名"}
NASTY = (
    st.text()
    | st.text(st.sampled_from("\"'\\<>{}()?$#:@_.;,^|`% \n\r\t\0xé語/"))
    | st.sampled_from(
        [
            '" . } DROP ALL #',
            "'''",
            '"""',
            "http://x/> ?p ?o . <http://x/",
            "sdg:1> } #",
            "\\u0022",
            "1 } #",
            "?_text_string",
        ]
    )
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens(text)]


@pytest.mark.parametrize("name", ["thing", "count", "share", "text"])
@given(value=NASTY)
def test_no_value_changes_the_query_around_it(name: str, value: str) -> None:
    try:
        bound = bind(QUESTION, GOOD | {name: value})
    except ParameterError:
        return
    harmless = bind(QUESTION, GOOD)
    terms = {"string", "iri"}

    assert [kind for kind, _ in kinds(bound)] == [kind for kind, _ in kinds(harmless)]
    for (kind, text), (_, usual) in zip(kinds(bound), kinds(harmless), strict=True):
        assert kind in terms or text == usual
    pyoxigraph.Store().query(bound)


def test_a_text_that_is_looked_for_is_compared_without_case_and_edges_and_is_not_of_spaces_alone() -> None:
    question = Question("sought", "test", "SELECT (?_text_string AS ?x) {}", {"fold": ["text"]})

    assert '("ward" AS ?x)' in bind(question, {"text": " Ward\u3000"})
    assert '("" AS ?x)' in bind(question, {"text": ""})
    with pytest.raises(ParameterError, match="text is empty: say what to look for"):
        bind(question, {"text": " \u3000"})


@given(value=st.text())
def test_a_text_comes_out_as_it_was_put_in(value: str) -> None:
    question = Question("echo", "test", "SELECT (?_text_string AS ?x) {}", {})
    try:
        bound = bind(question, {"text": value})
    except ParameterError:  # half of a surrogate pair is no text
        return
    (row,) = pyoxigraph.Store().query(bound)  # type: ignore[misc]

    assert row[0].value == value


def test_variables_become_terms_of_their_types_and_defaults_fill_in() -> None:
    bound = bind(QUESTION, GOOD)

    assert '<http://example.org/x> , "1"^^<http://www.w3.org/2001/XMLSchema#integer>' in bound
    assert '"0.5"^^<http://www.w3.org/2001/XMLSchema#decimal> , "words" , "名"@ja , "?_text_string"' in bound
    assert 'LANG(?s) = "words"' in bound
    assert bound.startswith("# ?_text_string stays")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("count", "many"),
        ("count", "1.5"),
        ("share", "half"),
        ("share", "NaN"),
        ("share", "Infinity"),
        ("share", "1,5"),
        ("share", "1e1000000"),
        ("thing", "no such thing"),
        ("thing", "http://example.org/a b"),
        ("thing", "http://example.org/x\n"),
        ("thing", "pg:a>b"),
        ("text", "\ud800"),
        ("name", "ほか"),
    ],
)
def test_a_value_that_is_not_of_its_type_is_refused_by_the_name_of_its_parameter(name: str, value: str) -> None:
    with pytest.raises(ParameterError, match=f"^{name}:"):
        bind(QUESTION, GOOD | {name: value})


def test_a_parameter_that_a_question_does_not_have_is_told_what_is_meant() -> None:
    with pytest.raises(ParameterError, match=r"no parameter 'shar'; it has: .*did you mean 'share'") as refused:
        bind(QUESTION, GOOD | {"shar": 1})
    assert "あるもの: thing, count, " in refused.value.words.ja


def test_a_question_without_parameters_says_that_it_has_none() -> None:
    with pytest.raises(ParameterError, match="it has: none") as refused:
        bind(Question("of-all", "test", "SELECT ?s WHERE { ?s ?p ?o }", {}), {"shar": 1})
    assert "あるもの: なし" in refused.value.words.ja


@pytest.mark.parametrize("power", [MOST_DIGITS, -MOST_DIGITS])
def test_a_number_may_have_so_many_digits_and_no_more(power: int) -> None:
    beyond = power + (1 if power > 0 else -1)

    assert bind(QUESTION, GOOD | {"share": f"1e{power}"})
    with pytest.raises(ParameterError, match=f"1e{beyond}"):
        bind(QUESTION, GOOD | {"share": f"1e{beyond}"})


YEAR = Question("of-year", "test", "SELECT ?s WHERE { ?s <x:year> ?_year_integer }", {})


@pytest.mark.parametrize(
    "given", [2024, "2024", "２０２４", "2024年度", "令和6年度", "令和六年", "R6", "ｒ６", "FY2024"]
)
def test_a_fiscal_year_is_read_as_people_write_it(given: object) -> None:
    assert bind(YEAR, {"year": given}) == bind(YEAR, {"year": "2024"})


@pytest.mark.parametrize("given", ["R", "令和", "2024と2025", "x"])
def test_what_is_no_fiscal_year_is_told_with_one_that_is(given: str) -> None:
    with pytest.raises(ParameterError, match=f"^year: '{given}' is not a fiscal year, such as 2024, 令和6年度 or R6"):
        bind(YEAR, {"year": given})


def test_a_missing_value_and_an_unknown_name_are_refused() -> None:
    with pytest.raises(ParameterError, match="needs a value for 'thing'"):
        bind(QUESTION, {})
    with pytest.raises(ParameterError, match="no parameter 'year'; it has: thing, count"):
        bind(QUESTION, GOOD | {"year": 2024})


@pytest.mark.parametrize(
    ("given", "iri"),
    [
        ("sdg:11.5", "http://metadata.un.org/sdg/11.5"),
        ("sdg：１１.５", "http://metadata.un.org/sdg/11.5"),
        ("pg:Project", "https://w3id.org/plangraph/ontology#Project"),
        ("1-1-1", "http://example.org/found"),
        ("office:works", "http://example.org/works"),
        ("https://example.org/語", "https://example.org/語"),
    ],
)
def test_things_may_be_named_by_iri_prefix_or_what_a_resolver_knows(given: str, iri: str) -> None:
    known = {"1-1-1": "http://example.org/found", "office:works": "http://example.org/works"}

    assert f"<{iri}>" in bind(QUESTION, GOOD | {"thing": given}, lambda name, _: known.get(name))


def test_width_and_case_are_folded_where_the_header_asks_for_it() -> None:
    sparql = "SELECT * { ?s ?p ?_text_string , ?_other_string }"
    question = Question("folds", "test", sparql, {"fold": ["text"]})

    assert '"ictとけあ" , "ＩＣＴとｹｱ"' in bind(question, {"text": "ＩＣＴとｹｱ", "other": "ＩＣＴとｹｱ"})


def test_the_graphs_that_a_query_sees_are_written_before_its_pattern() -> None:
    sparql = "# WHERE it is\nSELECT ?s WHERE { { SELECT ?s WHERE { ?s ?p 'WHERE' } } }"

    assert over(sparql, ["http://example.org/a", "http://example.org/b"]) == (
        "# WHERE it is\nSELECT ?s FROM <http://example.org/a>\nFROM <http://example.org/b>\n"
        "WHERE { { SELECT ?s WHERE { ?s ?p 'WHERE' } } }"
    )
    assert over(sparql, []) == sparql
    assert over("ASK { ?s ?p ?o }", ["http://example.org/a"]) == "ASK { ?s ?p ?o }"


def test_a_query_that_names_its_graphs_keeps_to_them() -> None:
    sparql = "SELECT ?s FROM # the one\n <http://example.org/a> WHERE { ?s ?p 'FROM <x:>' }"

    assert over(sparql, ["http://example.org/a"]) == sparql
    assert Question("from", "test", sparql, {}).graphs == ("http://example.org/a",)


OPTIONAL = Question(
    "optional",
    "test",
    """SELECT ?x WHERE {
  VALUES ?x { 1 2 3 4 }
  FILTER(?x >= ?__from_integer && !(?x = ?__not_integer))
  { SELECT ?x WHERE { VALUES ?x { 1 3 } BIND(?__odd_integer AS ?asked) } }
}""",
    {},
)


@pytest.mark.parametrize(
    ("values", "left"),
    [({}, "1 2 3 4"), ({"from": 2}, "1 2 3 4"), ({"from": 2, "not": 3}, "2 4"), ({"odd": 1}, "1 3")],
)
def test_what_asks_for_an_optional_value_falls_away_where_it_is_not_given(values: dict[str, int], left: str) -> None:
    found = pyoxigraph.Store().query(bind(OPTIONAL, values))

    assert " ".join(row["x"].value for row in found) == left  # type: ignore[union-attr]
    assert not any(parameter.required for parameter in OPTIONAL.parameters)


@pytest.mark.parametrize(
    ("given", "choice"),
    [
        ("pg:Behind", "pg:Behind"),
        ("behind", "pg:Behind"),
        ("目標を下回る", "pg:Behind"),
        ("ＢＥＨＩＮＤ ＴＡＲＧＥＴ", "pg:Behind"),
        ("下回", "pg:Behind"),
        ("ahead", "pg:Ahead"),
    ],
)
def test_a_choice_may_be_called_by_its_name_or_by_a_part_that_no_other_has(given: str, choice: str) -> None:
    question = library().find("projects-by-standing")
    (parameter,) = (each for each in question.parameters if each.name == "standing")

    assert chosen(question, parameter, given) == choice


def test_a_choice_is_meant_by_its_whole_name_also_where_that_is_a_part_of_another() -> None:
    question = Question("bound", "test", SPARQL, {"enumerate": {"name": ["pg:Plan", "pg:PlanTier"]}})
    (parameter,) = (each for each in question.parameters if each.name == "name")

    assert chosen(question, parameter, "plan") == "pg:Plan"


@pytest.mark.parametrize("given", ["目標", "target", " ", "最高"])
def test_what_is_no_choice_or_a_part_of_several_is_told_with_all(given: str) -> None:
    question = library().find("projects-by-standing")
    (parameter,) = (each for each in question.parameters if each.name == "standing")

    with pytest.raises(ParameterError, match=r"is not one of pg:Ahead \(Ahead of target\), pg:OnTarget"):
        chosen(question, parameter, given)


@pytest.mark.parametrize(
    ("typed", "meant"), [("1,000", "1000"), ("１００万", "1000000"), ("1.5億円", "150000000"), (1e16, "1" + "0" * 16)]
)
def test_a_number_is_taken_as_people_write_it(typed: object, meant: str) -> None:
    assert bind(QUESTION, GOOD | {"share": typed}) == bind(QUESTION, GOOD | {"share": meant})


@pytest.mark.parametrize(("name", "said"), [("share", "is not a number, such as"), ("count", "is not a whole number")])
def test_what_is_no_number_is_refused_in_plain_words(name: str, said: str) -> None:
    with pytest.raises(ParameterError, match=f"^{name}: 'lots' {said}"):
        bind(QUESTION, GOOD | {name: "lots"})
