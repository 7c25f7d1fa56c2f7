"""Each promise of the threat model names tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ")][2:]
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def test_each_promise_is_shown_by_tests_that_there_are() -> None:
    assert len(ROWS) > 10
    for row in ROWS:
        shown = TEST.findall(row)
        assert shown, row
        for file, name in shown:
            assert re.search(rf"^(async )?def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE), name
