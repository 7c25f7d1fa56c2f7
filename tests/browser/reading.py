"""A person at the explorer: a page of a real browser, and what goes wrong on the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

EXPLORER = Path(__file__).parents[2] / "src/plangraph/explorer"


class Reader:
    """A person at the explorer; what goes wrong on the way is kept.

    Attributes
    ----------
    errors : list of str
        What the page reported as an error.
    strangers : list of str
        Requests that left the origin.
    """

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin
        self.errors: list[str] = []
        self.strangers: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._note)

    def open(self, path: str) -> Page:
        """Go to an address and wait until it is drawn."""
        self.page.goto(self.origin + path)
        self.page.wait_for_selector("main h1")
        self.page.wait_for_load_state("networkidle")
        expect(self.page.locator("main .loading")).to_have_count(0)  # a busy machine rests between two requests
        return self.page

    def _note(self, request: Request) -> None:
        if urlsplit(request.url).scheme in {"http", "https"} and not request.url.startswith(self.origin + "/"):
            self.strangers.append(request.url)
