"""Two things side by side, chosen by name, on one scale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from tests.browser.axe import violations

if TYPE_CHECKING:
    from tests.browser.reading import Reader


def test_two_wards_are_chosen_by_name_and_stand_in_the_address(reader: Reader) -> None:
    page = reader.open("/ja/compare")
    expect(page.get_by_role("heading", name="くらべる")).to_be_visible()
    page.get_by_label("くらべるもの").select_option("ward")
    page.get_by_label("右").select_option(label="多摩区")
    expect(page).to_have_url(re.compile("of=ward.*b=kawasaki%2Fplace%2Ftama-ku"))
    expect(page.get_by_role("row", name=re.compile("^事業の数")).first).to_contain_text("10")
    assert violations(page) == []


def test_what_is_not_known_of_a_plan_is_said_and_never_zero(reader: Reader) -> None:
    page = reader.open("/en/compare?of=plan&a=kawasaki/3&b=kawasaki/4")
    row = page.get_by_role("row", name=re.compile("^Budget FY2024"))
    expect(row.get_by_role("cell").nth(0)).to_contain_text("¥860 bn")
    expect(row.get_by_role("cell").nth(1)).to_contain_text("unknown")
    settled = page.get_by_role("row", name=re.compile("^Settlement FY2024"))
    expect(settled.get_by_role("cell").nth(0)).to_contain_text("※")
    expect(page.get_by_role("listitem").filter(has_text="※ Settlement FY2024")).to_contain_text("10401070")
