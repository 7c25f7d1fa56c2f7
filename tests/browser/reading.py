"""A person at the explorer: a page of a real browser, and what goes wrong on the way."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

LONGEST_WAIT = 30.0  # seconds
PAUSE = 20  # ms: to ask more often whether all has come takes the time of who brings it
# A page in which nothing at all is drawn anew is never told that it is idle: each look asks for a frame.
REST = """async (longest) => {
  for (let calm = 0, until = performance.now() + longest; calm < 3; ) {
    await new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 1000 })));
    const isLoading = document.querySelector("main .loading") !== null;
    if (isLoading) await new Promise((done) => setTimeout(done, 20));
    if (performance.now() > until) throw new Error("the page is still loading");
    calm = isLoading ? 0 : calm + 1;
  }
}"""

IS_HERE = "document.querySelector('#app .frame') !== null"
# To be where there is only a remark, and no frame around it, takes all away that the explorer has made.
AWAY = "/embed/ja/-"
GO = """(address) => {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}"""
BEGIN_ANEW = """async ([away, address]) => {
  const arrive = () => dispatchEvent(new PopStateEvent("popstate"));
  history.pushState(null, "", away);
  arrive();
  await new Promise((done) => setTimeout(done));
  history.replaceState(null, "", address);
  arrive();
  scrollTo(0, 0);
}"""


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
        self._under_way = self._begun = 0
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._begin)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)

    def open(self, path: str) -> Page:
        """Be at an address as if one came there first, and wait until it is drawn; all but the view is loaded once."""
        if not self._is_here():
            return self.load(path)
        self.page.evaluate(BEGIN_ANEW, [self.origin + AWAY, self.origin + path])
        return self._drawn()

    def open_again(self) -> Page:
        """Be at the present address as someone else is who got it by mail."""
        return self.open(self.page.url.removeprefix(self.origin))

    def load(self, path: str) -> Page:
        """Go to an address as the browser does, and wait until it is drawn."""
        self.page.goto(self.origin + path)
        return self._drawn()

    def leaves(self) -> bool:
        """Leave the page to the next, where nothing is under way in it; tell whether that is so."""
        if not self._is_here() or self._under_way:
            return False
        self.page.unroute_all()
        self.page.evaluate(GO, self.origin + AWAY)
        return True

    def _is_here(self) -> bool:
        return self.page.url.startswith(self.origin + "/") and bool(self.page.evaluate(IS_HERE))

    def _drawn(self) -> Page:
        self.page.wait_for_selector("main h1")
        self._settle()
        return self.page

    def _settle(self) -> None:
        """Wait until nothing is fetched or loading, three times in a row that the page has nothing to do."""
        until, begun = time.monotonic() + LONGEST_WAIT, -1
        while self._under_way or begun != self._begun:
            assert time.monotonic() < until, f"{self._under_way} requests are still under way"
            if self._under_way:
                self.page.wait_for_timeout(PAUSE)
            else:
                begun = self._begun
                self.page.evaluate(REST, LONGEST_WAIT * 1000)

    def _end(self, _request: Request) -> None:
        self._under_way -= 1

    def _begin(self, request: Request) -> None:
        self._under_way += 1
        self._begun += 1
        if urlsplit(request.url).scheme in {"http", "https"} and not request.url.startswith(self.origin + "/"):
            self.strangers.append(request.url)
