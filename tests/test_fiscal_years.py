"""What a person types as a fiscal year; a published site is held to the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plangraph.fiscal_years import fiscal_year

CASES = json.loads(Path(__file__).with_name("fiscal_years.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "year"), CASES["years"])
def test_a_year_is_read_however_it_is_written(text: str, year: int) -> None:
    assert fiscal_year(text) == year


@pytest.mark.parametrize("text", CASES["none"])
def test_what_says_more_than_a_year_or_less_is_none(text: str) -> None:
    assert fiscal_year(text) is None
