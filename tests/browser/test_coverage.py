"""The SDG coverage view, used as a person would."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from tests.browser.axe import in_each_look, look, violations

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.axe import Scheme
    from tests.browser.reading import Reader

CELL = re.compile("^Protect lives from disasters, goal 11 Sustainable cities")


def open_coverage(reader: Reader, query: str = "") -> Page:
    """Go to the heat map and wait for it."""
    page = reader.open(f"/en/coverage{query}")
    expect(page.get_by_role("grid")).to_be_visible()
    return page


def test_a_cell_opens_the_links_with_their_reasons(reader: Reader) -> None:
    page = open_coverage(reader)
    page.get_by_role("button", name=CELL).click()
    panel = page.get_by_role("complementary")
    expect(panel.get_by_role("link", name=re.compile("1-1-3")).first).to_be_visible()
    expect(panel).to_contain_text("Assumed")
    expect(panel).to_contain_text("make buildings and bridges stand earthquakes")
    expect(page).to_have_url(re.compile(r"goal=11"))


def test_the_panel_of_a_cell_without_links_claims_no_number(reader: Reader) -> None:
    page = open_coverage(reader)
    page.get_by_role("button", name=re.compile("goal 14 .*: No link$")).first.click()
    panel = page.get_by_role("complementary")
    expect(panel).to_contain_text("No link of its own. Where there is a number")


def test_sums_of_rows_and_columns_stand_at_the_edges(reader: Reader) -> None:
    page = open_coverage(reader)
    expect(page.get_by_role("grid").get_by_role("row").last).to_contain_text("548")  # of 572: the others serve no goal


def test_the_arrow_keys_go_from_cell_to_cell_and_enter_opens(reader: Reader) -> None:
    page = open_coverage(reader)
    page.get_by_role("button", name=re.compile("^Protect lives from disasters, goal 10 ")).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name=CELL)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary")).to_contain_text("11.5")


def test_what_serves_a_goal_in_a_ward_is_two_steps_away(reader: Reader) -> None:
    page = open_coverage(reader)
    page.get_by_label("Rows").select_option("Wards")
    page.get_by_role("button", name=re.compile("^Nakahara Ward, goal 11 ")).click()
    expect(page.get_by_role("complementary").get_by_role("listitem").first).to_be_visible()


def test_what_serves_a_target_in_a_ward_with_what_money_is_found_by_keys_alone(reader: Reader) -> None:
    page = reader.open("/en/overview")
    page.get_by_role("link", name="SDGs", exact=True).press("Enter")
    page.get_by_role("button", name=re.compile("^11.5 ")).press("Enter")
    page.get_by_role("complementary").get_by_role("link", name=re.compile("^List its projects")).press("Enter")
    page.get_by_role("checkbox", name=re.compile("^Tama Ward")).press("Space")

    expect(page).to_have_url(re.compile("of-goal=.*11.5.*ward="))
    told = page.get_by_role("main")
    expect(told).to_contain_text(re.compile(r"The filter leaves \d+\. Their budgets of FY\d+ come to ¥"))
    expect(page.get_by_role("columnheader", name="Budget")).to_be_visible()
    expect(page.get_by_role("table").get_by_role("link").first).to_be_visible()


def test_counts_switch_to_budget_and_standing(reader: Reader) -> None:
    page = open_coverage(reader)
    page.get_by_role("combobox", name="Count").select_option("Budget")
    expect(page.get_by_role("button", name=CELL)).to_have_text("6.9")
    page.get_by_role("combobox", name="Count").select_option("On target")
    expect(page.get_by_role("button", name=CELL)).to_have_text(re.compile(r"^[89]\d"))


def test_no_official_link_leaves_every_cell_empty(reader: Reader) -> None:
    page = open_coverage(reader, "?basis=official")
    expect(page.get_by_role("button", name=CELL)).to_have_accessible_name(re.compile("No link$"))


def test_a_justified_hole_says_why(reader: Reader) -> None:
    page = open_coverage(reader)
    page.get_by_role("button", name=re.compile(r"^1\.a ")).click()
    expect(page.get_by_role("complementary")).to_contain_text("development funds for poverty programmes")


def test_the_matrix_is_downloaded_as_csv(reader: Reader) -> None:
    page = open_coverage(reader)
    page.get_by_text(re.compile(r"^Table \(")).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV").last.click()
    lines = list(csv.DictReader(Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    cell = next(line for line in lines if line["Code"] == '="1-1"' and line["Goal"] == "11")
    assert cell["Projects"] == "47"


@in_each_look
def test_axe_finds_nothing(reader: Reader, lang: str, scheme: Scheme, width: int) -> None:
    look(reader.page, scheme, width)
    page = reader.open(f"/{lang}/coverage?row=kawasaki/basic/policy/1-1&goal=11")
    expect(page.get_by_role("grid")).to_be_visible()
    expect(page.get_by_role("complementary").get_by_role("listitem").first).to_be_visible()
    assert violations(page) == []
