"""Everything by keyboard alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.reading import Reader


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement?.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def test_searching_choosing_and_leaving(reader: Reader) -> None:
    page = reader.open("/ja/overview")

    page.keyboard.press("/")
    page.keyboard.type("防災")
    page.locator("#hits").get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("#hits").get_by_role("option").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("search").get_by_role("combobox")).to_have_attribute("aria-activedescendant", "hit-1")
    name = second.locator(".name").inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)

    page.keyboard.press("/")
    page.keyboard.type("緑")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_walking_the_picture_with_the_arrows(reader: Reader) -> None:
    page = reader.open("/ja/overview")

    tab_to(page, "[role=treeitem]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    focused = page.locator(":focus")
    expect(focused).to_have_accessible_name("基本政策 2 子どもを安心して育てることのできるふるさとづくり 1,948億円")
    page.keyboard.press("Enter")
    expect(page.locator(".sentence")).to_contain_text("子どもを安心して育てることのできるふるさとづくり")
    page.keyboard.press("ArrowRight")
    expect(page.locator(":focus")).to_have_attribute("aria-level", "3")
    page.keyboard.press("Escape")
    expect(page.locator(".sentence")).to_contain_text("川崎市総合計画 第3期実施計画")


@pytest.mark.parametrize(
    ("view", "picture"),
    [
        ("coverage", "main [role=grid]"),
        ("coverage", "main section[aria-label=Targets]"),
        ("wards", "main [role=grid]"),
        ("wards", "main svg[role=group]"),
        ("strategies", "main svg[role=group]"),
        ("plans-around", "main .picture"),
        ("plans-over-time", "main .picture"),
        ("projects", "main .facets fieldset >> nth=1"),
        ("thing/sdg:11", "main nav.map section >> nth=1"),
        ("query", "main .topics"),
        ("ontology", "main .diagram"),
    ],
)
def test_a_picture_is_one_stop_from_which_the_arrows_lead_on(reader: Reader, view: str, picture: str) -> None:
    page = reader.open(f"/en/{view}")
    inside = page.locator(picture)
    stops = inside.locator(":is(button, input, a, [tabindex]):not([tabindex='-1'])")

    expect(stops).to_have_count(1)
    first = stops.element_handle()
    stops.focus()
    page.keyboard.press("Control+End")
    expect(inside.locator(":focus")).to_have_count(1)
    assert first.evaluate("(one) => one !== document.activeElement && one.tabIndex === -1")
    expect(stops).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Control+Home")
    assert first.evaluate("(one) => one === document.activeElement")


def test_the_first_tab_skips_to_the_content(newcomer: Reader) -> None:
    page = newcomer.open("/en/overview")

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_the_editor_lets_the_keyboard_go_on(reader: Reader) -> None:
    page = reader.open("/en/query?sparql=ASK%20%7B%7D")

    page.locator(".CodeMirror").click()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run")).to_be_focused()


def test_a_term_is_completed_by_its_name(reader: Reader) -> None:
    page = reader.open("/ja/query?sparql=SELECT%20%2A%20WHERE%20%7B%20%3Fs%20a%20")

    page.locator(".CodeMirror").click()
    page.keyboard.press("Control+End")
    page.keyboard.type("pg:BasicPol")
    expect(page.get_by_role("option", name="pg:BasicPolicy")).to_contain_text("基本政策")
    page.keyboard.press("Enter")
    expect(page.locator(".CodeMirror")).to_contain_text("pg:BasicPolicy")


def test_a_table_is_sorted_and_left_by_a_link_without_walking_its_rows(reader: Reader) -> None:
    page = reader.open("/ja/projects")
    tab_to(page, "main th button")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("sort="))
    page.keyboard.press("ArrowDown")
    expect(page.locator("main td a:focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/thing/kawasaki/3/project/"))
