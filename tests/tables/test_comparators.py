"""Numbers that words before or behind them bound, in the languages of cities."""

from __future__ import annotations

import pytest

from plangraph.intake.values import figure
from plangraph.tables.comparators import as_written


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("au moins 12 logements", "12", "logements", "atLeast"),
        ("au minimum 12", "12", "", "atLeast"),
        ("Au plus 3", "3", "", "atMost"),
        ("jusqu’à 15 %", "15", "%", "atMost"),
        ("15 ha maximum", "15", "ha", "atMost"),
        ("plus de 40 %", "40", "%", "above"),
        ("30 ha environ", "30", "ha", "about"),
        ("al menos 30", "30", "", "atLeast"),
        ("como mínimo 4 viviendas", "4", "viviendas", "atLeast"),
        ("hasta 50", "50", "", "atMost"),
        ("7 máx.", "7", "", "atMost"),
        ("5 max.", "5", "", "atMost"),
        ("5 max. par an", "5", "par an", "atMost"),
        ("12 or more homes", "12", "homes", "atLeast"),
        ("at least £3.5m", "3.5", "£m", "atLeast"),
        ("5 以上", "5", "", "atLeast"),
        ("最大100人", "100", "人", "atMost"),
        ("30 min.", "30", "min.", ""),
        ("5 climax", "5", "climax", ""),
    ],
)
def test_a_number_is_bounded_by_the_words_around_it(text: str, value: str, unit: str, comparator: str) -> None:
    found = figure(text)
    assert found is not None
    assert (found.value, found.unit, found.comparator) == (value, unit, comparator)
    read = {"value": value, "unit": unit, "comparator": comparator}
    assert as_written(text) == {column: said for column, said in read.items() if said}


def test_a_number_that_is_bounded_twice_is_not_read() -> None:
    assert figure("at most 5 or more") is None
