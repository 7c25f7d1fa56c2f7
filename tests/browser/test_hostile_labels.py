"""Text from the tables is text: markup in labels, codes and reasons never becomes part of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import DESK, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize(
    "path",
    [
        "overview",
        "thing/mini/3/measure/1-1-1",
        "thing/sdg:11.5",
        "query/plan-outline",
        "overview?at=mini%2F3%2Fmeasure%2F1-1-1",
    ],
)
def test_markup_in_labels_stays_text(browser: Browser, hostile: str, path: str) -> None:
    with visit(browser, hostile, viewport=DESK) as reader:
        page = reader.open(f"/ja/{path}")

        expect(page.locator("main")).to_contain_text("<img src=x onerror=")
        page.get_by_role("search").get_by_role("combobox").fill("備え")
        expect(page.locator("#hits").get_by_role("option").first).to_contain_text("<b>備え")
        assert page.locator("img[src=x], main b:text-is('備え')").count() == 0
        assert page.title() != "taken"
