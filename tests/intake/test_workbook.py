"""A dataset in one workbook says what its folder says, and blames sheet, row and column."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from tests.intake.command import run
from tests.small_city import write_city

from plangraph import resources
from plangraph.build.judgement import Shared, read_dataset
from plangraph.build.segments import fingerprint
from plangraph.dataset_files.writing import convert, write_dataset
from plangraph.errors import DataError, StoreError
from plangraph.intake.new_dataset import new_dataset
from plangraph.tables import read_city
from plangraph.tables.outlines import outlines_of
from plangraph.tables.rows import TABLES

if TYPE_CHECKING:
    from plangraph.errors import Problem
    from plangraph.store.terms import Quad
    from plangraph.tables.plan_models import PlanFile

CITIES = Path(__file__).parents[1] / "queries" / "data"


@pytest.fixture(scope="module")
def shared() -> Shared:
    return Shared()


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of a small city."""
    folder = tmp_path_factory.mktemp("workbook")
    convert(write_city(folder / "mini"), folder / "mini.xlsx")
    return folder / "mini.xlsx"


@pytest.fixture(scope="module")
def filled(mini: Path) -> Path:
    """The sheets of that workbook that say something, without notes and lists: most tests change it and save it all."""
    book = load_workbook(mini)
    for sheet in book:
        if all(cell.value is None for row in sheet.iter_rows(min_row=2) for cell in row):
            book.remove(sheet)
        sheet.data_validations.dataValidation.clear()
        for cell in sheet[1]:
            cell.comment = None
    book.save(mini.with_name("filled.xlsx"))
    return mini.with_name("filled.xlsx")


def facts(dataset: Path, shared: Shared) -> list[Quad]:
    read = read_dataset(dataset, shared)
    assert read.problems == ()
    return read.cities[0][1].quads


@pytest.mark.parametrize("city", ["minato", "testville", "plantown"])
def test_a_folder_and_its_workbook_give_the_same_quads_both_ways(city: str, tmp_path: Path, shared: Shared) -> None:
    convert(CITIES / city, tmp_path / "city.xlsx")
    convert(tmp_path / "city.xlsx", tmp_path / "city")
    quads = set(facts(CITIES / city, shared))
    assert set(facts(tmp_path / "city.xlsx", shared)) == quads == set(facts(tmp_path / "city", shared))


def told(dataset: Path, shared: Shared) -> tuple[PlanFile, dict[str, list[str]]]:
    """Return what a dataset's quads are made of: its settings, and its rows without where they stand."""
    problems: list[Problem] = []
    city = read_city(dataset, shared.ontology, shared.sdg_codes, problems)
    assert problems == []
    each = {
        model.table: [row.model_dump_json(exclude={"file", "line"}) for row in city.rows[model]] for model in city.rows
    }
    return city.file, {table: sorted(rows) for table, rows in each.items()}


@pytest.mark.long
def test_the_workbook_of_kawasaki_says_all_that_its_folder_says(tmp_path: Path, shared: Shared) -> None:
    convert(resources.DATA / "kawasaki", tmp_path / "city.xlsx")
    assert told(tmp_path / "city.xlsx", shared) == told(resources.DATA / "kawasaki", shared)


def test_the_outlines_beside_a_workbook_are_part_of_what_is_built(tmp_path: Path) -> None:
    book = tmp_path / "city.xlsx"
    convert(CITIES / "plantown", book)
    before = fingerprint(book, "")
    outlines_of(book).unlink()
    assert fingerprint(book, "") != before


def test_outlines_that_stand_there_are_not_replaced_unasked(tmp_path: Path) -> None:
    book = tmp_path / "city.xlsx"
    outlines_of(book).write_text("of another city", "utf-8")
    with pytest.raises(StoreError, match="--overwrite"):
        convert(CITIES / "plantown", book)
    assert not book.exists()


def test_a_new_workbook_has_no_problem(tmp_path: Path, shared: Shared) -> None:
    write_dataset(new_dataset("minato", "みなと市", ["政策", "施策", "係の仕事:Project"]), tmp_path / "minato.xlsx")
    assert facts(tmp_path / "minato.xlsx", shared)


Change = Callable[[str, str, Any], "list[Problem]"]


@pytest.fixture
def changed(filled: Path, shared: Shared, tmp_path: Path) -> Change:
    """Put a value into a cell (a new sheet, if there is none) and tell what is said then."""

    def change(sheet: str, cell: str, value: Any) -> list[Problem]:
        book = load_workbook(filled)
        (book[sheet] if sheet in book.sheetnames else book.create_sheet(sheet))[cell] = value
        book.save(tmp_path / "mini.xlsx")
        try:
            return list(read_dataset(tmp_path / "mini.xlsx", shared).problems)
        except DataError as error:
            return list(error.problems)

    return change


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (datetime.date(2001, 1, 1), "a code such as 1-1 that Excel has made a date"),
        (datetime.date(2001, 1, 2), "a code such as 1-2 / 1-1-2 that Excel has made a date"),
        (1.1, "1.10 may have become 1.1"),
        (10**11, "Excel has shortened"),
        ("2001/1/1", "Excel has made a date"),
        ("2001/1/2 0:00", "a code such as 1-1-2 that"),
        ("1.2E+11", "Excel has shortened"),
        ("######", "error or lack of width"),
    ],
    ids=str,
)
def test_what_excel_did_to_a_code_is_said_with_sheet_row_and_column(value: Any, said: str, changed: Change) -> None:
    told = changed("要素", "C6", value)
    first = next(problem for problem in told if problem.column == "code")
    assert (first.file, first.row) == ("mini.xlsx:要素", 6)
    assert said in first.message.en
    assert first.text("ja").startswith("mini.xlsx:要素:6: 列 コード (code): ")


@pytest.mark.parametrize(("cell", "value"), [("C6", 10101010), ("F6", 1.5), ("F6", datetime.date(2001, 1, 1))], ids=str)
def test_a_whole_number_may_be_a_code_and_anything_a_name(cell: str, value: Any, changed: Change) -> None:
    assert changed("要素", cell, value) == []


@pytest.mark.parametrize("value", [datetime.time(12, 30), True], ids=str)
def test_a_time_or_a_truth_value_where_a_code_stands_is_a_code(value: Any, changed: Change) -> None:
    assert not [problem for problem in changed("要素", "C6", value) if "Excel" in problem.message.en]


def test_the_longest_number_that_excel_writes_in_full_may_be_a_code(changed: Change) -> None:
    assert not [problem for problem in changed("要素", "C6", 10**11 - 1) if problem.column == "code"]


def test_a_date_of_excel_is_taken_where_only_a_day_can_be_meant(changed: Change) -> None:
    assert changed("節目", "E2", datetime.date(2022, 4, 11)) == []


def test_the_first_of_a_month_may_be_the_month(changed: Change) -> None:
    (problem,) = changed("節目", "E2", datetime.date(2022, 4, 1))
    assert "2022-04" in problem.message.en


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "column"),
    [("層", "B3", "Misure", "class"), ("市", "B2", "Mini City", "key"), ("要素", "E1", "再掲だと思う", "再掲だと思う")],
)
def test_settings_and_headings_are_blamed_on_their_sheets(
    sheet: str, cell: str, value: str, column: str, changed: Change
) -> None:
    told = changed(sheet, cell, value)
    assert (told[0].file, told[0].row, told[0].column) == (f"mini.xlsx:{sheet}", int(cell[1:]), column)


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "row"),
    [("要素", "C6", 1.1, 8), ("層", "B3", "Misure", 5), ("要素", "E1", "再掲だと思う", 3)],
)
def test_rows_are_counted_from_the_top_of_the_sheet_wherever_its_headings_stand(
    sheet: str, cell: str, value: Any, row: int, filled: Path, shared: Shared, tmp_path: Path
) -> None:
    book = load_workbook(filled)
    book[sheet][cell] = value
    book[sheet].insert_rows(1, amount=2)
    book.save(tmp_path / "mini.xlsx")
    try:
        problems = list(read_dataset(tmp_path / "mini.xlsx", shared).problems)
    except DataError as error:
        problems = list(error.problems)
    assert (problems[0].file, problems[0].row) == (f"mini.xlsx:{sheet}", row)


@pytest.mark.parametrize(("said", "alone"), [("はい", True), ("○", True), ("いいえ", False), ("0", False)])
def test_yes_and_no_are_read_as_they_are_said(
    said: str, alone: bool, filled: Path, shared: Shared, tmp_path: Path
) -> None:
    book = load_workbook(filled)
    book["層"]["E3"] = said
    book.save(tmp_path / "mini.xlsx")

    assert told(tmp_path / "mini.xlsx", shared)[0].tiers[1].alone is alone


@pytest.mark.parametrize(
    ("sheet", "kept", "said"),
    [
        ("要素", "", (1, "", "is empty: the first row has the names of the columns")),
        ("層", "A1:C1", (0, "", "has none")),
        ("市", "A1:A9", (0, "key", "is missing")),
    ],
)
def test_a_sheet_that_says_nothing_is_blamed_by_its_name(
    sheet: str, kept: str, said: tuple[int, str, str], filled: Path, shared: Shared, tmp_path: Path
) -> None:
    book = load_workbook(filled)
    cells = [(cell.coordinate, cell.value) for row in book[sheet][kept] for cell in row] if kept else []
    book.remove(book[sheet])
    bare = book.create_sheet(sheet)
    for place, value in cells:
        bare[place] = value
    book.save(tmp_path / "mini.xlsx")

    try:
        first = read_dataset(tmp_path / "mini.xlsx", shared).problems[0]
    except DataError as error:
        first = error.problems[0]
    assert (first.file, (first.row, first.column, first.message.en)) == (f"mini.xlsx:{sheet}", said)


def test_a_choice_with_its_name_behind_it_is_the_choice(changed: Change) -> None:
    assert changed("要素", "J6", "works　土木局") == []


def test_a_sheet_that_is_no_table_is_named(changed: Change) -> None:
    (problem,) = changed("要秦", "A1", "コード")
    assert (problem.file, problem.row) == ("mini.xlsx:要秦", 0)
    assert "要素" in problem.message.ja


def test_each_table_has_a_sheet_with_its_columns_keys_as_notes_and_text_cells(mini: Path) -> None:
    book = load_workbook(mini)
    assert book.sheetnames[:3] == ["説明", "市", "層"]
    for model in TABLES.values():
        if not model.shared:
            sheet = book[model.what.ja]
            notes = [cell.comment.text.split("\n")[0] for cell in sheet[1] if cell.comment]
            assert notes == model.columns()
            assert sheet.freeze_panes
    assert book["要素"]["C2"].number_format == "@"
    assert any("選択肢" in rule.formula1 for rule in book["要素"].data_validations.dataValidation)
    assert str(book["要素"]["B1"].value).endswith("＊")


def test_a_workbook_that_stands_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    content = new_dataset("minato", "", ["事業"])
    write_dataset(content, tmp_path / "a.xlsx")
    with pytest.raises(StoreError, match="--overwrite"):
        write_dataset(content, tmp_path / "a.xlsx")
    write_dataset(content, tmp_path / "a.xlsx", overwrite=True)


def test_the_account_of_an_import_goes_along_both_ways(tmp_path: Path) -> None:
    account = [["区分", "どう読んだか"], ["運ばなかったセル", "=1+1"]]
    content = replace(new_dataset("minato", "みなと市", ["施策"]), account=account)
    write_dataset(content, tmp_path / "a.xlsx")
    assert convert(tmp_path / "a.xlsx", tmp_path / "a").account == account
    assert "'=1+1" in (tmp_path / "a" / "notes" / "import-account.csv").read_text("utf-8-sig")
    assert convert(tmp_path / "a", tmp_path / "b.xlsx").account == account
    assert convert(tmp_path / "b.xlsx", tmp_path / "b").account == account


def test_the_commands_take_a_workbook_as_they_take_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "minato", "--tiers", "施策,事務事業") == 0
    assert run("build", "minato.xlsx", "-o", "built") == 0
    assert run("convert", "minato.xlsx", "-o", "minato") == 0
    assert "minato" in capsys.readouterr().out
    assert run("new", "minato", "--tiers", "施策,なにか") == 2
    assert "なにか:Measure" in capsys.readouterr().err


@pytest.mark.parametrize(("lang", "first"), [("ja", "市のキー"), ("en", "The city's segment")])
def test_the_notes_on_headings_are_in_the_language_of_the_reader(tmp_path: Path, lang: str, first: str) -> None:
    assert run("new", "minato", "-o", str(tmp_path / "new.xlsx"), "--lang", lang) == 0
    assert run("convert", str(CITIES / "oumi"), "-o", str(tmp_path / "oumi.xlsx"), "--lang", lang) == 0
    for name in ("new.xlsx", "oumi.xlsx"):
        cells = [cell for sheet in load_workbook(tmp_path / name) for row in sheet.iter_rows() for cell in row]
        notes = [cell.comment.text for cell in cells if cell.comment]
        said = [text for note in notes if (text := note.partition("\n")[2])]
        assert len(said) > 50
        assert first in said[0]
        assert [text for text in said if text.isascii() != (lang == "en")] == []


def test_a_person_may_add_a_table_of_settings_to_what_a_workbook_became(
    mini: Path, shared: Shared, tmp_path: Path
) -> None:
    convert(mini, tmp_path / "mini")
    with (tmp_path / "mini" / "plan.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[units]]\nword = "世帯"\nen = "household"\n')

    assert [unit.en for unit in told(tmp_path / "mini", shared)[0].units] == ["household"]
