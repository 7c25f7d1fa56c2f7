"""What holds for every view: access, widths, colours, speed of the first script, nothing from elsewhere."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from tests.browser.axe import violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser
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
    "query/policies-by-grade",
    "query/policies-by-grade?as=chart",
    "query?sparql=ASK%20%7B%7D",
    "ontology",
)
FIRST_SCRIPT = 250_000


@pytest.mark.parametrize(("lang", "scheme", "width"), [("ja", "dark", 390), ("en", "light", 1280)])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(browser: Browser, origin: str, view: str, lang: str, scheme: Any, width: int) -> None:
    context = browser.new_context(
        color_scheme=scheme, bypass_csp=True, reduced_motion="reduce", viewport={"width": width, "height": 844}
    )
    page = context.new_page()
    page.goto(f"{origin}/{lang}/{view}")
    page.wait_for_selector("main h1")
    page.wait_for_load_state("networkidle")

    found = violations(page)
    context.close()

    assert found == []


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_phone_scrolls_one_way_only(reader: Reader, view: str, lang: str) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 844})
    page = reader.open(f"/{lang}/{view}")

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("view", VIEWS)
def test_the_words_are_in_the_language_of_the_address(reader: Reader, view: str) -> None:
    page = reader.open(f"/en/{view}")

    frame = page.locator("header, nav[aria-label=Views], main h1")
    assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", " ".join(frame.all_inner_texts()).replace("日本語", ""))
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_first_script_is_small_and_the_editor_comes_when_opened(reader: Reader, built: Path) -> None:
    scripts: list[str] = []
    reader.page.on("response", lambda reply: scripts.append(reply.url) if reply.url.endswith(".js") else None)
    page = reader.open("/ja/overview")

    names = [url.rpartition("/")[2] for url in scripts]
    files = [next(built.rglob(name)) for name in names]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= FIRST_SCRIPT
    assert not any(name.startswith("Editor") for name in names)
    page.goto(reader.origin + "/ja/query?sparql=ASK%20%7B%7D")
    page.wait_for_selector(".CodeMirror")
    assert any("/Editor" in url for url in scripts)


def test_the_chosen_colours_are_kept(reader: Reader) -> None:
    page = reader.open("/en/overview")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)

    for _ in range(2):
        page.get_by_role("button", name=re.compile("^Colours")).click()
    dark = page.evaluate(paper)
    page.reload()
    page.wait_for_selector("main h1")

    assert dark != light
    assert page.evaluate(paper) == dark


def test_no_script_is_written_into_the_page(reader: Reader) -> None:
    page = reader.open("/ja/overview")

    assert page.evaluate("[...document.scripts].every((script) => script.src)")
    policy = page.request.get(reader.origin + "/ja/overview").headers["content-security-policy"]
    assert "script-src 'self'" in policy
