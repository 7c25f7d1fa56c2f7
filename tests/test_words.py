"""English words agree with the numbers beside them."""

from __future__ import annotations

import pytest

from plangraph.words import Count


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 rows are"), (1, "1 row is"), (2, "2 rows are"), (1200, "1,200 rows are")]
)
def test_words_agree_with_their_number(number: int, told: str) -> None:
    rows = Count(number)

    assert f"{rows:,} {rows:row is|rows are}" == told
