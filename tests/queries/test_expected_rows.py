"""Each question answers the small city's data with the rows that are expected (see README.md here)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from plangraph import queries

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
    name: str, case: dict[str, Any], testville: plangraph.Graph, written: Callable[[Answer], str]
) -> None:
    answer = testville.query(name, **case.get("parameters", {}))

    assert written(answer) == case["rows"]


def test_every_question_has_expected_rows_and_none_is_left_over() -> None:
    questions = {(question.topic, question.name) for question in queries.all_questions()}

    assert {(path.parent.name, path.stem) for path in FILES} == questions
