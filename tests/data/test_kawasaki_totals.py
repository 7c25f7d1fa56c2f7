"""Kawasaki's rows add up to the totals that are published for fiscal 2024."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import plangraph
    from plangraph.store.answers import Rows

HERE = Path(__file__).parent
PLAN = "<https://w3id.org/plangraph/id/kawasaki/3>"
BLANK_DIRECTIONS = {"10602010", "10602020", "50103060", "50103100"}
BLANK_SETTLEMENTS = {"50103040", "50103050", "50103060", "50103070", "50103080", "50103090", "50103100"}


def ask(graph: plangraph.Graph, text: str) -> list[tuple[Any, ...]]:
    rows: Rows = graph.sparql(text)  # type: ignore[assignment]
    return list(rows)


@pytest.mark.parametrize(("tier", "number"), [("BasicPolicy", 5), ("Policy", 23), ("Measure", 74), ("Project", 572)])
def test_the_policy_system_has_the_published_numbers(kawasaki: plangraph.Graph, tier: str, number: int) -> None:
    found = ask(kawasaki, f"SELECT (COUNT(DISTINCT ?e) AS ?n) {{ ?e a pg:{tier} ; pg:inPlan {PLAN} }}")

    assert found == [(number,)]


def test_the_grades_are_distributed_as_published(kawasaki: plangraph.Graph) -> None:
    found = ask(
        kawasaki,
        f"""SELECT ?grade (COUNT(DISTINCT ?e) AS ?n) {{
            ?e pg:evaluates/pg:inPlan {PLAN} ; pg:fiscalYear 2024 ; pg:grade/skos:notation ?grade
        }} GROUP BY ?grade ORDER BY ?grade""",
    )

    assert found == [("2", 17), ("3", 462), ("4", 93)]


def test_exactly_these_projects_have_no_direction(kawasaki: plangraph.Graph) -> None:
    found = ask(
        kawasaki,
        """SELECT DISTINCT ?code { ?e pg:evaluates/skos:notation ?code ; pg:fiscalYear 2024
        MINUS { ?e pg:direction ?d } }""",
    )

    assert {code for (code,) in found} == BLANK_DIRECTIONS


def test_exactly_these_projects_have_no_settlement_and_none_lacks_a_budget(kawasaki: plangraph.Graph) -> None:
    def without(kind: str) -> set[str]:
        found = ask(
            kawasaki,
            f"""SELECT DISTINCT ?code {{ ?p a pg:Project ; pg:inPlan {PLAN} ; skos:notation ?code
            MINUS {{ ?o pg:about ?p ; pg:kind pg:{kind} ; pg:fiscalYear 2024 }} }}""",
        )
        return {code for (code,) in found}

    assert without("SettlementEstimate") == BLANK_SETTLEMENTS
    assert without("Budget") == set()


SUMS = {
    ("Budget", 2022): (572, 856_841_183_000),
    ("Budget", 2023): (572, 856_558_202_000),
    ("Budget", 2024): (572, 860_388_749_000),
    ("Budget", 2025): (572, 885_471_458_000),
    ("Settlement", 2022): (572, 825_544_132_000),
    ("Settlement", 2023): (572, 852_362_364_000),
    ("SettlementEstimate", 2024): (565, 857_419_117_000),
    ("PersonnelCost", 2022): (572, 72_143_974_000),
    ("PersonnelCost", 2023): (572, 73_782_760_000),
    ("PersonnelCost", 2024): (572, 74_922_843_000),
}
"""By kind and fiscal year: the number of projects with the amount, and its sum in yen."""


def test_amounts_of_four_years_add_up_to_the_sums_of_the_sheets(kawasaki: plangraph.Graph) -> None:
    found = ask(
        kawasaki,
        f"""SELECT ?kind ?year (COUNT(?p) AS ?n) (SUM(?v) AS ?sum) {{ SELECT DISTINCT ?o ?kind ?year ?v ?p {{
            ?o pg:about ?p ; pg:kind ?of ; pg:fiscalYear ?year ; pg:value ?v ; pg:unit pg:Yen .
            ?p a pg:Project ; pg:inPlan {PLAN} BIND(STRAFTER(STR(?of), "#") AS ?kind)
        }} }} GROUP BY ?kind ?year""",
    )

    assert {(kind, year): (number, yen) for kind, year, number, yen in found} == SUMS


@pytest.mark.parametrize(("sort", "key"), [("change", abs), ("cut", int.__pos__), ("rise", int.__neg__)])
def test_the_changes_of_budget_add_up_to_those_of_the_sums(
    kawasaki: plangraph.Graph, sort: str, key: Callable[[int], int]
) -> None:
    rows = kawasaki.query("budget-changes", year=2025, percent=0, sort=sort)
    changes = [int(change) for change in rows.to_pandas()["budget_change"]]

    assert sum(changes) == SUMS["Budget", 2025][1] - SUMS["Budget", 2024][1]
    assert changes == sorted(changes, key=key, reverse=sort == "change")


def test_every_amount_names_its_sheet_and_page(kawasaki: plangraph.Graph) -> None:
    found = ask(
        kawasaki,
        """SELECT (COUNT(DISTINCT ?o) AS ?n) {
        ?o pg:about/a pg:Project ; pg:unit pg:Yen ; prov:hadPrimarySource ?passage .
        ?passage pg:page ?page ; dcterms:isPartOf ?sheet . ?sheet dcterms:isPartOf ?sheets }""",
    )

    assert found == [(sum(number for number, _ in SUMS.values()),)]


def test_what_is_spent_far_beyond_the_budget_without_a_reason_is_marked(kawasaki: plangraph.Graph) -> None:
    """Far beyond is twenty times the budget of the year, and 100 million yen more."""
    found = ask(
        kawasaki,
        """SELECT DISTINCT ?code ?year ?caution {
        { ?s pg:kind pg:Settlement } UNION { ?s pg:kind pg:SettlementEstimate }
        ?s pg:about ?project ; pg:fiscalYear ?year ; pg:value ?spent .
        ?b pg:about ?project ; pg:fiscalYear ?year ; pg:value ?planned ; pg:kind pg:Budget .
        FILTER(?planned > 0 && ?spent >= 20 * ?planned && ?spent - ?planned >= 100000000)
        ?project skos:notation ?code OPTIONAL { ?s pg:caution ?caution } }""",
    )
    marked = ask(kawasaki, "SELECT ?o { ?o pg:caution pg:Outlier }")

    assert {(code, year) for code, year, _ in found} == {
        ("10401070", 2022), ("10401070", 2023), ("10401070", 2024),
        ("40102050", 2022), ("40102050", 2024), ("30101080", 2023), ("30302010", 2023),
    }  # fmt: skip
    assert all(caution for _, _, caution in found)
    assert len(marked) == len(found)


def test_the_published_share_on_target_stands_beside_what_is_counted(kawasaki: plangraph.Graph) -> None:
    found = ask(
        kawasaki,
        f"""SELECT ?published (COUNT(DISTINCT ?on) AS ?counted) (COUNT(DISTINCT ?any) AS ?all) {{
            ?o pg:about {PLAN} ; pg:kind pg:OnTargetShare ; pg:fiscalYear 2024 ; pg:value ?published .
            ?any pg:evaluates/pg:inPlan {PLAN} ; pg:fiscalYear 2024 ; pg:grade/skos:notation ?grade
            BIND(IF(?grade IN ("1", "2", "3"), ?any, ?none) AS ?on)
        }} GROUP BY ?published""",
    )

    (((published, counted, everything)),) = found
    assert float(published) == 83.8
    assert round(100 * counted / everything, 2) == 83.74


def test_each_measure_has_the_published_projects_grades_and_budget(kawasaki: plangraph.Graph) -> None:
    with (HERE / "published-totals.csv").open(encoding="utf-8", newline="") as file:
        published = {
            (row["measure"], int(row["projects"]), int(row["grade2"]), int(row["grade3"]), int(row["grade4"]),
             1000 * int(row["budget_thousand_yen"]))
            for row in csv.DictReader(file)
        }  # fmt: skip
    found = ask(
        kawasaki,
        f"""SELECT ?code (COUNT(?p) AS ?projects)
            (SUM(IF(?grade = "2", 1, 0)) AS ?g2) (SUM(IF(?grade = "3", 1, 0)) AS ?g3)
            (SUM(IF(?grade = "4", 1, 0)) AS ?g4) (SUM(?v) AS ?budget)
        {{ SELECT DISTINCT ?code ?p ?grade ?v {{
            ?m a pg:Measure ; skos:notation ?code ; pg:inPlan {PLAN} .
            ?p pg:partOf ?m .
            ?e pg:evaluates ?p ; pg:fiscalYear 2024 ; pg:grade/skos:notation ?grade .
            ?o pg:about ?p ; pg:kind pg:Budget ; pg:fiscalYear 2024 ; pg:value ?v .
        }} }} GROUP BY ?code""",
    )

    assert len(published) == 74
    assert set(found) == published


def test_every_office_is_found_by_its_spelling_on_the_sheets(kawasaki: plangraph.Graph) -> None:
    spellings = set((HERE / "published-offices.txt").read_text("utf-8").splitlines())
    found = ask(
        kawasaki,
        """SELECT DISTINCT ?name { ?office a org:OrganizationalUnit .
        { ?office rdfs:label ?name FILTER(LANG(?name) = "ja") } UNION { ?office skos:altLabel ?name } }""",
    )

    assert len(spellings) == 171
    assert spellings - {name for (name,) in found} == set()
