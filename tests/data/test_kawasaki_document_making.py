"""Who knows the planning document finds its figures, ideas, people and dates (points 8 to 14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.data.test_kawasaki_document import CITY, ask

if TYPE_CHECKING:
    import plangraph

# 8, 9. Figures


PEAKS = {"": 1_603_000.0, "Young": 189_000.0, "WorkingAge": 1_058_000.0}


def test_the_finance_figures_are_those_of_the_document(kawasaki: plangraph.Graph) -> None:
    figures = {(row["label"], row["year"]): row["value"] for row in ask(kawasaki, "finance-figures", lang="ja")}

    oku = 100_000_000
    assert figures == {
        ("個人市民税の増減", 2021): -93 * oku,
        ("法人市民税の増減", 2021): -53 * oku,
        ("固定資産税の増減", 2021): -35 * oku,
        ("市税の増減", 2021): -180 * oku,
        ("義務的経費の増減", 2021): 92 * oku,
        ("扶助費の予算額", 2021): 2179 * oku,
        ("義務的経費の予算額", 2021): 4439 * oku,
    }


def test_the_population_projection_is_that_of_the_document(kawasaki: plangraph.Graph) -> None:
    figures = {
        (row["kind"], row["place_label"]): (row["when"], row["value"])
        for row in ask(kawasaki, "population-projection", lang="ja")
    }

    assert figures["総人口の推計上のピーク", "川崎市"] == (2030, 1_603_000)
    assert figures["年少人口の推計上のピーク", "川崎市"] == (2020, 189_000)
    assert figures["生産年齢人口の推計上のピーク", "川崎市"] == (2025, 1_058_000)
    assert figures["65歳以上の割合の推計", "川崎市"] == (2025, 21)
    order = {row["label"]: row["order"] for row in ask(kawasaki, "ward-population")}
    assert {ward for ward, place in order.items() if place == 1} == {"川崎区", "多摩区", "麻生区"}
    assert order["中原区"] == 7
    assert sum(place is None for place in order.values()) == 3
    order_kind = f"<{CITY}figure/PopulationPeakOrder>"
    assert not kawasaki.sparql(f"ASK {{ ?order pg:kind {order_kind} ; pg:date ?told FILTER(YEAR(?told) != 2021) }}")


# 10, 14. Guiding concepts and principles


def test_urban_structure_and_transport_are_carried_by_their_policies(kawasaki: plangraph.Graph) -> None:
    carried = {(row["code"], row["element_code"]) for row in ask(kawasaki, "guiding-concepts")}

    assert {("K1", "4-5"), ("K1", "4-6"), ("K2", "4-7")} <= carried


@pytest.mark.parametrize(
    "name",
    [
        "データを活用した政策形成",
        "多様な主体の協働・連携",
        "庁内連携",
        "対話と現場主義",
        "特別自治市",
        "情報共有",
        "参加",
        "協働",
    ],
)
def test_a_principle_is_a_term_that_the_plan_follows(kawasaki: plangraph.Graph, name: str) -> None:
    assert kawasaki.sparql(
        f'ASK {{ ?p a pg:Principle ; rdfs:label|skos:altLabel "{name}"@ja . <{CITY}3> pg:follows ?p }}'
    )


# 11. Progress


def test_the_indicators_have_values_and_say_how_surely_they_match(kawasaki: plangraph.Graph) -> None:
    rows = ask(kawasaki, "plan-indicators", lang="en")

    assert len({row["indicator"] for row in rows}) >= 14
    assert all(row["baseline"] is not None or row["target"] is not None for row in rows)
    assert all("match" in row["note"].lower() for row in rows if row["target"] is not None)
    assert any("uncertain" in row["note"] for row in rows)
    assert kawasaki.sparql(f'ASK {{ ?c rdfs:label "川崎市政策評価審査委員会"@ja ; pg:reviews <{CITY}2> }}')


# 12. People


def test_the_headquarters_has_its_roles(kawasaki: plangraph.Graph) -> None:
    rows = ask(kawasaki, "plan-makers", lang="ja")
    roles = {(row["post_label"], row["filled_by"]) for row in rows if row["label"] == "総合計画策定推進本部"}

    assert roles == {("本部長", "市長"), ("副本部長", "副市長"), ("本部員", "各局区の局長等")}
    assert {"推進幹事会", "局区本部", "局本部", "区本部"} <= {row["label"] for row in rows}
    assert {row["convened_by"] for row in rows if row["label"] == "推進幹事会"} == {"総務企画局長"}


def test_partners_and_ways_of_participation_are_those_of_the_document(kawasaki: plangraph.Graph) -> None:
    rows = ask(kawasaki, "participants", lang="ja")

    assert {"町内会・自治会", "市民活動団体", "企業", "大学", "市民", "有識者", "議会"} == {
        row["label"] for row in rows
    }
    outside = "?who pg:takesPartIn ?plan ; a pg:Partner ; rdfs:label ?name FILTER(LANG(?name) = 'ja')"
    assert {name for (name,) in kawasaki.sparql(f"SELECT DISTINCT ?name {{ {outside} }}")} == {  # type: ignore[union-attr]
        "町内会・自治会",
        "市民活動団体",
        "企業",
        "大学",
    }
    assert {
        "パブリックコメント手続",
        "出前説明会",
        "市民説明会",
        "車座集会",
        "市長への手紙",
        "各種アンケート",
    } <= {row["method_label"] for row in rows}
    held = {row["method_label"]: row["begins"] for row in rows if row["begins"]}
    assert held["市民説明会"].startswith("2021-12-01")


# 13. Schedule


def test_the_schedule_has_eight_steps_from_april_2021_to_march_2022(kawasaki: plangraph.Graph) -> None:
    steps = ask(kawasaki, "schedule", passage=f"{CITY}source/policy-2021-4", lang="ja")

    assert [(row["begins"][:10], row["ends"][:10]) for row in steps] == [
        ("2021-04-11", "2021-04-20"),
        ("2021-07-21", "2021-07-31"),
        ("2021-08-21", "2021-08-31"),
        ("2021-11-21", "2021-11-30"),
        ("2021-11-21", "2021-11-30"),
        ("2021-12", "2021-12"),
        ("2022-02-01", "2022-02-10"),
        ("2022-03-21", "2022-03-31"),
    ]
    assert {"市制100周年", "SDGsのゴール年度（2030年）"} <= {
        row["label"] for row in ask(kawasaki, "milestones", lang="ja")
    }


@pytest.mark.parametrize(
    "section",
    ["1-1", "1-2", "1-3", "1-4", "1-5", "2-1", "2-2", "2-3", *(f"3-{n}" for n in range(1, 10) if n != 4), "4"],
)
def test_each_section_of_the_document_is_cited_in_both_languages(kawasaki: plangraph.Graph, section: str) -> None:
    for language in ("ja", "en"):
        rows = ask(kawasaki, "document-facts", lang=language)
        cited = [row for row in rows if row["section"] == f"{CITY}source/policy-2021-{section}" and row["thing"]]

        assert cited
        assert all(row["thing_label"] and row["kind"] for row in cited)


def test_words_that_bound_a_figure_are_kept(kawasaki: plangraph.Graph) -> None:
    bounded = kawasaki.sparql("""SELECT ?kind ?value ?how WHERE {
        ?figure pg:kind ?of ; pg:value ?value ; pg:comparator ?comparator .
        BIND(REPLACE(STR(?of), "^.*[#/]", "") AS ?kind) BIND(STRAFTER(STR(?comparator), "#") AS ?how) }""")
    found = {(row["kind"], float(row["value"]), row["how"]) for row in bounded.to_dicts()}  # type: ignore[union-attr]

    assert found == {
        ("ProjectedElderlyShare", 21.0, "Above"),
        ("ProjectCount", 600.0, "About"),
        ("PeriodLength", 10.0, "About"),
        *((f"ProjectedPeak{who}Population", people, "About") for who, people in PEAKS.items()),
        *(("TargetValue", share, "AtLeast") for share in (25.0, 26.4, 45.0, 50.0, 80.8, 81.1, 93.3, 96.0)),
    }


def test_dates_are_as_precise_as_they_are_known(kawasaki: plangraph.Graph) -> None:
    dated = kawasaki.sparql("""SELECT ?name ?how WHERE {
        ?event a pg:Milestone ; rdfs:label ?name ; pg:precision ?precision
        BIND(STRAFTER(STR(?precision), "#") AS ?how) FILTER(LANG(?name) = "ja") }""")
    known = {row["name"]: row["how"] for row in dated.to_dicts()}  # type: ignore[union-attr]

    for event in ("東日本大震災", "熊本地震", "西日本豪雨", "令和元年東日本台風"):
        assert known[event] == "YearPrecision"
    assert known["パリ協定"] == "MonthPrecision"


def test_what_was_planned_or_a_draft_is_said_to_be(kawasaki: plangraph.Graph) -> None:
    steps = f"?step pg:milestoneOf <{CITY}3> ; prov:hadPrimarySource <{CITY}source/policy-2021-4>"

    assert kawasaki.sparql(f"ASK {{ {steps} }}")
    assert not kawasaki.sparql(f"ASK {{ {steps} MINUS {{ ?step pg:status pg:Planned }} }}")
    assert not kawasaki.sparql("ASK { ?aim a pg:Aim MINUS { ?aim pg:status pg:Draft } }")
    assert not kawasaki.sparql("ASK { ?target pg:kind pg:TargetValue MINUS { ?target pg:status pg:Planned } }")


def test_official_links_rest_on_documents_of_the_city(kawasaki: plangraph.Graph) -> None:
    by_others = """ASK { ?link pg:basis pg:Official ; prov:hadPrimarySource ?source
        MINUS { ?source dcterms:isPartOf*/a pg:CityDocument } }"""

    assert not kawasaki.sparql(by_others)
    assert kawasaki.sparql("ASK { ?link pg:basis pg:Reported }")
