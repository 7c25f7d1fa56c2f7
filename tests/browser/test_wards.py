"""The wards and what of the plan concerns each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.axe import look, violations

if TYPE_CHECKING:
    from tests.browser.axe import Scheme
    from tests.browser.reading import Reader


def test_a_ward_lists_its_projects_and_its_plan(reader: Reader) -> None:
    page = reader.open("/en/wards")
    page.get_by_role("button", name="Nakahara Ward", exact=True).click()
    panel = page.get_by_role("complementary")
    expect(panel).to_contain_text("Ward plan of Nakahara Ward")
    expect(panel.get_by_role("link", name=re.compile("Kosugi")).first).to_be_visible()
    expect(page).to_have_url(re.compile("nakahara-ku"))


def test_back_returns_to_all_wards(reader: Reader) -> None:
    page = reader.open("/ja/wards")
    page.get_by_role("button", name="幸区", exact=True).click()
    expect(page.get_by_role("complementary")).to_contain_text("幸区 区計画")
    page.go_back()
    expect(page.get_by_role("button", name="幸区", exact=True)).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize(("lang", "scheme"), [("ja", "dark"), ("en", "light")])
def test_axe_finds_nothing(reader: Reader, lang: str, scheme: Scheme) -> None:
    look(reader.page, scheme, 1280)
    assert violations(reader.open(f"/{lang}/wards?at=kawasaki/place/nakahara-ku")) == []


def test_the_map_is_coloured_by_what_is_chosen_and_opens_a_ward_by_keyboard(reader: Reader) -> None:
    page = reader.open("/en/wards?colour=money")
    tama = page.get_by_role("button", name=re.compile(r"Tama Ward, ¥"))
    tama.focus()
    page.keyboard.press("Enter")
    expect(tama).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile("colour=money.*tama-ku"))
    expect(page.get_by_text("National Land Numerical Information")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("^Tama Ward")).first).to_contain_text("¥")
