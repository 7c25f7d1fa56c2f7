"""Every view of two unlike cities in every browser: it opens without an error, and the graph's picture is one."""

from __future__ import annotations

import gc
import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.conftest import visit
from tests.browser.drivers import Driven, firefox, webkit
from tests.node import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

CITIES = {"plantown/2": "plantown/basic/policy/1-2", "minato/second": "minato/second/programme/あ-1"}
"""Plans of two cities of no likeness, and an element of each."""
STRANGE = re.compile(r"川崎|Kawasaki|\b(?:undefined|null|NaN|Infinity)\b|\[object |[‘“「]{2}")
"""What no view of these cities says."""


def addresses() -> Iterator[str]:
    """Yield the addresses of every view, of each city."""
    for plan, element in CITIES.items():
        for view in VIEWS:
            more = {"thing": f"/{element}", "search": "?q=事業"}.get(view, "")
            yield f"{view}{more}{'&' if '?' in more else '?'}plan={plan}"
        yield f"graph?plan={plan}&from=plan"


LISTEN = """async () => {
  window.wrong = [];
  addEventListener("error", (event) => wrong.push(String(event.message)));
  addEventListener("unhandledrejection", (event) => wrong.push(String(event.reason)));
  for (const level of ["error", "warn"]) console[level] = (...words) => wrong.push(words.join(" "));
  const until = performance.now() + 25_000; // the explorer puts its own main in the place of the page's
  while (!document.querySelector("main header") && performance.now() < until)
    await new Promise((done) => setTimeout(done, 20));
}"""

OPEN = """async (path) => {
  const before = document.querySelector("main header");
  history.pushState(null, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
  const main = document.querySelector("main");
  const isDrawn = () => {
    const header = main.querySelector("header");
    return header && header !== before && !main.querySelector(".loading") && main.querySelector("h1").innerText;
  };
  const until = performance.now() + 20_000;
  while (!isDrawn() && !main.querySelector("[role=alert]") && performance.now() < until)
    await new Promise((done) => setTimeout(done, 20));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return {
    heading: isDrawn() || "", failed: main.querySelector("[role=alert]")?.innerText ?? "", wrong: wrong.splice(0),
    said: main.innerText,
    aside: document.documentElement.scrollWidth - innerWidth,
  };
}"""

TORN = """async () => {
  const torn = [];
  const parts = CSS.supports("word-break", "auto-phrase"); // then the browser parts what is not parted already
  const words = new Intl.Segmenter("ja", { granularity: "word" });
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (!/[\\u3040-\\u9fff]{2}/.test(data) || parentElement.closest("svg, select, .visually-hidden")) continue;
    if (!parentElement.checkVisibility()) continue;
    if (parts && getComputedStyle(parentElement).wordBreak !== "keep-all") continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    if (range.getClientRects().length < 2) continue;
    let top;
    for (const { segment, index } of words.segment(data))
      [...segment].forEach((_, at) => {
        range.setStart(texts.currentNode, index + at);
        range.setEnd(texts.currentNode, index + at + 1);
        const spot = range.getClientRects()[0];
        if (!spot?.width) return;
        if (at && spot.top > top + 4) torn.push(data);
        ({ top } = spot);
      });
  }
  return torn;
}"""

COPIED = """async () => {
  const copy = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
  const said = document.querySelector("main .sentence");
  getSelection().selectAllChildren(said);
  said.dispatchEvent(copy);
  const text = copy.clipboardData.getData("text/plain") || getSelection().toString();
  getSelection().removeAllRanges();
  return text + copy.clipboardData.getData("text/html");
}"""

PICTURE = """async () => {
  const until = performance.now() + 20_000;
  while (!document.querySelector("main .box") && performance.now() < until)
    await new Promise((done) => requestAnimationFrame(done));
  const rects = (what) => [...document.querySelectorAll(what)].map((one) => one.getBoundingClientRect());
  const boxes = rects("main .box .paper");
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const lines = rects("main .lines path").filter(({ width }) => width > 40);
  return {
    boxes: boxes.length, lines: lines.length,
    over: boxes.filter((a, at) => boxes.slice(at + 1).some((b) => meet(a, b))).length,
  };
}"""


class Chromium:
    """Chromium, steered like the others."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def go(self, url: str) -> None:
        self._page.goto(url)

    def run(self, function: str, *arguments: Any) -> Any:
        return self._page.evaluate(f"(given) => ({function})(...given)", list(arguments))

    def picture(self) -> bytes:
        return self._page.screenshot()


def test_every_view_opens_in_chromium(browser: Browser, cities: str) -> None:
    with visit(browser, cities, is_first=True, viewport={"width": 1280, "height": 860}) as person:
        opens_every_view(Chromium(person.page), cities)


@pytest.mark.browsers
@pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")  # selenium's own
@pytest.mark.parametrize("begin", [firefox, webkit])
def test_every_view_opens_in_other_browsers(begin: Any, cities: str, tmp_path: Path) -> None:
    with begin(tmp_path) as other:
        opens_every_view(other, cities)
    del other
    gc.collect()  # a connection that is left open is told here, not in some later test


def opens_every_view(browser: Driven, origin: str) -> None:
    """Open each view in turn in one page, and look at the graph's picture on the way."""
    browser.go(f"{origin}/ja/search")
    browser.run(LISTEN)
    for address in addresses():
        seen = browser.run(OPEN, f"/ja/{address}")
        assert seen["heading"], f"{address} is not drawn: {seen}"
        assert (seen["failed"], seen["wrong"]) == ("", []), address
        assert STRANGE.findall(seen["said"]) == [], address
        assert seen["aside"] <= 0, f"{address} is wider than the window"
        assert browser.run(TORN) == [], f"lines end within words of {address}"
        if address.startswith("graph"):
            picture = browser.run(PICTURE)
            assert picture["boxes"] > 3, address
            assert picture["lines"] > 2, address
            assert picture["over"] == 0, address
    browser.run(OPEN, "/ja/search?q=施策")
    copied = browser.run(COPIED)
    assert "「施策」に当たるものは" in copied, "what is copied is as it is read"
    assert "\u00ad" not in copied
