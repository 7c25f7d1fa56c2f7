"""The files of a report: a workbook with numbers, filters and a heat map, CSV and JSON, in which nothing can run."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from tests.coverage.reports import report_of
from tests.small_city import write_city

import plangraph
from plangraph.coverage.heatmap import arranged
from plangraph.coverage.report import PARTS
from plangraph.coverage.workbook import write_workbook
from plangraph.store.terms import integer

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "=cmd|' /C calc'!A0 <script>"


@pytest.fixture(scope="module")
def books(oddtown: plangraph.Graph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, openpyxl.Workbook]:
    """The workbooks of two reports, which tests read."""
    folder = tmp_path_factory.mktemp("books")
    for by in ("policy", "office"):
        write_workbook(report_of(oddtown, by), folder / f"{by}.xlsx")
    return {path.stem: openpyxl.load_workbook(path) for path in folder.iterdir()}


def test_the_workbook_has_numbers_filters_and_frozen_headers(books: dict[str, openpyxl.Workbook]) -> None:
    book = books["policy"]

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
    books: dict[str, openpyxl.Workbook],
) -> None:
    sheet = books["policy"]["Matrix"]
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
    books: dict[str, openpyxl.Workbook],
) -> None:
    sheet = books["office"]["Matrix"]
    head, *cells, sum_ = next(sheet.iter_cols(min_col=13, max_col=13))
    drawn = {cell.value: cell.fill.fgColor.rgb[-6:] for cell in (head, *cells) if cell.value}

    assert drawn == {"11": "FD9D24", 2: "FEC47C", 1: "FED8A7"}  # 60 % and 40 % of the goal's orange on white
    assert sum_.fill.fill_type is None
    (last,) = (cell for cell in next(sheet.iter_cols(min_col=10, max_col=10))[1:-1] if cell.value)
    assert last.fill.fgColor.rgb.endswith("C7758E")


def test_a_row_without_a_code_goes_by_its_name(oddtown: plangraph.Graph, books: dict[str, openpyxl.Workbook]) -> None:
    report = report_of(oddtown, "office")
    rows = [row[:2] for row in books["office"]["Matrix"].iter_rows(2, values_only=True)]

    named = ["Crisis Bureau", "Welfare Bureau", "North Ward Office", "What belongs to none of these"]
    assert rows == [*((None, name) for name in named), (None, "total")]
    drawn = arranged(report)["rows"]
    assert [(row["whole"], row["brief"]) for row in drawn] == [(name, name) for name in (*named, "Total")]


def test_the_workbook_tells_holes_from_justified_ones(books: dict[str, openpyxl.Workbook]) -> None:
    sheet = books["policy"]["Holes"]
    assert "Projects" not in [cell.value for cell in sheet[1]], "none serves them"
    fills = {cell.value: cell.fill.fill_type for row in sheet for cell in row if "hole" in str(cell.value)}

    assert fills == {"hole": "solid", "justified hole": "lightUp"}


def test_no_cell_of_the_workbook_is_a_formula(books: dict[str, openpyxl.Workbook]) -> None:
    cells = [c for sheet in books["policy"] for row in sheet for c in row]

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


def test_what_has_no_code_of_its_own_is_named_once(tmp_path: Path) -> None:
    folder = write_city(tmp_path / "city", {"plan.toml": ("codes_nest = true", "")})
    for name in ("elements.csv", "links.csv"):
        (folder / name).write_text((folder / name).read_text("utf-8").replace("1-1-1", "備え"), "utf-8")
    report = report_of(plangraph.load(folder, tmp_path / "out"), "measure", "ja")

    assert {(cell["code"], cell["label"]) for cell in report.cells() if cell["row"]} == {("", "備え")}
    assert {(link["code"], link["label"]) for link in report.part("links")} == {(None, "備え")}
    write_workbook(report, tmp_path / "out.xlsx")
    sheets = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets
    assert not [row for sheet in sheets for row in sheet.iter_rows(values_only=True) if row.count("備え") > 1]
