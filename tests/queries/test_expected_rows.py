"""Each question answers a small city's data with the rows that are expected (see README.md here)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.queries.conftest import LIBRARY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import plangraph
    from plangraph.store.answers import Answer

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*/*.toml"))


def cases() -> Iterator[Any]:
    for path in FILES:
        if path.parent.parent == HERE and path.name != "plan.toml":
            for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], start=1):
                yield pytest.param(path.stem, case, id=f"{path.parent.name}/{path.stem}/{number}")


@pytest.mark.parametrize(("name", "case"), list(cases()))
def test_a_question_answers_with_the_expected_rows(
    name: str, case: dict[str, Any], request: pytest.FixtureRequest, written: Callable[[Answer], str]
) -> None:
    graph: plangraph.Graph = request.getfixturevalue(case.get("city", "testville"))
    answer = written(graph.answer(name, case.get("parameters", {})))

    assert (only(answer, case["rows"]) if case.get("some") else answer) == case["rows"]


def only(answer: str, wanted: str) -> str:
    lines = set(wanted.splitlines())
    return "".join(line for line in answer.splitlines(keepends=True) if line.rstrip("\n") in lines)


def test_every_question_has_expected_rows_and_none_is_left_over() -> None:
    questions = {(question.topic, question.name) for question in LIBRARY.questions()}

    assert {(path.parent.name, path.stem) for path in FILES} == questions
