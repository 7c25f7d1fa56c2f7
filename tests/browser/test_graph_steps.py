"""The steps of a visit to the graph: undone, redone, gone back through, and mailed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from tests.browser.graphing import MEASURE, POLICY, find_path, open_graph, things

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.reading import Reader

WARD = "kawasaki/place/kawasaki-ku"


def shows(page: Page, count: int) -> None:
    expect(page.locator(".sentence")).to_contain_text(re.compile(rf"^{count:,} things?"))


def grow(page: Page) -> int:
    """Open the next relation of what is selected, and give how many things there are then."""
    before = things(page)
    page.get_by_role("complementary").get_by_role("button", name=re.compile("^Next")).first.click()
    after = things(page)
    assert after > before
    return after


def mailed(reader: Reader) -> None:
    """Open the present address as someone else would."""
    expect(reader.open_again().get_by_role("application")).to_be_visible()


def test_back_and_forward_go_through_the_steps_before_they_leave(reader: Reader) -> None:
    reader.open("/en/overview")
    page = open_graph(reader, f"?nodes={WARD}&at={WARD}")
    first = grow(page)
    second = grow(page)
    page.get_by_role("button", name="Ties").click()
    page.go_back()
    expect(page.get_by_role("button", name="Tiers")).to_have_attribute("aria-pressed", "true")
    page.go_back()
    shows(page, first)
    page.go_back()
    shows(page, 1)
    page.go_forward()
    page.go_forward()
    shows(page, second)
    page.go_back()
    page.go_back()
    shows(page, 1)
    page.go_back()
    expect(page).to_have_url(re.compile("/en/overview"))
    page.go_forward()
    shows(page, 1)


def test_undo_and_back_are_one_and_the_same_way(reader: Reader) -> None:
    page = open_graph(reader, f"?nodes={WARD}&at={WARD}")
    grown = grow(page)
    page.get_by_role("button", name="Undo").click()
    shows(page, 1)
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    expect(page).not_to_have_url(re.compile("open="))
    page.go_forward()
    shows(page, grown)
    expect(page.get_by_role("button", name="Redo")).to_be_disabled()


def test_steps_undone_in_quick_succession_are_all_undone(reader: Reader) -> None:
    page = open_graph(reader, f"?nodes={WARD}&at={WARD}")
    grow(page)
    grow(page)
    last = grow(page)
    page.get_by_role("application").focus()
    for _ in range(3):
        page.keyboard.press("Control+z")
    shows(page, 1)
    expect(page).not_to_have_url(re.compile("open="))
    for _ in range(3):
        page.keyboard.press("Control+y")
    shows(page, last)
    expect(page).to_have_url(re.compile("open="))


def test_what_an_expansion_brought_can_still_be_collapsed_after_it_was_mailed(reader: Reader) -> None:
    page = open_graph(reader, f"?nodes={POLICY}&at={POLICY}")
    grow(page)
    mailed(reader)
    assert things(page) > 1
    page.get_by_role("button", name="Collapse").click()
    shows(page, 1)


def test_what_is_hidden_is_mailed_and_can_be_brought_back(reader: Reader) -> None:
    page = open_graph(reader, f"?nodes={POLICY}~{MEASURE}&at={MEASURE}")
    page.get_by_role("complementary").get_by_role("button", name="Hide").click()
    shows(page, 1)
    mailed(reader)
    shows(page, 1)
    page.get_by_role("button", name="Bring back 1 hidden").click()
    shows(page, 2)


def test_a_thing_is_pinned_by_keyboard_where_it_stands_and_mailed_there(reader: Reader) -> None:
    page = open_graph(reader, f"?nodes={POLICY}~{MEASURE}&at={MEASURE}")
    page.get_by_role("application").focus()
    expect(page.locator(".canvas .box").first).to_be_visible()
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("pins="))
    pins = re.search(r"pins=[^&]*", page.url)
    mailed(reader)
    expect(page.get_by_role("button", name="Unpin")).to_be_visible()
    assert pins
    assert pins[0] in page.url
    page.get_by_role("button", name="Unpin").click()
    expect(page).not_to_have_url(re.compile("pins="))
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Unpin")).to_be_visible()


def test_a_path_is_mailed_and_undone(reader: Reader) -> None:
    page = open_graph(reader, f"?nodes={POLICY}~{MEASURE}&at={MEASURE}")
    find_path(page, "Protect lives from disasters")
    path = page.get_by_role("region", name="Path")
    steps = path.get_by_role("listitem").all_inner_texts()
    mailed(reader)
    assert path.get_by_role("listitem").all_inner_texts() == steps
    page.get_by_role("button", name="Clear the path").click()
    expect(path).to_have_count(0)
    page.go_back()
    expect(path).to_be_visible()


def test_a_thing_outside_the_plans_network_bears_its_name_and_opens(reader: Reader) -> None:
    page = open_graph(reader, "?from=around&at=kawasaki/4/policy/1-1")
    panel = page.get_by_role("complementary")
    expect(panel.get_by_text("renamed to")).to_be_visible()
    assert things(page) > 2
    page.get_by_text(re.compile(r"^Table \(")).click()
    expect(page.get_by_role("table")).to_contain_text("Protect lives from disasters")
