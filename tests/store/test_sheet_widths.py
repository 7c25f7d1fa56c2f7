"""Columns of sheets are as wide as what they hold, and stand on a page together in letters that can be read."""

from __future__ import annotations

from typing import Any

from plangraph.store.readable import Column
from plangraph.store.sheet_bounds import PADDING, WIDEST
from plangraph.store.sheet_widths import PAPER, STEP, widths_of


def test_columns_are_as_wide_as_what_they_hold_where_there_is_room() -> None:
    columns = [Column("Code", "code", (0,)), Column("Name", "label", (1,)), Column("Budget", "millions", (2,))]
    rows: list[list[Any]] = [["10101010", "防災" * 50, 1_234_500_000], ["1", None, None]]

    assert widths_of(columns, rows) == [8 + PADDING, WIDEST + PADDING, 8 + PADDING]


def test_columns_that_are_too_wide_together_are_narrowed_where_it_costs_fewest_lines() -> None:
    columns = [
        *(Column("予算額（円）", "money", (place,)) for place in range(6)),
        *(Column(title, "text", (place,)) for place, title in enumerate(("long", "short", "one word"))),
    ]
    rows = [[*[107_712_474_000] * 6, "長い文章" * 12, "短い", "Neighbourhoods " * 4]] * 300
    widths = widths_of(columns, rows)

    assert sum(widths) <= PAPER
    assert set(widths[:6]) == {len("107,712,474,000") + PADDING}, "numbers are never broken"
    assert widths[6] > widths[7], "what is short takes no lines more"
    assert widths[8] >= len("Neighbourhoods") + PADDING, "nor are words"


def test_every_row_of_a_short_table_tells_where_narrowing_costs_lines() -> None:
    columns = [Column(f"text {place}", "text", (place,)) for place in range(5)]
    long, short = "word " * 12, "word"
    widths = widths_of(columns, [[long, *[short] * 4], [short, *[long] * 4]])

    assert sum(widths) <= PAPER
    assert min(widths) > 30


def test_where_a_page_is_too_narrow_figures_take_no_more_than_they_need() -> None:
    columns = [Column("予算額の合計（令和六年度）", "money", (place,)) for place in range(12)]

    assert widths_of(columns[:10], [[1] * 10]) == [20 + PADDING] * 10
    assert widths_of(columns, [[1] * 12]) == [4 + PADDING] * 12


def test_a_sheet_that_is_too_wide_for_any_page_keeps_its_numbers_whole() -> None:
    columns = [Column("Budget", "money", (place,)) for place in range(40)]

    assert set(widths_of(columns, [[1_000_000] * 40])) == {len("1,000,000") + PADDING}


def test_words_of_headings_are_not_broken_and_hyphens_end_a_line() -> None:
    columns = [
        *(Column("Budget (yen)", "money", (place,)) for place in range(10)),
        Column("Settlement of budget (%)", "percent", (10,)),
        *(Column(title, "text", (place,)) for place, title in enumerate(("Goals", "Name", "Path"), start=11)),
    ]
    rows = [
        [*[107_712_474_000] * 10, 99, "9, 11", "disaster-resistant, earthquake-resistant", "long words " * 30]
    ] * 300
    widths = widths_of(columns, rows)

    whole = [len(word) + PADDING for word in ("Settlement", "Goals", "earthquake-")]
    assert all(least <= width < least + STEP for least, width in zip(whole, widths[10:13], strict=True))
