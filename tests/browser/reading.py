"""A person at the explorer: a page of a real browser, and what goes wrong on the way."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

CALM = 3
LONGEST_WAIT = 30.0  # seconds


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
        self._under_way = 0
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._begin)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)

    def open(self, path: str) -> Page:
        """Go to an address and wait until it is drawn."""
        self.page.goto(self.origin + path)
        self.page.wait_for_selector("main h1")
        self._settle()
        return self.page

    def _settle(self) -> None:
        """Wait until nothing is fetched or loading, three times in a row that the page has nothing to do."""
        calm, until = 0, time.monotonic() + LONGEST_WAIT
        while calm < CALM:
            self.page.evaluate("new Promise((done) => requestIdleCallback(done))")
            busy = self._under_way or self.page.locator("main .loading").count()
            calm = 0 if busy else calm + 1
            assert time.monotonic() < until, f"{self._under_way} requests are still under way"

    def _end(self, _request: Request) -> None:
        self._under_way -= 1

    def _begin(self, request: Request) -> None:
        self._under_way += 1
        if urlsplit(request.url).scheme in {"http", "https"} and not request.url.startswith(self.origin + "/"):
            self.strangers.append(request.url)
