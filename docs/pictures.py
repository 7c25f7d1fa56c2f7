"""``python -m docs.pictures``: what lies near policy 1-1, drawn in two ways, and views of the explorer.

The two, by the explorer and by ``network draw``, lie side by side in ``networks.md``. The views are those of the README
and the tutorial, in both languages.
"""

from __future__ import annotations

import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests import needs
from tests.server.serving import serving

import plangraph
from plangraph.network.drawing import save
from plangraph.words import LANGUAGES, Words

FOLDER = Path(__file__).parent / "pictures"
AROUND, LANG = "1-1", "ja"
VIEWS = {
    "graph": ("graph", "main svg text", 760),
    "tutorial-overview": ("overview", "main h1", 760),
    "tutorial-question": ("query/budget-totals", "main table td", 1200),
}
"""Pictures of views: the address of each, what is there once it can be seen, and the height (pixels)."""
USUAL = "http://127.0.0.1:8000"
"""Where ``plangraph serve`` answers: a picture says its address."""
WIDTH = 1200  # pixels


def draw(graph: plangraph.Graph) -> None:
    """Draw as ``plangraph network draw --around 1-1`` does."""
    save(graph.network(around=AROUND), FOLDER / "network-draw.svg", lang=LANG, title=Words("1-1", "1-1"))


def explore(graph: plangraph.Graph, folder: Path) -> None:
    """Let the explorer save its picture of the same things, and take one of its first picture in both languages."""
    at = graph.resolve(AROUND).removeprefix("https://w3id.org/plangraph/id/")
    graph_view = f"/{LANG}/graph?from=around&at={at}"
    with serving(folder, folder / "access.log") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needs.chromium(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(color_scheme="light")
        page.set_viewport_size({"width": WIDTH, "height": 760})
        page.goto(server.url + graph_view)
        menu = page.locator("details").filter(has_text="PNG")
        menu.locator("summary").click()
        with page.expect_download() as waiting:
            menu.get_by_role("button", name="SVG", exact=True).click()
        picture = Path(waiting.value.path()).read_text("utf-8").replace(server.url, USUAL)
        (FOLDER / "explorer.svg").write_text(picture, "utf-8")
        for lang, (name, (view, seen, height)) in product(LANGUAGES, VIEWS.items()):
            page.set_viewport_size({"width": WIDTH, "height": height})
            page.goto(f"{server.url}/{lang}/{view}")
            page.locator(seen).first.wait_for()
            page.wait_for_load_state("networkidle")
            page.screenshot(path=FOLDER / f"{name}-{lang}.png")
        browser.close()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        kawasaki = plangraph.load("kawasaki", Path(place))
        draw(kawasaki)
        explore(kawasaki, Path(place))
