"""English words agree with the numbers beside them, Japanese quotation marks with those around them."""

from __future__ import annotations

import pytest

from plangraph.words import Count, Words


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 rows are"), (1, "1 row is"), (2, "2 rows are"), (1200, "1,200 rows are")]
)
def test_words_agree_with_their_number(number: int, told: str) -> None:
    rows = Count(number)

    assert f"{rows:,} {rows:row is|rows are}" == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("「自治会支援アプリ」導入数", "「『自治会支援アプリ』導入数」はあります"),
        ("『白書』の「序」", "「『白書』の『序』」はあります"),
        ("「」", "「『』」はあります"),
        ("「", "「「」はあります"),
    ],
)
def test_quotation_marks_within_others_are_those_for_that(name: str, told: str) -> None:
    assert Words(f"「{name}」はあります", "").ja == told
    assert Words("", "").then(Words(f"「{name}」", "")).then(Words("はあります", "")).ja == told
