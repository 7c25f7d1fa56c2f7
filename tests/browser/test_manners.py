"""What holds for every view: access, widths, colours, speed of the first script, nothing from elsewhere."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.axe import look, violations
from tests.browser.conftest import DESK, visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from tests.browser.reading import Reader

VIEWS = (
    "overview",
    "overview?in=kawasaki%2Fbasic%2Fpolicy%2F1-1&at=kawasaki%2F3%2Fmeasure%2F1-1-1",
    "thing/kawasaki/3/measure/1-1-1",
    "thing/sdg:11",
    "thing/kawasaki/3/project/10101010",
    "thing/kawasaki/place/kawasaki-ku",
    "thing/kawasaki/source/evaluation-sheets-r6",
    "query",
    "query/standing-counts",
    "query/standing-counts?as=bars",
    "query?sparql=ASK%20%7B%7D",
    "ontology",
)
FIRST_SCRIPT = 250_000
PHONE = 390


VISITS = (("ja", "dark", 390), ("en", "light", 1280))


@dataclass
class Visit:
    """A view that is open, as it was asked for."""

    page: Page
    lang: str


@pytest.fixture(scope="module")
def person(browser: Browser, origin: str) -> Iterator[Reader]:
    """Who sees all views, one after the other."""
    with visit(browser, origin, viewport=DESK, reduced_motion="reduce") as person:
        yield person


@pytest.fixture(
    scope="module",
    params=[pytest.param((view, *visit), id="-".join(map(str, (view, *visit)))) for view in VIEWS for visit in VISITS],
)
def visited(request: pytest.FixtureRequest, person: Reader) -> Visit:
    """Each view, open once for all that is to be seen in it."""
    view, lang, scheme, width = request.param
    look(person.page, scheme, width)
    return Visit(person.open(f"/{lang}/{view}"), lang)


def test_axe_finds_nothing(visited: Visit) -> None:
    assert violations(visited.page) == []


def test_a_phone_scrolls_one_way_only(visited: Visit) -> None:
    visited.page.set_viewport_size({"width": PHONE, "height": 844})

    assert visited.page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_the_words_are_in_the_language_of_the_address(visited: Visit) -> None:
    frame = visited.page.locator("header, nav[aria-label=Views], nav[aria-label=画面], main h1")
    said = " ".join(frame.all_inner_texts()).replace("日本語", "")

    assert bool(re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", said)) == (visited.lang == "ja")
    expect(visited.page.locator("html")).to_have_attribute("lang", visited.lang)


def test_the_first_script_is_small_and_the_editor_comes_when_opened(newcomer: Reader, built: Path) -> None:
    scripts: list[str] = []
    newcomer.page.on("response", lambda reply: scripts.append(reply.url) if reply.url.endswith(".js") else None)
    page = newcomer.open("/ja/overview")

    names = [url.rpartition("/")[2] for url in scripts]
    files = [next(built.rglob(name)) for name in names]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= FIRST_SCRIPT
    assert not any(name.startswith("Editor") for name in names)
    page.goto(newcomer.origin + "/ja/query?sparql=ASK%20%7B%7D")
    page.wait_for_selector(".CodeMirror")
    assert any("/Editor" in url for url in scripts)


def test_the_chosen_colours_are_kept(newcomer: Reader) -> None:
    page = newcomer.open("/en/overview")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)

    for _ in range(2):
        page.get_by_role("button", name=re.compile("^Colours")).click()
    dark = page.evaluate(paper)
    page.reload()
    page.wait_for_selector("main h1")

    assert dark != light
    assert page.evaluate(paper) == dark


def test_what_is_copied_is_said_and_so_is_what_is_not(newcomer: Reader) -> None:
    page = newcomer.open("/en/thing/kawasaki/place/kawasaki-ku")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy = page.get_by_role("button", name="Copy", exact=True)
    said = page.get_by_role("status")
    copy.click()
    expect(said.filter(has_text="Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/kawasaki/place/kawasaki-ku")

    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")  # as without TLS
    copy.click()
    expect(said.filter(has_text="Copied.")).to_be_visible()

    page.evaluate("document.execCommand = () => false")
    copy.click()
    expect(said.filter(has_text="Not copied.")).to_be_visible()
    page.context.clear_permissions()


def test_no_script_is_written_into_the_page(newcomer: Reader) -> None:
    page = newcomer.open("/ja/overview")

    assert page.evaluate("[...document.scripts].every((script) => script.src)")
    policy = page.request.get(newcomer.origin + "/ja/overview").headers["content-security-policy"]
    assert "script-src 'self'" in policy
