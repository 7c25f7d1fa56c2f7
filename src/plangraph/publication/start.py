"""The head of the explorer's page made short: what thousands of pages need alike stands in one script."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from plangraph.pages import packaged

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "start.js"
USUAL = "usual.js"
ELEMENT = re.compile(r"""\s*<(?:link|script|meta name="(?:color-scheme|plangraph-\w+)")[^>]*>(?:</script>)?""")
HOW = {".js": 'rel="modulepreload"', ".css": 'rel="stylesheet"'}
DATA = 'rel="preload" as="fetch"'
THEME = '<script src="./theme.js">'
INDENT = re.compile(r"\n\s+")


class Start(NamedTuple):
    """What starts the explorer in a page.

    Attributes
    ----------
    page : str
        The explorer's page, which names the script in place of scripts, icon and what else is not needed at once.
    script : str
        The script.
    """

    page: str
    script: str


def shortened(index: str, theme: str) -> Start:
    """Remove from the explorer's page what a script can add.

    Its style sheets are not needed before it is: what stands in the page until then has one of its own.

    Parameters
    ----------
    index : str
        The explorer's page, as Vite writes it.
    theme : str
        The script that sets the theme before anything is drawn, which the new one begins with.
    """
    taken = ELEMENT.findall(index)
    reader = _Elements()
    for text in taken:
        index = index.replace(text, f'<script src="./{FILE}"></script>' if THEME in text else "", 1)
        reader.feed("" if THEME in text else text)
    parts = {
        "at_once": [each for each in reader.found if each[0] != "script"],
        "last": [each for each in reader.found if each[0] == "script"],
    }
    script = str(packaged("publication/start.js")).replace("{};", f"{json.dumps(parts)};", 1)
    return Start(INDENT.sub("\n", index), f"{theme}\n{script}")


def fetching(index: str, *files: str) -> str:
    """Return markup by which a page fetches files of the site before a script asks for them, all at the same time.

    Parameters
    ----------
    index : str
        The explorer's page.
    files : str
        Modules, style sheets, and data that the explorer fetches, by their paths in the site.
    """
    links = (
        f'<link {HOW.get(PurePosixPath(name).suffix, DATA)} crossorigin href="./{name}">'
        for name in files
        if f'"./{name}"' not in index
    )
    return index.replace("</head>", "".join(links) + "</head>", 1)


def usually_fetching(index: str, *files: str) -> str:
    """Return markup by which a page fetches data of the site as soon, unless its address asks for another plan or year.

    Parameters
    ----------
    index : str
        The explorer's page.
    files : str
        Data that the explorer fetches where the address names neither, by their paths in the site.
    """
    links = "".join(f'<link class="usual" as="fetch" crossorigin href="./{name}">' for name in files)
    return index.replace(THEME, f'{links}<script src="./{USUAL}"></script>{THEME}', 1)  # before what is waited for


def of_view(built: Mapping[str, Any], view: str) -> list[str]:
    """List the modules and style sheets that a view of the explorer consists of, by their paths in the site.

    Parameters
    ----------
    built : mapping
        What Vite says of the files that it wrote (its manifest).
    view : str
        The view.
    """
    todo = [key for key, each in built.items() if key.startswith(f"src/views/{view}/") and each.get("isDynamicEntry")]
    found: dict[str, None] = {}
    for key in todo:
        each = built[key]
        todo += [name for name in each.get("imports", ()) if name not in todo]
        found |= dict.fromkeys([*each.get("css", ()), each["file"]])
    return list(found)


class _Elements(HTMLParser):
    """The elements of a text with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
