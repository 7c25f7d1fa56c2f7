"""A build of several cities suggests, for each measure and project, those of other cities with names most like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.small_city import write_city

from plangraph.build import layout
from plangraph.build.likeness import FEW, LIKE_ENOUGH, LIKENESS, Likeness
from plangraph.build.name_letters import COMPARED_AT_MOST, Letters
from plangraph.build.pipeline import build
from plangraph.meaning.name_senses import NEAR_AT_MOST, Senses
from plangraph.namespaces import RDF, RDFS, THINGS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PG = "https://w3id.org/plangraph/ontology#"


def called(names: Sequence[str], kind: str = "Project") -> list[bytes]:
    """Write elements as lines: ``city/code name``."""
    lines = []
    for each in names:
        path, name = each.split(" ", 1)
        city, code = path.split("/")
        thing, graph = f"<{THINGS}{city}/1/project/{code}>", f"<https://w3id.org/plangraph/graph/{city}>"
        lines += [
            f"{thing} <{RDF.type}> <{PG}{kind}> {graph} .\n".encode(),
            f'{thing} <{RDFS.label}> "{name}"@ja {graph} .\n'.encode(),
        ]
    return lines


def suggested(names: Sequence[str], kind: str = "Project") -> dict[tuple[str, str], float]:
    likeness = Likeness()
    likeness.add(called(names, kind))
    said: dict[str, dict[str, str]] = {}
    for quad in likeness.quads():
        said.setdefault(str(quad.subject), {})[quad.predicate.value.rpartition("#")[2]] = quad.object.value  # type: ignore[union-attr]
    short = [
        {key: value.replace(THINGS, "").replace("1/project/", "") for key, value in one.items()}
        for one in said.values()
    ]
    return {(one["subject"], one["object"]): float(one["score"]) for one in short}


NAMES = [
    "a/1 帰宅困難者対策推進事業",
    "a/2 下水道整備事業",
    "b/1 帰宅困難者対策の推進",
    "b/2 図書館の運営",
    "b/3 下水道整備事業",
]


def test_the_name_decides_and_the_score_says_how_like_it_is() -> None:
    found = suggested(NAMES)

    assert found["a/2", "b/3"] == found["b/3", "a/2"] == 1
    assert LIKE_ENOUGH <= found["a/1", "b/1"] < 1
    assert not any("b/2" in pair for pair in found)


def test_the_order_of_the_cities_does_not_matter() -> None:
    assert suggested(NAMES) == suggested(NAMES[::-1])


def test_nothing_of_the_same_city_is_suggested() -> None:
    assert suggested(["a/1 下水道整備事業", "a/2 下水道整備事業"]) == {}


def test_a_code_that_stands_for_a_name_resembles_nothing() -> None:
    assert suggested(["a/0086 0086", "b/0086 0086"]) == {}


def test_only_measures_programmes_and_projects_are_compared() -> None:
    same = ["a/1 下水道整備事業", "b/1 下水道整備事業"]

    assert suggested(same, "Measure")
    assert suggested(same, "Vision") == {}


def test_a_few_of_other_cities_are_enough() -> None:
    found = suggested([f"{city}/1 下水道整備事業" for city in "abcdefgh"])

    assert {one: sum(pair[0] == one for pair in found) for one, _ in found} == {f"{city}/1": FEW for city in "abcdefgh"}


def test_what_is_suggested_stands_in_a_graph_of_its_own_and_in_no_plan_s_scope(tmp_path: Path) -> None:
    other = {"plan.toml": ('key = "mini"', 'key = "other"')}
    cities = [write_city(tmp_path / "mini"), write_city(tmp_path / "twin", other)]
    manifest = build(cities, tmp_path / "out")
    suggestions = lines_of(tmp_path / "out")
    build(cities[::-1], tmp_path / "out")

    assert manifest.graphs[LIKENESS] == len(suggestions) > 0
    assert not any(LIKENESS in scope for scope in manifest.scopes.values())
    assert lines_of(tmp_path / "out") == suggestions


def lines_of(out: Path) -> list[str]:
    lines = (layout.current(out) / layout.NQUADS).read_text("utf-8").splitlines()
    return [line for line in lines if line.endswith(f"<{LIKENESS}> .")]


def test_a_name_is_near_a_bounded_number_of_others() -> None:
    names = [f"公園{number}の整備" for number in range(450)]

    assert max(len(Letters(names, LIKE_ENOUGH).near(at)) for at in range(0, 450, 50)) <= COMPARED_AT_MOST
    assert max(map(len, Senses(names, LIKE_ENOUGH).near())) <= NEAR_AT_MOST


def test_names_that_share_few_letters_are_alike_by_meaning() -> None:
    names = ["a/1 道路の補修", "b/1 道路の修繕", "b/2 図書館の運営", "b/3 下水道の整備", "b/4 市税の徴収"]

    assert set(suggested(names)) == {("a/1", "b/1"), ("b/1", "a/1")}


def test_names_in_english_are_compared_by_letters_alone() -> None:
    found = suggested(["a/1 Libraries", "b/1 Libraries", "b/2 Library", "b/3 Parks"])

    assert found["a/1", "b/1"] == 1
    assert ("a/1", "b/3") not in found


def test_the_same_name_is_found_among_however_many_like_it() -> None:
    alike = [f"a/{number} 公園{number}の整備" for number in range(300)]

    assert suggested([*alike, "b/1 公園7の整備"])["b/1", "a/7"] == 1


def test_names_in_latin_letters_are_like_by_their_words() -> None:
    names = ["a/1 Improved Road Safety", "a/2 New homes", "b/1 Improve road safety", "b/2 Improve the library service"]
    names += ["b/3 Improving parks", "b/4 Grants for newspapers", "b/5 Open spaces", "b/6 Tourism"]

    assert {pair for pair in suggested(names) if pair[0].startswith("a")} == {("a/1", "b/1")}
