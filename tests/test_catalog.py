"""Questions as functions: completed, documented, and answered as by their names."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest
from tests.small_city import write_city

import plangraph
from plangraph.errors import ParameterError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    folder = tmp_path_factory.mktemp("catalog")
    return plangraph.load(write_city(folder / "city"), folder / "out")


def test_every_question_is_completed_and_documented(graph: plangraph.Graph) -> None:
    names = dir(graph.queries)

    assert len(names) == len(graph.queries) == len(list(graph.queries))
    for name in names:
        assert name.isidentifier()
        assert inspect.getdoc(getattr(graph.queries, name))


def test_a_question_shows_what_it_takes_and_answers_as_by_its_name(graph: plangraph.Graph) -> None:
    children = graph.queries.children

    assert "element" in inspect.signature(children).parameters
    assert "すぐ下にある要素" in (children.__doc__ or "")
    assert "element : name, code or IRI\n" in (children.__doc__ or "")
    assert children(element="1-1").rows == graph.query("children", element="1-1").rows
    with pytest.raises(ParameterError, match="no parameter 'elephant'"):
        children(elephant="1-1")


def test_what_is_no_question_is_no_attribute(graph: plangraph.Graph) -> None:
    with pytest.raises(AttributeError, match=r"no question 'childrn' \(did you mean 'children'\?\)"):
        _ = graph.queries.childrn


def test_search_finds_things_in_any_spelling(graph: plangraph.Graph) -> None:
    assert "10101020" in graph.search("堤防")["code"]
    assert graph.search("１−１", lang="en")["code"][0] == "1-1"


def test_coverage_is_the_matrix_of_the_report(graph: plangraph.Graph) -> None:
    assert graph.coverage("measure", lang="en").variables == graph.query("coverage-by-measure", lang="en").variables


def test_an_unchanged_dataset_is_not_built_again_and_a_changed_one_is(tmp_path: Path) -> None:
    city, out = write_city(tmp_path / "city"), tmp_path / "out"
    first = plangraph.load(city, out).manifest.identity
    stages: list[str] = []
    again = plangraph.load(city, out, stages.append)
    assert (again.manifest.identity, stages) == (first, [])

    table = city / "elements.csv"
    table.write_text(table.read_text("utf-8").replace("堤防", "新しい堤防"), "utf-8")
    changed = plangraph.load(city, out, stages.append)
    assert changed.manifest.identity != first
    assert stages


def test_without_a_folder_a_dataset_is_kept_where_the_platform_keeps_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PLANGRAPH_STORE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    plangraph.load(write_city(tmp_path / "city"))

    assert list((tmp_path / "cache" / "plangraph").glob("city-*/CURRENT"))
    assert not (tmp_path / ".plangraph").exists()
