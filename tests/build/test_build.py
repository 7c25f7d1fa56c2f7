"""A build is whole or it is not there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.build.counted import COUNT, projects
from tests.small_city import write_city

import plangraph
from plangraph import iris, opening
from plangraph.build import contents, judgement, layout, pipeline
from plangraph.build.catalogue import CATALOGUE
from plangraph.build.pipeline import build
from plangraph.build.segments import SEGMENTS, excerpt
from plangraph.errors import DataError, StoreNotFound
from plangraph.store import expect_rows

if TYPE_CHECKING:
    from pathlib import Path


def test_a_small_build_needs_no_store_on_disk(tmp_path: Path) -> None:
    build([write_city(tmp_path / "city")], tmp_path / "out")
    assert not (layout.current(tmp_path / "out") / layout.STORE).exists()
    assert projects(tmp_path / "out") == 2


def test_a_large_build_answers_from_disk_and_from_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "IN_MEMORY", 100)
    build([write_city(tmp_path / "city")], tmp_path / "out")
    assert (layout.current(tmp_path / "out") / layout.STORE).is_dir()
    assert projects(tmp_path / "out") == 2
    in_memory = plangraph.open(tmp_path / "out", in_memory=True)
    assert next(iter(expect_rows(in_memory.sparql(COUNT))))[0] == 2


def test_what_a_plan_adds_up_to_is_what_the_questions_count(kawasaki: plangraph.Graph) -> None:
    [counts] = kawasaki.query("coverage-of-plans", figure="pg:servingProjects").to_dicts()
    goals = kawasaki.query("coverage-goals").to_dicts()
    assert [counts[f"goal{goal['code']}"] for goal in goals] == [goal["projects"] for goal in goals]
    assert counts["plan"] == kawasaki.manifest.plan


def test_what_several_graphs_tell_of_is_counted_once(kawasaki: plangraph.Graph) -> None:
    told = "SELECT ?class (COUNT(DISTINCT ?thing) AS ?number) { ?thing a ?class FILTER(isIRI(?class)) } GROUP BY ?class"
    there = {row["class"]: row["number"] for row in expect_rows(kawasaki.sparql(told)).to_dicts()}
    in_several = "ASK { GRAPH ?g { ?plan a pg:Plan } GRAPH ?h { ?plan a pg:Plan } FILTER(?g != ?h) }"

    assert bool(kawasaki.sparql(in_several))
    assert kawasaki.manifest.counts == {kind: there[kind] for kind in kawasaki.manifest.counts}


def test_equal_tables_build_to_the_same_identity(tmp_path: Path) -> None:
    folder = write_city(tmp_path / "city")
    first, second = build([folder], tmp_path / "a"), build([folder], tmp_path / "b")
    assert first == second


def test_only_the_last_two_builds_are_kept_and_the_previous_can_be_named(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for year in (2025, 2026, 2027):
        write_city(tmp_path / "city", {"plans.csv": ("2022,2025", f"2022,{year}")})
        build([tmp_path / "city"], out)
    assert sorted(path.name[:4] for path in out.iterdir() if path.is_dir()) == ["0002", "0003"]
    before = layout.previous(out)
    assert before is not None
    assert before.name.startswith("0002")


def test_folders_of_others_beside_the_builds_are_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for name in ("3rd-copy", "0001-notes", ".partial-mine"):
        (out / name).mkdir(parents=True)
    for year in (2025, 2026, 2027):
        write_city(tmp_path / "city", {"plans.csv": ("2022,2025", f"2022,{year}")})
        build([tmp_path / "city"], out)
    assert all((out / name).is_dir() for name in ("3rd-copy", "0001-notes", ".partial-mine"))


def test_an_empty_folder_has_no_build(tmp_path: Path) -> None:
    with pytest.raises(StoreNotFound, match="plangraph build"):
        plangraph.open(tmp_path)


def test_each_plan_has_its_graph_and_what_follows_stands_apart(tmp_path: Path) -> None:
    manifest = build([write_city(tmp_path / "city")], tmp_path / "out")
    plan = iris.graph("mini", "3")
    assert manifest.graphs[plan]
    assert manifest.graphs[iris.inferred(plan)]
    shared = {iris.graph("mini"), iris.graph("mini", "concept"), iris.graph("sdg"), iris.graph("ontology")}
    assert {plan, *shared} <= set(manifest.scopes[iris.thing("mini", "3")])
    graph = plangraph.open(tmp_path / "out")
    where = f"GRAPH <{iris.inferred(plan)}>"
    told = graph.sparql(f"ASK {{ {where} {{ ?p pg:contributesToGoal sdg:11 }} }}")
    assert bool(told)


def test_an_official_link_stands_instead_of_the_assumed_one_and_both_are_kept(tmp_path: Path) -> None:
    row = "3,1-1-1,contributesToTarget,sdg:11.5,Assumed,被害を減らす,Fewer losses,,,\n"
    official = "3,1-1-1,contributesToTarget,sdg:11.5,Official,,,,doc,2\n"
    folder = write_city(tmp_path / "city", {"links.csv": (row, row + official)})
    build([folder], tmp_path / "out")
    rows = expect_rows(
        plangraph.open(tmp_path / "out").sparql(
            "SELECT ?strong ?weak WHERE { ?l pg:supersedes ?k . ?l pg:basis ?strong . ?k pg:basis ?weak }"
        )
    )
    assert [tuple(str(cell).rpartition("#")[2] for cell in row) for row in rows] == [("Official", "Assumed")]


def test_a_city_that_has_not_changed_is_taken_over_from_the_build_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mini, out = write_city(tmp_path / "mini"), tmp_path / "out"
    other = write_city(tmp_path / "other", {"plan.toml": ('key = "mini"', 'key = "other"')})
    first = build([mini, other], out)
    write_city(other, {"plan.toml": ('key = "mini"', 'key = "other"'), "elements.csv": ("堤防", "防波堤")})
    read: list[str] = []

    def noted(folder: Path, shared: judgement.Shared) -> judgement.Facts:
        read.append(folder.name)
        return judgement.read_dataset(folder, shared)

    monkeypatch.setattr(pipeline, "read_dataset", noted)
    second = build([mini, other], out)

    assert read == ["other"]
    assert second.identity != first.identity
    assert second == build([mini, other], tmp_path / "anew")
    assert projects(out) == 4


def test_the_graphs_of_a_plan_are_read_from_the_parts_in_which_they_stand(tmp_path: Path) -> None:
    mini = write_city(tmp_path / "mini")
    other = write_city(tmp_path / "other", {"plan.toml": ('key = "mini"', 'key = "other"')})
    manifest = build([mini, other], tmp_path / "out")
    folder = layout.current(tmp_path / "out")
    lines = (folder / layout.NQUADS).read_bytes().splitlines(keepends=True)
    for scope in manifest.scopes.values():
        of_scope = sorted(line for line in lines if line.rsplit(b" ", 2)[1][1:-1].decode() in scope)
        found = excerpt(folder, manifest.graphs, scope)
        assert found is not None
        assert sorted(found.splitlines(keepends=True)) == of_scope
    assert excerpt(folder, manifest.graphs, [CATALOGUE]) is None  # which stands in no part


def test_problems_of_several_cities_say_of_which_they_are(tmp_path: Path) -> None:
    mini = write_city(tmp_path / "mini")
    wrong = {"plan.toml": ('key = "mini"', 'key = "other"'), "elements.csv": ("堤防,Levees,works", "堤防,Levees,work")}

    with pytest.raises(DataError) as caught:
        build([mini, write_city(tmp_path / "other", wrong)], tmp_path / "out")

    assert [problem.place for problem in caught.value.problems] == ["other/elements.csv:7"]
    assert not (tmp_path / "out").exists()


def test_each_city_is_told_as_it_begins(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []

    build([write_city(tmp_path / "mini")], tmp_path / "out", progress=lambda *city: told.append(city))

    assert told == [("mini", 1, 1)]


def test_a_build_that_memory_does_not_hold_at_once_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    city = write_city(tmp_path / "city")
    build([city], tmp_path / "whole")
    monkeypatch.setattr(layout, "IN_MEMORY", 0)
    monkeypatch.setattr(contents, "IN_MEMORY", 100)
    monkeypatch.setattr(contents, "AT_ONCE", 30)
    build([city], tmp_path / "bit by bit")
    whole, by_bits = (layout.current(tmp_path / name) for name in ("whole", "bit by bit"))
    assert (by_bits / layout.NQUADS).read_bytes() == (whole / layout.NQUADS).read_bytes()
    assert json.loads((by_bits / SEGMENTS).read_text("utf-8")) == json.loads((whole / SEGMENTS).read_text("utf-8"))
    opening.verify(tmp_path / "bit by bit")
    assert sorted(path.name for path in by_bits.iterdir()) == sorted(
        [SEGMENTS, layout.NQUADS, layout.MANIFEST, "store"]
    )
