"""Each promise of the threat model names tests that there are, in both languages the same."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def _tests_of_promises(page: str) -> list[list[tuple[str, str]]]:
    rows = [line for line in (ROOT / "docs" / page).read_text("utf-8").splitlines() if line.startswith("| ")][2:]
    return [TEST.findall(row) for row in rows]


def test_each_promise_is_shown_by_tests_that_there_are() -> None:
    promises = _tests_of_promises("threat-model.md")
    assert len(promises) > 10
    assert all(promises)
    for file, name in (test for tests in promises for test in tests):
        assert re.search(rf"^(async )?def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE), name


def test_the_japanese_page_names_the_same_tests() -> None:
    assert _tests_of_promises("threat-model.ja.md") == _tests_of_promises("threat-model.md")
