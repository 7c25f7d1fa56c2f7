"""``plangraph queries``: questions found by words of either language, by what they are asked about, and by tasks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Run


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


@pytest.mark.parametrize("word", ["carbon", "市バス", "せんきょ"])
def test_a_word_of_the_plan_finds_the_questions_that_look_for_words(run: Run, word: str) -> None:
    code, out, said = run("queries", word)

    assert code == 0
    assert "search" in out.splitlines()[2]
    assert "projects" in out.splitlines()[3]
    assert f"plangraph search '{word}'" in said


def test_words_that_no_question_has_are_told(run: Run) -> None:
    code, _, said = run("queries", "wrda-plna")

    assert code == 2
    assert said.startswith("no question is about 'wrda-plna' (did you mean 'ward-plan'?)\n")
    assert "plangraph search 'wrda-plna'" in said


def test_questions_that_have_most_of_the_words_are_found_by_words_of_like_meaning(run: Run) -> None:
    _, behind, _ = run("queries", "目標", "未達")
    _, some, said = run("queries", "budget", "apple")

    assert "projects-by-standing" in behind
    assert "budget-totals" in some
    assert "No question has all the words" in said


@pytest.mark.parametrize("command", ["queries", "search"])
def test_a_workbook_says_what_was_looked_for(run: Run, tmp_path: Path, command: str) -> None:
    assert run(command, "budget", "-o", str(tmp_path / "found.xlsx"))[0] == 0

    about = openpyxl.load_workbook(tmp_path / "found.xlsx").worksheets[1]
    assert [cell.value for cell in next(about.iter_rows())] == ["Looked for", "budget"]


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
