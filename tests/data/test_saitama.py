"""Saitama's tables reconcile with what its booklets say, and stand beside Kawasaki's without a change to either."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

import pytest
from tests.shared import built_once

import plangraph
from plangraph import resources
from plangraph.build import layout
from plangraph.build.catalogue import CATALOGUE
from plangraph.build.pipeline import build

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = {
    "コミュニティ・人権・多文化共生": 12,
    "環境": 19,
    "健康・スポーツ": 12,
    "教育": 25,
    "生活安全": 9,
    "福祉": 22,
    "子ども・子育て": 17,
    "文化": 7,
    "都市インフラ": 44,
    "防災・消防": 18,
    "経済・産業": 25,
    "市民協働・公民連携": 12,
    "高品質経営市役所": 36,
}
"""The number of projects in each field, as the booklets count them."""

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def saitama(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    return plangraph.open(built_once(tmp_path_factory, resources.DATA / "saitama"), in_memory=True)


def of_both(folder: Path, *cities: str) -> Path:
    """Build two cities into a folder, which takes over what was built there before and has not changed."""
    build([resources.DATA / city for city in cities], folder)
    return layout.current(folder)


def count(graph: plangraph.Graph, where: str) -> int:
    [row] = graph.sparql(f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {where} }}").to_dicts()  # type: ignore[union-attr]
    return int(row["n"])


def test_each_field_holds_the_projects_that_the_booklets_count(saitama: plangraph.Graph) -> None:
    rows = saitama.sparql(
        """SELECT ?name (COUNT(?project) AS ?n)
        WHERE {
            ?field a pg:Policy ; rdfs:label ?name . ?project a pg:Project ; pg:within ?field
            FILTER(LANG(?name) = "ja")
        }
        GROUP BY ?name"""
    ).to_dicts()  # type: ignore[union-attr]

    assert {row["name"]: row["n"] for row in rows} == FIELDS
    assert sum(FIELDS.values()) == 258


@pytest.mark.parametrize(
    ("where", "number"),
    [
        ("?x a pg:Measure", 64),
        ("?x a pg:Project", 258),
        ('?x a pg:Indicator ; pg:tier/rdfs:label "成果指標"@ja ; pg:measures/a pg:Measure', 97),
        ('?x a pg:Indicator ; pg:tier/rdfs:label "数値目標"@ja ; pg:measures/a pg:Project', 531),
        ("?x a pg:Indicator . ?o pg:about ?x", 22),
        ("?o pg:about ?x ; pg:kind pg:TargetValue ; pg:fiscalYear 2026", 22),
        ("?x a pg:Project ; pg:responsible ?office", 258),
        ("?x a pg:Measure ; rdfs:label ?name ; skos:notation ?code FILTER(STR(?name) = STR(?code))", 64),
        ("?x a pg:Evaluation", 0),
        ("?x pg:unit pg:Yen", 0),
    ],
)
def test_the_tables_reconcile_with_what_is_known(saitama: plangraph.Graph, where: str, number: int) -> None:
    assert count(saitama, where) == number


def test_a_project_of_several_offices_has_them_all(saitama: plangraph.Graph) -> None:
    offices = count(saitama, '?p skos:notation "01-2-1-03" ; pg:responsible ?x')

    assert offices == 3


def test_both_orders_of_building_say_the_same_of_each_city(kawasaki_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(kawasaki_folder, tmp_path / "built", symlinks=True)
    one = of_both(tmp_path / "built", "kawasaki", "saitama")
    other = of_both(tmp_path / "built", "saitama", "kawasaki")

    assert one != other
    assert said_in(one) == said_in(other)
    told, again = map(layout.read_manifest, (one, other))
    assert set(told.datasets) == set(again.datasets) == {"kawasaki", "saitama"}
    assert (told.scopes, told.plans) == (again.scopes, again.plans)


def said_in(build: Path) -> str:
    """Return the digest of all lines of a build, in their order, but for those that say when it was made, and how."""
    lines = (build / layout.NQUADS).read_bytes().splitlines()
    kept = [line for line in lines if not line.endswith(f"<{CATALOGUE}> .".encode())]
    assert 0 < len(lines) - len(kept) < len(kept) / 100
    return hashlib.sha256(b"\n".join(kept)).hexdigest()


def test_what_the_city_does_not_publish_is_told_where_an_answer_is_empty(saitama: plangraph.Graph) -> None:
    assert saitama.why_empty("standing-counts", {}).ja == "この計画には評価のデータがありません"
    assert saitama.why_empty("largest-projects", {}).en == "this plan has no data of this kind: budget"
    assert saitama.why_empty("coverage-targets-within", {"element": "01"}).en == "nothing of this kind is in the data"
