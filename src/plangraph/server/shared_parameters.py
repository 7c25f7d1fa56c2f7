"""Parameters that several addresses of the server share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.server.http.negotiation import HTML, names_of
from plangraph.server.http.parameters import Choice, Parameter
from plangraph.store.formats import RDF
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.store.formats import Format

LANG = Choice("lang", Words("ページの言語", "the language of the page"), choices=LANGUAGES)
PLAN = Parameter("plan", Words("計画（コード・名称・IRI）", "a plan: a code, a label or an IRI"))


def thing(name: str, ja: str, en: str, example: str = "", argument: str = "", *, required: bool = True) -> Parameter:
    """Return a parameter that names a thing: what it is in both languages, an example, and the handler's argument."""
    told = Words(f"{ja}（コード・名称・IRI）", f"{en}: a code, a label or an IRI")
    return Parameter(name, told, argument, required, example)


def format_of(offered: Mapping[str, Format]) -> Parameter:
    """Return the parameter by which one of the formats that are offered is chosen."""
    told = Words(
        "形式（名前かメディアタイプ）。Accept ヘッダーより優先します",
        "a format, by its name or media type; above the Accept header",
    )
    return Choice("format", told, choices=(*names_of(offered),))


LINKED = (format_of(HTML | RDF), LANG)
"""Those of whatever is told as a page and as data."""
