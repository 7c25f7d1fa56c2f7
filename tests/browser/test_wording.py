"""Words and figures as a reader of each language writes them: plurals, headings, sums and means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.reading import Reader


def test_many_things_of_a_kind_have_their_plural(reader: Reader) -> None:
    page = reader.open("/en/thing/kawasaki/basic/policy/1-1")

    expect(page.locator(".cards")).to_contain_text(re.compile(r"Measures\s*5\s*Projects\s*52"))


def test_one_thing_is_not_called_things(reader: Reader) -> None:
    page = reader.open("/en/graph?nodes=kawasaki/3/measure/1-1-1&at=kawasaki/3/measure/1-1-1")

    expect(page.locator(".sentence")).to_contain_text("1 thing and 0 relations.")


def test_the_columns_of_an_answer_are_called_in_the_language_of_the_reader(reader: Reader) -> None:
    page = reader.open("/ja/query/budget-totals")
    headers = page.get_by_role("columnheader")
    expect(headers.filter(has_text="差")).to_be_visible()
    assert [name for name in headers.all_inner_texts() if re.search("[a-z]", name)] == []

    page = reader.open("/en/query/budget-totals")
    expect(page.get_by_role("columnheader", name="Difference", exact=True)).to_be_visible()


@pytest.mark.parametrize("view", ["overview", "coverage", "compare", "money", "projects?by=office"])
def test_japanese_sentences_follow_each_other_without_a_space(reader: Reader, view: str) -> None:
    said = reader.open(f"/ja/{view}").locator(".sentence").inner_text()

    assert said.count("。") > 1
    assert re.search(r"[。、]\s", said.rstrip()) is None


def test_shares_on_target_are_not_summed_up(reader: Reader) -> None:
    page = reader.open("/en/coverage?metric=standing")

    expect(page.get_by_role("rowheader", name="All", exact=True)).to_be_visible()
    cell = page.get_by_role("button", name=re.compile("^Support a secure life, goal 8 "))
    expect(cell).to_have_text("100")


def test_a_page_that_is_not_there_leads_to_the_whole_plan(reader: Reader) -> None:
    page = reader.open("/en/nowhere")
    page.get_by_role("link", name="To the whole plan").click()

    expect(page.get_by_role("heading", name="Overview", level=1)).to_be_visible()


def test_counted_things_bear_a_unit_in_japanese_only(reader: Reader) -> None:
    for lang, written in (("ja", "572件"), ("en", "572")):
        page = reader.open(f"/{lang}/thing/kawasaki/3")
        expect(page.get_by_role("cell", name=written, exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("thing", "title"),
    [
        ("justified-hole/9.c", "9.c 情報通信とネットの普及"),
        ("3/evaluation/10101010/2024", "10101010 防災対策管理運営事業 · 令和6年度"),
    ],
)
def test_what_has_no_name_is_titled_by_what_it_is_about(reader: Reader, thing: str, title: str) -> None:
    expect(reader.open(f"/ja/thing/kawasaki/{thing}").get_by_role("heading", level=1)).to_have_text(title)
