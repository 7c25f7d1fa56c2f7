"""A real browser on a real server: Debian's Chromium, and ``plangraph serve`` on a free port."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect, sync_playwright
from tests import needs
from tests.browser.axe import look
from tests.browser.reading import Reader
from tests.server.serving import served_once

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
)
PATIENCE = 20_000  # ms: two busy cores may take more than five seconds over a picture of 1,200 boxes
expect.set_options(timeout=PATIENCE)

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=needs.chromium(), args=list(FLAGS))
        yield chromium
        chromium.close()


@contextmanager
def visit(browser: Browser, origin: str, **device: Any) -> Iterator[Reader]:
    """Let a person with a device be here for the first time; nothing may go wrong meanwhile."""
    ground = _ground(browser, origin, json.dumps(device))
    ground.evaluate("localStorage.clear()")
    ground.context.clear_cookies()
    others = ground.context.pages
    person = Reader(ground.context.new_page(), origin)
    try:
        yield person
    finally:
        for page in ground.context.pages:
            if page not in others:
                page.close()
    assert person.errors == []
    assert person.strangers == []


@cache
def _ground(browser: Browser, origin: str, device: str) -> Page:
    """Keep a page of a device open: the next pages of its context live in one process, with all that is compiled."""
    asked = json.loads(device)
    asked["extra_http_headers"] = HERE | asked.get("extra_http_headers", {})
    context = browser.new_context(base_url=origin, locale="ja-JP", **asked)
    context.set_default_timeout(PATIENCE)
    ground = context.new_page()
    ground.goto("/icon.svg")
    return ground


@pytest.fixture
def reader(browser: Browser, origin: str) -> Iterator[Reader]:
    """A person who has not been here before, with a Japanese device that asks for little motion."""
    with visit(browser, origin, viewport=DESK, reduced_motion="reduce") as person:
        yield person


@pytest.fixture
def passer_by(browser: Browser, origin: str) -> Iterator[Reader]:
    """The same with a phone, which knows fingers only, and lets things move."""
    with visit(browser, origin, **PHONE) as person:
        yield person


@pytest.fixture(scope="module")
def _looker(browser: Browser, origin: str) -> Iterator[Reader]:
    with visit(browser, origin, viewport=DESK, reduced_motion="reduce") as person:
        yield person


@pytest.fixture(scope="module")
def _phone_looker(browser: Browser, origin: str) -> Iterator[Reader]:
    with visit(browser, origin, **PHONE) as person:
        yield person


@pytest.fixture
def looker(_looker: Reader) -> Reader:
    """A person who only looks, and goes on from one view to the next in one page: a third of the time of opening it."""
    look(_looker.page, "light", **DESK)
    return _looker


@pytest.fixture
def phone_looker(_phone_looker: Reader) -> Reader:
    """The same with a phone."""
    return _phone_looker


@pytest.fixture
def page(reader: Reader) -> Page:
    """That person's page; addresses without an origin are on the server."""
    return reader.page
