"""A dated value belongs to the fiscal year in which its date lies, by the month with which the city's years begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import plangraph
from plangraph.briefs.lines import by_kind

if TYPE_CHECKING:
    from pathlib import Path

TABLES = {
    "plan.toml": """[city]
key = "oakham"
label_en = "Oakham"
language = "en"
place = "here"
plan = "p"
source = "doc"
year_begins = {month}
year_named_by = "{named_by}"

[[tiers]]
word = "Action"
class = "Project"

[[tiers]]
word = "Measure of success"
class = "Indicator"
under = []

[[grades]]
code = "G"
word = "Green"
standing = "OnTarget"
""",
    "sources.csv": "key,kind,title_en\ndoc,CityDocument,Plan\n",
    "places.csv": "key,kind,label_en\nhere,City,Oakham\n",
    "organizations.csv": "key,kind,label_en\ntown,Municipality,Council\n",
    "plans.csv": "key,kind,label_en,start\np,ImplementationPlan,Plan,2025\n",
    "elements.csv": "tier,code,label_en\nAction,1,Build homes\n",
    "indicators.csv": "tier,code,label_en,element,unit\nMeasure of success,M1,Homes built,1,homes\n",
    "observations.csv": "about,kind,fiscal_year,date,value\nM1,TargetValue,2025,,100\nM1,TargetValue,2026,,200\n"
    "M1,ActualValue,,2025-06,30\nM1,ActualValue,,2026-03,90\n",
    "evaluations.csv": "element,fiscal_year,grade\nM1,2025,G\n",
}


@pytest.mark.parametrize(
    ("month", "named_by", "years"),
    [
        (4, "beginning", (2025, 2025)),
        (1, "beginning", (2025, 2026)),
        (7, "end", (2025, 2026)),
        (1, "end", (2025, 2026)),
    ],
)
def test_a_quarter_stands_beside_the_target_of_its_own_year(
    month: int, named_by: str, years: tuple[int, int], tmp_path: Path
) -> None:
    folder = tmp_path / "oakham"
    folder.mkdir()
    for name, text in TABLES.items():
        (folder / name).write_text(
            text.format(month=month, named_by=named_by) if name == "plan.toml" else text, "utf-8"
        )
    graph = plangraph.load(folder, tmp_path / "out")

    _, year = years
    rows = graph.query("plan-indicators", lang="en").to_dicts()
    assert [row["target_year"] for row in rows if row["actual"] == 90] == [year]
    assert {(row["actual_year"], row["actual_date"]) for row in rows if row["actual"]} == {(year, "2026-03")}
    assert {(row["grade_label"], row["grade_year"]) for row in rows} == {("Green", 2025)}
    figures = graph.query("figures", thing="M1", lang="en")
    assert [row["within_year"] for row in figures.to_dicts() if row["date"]] == [*years]
    [picture] = by_kind(figures, graph.reading(figures, "figures", {"thing": "M1"}, lang="en"), "Figures")
    assert f"Actual value: {'' if year == 2025 else '2025 30 homes, '}{year} 90 homes" in picture.text
