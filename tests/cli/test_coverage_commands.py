"""The commands on SDG coverage, as they are typed."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from tests.cli.running import run
from tests.small_city import write_city

from plangraph.build.pipeline import build
from plangraph.dataset_files.writing import write_dataset
from plangraph.intake.new_dataset import new_dataset

TESTVILLE = Path(__file__).parents[1] / "queries" / "data" / "testville"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of a small town, built twice: a contribution was lost in between."""
    folder, tables = tmp_path_factory.mktemp("town"), tmp_path_factory.mktemp("tables") / "testville"
    shutil.copytree(TESTVILLE, tables)
    build([tables], folder)
    links = (tables / "links.csv").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in links if "1-1-2,contributesToTarget" not in line]
    (tables / "links.csv").write_text("".join(kept), "utf-8")
    build([tables], folder)
    return folder


@pytest.mark.parametrize("by", ["basic-policy", "policy", "measure", "strategy", "ward", "office"])
def test_coverage_on_the_terminal(capsys: pytest.CaptureFixture[str], town: Path, by: str) -> None:
    code, out, err = run(capsys, "coverage", "--by", by, "--lang", "en", "--store", town)

    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[-2].split()[0] == "Total"
    assert all(str(goal) in next(line for line in lines if line.endswith(" Total")).split() for goal in range(1, 18))
    assert "nothing is known" not in out


def test_coverage_has_no_column_of_codes_where_elements_have_none(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = write_city(tmp_path / "city", {"plan.toml": ("codes_nest = true", "")})
    for name in ("elements.csv", "links.csv"):
        (folder / name).write_text((folder / name).read_text("utf-8").replace("1-1-1", "備え"), "utf-8")
    build([folder], tmp_path / "out")
    _, out, _ = run(capsys, "coverage", "--by", "施策", "--lang", "ja", "--store", tmp_path / "out")
    assert out.count("備え") == 1
    assert "コード" not in out


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "no data for this year; there is 2023, 2024"), ("ja", "あるのは 2023, 2024 年度です")]
)
def test_coverage_in_a_year_without_data_names_those_that_have_some(
    capsys: pytest.CaptureFixture[str], town: Path, tmp_path: Path, lang: str, told: str
) -> None:
    for words in ((), ("--format", "csv"), ("-o", tmp_path / "out.xlsx"), ("-o", tmp_path / "out.csv")):
        code, out, err = run(capsys, "coverage", "--year", "1999", "--lang", lang, "--store", town, *words)
        assert (code, told in err, told in out) == (0, True, False)
    assert told not in run(capsys, "coverage", "--year", "2024", "--lang", lang, "--store", town)[2]


def test_coverage_as_files(capsys: pytest.CaptureFixture[str], town: Path, tmp_path: Path) -> None:
    for name in ("out.xlsx", "out.html", "out.json", "out.csv", "out.tsv", "out.jsonl", "out.parquet", "out.md"):
        code, out, err = run(capsys, "coverage", "--lang", "ja", "--store", town, "-o", tmp_path / name)
        assert (code, out, err) == (0, "", f"{tmp_path / name} を書きました\n")

    assert "対応表" in openpyxl.load_workbook(tmp_path / "out.xlsx").sheetnames
    assert "<svg" in (tmp_path / "out.html").read_text("utf-8")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["plan"] == "試験市 第2期実施計画"
    head, first, *_ = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    assert head.startswith("区分,コード,行,ゴールのコード")
    assert first.startswith('セル,"=""1-1"""')
    assert (tmp_path / "out.tsv").read_text("utf-8").startswith("?part\t?row\t?code")
    cells = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert cells[0]["code"] == "1-1"
    assert (tmp_path / "out.md").read_text("utf-8").count("\n| セル |") == sum(cell["part"] == "cell" for cell in cells)
    assert (tmp_path / "out.parquet").read_bytes().startswith(b"PAR1")
    _, out, _ = run(capsys, "coverage", "--store", town, "--format", "csv-w3c")
    assert out.startswith("part,row,code")


def test_coverage_refuses_a_kind_of_file_that_it_cannot_write(
    capsys: pytest.CaptureFixture[str], town: Path, tmp_path: Path
) -> None:
    code, _, err = run(capsys, "coverage", "--store", town, "-o", tmp_path / "out.pdf")

    assert code == 2
    assert {".xlsx,", ".json,", ".md,", ".html"} <= {*err.split()}


def test_coverage_of_another_plan(capsys: pytest.CaptureFixture[str], town: Path) -> None:
    code, out, _ = run(capsys, "coverage", "--plan", "1", "--year", 2020, "--store", town)

    assert code == 0
    assert "Testville first implementation plan" in out
    assert "Total" in out


@pytest.mark.parametrize(("lang", "word"), [("ja", "貢献"), ("en", "contributes to target")])
def test_trace_in_both_languages(capsys: pytest.CaptureFixture[str], town: Path, lang: str, word: str) -> None:
    code, out, _ = run(capsys, "trace", "10101010", "sdg:11.5", "--lang", lang, "--store", town)

    assert code == 0
    assert word in out
    assert "trace-edges" in out


def test_trace_as_csv_and_json(capsys: pytest.CaptureFixture[str], town: Path) -> None:
    _, table, _ = run(capsys, "trace", "V", "sdg:11.5", "--format", "csv", "--lang", "en", "--store", town)
    _, content, _ = run(capsys, "trace", "V", "sdg:11.5", "--format", "json", "--store", town)

    rows = list(csv.DictReader(io.StringIO(table)))
    assert rows[-1]["Basis"] == "Official"
    assert set(rows[-1]) > {"Path", "Step", "From", "Relation", "To", "Source"}
    assert [path["length"] for path in json.loads(content)["paths"]] == [4]


@pytest.mark.parametrize(
    "words",
    [
        ["trace", "V", "sdg:11.5"],
        ["network", "measures", "bridges"],
        ["info"],
        ["sparql", "SELECT ?p WHERE { ?p a pg:Project }"],
    ],
    ids=" ".join,
)
def test_a_workbook_says_where_its_rows_come_from(
    capsys: pytest.CaptureFixture[str], town: Path, tmp_path: Path, words: list[str]
) -> None:
    assert run(capsys, *words, "-o", tmp_path / "out.xlsx", "--store", town)[0] == 0

    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    said = {str(name.value): str(words.value) for name, words in book.worksheets[1]["A1:B9"]}
    assert len(said["Build"]) == 64
    assert said["Data"]
    assert words[0] != "sparql" or said["Query"] == words[1]


def test_trace_says_when_nothing_connects_and_when_there_is_more(
    capsys: pytest.CaptureFixture[str], town: Path
) -> None:
    assert "no path" in run(capsys, "trace", "1-1-1", "1-1-2", "--lang", "en", "--store", town)[1]
    assert (
        "more paths" in run(capsys, "trace", "V", "sdg:11.5", "--max-length", "2", "--lang", "en", "--store", town)[1]
    )


def test_trace_of_an_unknown_thing(capsys: pytest.CaptureFixture[str], town: Path) -> None:
    code, _, err = run(capsys, "trace", "nowhere", "sdg:11", "--store", town)

    assert code == 2
    assert "nowhere" in err


def test_suggest_review_and_apply(capsys: pytest.CaptureFixture[str], town: Path, tmp_path: Path) -> None:
    code, _, _ = run(capsys, "suggest", "--most", 2, "--store", town, "-o", tmp_path / "review.xlsx")
    assert code == 0
    book = openpyxl.load_workbook(tmp_path / "review.xlsx")
    sheet = book["提案"]
    columns = {cell.value: place for place, cell in enumerate(sheet[1], 1)}
    sheet.cell(2, columns["採用"], "○")
    book.save(tmp_path / "review.xlsx")

    code, out, err = run(capsys, "suggest", "--apply", tmp_path / "review.xlsx", "--store", town)
    assert (code, out) == (1, "")
    assert "review.xlsx:提案:2: column Rationale (rationale_ja)" in err

    sheet.cell(2, columns["理由"], "理由")
    book.save(tmp_path / "review.xlsx")
    code, out, err = run(capsys, "suggest", "--apply", tmp_path / "review.xlsx", "--store", town)
    assert code == 0
    assert next(csv.DictReader(io.StringIO(out)))["basis"] == "Assumed"
    assert err.startswith("1 accepted")


def test_a_plan_of_one_tier_has_suggestions_for_all_its_elements(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write_dataset(new_dataset("minato", "みなと市", ["事業"]), tmp_path / "minato.xlsx")
    build([tmp_path / "minato.xlsx"], tmp_path / "store")
    code, out, _ = run(capsys, "suggest", "--store", tmp_path / "store")
    assert code == 0
    assert len({row["subject"] for row in csv.DictReader(io.StringIO(out))}) > 1


def test_suggest_for_one_element_or_tier(capsys: pytest.CaptureFixture[str], town: Path) -> None:
    for asked in (("--element", "10102010"), ("--tier", "事務事業"), ("--relation", "advances")):
        code, out, _ = run(capsys, "suggest", *asked, "--store", town)
        assert code == 0
        subjects = {row["subject"] for row in csv.DictReader(io.StringIO(out))}
        assert subjects <= ({"10102010"} if "--element" in asked else subjects)
        assert all(len(each) == 8 for each in subjects) or "--tier" not in asked

    for asked in (("--element", "nowhere"), ("--tier", "係"), ("--relation", "inWard")):
        code, out, err = run(capsys, "suggest", *asked, "--store", town)
        assert (code, out) == (2, "")
        assert asked[1] in err


def test_suggest_what_a_document_speaks_of(capsys: pytest.CaptureFixture[str], town: Path, tmp_path: Path) -> None:
    text = tmp_path / "ward.txt"
    text.write_text("区では、SDGsのターゲット11.5に貢献する取組を進めます。\n", "utf-8")

    code, out, _ = run(capsys, "suggest", "--document", text, "--about", "plan:ward", "--store", town)
    assert code == 0
    assert {(row["subject"], row["object"]) for row in csv.DictReader(io.StringIO(out))} >= {("plan:ward", "sdg:11.5")}

    code, out, err = run(capsys, "suggest", "--document", text, "--store", town)
    assert code == 0
    assert {row["subject"] for row in csv.DictReader(io.StringIO(out))} == {"source:ward"}
    assert "source:ward" in err
    assert run(capsys, "suggest", "--document", text, "--about", "ward", "--store", town)[0] == 2


def test_changes_since_the_previous_build(capsys: pytest.CaptureFixture[str], town: Path, tmp_path: Path) -> None:
    code, out, _ = run(capsys, "changes", town, "--lang", "en", "--format", "csv")
    assert code == 0
    assert [(row["change"], row["code"]) for row in csv.DictReader(io.StringIO(out))] == [("lost", '="1-1-2"')]

    assert "1-1-2" in run(capsys, "changes", town)[1]
    assert json.loads(run(capsys, "changes", town, "--format", "json")[1])["results"]["bindings"]
    code, _, _ = run(capsys, "changes", town, town, "--lang", "ja", "--format", "html", "-o", tmp_path / "changes.html")
    assert code == 0
    assert "変化はありません" in (tmp_path / "changes.html").read_text("utf-8")
    code, _, _ = run(capsys, "changes", town, "--format", "csv", "-o", tmp_path / "changes.csv")
    assert (tmp_path / "changes.csv").read_text("utf-8-sig").startswith("change,element")


def test_changes_need_two_builds(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, "changes", tmp_path)
    assert (code, "plangraph build" in err) == (2, True)

    build([TESTVILLE], tmp_path / "once")
    code, _, err = run(capsys, "changes", tmp_path / "once")
    assert (code, "no build before" in err) == (2, True)


def test_a_trace_speaks_of_a_single_path_as_of_one(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "\n1 path; " in run(capsys, "trace", "V", "sdg:11", "--lang", "en", "--store", town)[1]
