"""Strategies and challenges as flows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.axe import look, violations

if TYPE_CHECKING:
    from tests.browser.axe import Scheme
    from tests.browser.reading import Reader


def test_the_sentence_counts_what_is_drawn(reader: Reader) -> None:
    page = reader.open("/en/strategies")
    expect(page.locator(".sentence")).to_contain_text("7 strategies answer")
    expect(page.get_by_role("button", name=re.compile("^S1 A strong and supple city that"))).to_be_visible()


def test_a_strategy_is_chosen_by_keyboard_and_described(reader: Reader) -> None:
    page = reader.open("/en/strategies")
    strategy = page.get_by_role("button", name=re.compile("^S2 The easiest city anywhere"))
    strategy.focus()
    strategy.press("Enter")
    expect(strategy).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile("strategy"))
    expect(page.get_by_role("complementary")).to_contain_text("The easiest city anywhere to raise children in")


@pytest.mark.parametrize(("lang", "scheme"), [("ja", "dark"), ("en", "light")])
def test_axe_finds_nothing(reader: Reader, lang: str, scheme: Scheme) -> None:
    look(reader.page, scheme, 1280)
    assert violations(reader.open(f"/{lang}/strategies")) == []
