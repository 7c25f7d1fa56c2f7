"""A plan that puts its elements under those of another, or furthers what another lays down, is told of with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.queries.conftest import told

import plangraph

if TYPE_CHECKING:
    from pathlib import Path


COUNTY = {
    "plan.toml": """[city]
key = "county"
label_en = "Lake County"
language = "en"
place = "county"
plan = "2030"
currency = "USD"
source = "book"

[[tiers]]
word = "Goal"
class = "DevelopmentGoal"
[[tiers]]
word = "Action"
class = "Project"
under = "Goal"
[[tiers]]
word = "Pathway"
class = "Strategy"
under = []
""",
    "sources.csv": "key,kind,title_en\nbook,CityDocument,Plan 2030\n",
    "places.csv": "key,kind,label_en\ncounty,City,Lake County\n",
    "organizations.csv": "key,kind,label_en\ncounty,Municipality,Lake County\n",
    "plans.csv": (
        "key,kind,label_en,start,end\n2025,ImplementationPlan,Plan 2025,2020,2024\n"
        "2030,ImplementationPlan,Plan 2030,2025,2030\nclimate,CrossSectoralPlan,Climate plan,2024,2035\n"
    ),
    "elements.csv": (
        "plan,tier,code,parent,label_en\n2025,Goal,G1,,Clean water\n2025,Goal,G2,,Quiet roads\n"
        "2025,Action,a,G1,Old pump\n2030,Goal,G3,,Warm homes\n"
        "2030,Action,b,2025/G1,New pump\n2030,Action,c,G3,Insulation\n"
        "climate,Pathway,P1,,Fewer emissions\nclimate,Pathway,P2,,Cooler streets\n"
    ),
    "observations.csv": (
        "plan,about,kind,fiscal_year,value,unit\n2030,b,Budget,2026,500,USD\n2030,c,Budget,2026,70,USD\n"
    ),
    "links.csv": (
        "plan,subject,relation,object,basis\n,plan:2030,succeeds,plan:2025,Official\n"
        "2030,c,advances,climate/P1,Official\n"
    ),
}
"""A county abroad whose second plan goes on with one goal of the first, and has its strategies in a plan of its own."""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    """The county, in memory."""
    folder: Path = tmp_path_factory.mktemp("county")
    for name, text in COUNTY.items():
        (folder / name).write_text(text, "utf-8")
    return plangraph.load(folder, tmp_path_factory.mktemp("built"))


def test_what_is_taken_from_an_earlier_plan_stands_among_the_tiers_of_the_later_one(
    setogawa: plangraph.Graph, county: plangraph.Graph
) -> None:
    assert told(setogawa.query("tiers"), "label", "elements") == [("章", 3), ("節", 4), ("細節", 6), ("実施事業", 12)]
    assert told(setogawa.query("tiers", plan="zenki"), "label", "elements")[1:] == [
        ("節", 4),
        ("細節", 5),
        ("実施事業", 7),
    ]
    assert told(county.query("tiers", lang="en"), "label", "elements") == [("Goal", 2), ("Action", 2)]
    assert told(county.query("tiers", plan="2025", lang="en"), "label", "elements") == [("Goal", 2), ("Action", 1)]


def test_no_money_is_lost_under_what_is_taken_from_an_earlier_plan(
    setogawa: plangraph.Graph, county: plangraph.Graph
) -> None:
    assert told(setogawa.query("budget-totals"), "code", "budget") == [
        ("１－（１）", 55_000_000),
        ("１－（２）", 388_000_000),
        ("２－（１）", 345_500_000),
        ("３－（１）", 80_000_000),
    ]
    assert told(county.query("budget-totals"), "code", "budget") == [("G1", 500), ("G3", 70)]


def test_the_way_up_leads_through_what_is_taken_from_an_earlier_plan(setogawa: plangraph.Graph) -> None:
    above = told(setogawa.query("path-to-vision", element="104"), "label")

    assert above == [("健やかに暮らす",), ("子育て",), ("保育と子育て支援の充実",), ("公立保育所運営",)]


def test_what_an_earlier_plan_alone_says_is_not_told_of_the_later_one(setogawa: plangraph.Graph) -> None:
    children = told(setogawa.query("children", element="zenki/１－（１）", plan="kouki"), "label")

    assert children == [("地域共生社会の推進",), ("介護予防と生きがい",)]


def test_strategies_and_challenges_of_another_plan_are_those_of_one_that_furthers_them_and_has_none(
    setogawa: plangraph.Graph, county: plangraph.Graph
) -> None:
    assert told(setogawa.query("strategies"), "code", "projects") == [("１", 0), ("２", 2)]
    assert told(setogawa.query("challenges"), "code", "measures", "projects") == [("1-1", 1, 2), ("2-1", 0, 1)]
    assert told(county.query("strategies", lang="en"), "code", "projects") == [("P1", 1), ("P2", 0)]
    assert len(county.query("strategies", plan="2025")) == 0


def test_strategies_lead_to_the_tier_that_the_sums_of_the_plan_go_by(
    setogawa: plangraph.Graph, county: plangraph.Graph
) -> None:
    assert told(setogawa.query("strategy-flows"), "source_label", "target_label", "value") == [
        ("子どもを産み育てる希望をかなえる", "子育て", 2)
    ]
    assert told(county.query("strategy-flows"), "source_label", "target_label", "value") == [
        ("Fewer emissions", "Warm homes", 1)
    ]


def test_a_plan_whose_strategies_stand_in_another_is_said_to_have_some(
    setogawa: plangraph.Graph, county: plangraph.Graph
) -> None:
    for graph, plans in ((setogawa, {"kouki": True, "zenki": False}), (county, {"2030": True, "2025": False})):
        has = {row["plan"].rpartition("/")[2]: row["strategies"] for row in graph.query("served-plans").to_dicts()}
        assert {plan: has[plan] for plan in plans} == plans


@pytest.mark.parametrize("name", ["1-(1)-①", "細節:1-(1)-1", "１－（１）－①", "細節１－（１）－①", "kouki/1-(1)-①"])
def test_a_code_of_full_width_is_found_as_it_is_typed(name: str, setogawa: plangraph.Graph) -> None:
    assert told(setogawa.query("children", element=name), "code") == [("101",)]


@pytest.mark.parametrize(("name", "code"), [("節:zenki/2-(1)", "２－（１）－①"), ("戦略目標:2", "２－１")])
def test_a_thing_is_told_of_in_a_plan_that_it_is_in(name: str, code: str, setogawa: plangraph.Graph) -> None:
    assert told(setogawa.query("children", element=name), "code")[0] == (code,)
