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
POLICY = ':has([data-id*="/policy/"])'
AIMS = {
    "first view can be used (ms)": 1_500,
    "graph of the whole plan (ms)": 2_500,
    "a policy opened (ms)": 200,
    "a policy closed (ms)": 200,
    "what is found (ms)": 200,
    "the slowest view (ms)": 1_000,
    "first scripts, gzipped (kB)": 250,
}
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
UNTIL = """
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const until = async (standing) => {
    const begin = performance.now();
    do await frame(); while (!standing());
    return performance.now() - begin;
  };
"""
# From the click until there are more or fewer boxes, and none of them moves.
CHANGED = f"""async (opener) => {{
  {UNTIL}
  const boxes = () => document.querySelectorAll("main .box").length;
  const before = boxes();
  document.querySelector(opener).dispatchEvent(new MouseEvent("click", {{ bubbles: true }}));
  return until(() => boxes() !== before && document.getAnimations().length === 0);
}}"""
# From the change of the address until another view has its head, and nothing says that it is waited for.
MOVED = f"""async (address) => {{
  {UNTIL}
  const before = document.querySelector("main header");
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
  const head = () => document.querySelector("main header");
  return until(() => head() && head() !== before && !document.querySelector("main :is(.loading, .waiting)"));
}}"""
RAIL = (
    "[...document.querySelectorAll('nav a')].map((link) => link.pathname).filter((path) => path !== location.pathname)"
)


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
            "a policy opened (ms)": _often(browser, server.url, _opening),
            "a policy closed (ms)": _often(browser, server.url, _closing),
            "what is found (ms)": _often(browser, server.url, _found),
            "the slowest view (ms)": _often(browser, server.url, _slowest_view),
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
    """Return a clock of the milliseconds of processor time that the page's main thread has worked."""
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


def _opening(page: Page) -> Spent:
    """Time from the click on a policy to the picture with its parts."""
    return _changed(_columns(page), page)


def _closing(page: Page) -> Spent:
    """Time from the click on an open policy to the picture without its parts."""
    opener = _columns(page)
    _changed(opener, page)
    return _changed(opener, page)


def _columns(page: Page) -> str:
    """Open the graph's columns, and return what opens and closes their first policy."""
    page.goto("/ja/graph")
    page.wait_for_selector(f"main .box{POLICY} .opener")
    page.wait_for_timeout(1_000)
    return f"main .box{POLICY} .opener"


def _changed(opener: str, page: Page) -> Spent:
    work = _work(page)
    begun = work()
    return float(page.evaluate(CHANGED, opener)), work() - begun


def _found(page: Page) -> Spent:
    """Time from asking for what is found to its list."""
    return _moved(page, "/ja/search?q=防災")


def _slowest_view(page: Page) -> Spent:
    """Time of the slowest of the views in the rail, each gone to from the terms."""
    page.goto("/ja/ontology")
    page.wait_for_selector("main header")
    views: list[str] = page.evaluate(RAIL)
    return max(_moved(page, view) for view in views)


def _moved(page: Page, address: str) -> Spent:
    """Time within the application from the terms to another address."""
    page.goto("/ja/ontology")
    page.wait_for_selector("main header")
    page.wait_for_timeout(1_000)
    work = _work(page)
    begun = work()
    return float(page.evaluate(MOVED, address)), work() - begun


def _scripts(browser: Browser, origin: str) -> float:
    """Return the kilobytes of all scripts of the first view."""
    sizes = []
    with _stranger(browser, origin) as page:
        page.on("response", lambda reply: sizes.append(reply) if reply.url.endswith(".js") else None)
        page.goto("/ja/overview")
        page.wait_for_selector("[role=treeitem]")
        return sum(len(gzip.compress(reply.body())) for reply in sizes) / 1_000


def _answers(browser: Browser, origin: str) -> list[Row]:
    """Return when each request of the graph began and ended, and how much came."""
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
