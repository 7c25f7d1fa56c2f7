"""``plangraph import``, from a sheet as a city would have it to an answer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.intake.as_drafted import carried
from tests.intake.command import run
from tests.intake.sheets_as_sent import Sent, write_workbook

ROWS: list[list[object]] = [
    ["みなと市　事務事業一覧（令和6年度）"],
    [None, None, None, None, "（単位：千円）"],
    ["No.", "事務事業名", "担当", None, "予算額", "今後の\n方向性"],
    [None, None, "部", "課", None, None],
    [1, "防災訓練　事業", "総務部", "危機管理課", "1,200", "拡大"],
    [2, "道路補修事業", "建設部", "道路課", 3400, "現状継続"],
    [3, "議会運営費", "議会事務局", "－", "…", "現状継続"],
    [None, "合　計", None, None, 4600, None],
    ["※ 予算額は当初予算"],
]
MERGED = ("A1:F1", "C3:D3", "A3:A4", "B3:B4", "E3:E4", "F3:F4")


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_workbook(tmp_path / "projects.xlsx", Sent(ROWS, MERGED))


def test_a_sheet_becomes_a_graph_that_answers(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", sheet.name, "--draft", "--key", "minato") == 0
    assert run("import", sheet.name, "-o", "minato") == 0
    assert "100%" not in capsys.readouterr().out
    assert run("build", "minato", "-o", "built") == 0
    capsys.readouterr()
    assert run("query", "served-plans", "--store", "built", "--format", "csv") == 0
    assert "minato" in capsys.readouterr().out, "a plan of one tier only can be looked at too"
    query = "SELECT ?l ?v { ?o pg:about/rdfs:label ?l ; pg:value ?v } ORDER BY ?v"
    assert run("sparql", query, "--store", "built", "--format", "csv") == 0
    told = capsys.readouterr().out
    assert "防災訓練 事業" in told
    assert "1200000" in told
    assert "4600000" not in told


def test_a_mapping_that_a_person_has_edited_is_not_written_over(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", sheet.name, "--draft") == 0
    assert run("import", sheet.name, "--draft") == 2
    assert "--overwrite" in capsys.readouterr().err


EXAMPLES = Path(__file__).parents[2] / "examples" / "sheets"


@pytest.mark.parametrize(("name", "tiers", "count"), [("kosai.xlsx", 2, 142), ("saitama.csv", 3, 13 + 64 + 258)])
def test_the_sheets_of_the_example_are_imported_whole(name: str, tiers: int, count: int) -> None:
    tables, carrying = carried(EXAMPLES / name)
    assert len(tables["elements"]) == count
    assert len({row["tier"] for row in [*tables["elements"], *tables["indicators"]]}) == tiers
    assert not carrying.account.reasons["no name"]


def test_a_bundled_mapping_finds_its_columns_by_their_headings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    heads = "予算年度,予算事業ID,事業名,府省庁,局・庁,当初予算(合計),執行額(合計)"
    Path("review.csv").write_text(f"{heads}\n2023,001234,防災事業,内閣府,総括局,100,90\n", "utf-8-sig")
    assert run("import", "review.csv", "-m", "gyosei-review", "-o", "review") == 0
    assert Path("review/observations.csv").read_text("utf-8-sig").count("2023") == 2
    assert run("build", "review", "-o", "built") == 0, capsys.readouterr().err


def test_the_bundled_mapping_of_the_standard_open_data_leaves_out_whom_to_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    heads = "制度番号,全国地方公共団体コード,タイトル（制度名）,概要,根拠法令,実施組織・支援機関,お問い合わせ先"
    row = "0001,999998,子ども医療費助成,医療費を助成します,子ども医療費条例,こども課;保険課,03-0000-0000"
    Path("support.csv").write_text(f"{heads}\n{row}\n", "utf-8-sig")
    assert run("import", "support.csv", "-m", "shien-seido", "--key", "minato", "-o", "minato") == 0
    elements = Path("minato/elements.csv").read_text("utf-8-sig")
    assert "子ども医療費助成" in elements
    assert "こども課|保険課" in elements
    assert "0000-0000" not in elements
    assert run("check", "minato") == 0, capsys.readouterr().err
    assert 'key = "minato"' in Path("minato/plan.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ('field = "label"', "field = “label”", "in quotes"),
        ('tier = "事務事業"\n', 'tier = "事務事業"\ntier = "事業"\n', "stands twice"),
        ('field = "label"', 'field = "label"\ntier = "施策"', "as tier of its sheet"),
        ('kind = "Budget"', 'kind = "Buget"', "did you mean 'Budget'"),
        ('kind = "Budget"', 'kind = "予算"', "did you mean 'Budget'"),
        ('course = "Expand"', 'course = "Expanded"', "did you mean 'Expand'"),
        ('class = "Project"', 'class = "project"', "did you mean 'Project'"),
        ("header_rows = [3, 4]", "header_rows = [300]", "the sheet has 9 rows"),
        ('column = "B"', 'column = "1"', "letters of a column"),
    ],
)
def test_a_mistake_in_the_mapping_is_told_with_what_would_be_right(
    written: str, instead: str, said: str, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", sheet.name, "--draft", "--key", "minato") == 0
    mapping = Path("mapping.toml").read_text("utf-8")
    assert written in mapping
    Path("mapping.toml").write_text(mapping.replace(written, instead, 1), "utf-8")
    assert run("import", sheet.name, "-o", "minato") == 1
    assert said in capsys.readouterr().err


def test_what_is_wrong_with_a_mapping_is_told_by_the_name_of_its_file(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", sheet.name, "--draft", "--key", "minato", "-m", "my.toml") == 0
    Path("my.toml").write_text(Path("my.toml").read_text("utf-8").replace('column = "B"', 'column = "ZZ"'), "utf-8")
    assert run("import", sheet.name, "-o", "minato", "-m", "my.toml") == 1
    told = capsys.readouterr().err
    assert "my.toml" in told
    assert "mapping.toml" not in told


@pytest.mark.parametrize("words", [("--draft",), ("--from-text", "-o", "minato")])
def test_a_file_whose_name_cannot_be_read_is_told_to_be_renamed(
    words: tuple[str, ...], sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = os.fsdecode(b"\x8e\x96.xlsx")
    sheet.rename(sheet.with_name(name))
    assert run("import", name, *words) in {1, 2}
    assert "rename the file" in capsys.readouterr().err


def test_a_mapping_that_is_not_in_utf_8_is_told_how_to_be_saved(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", sheet.name, "--draft", "--key", "minato") == 0
    Path("mapping.toml").write_bytes(Path("mapping.toml").read_text("utf-8").encode("cp932"))
    assert run("import", sheet.name, "-o", "minato") == 1
    assert "not in UTF-8" in capsys.readouterr().err


def test_examples_in_the_mapping_name_no_persons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows: list[list[object]] = [["事業名", "備考"], ["訓練", "担当：伊藤 四郎（内線 5555）に連絡"]]
    write_workbook(tmp_path / "a.xlsx", Sent(rows))
    assert run("import", "a.xlsx", "--draft", "--key", "minato") == 0
    mapping = (tmp_path / "mapping.toml").read_text("utf-8")
    assert "に連絡" in mapping
    assert "伊藤" not in mapping
    assert "5555" not in mapping
