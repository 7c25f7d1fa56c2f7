"""The plans around, and a plan beside the one that follows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.axe import COLOUR_RULES, look, violations

if TYPE_CHECKING:
    from tests.browser.reading import Reader

VIEWS = ("plans-around", "plans-over-time?at=kawasaki/basic/policy/1-1", "plans-over-time?by=measure")


def test_a_plan_around_says_its_period_and_is_described(reader: Reader) -> None:
    page = reader.open("/en/plans-around")
    waste = page.get_by_role("button", name=re.compile("^Basic plan for municipal waste, FY2016 to FY2025"))
    waste.click()
    expect(page.get_by_role("complementary")).to_contain_text("Basic plan for municipal waste")


def test_plans_without_a_period_are_named_too(reader: Reader) -> None:
    page = reader.open("/ja/plans-around")
    expect(page.get_by_role("link", name="収支フレーム")).to_be_visible()


def test_what_became_of_a_policy_is_told_with_the_reason(reader: Reader) -> None:
    page = reader.open("/en/plans-over-time")
    expect(page.locator(".sentence")).to_contain_text("23 policies become 18 in the next plan: 11 kept, 6 renamed")
    expect(page.locator(".sentence")).to_contain_text("Each match is assumed")
    page.get_by_role("button", name=re.compile("^1-1 Protect lives from disasters")).click()
    panel = page.get_by_role("complementary")
    expect(panel).to_contain_text("Build a city that withstands disasters")
    expect(panel).to_contain_text("Same number and same subject")


def test_what_is_gone_and_what_is_new_is_marked(reader: Reader) -> None:
    page = reader.open("/en/plans-over-time")
    expect(page.get_by_role("button", name=re.compile("^2-3 .*Gone$"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^4-6 .*New$"))).to_be_visible()


def test_a_large_tier_is_gathered_until_one_of_its_policies_is_opened(reader: Reader) -> None:
    page = reader.open("/en/plans-over-time")
    page.get_by_label("Tier").select_option("Projects")
    expect(page).to_have_url(re.compile("by=project"))
    expect(page.locator(".sentence")).to_contain_text("572 projects become 350 in the next plan")
    expect(page.locator(".sentence")).to_contain_text("is not in these data")
    expect(page.locator(".pair li")).to_have_count(23 + 18)

    page.get_by_role("button", name=re.compile("^1-1 Protect lives from disasters.*Kept")).click()
    page.get_by_role("complementary").get_by_role("button", name="See all in it").click()
    expect(page).to_have_url(re.compile("in=kawasaki/basic/policy/1-1|in=kawasaki%2Fbasic%2Fpolicy%2F1-1"))
    expect(page.locator(".sentence")).to_contain_text("In “1-1 Protect lives from disasters”")
    expect(page.get_by_role("button", name=re.compile("^10101010 "))).to_be_visible()

    page.get_by_label("Shown").select_option("")
    expect(page.locator(".pair li")).to_have_count(23 + 18)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("lang", "width"), [("ja", 390), ("en", 1280)])
def test_axe_finds_nothing_in_light_or_dark(reader: Reader, view: str, lang: str, width: int) -> None:
    look(reader.page, "light", width)
    page = reader.open(f"/{lang}/{view}")

    assert violations(page) == []
    look(page, "dark", width)
    page.evaluate("() => new Promise(requestAnimationFrame)")
    assert violations(page, only=COLOUR_RULES) == []  # what the others look at is as it was


@pytest.mark.parametrize(
    ("path", "title", "leads"),
    [("kawasaki/3", "具体化する", "kawasaki/basic"), ("kawasaki/place/tama-ku", "ここの計画", "kawasaki/ward-tama")],
)
def test_the_page_of_a_plan_and_of_a_ward_begins_with_what_plan_is_above_or_for_it(
    reader: Reader, path: str, title: str, leads: str
) -> None:
    page = reader.open(f"/ja/thing/{path}")
    line = page.get_by_role("paragraph").filter(has=page.get_by_text(title, exact=True))

    expect(line).to_be_in_viewport()
    expect(line.get_by_role("link")).to_have_attribute("href", re.compile(f"/ja/thing/{leads}"))
    assert violations(page) == []
