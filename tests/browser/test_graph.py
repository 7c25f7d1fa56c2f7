"""The graph view, used as a person would."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from tests.browser.axe import in_each_look, look, violations
from tests.browser.graphing import MEASURE, POLICY, find_path, open_graph, relations, things

if TYPE_CHECKING:
    from tests.browser.axe import Scheme
    from tests.browser.reading import Reader


def test_the_whole_plan_opens_at_once_and_with_what_follows_when_asked_for(reader: Reader) -> None:
    page = open_graph(reader)
    assert things(page) > 1200
    before = relations(page)
    assert before > 2500
    expect(page.locator(".marks[data-standing]")).to_be_visible()
    legend = page.get_by_role("list", name="Legend").first
    expect(legend.get_by_role("button", name=re.compile("Projects 572"))).to_be_visible()
    expect(legend.get_by_role("button", name=re.compile("SDG targets 97"))).to_be_visible()
    page.get_by_role("button", name=re.compile("^Inferred")).click()
    assert relations(page) > before + 1000


def test_choosing_moves_the_camera_of_the_whole_plan_and_a_small_map_shows_where(reader: Reader) -> None:
    page = open_graph(reader)
    expect(page.locator(".marks[data-standing]")).to_be_visible()
    small_map = page.get_by_role("img", name="Where this is in the whole")
    expect(small_map).to_be_hidden()
    for _ in range(5):
        page.get_by_role("application").press("+")
    view = small_map.locator(".view")
    expect(view).to_be_visible()
    middle = view.get_attribute("x")
    finder = page.get_by_role("combobox", name=re.compile("Search for something to add"))
    finder.fill("Kawasaki Ward")
    finder.press("Enter")
    expect(view).not_to_have_attribute("x", str(middle))
    page.get_by_role("application").press("0")
    expect(small_map).to_be_hidden()


def test_where_webgl_draws_wrongly_the_whole_plan_is_made_of_boxes(newcomer: Reader) -> None:
    for draws in ("drawArrays", "drawArraysInstanced"):
        newcomer.page.add_init_script(f"WebGL2RenderingContext.prototype.{draws} = () => undefined")
    page = open_graph(newcomer)
    expect(page.locator(".boxes .box")).to_have_count(things(page))
    expect(page.get_by_text("does not draw rightly in WebGL")).to_be_visible()


def test_an_element_opens_with_what_is_next_to_it_and_grows_by_relation(reader: Reader) -> None:
    page = open_graph(reader, f"?from=around&at={MEASURE}")
    before = things(page)
    panel = page.get_by_role("complementary")
    fan = (
        panel.get_by_role("listitem")
        .filter(has_text="covers goal")
        .or_(panel.get_by_role("listitem").filter(has_text="contributes to goal"))
        .first
    )
    expect(fan).to_contain_text(re.compile(r"\d+ of \d+ shown"))
    fan.get_by_role("button", name=re.compile("Next")).click()
    assert things(page) > before
    page.get_by_role("button", name="Undo").click()
    assert things(page) == before
    page.get_by_role("button", name="Redo").click()
    assert things(page) > before


def test_a_large_fan_comes_twenty_at_a_time(reader: Reader) -> None:
    page = open_graph(reader, "?nodes=kawasaki/place/kawasaki-ku&at=kawasaki/place/kawasaki-ku")
    assert things(page) == 1
    button = page.get_by_role("complementary").get_by_role("button", name="Next 20")
    button.first.click()
    assert things(page) == 21


def test_everything_works_from_the_keyboard(reader: Reader) -> None:
    page = open_graph(reader, f"?from=around&at={POLICY}")
    start = things(page)
    picture = page.get_by_role("application")
    status = page.get_by_role("status").last
    picture.focus()
    expect(page.locator(".canvas .box").first).to_be_visible()
    picture.press("ArrowRight")
    expect(status).to_contain_text("Measure")
    picture.press("Enter")
    expect(status).to_contain_text("added")
    grown = things(page)
    assert grown > start
    picture.press("Delete")
    expect(status).to_contain_text(re.compile("hidden|links"))
    assert things(page) == grown - 1
    picture.press("Control+z")
    assert things(page) == grown
    picture.press("Control+z")
    assert things(page) == start
    picture.press("Control+y")
    assert things(page) == grown


def test_collapsing_takes_away_what_expanding_brought(reader: Reader) -> None:
    page = open_graph(reader, f"?nodes={POLICY}&at={POLICY}")
    page.get_by_role("application").focus()
    page.keyboard.press("Enter")
    assert things(page) > 1
    page.get_by_role("button", name="Collapse").click()
    assert things(page) == 1


def test_the_legend_filters_and_the_address_remembers(reader: Reader) -> None:
    page = open_graph(reader, f"?from=around&at={POLICY}")
    before, measures = things(page), page.get_by_role("button", name=re.compile(r"^Measures \d+"))
    many = int(measures.inner_text().split()[-1])
    measures.click()
    expect(page).to_have_url(re.compile("kinds=pg%3AMeasure"))
    assert things(page) == before - many
    reader.open_again()
    expect(page.get_by_role("application")).to_be_visible()
    assert things(page) == before - many


def test_a_mailed_link_shows_the_same(reader: Reader) -> None:
    page = open_graph(reader, f"?from=around&at={POLICY}&layout=force")
    page.get_by_role("application").focus()
    page.keyboard.press("Enter")
    sentence = page.locator(".sentence").inner_text()
    reader.open_again()
    expect(page.locator(".sentence")).to_have_text(sentence)
    expect(page.get_by_role("button", name="Ties")).to_have_attribute("aria-pressed", "true")


def test_a_path_is_told_step_by_step(reader: Reader) -> None:
    page = open_graph(reader, f"?from=plan&at={MEASURE}")
    find_path(page, "climate action")
    path = page.get_by_role("region", name="Path")
    expect(path.get_by_role("listitem").first).to_contain_text("1-1-1")
    expect(path.get_by_role("listitem").last).to_contain_text("13")
    expect(path).to_contain_text(re.compile(r"Path \(\d steps\)"))


def test_a_finger_chooses_a_box_and_sees_what_it_is(passer_by: Reader) -> None:
    page = open_graph(passer_by, f"?nodes={MEASURE}")
    panel = page.get_by_role("complementary")
    page.locator(".canvas .box").tap()
    expect(panel.get_by_role("heading", level=2)).to_be_in_viewport()

    panel.get_by_role("button", name="Close").tap()
    expect(page).not_to_have_url(re.compile("[?&]at="))
    assert things(page) == 1


def test_the_same_things_stand_in_a_table_that_sorts(reader: Reader) -> None:
    page = open_graph(reader, f"?from=around&at={POLICY}")
    page.get_by_text(re.compile(r"^Table \(")).click()
    table = page.get_by_role("table")
    expect(table.get_by_role("row")).to_have_count(things(page) + 1)
    table.get_by_role("button", name="Name").click()
    expect(table.get_by_role("columnheader", name="Name")).to_have_attribute("aria-sort", "ascending")
    page.get_by_label("Table of").select_option("Relations")
    expect(table.get_by_role("row")).to_have_count(relations(page) + 1)


@in_each_look
def test_axe_finds_nothing(reader: Reader, lang: str, scheme: Scheme, width: int) -> None:
    look(reader.page, scheme, width)
    page = reader.open(f"/{lang}/graph?from=around&at={POLICY}")
    expect(page.get_by_role("application")).to_be_visible()
    assert violations(page) == []
