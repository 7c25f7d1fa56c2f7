from __future__ import annotations

import csv
import io
import itertools
import json
import re
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from plangraph.coverage import heatmap
from plangraph.coverage.heatmap import arranged, ink_on
from plangraph.coverage.report import PARTS, Report, gather
from plangraph.coverage.report_page import to_html
from plangraph.coverage.workbook import write_workbook
from plangraph.store.terms import Literal, integer, text
from plangraph.tier_words import said
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    import plangraph

TIERS = ("basic-policy", "policy", "measure", "strategy", "ward", "office")
HOSTILE = "=cmd|' /C calc'!A0 <script>"


def report_of(graph: plangraph.Graph, by: str = "policy", language: str = "en") -> Report:
    row = graph.row_kind(by)
    tier = graph.labels([row], language)[row]
    return gather(partial(graph.query), "A plan", row, tier, 2024, language, "0" * 64, graph.in_own_words)


def links_of(_row: str, _goal: str) -> set[str]:
    return set()


def test_the_workbook_has_numbers_filters_and_frozen_headers(oddtown: plangraph.Graph, tmp_path: Path) -> None:
    write_workbook(report_of(oddtown), tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")

    assert {"Matrix", "Budget (yen)", "Links", "Holes", "Sources"} <= set(book.sheetnames)
    empty = "One project only"
    assert [[cell for cell in row if cell] for row in book[empty].values] == [[empty, "none"]]
    for sheet in [sheet for sheet in book.worksheets[:-1] if sheet.title != empty]:
        assert sheet.freeze_panes
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.auto_filter.ref == sheet.dimensions
    rows: list[list[Any]] = [[value or 0 for value in row] for row in book["Budget (yen)"].values]
    cells = [row[2:-1] for row in rows[1:-1]]
    assert sum(map(sum, cells)) == rows[-1][-1] == 6_700_001
    assert [sum(column) for column in zip(*cells, strict=True)] == rows[-1][2:-1]
    assert [sum(row) for row in cells] == [row[-1] for row in rows[1:-1]]
    assert book["Budget (yen)"]["C2"].number_format == "#,##0_0"


def test_the_workbooks_matrix_is_a_heat_map_without_zeros_in_the_goals_colours(
    oddtown: plangraph.Graph, tmp_path: Path
) -> None:
    write_workbook(report_of(oddtown), tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Matrix"]
    values = [cell.value for row in sheet.iter_rows(min_row=2, min_col=3) for cell in row]

    assert (sheet["C1"].fill.fgColor.rgb[-6:], sheet["C1"].font.bold) == ("E5243B", True)
    assert 0 not in values
    assert [sheet.cell(sheet.max_row, column).value for column in (1, 2)] == [None, "total"]
    assert {cell.fill.fill_type for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is None} == {None}


def test_large_budgets_are_read_in_millions_and_kept_exact(oddtown: plangraph.Graph, tmp_path: Path) -> None:
    report = report_of(oddtown)
    budget = report.matrix.variables.index("budget")
    large = [(*row[:budget], row[budget] and integer(1_234_567_890), *row[budget + 1 :]) for row in report.matrix.rows]
    write_workbook(replace(report, matrix=replace(report.matrix, rows=large)), tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Budget (millions of yen)"]

    total = sheet.cell(sheet.max_row, sheet.max_column)
    assert (total.value, total.number_format) == (1_234_567_890, "#,##0.0,,_0")


@pytest.mark.parametrize(("most", "unit"), [(999_999_999, "yen"), (1_000_000_000, "millions of yen")])
def test_budgets_are_read_in_millions_from_a_thousand_millions_on(
    most: int, unit: str, oddtown: plangraph.Graph, tmp_path: Path
) -> None:
    report = report_of(oddtown)
    budget = report.matrix.variables.index("budget")
    rows = [(*row[:budget], row[budget] and integer(most), *row[budget + 1 :]) for row in report.matrix.rows]
    write_workbook(replace(report, matrix=replace(report.matrix, rows=rows)), tmp_path / "out.xlsx")

    assert f"Budget ({unit})" in openpyxl.load_workbook(tmp_path / "out.xlsx").sheetnames


def test_a_cell_of_the_workbook_is_the_fuller_of_its_goals_colour_the_more_it_has(
    oddtown: plangraph.Graph, tmp_path: Path
) -> None:
    write_workbook(report_of(oddtown, "office"), tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Matrix"]
    head, *cells, sum_ = next(sheet.iter_cols(min_col=13, max_col=13))
    drawn = {cell.value: cell.fill.fgColor.rgb[-6:] for cell in (head, *cells) if cell.value}

    assert drawn == {"11": "FD9D24", 2: "FEC47C", 1: "FED8A7"}  # 60 % and 40 % of the goal's orange on white
    assert sum_.fill.fill_type is None
    (last,) = (cell for cell in next(sheet.iter_cols(min_col=10, max_col=10))[1:-1] if cell.value)
    assert last.fill.fgColor.rgb.endswith("C7758E")


@pytest.mark.parametrize(("letters", "whole"), [(5, False), (40, True)])
def test_a_label_of_the_heat_map_ends_before_its_cells(
    letters: int, whole: bool, oddtown: plangraph.Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heatmap, "LABEL_LETTERS", letters)
    rows = [row for row in arranged(report_of(oddtown, "measure", "ja"))["rows"] if row["brief"] != row["whole"]]

    for row in rows:
        wide = sum(2 if ord(letter) > 0xFF else 1 for letter in row["shown"]) / 2
        assert (row["shown"] == row["whole"]) == whole
        assert wide <= letters
        assert row["whole"].startswith(row["shown"].removesuffix("…"))
        assert whole or letters - wide < 2
    assert rows


def test_a_row_without_a_code_goes_by_its_name(oddtown: plangraph.Graph, tmp_path: Path) -> None:
    report = report_of(oddtown, "office")
    write_workbook(report, tmp_path / "out.xlsx")
    rows = [row[:2] for row in openpyxl.load_workbook(tmp_path / "out.xlsx")["Matrix"].iter_rows(2, values_only=True)]

    named = ["Crisis Bureau", "Welfare Bureau", "North Ward Office", "None"]
    assert rows == [*((None, name) for name in named), (None, "total")]
    drawn = arranged(report)["rows"]
    assert [(row["whole"], row["brief"]) for row in drawn] == [(name, name) for name in (*named, "Total")]


def test_a_square_of_the_heat_map_is_the_fuller_the_more_it_has(oddtown: plangraph.Graph) -> None:
    squares = [square for row in arranged(report_of(oddtown, "office"))["rows"] for square in row["squares"]]

    assert {square["count"]: square["share"] for square in squares if "share" in square} == {1: "0.40", 2: "0.60"}
    assert {square["kind"] for square in squares if not square["count"]} == {"none", "hatched"}


def test_the_heat_map_sets_its_cells_side_by_side_between_labels_and_sums(oddtown: plangraph.Graph) -> None:
    drawn = arranged(report_of(oddtown))
    wide, high = drawn["cell"]["width"] + 1, drawn["cell"]["height"] + 1
    lefts = [goal["left"] for goal in drawn["goals"]]
    tops = [row["top"] for row in drawn["rows"]]

    assert [right - left for left, right in itertools.pairwise(lefts)] == [wide] * 16
    assert [lower - upper for upper, lower in itertools.pairwise(tops)] == [high] * (len(tops) - 1)
    assert all(goal["middle"] - goal["left"] == wide / 2 for goal in drawn["goals"])
    assert all(row["middle"] - row["top"] == high / 2 for row in drawn["rows"])
    assert (tops[0], drawn["height"] - tops[-1] - high) == (drawn["head"], 4)
    assert 0 < lefts[0] - drawn["label_end"] < wide
    assert lefts[-1] + wide < drawn["sums"] < drawn["width"]
    assert drawn["width"] - drawn["sums"] == drawn["sums"] - lefts[-1] - wide
    assert (drawn["width"], wide, high, drawn["head"], drawn["label_end"]) == (300 + 17 * 36 + 52, 36, 28, 34, 292)


def test_a_label_of_the_heat_map_is_as_wide_as_23_full_width_letters(oddtown: plangraph.Graph) -> None:
    report = report_of(oddtown, "office", "ja")
    label = report.matrix.variables.index("label")
    for name, shown in (
        ("あ" * 23, "あ" * 23),
        ("あ" * 24, "あ" * 22 + "…"),
        ("a" * 41, "a" * 41),
        ("a" * 42, "a" * 40 + "…"),
    ):
        rows = [(*row[:label], text(name, "ja"), *row[label + 1 :]) for row in report.matrix.rows]
        drawn = arranged(replace(report, matrix=replace(report.matrix, rows=rows)))["rows"][0]
        assert (drawn["whole"], drawn["shown"]) == (name, shown)


def test_sums_of_the_heat_map_are_heavy_and_lead_nowhere(oddtown: plangraph.Graph) -> None:
    rows = arranged(report_of(oddtown))["rows"]

    assert [row["heavy"] for row in rows] == [*[""] * (len(rows) - 1), " sum"]
    assert {square["place"] for square in rows[-1]["squares"]} == {""}
    assert all(square["place"] for row in rows[:-1] for square in row["squares"] if square["count"])
    assert [row["total"] for row in rows] == [sum(square["count"] for square in row["squares"]) for row in rows]


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        *[("#FFFFFF", "dark"), ("#000000", "light"), ("#FF00FF", "light"), ("#90C090", "dark"), ("#FF9000", "dark")],
        *[("#969696", "light"), ("#979797", "dark")],
    ],
)
def test_letters_are_dark_on_what_is_bright(colour: str, ink: str) -> None:
    assert ink_on(colour) == ink


def test_the_workbook_tells_holes_from_justified_ones(oddtown: plangraph.Graph, tmp_path: Path) -> None:
    write_workbook(report_of(oddtown), tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Holes"]
    assert "Projects" not in [cell.value for cell in sheet[1]], "none serves them"
    fills = {cell.value: cell.fill.fill_type for row in sheet for cell in row if "hole" in str(cell.value)}

    assert fills == {"hole": "solid", "justified hole": "lightUp"}


def test_no_cell_of_the_workbook_is_a_formula(oddtown: plangraph.Graph, tmp_path: Path) -> None:
    write_workbook(report_of(oddtown), tmp_path / "out.xlsx")
    cells = [c for sheet in openpyxl.load_workbook(tmp_path / "out.xlsx") for row in sheet for c in row]

    assert [c.data_type for c in cells if c.value == HOSTILE] == ["s"]
    assert not [c for c in cells if c.data_type == "f"]


def test_csv_cannot_run_formulas(oddtown: plangraph.Graph) -> None:
    text = report_of(oddtown).parts["links"].to_csv()

    assert HOSTILE in text
    for row in csv.reader(io.StringIO(text)):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_json_holds_the_matrix_and_all_parts(oddtown: plangraph.Graph) -> None:
    content = json.loads(report_of(oddtown, "ward").to_json())

    assert set(PARTS) < set(content)
    assert content["questions"]["matrix"] == "coverage-matrix"
    assert next(c["budget"] for c in content["matrix"] if c["part"] == "total") == 6_700_001
    assert len(content["targets"]) == 169


class Page(HTMLParser):
    """What a page refers to, what its tags are, and whether they are closed."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.outside: list[str] = []
        self.tags: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if str(given.get("href", "")).startswith("#"):
            self.links.append(str(given["href"])[1:])
        self.outside += [
            str(given[name]) for name in ("src", "href") if name in given and not str(given[name]).startswith("#")
        ]


@pytest.mark.parametrize("by", TIERS)
def test_the_page_needs_nothing_from_outside_and_its_cells_lead_somewhere(by: str, oddtown: plangraph.Graph) -> None:
    content = to_html({language: report_of(oddtown, by, language) for language in ("ja", "en")}, "ja", links_of)
    page = Page(content)

    assert not page.outside
    assert "@import" not in content
    assert not re.search(r"url\((?!#)", content)
    assert page.links
    assert set(page.links) <= set(page.ids)
    assert len(set(page.ids)) == len(page.ids)
    assert {place for place in page.ids if re.fullmatch(r"(?:ja|en)-.+-\d+", place)} <= set(page.links)
    assert page.tags.count("svg") == 1 + 2
    assert page.tags.index("pattern") < page.tags.index("main")


def test_the_page_shows_the_contributions_of_a_cell_and_runs_nothing_of_the_data(oddtown: plangraph.Graph) -> None:
    reports = {language: report_of(oddtown, "measure", language) for language in ("ja", "en")}
    everything = {str(row["link"]) for row in reports["en"].part("links")}
    content = to_html(reports, "en", lambda _row, _goal: everything)

    assert "=cmd|&#39; /C calc&#39;!A0 &lt;script&gt;" in content
    assert "<b>" not in content
    assert Page(content).tags.count("script") == 1
    assert '<tr class="old">' in content
    assert "It raises preparedness" in content
    assert "備えを高める" in content


def test_the_page_leads_with_what_is_served_and_tells_it_goal_by_goal(oddtown: plangraph.Graph) -> None:
    reports = {language: report_of(oddtown, "office", language) for language in ("ja", "en")}
    english = to_html(reports, "en", links_of).partition('<main class="tongue" lang="en">')[2]
    lines = re.findall('<p class="lead">(.*?)</p>', english)
    rows = [re.findall("<td.*?>(.*?)</td>", row) for row in re.findall("<tr>(<td><span.*?)</tr>", english)]

    assert lines[:2] == [
        "3 measures and 4 projects contribute to 4 of the 17 goals by 6 contributions "
        "(official 1, assumed 4, suggested 1).",
        "Of the 169 targets, 3 are served, 1 is left unserved with a reason why a city need not, "
        "and 165 are open holes.",
    ]
    assert rows[0][1:] == ["1", "0", "6", "1", "0", "1", "0", "1", "2", "1,333,334", "1 / 0 / 1"]
    assert rows[1][1:] == ["0", "0", "8", "0", "0", "0", "0", "0", "0", "", ""]
    assert rows[7][-2:] == ["0", "0 / 0 / 0"]


def test_the_citys_own_words_agree_with_their_numbers(oddtown: plangraph.Graph) -> None:
    own = {"measure": Words("大施策", "Activity")}
    report = replace(report_of(oddtown), say=partial(said, own=own))
    told = Words("", "{measures:,} {measures:measure|measures} {measures:is|are} served")

    assert report.text(told, measures=1) == "1 activity is served"
    assert report.text(told, measures=1200) == "1,200 activities are served"


def test_the_page_of_a_plan_without_contributions_says_so(oddtown: plangraph.Graph) -> None:
    reports = {language: report_of(oddtown, "office", language) for language in ("ja", "en")}
    links = reports["en"].matrix.variables.index("links")
    none = [(*row[:links], integer(0), *row[links + 1 :]) for row in reports["en"].matrix.rows]
    reports["en"] = replace(reports["en"], matrix=replace(reports["en"].matrix, rows=none))
    english = to_html(reports, "en", links_of).partition('<main class="tongue" lang="en">')[2]

    assert len(re.findall('<p class="lead">', english)) == 1


def test_the_page_shows_the_first_fifteen_pairs_and_twelve_digits_of_the_build(oddtown: plangraph.Graph) -> None:
    report = report_of(oddtown)
    pair = [Literal(f"pair-{name}") for name in report.parts["synergies"].variables]
    parts = {**report.parts, "synergies": replace(report.parts["synergies"], rows=[tuple(pair)] * 16)}
    content = to_html({"en": replace(report, parts=parts)}, "en", links_of)

    assert content.count("pair-other_code</td>") == 15
    assert "0" * 12 in content
    assert "0" * 13 not in content


def test_the_page_shows_the_language_asked_for_first_without_scripts(oddtown: plangraph.Graph) -> None:
    reports = {language: report_of(oddtown, "policy", language) for language in ("ja", "en")}

    assert 'value="en" checked' in to_html(reports, "en", links_of)
    assert '<html lang="ja">' in to_html(reports, "ja", links_of)
