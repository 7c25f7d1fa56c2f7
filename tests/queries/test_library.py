"""All questions: old names still answer, a dataset brings its own, and no name means two."""

from __future__ import annotations

from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from tests.queries.conftest import HERE, with_every_question
from tests.queries.test_question import question_file

import plangraph
from plangraph.build.pipeline import build
from plangraph.errors import QuestionError, UnknownQuestion
from plangraph.queries import Library

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "SELECT ?size WHERE { ?s ?_by_iri ?size } ORDER BY ?size"
OLD = '[sizes-by-weight]\nquestion = "names"\nvalues = { by = "pg:weight" }\n'
WORDS = '[columns]\nsize = { ja = "大きさ", en = "Size", holds = "number" }\n'


def test_an_old_name_answers_with_its_values_and_is_not_listed(tmp_path: Path) -> None:
    question_file(tmp_path, TEXT)
    (tmp_path / "aliases.toml").write_text(OLD)
    library = Library(own=tmp_path)

    for found in (library.find("sizes-by-weight"), library.by_name()["sizes-by-weight"]):
        assert (found.name, found.parameters[0].default) == ("names", "pg:weight")
    assert library.find("names").parameters[0].default is None
    assert [question.name for question in library.listed()] == ["names"]


def test_every_old_name_is_that_of_a_question_which_takes_its_values() -> None:
    library = Library()
    named = library.by_name()
    for name, old in library.aliases.items():
        taken = {parameter.name for parameter in named[old["question"]].parameters}
        assert set(old) <= {"question", "values"}
        assert set(old.get("values", {})) <= taken, name
        assert name not in {question.name for question in library.questions()}


def brought(folder: Path, name: str = "sizes") -> Path:
    """A city that brings a question of its own."""
    dataset = folder / "testville"
    copytree(HERE / "data" / "testville", dataset)
    questions = dataset / "queries"
    questions.mkdir()
    question_file(questions, "SELECT ?size WHERE { VALUES ?size { 1 2 } } ORDER BY ?size", name=name)
    (questions / "words.toml").write_text(WORDS, "utf-8")
    return dataset


def test_a_question_that_a_dataset_brings_is_asked_as_it_is_now(tmp_path: Path) -> None:
    dataset = brought(tmp_path)
    assert len(plangraph.load(dataset, tmp_path / "out").query("sizes")) == 2
    file = dataset / "queries" / "test" / "sizes.rq"
    file.write_text(file.read_text("utf-8").replace("{ 1 2 }", "{ 1 2 3 }"), "utf-8")
    assert len(plangraph.load(dataset, tmp_path / "out").query("sizes")) == 3


def test_a_dataset_brings_questions_that_the_build_keeps(tmp_path: Path) -> None:
    dataset = brought(tmp_path)
    build([dataset], tmp_path / "out")
    (dataset / "queries" / "test" / "sizes.rq").unlink()
    graph = plangraph.open(tmp_path / "out")

    assert list(graph.query("sizes")) == [(1,), (2,)]
    (listed,) = [question for question in graph.questions() if question.name == "sizes"]
    assert listed.columns[0].heading.words.en == "Size"


def test_a_question_of_a_dataset_may_not_have_the_name_of_another(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="there is a question 'children' already"):
        build([brought(tmp_path, "children")], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_question_of_a_dataset_that_was_not_built_is_unknown(plantown: plangraph.Graph) -> None:
    with pytest.raises(UnknownQuestion):
        plangraph.Graph(plantown.engine, plantown.manifest).query("finance-figures")
    assert with_every_question(plantown).query("finance-figures").variables
