"""Finding projects by facets, and money over the years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.axe import violations
from tests.browser.conftest import DESK, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from tests.browser.reading import Reader


def test_facets_narrow_the_list_and_stand_in_the_address(reader: Reader) -> None:
    page = reader.open("/en/projects")
    sentence = page.locator(".sentence")
    expect(sentence).to_contain_text("has 572 projects")

    offices = page.get_by_role("group", name="Office")
    expect(offices.get_by_role("button")).to_contain_text("170")  # of which several share a name

    ward = page.get_by_role("group", name="Ward").locator("label", has_text="Tama Ward")
    number = ward.locator(".figure").inner_text()
    ward.locator("input").check()
    expect(sentence).to_contain_text(f"leaves {number}")
    page.get_by_role("button", name="Budget").click()  # the largest first
    expect(page).to_have_url(re.compile(r"ward=Tama\+Ward.*sort=-budget"))
    reader.open_again()
    expect(page.locator("thead th", has_text="Budget")).to_have_attribute("aria-sort", "descending")
    assert violations(page) == []


def test_money_and_its_use_narrow_the_list_and_stand_in_the_address(reader: Reader) -> None:
    page = reader.open("/en/projects")
    sentence = page.locator(".sentence")
    expect(sentence).to_contain_text("has 572 projects")
    left = [572]
    for field, value, parameter in (("Budget from (", "100", "budgetfrom"), ("Share spent to (", "90", "rateto")):
        page.get_by_label(field).fill(value)
        page.get_by_label(field).press("Tab")
        expect(page).to_have_url(re.compile(rf"[?&]{parameter}={value}"))
        expect(sentence).not_to_contain_text(re.compile(rf"\b{left[-1]} projects"))
        expect(sentence).to_contain_text("projects meet")
        found = re.search(r"([\d,]+) projects meet", sentence.inner_text())
        assert found
        left.append(int(found[1]))
    assert left[0] > left[1] > left[2] > 0
    reader.open_again()
    expect(sentence).to_contain_text(f"{left[2]} projects meet")


@pytest.mark.parametrize("thing", ["testville/place/north-ku", "sdg:11.5", "testville/2"])
def test_the_page_of_a_thing_leads_to_the_list_of_its_projects(browser: Browser, cities: str, thing: str) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open(f"/en/thing/{thing}?plan=testville/2")
        section = page.locator("section", has=page.get_by_role("heading", name="Projects", exact=True))
        number = section.locator("p .figure").first.inner_text()
        assert ("through what they are part of" in section.inner_text()) == thing.startswith("sdg:")

        section.get_by_role("link", name=f"Find projects (all {number})").click()
        expect(page.locator(".sentence")).to_contain_text(re.compile(rf" {number} projects?\b"))
        given = page.get_by_role("button", name=re.compile("^Ask without"))
        if given.count():
            given.click()
            expect(page.locator(".sentence")).to_contain_text("has 6 projects")


def test_money_over_the_years_says_what_grew_and_what_shrank(reader: Reader) -> None:
    page = reader.open("/en/money?by=policy&sort=change")
    expect(page.locator(".sentence")).to_contain_text("from ¥857 bn in FY2022 to ¥885 bn in FY2025")
    expect(page.locator("tbody tr")).to_have_count(23)
    expect(page.locator("tbody tr").first).to_contain_text("+")
    assert violations(page) == []
