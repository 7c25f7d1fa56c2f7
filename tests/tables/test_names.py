"""References in tables stand for what a planner means by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.small_city import write_city

from plangraph import ontology
from plangraph.tables import City, read_city

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.errors import Problem

THINGS = "https://w3id.org/plangraph/id/mini/"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    problems: list[Problem] = []
    folder: Path = write_city(tmp_path_factory.mktemp("tables") / "city")
    read = read_city(folder, ontology.load(), frozenset({"11", "11.5"}), problems)
    assert problems == []
    return read


@pytest.mark.parametrize(
    ("reference", "iri"),
    [
        ("1-1-1", THINGS + "3/measure/1-1-1"),
        ("1-1", THINGS + "concept/policy/1-1"),
        ("concept/1-1", THINGS + "concept/policy/1-1"),
        ("plan:concept", THINGS + "concept"),
        ("施策:1-1-1", THINGS + "3/measure/1-1-1"),
        ("施策：３/1-1-1", THINGS + "3/measure/1-1-1"),
        ("office:works", THINGS + "office/works"),
        ("place:east", THINGS + "place/east"),
        ("source:doc", THINGS + "source/doc"),
        ("milestone:start", THINGS + "milestone/start"),
        ("sdg:11.5", "http://metadata.un.org/sdg/11.5"),
    ],
)
def test_a_reference_names_a_thing(city: City, reference: str, iri: str) -> None:
    assert city.names.thing(reference, "3") == iri


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("1-1-9", "did you mean '1-1-1'"),
        ("offise:works", "did you mean 'office'"),
        ("sdg:11.9", "did you mean '11.5'"),
        ("SDG 11.5", "'sdg:11.5'"),
    ],
)
def test_a_reference_to_nothing_says_what_is_meant_perhaps(city: City, reference: str, hint: str) -> None:
    with pytest.raises(LookupError, match=hint):
        city.names.thing(reference, "3")


def test_a_code_of_a_plan_that_is_not_realized_has_to_name_it(city: City) -> None:
    with pytest.raises(LookupError, match="another plan has it: write 3/1-1-1"):
        city.names.thing("1-1-1", "concept")
    assert city.names.scope("3") == ("3", "concept")


def test_what_has_no_code_goes_by_its_name_whatever_it_holds(tmp_path: Path) -> None:
    name = "訓練：見る／する"
    folder = write_city(tmp_path / "city", {"elements.csv": ("3,事業,10101010,1-1-1,訓練", f"3,事業,,1-1-1,{name}")})
    problems: list[Problem] = []

    city = read_city(folder, ontology.load(), frozenset(), problems)

    assert problems == []
    assert city.names.thing(name, "3") == city.names.thing(f"事業:{name}", "3")


@pytest.mark.parametrize("code", ["(1)", "第1章", "①", "Ａ－０１－ｂ", "1.2.3", "0086", "あ-1"])
def test_a_code_is_what_cities_use(tmp_path: Path, code: str) -> None:
    folder = write_city(tmp_path / "city", {"elements.csv": ("3,事業,10101010", f"3,事業,{code}")})
    problems: list[Problem] = []

    city = read_city(folder, ontology.load(), frozenset(), problems)

    assert problems == []
    assert city.names.thing(code, "3")


def test_an_office_goes_by_its_name_where_no_other_is_called_so(city: City) -> None:
    assert city.names.keyed("office", "土木局") == THINGS + "office/works"
    for prefix in ("milestone", "place"):
        with pytest.raises(LookupError, match="土木局"):
            city.names.keyed(prefix, "土木局")


def test_a_name_that_two_offices_have_is_told_with_their_keys(tmp_path: Path) -> None:
    two = ("works,", "roads,Office,city,土木局,,,,doc\nworks,")
    folder = write_city(tmp_path / "city", {"organizations.csv": two})
    names = read_city(folder, ontology.load(), frozenset({"11.5"}), []).names

    with pytest.raises(LookupError, match="one of roads, works"):
        names.keyed("office", "土木局")


def test_the_scope_of_a_plan_does_not_depend_on_where_in_the_table_its_link_stands(tmp_path: Path) -> None:
    realizes = "3,plan:3,realizes,plan:concept,Official,,,,doc,1\n"
    folder = write_city(tmp_path / "city", {"links.csv": (realizes, "")})
    with (folder / "links.csv").open("a", encoding="utf-8") as file:
        file.write(realizes)
    names = read_city(folder, ontology.load(), frozenset({"11.5"}), []).names

    assert names.scope("3") == ("3", "concept")
