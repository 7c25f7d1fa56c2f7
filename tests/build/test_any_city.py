"""A city that keeps its plan quite differently says so in its tables, and nothing else knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.build.asked import ask

from plangraph.iris import OF_EACH_CITY

if TYPE_CHECKING:
    import plangraph

PREFIX = "https://w3id.org/plangraph/id/minato/"


def test_tiers_are_the_city_s_own_in_its_order(minato: plangraph.Graph) -> None:
    tiers = ask(
        minato, "?tier a pg:Tier ; pg:rank ?rank ; rdfs:label ?word . FILTER(LANG(?word) = 'ja')", "rank", "word"
    )

    assert tiers == [("1", "政策"), ("2", "施策"), ("3", "基本事業"), ("4", "事務事業"), ("5", "まちの指標")]


def test_a_parent_is_of_the_nearest_tier_above_that_has_the_code(minato: plangraph.Graph) -> None:
    where = (
        "?e pg:partOf ?p ; skos:notation ?code ; pg:tier/pg:rank ?n . "
        "?p skos:notation ?parent ; pg:tier/pg:rank ?above ."
    )

    assert ask(minato, where, "n", "code", "above", "parent") == [
        ("2", "01", "1", "01"),
        ("2", "02", "1", "01"),
        ("2", "03", "1", "02"),
        ("3", "1.2.3", "2", "03"),
        ("3", "あ-1", "2", "01"),
        ("4", "0086", "3", "あ-1"),
        ("4", "0087", "3", "あ-1"),
        ("4", "12", "2", "02"),
        ("4", "13", "3", "1.2.3"),
        ("4", "14", "2", "03"),
        ("4", "15", "2", "03"),
    ]


def test_what_stands_under_two_parents_is_part_of_one_and_within_both(minato: plangraph.Graph) -> None:
    within = ask(minato, '?p skos:notation "0087" ; pg:within/skos:notation ?code ', "code")

    assert within == [("01",), ("01",), ("02",), ("あ-1",)]
    assert ask(minato, '?p skos:notation "0087" ; pg:partOf/skos:notation ?code ', "code") == [("あ-1",)]


@pytest.mark.parametrize(
    ("project", "standing", "course", "note"),
    [
        ("0086", "Ahead", "Continue", None),
        ("0087", "Behind", "Improve", "名簿の更新が遅れた"),
        ("12", "OnTarget", None, None),
        ("13", None, "End", None),
        ("14", None, None, "利用者の声を聴いて続ける"),
        ("15", "NotJudged", "OtherCourse", None),
    ],
)
def test_an_evaluation_has_a_grade_a_direction_or_a_text(
    minato: plangraph.Graph, project: str, standing: str | None, course: str | None, note: str | None
) -> None:
    where = f"""?e pg:evaluates/skos:notation "{project}"
        OPTIONAL {{ ?e pg:grade/pg:standing ?standing }} OPTIONAL {{ ?e pg:direction/pg:course ?course }}
        OPTIONAL {{ ?e skos:note ?note FILTER(LANG(?note) = 'ja') }}"""

    assert ask(minato, where, "standing", "course", "note") == [(str(standing), str(course), str(note))]


def test_grades_are_in_the_city_s_order(minato: plangraph.Graph) -> None:
    codes = ask(
        minato,
        f"?g a pg:Grade ; pg:rank ?rank ; skos:notation ?code . FILTER(STRSTARTS(STR(?g), '{PREFIX}'))",
        "rank",
        "code",
    )

    assert [code for _, code in codes] == ["Ａ", "Ｂ", "Ｃ", "Ｄ", "Ｅ", "Ｆ"]


def test_money_in_thousands_is_kept_in_yen_and_a_kind_of_the_city_s_own_is_found_by_the_broader_one(
    minato: plangraph.Graph,
) -> None:
    where = "?o pg:about/skos:notation ?code ; pg:kind/skos:broader* pg:Budget ; pg:value ?value ; pg:unit pg:Yen"

    assert ask(minato, where, "code", "value") == [
        ("0086", "1200000"),
        ("0087", "800000"),
        ("12", "3500000"),
        ("13", "42000000"),
        ("14", "9100000"),
    ]


def test_units_are_the_indicator_s_and_the_city_s_own(minato: plangraph.Graph) -> None:
    where = """?o pg:about/pg:measures/skos:notation ?measure ; pg:kind ?kind ; pg:value ?value .
        ?o pg:unit/rdfs:label ?unit
        OPTIONAL { ?o pg:comparator ?reading } OPTIONAL { ?o pg:status ?status } FILTER(LANG(?unit) = 'ja')"""

    assert ask(minato, where, "measure", "kind", "reading", "value", "unit", "status") == [
        ("01", "ActualValue", "About", "450", "世帯", "Estimated"),
        ("01", "BaselineValue", "None", "410", "世帯", "Stated"),
        ("01", "TargetValue", "AtLeast", "600", "世帯", "Planned"),
        ("03", "ActualValue", "None", "33", "箇所", "None"),
        ("03", "BaselineValue", "None", "31", "箇所", "None"),
        ("03", "TargetValue", "None", "34", "箇所", "Planned"),
        ("03", "TargetValue", "None", "36", "箇所", "Planned"),
        ("03", "TargetValue", "Above", "40", "箇所", "Planned"),
    ]


def test_a_date_says_how_precisely_it_is_known(minato: plangraph.Graph) -> None:
    dates = ask(minato, "?o pg:date ?date ; pg:precision ?precision", "date", "precision")

    assert dates == [("2023-10-01T00:00:00", "MonthPrecision")]


def test_offices_stand_on_any_level_and_the_top_one_is_right_below_the_municipality(minato: plangraph.Graph) -> None:
    assert ask(minato, "?o a pg:TopLevelOffice ; rdfs:label ?name FILTER(LANG(?name) = 'ja')", "name") == [
        ("市民部",),
        ("都市部",),
    ]
    assert ask(
        minato, '?p skos:notation "0087" ; pg:responsible/rdfs:label ?name FILTER(LANG(?name) = "ja")', "name"
    ) == [
        ("市民課",),
        ("道路公園課",),
    ]
    older = "?o pg:officeSucceeds/rdfs:label ?name FILTER(LANG(?name) = 'ja')"
    assert ask(minato, older, "name") == [("公園課",), ("道路課",)]


def test_what_the_city_does_not_say_is_not_there(minato: plangraph.Graph) -> None:
    english = f"?thing rdfs:label ?label FILTER(LANG(?label) = 'en' && STRSTARTS(STR(?thing), '{PREFIX}'))"
    english += " FILTER(!REGEX(STR(?thing), '/(tier|kind)/'))"

    assert ask(minato, "?ward a pg:Ward", "ward") == []
    assert ask(minato, "?strategy a pg:Strategy", "strategy") == []
    assert {name for name, *_ in ask(minato, english, "thing")} <= {"tiers", "grades", "directions", "figures", "units"}


def test_no_plan_can_go_by_what_else_follows_a_city_in_iris(minato: plangraph.Graph) -> None:
    rows = minato.sparql(f"SELECT DISTINCT ?s WHERE {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), '{PREFIX}')) }}")
    first = {str(row["s"]).removeprefix(PREFIX).partition("/")[0] for row in rows.to_dicts()}  # type: ignore[union-attr]

    assert first - {"first", "second"} <= OF_EACH_CITY
