"""Words of columns: said once, by a question's own first, and composed for endings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plangraph.errors import QuestionError
from plangraph.queries.headings import Wording, read_words
from plangraph.store.columns import Heading
from plangraph.store.lexer import projected
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """
[endings]
code = { ja = "{}のコード", en = "{}: code", holds = "code" }
[columns]
source = { ja = "出典", en = "Source", holds = "thing" }
[questions.flows]
source = { ja = "起点", en = "From", holds = "thing" }
[parameters]
year = { ja = "年度", en = "Fiscal year" }
ward = { ja = "区", en = "Ward", sort = "pg:Ward" }
"""


def words_of(folder: Path, text: str = TEXT) -> Wording:
    (folder / "words.toml").write_text(text, "utf-8")
    return read_words(folder)


def test_a_column_is_called_as_its_question_says_or_else_as_in_all(tmp_path: Path) -> None:
    words = words_of(tmp_path)

    assert words.column("source") == Heading(Words("出典", "Source"), "thing")
    assert words.column("source", "flows") == Heading(Words("起点", "From"), "thing")
    assert words.column("sauce") is None


def test_an_ending_is_composed_with_what_stands_before_it(tmp_path: Path) -> None:
    words = words_of(tmp_path)

    assert words.column("source_code") == Heading(Words("出典のコード", "Source: code"), "code")
    assert words.column("source_code", "flows") == Heading(Words("起点のコード", "From: code"), "code")
    assert words.column("sauce_code") is None
    assert words.column("_code") is None


def test_a_heading_of_its_own_comes_before_a_composed_one(tmp_path: Path) -> None:
    own = '[questions.codes]\nsource_code = { ja = "番号", en = "Number", holds = "code" }\n'
    assert words_of(tmp_path, TEXT + own).column("source_code", "codes") == Heading(Words("番号", "Number"), "code")


def test_the_words_of_another_folder_are_added_and_come_first(tmp_path: Path) -> None:
    more = Wording({"source": Heading(Words("元", "Origin"), "thing")}, parameters={"place": Words("場所", "Place")})
    both = words_of(tmp_path).also(more)

    assert both.column("source_code") == Heading(Words("元のコード", "Origin: code"), "code")
    assert set(both.parameters) == {"year", "ward", "place"}


def test_a_parameter_says_of_which_class_its_things_are(tmp_path: Path) -> None:
    assert words_of(tmp_path).sorts == {"ward": ("https://w3id.org/plangraph/ontology#Ward",)}


def test_a_folder_without_words_has_none(tmp_path: Path) -> None:
    assert read_words(tmp_path) == Wording()


@pytest.mark.parametrize(
    "text",
    [
        "[columns",
        '[columns]\nyear = "Year"',
        '[columns]\nyear = { ja = "年度", en = "Year" }',
        '[columns]\nyear = { ja = "年度", holds = "year" }',
        '[columns]\nyear = { ja = "年度", en = "Year", holds = "years" }',
        '[topics]\nplans = { en = "Plans" }',
        'columns = "none"',
        '[parameters]\nward = { ja = "区", en = "Ward", sort = "ward" }',
    ],
)
def test_words_that_lack_something_are_refused_with_their_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(QuestionError, match=r"words\.toml: cannot be read"):
        words_of(tmp_path, text)


@pytest.mark.parametrize(
    ("sparql", "names"),
    [
        (
            "SELECT DISTINCT ?a (COUNT(?x) AS ?b) (SUM(IF(?y = 1, ?z, 0)) as ?c) $d FROM <x:> WHERE { ?no ?one ?here }",
            "a b c d",
        ),
        ("# SELECT ?told\nSELECT (COUNT(*) AS ?a) { { SELECT ?inside { ?s ?p ?o } } }", "a"),
        ("SELECT * WHERE { ?s ?p ?o }", ""),
        ("DESCRIBE ?s WHERE { ?s ?p ?o }", ""),
        ("CONSTRUCT { ?s ?p ?o } WHERE { SELECT ?s ?p ?o { ?s ?p ?o } }", ""),
    ],
)
def test_the_columns_that_a_select_names_are_read(sparql: str, names: str) -> None:
    assert projected(sparql) == tuple(names.split())
