"""What serves SDG 11 in a ward, found by someone who is here for the first time and has never heard of RDF."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from tests.browser.test_keyboard import tab_to

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.reading import Reader

WORDS: dict[str, dict[str, Any]] = {
    "ja": {
        "views": "画面",
        "wards": "区",
        "goal": "SDGs のゴール",
        "ward": "中原区",
        "its_projects": "この区の事業を見る",
        "sentence": "ゴール 11「住み続けられるまちづくりを」に関わる区の事業は 34",
        "heading": "ゴール 11 に関わる事業（3）",
        "project": "等々力緑地再編整備事業",
        "reasons": "対応の理由と出典",
        "reason": "公園",
        "sdgs": "SDGs",
        "rows": "行",
        "cell": re.compile("中原区、ゴール 11 .*：3"),
        "assumed": "想定",
    },
    "en": {
        "views": "Views",
        "wards": "Wards",
        "goal": "SDG goal",
        "ward": "Nakahara Ward",
        "its_projects": "Projects of this ward",
        "sentence": "34 projects of the wards serve goal 11",
        "heading": "Projects that serve goal 11 (3)",
        "project": "Reorganisation and improvement of Todoroki Park",
        "reasons": "Reasons and sources of the links",
        "reason": "parks",
        "sdgs": "SDGs",
        "rows": "Rows",
        "cell": re.compile("Nakahara Ward, goal 11 .*: 3"),
        "assumed": "Assumed",
    },
}
both_languages = pytest.mark.parametrize("lang", ["ja", "en"])


def finds_it(page: Page, words: dict[str, Any]) -> None:
    """See the three projects, then why they are said to serve the goal."""
    panel = page.get_by_role("complementary")
    expect(panel.get_by_role("heading", level=3)).to_contain_text(words["heading"])
    expect(panel.get_by_role("link", name=words["project"])).to_be_visible()


def sees_why(page: Page, words: dict[str, Any]) -> None:
    panel = page.get_by_role("complementary")
    expect(panel.get_by_role("link", name=words["project"]).first).to_be_visible()
    expect(panel).to_contain_text(words["reason"])
    expect(panel.get_by_text(words["assumed"], exact=True).first).to_be_visible()


@both_languages
def test_through_the_wards_by_mouse(reader: Reader, lang: str) -> None:
    words = WORDS[lang]
    page = reader.open(f"/{lang}/overview")
    began = time.monotonic()
    page.get_by_role("navigation", name=words["views"]).get_by_role("link", name=words["wards"], exact=True).click()
    page.get_by_label(words["goal"]).select_option("11")
    expect(page.locator(".sentence")).to_contain_text(words["sentence"])
    page.get_by_role("button", name=words["ward"], exact=True).click()
    finds_it(page, words)
    page.get_by_role("link", name=words["reasons"]).click()
    sees_why(page, words)
    assert time.monotonic() - began < 60


@both_languages
def test_through_the_wards_by_keyboard_only(reader: Reader, lang: str) -> None:
    words = WORDS[lang]
    page = reader.open(f"/{lang}/overview")
    began = time.monotonic()
    tab_to(page, f"a[href='/{lang}/wards']")
    page.keyboard.press("Enter")
    expect(page.get_by_label(words["goal"])).to_be_visible()
    tab_to(page, "main select")
    for _ in range(11):
        page.keyboard.press("ArrowDown")
    expect(page.locator(".sentence")).to_contain_text(words["sentence"])
    tab_to(page, "main h2 button")
    for _ in range(7):
        if page.locator(":focus").inner_text() == words["ward"]:
            break
        page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_text(words["ward"])
    page.keyboard.press("Enter")
    finds_it(page, words)
    tab_to(page, "aside a[href*='/coverage']")
    page.keyboard.press("Enter")
    sees_why(page, words)
    assert time.monotonic() - began < 60


@both_languages
def test_through_the_search_for_a_ward(reader: Reader, lang: str) -> None:
    words = WORDS[lang]
    page = reader.open(f"/{lang}/overview")
    search = page.get_by_role("search").get_by_role("combobox")
    search.fill(words["ward"])
    page.locator("#hits").get_by_role("option").first.click()
    page.get_by_role("link", name=words["its_projects"]).click()
    page.get_by_label(words["goal"]).select_option("11")
    finds_it(page, words)


@both_languages
def test_through_the_table_of_goals(reader: Reader, lang: str) -> None:
    words = WORDS[lang]
    page = reader.open(f"/{lang}/overview")
    page.get_by_role("navigation", name=words["views"]).get_by_role("link", name=words["sdgs"], exact=True).click()
    page.get_by_role("combobox", name=re.compile(f"^{words['rows']}")).select_option("ward")
    page.get_by_role("gridcell").get_by_role("button", name=words["cell"]).click()
    sees_why(page, words)


@both_languages
def test_a_goal_that_no_ward_serves_says_so(reader: Reader, lang: str) -> None:
    page = reader.open(f"/{lang}/wards?goal=12")
    expect(page.locator(".sentence")).to_contain_text(
        "別のゴールを選んでください" if lang == "ja" else "Choose another goal"
    )
