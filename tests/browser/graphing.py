"""A person at the graph: how it is opened, and what its sentence says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page
    from tests.browser.reading import Reader

POLICY = "kawasaki/basic/policy/1-1"
MEASURE = "kawasaki/3/measure/1-1-1"


def things(page: Page) -> int:
    """Return how many things the sentence on top says are drawn."""
    return _figures(page)[0]


def relations(page: Page) -> int:
    """Return how many relations the sentence on top says are drawn."""
    return _figures(page)[1]


def _figures(page: Page) -> list[int]:
    found = re.findall(r"([\d,]+) (?:things?|relations?)", page.locator(".sentence").inner_text())
    return [int(figure.replace(",", "")) for figure in found]


def open_graph(reader: Reader, query: str = "?from=plan", lang: str = "en") -> Page:
    """Go to the graph of marks and lines, without more the whole plan, and wait for its picture."""
    page = reader.open(f"/{lang}/graph{query}")
    expect(page.get_by_role("application")).to_be_visible()
    return page


def find_path(page: Page, words: str) -> None:
    """Ask for a path from what is selected to the first thing that a search for some words finds."""
    page.get_by_role("button", name="Find a path from here").click()
    finder = page.get_by_role("combobox", name=re.compile("Search for something to add"))
    finder.fill(words)
    finder.press("Enter")


def box(page: Page, path: str) -> Locator:
    """Return the box of a thing by the end of its IRI."""
    return page.locator(f'main .box .name[data-id$="/{path}"]')
