"""Who knows the planning document finds what it says of plans, strategies, challenges and wards (points 1 to 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import plangraph

CITY = "https://w3id.org/plangraph/id/kawasaki/"
STRATEGIES = [f"S{number}" for number in range(1, 8)]


def ask(graph: plangraph.Graph, question: str, **parameters: object) -> list[dict[str, Any]]:
    return graph.query(question, **parameters).to_dicts()


def short(iri: str) -> str:
    return iri.removeprefix(CITY)


# 1. Tiers and succession


def test_the_tiers_have_their_periods_and_what_each_realises(kawasaki: plangraph.Graph) -> None:
    tiers = {short(row["plan"]): row for row in ask(kawasaki, "plan-tiers", lang="en")}

    assert {plan: (row["start"], row["end"]) for plan, row in tiers.items()} == {
        "concept": (None, None),  # the document gives no period for it
        "basic": (2016, 2025),
        "1": (2016, 2017),
        "2": (2018, 2021),
        "3": (2022, 2025),
        "4": (2026, 2029),
    }
    assert {plan: short(row["realizes"]) for plan, row in tiers.items() if row["realizes"]} == {
        "basic": "concept",
        "1": "basic",
        "2": "basic",
        "3": "basic",
        "4": "concept",
    }
    assert [short(row["later"]) for row in ask(kawasaki, "plan-succession", **{"from": "1"})] == ["2", "3", "4"]


def test_the_counts_reported_of_the_plans_can_be_compared(kawasaki: plangraph.Graph) -> None:
    counts = {(short(row["plan"]), row["counted"]): row["value"] for row in ask(kawasaki, "reported-counts", lang="en")}

    assert counts["2", "Number of measures"] == 73
    assert counts["2", "Number of projects"] == 600
    assert [counts["4", f"Number of {what}"] for what in ("basic policies", "policies", "measures", "projects")] == [
        5,
        18,
        48,
        350,
    ]


def test_each_policy_of_the_third_plan_has_its_fate_and_each_of_the_fourth_its_origin(
    kawasaki: plangraph.Graph,
) -> None:
    fates = ask(kawasaki, "policy-succession", lang="en")
    by_change = {
        change: [row for row in fates if row["change"] == change] for change in {row["change"] for row in fates}
    }

    assert len({row["code"] for row in fates if row["code"]}) == 23
    assert len({row["next"] for row in fates if row["next"]}) == 18
    assert {row["code"] for row in by_change["dropped in"]} == {"2-3", "4-6"}
    assert [row["next_label"] for row in by_change["new"]] == ["Make use of digital technology"]
    assert len(by_change["kept as"]) == 11
    assert all(row["label"] == row["next_label"] for row in by_change["kept as"])
    assert all(row["basis_label"] == "Assumed" and row["rationale"] for row in fates if row["change"] != "new")


# 2. The ten-year strategy


def test_the_seven_strategies_form_the_circle_and_look_towards_2030(kawasaki: plangraph.Graph) -> None:
    rows = ask(kawasaki, "strategies", lang="ja")

    assert [row["code"] for row in rows] == STRATEGIES
    assert rows[0]["label"] == "みんなで守る強くしなやかなまち"
    assert {row["role"] for row in rows} == {"成長", "成熟", "好循環を支える基盤"}
    assert {row["horizon"] for row in rows} == {"SDGsのゴール年度（2030年）"}
    assert all(row["aims"] and row["measures"] for row in rows)
    circle = {(row["from_label"], row["to_label"]) for row in ask(kawasaki, "strategy-cycle") if row["basis"] == "公式"}
    assert {("成長", "成熟"), ("成熟", "成長"), ("好循環を支える基盤", "「成長」と「成熟」の好循環")} <= circle


def test_the_main_efforts_are_themes_of_the_strategies_in_the_second_plan(kawasaki: plangraph.Graph) -> None:
    themes = {
        code: [row["label"] for row in ask(kawasaki, "strategy-aims", plan="2", strategy=code)] for code in STRATEGIES
    }

    assert themes["S2"] == ["待機児童対策の推進", "かわさきGIGAスクール構想の推進", "地域の寺子屋の推進"]
    assert [len(themes[code]) for code in STRATEGIES] == [2, 3, 2, 2, 3, 3, 2]
    for code in STRATEGIES:
        of_the_third = ask(kawasaki, "strategy-aims", plan="3", strategy=code)
        assert {row["kind"] for row in of_the_third} == {"方向性"}
        kept = f"ASK {{ <{CITY}2/strategy/{code}> pg:keptAs <{CITY}3/strategy/{code}> }}"
        assert kawasaki.sparql(kept)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_a_strategy_reaches_measures_by_reasoned_links_and_answers_challenges(
    kawasaki: plangraph.Graph, strategy: str
) -> None:
    reached = ask(kawasaki, "strategy-reach", strategy=strategy, lang="en")
    answered = [row for row in ask(kawasaki, "strategy-challenges", lang="en") if row["code"] == strategy]

    assert any(row["kind"] == "Measure" for row in reached)
    assert all(row["basis"] == "Official" or row["rationale"] for row in reached + answered)
    assert answered
    assert all(row["source"] for row in answered if row["basis"] == "Official")


# 3. Challenges


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("感染症", "C1"),
        ("大規模自然災害", "C2"),
        ("脱炭素化", "C3"),
        ("デジタル化", "C4"),
        ("少子高齢化の更なる進展", "C8"),
        ("生産年齢人口の減少", "C9"),
        ("都市インフラの老朽化", "C10"),
        ("待機児童", "C11"),
        ("地域包括ケアシステムの構築", "C12"),
    ],
)
def test_a_challenge_reaches_policies_measures_and_projects(kawasaki: plangraph.Graph, name: str, code: str) -> None:
    called = f'?c a pg:Challenge ; rdfs:label|skos:altLabel "{name}"@ja ; skos:notation ?code'
    assert list(kawasaki.sparql(f"SELECT DISTINCT ?code {{ {called} }}")) == [(code,)]  # type: ignore[arg-type]

    kinds = {row["kind"] for row in ask(kawasaki, "challenge-reach", challenge=code, lang="en")}

    assert {"Policy", "Measure", "Project"} <= kinds


def test_the_events_that_brought_challenges_about_are_dated(kawasaki: plangraph.Graph) -> None:
    events = {(row["label"], row["begins"][:4], row["challenge_code"]) for row in ask(kawasaki, "challenge-events")}

    assert {("東日本大震災", "2011", "C2"), ("パリ協定", "2015", "C3"), ("令和元年東日本台風", "2019", "C20")} <= events


# 4, 5, 6. Plans around the third implementation plan


def test_what_the_third_plan_takes_in_and_works_with(kawasaki: plangraph.Graph) -> None:
    taken = {short(row["integrated"]): row for row in ask(kawasaki, "integrated-plans", lang="en")}
    related = {(row["relation"], short(row["other"])) for row in ask(kawasaki, "plan-relations", lang="en")}

    assert taken["sdg-promotion"]["established"].startswith("2019")
    assert taken["regional-revitalisation-2"]["established"] == "2020-03"
    assert sum(plan.startswith("ward-") for plan in taken) == 7
    for plan in ("reform-3", "fiscal-management", "fiscal-frame", "asset-3", "carbon-zero"):
        assert ("coordinates with", plan) in related


def test_the_programmes_that_the_document_names_detail_measures(kawasaki: plangraph.Graph) -> None:
    rows = ask(kawasaki, "sectoral-plans", lang="en")
    detailing = {short(row["sectoral"]) for row in rows if row["tier"] in {"Measure", "Strategy"}}

    assert {"giga-school", "paramovement", "community-policy", "care-vision", "carbon-zero", "reform-3"} <= detailing
    assert [(row["start"], row["end"]) for row in rows if short(row["sectoral"]) == "waste"] == [(2016, 2025)]
    around = {short(row["around"]) for row in ask(kawasaki, "plans-around", element="3-2-2")}
    assert {"waste", "environment-basic"} <= around


# 7. Wards


def test_the_seven_wards_have_their_plan_office_place_and_own_project(kawasaki: plangraph.Graph) -> None:
    wards = ask(kawasaki, "wards")

    assert [(row["code"], row["label"]) for row in wards] == [
        ("C14131", "川崎区"),
        ("C14132", "幸区"),
        ("C14133", "中原区"),
        ("C14134", "高津区"),
        ("C14136", "宮前区"),
        ("C14135", "多摩区"),
        ("C14137", "麻生区"),
    ]
    for ward in wards:
        assert ward["office_label"] == f"{ward['label']}役所"
        planned = {row["label"] for row in ask(kawasaki, "ward-plan", ward=ward["ward"])}
        assert {f"地域課題対応事業（{ward['label']}）", f"{ward['label']} 区計画", "コミュニティ施策の推進"} <= planned
        assert kawasaki.sparql(
            f"ASK {{ <{ward['ward']}> skos:exactMatch <http://data.e-stat.go.jp/lod/sac/{ward['code']}> }}"
        )
