"""A real browser on a real server: Debian's Chromium, and ``plangraph serve`` on a free port.

To load the explorer takes three times as long as to draw one of its views, so a page is kept for who comes next with
the same device, and ``Reader.open`` begins the explorer anew in it. For what is seen of the first load, and where the
page itself is changed, there are ``newcomer`` and ``Reader.load``.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect, sync_playwright
from tests import needs
from tests.browser.reading import Reader
from tests.queries.conftest import HERE as CITIES
from tests.server.serving import served_once
from tests.shared import built_once, first_of_all
from tests.small_city import write_city

from plangraph.build.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--process-per-site",
    "--js-flags=--min-semi-space-size=32 --max-semi-space-size=64",  # MiB: fewer looks for garbage save a twelfth
)
PATIENCE = 40_000  # ms: two busy cores may take twenty seconds until the engine in a tab has answered
expect.set_options(timeout=PATIENCE)

HOSTILE = "<img src=x onerror=\"document.title='taken'\"><b>備え</b> & ]]>"

DESK = {"width": 1280, "height": 860}  # pixels
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

PROXY = ("--proxies", "127.0.0.1")  # a test may come as by a proxy, under a path
PROCESS = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
HERE = {"X-Forwarded-For": f"192.0.2.{PROCESS + 1}"}
"""Each process is a reader of its own, so that none waits for what another asks of the server that they share."""


@pytest.fixture(scope="session")
def origin(kawasaki_folder: Path, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of Kawasaki's plan."""
    assert built.is_dir()
    with served_once(tmp_path_factory, kawasaki_folder, *PROXY) as address:
        yield address


NAMED_ONLY = {
    "plan.toml": """[city]
key = "hill"
label_en = "Hill plan"
language = "en"
place = "hill"
plan = "1"
source = "doc"
[[tiers]]
word = "Aim"
class = "Policy"
[[tiers]]
word = "Project"
class = "Project"
""",
    "sources.csv": "key,kind,title_en\ndoc,CityDocument,Plan\n",
    "organizations.csv": "key,kind,label_en\ncity,Municipality,Hill\n",
    "plans.csv": "key,kind,label_en\n1,ImplementationPlan,Hill plan\n",
    "elements.csv": "tier,parent,label_en\nAim,,Better lives\nProject,Better lives,Parks\nProject,Better lives,Hub\n",
}
"""A city that has names only, and no codes."""


@pytest.fixture(scope="session")
def cities(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of made-up cities that are unlike each other, but for two with like names."""
    assert built.is_dir()
    folders = [CITIES / "data" / city for city in ("minato", "plantown", "oumi", "mirai", "testville")]
    folders.append(tmp_path_factory.mktemp("without codes") / "hill")
    folders[-1].mkdir()
    for name, text in NAMED_ONLY.items():
        (folders[-1] / name).write_text(text, "utf-8")
    with served_once(tmp_path_factory, built_once(tmp_path_factory, *folders), *PROXY) as address:
        yield address


@pytest.fixture(scope="session")
def hostile(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of a city whose labels are full of markup."""
    assert built.is_dir()
    quoted = '"' + HOSTILE.replace('"', '""') + '"'
    changes = {
        "elements.csv": ("備え,Preparedness", f"{quoted},{quoted}"),
        "links.csv": ("被害を減らす,Fewer losses", f"{quoted},{quoted}"),
    }
    with first_of_all(tmp_path_factory, "hostile") as (store, is_first):
        if is_first:
            build([write_city(tmp_path_factory.mktemp("tables"), changes)], store)
    with served_once(tmp_path_factory, store, *PROXY) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=needs.chromium(), args=list(FLAGS))
        yield chromium
        chromium.close()


USUAL = {"width": 1280, "height": 720}  # pixels, of a device that is not said to be another


@dataclass
class Ground:
    """What stays open of a device.

    Attributes
    ----------
    page : Page
        A page that nobody sees: the others of its context live in its process, with all that is compiled.
    last : Reader, optional
        Who was here last, and left a page that the next may have.
    """

    page: Page
    last: Reader | None = None


@contextmanager
def visit(browser: Browser, origin: str, *, is_first: bool = False, **device: Any) -> Iterator[Reader]:
    """Let a person with a device be here, of whom nothing is remembered; nothing may go wrong meanwhile.

    A first visit has a page into which nothing was loaded, and which nobody has afterwards.
    """
    ground = _ground(browser, origin, json.dumps(device))
    context = ground.page.context
    ground.page.evaluate("localStorage.clear()")
    context.clear_cookies()
    kept = None if is_first else ground.last
    others = [page for page in context.pages if kept is None or page is not kept.page]
    if kept:
        ground.last = None
        kept.page.emulate_media(media="null", color_scheme=device.get("color_scheme", "light"))
        if kept.page.viewport_size != (window := device.get("viewport", USUAL)):
            kept.page.set_viewport_size(window)
    person = kept or Reader(context.new_page(), origin)
    try:
        yield person
        assert person.errors == []
        assert person.strangers == []
        if not is_first and person.leaves():
            ground.last = person
            others.append(person.page)
    finally:
        for page in context.pages:
            if page not in others:
                page.close()


@cache
def _ground(browser: Browser, origin: str, device: str) -> Ground:
    asked = json.loads(device)
    asked["extra_http_headers"] = HERE | asked.get("extra_http_headers", {})
    context = browser.new_context(base_url=origin, locale="ja-JP", **asked)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/icon.svg")
    return Ground(page)


@pytest.fixture
def reader(browser: Browser, origin: str) -> Iterator[Reader]:
    """A person with a Japanese device that asks for little motion."""
    with visit(browser, origin, viewport=DESK, reduced_motion="reduce") as person:
        yield person


@pytest.fixture
def newcomer(browser: Browser, origin: str) -> Iterator[Reader]:
    """The same for the first time, with a page of their own."""
    with visit(browser, origin, is_first=True, viewport=DESK, reduced_motion="reduce") as person:
        yield person


@pytest.fixture
def passer_by(browser: Browser, origin: str) -> Iterator[Reader]:
    """A person with a phone, which knows fingers only, and lets things move."""
    with visit(browser, origin, **PHONE) as person:
        yield person


@pytest.fixture
def page(reader: Reader) -> Page:
    """The page of the first of these; addresses without an origin are on the server."""
    return reader.page
