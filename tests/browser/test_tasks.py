"""What people come for, done as they would do it, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize
    from tests.browser.reading import Reader

both_languages = pytest.mark.parametrize("lang", ["ja", "en"])


@both_languages
def test_the_overview_says_what_is_in_here(reader: Reader, lang: str) -> None:
    page = reader.open(f"/{lang}/overview")

    sentence = page.locator(".sentence")
    for number in ("5", "23", "74", "572"):
        expect(sentence.get_by_text(number, exact=True).first).to_be_visible()
    expect(sentence).to_contain_text("令和6年度" if lang == "ja" else "FY2024")
    expect(sentence).to_contain_text("億円" if lang == "ja" else "bn")
    expect(page.get_by_role("treeitem")).to_have_count(675)


def test_a_reader_without_a_language_in_the_address_gets_that_of_the_device(newcomer: Reader) -> None:
    page = newcomer.open("/")

    expect(page).to_have_url(newcomer.origin + "/ja/overview")
    expect(page.locator("html")).to_have_attribute("lang", "ja")


def test_the_language_is_changed_in_place_and_remembered(reader: Reader) -> None:
    page = reader.open("/ja/thing/kawasaki/3/measure/1-1-1")

    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(reader.origin + "/en/thing/kawasaki/3/measure/1-1-1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Preparedness for disasters and crises")
    page = reader.load("/")
    expect(page).to_have_url(reader.origin + "/en/overview")


@pytest.mark.parametrize(
    ("lang", "typed", "hit"),
    [
        ("ja", "防災", "防災対策管理運営事業"),
        ("ja", "1-1-1", "災害・危機事象に備える対策の推進"),
        ("ja", "childcare", "保育"),
        ("en", "childcare", "Childcare"),
        ("en", "SDG 11", "Sustainable cities and communities"),
    ],
)
def test_search_while_typing_finds_codes_and_names_in_either_language(
    reader: Reader, lang: str, typed: str, hit: str
) -> None:
    page = reader.open(f"/{lang}/overview")

    page.get_by_role("search").get_by_role("combobox").press_sequentially(typed)
    expect(page.locator("#hits").get_by_role("option").filter(has_text=hit).first).to_be_visible()


def test_search_says_what_to_try_when_nothing_matches(reader: Reader) -> None:
    page = reader.open("/en/overview")

    page.get_by_role("search").get_by_role("combobox").fill("zzzz")
    expect(page.get_by_text("Nothing matches “zzzz”")).to_be_visible()


@both_languages
def test_words_that_nothing_has_all_of_find_what_has_one_of_them(reader: Reader, lang: str) -> None:
    page = reader.open(f"/{lang}/overview")

    page.get_by_role("search").get_by_role("combobox").fill("川崎区 SDG 11")
    for hit in ("川崎区", "住み続けられるまちづくりを") if lang == "ja" else ("Kawasaki Ward", "Sustainable cities"):
        expect(page.locator("#hits").get_by_role("option").filter(has_text=hit).first).to_be_visible()
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(
        re.compile("どれかの言葉に当たるもの" if lang == "ja" else "each of these matches one")
    )


def test_going_into_the_picture_and_back_again(reader: Reader) -> None:
    page = reader.open("/ja/overview")

    page.get_by_role("treeitem", name=re.compile("^基本政策 2 ")).click()
    expect(page.locator(".sentence")).to_contain_text("子どもを安心して育てることのできるふるさとづくり")
    expect(page.get_by_role("complementary")).to_contain_text("事務事業")
    page.get_by_role("treeitem", name=re.compile("^政策 2-1 ")).click()
    page.get_by_role("complementary").get_by_role("link", name="詳しいページ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("安心して子育てできる環境をつくる")
    page.go_back()
    page.go_back()
    expect(page.locator(".sentence")).to_contain_text("子どもを安心して育てることのできるふるさとづくり")
    page.go_back()
    expect(page.locator(".sentence")).to_contain_text("川崎市総合計画 第3期実施計画")


@both_languages
def test_what_serves_goal_11_is_found_with_its_reasons(reader: Reader, lang: str) -> None:
    page = reader.open(f"/{lang}/overview")

    page.get_by_role("search").get_by_role("combobox").press_sequentially("11")
    page.locator("#hits").get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "住み続けられるまちづくりを" if lang == "ja" else "Sustainable cities and communities"
    )
    page.get_by_role("navigation", name="位置" if lang == "ja" else "Place").get_by_role("link").filter(
        has_text="11.5"
    ).click()
    group = page.locator("details").filter(has_text="ターゲットに貢献する" if lang == "ja" else "contributes to target")
    expect(group).to_contain_text("1-1-3")
    expect(group).to_contain_text("建物・橋の耐震化" if lang == "ja" else "buildings and bridges stand earthquakes")
    expect(group.get_by_text("想定" if lang == "ja" else "Assumed", exact=True).first).to_be_visible()


def test_a_project_shows_its_money_its_grade_its_office_and_its_source(reader: Reader) -> None:
    page = reader.open("/ja/thing/kawasaki/3/project/10101010")

    main = page.locator("main")
    for words in ("1.48億円", "1.88億円", "達成度", "ほぼ目標どおり", "危機管理部", "3ページ"):
        expect(main).to_contain_text(words)
    place = page.get_by_role("navigation", name="位置")
    expect(place.locator("[aria-current=page]")).to_contain_text("防災対策管理運営事業")
    place.get_by_role("link", name=re.compile("災害・危機事象に備える")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("災害・危機事象に備える対策の推進")


@pytest.mark.parametrize(
    "path",
    [
        "kawasaki/3",
        "kawasaki/office/city",
        "kawasaki/place/kawasaki-ku",
        "kawasaki/3/challenge/C2",
        "kawasaki/3/strategy/S1",
        "kawasaki/4/policy/1-1",
        "kawasaki/source/evaluation-sheets-r6",
        "sdg:11",
        "sdg:11.5",
        "pg:Measure",
    ],
)
def test_anything_in_the_graph_has_its_page(reader: Reader, path: str) -> None:
    page = reader.open(f"/en/thing/{path}")

    expect(page.get_by_role("heading", level=1)).not_to_be_empty()
    expect(page.get_by_role("link", name="Turtle")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_the_iri_of_a_thing_is_its_page_in_a_browser(newcomer: Reader) -> None:
    page = newcomer.open("/id/kawasaki/3/project/10101010")

    expect(page.get_by_role("heading", level=1)).to_have_text("防災対策管理運営事業")
    expect(page).to_have_url(newcomer.origin + "/ja/thing/kawasaki/3/project/10101010")


def test_what_is_inferred_explains_itself(reader: Reader) -> None:
    page = reader.open("/en/thing/kawasaki/3/measure/1-1-3")

    group = page.locator("details").filter(has_text="contributes to goal")
    group.get_by_role("button", name="Why?").first.click()
    expect(group).to_contain_text("follows from these facts")
    expect(group).to_contain_text("contributes to target")


def test_the_question_behind_a_view_opens_in_the_editor(reader: Reader) -> None:
    page = reader.open("/en/overview")

    page.get_by_role("button", name="The question behind this").click()
    expect(page.get_by_text("SELECT ?element ?class ?tier")).to_be_visible()
    page.get_by_role("link", name="Open in the editor").click()
    expect(page).to_have_url(re.compile("/en/query/plan-outline"))
    page.get_by_role("button", name="Open in the editor").click()
    expect(page.locator(".CodeMirror")).to_contain_text("SELECT ?element ?class")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_text("677 rows")).to_be_visible()


def test_a_question_is_asked_by_its_form(reader: Reader) -> None:
    page = reader.open("/ja/query/children")

    page.get_by_role("combobox", name="要素").fill("2-1")
    page.get_by_role("button", name="答えを見る").click()
    expect(page.get_by_role("cell", name="2-1-1", exact=True)).to_be_visible()
    page.get_by_label("棒").check()
    expect(page.locator("ol .name")).to_have_count(4)
    page.get_by_role("searchbox", name="表の中を探す").fill("2-1-1")
    page.keyboard.press("Enter")
    expect(page.locator("ol .name")).to_have_count(1)
    page.goto(page.url)  # as someone does who got the address by mail
    expect(page.locator("ol .name")).to_contain_text("2-1-1")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV（識別子つき）").click()
    assert "2-1-1" in download.value.path().read_text("utf-8")


def test_what_the_server_refuses_is_said_in_words(reader: Reader) -> None:
    page = reader.open("/ja/query?sparql=SELECT%20%2A%20WHERE%20%7B")

    expect(page.locator(".CodeMirror .fault")).to_have_count(1)  # the line is marked
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("この質問")
    expect(alert).to_contain_text("1 行目の 17 文字目")
    expect(alert).to_contain_text("ほかの画面はそのまま使えます")


@both_languages
def test_the_ontology_is_walked_by_its_classes(reader: Reader, lang: str) -> None:
    page = reader.open(f"/{lang}/ontology")

    page.get_by_role("button", name=re.compile("^施策" if lang == "ja" else "^Measure")).first.click()
    expect(page.locator(".one h2")).to_have_text("施策" if lang == "ja" else "Measure")
    expect(page.locator(".one")).to_contain_text("122")


def test_the_table_sorts_and_downloads(reader: Reader) -> None:
    page = reader.open("/en/query/standing-counts")

    column = page.get_by_role("columnheader", name="projects")
    column.get_by_role("button").click()
    expect(column).to_have_attribute("aria-sort", "descending")  # the largest number first
    expect(page.get_by_role("row").nth(1)).to_contain_text("79")
    for order in ("ascending", "none"):
        column.get_by_role("button").click()
        expect(column).to_have_attribute("aria-sort", order)
    column.get_by_role("button").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).click()
    assert (
        download.value.suggested_filename
        == "How far projects are from their targets, by policy, measure, office or any tier.csv"
    )


def test_the_hints_of_a_first_visit_stay_away_once_closed(newcomer: Reader) -> None:
    page = newcomer.open("/ja/overview")

    hints = page.get_by_role("region", name="はじめての方へ")
    expect(hints.get_by_role("listitem")).to_have_count(3)
    hints.get_by_role("button", name="閉じる").click()
    page.reload()
    page.wait_for_selector("main h1")
    expect(hints).to_have_count(0)


def test_an_unknown_thing_and_an_unknown_view_say_what_to_do(reader: Reader) -> None:
    page = reader.open("/en/thing/kawasaki/3/project/none")
    expect(page.get_by_role("heading", level=1)).to_contain_text("There is nothing called")
    reader.open("/en/nowhere")
    expect(page.get_by_role("alert")).to_contain_text("There is no such view")


@pytest.mark.parametrize(
    ("viewport", "rows"),
    [({"width": 390, "height": 844}, 3), ({"width": 640, "height": 320}, 1)],
    ids=["phone", "200 %"],
)
@both_languages
def test_the_first_rows_of_an_answer_are_seen_below_a_question_that_is_told_at_length(
    reader: Reader, lang: str, viewport: ViewportSize, rows: int
) -> None:
    reader.page.set_viewport_size(viewport)
    page = reader.open(f"/{lang}/query/projects")
    foot = page.locator(".frame > nav").bounding_box()
    last = page.locator("main tbody tr").nth(rows - 1).bounding_box()

    assert foot and last
    assert last["y"] + last["height"] <= foot["y"] + 1
    page.locator("main summary", has_text=re.compile("説明の続き|More about it")).click()
    expect(page.locator("main .more")).to_contain_text(re.compile("満たすものの一覧です|All projects of a plan"))
