"""What is laid out is read whole: nothing is cut without a sign, nothing lies over another, no word is torn."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page
    from tests.browser.reading import Reader

GOES_ON = """() => [...document.querySelectorAll("main .picture *, main .drawer *")]
  .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
  .map((one) => getComputedStyle(one).backgroundImage.includes("linear-gradient"))"""

ABOVE = """() => document.querySelector("main [aria-pressed=true][data-id]").getBoundingClientRect().bottom <=
  document.querySelector("aside.chosen").getBoundingClientRect().top"""

TORN = """all => all.flatMap((one) => [...one.querySelectorAll(".phrase")]).flatMap(({ firstChild: text }) => {
  const range = document.createRange();
  return [...text.data.matchAll(/\\S+/g)].map(({ 0: word, index }) => {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return range.getClientRects().length > 1 ? word : "";
  });
}).filter(Boolean)"""


def boxes(of: Locator) -> list[dict[str, float]]:
    """Where each is drawn."""
    found: list[dict[str, float]] = of.evaluate_all("all => all.map((one) => one.getBoundingClientRect().toJSON())")
    return found


def cut_below(page: Page) -> list[str]:
    """The amounts in the icicle that end below the box they stand in."""
    found: list[str] = page.locator("[role=treeitem]").evaluate_all(
        """all => all.filter((one) => one.querySelector(".figure")?.getBoundingClientRect().bottom >
             one.getBoundingClientRect().bottom + 1).map((one) => one.ariaLabel)"""
    )
    return found


@pytest.mark.parametrize("view", ["coverage", "strategies", "money", "projects", "thing/kawasaki/3/project/10101010"])
def test_what_goes_on_sideways_has_a_shade_there(passer_by: Reader, view: str) -> None:
    page = passer_by.open(f"/ja/{view}")
    shaded = page.evaluate(GOES_ON)

    assert shaded
    assert all(shaded)


def test_the_words_of_the_rail_are_whole_on_a_phone(passer_by: Reader) -> None:
    page = passer_by.open("/en/overview")
    rail = page.get_by_role("navigation", name="Views")

    assert rail.locator("a").evaluate_all(TORN) == []
    sizes = rail.locator("a").evaluate_all("all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))")
    assert min(sizes) >= 12  # pixels


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_all_views_of_a_plan_stand_in_the_rail_of_a_low_window(reader: Reader, lang: str) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 640})
    views = boxes(reader.open(f"/{lang}/overview").locator("nav a[data-view]"))

    assert len(views) == 12
    assert all(view["bottom"] <= 640 for view in views)


def test_the_name_of_what_is_inferred_has_the_whole_line_on_a_phone(passer_by: Reader) -> None:
    page = passer_by.open("/en/thing/kawasaki/3/measure/1-1-3")
    inferred = page.locator("li").filter(has=page.get_by_role("button", name="Why?"))
    (line, *_), (name, *_) = boxes(inferred), boxes(inferred.locator("> :first-child"))

    assert name["width"] > 0.9 * line["width"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_amount_in_the_icicle_is_whole_on_a_phone(passer_by: Reader, lang: str) -> None:
    page = passer_by.open(f"/{lang}/overview")

    expect(page.locator("[role=treeitem] .figure").first).to_be_visible()
    assert cut_below(page) == []


@pytest.mark.parametrize("width", [390, 720, 1280])
def test_the_years_over_the_plans_do_not_lie_over_each_other(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 640})
    page = reader.open("/ja/plans-around")
    years = boxes(page.locator(".years span"))

    assert len(years) > 2
    assert all(one["right"] <= other["left"] for one, other in pairwise(years))


def test_a_figure_stands_beside_its_bar_on_a_phone(passer_by: Reader) -> None:
    page = passer_by.open("/ja/compare")
    rows = page.locator("td:has(.bar)")
    bars, figures = boxes(rows.locator(".bar")), boxes(rows.locator(".figure"))

    assert len(bars) == len(figures) > 10
    assert all(abs(bar["top"] - figure["top"]) < 12 for bar, figure in zip(bars, figures, strict=True))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_largest_projects_of_two_sides_do_not_lie_over_each_other_on_a_phone(passer_by: Reader, lang: str) -> None:
    lists = passer_by.open(f"/{lang}/compare").locator("td ol")
    left, right = (boxes(lists.nth(at).locator("a")) for at in (0, 1))

    assert max(one["right"] for one in left) <= min(one["left"] for one in right)


@pytest.mark.parametrize("at", ["ja/graph?at=kawasaki/basic/policy/2-1", "en/graph?at=kawasaki/basic/policy/4-9"])
def test_what_is_chosen_in_the_graph_is_not_hidden_by_what_is_said_of_it_on_a_phone(passer_by: Reader, at: str) -> None:
    page = passer_by.open(f"/{at}")
    page.wait_for_function(f"({ABOVE})()")

    (box,) = boxes(page.locator("main [aria-pressed=true][data-id]"))
    (stage,) = boxes(page.locator("main .scroller"))
    assert stage["top"] <= box["top"]


def test_what_is_chosen_in_the_graph_is_in_sight_at_twice_the_size(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 640, "height": 400})
    page = reader.open("/en/graph?at=kawasaki/basic/policy/4-9")
    page.wait_for_function(f"({ABOVE})()")

    (said,) = boxes(page.locator("aside.chosen"))
    assert said["height"] <= 80  # a fifth


def test_a_chosen_cell_of_the_last_goals_is_in_sight_on_a_phone(passer_by: Reader) -> None:
    page = passer_by.open("/ja/coverage?row=kawasaki/basic/policy/5-2&goal=16")

    expect(page.locator(".cell.chosen")).to_be_in_viewport(ratio=1)


def test_a_long_title_is_not_squeezed_by_the_buttons_beside_it(reader: Reader) -> None:
    page = reader.open("/en/thing/kawasaki/source/evaluation-sheets-r6")
    (title,) = boxes(page.locator("h1"))

    assert title["height"] < 80  # two lines


def test_what_is_said_of_the_chosen_leaves_no_empty_room_below_the_graph(reader: Reader) -> None:
    page = reader.open("/en/graph?at=kawasaki/basic/policy/1-1~kawasaki/place/tama-ku")
    (picture,) = boxes(page.locator(".picture"))
    (stage,) = boxes(page.locator(".picture .scroller"))

    assert picture["bottom"] - stage["bottom"] < 40


def test_a_long_list_of_filters_has_the_projects_beside_it(reader: Reader) -> None:
    page = reader.open("/ja/projects")
    page.evaluate("scrollTo(0, 900)")

    expect(page.get_by_role("table")).to_be_in_viewport()


def test_an_english_page_compares_without_japanese_and_tells_offices_of_one_name_apart(reader: Reader) -> None:
    page = reader.open("/en/compare?of=plan&a=kawasaki/3&b=kawasaki/4")

    expect(page.get_by_role("row", name="Offices in charge")).to_contain_text("170")
    expect(page.get_by_text("As the sheet has it").first).to_be_visible()


def test_the_answer_to_a_question_begins_on_the_first_screen_of_a_phone(passer_by: Reader) -> None:
    (map_,) = boxes(passer_by.open("/ja/query/wards?as=map").locator(".work svg[role=group]"))

    assert map_["top"] < 770


def test_the_answer_to_a_question_begins_in_the_middle_of_a_low_window(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 640})
    (head,) = boxes(reader.open("/en/query/wards").locator(".work thead"))

    assert head["top"] < 520


def test_a_heading_is_set_closer_than_the_text(passer_by: Reader) -> None:
    page = passer_by.open("/ja/thing/kawasaki/3/measure/1-1-1")
    of = "one => parseFloat(getComputedStyle(one).lineHeight) / parseFloat(getComputedStyle(one).fontSize)"

    assert page.locator("h1 span").first.evaluate(of) < 1.4
    assert page.locator("html").evaluate(of) == pytest.approx(1.75)


def test_a_plan_says_once_what_belongs_to_it(reader: Reader) -> None:
    groups = reader.open("/ja/thing/kawasaki/3").locator("main details > summary")

    expect(groups.filter(has_text="計画に属する")).to_have_count(1)
    expect(groups.filter(has_text="定める計画")).to_have_count(0)
    smaller = reader.open("/ja/thing/kawasaki/waste").locator("main details > summary")
    expect(smaller.filter(has_text="定める計画")).to_have_count(1)


def test_what_a_measure_became_begins_with_what_carries_it_on(reader: Reader) -> None:
    page = reader.open("/en/thing/kawasaki/3/measure/1-1-1")

    expect(page.get_by_text("In the next plan").first.locator("..")).to_contain_text("renamed to 1-1-1")
    expect(page.get_by_role("heading", name="In the next plan").locator("..")).to_contain_text("Partly moved to 4-2-2")
    later = reader.open("/en/thing/kawasaki/4/measure/1-1-1")
    expect(later.locator(".kicker")).to_have_text(
        "Measure 1-1-1 · Kawasaki comprehensive plan: fourth implementation plan"
    )
    before = later.get_by_role("heading", name="In the plan before").locator("..")
    expect(before).to_contain_text(re.compile("1-1-1 Preparedness.* → renamed to this"))
    expect(later.locator("main .box.here")).to_have_attribute("style", re.compile("--hue-1"))


@pytest.mark.parametrize(("lang", "says"), [("ja", "短い言葉"), ("en", "shorter word")])
def test_a_search_without_hits_says_what_to_try(reader: Reader, lang: str, says: str) -> None:
    expect(reader.open(f"/{lang}/search?q=zzzzqqq").get_by_text(says)).to_be_visible()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_on_a_phone_strategies_and_what_they_reach_are_in_sight_by_their_whole_names(
    passer_by: Reader, lang: str
) -> None:
    page = passer_by.open(f"/{lang}/strategies")
    expect(page.locator("main .scroll")).not_to_have_js_property("scrollLeft", 0)
    seen = page.locator("main .place").evaluate_all(
        """all => all.map((one) => [one.querySelector("title").textContent, one.getBoundingClientRect()])
             .filter(([name]) => /^S?\\d/.test(name)).map(([name, { left }]) => ({ name, left }))"""
    )
    texts = page.locator("main .names text")

    assert {one["name"][0] for one in seen} > {"S", "1"}
    assert min(one["left"] for one in seen) >= 0
    assert max(text["right"] for text in boxes(texts)) <= page.viewport_size["width"]  # type: ignore[index]
    assert not [text for text in texts.all_text_contents() if "…" in text]
    beyond = page.locator("main svg:has(.place)").evaluate(
        """svg => {
             const bars = [...svg.querySelectorAll(".place > rect:not(.reach, .name)")].map(({ x }) => x.baseVal.value);
             const clip = svg.querySelector("path").parentNode.getAttribute("clip-path").slice(5, -1);
             const rooms = [...document.getElementById(clip).children].map(({ x, width }) => [x, width]);
             return bars.filter((bar) => rooms.some(([x, width]) =>
               x.baseVal.value < bar + 9 && bar + 1 < x.baseVal.value + width.baseVal.value)).length;
           }"""
    )
    assert beyond == 0  # no band runs over what it leads to, however steep
