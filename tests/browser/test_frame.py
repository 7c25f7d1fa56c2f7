"""The frame around every picture: the side that says what is selected, the legend that filters, waiting and failing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import DESK, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route, ViewportSize
    from tests.browser.reading import Reader

PHONE: ViewportSize = {"width": 390, "height": 844}
EVERY_VIEW = (
    "overview",
    "coverage",
    "strategies",
    "wards",
    "plans-around",
    "plans-over-time",
    "query/children",
    "ontology",
    "thing/kawasaki/3/measure/1-1-1",
)
TOO_SMALL = """() => [...document.querySelectorAll("button, input, select, summary, .button, nav a")]
    .filter((one) => !one.matches("[type=radio], .skip") && one.checkVisibility())
    .map((one) => [one.getBoundingClientRect(), one])
    .filter(([box]) => box.width && box.height && (box.width < 23.9 || box.height < 23.9))
    .map(([box, one]) => `${one.tagName} ${one.textContent.trim().slice(0, 30)} ${box.width}x${box.height}`)"""


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_selected_is_in_sight_wherever_it_was_chosen(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 844})
    page = reader.open("/en/plans-around")

    page.get_by_role("button", name=re.compile("^Third administrative and fiscal reform")).click()
    expect(page.get_by_role("complementary").get_by_role("heading")).to_be_in_viewport()


def test_what_is_selected_is_put_away_again(reader: Reader) -> None:
    reader.page.set_viewport_size(PHONE)
    page = reader.open("/ja/plans-over-time?at=kawasaki/basic/policy/1-1")

    page.get_by_role("complementary").get_by_role("button", name="閉じる").click()
    expect(page).to_have_url(reader.origin + "/ja/plans-over-time")
    expect(page.get_by_role("complementary")).to_have_count(0)  # the picture has its room


def test_nothing_goes_wrong_where_one_leaves_as_a_menu_opens(reader: Reader) -> None:
    page = reader.open("/en/graph")
    page.evaluate(
        """() => {
          document.querySelector("main details > summary").click();
          history.pushState(null, "", "/ja/ontology");
          dispatchEvent(new PopStateEvent("popstate"));
        }"""
    )
    expect(page.get_by_role("heading", level=1)).to_have_text("用語")
    assert reader.errors == []


def test_the_present_view_is_in_sight_in_the_bar_of_a_phone(reader: Reader) -> None:
    reader.page.set_viewport_size(PHONE)
    page = reader.open("/ja/ontology")

    expect(page.get_by_role("navigation", name="画面").get_by_role("link", name="用語")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("view", EVERY_VIEW)
def test_what_is_touched_is_large_enough(reader: Reader, view: str) -> None:
    reader.page.set_viewport_size(PHONE)
    page = reader.open(f"/ja/{view}")

    assert page.evaluate(TOO_SMALL) == []


def test_the_legend_hides_a_basic_policy_and_the_address_keeps_it(reader: Reader) -> None:
    page = reader.open("/ja/overview")
    first = page.get_by_role("treeitem", name=re.compile("^基本政策 1 "))
    expect(first).to_be_visible()

    page.get_by_role("list", name="凡例").get_by_role("button", name=re.compile("^1 ")).click()
    expect(first).to_have_count(0)
    page.reload()
    expect(page.get_by_role("treeitem", name=re.compile("^基本政策 2 "))).to_be_visible()
    expect(first).to_have_count(0)


@pytest.mark.parametrize(
    ("view", "entry", "mark"),
    [
        ("strategies", "Assumed", "svg path[stroke-opacity]"),
        ("wards", "^4 ", ".mark"),
        ("plans-around", "^Shown from", ".bar.adopted:not(.tier)"),
        ("plans-over-time", "^Merged", ".pair path"),
    ],
)
def test_the_legend_takes_marks_out_of_the_picture(reader: Reader, view: str, entry: str, mark: str) -> None:
    page = reader.open(f"/en/{view}")
    marks = page.locator(mark)
    expect(marks).not_to_have_count(0)
    before = marks.count()

    page.get_by_role("list", name="Legend").get_by_role("button", name=re.compile(entry)).click()
    expect(page).to_have_url(re.compile("hide="))
    expect(marks).not_to_have_count(before)
    assert marks.count() < before


def test_the_legend_leaves_a_low_window_to_the_picture_and_folds(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 760, "height": 600})
    page = reader.open("/ja/graph?from=plan")
    legend, entries = page.locator("main .legend"), page.get_by_role("list", name="凡例")
    expect(entries.first).to_be_visible()
    unfolded = legend.evaluate("(one) => one.offsetHeight")
    assert unfolded <= 600 / 5

    page.get_by_role("button", name="凡例").click()
    expect(entries).to_have_count(0)
    assert legend.evaluate("(one) => one.offsetHeight") < unfolded / 2


def test_a_small_basic_policy_can_be_read_and_entered(reader: Reader) -> None:
    page = reader.open("/ja/overview")

    smallest = page.get_by_role("treeitem", name=re.compile("^基本政策 5 "))
    expect(smallest.get_by_text("誰もが生きがいを持てる")).to_be_visible()
    smallest.click()
    expect(page.locator(".sentence")).to_contain_text("誰もが生きがいを持てる市民自治の地域づくり")


@pytest.mark.parametrize("view", [view for view in EVERY_VIEW if "/" not in view])
def test_a_view_keeps_its_name_while_it_waits_and_is_drawn_when_all_has_come(newcomer: Reader, view: str) -> None:
    page = newcomer.page
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/**", hold)
    page.goto(f"{newcomer.origin}/en/{view}")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("Fetching")
    page.route("**/api/**", lambda route: route.continue_())
    for route in held:
        route.continue_()
    expect(page.locator("main .sentence").first).to_be_visible()
    expect(page.locator("main .loading")).to_have_count(0)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_what_could_not_be_fetched_is_said_and_tried_again(newcomer: Reader) -> None:
    page = newcomer.page
    page.route("**/api/queries/policy-succession*", lambda route: route.abort())
    page.goto(newcomer.origin + "/ja/plans-over-time")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("読み込めませんでした")
    expect(alert).to_contain_text("サーバーに届きませんでした")
    expect(alert).to_contain_text("ほかの画面はそのまま使えます")

    page.unroute("**/api/queries/policy-succession*")
    alert.get_by_role("button", name="もう一度").click()
    expect(page.locator(".sentence")).to_contain_text("23 の政策")


def test_japanese_words_on_an_english_page_say_that_they_are_japanese(browser: Browser, cities: str) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open("/en/thing/minato/second/measure/03")

        expect(page.get_by_role("heading", level=1)).to_have_attribute("lang", "ja")
        expect(page.get_by_role("link", name="道路公園課").first).to_have_attribute("lang", "ja")


def test_years_and_months_are_written_as_the_reader_writes_them(reader: Reader) -> None:
    panel = reader.open("/ja/thing/kawasaki/3").get_by_role("complementary")

    for written in ("令和4年度", "令和7年度", "2022年3月"):
        expect(panel).to_contain_text(written)


def test_an_amount_too_small_for_its_unit_is_not_called_nothing(reader: Reader) -> None:
    page = reader.open("/en/coverage?by=office&metric=budget")

    expect(page.get_by_role("button", name=re.compile("^Citizens' Ombudsman Secretariat, goal 16 "))).to_have_text(
        "<0.1"
    )


def test_a_query_with_known_prefixes_is_no_trouble_in_the_editor(reader: Reader) -> None:
    page = reader.open("/en/query?sparql=SELECT%20%2A%20WHERE%20%7B%20%3Fs%20a%20pg%3AMeasure%20%7D%20LIMIT%2010")

    expect(page.locator(".CodeMirror")).to_contain_text("pg:Measure")
    expect(page.locator(".parseErrorIcon")).to_have_count(0)
