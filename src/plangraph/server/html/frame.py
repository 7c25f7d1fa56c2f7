"""The frame of a page: a head that tells what it is and where its other forms are, and a body that needs no script."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plangraph.pages import packaged, render
from plangraph.words import LANGUAGES, TONGUES, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST_VIEW = "overview"
"""The view of the explorer that opens where none is named."""
NAME = Words("総合計画グラフ", "Plan graph")
BESIDE = '="./'  # how the explorer's page, as Vite writes it, begins an address


@dataclass(frozen=True)
class Page:
    """A page.

    Attributes
    ----------
    title, description : str
        What it is, in its language.
    main : str
        Its content: HTML that a template wrote.
    lang : str
        ``ja`` or ``en``.
    address : str
        Its address on this server.
    languages : mapping of str to str
        Its address in each language.
    base : str
        The path that all of this server is under: nothing, or such as ``/plangraph``.
    data : mapping of str to str
        The addresses of what it says as data, by media type.
    navigation : mapping of str to str
        The names of other places, by address.
    """

    title: str
    description: str
    main: str
    lang: str
    address: str
    base: str
    languages: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, str] = field(default_factory=dict)
    navigation: Mapping[str, str] = field(default_factory=dict)


def alone(page: Page) -> str:
    """Write a page that stands by itself."""
    return render("server/html/alone.html", **_values(page))


def within(index: str, page: Page, style: str = "") -> str:
    """Write a page into that of the explorer, for readers whose browser cannot run it.

    Parameters
    ----------
    index : str
        The explorer's page.
    page : Page
        The page.
    style : str
        The link to :func:`plain_style`, where it is not to stand in the page itself.
    """
    head, body = (render(f"server/html/{part}.html", **_values(page)) for part in ("head", "body"))
    style = style or f"<style>{plain_style()}</style>"
    text = index.replace('<html lang="ja">', f'<html lang="{page.lang}">', 1)
    text = text.replace(BESIDE, f'="{page.base}/')
    text = text.replace("<title>plangraph</title>", head + style, 1)  # before the explorer's own, which is above it
    return text.replace("</body>", f"{body}</body>", 1)


def plain_style() -> str:
    """Return the style sheet of what stands in the explorer's page until it starts."""
    return packaged("server/html/plain.css") + packaged("server/html/waiting.css")


def _values(page: Page) -> dict[str, object]:
    name = NAME.of(page.lang)
    (other,) = {*LANGUAGES} - {page.lang}
    return {
        "page": page,
        "lang": page.lang,
        "title": page.title if page.title == name else f"{page.title} · {name}",
        "navigation": page.navigation.items(),
        "other": {"lang": other, "name": TONGUES.of(other), "address": page.languages.get(other, "")},
    }
