"""What is no table, no settings, or not the table that it is called, is refused as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.build.refused import problems_of
from tests.small_city import write_city

from plangraph.build.pipeline import build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "elements.csv:1: is empty: the first row has the names of the columns"),
        (
            "plan;tier;code\n",
            "elements.csv:1: the cells are separated by ';': save the table as CSV UTF-8, with commas",
        ),
        ("plan\ttier\tcode\n", "the cells are separated by tabs"),
        ("plan,tier,code\n", "no element '10101010' (there is no table elements, or it is empty)"),
    ],
)
def test_a_table_of_nothing_or_without_commas_is_told(tmp_path: Path, text: str, message: str) -> None:
    folder = write_city(tmp_path / "city")
    (folder / "elements.csv").write_text(text, "utf-8")

    assert message in problems_of(folder, tmp_path / "out").words.en


TWO_PROJECTS = "3,事業,10101010,1-1-1,訓練,Drills,works,doc,3\n3,事業,10101020,1-1-1,堤防,Levees"
TWO_OF_ONE_NAME = "3,事業,,1-1-1,訓練,Drills,works,doc,3\n3,事業,,1-1-1,訓練,More drills"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("code,parent", "code,parant"), "elements.csv:1: column parant: unknown column (did you mean 'parent'?)"),
        (("tier,code,", "code,"), "elements.csv:1: column tier: the column is missing"),
        (("code,parent", "code,code,parent"), "elements.csv:1: column code: the column stands twice"),
        (
            ("10101020,1-1-1", "10101010,1-1-1"),
            "elements.csv:7: column code: '3, 事業, 10101010' stands already at elements.csv:6",
        ),
        ((TWO_PROJECTS, TWO_OF_ONE_NAME), "'3, 事業, 訓練' stands already at elements.csv:6"),
    ],
)
def test_a_wrong_header_or_a_double_is_told(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    error = problems_of(write_city(tmp_path / "city", {"elements.csv": change}), tmp_path / "out")
    assert message in str(error)


@pytest.mark.parametrize("table", ["sources", "organizations", "plans", "elements", "links"])
def test_a_table_that_is_not_utf8_is_told_and_not_the_rows_that_name_its_rows(tmp_path: Path, table: str) -> None:
    folder = write_city(tmp_path / "city")
    file = folder / f"{table}.csv"
    file.write_bytes(file.read_text("utf-8").encode("cp932"))
    assert str(problems_of(folder, tmp_path / "out")) == f"{table}.csv: not UTF-8: save the table as CSV UTF-8"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("plan,tier", 'plan,"tier'), "elements.csv:1: not CSV: a quotation mark is not closed"),
        (("よいまち", '"よい"まち'), "elements.csv:2: not CSV: something stands after a quotation mark"),
        (("備え", '"備え'), "elements.csv:5: not CSV: a quotation mark is not closed"),
        (("備え", '"備"え'), "elements.csv:5: not CSV: something stands after a quotation mark"),
        (("備え", "備\x00え"), "elements.csv:5: an invisible control character"),
    ],
)
def test_what_is_not_csv_is_told_where_it_begins(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    error = problems_of(write_city(tmp_path / "city", {"elements.csv": change}), tmp_path / "out")
    assert str(error).startswith(message)
    assert len(error.problems) == 1


def test_a_table_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    folder = write_city(tmp_path / "city")
    for file in folder.glob("*.csv"):
        file.write_text(file.read_text("utf-8"), "utf-8-sig", newline="\r\n")
    plain = write_city(tmp_path / "plain")
    assert build([folder], tmp_path / "a").identity == build([plain], tmp_path / "b").identity


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[city", "not TOML"),
        ("key = 名", "plan.toml:1: not TOML (key = 名): "),
        ("[city]\nkey = 1", "city.key"),
        ("", "plan.toml: key city: is missing"),
    ],
)
def test_wrong_settings_are_told(tmp_path: Path, text: str, message: str) -> None:
    folder = write_city(tmp_path / "city")
    (folder / "plan.toml").write_text(text, "utf-8")
    assert message in str(problems_of(folder, tmp_path / "out"))


def test_what_is_not_toml_is_told_with_its_line(tmp_path: Path) -> None:
    folder = write_city(tmp_path / "city")
    (folder / "plan.toml").write_text('[city]\nkey = "mini"\nlabel_ja = 名\nlabel_en = "x"\n', "utf-8")
    (problem,) = problems_of(folder, tmp_path / "out").problems
    assert (problem.row, "(label_ja = 名)" in problem.message.en) == (3, True)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("element.csv", "element.csv: there is no table 'element'"),
        ("element/east.csv", "(did you mean 'elements'?)"),
        ("elements.CSV", "elements.CSV: is not read: the table is elements.csv"),
        ("links.xlsx", "links.xlsx: is not read: the table is links.csv"),
        ("links/east/1.csv", "links/east/1.csv: is not read"),
        ("goals.csv", "there is no table 'goals'"),
    ],
)
def test_a_sheet_that_no_table_is_read_from_is_told(tmp_path: Path, name: str, message: str) -> None:
    folder = write_city(tmp_path / "city")
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("key\n", "utf-8")

    assert message in str(problems_of(folder, tmp_path / "out"))


@pytest.mark.parametrize(
    "name", ["notes/glossary.csv", "notes/ask.rq", ".~lock.elements.csv", "~$links.xlsx", "readme.txt"]
)
def test_what_is_no_table_may_lie_beside(tmp_path: Path, name: str) -> None:
    folder = write_city(tmp_path / "city")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("key\n", "utf-8")

    assert build([folder], tmp_path / "out").datasets == ["mini"]


@pytest.mark.parametrize(
    "name", ["queries/sizes.rq", "sizes.rq", "queries/data/more/sizes.rq", "queries/data/sizes.RQ"]
)
def test_a_question_outside_a_folder_of_a_topic_is_told(tmp_path: Path, name: str) -> None:
    folder = write_city(tmp_path / "city")
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("ASK {}", "utf-8")

    said = f"{name}: is not read: a question stands in a folder named by its topic, right in queries/: queries/<topic>/"
    assert f"{said}sizes.rq" in str(problems_of(folder, tmp_path / "out"))


def test_a_folder_without_settings_is_no_dataset(tmp_path: Path) -> None:
    assert "plan.toml: missing" in str(problems_of(tmp_path, tmp_path / "out"))
