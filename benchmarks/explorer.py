"""The explorer in a real browser: how long until it can be used, with an empty cache and software WebGL.

Times are taken by the page's own clock, from the start of the navigation or from the key that was pressed. Beside them
stands what the page's main thread worked meanwhile, in processor time, which other work on it does not inflate.
"""

from __future__ import annotations

import gzip
import statistics
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright
from tests import needs
from tests.browser.conftest import FLAGS
from tests.server.serving import serving

from benchmarks.measuring import Row, note, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

RUNS = 7
Spent = tuple[float, float]  # by the clock, and of the main thread
WARD = "kawasaki/place/kawasaki-ku"
AIMS = {
    "first view can be used (ms)": 1_500,
    "graph of the whole plan (ms)": 2_500,
    "a thing expanded (ms)": 150,
    "first scripts, gzipped (kB)": 250,
}
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"


def in_a_browser(folder: Path) -> dict[str, list[Row]]:
    """Open the explorer's views and use them, each time as someone who has never been there."""
    with (
        tempfile.TemporaryDirectory() as place,
        serving(folder, Path(place) / "access.log") as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=needs.chromium(), args=list(FLAGS))
        times = {
            "first view can be used (ms)": _often(browser, server.url, _first_view),
            "graph of the whole plan (ms)": _often(browser, server.url, _whole_plan),
            "a thing expanded (ms)": _often(browser, server.url, _expansion),
            "first scripts, gzipped (kB)": [(_scripts(browser, server.url), 0.0)],
        }
        answers = _answers(browser, server.url)
        browser.close()
    rows = [
        {
            "what": what,
            "median": statistics.median(value for value, _ in values),
            "least": min(values)[0],
            "most": max(values)[0],
            "aim": AIMS[what],
            "main thread (ms)": statistics.median(work for _, work in values) or None,
            "runs": len(values),
        }
        for what, values in times.items()
    ]
    return {
        "explorer": show("The explorer, cache empty", rows),
        "answers": show("What the graph of the whole plan fetches", answers),
    }


def _often(browser: Browser, origin: str, measure: Callable[[Page], Spent]) -> list[Spent]:
    note(measure.__name__.strip("_").replace("_", " "))
    values = []
    for _ in range(RUNS):
        with _stranger(browser, origin) as page:
            values.append(measure(page))
    return values


def _work(page: Page) -> Callable[[], float]:
    """Give a clock of the milliseconds of processor time that the page's main thread has worked."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def read() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration") * 1_000

    return read


@contextmanager
def _stranger(browser: Browser, origin: str) -> Iterator[Page]:
    context = browser.new_context(base_url=origin, locale="ja-JP", viewport={"width": 1280, "height": 860})
    try:
        yield context.new_page()
    finally:
        context.close()


def _first_view(page: Page) -> Spent:
    """Time until the picture stands and a key moves in it."""
    work = _work(page)
    page.goto("/ja/overview", wait_until="commit")
    page.wait_for_selector("[role=treeitem]")
    page.evaluate("document.querySelector('[role=treeitem]').focus()")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.getAttribute('aria-level') === '2'")
    return float(page.evaluate(PAINTED)), work()


def _whole_plan(page: Page) -> Spent:
    """Time until everything stands in its place."""
    work = _work(page)
    page.goto("/ja/graph?from=plan", wait_until="commit")
    page.wait_for_selector("[role=application][data-standing]")
    return float(page.evaluate(PAINTED)), work()


def _expansion(page: Page) -> Spent:
    """Time from the key to the picture with the things that it brought."""
    page.goto(f"/ja/graph?nodes={WARD}&at={WARD}")
    page.wait_for_selector("[role=application][data-standing]")
    page.wait_for_timeout(1_000)
    work = _work(page)
    begun = work()
    spent = float(
        page.evaluate(
            """async () => {
                 const picture = document.querySelector("[role=application]");
                 const before = document.querySelector(".sentence").textContent;
                 const begin = performance.now();
                 picture.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
                 const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                 do await frame(); while (document.querySelector(".sentence").textContent === before);
                 return performance.now() - begin;
               }"""
        )
    )
    return spent, work() - begun


def _scripts(browser: Browser, origin: str) -> float:
    """Give the kilobytes of all scripts of the first view."""
    sizes = []
    with _stranger(browser, origin) as page:
        page.on("response", lambda reply: sizes.append(reply) if reply.url.endswith(".js") else None)
        page.goto("/ja/overview")
        page.wait_for_selector("[role=treeitem]")
        return sum(len(gzip.compress(reply.body())) for reply in sizes) / 1_000


def _answers(browser: Browser, origin: str) -> list[Row]:
    """Tell when each request of the graph began and ended, and how much came."""
    with _stranger(browser, origin) as page:
        page.goto("/ja/graph?from=plan")
        page.wait_for_selector("[role=application][data-standing]")
        entries: list[dict[str, Any]] = page.evaluate(
            "performance.getEntriesByType('resource').map((entry) => entry.toJSON())"
        )
    return [
        {
            "request": entry["name"].removeprefix(origin),
            "begins (ms)": entry["startTime"],
            "waits (ms)": entry["responseStart"] - entry["requestStart"],
            "ends (ms)": entry["responseEnd"],
            "kB over the line": entry["encodedBodySize"] / 1_000,
            "kB unpacked": entry["decodedBodySize"] / 1_000,
        }
        for entry in entries
    ]
