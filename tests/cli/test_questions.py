"""Questions on the command line: said in words above their answers, and why an answer is empty below them."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from plangraph.cli.output import SHOWN_TRIPLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Run


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


def test_a_term_that_the_ontology_does_not_know_is_told(run: Run) -> None:
    assert "no term 'pg:Projekt' (did you mean 'pg:Project'?)" in run("sparql", "ASK { ?x a pg:Projekt }")[2]
    assert run("sparql", "ASK { ?x a pg:Project }")[2] == ""


def test_a_query_over_a_graph_that_is_not_there_is_refused_with_the_one_meant(run: Run) -> None:
    asked = "SELECT * FROM <https://w3id.org/plangraph/graph/kawasaki/33> { ?s ?p ?o }"

    assert run("sparql", asked)[::2] == (
        2,
        "no graph <https://w3id.org/plangraph/graph/kawasaki/33> is here"
        " (did you mean 'https://w3id.org/plangraph/graph/kawasaki/3'?)\n",
    )


def test_a_question_explains_itself(run: Run) -> None:
    code, out, _ = run("query", "standing-counts", "--help")

    assert code == 0
    assert {"--year", "--plan", "--lang"} <= set(out.split())
    assert "Columns: Row, Code" in out


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


def test_a_terminal_shows_the_first_of_many_triples(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    many = "CONSTRUCT { ?x a pg:Project } WHERE { ?x a pg:Project }"
    whole = run("sparql", many)[1]
    monkeypatch.setattr("plangraph.cli.output.on_terminal", lambda: True)
    shown = run("sparql", many)[1]

    assert "triples; a file gets them all: -o FILE.ttl" in shown
    assert shown.count("pg:Project") == SHOWN_TRIPLES < whole.count("pg:Project")


@pytest.mark.parametrize("question", ["standing-counts", "budget-years"])
def test_who_gives_a_goal_by_another_name_is_told_how_it_is_given(run: Run, question: str) -> None:
    told = "a goal is given as --element sdg:11"

    assert told in " ".join(run("query", question, "--goal", "11")[2].split())
    assert run("query", question, "--element", "sdg:11")[0] == 0
    assert "ゴールは --element sdg:11 のように指定します" in run(
        "query", question, "--goal", "11", locale="ja_JP.UTF-8"
    )[2].replace("\n", "")
    assert told not in run("query", "children", "--goal", "11")[2]
