"""The commands, as they are typed."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.cli.running import run
from tests.small_city import write_city

from plangraph.cli import COMMANDS
from plangraph.cli.info import SHARED
from plangraph.iris import OF_ALL_CITIES
from plangraph.store.terms import RdfFormat, read_graph

if TYPE_CHECKING:
    from pathlib import Path

PLAN = "https://w3id.org/plangraph/id/kawasaki/3"


@pytest.mark.parametrize(("kind", "number"), [("Project", 572), ("Measure", 74), ("Policy", 23), ("BasicPolicy", 5)])
def test_sparql_counts_what_was_published(
    capsys: pytest.CaptureFixture[str], kawasaki_folder: Path, kind: str, number: int
) -> None:
    query = f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ ?x a pg:{kind} ; pg:inPlan <{PLAN}> }}"
    assert run(capsys, "sparql", "--store", kawasaki_folder, "--format", "csv", query) == (0, f"n\n{number}\n", "")


def test_sparql_reads_a_file_and_knows_the_prefixes(
    capsys: pytest.CaptureFixture[str], kawasaki_folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "ask.rq"
    file.write_text(
        "ASK { ?x a pg:Project ; rdfs:label ?l ; skos:notation ?c . sdg:11 a sdgo:Goal . "
        "?o a org:OrganizationalUnit . ?x prov:hadPrimarySource/dcterms:isPartOf ?d "
        "FILTER(DATATYPE(?c) = xsd:string) }"
    )
    assert run(capsys, "sparql", "-f", file, "--store", kawasaki_folder)[1] == "true\n"


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_question_is_answered_in_each_format(
    capsys: pytest.CaptureFixture[str], kawasaki_folder: Path, form: str
) -> None:
    code, out, err = run(
        capsys, "query", "standing-counts", "--lang", "en", "--store", kawasaki_folder, "--format", form
    )
    assert (code, err) == (0, "")
    assert "Protect lives" in out
    if form == "csv":
        assert len(list(csv.DictReader(io.StringIO(out)))) == 23
    if form == "json":
        assert len(json.loads(out)["results"]["bindings"]) == 23


def test_a_code_may_be_typed_in_full_width(capsys: pytest.CaptureFixture[str], kawasaki_folder: Path) -> None:
    words = ("--store", kawasaki_folder, "--format", "csv")
    typed = run(capsys, "query", "children", "--element", "１－１", *words)
    assert typed == run(capsys, "query", "children", "--element", "1-1", *words)


def test_a_code_names_a_thing(capsys: pytest.CaptureFixture[str], kawasaki_folder: Path) -> None:
    code, out, _ = run(capsys, "query", "children", "--element", "1-1", "--store", kawasaki_folder, "--format", "csv")
    assert code == 0
    assert len(out.splitlines()) == 6


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["query", "standing-count"], "did you mean 'standing-counts'?"),
        (["query", "children", "--element", "9-9"], "is known by the name '9-9'"),
        (["query", "children", "--elephant", "1-1"], "No such option '--elephant'"),
        (["query", "children", "--lang", "fr"], "'fr' is not one of ja (Japanese), en (English)"),
        (["query", "standing-counts", "--year", "R"], "'R' is not a fiscal year, such as 2024"),
        (["query", "children", "--element"], "unexpected extra argument"),
        (["sparql", "SELEC"], "line 1, column 1"),
        (["sparql"], "give a query"),
        (["sparql", "ASK {}", "--format", "turtle"], "cannot be written as turtle; there is: json, "),
        (["explain", "1-1", "inheritGoal", "sdg:13"], "no relation is known by the name 'inheritGoal' (did you mean"),
        (["export", "--graph", "http://x/none"], "there is no graph 'http://x/none'; plangraph info lists them"),
        (["export", "-o", "graph.csv"], "cannot be written as csv; there is: turtle, "),
    ],
)
def test_what_cannot_run_is_said_in_words_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], kawasaki_folder: Path, words: list[str], message: str
) -> None:
    code, out, err = run(capsys, *words, "--store", kawasaki_folder)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["build", "kawaski"], "(did you mean 'kawasaki'?)"),
        (["info", "--store", "ftp://example.org"], "an endpoint's address begins with http:// or https://"),
        (["serve", "--workers", "0"], "'--workers' (env var: 'PLANGRAPH_WORKERS'): 0 is not in the range x>=1"),
        (["serve", "--time-limit", "-1"], "-1.0 is not in the range x>0"),
        (["serve", "--queue", "many"], "'many' is not a valid integer"),
    ],
)
def test_what_is_typed_wrongly_is_told_with_what_would_be_right(
    capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert message in err


def test_an_error_names_the_variable_of_an_option_in_japanese(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "serve", "--workers", "0", "--lang", "ja")
    assert code == 2
    assert "'--workers' (環境変数: 'PLANGRAPH_WORKERS')" in err
    assert "env var" not in err


def test_a_workbook_that_cannot_be_written_is_told_by_its_own_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path / "tmp123.xlsx"))

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    code, _, err = run(capsys, "new", "plantown", "-o", tmp_path / "book.xlsx")
    assert code == 2
    assert err.startswith(f"{tmp_path / 'book.xlsx'}: no permission")


def test_a_query_file_that_is_not_text_is_told(
    capsys: pytest.CaptureFixture[str], kawasaki_folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "ask.rq"
    file.write_bytes("ASK { ?x rdfs:label '防災' }".encode("cp932"))
    code, _, err = run(capsys, "sparql", "-f", file, "--store", kawasaki_folder)
    assert (code, err) == (2, f"{file}: not UTF-8\n")


def test_a_query_file_saved_with_a_byte_order_mark_is_read(
    capsys: pytest.CaptureFixture[str], kawasaki_folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "ask.rq"
    file.write_text("ASK {}", "utf-8-sig")
    assert run(capsys, "sparql", "-f", file, "--store", kawasaki_folder)[:2] == (0, "true\n")


def test_a_fault_of_the_program_is_told_in_a_line_and_is_no_problem_of_the_data(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plangraph.queries.Library.listed", lambda _: 1 / 0)
    code, _, err = run(capsys, "queries")
    assert code == 2
    assert "please tell its developers: ZeroDivisionError: division by zero" in err
    assert "Traceback" not in err


def test_a_store_without_a_build_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, "info", "--store", tmp_path)
    assert code == 2
    assert "nothing has been built" in err


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("manifest.json", "{}", "is damaged or of another version"),
        ("manifest.json", "{", "is damaged or of another version"),
        ("dataset.nq", "<", "has changed since it was built"),
    ],
)
def test_a_build_that_is_damaged_or_of_another_version_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, file: str, content: str, said: str
) -> None:
    run(capsys, "build", write_city(tmp_path / "city"), "-o", tmp_path / "out")
    next((tmp_path / "out").glob(f"*/{file}")).write_text(content, "utf-8")
    code, _, err = run(capsys, "info", "--store", tmp_path / "out")
    assert code == 2
    assert said in err
    assert "run 'plangraph build' again" in err


def test_bad_tables_exit_with_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = write_city(tmp_path / "city", {"elements.csv": ("1-1-1,1-1,備え", "1-1-1,1-9,備え")})
    code, _, err = run(capsys, "build", folder, "-o", tmp_path / "out")
    assert code == 1
    assert "elements.csv:5: column parent: no element '1-9'" in err


@pytest.mark.parametrize(
    ("tongue", "words"),
    [
        ("ja_JP.UTF-8", "places.csv:1: 列 knd: この名前の列はありません（「kind」のことですか）"),
        ("C.UTF-8", "column knd: unknown"),
    ],
)
def test_problems_are_told_in_the_language_of_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tongue: str, words: str
) -> None:
    monkeypatch.setenv("LC_ALL", tongue)
    folder = write_city(tmp_path / "city", {"places.csv": ("kind", "knd")})
    assert words in run(capsys, "build", folder, "-o", tmp_path / "out")[2]


def test_an_unknown_dataset_exits_with_2(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, "build", "atlantis", "-o", tmp_path / "out")
    assert code == 2
    assert "no dataset 'atlantis'" in err


def test_build_says_what_was_built(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = run(capsys, "build", write_city(tmp_path / "city"), "-o", tmp_path / "out")
    assert code == 0
    assert "Vision 1  Basic policy 1  Policy 1  Measure 1  Project 2" in out


@pytest.mark.parametrize(
    ("form", "rdf"),
    [
        ("trig", RdfFormat.TRIG),
        ("nquads", RdfFormat.N_QUADS),
        ("turtle", RdfFormat.TURTLE),
        ("jsonld", RdfFormat.JSON_LD),
    ],
)
def test_export_writes_each_format(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str, rdf: RdfFormat
) -> None:
    run(capsys, "build", write_city(tmp_path / "city"), "-o", tmp_path / "out")
    file = tmp_path / "export"
    assert run(capsys, "export", "--format", form, "-o", file, "--store", tmp_path / "out")[0] == 0
    written = {str(triple) for triple in read_graph(file.read_text("utf-8"), rdf)}
    assert any("10101010" in triple for triple in written)


def test_info_and_queries_list_what_there_is(capsys: pytest.CaptureFixture[str], kawasaki_folder: Path) -> None:
    code, out, _ = run(capsys, "info", "--store", kawasaki_folder, "--format", "csv")
    assert code == 0
    assert "pg:Project," in out
    code, out, _ = run(capsys, "queries", "evaluation", "--lang", "en", "--format", "csv")
    assert code == 0
    assert 'standing-counts,"How far projects are from their targets' in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str], command: str) -> None:
    code, out, _ = run(capsys, command, "--help")
    assert code == 0
    assert out.startswith(f"Usage: plangraph {command}")


def test_what_no_path_connects_is_told_by_name(capsys: pytest.CaptureFixture[str], kawasaki_folder: Path) -> None:
    words = ("trace", "高津区役所", "SDG 11", "--store", kawasaki_folder, "--lang")
    assert run(capsys, *words, "ja")[1] == "「高津区役所」と「11 住み続けられるまちづくりを」をつなぐ経路はありません\n"
    assert "no path connects 'Takatsu Ward Office' and '11 " in run(capsys, *words, "en")[1]


@pytest.mark.parametrize("form", ["table", "csv"])
def test_an_answer_can_be_written_where_only_ascii_is_expected_and_to_a_reader_who_leaves(
    kawasaki_folder: Path, form: str
) -> None:
    words = ["sparql", "SELECT ?label { ?thing rdfs:label ?label }", "--format", form, "--store", str(kawasaki_folder)]
    program = [sys.executable, "-m", "plangraph", *words]
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    with subprocess.Popen(program, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        assert asked.stdout
        assert asked.stderr
        asked.stdout.readline()
        asked.stdout.close()
        assert asked.stderr.read() == b""
    assert asked.returncode == 0


def test_every_graph_of_all_cities_has_a_name() -> None:
    assert {*SHARED} == {*OF_ALL_CITIES}
