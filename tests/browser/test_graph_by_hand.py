"""The graph's first picture by the mouse alone, and by the keyboard alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.graphing import box

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.reading import Reader


def test_all_of_it_by_keyboard(reader: Reader) -> None:
    page = reader.open("/en/graph")
    box(page, "policy/1-4").focus()
    page.keyboard.press("o")
    expect(box(page, "policy/1-4")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(box(page, "measure/1-4-1")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("main .name:focus")).to_have_attribute("data-id", re.compile(r"sdg/\d+$"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("at=sdg"))
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("[?&]at="))


def test_from_the_first_picture_to_the_projects_of_a_target_in_a_ward_by_mouse(reader: Reader) -> None:
    page = reader.open("/ja/graph")
    page.locator('main .box:has([data-id$="/sdg/11"]) .opener').click()
    box(page, "sdg/11.5").click()
    page.locator("summary", has_text="＋ 列").click()
    page.get_by_role("button", name="区", exact=True).click()
    page.get_by_role("button", name="続けてもう一つ選ぶ").click()
    box(page, "place/tama-ku").click()
    expects_the_canal(page)


def test_and_by_keyboard_alone(reader: Reader) -> None:
    page = reader.open("/ja/graph")
    page.locator("main h1").click()
    press_until(page, "Tab", "summary", "＋ 列")
    page.keyboard.press("Enter")
    press_until(page, "Tab", "button", "区")
    page.keyboard.press("Enter")
    press_until(page, "Tab", ".name", "戦略")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    press_until(page, "ArrowDown", ".name", "ゴール 11 ")
    page.keyboard.press("o")
    press_until(page, "ArrowDown", ".name", "ターゲット 11.5 ")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    press_until(page, "ArrowDown", ".name", "多摩区")
    page.keyboard.press("Shift+Enter")
    expects_the_canal(page)


def test_what_is_chosen_together_is_gathered_by_office_in_the_citys_own_order(reader: Reader) -> None:
    page = reader.open("/ja/graph?at=sdg:11~kawasaki/basic/policy/1-1")
    panel = page.get_by_role("complementary")
    panel.get_by_label("まとめ方").select_option("office")
    offices = panel.locator("details > summary")
    expect(offices.first).to_contain_text("危機管理部")
    names = [office.split()[0] for office in offices.all_inner_texts()]

    assert names.index("庁舎管理課") < names.index("まちづくり調整課"), "by their names it is the other way round"


def press_until(page: Page, key: str, kind: str, words: str) -> None:
    """Press a key until something of a kind that says so has the focus."""
    for _ in range(30):
        page.keyboard.press(key)
        focused = page.locator(f"{kind}:focus")
        if focused.count() and words in (focused.get_attribute("aria-label") or focused.inner_text()):
            return
    pytest.fail(f"{words} is not reached by {key}")


def expects_the_canal(page: Page) -> None:
    panel = page.get_by_role("complementary")
    expect(panel).to_contain_text("1 の事務事業、予算額は 1.19億円")
    expect(panel.get_by_role("link", name=re.compile("10105020 .*放水路")).first).to_be_visible()


def test_a_line_drawn_freely_with_the_mouse_chooses_what_it_goes_around(reader: Reader) -> None:
    page = reader.open("/en/graph")
    expect(box(page, "sdg/2")).to_be_visible()
    first, last = box(page, "sdg/2").bounding_box(), box(page, "sdg/4").bounding_box()
    assert first
    assert last
    left, right = first["x"] - 20, first["x"] + first["width"] * 0.7
    above, below = first["y"] - 4, last["y"] + last["height"] + 4
    page.mouse.move(left, above)
    page.mouse.down()
    for x, y in ((right, above), (right, below), (left, below)):
        page.mouse.move(x, y, steps=2)
    page.mouse.up()
    expect(page.get_by_role("complementary")).to_contain_text("3 chosen")
    expect(page).to_have_url(re.compile("at=.*2.*3.*4"))
