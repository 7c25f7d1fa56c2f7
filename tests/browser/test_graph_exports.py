"""What the graph is exported as, opened again: whole, and with its labels as they are, whatever is in them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

import networkx
import pytest
from playwright.sync_api import expect
from tests.browser.conftest import DESK, HOSTILE, visit
from tests.browser.graphing import POLICY, open_graph, things

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from tests.browser.reading import Reader

SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Page, what: str) -> Path:
    menu = page.locator("details").filter(has_text=re.compile("PNG"))
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    with page.expect_download() as waiting:
        menu.get_by_role("button", name=what, exact=True).click()
    return Path(waiting.value.path())


PRESS_TWICE = """async (button) => {
  button.click();
  await new Promise(requestAnimationFrame);
  const said = [button.getAttribute("aria-busy"), button.textContent.trim()];
  button.click();
  return said;
}"""


@pytest.fixture
def victim(browser: Browser, hostile: str) -> Iterator[Reader]:
    """A person at the graph of that city."""
    with visit(browser, hostile, viewport=DESK) as person:
        yield person


def test_graphml_is_read_by_networkx_with_all_things_and_where_they_stand(reader: Reader) -> None:
    page = open_graph(reader, f"?from=around&at={POLICY}")
    network = networkx.read_graphml(saved(page, "GraphML"))
    assert len(network) == things(page)
    policy = network.nodes[f"https://w3id.org/plangraph/id/{POLICY}"]
    assert policy["label_ja"] == "災害から生命を守る"
    assert policy["kind"] == "Policy"
    assert isinstance(policy["x"], float)
    assert "Structural" in [data["basis"] for _, _, data in network.edges(data=True)]


def test_the_svg_holds_each_label_as_text(reader: Reader) -> None:
    page = open_graph(reader, f"?from=around&at={POLICY}")
    svg = ET.fromstring(saved(page, "SVG").read_text("utf-8"))  # noqa: S314 (our own page wrote it)
    titles = [title.text or "" for title in svg.findall(f".//{SVG}g/{SVG}title")]
    assert len(titles) == things(page)
    words = ["".join(text.itertext()).replace(" ", "") for text in svg.findall(f".//{SVG}text")]
    for title in titles:
        assert title.partition(": ")[2].replace(" ", "") in words, "names are whole"
    assert any(word.startswith("Licence:") for word in words)


def test_the_png_is_a_picture_of_more_than_paper(reader: Reader) -> None:
    page = open_graph(reader, f"?from=around&at={POLICY}")
    written = b64encode(saved(page, "PNG").read_bytes()).decode()  # a list of numbers would take seconds on its way
    width, colours = page.evaluate(
        """async (written) => {
             const bytes = Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0));
             const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
             const canvas = new OffscreenCanvas(picture.width, picture.height);
             const context = canvas.getContext("2d");
             context.drawImage(picture, 0, 0);
             const pixels = new Uint32Array(context.getImageData(0, 0, picture.width, picture.height).data.buffer);
             return [picture.width, new Set(pixels).size];
           }""",
        written,
    )
    assert width > 1200
    assert colours > 20


def test_a_button_says_that_it_works_and_takes_no_second_press_meanwhile(reader: Reader) -> None:
    page = open_graph(reader, f"?from=around&at={POLICY}")
    files: list[str] = []
    page.on("download", lambda file: files.append(file.suggested_filename))
    menu = page.locator("details").filter(has_text=re.compile("PNG"))
    menu.locator("summary").click()
    button = menu.get_by_role("button").first

    with page.expect_download():
        assert button.evaluate(PRESS_TWICE) == ["true", "Working…"]
    expect(button).to_have_attribute("aria-busy", "false")
    expect(button).to_have_text("SVG")
    saved(page, "GraphML")
    assert [Path(name).suffix for name in files] == [".svg", ".graphml"]


def test_the_file_to_share_opens_by_itself(reader: Reader, browser: Browser, tmp_path: Path) -> None:
    page = open_graph(reader, f"?from=around&at={POLICY}")
    file = tmp_path / "shared.html"
    file.write_bytes(saved(page, "HTML to share").read_bytes())
    alone = browser.new_context(offline=True)
    opened = alone.new_page()
    opened.goto(file.as_uri())
    expect(opened.locator("svg")).to_contain_text("Protect lives from disasters")
    expect(opened).to_have_title(re.compile("implementation plan: Network of the plan"))
    assert opened.locator("script").count() == 0
    alone.close()


def test_markup_in_a_name_stays_text_in_every_file(victim: Reader, tmp_path: Path) -> None:
    page = open_graph(victim, "?from=around&at=mini/3/measure/1-1-1", "ja")
    network = networkx.read_graphml(saved(page, "GraphML"))
    assert HOSTILE in [data["label_ja"] for _, data in network.nodes(data=True)]
    svg = ET.fromstring(saved(page, "SVG").read_text("utf-8"))  # noqa: S314 (our own page wrote it)
    assert any(HOSTILE in (title.text or "") for title in svg.iter(f"{SVG}title"))
    assert svg.find(f".//{SVG}img") is None
    assert saved(page, "PNG").read_bytes().startswith(b"\x89PNG")
    file = tmp_path / "shared.html"
    file.write_bytes(saved(page, "配布用 HTML").read_bytes())
    page.get_by_text(re.compile(r"^表（")).click()
    expect(page.get_by_role("table")).to_contain_text("<img src=x")
    assert page.title() != "taken"
    opened = page.context.new_page()
    opened.goto(file.as_uri())
    expect(opened.locator("svg")).to_be_visible()
    assert opened.locator("img[src=x]").count() == 0
    assert opened.title() != "taken"
