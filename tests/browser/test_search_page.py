"""The page of results: everything that a search finds, with facets, in the address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.reading import Reader


def test_all_hits_are_counted_and_narrowed_in_the_address(reader: Reader) -> None:
    page = reader.open("/en/search?q=school")
    rows = page.locator(".results li")
    kinds = page.get_by_role("group", name="Kind")
    projects = int(kinds.locator("label", has_text="Project").locator(".figure").inner_text())

    kinds.get_by_label("Project").check()
    expect(page).to_have_url(re.compile("kind="))
    expect(page.locator(".sentence")).to_contain_text(f"leaves {projects}")
    expect(rows.first).to_contain_text("Project")

    reader.open_again()
    expect(page.locator(".sentence")).to_contain_text(f"leaves {projects}")

    field = page.get_by_role("search").get_by_role("combobox")
    expect(field).to_have_value("school")
    field.focus()
    expect(page.locator("#hits li").first).to_be_visible()


def test_kana_and_typos_are_forgiven_and_questions_are_among_the_hits(reader: Reader) -> None:
    page = reader.open("/ja/search?q=こみ収集")
    expect(page.locator(".sentence")).to_contain_text("「ごみ収集」に当たるもの")
    expect(page.locator(".results li").first).to_contain_text("ごみ収集")

    page = reader.open("/ja/search?q=予算")
    expect(page.get_by_role("group", name="種類")).to_contain_text("問い")


def test_words_that_nothing_has_all_of_find_what_has_some_and_enter_leads_on_without_hits(reader: Reader) -> None:
    page = reader.open("/ja/search?q=防災 保育")
    expect(page.locator(".sentence")).to_contain_text("すべてに当たるものはありません")
    expect(page.locator(".results li").filter(has_text="保育").first).to_be_visible()

    field = page.get_by_role("combobox", name="計画の中を探す")
    field.fill("こみ収集")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_contain_text("ごみ収集")
    expect(page.get_by_role("link", name="つづりや意味の近いものを見る")).to_be_visible()
    field.press("Enter")
    expect(page.locator(".results li").first).to_contain_text("ごみ収集")


def test_what_is_near_in_meaning_comes_after_the_hits_and_is_marked(reader: Reader) -> None:
    page = reader.open("/ja/search?q=洪水")
    near = page.get_by_role("region", name="意味の近いもの")
    expect(near).to_contain_text("浸水対策事業")
    expect(near).to_contain_text("人は確かめていません")
    page.get_by_role("group", name="種類").get_by_role("checkbox").first.check()
    expect(near).to_have_count(0)


def test_what_an_input_method_is_still_making_is_not_searched(reader: Reader) -> None:
    page = reader.open("/ja/overview")
    field = page.get_by_role("combobox", name="計画の中を探す")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/search" in request.url else None)
    field.evaluate(
        """(field) => {
          field.focus()
          field.value = "ぼ"
          field.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }))
          field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }))
          field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true }))
        }"""
    )
    expect(page.locator("#hits li").first).to_be_visible()
    assert len(asked) == 1
    assert "/overview" in page.url


def test_an_office_is_an_office_on_whatever_level(reader: Reader) -> None:
    page = reader.open("/en/search?q=bureau")
    kinds = page.get_by_role("group", name="Kind")

    expect(kinds).to_contain_text("Office")
    expect(kinds).not_to_contain_text("Top-level office")


def test_an_unknown_language_is_a_page_that_says_so(reader: Reader) -> None:
    page = reader.page
    response = page.goto(reader.origin + "/fr/overview")

    assert response is not None
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("この画面はありません")


@pytest.mark.parametrize(("language", "found"), [("ja", "高津区"), ("en", "Takatsu")])
def test_a_reading_finds_what_is_romanised_so_while_typing_and_on_the_page(
    reader: Reader, language: str, found: str
) -> None:
    page = reader.open(f"/{language}/search?q=たかつ")
    expect(page.locator(".results li").first).to_contain_text(found)

    page.get_by_role("search").get_by_role("combobox").fill("タカツ")
    expect(page.get_by_role("listbox").get_by_role("option").filter(has_text=found).first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("ja", "ボウサイ", "防災"),
        ("ja", "bousai", "防災"),
        ("ja", "hosipital", "病院"),
        ("en", "防災計面", "disaster prevention plan"),
        ("ja", "川崎区の公園", "公園"),
        ("ja", "障がい者", "障害者"),
        ("ja", "健福局", "健康福祉局"),
    ],
)
def test_what_is_typed_as_it_is_read_or_with_a_slip_in_either_language_is_found(
    reader: Reader, language: str, typed: str, found: str
) -> None:
    page = reader.open(f"/{language}/search?q={typed}")
    expect(page.locator(".results li").first).to_contain_text(found)

    page.get_by_role("search").get_by_role("combobox").fill(typed)
    expect(page.get_by_role("listbox").get_by_role("option").filter(has_text=found).first).to_be_visible()


def test_a_thing_comes_first_by_its_name_or_by_its_kind_and_code_and_questions_before_vocabulary(
    reader: Reader,
) -> None:
    assert "環境局" in reader.open("/ja/search?q=環境局").locator(".results li").first.inner_text()
    assert "災害から生命を守る" in reader.open("/ja/search?q=政策1-1").locator(".results li").first.inner_text()
    first = reader.open("/ja/search?q=予算").locator(".results li")
    expect(first.first).to_contain_text("問い")
    expect(first.filter(has_text="概念").first).to_be_visible()
