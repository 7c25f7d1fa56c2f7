"""What an office that is no more had in charge counts with the one that took over its work, if it was only one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.small_city import TABLES, write_city

import plangraph
from plangraph.build.writing.names_apart import names_apart
from plangraph.tables.actor_rows import OrganizationRow

if TYPE_CHECKING:
    from pathlib import Path

OFFICES = "key,kind,parent,label_ja,label_en,succeeds\ncity,Municipality,,ミニ市,Mini City,\n"
HEIRS = {
    "one": "roads,Office,city,道路局,Roads,works\n",
    "a section of another": "build,Office,city,建設局,Building,\nroads,Office,build,道路課,Roads,works\n",
    "two": "roads,Office,city,道路局,Roads,works\nparks,Office,city,公園局,Parks,works\n",
}


def rows_of(folder: Path, heirs: str) -> dict[str, list[tuple[object, ...]]]:
    """Build a city whose projects are in the charge of an office that others succeed, and ask by office."""
    write_city(folder / "city")
    sections = "works,Office,city,土木局,Works,\nbanks,Office,works,護岸課,Banks,\n"
    (folder / "city" / "organizations.csv").write_text(OFFICES + sections + heirs, "utf-8")
    elements = TABLES["elements.csv"].replace("堤防,Levees,works", "堤防,Levees,banks")
    (folder / "city" / "elements.csv").write_text(elements, "utf-8")
    graph = plangraph.load(folder / "city", folder / "out")
    by_office = {"by": "pg:TopLevelOffice", "lang": "en", "year": 2024}
    asked = {
        "top-level-offices": ("label", "projects", "offices", "budget", "succeeded_by"),
        "budget-totals": ("label", "projects", "budget"),
        "coverage-matrix": ("label", "projects"),
    }
    answers = {
        name: graph.query(name, **(by_office if name != "top-level-offices" else {"lang": "en"})).to_dicts()
        for name in asked
    }
    return {
        name: sorted({tuple(row[c] for c in asked[name]) for row in rows}, key=str) for name, rows in answers.items()
    }


def test_one_that_took_over_all_has_the_projects_and_the_money(tmp_path: Path) -> None:
    found = rows_of(tmp_path, HEIRS["one"])
    assert found["top-level-offices"] == [("Roads", 2, 2, 3000, None)]
    assert found["budget-totals"] == [("Roads", 2, 3000)]
    assert ("Roads", 2) in found["coverage-matrix"]
    assert not [row for row in found["coverage-matrix"] if row[0] == "Works"]


def test_a_section_that_took_over_brings_them_to_its_own_top_level_office(tmp_path: Path) -> None:
    found = rows_of(tmp_path, HEIRS["a section of another"])
    assert found["top-level-offices"] == [("Building", 2, 2, 3000, None)]
    assert found["budget-totals"] == [("Building", 2, 3000)]


def test_where_several_took_over_the_old_one_keeps_them_and_says_so(tmp_path: Path) -> None:
    found = rows_of(tmp_path, HEIRS["two"])
    assert found["top-level-offices"] == [("Works", 2, 2, 3000, "Parks, Roads")]
    assert found["budget-totals"] == [("Works", 2, 3000)]


def test_sections_of_one_name_are_told_apart_by_the_offices_that_they_stood_under(tmp_path: Path) -> None:
    write_city(tmp_path / "city")
    offices = "works,Office,city,土木局,Works,\nroads,Office,city,道路局,Roads,works\n"
    sections = "old,Office,works,総務課,General affairs,\nnew,Office,roads,総務課,General affairs,\n"
    (tmp_path / "city" / "organizations.csv").write_text(OFFICES + offices + sections, "utf-8")
    elements = TABLES["elements.csv"].replace("Levees,works", "Levees,old").replace("Drills,works", "Drills,new")
    (tmp_path / "city" / "elements.csv").write_text(elements, "utf-8")
    graph = plangraph.load(tmp_path / "city", tmp_path / "out")
    apart = {
        "ja": ["総務課（道路局）", "総務課（土木局）"],
        "en": ["General affairs (Roads)", "General affairs (Works)"],
    }

    for lang, names in apart.items():
        asked: dict[str, tuple[str, dict[str, object]]] = {
            "projects": ("offices", {}),
            "offices": ("label", {}),
            "projects-without": ("office_label", {"lacking": "settlement", "year": 2001}),
            "projects-of-office": ("office_label", {"office": "works"}),
            "offices-of-element": ("label", {"element": graph.query("projects").to_dicts()[0]["project"]}),
        }
        for question, (column, parameters) in asked.items():
            told = [row[column] for row in graph.query(question, lang=lang, **parameters).to_dicts()]
            assert set(names) & set(told), question
            assert not {"総務課", "General affairs"} & set(told), question


@pytest.mark.parametrize(
    ("parents", "told"),
    [
        ({"x": "a", "y": "b"}, {"x": "庶務係（A部）", "y": "庶務係（B部）"}),
        ({"x": "a1", "y": "b"}, {"x": "庶務係（A部 一課）", "y": "庶務係（B部）"}),
        ({"x": "a11", "y": "a21"}, {"x": "庶務係（A部 一課 本室）", "y": "庶務係（A部 二課 本室）"}),
        ({"x": "a", "y": "a"}, {"x": "庶務係（A部）", "y": "庶務係（A部）"}),
        ({"x": "", "y": "b"}, {"x": "庶務係", "y": "庶務係（B部）"}),
        ({"x": "office:y", "y": "x"}, {"x": "庶務係（庶務係 庶務係）", "y": "庶務係（庶務係 庶務係）"}),
    ],
)
def test_a_name_that_several_have_is_told_with_as_much_as_tells_it_apart(
    parents: dict[str, str], told: dict[str, str]
) -> None:
    above = {"city": ("", "町"), "a": ("city", "A部"), "b": ("city", "B部"), "a1": ("a", "一課"), "a2": ("a", "二課")}
    above |= {"a11": ("a1", "本室"), "a21": ("a2", "本室")} | {key: (up, "庶務係") for key, up in parents.items()}
    rows = [OrganizationRow(file="", line=0, key=key, parent=up, label_ja=name) for key, (up, name) in above.items()]

    names = names_apart(rows, {"city"})
    assert {key: names[key].ja for key in parents} == told
    assert (names["a1"].ja, names["x"].en) == ("一課", "")
