"""The plans around, and a plan beside the one that follows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.axe import violations

if TYPE_CHECKING:
    from tests.browser.reading import Reader

VIEWS = ("plans-around", "plans-over-time?at=kawasaki/basic/policy/1-1")


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


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("lang", "width"), [("ja", 390), ("en", 1280)])
def test_axe_finds_nothing(reader: Reader, view: str, lang: str, scheme: str, width: int) -> None:
    reader.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    reader.page.set_viewport_size({"width": width, "height": 844})
    assert violations(reader.open(f"/{lang}/{view}")) == []
