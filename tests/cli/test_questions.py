"""Questions on the command line: found by words, each a command of its own, said in words above its answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import click
import openpyxl
import pytest
from tests.cli import running

from plangraph.cli.options import AMOUNT
from plangraph.cli.output import SHOWN_TRIPLES

if TYPE_CHECKING:
    from pathlib import Path


class Run(Protocol):
    """Runs a command; gives its exit code and what it wrote to standard output and error."""

    def __call__(self, *words: str, locale: str = "C.UTF-8") -> tuple[int, str, str]: ...


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kawasaki_folder: Path) -> Run:
    monkeypatch.setenv("PLANGRAPH_STORE", str(kawasaki_folder))
    monkeypatch.setenv("COLUMNS", "80")

    def answer(*words: str, locale: str = "C.UTF-8") -> tuple[int, str, str]:
        monkeypatch.setenv("LC_ALL", locale)
        return running.run(capsys, *words)

    return answer


def test_above_an_answer_stands_what_was_asked_and_which_defaults_were_taken(run: Run) -> None:
    head = run("query", "children", "--element", "1-1")[1].split("\n\n")[0]

    assert "1-1 Protect lives from disasters" in head
    assert "third implementation plan (default)" in " ".join(head.split())
    assert "disasters (default)" not in head


def test_headings_and_values_are_in_the_language_of_the_terminal(run: Run) -> None:
    assert "災害・危機事象に備える対策の推進" in run("query", "children", "--element", "1-1", locale="ja_JP.UTF-8")[1]


def test_an_empty_answer_says_for_which_years_there_is_one(run: Run) -> None:
    code, out, _ = run("query", "standing-counts", "--year", "1999")

    assert code == 0
    assert "no data for this year; there is 2024" in out


def test_a_year_that_has_data_is_not_said_to_have_none(run: Run) -> None:
    gaps = "query", "largest-gaps", "--element", "4-1", "--percent"
    assert "nothing answers to this in this year; there is something in 2022" in run(*gaps, "5")[1]
    lacking = run("query", "projects-without", "--element", "2", "--lacking", "settlement")[1]
    assert "without one of these: Element (--element)" in " ".join(lacking.split())


def test_what_is_not_in_another_plan_is_no_reason(run: Run) -> None:
    code, out, err = run("query", "largest-gaps", "--element", "4-1", "--percent", "5000")
    assert (code, err) == (0, "")
    assert "nothing of this kind is in the data" in out


def test_an_empty_answer_says_for_which_plans_there_is_one(run: Run) -> None:
    out = run("query", "projects-behind-target", "--plan", "2", "--year", "2024")[1]
    assert "third implementation plan" in out.split("\n\n")[1]


def test_an_empty_answer_says_without_which_filter_there_is_one(run: Run) -> None:
    out = run("query", "projects", "--grade", "Behind target", "--direction", "Reduce")[1]
    assert "Grade or standing (--grade), Direction (--direction)" in " ".join(out.split())


def test_a_year_without_figures_is_told_where_their_columns_are_blank(run: Run) -> None:
    assert run("query", "projects", "--year", "2009")[1].splitlines()[-1] == (
        "no data for this year; there is 2022, 2023, 2024, 2025"
    )


def test_an_answer_that_stops_says_where_the_rest_is(run: Run) -> None:
    assert "200 rows at most: plangraph search has them all" in run("query", "search", "--text", "の")[1]


def test_a_question_is_asked_without_loading_what_builds_and_endpoints_need() -> None:
    heavy = "{'pydantic', 'urllib.request', 'SPARQLWrapper', 'openpyxl', 'networkx'}"
    program = f"import sys, plangraph.cli.query; sys.exit(str({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "set()"


def test_none_is_a_number_too(run: Run) -> None:
    assert "years: 0\n" in run("query", "plans-ending", "--year", "2026", "--years", "0")[1]


def test_a_default_is_shown_as_a_person_types_it(run: Run) -> None:
    out = run("query", "assumed-links", "--help")[1]
    assert "pg:advances" in out
    assert "://" not in out.partition("Options:")[2]


def test_a_term_that_the_ontology_does_not_know_is_told(run: Run) -> None:
    assert "no term 'pg:Projekt' (did you mean 'pg:Project'?)" in run("sparql", "ASK { ?x a pg:Projekt }")[2]
    assert run("sparql", "ASK { ?x a pg:Project }")[2] == ""


def test_a_question_explains_itself(run: Run) -> None:
    code, out, _ = run("query", "standing-counts", "--help")

    assert code == 0
    assert {"--year", "--plan", "--lang"} <= set(out.split())
    assert "Columns: Row, Code" in out


@pytest.mark.parametrize(
    ("words", "name"), [(["予算"], "budget-totals"), (["ward", "plan"], "ward-plan"), (["区"], "wards")]
)
def test_questions_are_found_by_words_of_either_language(run: Run, words: list[str], name: str) -> None:
    code, out, _ = run("queries", *words)

    assert code == 0
    assert name in out


@pytest.mark.parametrize(
    ("words", "name", "typed"),
    [
        (["Takatsu"], "ward-plan", "plangraph query ward-plan --ward Takatsu"),
        (["高津区"], "ward-plan", "plangraph query ward-plan --ward '高津区'"),
        (["こども未来局"], "projects-of-office", "plangraph query projects-of-office --office 'こども未来局'"),
        (["Takatsu", "budget"], "projects", "plangraph query ward-plan --ward Takatsu"),
    ],
)
def test_questions_are_found_by_what_they_can_be_asked_about(run: Run, words: list[str], name: str, typed: str) -> None:
    code, out, said = run("queries", *words)

    assert code == 0
    assert name in out.splitlines()[2]
    assert "coverage-goals" not in out
    assert typed in " ".join(said.split())


@pytest.mark.parametrize(
    "words", ["where is biodiversity in the plan", "where is AI mentioned", "who works on dementia"]
)
def test_where_a_word_of_the_plan_stands_is_asked_of_the_search(run: Run, words: str) -> None:
    names = [row["name"] for row in json.loads(run("queries", words, "--format", "records")[1])]

    assert {"search", "projects"} & set(names[:2])


@pytest.mark.parametrize("word", ["carbon", "市バス"])
def test_a_word_of_the_plan_finds_the_questions_that_look_for_words(run: Run, word: str) -> None:
    code, out, said = run("queries", word)

    assert code == 0
    assert "search" in out.splitlines()[2]
    assert "projects" in out.splitlines()[3]
    assert f"plangraph search '{word}'" in said


def test_words_that_no_question_has_are_told(run: Run) -> None:
    code, _, said = run("queries", "wrad")

    assert code == 2
    assert said.startswith("no question is about 'wrad' (did you mean 'ward'?)\n")
    assert "plangraph search 'wrad'" in said


def test_questions_that_have_most_of_the_words_are_found_by_words_of_like_meaning(run: Run) -> None:
    _, behind, _ = run("queries", "目標", "未達")
    _, some, said = run("queries", "budget", "apple")

    assert "projects-by-standing" in behind
    assert "budget-totals" in some
    assert "No question has all the words" in said


@pytest.mark.parametrize("standing", ["pg:Behind", "Behind target", "目標を下回る", "下回る", "behind"])
def test_a_choice_is_given_by_what_it_is_called(run: Run, standing: str) -> None:
    code, out, _ = run("query", "projects-by-standing", "--standing", standing)

    assert code == 0
    assert "standing: Behind target;" in " ".join(out.split())


def test_values_of_a_few_words_are_shown_in_words(run: Run) -> None:
    out = run("query", "coverage-holes", locale="ja_JP.UTF-8")[1]

    assert "空白" in out
    assert "open" not in out


def test_a_thing_and_its_class_are_told_apart(run: Run) -> None:
    out = run("query", "ward-plan", "--ward", "高津", locale="ja_JP.UTF-8")[1]

    assert "クラス" not in out


def test_a_plan_without_figures_is_not_asked_for_a_year(run: Run) -> None:
    code, out, said = run("query", "largest-gaps", "--plan", "4")

    assert (code, said) == (0, "")
    assert "nothing of this kind in this plan; there is in:" in " ".join(out.split())


def test_rows_go_by_a_class_too(run: Run) -> None:
    code, out, _ = run("query", "budget-totals", "--by", "局", locale="ja_JP.UTF-8")

    assert code == 0
    assert "健康福祉局" in out


def test_a_mistyped_command_is_told(run: Run) -> None:
    assert "did you mean 'query'?" in run("qeury")[2]


def test_a_trace_writes_what_paths_share_and_each_source_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "1000")
    out = run("trace", "V", "sdg:11.5", "--limit", "20")[1]
    notes = [line.partition("]")[2] for line in out.splitlines() if line.startswith("  [")]

    assert out.count("1-1 Protect lives from disasters") == 1
    assert len(notes) == len(set(notes)) > 1
    assert "├─" in out


def test_a_character_that_the_terminal_lacks_is_written_as_the_nearest(kawasaki_folder: Path) -> None:
    words = ["sparql", "SELECT ('髙津…✓' AS ?x) {}", "--store", str(kawasaki_folder)]
    environment = os.environ | {"PYTHONIOENCODING": "cp932", "LC_ALL": "ja_JP.UTF-8"}
    done = subprocess.run([sys.executable, "-m", "plangraph", *words], env=environment, capture_output=True, check=True)

    assert "o" in done.stdout.decode("cp932")
    assert not done.stderr


@pytest.mark.parametrize(
    ("shell", "line", "typed", "candidate"),
    [
        ("powershell", "plangraph query childr", "childr", "children\t"),
        ("powershell", "plangraph query children --el", "--el", "--element\t"),
        ("powershell", "plangraph query children --lang ", "", "ja\t"),
        ("fish", "plangraph query childr", "childr", "plain,children\t"),
        ("fish", "plangraph cov", "cov", "plain,coverage\t"),
    ],
)
def test_shells_complete_questions_and_their_parameters(shell: str, line: str, typed: str, candidate: str) -> None:
    told = {"_PLANGRAPH_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": typed}
    words = [sys.executable, "-c", "from plangraph.cli import main; main()"]
    done = subprocess.run(words, env=os.environ | told, capture_output=True, text=True, check=False)

    assert candidate in done.stdout


def test_powershell_is_told_how_to_ask() -> None:
    words = [sys.executable, "-c", "from plangraph.cli import main; main()"]
    environment = os.environ | {"_PLANGRAPH_COMPLETE": "powershell_source"}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)

    assert "Register-ArgumentCompleter -Native -CommandName plangraph" in done.stdout


@pytest.mark.parametrize(
    ("office", "said"), [("総務企画局 都市政策部", "都市政策部"), ("都市政策部　企画調整課", "企画調整課")]
)
def test_an_office_is_named_with_the_one_above_it(run: Run, office: str, said: str) -> None:
    out = run("query", "projects-of-office", "--office", office, locale="ja_JP.UTF-8")[1]
    assert f"組織: {said}、" in out.replace("\n", "")


def test_a_ward_is_found_by_its_area_code_with_and_without_its_letter(run: Run) -> None:
    assert run("query", "ward-plan", "--ward", "14134") == run("query", "ward-plan", "--ward", "C14134")


@pytest.mark.parametrize("command", ["queries", "search"])
def test_a_workbook_says_what_was_looked_for(run: Run, tmp_path: Path, command: str) -> None:
    assert run(command, "budget", "-o", str(tmp_path / "found.xlsx"))[0] == 0

    about = openpyxl.load_workbook(tmp_path / "found.xlsx").worksheets[1]
    assert [cell.value for cell in next(about.iter_rows())] == ["Looked for", "budget"]


def test_a_terminal_shows_the_first_of_many_triples(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    many = "CONSTRUCT { ?x a pg:Project } WHERE { ?x a pg:Project }"
    whole = run("sparql", many)[1]
    monkeypatch.setattr("plangraph.cli.output.on_terminal", lambda: True)
    shown = run("sparql", many)[1]

    assert "triples; a file gets them all: -o FILE.ttl" in shown
    assert shown.count("pg:Project") == SHOWN_TRIPLES < whole.count("pg:Project")


def test_what_is_in_the_plan_and_no_question_is_looked_for_there(run: Run) -> None:
    assert "plangraph search 'budget apple'" in " ".join(run("queries", "budget", "apple")[2].split())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("麻生区の計画", "ward-plan"),
        ("5年以内に改定される計画", "plans-ending"),
        ("防災に関係する事業", "projects"),
        ("終わった事業", "projects-by-direction"),
        ("全事業をエクセルに", "projects"),
    ],
)
def test_a_task_in_a_persons_own_words_finds_its_question(run: Run, words: str, name: str) -> None:
    first = run("queries", words, "--format", "records")[1]
    assert name in [row["name"] for row in json.loads(first)][:3]


@pytest.mark.parametrize(("typed", "said"), [("--ward", "This question has: --plan, --lang"), ("--pln", "--plan")])
def test_a_parameter_that_a_question_lacks_is_told_with_those_that_it_has(run: Run, typed: str, said: str) -> None:
    code, _, err = run("query", "strategy-challenges", typed, "1")

    assert code == 2
    assert said in err
    assert "--store" not in err


@pytest.mark.parametrize(
    ("typed", "digits"), [("1.5億円", "150000000.0"), ("１，０００", "1000"), ("0.5", "0.5"), ("90%", "90")]
)
def test_a_sum_is_taken_as_people_write_it(typed: str, digits: str) -> None:
    assert AMOUNT.convert(typed, None, None) == digits


def test_a_sum_is_said_in_groups_of_three_digits(run: Run) -> None:
    assert "budget at least: 1,000,000,000;" in " ".join(run("query", "projects", "--budgetfrom", "10億")[1].split())


def test_what_is_no_sum_is_refused_with_how_one_is_written() -> None:
    with pytest.raises(click.BadParameter, match="such as 1000000, 100万"):
        AMOUNT.convert("lots", None, None)
