"""The graph's first picture: columns of boxes in the city's order, and lines that are sums."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.axe import look, violations
from tests.browser.graphing import box

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.axe import Scheme
    from tests.browser.reading import Reader

POLICY = "kawasaki/basic/policy/1-4"

OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll("main .box .paper")].map((box) => box.getBoundingClientRect());
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const texts = [...document.querySelectorAll("main .box")].filter((box) => {
    const [text, paper] = [".words", ".paper"].map((part) => box.querySelector(part).getBoundingClientRect());
    return text.right > paper.right + 1 || text.top < paper.top - 1 || text.bottom > paper.bottom + 1;
  });
  return boxes.filter((a, at) => boxes.slice(at + 1).some((b) => meet(a, b))).length + texts.length;
}"""

SMALLEST_LETTERS = """() => Math.min(...[...document.querySelectorAll("main .scroller text")].map(
  (text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a,
))"""


def add_column(page: Page, name: str) -> None:
    page.locator("summary", has_text="＋ Column").click()
    page.get_by_role("button", name=name, exact=True).click()


def links(page: Page) -> int:
    found = re.search(r"([\d,]+) links", page.locator(".sentence").inner_text())
    assert found
    return int(found[1].replace(",", ""))


def test_a_policy_opens_in_its_place_its_lines_divide_and_it_closes_again(reader: Reader) -> None:
    page = reader.open("/en/graph")
    expect(page.locator(".sentence")).to_contain_text(re.compile("7 strategies, 23 policies, 17 SDG goals"))
    boxes, lines, all_links = page.locator("main .box"), page.locator("main .lines path"), links(page)
    first = boxes.count(), lines.count()
    assert first[0] == 7 + 23 + 17
    assert page.evaluate(OVERLAPS) == 0

    page.locator(f'main .box:has([data-id$="{POLICY}"]) .opener').click()
    expect(boxes).to_have_count(first[0] + 7)
    expect(page).to_have_url(re.compile("opened=kawasaki"))
    assert lines.count() > first[1]
    assert links(page) == all_links, "the same links stand behind more lines"
    assert page.evaluate(OVERLAPS) == 0

    box(page, "measure/1-4-1").click()
    panel = page.get_by_role("complementary")
    expect(panel.get_by_role("heading", level=2)).to_contain_text("Comprehensive care")
    panel.get_by_role("button", name=re.compile("^3 ")).first.click()
    expect(panel.get_by_role("heading", level=2)).to_contain_text(re.compile("1-4-1 .* – 3 "))
    expect(panel.get_by_text(re.compile("^Reason: ")).first).to_be_visible()
    sentence = page.locator(".sentence").inner_text()
    reader.open_again()
    expect(page.locator(".sentence")).to_have_text(sentence)
    expect(panel.get_by_role("heading", level=2)).to_contain_text("1-4-1 ")

    page.get_by_role("button", name="Fold all").click()
    expect(boxes).to_have_count(first[0])
    page.go_back()
    expect(boxes).to_have_count(first[0] + 7)


@pytest.mark.parametrize(("lang", "says"), [("ja", "← 戦略を進める"), ("en", "← advances")])
def test_lines_say_their_relation_over_them(reader: Reader, lang: str, says: str) -> None:
    page = reader.open(f"/{lang}/graph")
    expect(page.locator("main .said").first).to_have_text(says)


@pytest.mark.parametrize(
    ("lang", "width", "height"), [("ja", 1440, 900), ("en", 1280, 800), ("ja", 1280, 860), ("en", 1280, 900)]
)
def test_the_first_picture_is_whole_in_sight_and_can_be_read(
    reader: Reader, lang: str, width: int, height: int
) -> None:
    reader.page.set_viewport_size({"width": width, "height": height})
    page = reader.open(f"/{lang}/graph")
    expect(page.locator('main .box:has([data-id$="/policy/1-1"])')).to_be_visible()
    for side in ("Width", "Height"):
        assert page.locator(".scroller").evaluate(f"(one) => one.scroll{side} - one.client{side}") <= 1
    legend = page.locator("main .legend").bounding_box()
    assert legend
    assert legend["y"] + legend["height"] <= height
    assert page.evaluate(OVERLAPS) == 0
    assert page.evaluate(SMALLEST_LETTERS) > 10.99


def test_only_what_is_scrolled_has_a_map_beside_it(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 800})
    page = reader.open("/ja/graph")
    opener = page.locator('main .box:has([data-id$="/policy/1-1"]) .opener')
    small_map = page.get_by_role("img", name="全体の中の位置")
    expect(opener).to_be_visible()
    expect(small_map).to_have_count(0)
    opener.click()
    expect(small_map).to_be_visible()
    opener.click()
    expect(small_map).to_have_count(0)


def test_columns_are_the_readers_choice_and_too_many_are_gathered(reader: Reader) -> None:
    page = reader.open("/en/graph")
    page.get_by_role("button", name="Take away the column Strategies").click()
    add_column(page, "Projects")
    expect(page.locator(".sentence")).to_contain_text("“Projects” are too many here")
    expect(page.locator(".sentence")).to_contain_text("74 measures")
    assert page.locator("main .box").count() <= 150
    reader.open("/en/graph?columns=geo:Feature~sdgo:Goal")
    expect(page.locator(".sentence")).to_contain_text("7 ")
    assert page.locator("main .lines path").count() > 7
    assert page.evaluate(OVERLAPS) == 0


def test_two_that_are_chosen_are_joined_by_paths_with_their_reasons(reader: Reader) -> None:
    page = reader.open(f"/en/graph?at={POLICY}")
    box(page, "sdg/3").click(modifiers=["Shift"])
    panel = page.get_by_role("complementary")
    expect(panel).to_contain_text("2 chosen")
    expect(panel.get_by_text(re.compile("^1 of "))).to_be_visible()
    expect(panel.get_by_role("link", name=re.compile("^1-4-")).first).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 600})
    page.locator("main .scroller").evaluate("(scroller) => scroller.scrollTo(0, scroller.scrollHeight)")
    panel.get_by_role("button", name="Next path").click()
    expect(panel.get_by_text(re.compile("^2 of "))).to_be_visible()
    expect(page).to_have_url(re.compile("way=2"))
    expect(page.locator("main .box .paper:not(.faint)").nth(1)).to_be_in_viewport()
    _stands_out(page, panel.get_by_role("link", name=re.compile("^1-4-")).first.inner_text())
    page.keyboard.press("Escape")  # from the button that led to the next path
    expect(page).not_to_have_url(re.compile("at="))


def _stands_out(page: Page, step: str) -> None:
    """Check that the picture shows one step of a path, and the arrow of the line that leads on, but not all else."""
    expect(page.locator("main .box", has_text=step.split(maxsplit=1)[0]).locator(".paper").first).not_to_have_class(
        re.compile("faint")
    )
    expect(page.locator("main .lines path[marker-end]")).to_have_count(1)
    expect(box(page, "policy/2-1").locator(".paper")).to_have_class(re.compile("faint"))


def test_what_another_view_names_is_opened_to_where_it_stands(reader: Reader) -> None:
    page = reader.open("/en/graph?at=kawasaki/3/project/10101010")
    expect(box(page, "project/10101010")).to_have_attribute("aria-pressed", "true")
    expect(box(page, "project/10101010")).to_be_in_viewport()


def test_a_part_of_the_plan_is_coloured_named_noted_kept_in_a_file_and_opened_again(reader: Reader) -> None:
    page = reader.open("/en/graph")
    page.locator("summary", has_text="Filter").first.click()
    page.locator("label", has_text="4 Below target").click()  # on the words, which are no button
    expect(page.locator(".sentence")).to_contain_text("Filtered to 93 of 572 projects.")
    page.keyboard.press("Escape")
    page.locator("summary", has_text="Colours").click()
    page.get_by_role("combobox", name="Colour").select_option("change")
    expect(page.locator("main .legend")).to_contain_text("5–20% less")
    box(page, "sdg/11").click()
    page.get_by_label("Note").fill("Ask <b>them</b>!")
    page.get_by_role("button", name="Keep on the picture").click()
    expect(page.get_by_role("list", name="Notes")).to_contain_text("Ask <b>them</b>!")
    page.locator("summary", has_text="View").last.click()
    page.get_by_label("Name").fill("Behind")
    page.get_by_label("Name").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Behind")
    address = page.url
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as a file").click()
    reader.open("/en/graph")
    page.locator('input[type="file"]').set_input_files(waiting.value.path())
    expect(page).to_have_url(address)


def test_what_a_search_finds_is_put_on_the_picture_also_without_frame(reader: Reader) -> None:
    page = reader.open("/embed/en/graph?on=search:防災&only=1")
    expect(page.locator(".sentence")).to_contain_text("is found by “防災”")
    expect(page.locator('main .box:has([data-id$="/policy/1-1"])')).to_contain_text("●")
    assert page.get_by_role("navigation").count() == page.get_by_role("search").count() == 0
    whole = page.get_by_role("link", name="Open in Plan graph")
    expect(whole).to_have_attribute("href", re.compile("^/en/graph"))


def test_projects_are_gathered_on_the_picture_by_grade_and_by_ward_and_each_group_opens(reader: Reader) -> None:
    page = reader.open("/en/graph")
    page.locator("summary", has_text="Colours").click()
    page.get_by_role("combobox", name="Grouped by").select_option("by grade")
    expect(page.locator(".sentence")).to_contain_text("572 projects by grade")
    group = page.locator('main .box .name[data-id="group:4"]')
    expect(group).to_have_attribute("aria-label", re.compile("4 Below target.*93 inside"))
    group.press("o")
    expect(page.locator("main .box")).to_have_count(7 + 3 + 17 + 93)

    reader.open("/en/graph?group=geo:Feature")
    first = page.locator('main .box .name[data-id^="group:kawasaki/place/"]').first
    expect(first).to_have_attribute("data-id", "group:kawasaki/place/kawasaki-ku")
    page.get_by_role("button", name=re.compile("Take away the column Projects by ward")).click()
    expect(page.locator(".sentence")).to_contain_text("23 policies")


def test_what_the_address_names_wrongly_is_said_and_pales_nothing(reader: Reader) -> None:
    page = reader.open("/en/graph?at=kawasaki/3/project/999&columns=no:Column")
    expect(page.get_by_role("complementary")).to_contain_text("not in these data")
    expect(page.locator("main .box")).to_have_count(7 + 23 + 17)
    expect(page.locator("main .box.faint")).to_have_count(0)
    reader.open("/en/graph?from=around&at=kawasaki/3/project/999")
    expect(page.locator(".sentence")).to_contain_text("“kawasaki/3/project/999” is not in these data")
    page.get_by_role("link", name="In columns").click()
    expect(page.locator("main .box")).to_have_count(7 + 23 + 17)


def test_the_picture_leaves_the_screen_with_all_that_a_report_needs(reader: Reader) -> None:
    page = reader.open("/en/graph")
    page.locator("summary").filter(has_text="Export").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="SVG", exact=True).click()
    svg = ET.fromstring(Path(waiting.value.path()).read_text("utf-8"))  # noqa: S314 (our own page wrote it)
    words = "\n".join("".join(text.itertext()) for text in svg.findall(".//{http://www.w3.org/2000/svg}text"))
    for said in (
        "What is tied together",
        "Source: Kawasaki",
        "Licence: https://creativecommons.org",
        "/en/graph",
    ):
        assert said in words
    assert re.search(r"\d+ links", words)
    assert "…" not in words, "names are whole"
    assert all("class" not in element.attrib and "tabindex" not in element.attrib for element in svg.iter())
    with page.expect_download() as waiting:
        page.get_by_role("button", name="PNG", exact=True).click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("lang", "scheme", "width"), [("ja", "light", 1440), ("en", "dark", 1280), ("ja", "dark", 390)]
)
def test_nothing_overlaps_and_axe_finds_nothing(reader: Reader, lang: str, scheme: Scheme, width: int) -> None:
    look(reader.page, scheme, width, 640 if width == 1280 else 900)
    page = reader.open(f"/{lang}/graph?opened={POLICY}&at={POLICY}")
    expect(page.locator("main .box").first).to_be_visible()
    assert page.evaluate(OVERLAPS) == 0
    assert page.evaluate(SMALLEST_LETTERS) > 11.99
    assert violations(page) == []


def test_at_twice_the_size_each_menu_opens_inside_the_window(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 720, "height": 450})
    page = reader.open("/en/graph")
    page.locator("summary", has_text="Settings and export").click()
    menus = page.locator(".tools details:has(> .menu)").filter(visible=True).all()
    assert len(menus) > 1
    for menu in menus:
        menu.locator("summary").first.click()
        box = menu.locator(".menu").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 720
        menu.locator("summary").first.click()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_file_that_is_no_kept_view_is_refused_in_words_that_stay(reader: Reader, lang: str) -> None:
    page = reader.open(f"/{lang}/graph")
    page.get_by_text("ビュー" if lang == "ja" else "View", exact=True).click()
    address = page.url
    pictures = {"figure.png": b"\x89PNG\r\n\x1a\n\x00\xff", "other.json": b'{"query": []}', "empty.json": b""}
    for name, content in pictures.items():
        page.locator('input[type="file"]').set_input_files({"name": name, "mimeType": "", "buffer": content})
        said = page.get_by_role("status").filter(has_text=name)
        expect(said).to_contain_text("保存したビューではありません" if lang == "ja" else "is not a saved view")
        expect(said).to_contain_text(".json")
    assert page.url == address
