"""Browsers that are not Chromium, as Debian has them: Firefox by WebDriver BiDi, WebKit by WebDriver, under Xvfb."""

from __future__ import annotations

import base64
import itertools
import json
import os
import re
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from tests.needs import FIREFOX, WEBKIT_DRIVER, XVFB
from tests.needs import webkit as small_browser
from websocket import create_connection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WIDTH, HEIGHT = 1280, 860
LONGEST_WAIT = 30  # seconds
PREFERENCES = """user_pref("intl.accept_languages", "ja");
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.enabled", false);
"""


class Driven(Protocol):
    """A browser with one page."""

    def go(self, url: str) -> None:
        """Go to an address, and wait until it is loaded."""

    def run(self, function: str, *arguments: Any) -> Any:
        """Call an async JavaScript function in the page; give what it returns."""

    def picture(self) -> bytes:
        """Return the page as it is seen, as PNG."""


class Firefox:
    """Firefox, spoken to by WebDriver BiDi alone: one command after the other, so that no thread outlives it."""

    def __init__(self, address: str) -> None:
        self._socket = create_connection(f"{address}/session", timeout=LONGEST_WAIT, suppress_origin=True)
        self._commands = itertools.count(1)
        self._ask("session.new", capabilities={})
        contexts = self._ask("browsingContext.getTree")["contexts"]
        self._context = contexts[0]["context"]
        self._ask("browsingContext.setViewport", context=self._context, viewport={"width": WIDTH, "height": HEIGHT})

    def go(self, url: str) -> None:
        self._ask("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def run(self, function: str, *arguments: Any) -> Any:
        given = ", ".join(json.dumps(argument) for argument in arguments)
        answer = self._ask(
            "script.evaluate",
            expression=f"({function})({given}).then(JSON.stringify)",
            target={"context": self._context},
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer
        return json.loads(answer["result"].get("value", "null"))

    def picture(self) -> bytes:
        return base64.b64decode(self._ask("browsingContext.captureScreenshot", context=self._context)["data"])

    def end(self) -> None:
        self._ask("browser.close")

    def leave(self) -> None:
        self._socket.shutdown()

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        command = next(self._commands)
        self._socket.send(json.dumps({"id": command, "method": method, "params": parameters}))
        messages = (json.loads(message) for message in iter(self._socket.recv, ""))
        reply: dict[str, Any] = next(message for message in messages if message.get("id") == command)
        assert "error" not in reply, reply
        result: dict[str, Any] = reply["result"]
        return result


class WebKit:
    """WebKitGTK's small browser, spoken to by WebDriver."""

    def __init__(self, driver: webdriver.WebKitGTK) -> None:
        self._driver = driver
        driver.set_window_size(WIDTH, HEIGHT)

    def go(self, url: str) -> None:
        self._driver.get(url)

    def run(self, function: str, *arguments: Any) -> Any:
        return self._driver.execute_script(f"return ({function})(...arguments)", *arguments)

    def picture(self) -> bytes:
        return self._driver.get_screenshot_as_png()


@contextmanager
def firefox(folder: Path) -> Iterator[Driven]:
    """Run Firefox without a window, with a profile in a folder, until the block ends."""
    (folder / "user.js").write_text(PREFERENCES, encoding="utf-8")
    command = [FIREFOX, "--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        address = next(found[0] for line in process.stderr if (found := re.search(r"ws://\S+", line)))
        browser = Firefox(address)
        try:
            yield browser
            browser.end()
        finally:
            browser.leave()
        process.wait(LONGEST_WAIT)
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


@contextmanager
def webkit(_folder: Path) -> Iterator[Driven]:
    """Run WebKit on a display of its own until the block ends."""
    options = Options()
    options.binary_location = str(small_browser())
    options.add_argument("--automation")
    with _display() as display:
        service = Service(WEBKIT_DRIVER, env={**os.environ, "DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1"})
        driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            yield WebKit(driver)
        finally:
            driver.quit()


@contextmanager
def _display() -> Iterator[str]:
    """Run a display that nobody sees, with a number that is free."""
    reading, writing = os.pipe()
    command = [XVFB, "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            yield f":{said.readline().strip()}"
    finally:
        process.terminate()
        process.wait(LONGEST_WAIT)
