"""Numbers, years and dates are read as municipalities write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from plangraph.tables.forms import LARGEST, SMALLEST, Moment, Number, Page, Url, Value, Year


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,234.5", "1234.5"),
        ("１，２００", "1200"),
        ("△5", "-5"),
        ("▲ １２３", "-123"),
        ("－3", "-3"),
        ("−1,000", "-1000"),
    ],
)
def test_a_number_of_any_width_with_commas_or_a_triangle_is_one(written: str, value: str) -> None:
    assert TypeAdapter(Number).validate_python(written) == Decimal(value)


def test_numbers_are_within_bounds() -> None:
    number = TypeAdapter(Number)
    for largest in (f"1E{LARGEST}", f"1E{SMALLEST}"):
        assert number.validate_python(largest) == Decimal(largest)
    for beyond in (f"1E{LARGEST + 1}", f"1E{SMALLEST - 1}", f"0.{'0' * -SMALLEST}1"):
        with pytest.raises(ValidationError):
            number.validate_python(beyond)


@pytest.mark.parametrize("written", ["1,23", "①", "△", "-", "一", "1 2", "5△"])
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Number).validate_python(written)


@pytest.mark.parametrize(
    "written",
    ["60～65%", "120〜150", "60%~65%", "5–10 days", "年3回", "500人（累計）", "前年度より増", "100% of season days"],
)
def test_a_range_or_a_phrase_with_numbers_is_taken_in_words(written: str) -> None:
    assert TypeAdapter(Value).validate_python(written) == written


@pytest.mark.parametrize("written", ["1,2OO", "12O", "1-2", "2025/1/1", "#REF!", "人#", "①", "…", "1 2"])
def test_a_number_that_went_wrong_is_not_taken_for_words(written: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Value).validate_python(written)


def test_years_pages_and_dates_of_full_width_are_read() -> None:
    assert TypeAdapter(Year).validate_python("２０２４") == 2024
    assert [TypeAdapter(Year).validate_python(year) for year in ("令和６年度", "R6", "平成30", "2024年度")] == [
        2024,
        2024,
        2018,
        2024,
    ]
    assert TypeAdapter(Page).validate_python("３") == 3
    assert TypeAdapter(Moment).validate_python("２０２１－０４") == "2021-04"


@pytest.mark.parametrize(
    ("form", "written", "wrong"),
    [
        (Moment, "2021-02-30", "no_such_day"),
        (Url, "https://exa[mple.jp/", "no_url"),
        (Url, "https://example.jp:x/", "no_url"),
        (Url, "https:///a", "no_url"),
    ],
)
def test_a_day_or_address_that_there_cannot_be_is_told_as_such(form: Any, written: str, wrong: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(form).validate_python(written)
    assert [error["type"] for error in caught.value.errors()] == [wrong]


@pytest.mark.parametrize(("form", "least", "most"), [(Year, 1868, 2300), (Page, 1, 1_000_000)], ids=["year", "page"])
def test_years_and_pages_are_within_bounds(form: Any, least: int, most: int) -> None:
    whole = TypeAdapter(form)
    assert [whole.validate_python(str(number)) for number in (least, most)] == [least, most]
    for beyond in (least - 1, most + 1):
        with pytest.raises(ValidationError):
            whole.validate_python(str(beyond))
