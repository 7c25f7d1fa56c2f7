from __future__ import annotations

import pytest

from plangraph.tables.money_units import many_of


@pytest.mark.parametrize(
    ("unit", "currency", "many"),
    [
        ("円", "JPY", 1),
        ("千円", "JPY", 1_000),
        ("（万円）", "JPY", 10_000),
        ("百万円", "JPY", 1_000_000),
        ("億円", "JPY", 100_000_000),
        ("thousand yen", "JPY", 1_000),
        ("千ユーロ", "EUR", 1_000),
        ("EUR", "EUR", 1),
        ("€", "EUR", 1),
        ("€'000s", "EUR", 1_000),
        ("kEUR", "EUR", 1_000),
        ("MEUR", "EUR", 1_000_000),
        ("EUR thousands", "EUR", 1_000),
        ("thousands of euros", "EUR", 1_000),
        ("£m", "GBP", 1_000_000),
        ("$000", "CAD", 1_000),
        ("in millions of USD", "USD", 1_000_000),
        ("$bn", "USD", 1_000_000_000),
        ("in 1000 CHF", "CHF", 1_000),
        ("in 1'000 CHF", "CHF", 1_000),
        ("Tausend CHF", "CHF", 1_000),
        ("milliers d'euros", "EUR", 1_000),
        ("millones de euros", "EUR", 1_000_000),
        ("1000 CHF", "CHF", None),
        ("£m", "EUR", None),
        ("$", "EUR", None),
        ("百", "JPY", None),
        ("百千円", "JPY", None),
        ("m", "EUR", None),
        ("件", "JPY", None),
        ("EUR/m", "EUR", None),
    ],
)
def test_a_unit_of_money_is_so_many_of_its_currency(unit: str, currency: str, many: int | None) -> None:
    assert many_of(unit, currency) == many
