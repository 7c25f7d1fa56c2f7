"""Rows as files: each format is whole, reads back, is safe in Excel, and says where it comes from."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest

from plangraph.errors import MissingExtra
from plangraph.queries import wording
from plangraph.store.answers import Rows
from plangraph.store.columns import Heading
from plangraph.store.documents import MARK
from plangraph.store.formats import TABLES
from plangraph.store.readable import Reading
from plangraph.store.terms import Literal, NamedNode, boolean, integer, number, text
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.store.columns import Holds
    from plangraph.store.terms import Term

HEADINGS = {name: wording().columns[name] for name in ("project", "code", "label", "budget", "rate", "begins")}
ROWS = Rows(
    list(HEADINGS),
    [
        (
            NamedNode("urn:p"),
            Literal("1-1"),
            text("=1+1 <b>|", "ja"),
            integer(42_767_564_601),
            number(Decimal("98.7")),
            Literal("2024-04-01T00:00:00+09:00"),
        ),
        (NamedNode("urn:q"), Literal("01"), text("名称", "ja"), None, None, None),
    ],
    headings=HEADINGS,
    currency="JPY",
)
READING = Reading(ROWS, "ja", title="題名[1]", asked="尋ねたこと", about=[("出典", "川崎市")])


def written(name: str) -> bytes:
    return TABLES[name].write(READING)


def test_a_workbook_has_codes_as_text_money_and_dates_as_such_and_a_sheet_about_its_source() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx")))
    sheet, about = book.worksheets

    assert [cell.value for cell in sheet[1]] == ["コード", "事務事業", "予算額（円）", "執行率（%）", "始まり"]
    assert [cell.value for cell in sheet[2]][:4] == ["1-1", "=1+1 <b>|", 42_767_564_601, 98.7]
    assert sheet["E2"].value.date() == date(2024, 4, 1)
    assert (sheet["A2"].data_type, sheet["B2"].data_type, sheet["C2"].number_format) == ("s", "s", "#,##0_0")
    assert sheet["C3"].value is None
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("C2", "A1:E3", "$1:$1")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert (about["A1"].value, about["B1"].value) == ("出典", "川崎市")


@pytest.mark.parametrize(
    ("title", "sheet"),
    [
        ("Find projects by grade, direction, money or words", "Find projects by grade"),
        ("事務事業の一覧・絞り込み検索（評価、方向性、予算、所管、SDGs、区などで）", "事務事業の一覧・絞り込み検索"),
        ("長" * 40, "長" * 31),
        ("題名[1]", "題名 1 "),
    ],
)
def test_a_sheet_is_called_by_whole_words(title: str, sheet: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(TABLES["xlsx"].write(replace(READING, title=title))))
    assert book.sheetnames[0] == sheet


def test_csv_for_excel_keeps_codes_as_they_are_and_runs_nothing() -> None:
    content = written("csv").decode()
    header, first, second = csv.reader(io.StringIO(content.removeprefix(MARK)))

    assert content.startswith(MARK)
    assert header == ["コード", "事務事業", "予算額（円）", "執行率（%）", "始まり"]
    assert first == ['="1-1"', "'=1+1 <b>|", "42767564601", "98.7", "2024-04-01"]
    assert second == ['="01"', "名称", "", "", ""]


def test_records_hold_each_value_by_the_name_of_its_column() -> None:
    records = json.loads(written("records"))

    assert records[0]["budget"] == 42_767_564_601
    assert records[0]["rate"] == 98.7
    assert records[1]["budget"] is None
    assert [json.loads(line) for line in written("jsonl").splitlines()] == records
    assert "名称" in written("jsonl").decode()


@pytest.mark.parametrize("name", ["md", "html"])
def test_text_of_the_data_is_no_markup(name: str) -> None:
    content = written(name).decode()

    assert "<b>" not in content
    assert "尋ねたこと" in content
    assert "1-1" in content


def test_a_page_can_be_read_on_a_phone_where_each_cell_says_what_it_is() -> None:
    page = written("html").decode()

    assert '<meta name="viewport"' in page
    assert '<td data-name="コード">1-1</td>' in page
    assert "出典: 川崎市" in page


def test_figures_stand_at_the_right_of_their_column() -> None:
    assert written("md").decode().splitlines()[3] == "| --- | --- | ---: | ---: | --- |"
    assert ROWS._repr_html_().count('<th class="right"') == 2


def test_a_bar_inside_a_text_begins_no_cell_of_markdown() -> None:
    assert "\\|" in written("md").decode()


def test_parquet_has_true_types() -> None:
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(written("parquet")))

    assert [str(kind) for kind in table.schema.types] == [
        "string",
        "string",
        "string",
        "int64",
        "double",
        "date32[day]",
    ]
    assert table["budget"].to_pylist() == [42_767_564_601, None]


def test_data_frames_have_true_types_and_lose_no_digit() -> None:
    import pandas as pd

    frame = ROWS.to_pandas()

    kinds = ["string", "string", "string", "Int64", "Float64", "datetime64[s]"]
    assert [str(kind) for kind in frame.dtypes] == kinds
    assert frame["budget"][1] is pd.NA
    assert ROWS.to_polars()["budget"].to_list() == [42_767_564_601, None]
    large = Rows(["n"], [(integer(2**53 + 1),), (None,)])
    assert large.to_pandas()["n"][0] == large.to_polars()["n"][0] == 2**53 + 1
    assert ROWS.to_arrow().num_rows == 2


def test_what_is_beyond_64_bits_is_text() -> None:
    for whole, kind in ((2**63 - 1, "Int64"), (2**63, "string"), (-(2**63), "string")):
        frame = Rows(["n"], [(integer(whole),)]).to_pandas()
        assert (str(frame["n"].dtype), frame["n"][0]) == (kind, whole if kind == "Int64" else str(whole))


@pytest.mark.parametrize(
    ("values", "holds", "kind"),
    [
        ((boolean(True), None), "flag", "boolean"),
        ((boolean(True), integer(1)), "number", "string"),
        ((integer(1), number(Decimal("0.5"))), "number", "Float64"),
        ((integer(1), text("a", "en")), "number", "string"),
        ((Literal("2024-04-01"), Literal("2024-04")), "date", "string"),
        ((Literal("2024-04-01"), None), "text", "string"),
        ((None,), "number", "string"),
        ((), "number", "string"),
    ],
)
def test_a_column_of_a_data_frame_is_of_the_one_type_that_all_its_values_have(
    values: tuple[Term | None, ...], holds: Holds, kind: str
) -> None:
    headings = {"x": Heading(Words("値", "Value"), holds)}

    assert str(Rows(["x"], [(value,) for value in values], headings=headings).to_pandas()["x"].dtype) == kind


@pytest.mark.parametrize(("name", "extra"), [("pandas", "pandas"), ("polars", "polars"), ("pyarrow", "arrow")])
def test_a_library_that_is_not_installed_is_named(name: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)

    with pytest.raises(MissingExtra, match=rf"plangraph\[{extra}\]"):
        getattr(ROWS, f"to_{extra}")()


def test_no_rows_are_no_fault_of_any_format() -> None:
    empty = Reading(Rows(list(HEADINGS), [], headings=HEADINGS, currency="JPY"), "en")

    for form in TABLES.values():
        assert form.write(empty) is not None


def test_rows_are_indexed_sliced_and_shown_in_short() -> None:
    assert ROWS[0]["code"] == "1-1"
    assert len(ROWS[:1]) == 1
    assert ROWS[:1].headings == HEADINGS
    assert ROWS["code"] == ["1-1", "01"]
    assert repr(ROWS) == "<2 rows: project, code, label, budget, rate, begins>"
    assert "<th>コード</th>" in ROWS._repr_html_()
    with pytest.raises(KeyError):
        ROWS["nothing"]
