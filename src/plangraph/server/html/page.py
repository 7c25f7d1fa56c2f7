"""Pages as text: a head that tells what a page is and where its other forms are, and a body that needs no script."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = {"ja": "総合計画グラフ", "en": "Plan graph"}
OTHER = {"ja": ("en", "English"), "en": ("ja", "日本語")}
ROOMS = {
    "ja": {
        "/ja/": "画面",
        "/api/queries": "問い",
        "/ontology": "用語",
        "/.well-known/void": "データセット",
        "/sparql": "SPARQL",
    },
    "en": {
        "/en/": "Explorer",
        "/api/queries": "Questions",
        "/ontology": "Terms",
        "/.well-known/void": "Datasets",
        "/sparql": "SPARQL",
    },
}
STYLE = """
.plain{max-width:60rem;margin:0 auto;padding:1rem;line-height:1.75;line-break:strict;overflow-wrap:anywhere;
font-family:"Hiragino Sans","Yu Gothic UI","Noto Sans JP","Noto Sans CJK JP",system-ui,sans-serif}
.plain h1{font-feature-settings:"palt";line-height:1.3;margin:1rem 0 .5rem}
.plain h2{font-size:1.1rem;margin:2rem 0 .5rem}.plain p{margin:.5rem 0}
.plain table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
.plain th,.plain td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0;border-top:1px solid}
.plain th,.plain td{border-color:var(--hairline)}.plain th{font-weight:normal;width:14rem}
.plain dt{font-weight:bold;margin-top:1rem}.plain dd{margin:0}.plain a{color:var(--accent)}
.plain nav a,.plain footer a{margin-inline-end:1rem}
"""
# A page that stands alone brings the colours that one within the explorer has from it.
PAPER = """
:root{color-scheme:light dark;background:#fbfaf7;color:#1c2430;--hairline:#e3dfd6;--accent:#0b6e6e}
@media (prefers-color-scheme:dark){:root{background:#14181d;color:#ece8df;--hairline:#2e353d;--accent:#5cc2bc}}
"""
# Within the explorer the facts are for readers whose browser cannot run it; it takes them away when it starts.
WAITING = ".plain{animation:plain 0s 3s both}@keyframes plain{from{visibility:hidden}}"
AT_ONCE = "<noscript><style>.plain{animation:none}</style></noscript>"


@dataclass(frozen=True)
class Page:
    """A page.

    Attributes
    ----------
    title, description : str
        What it is, in its language.
    main : str
        Its content, as HTML.
    lang : str
        ``ja`` or ``en``.
    address : str
        Its address on this server.
    languages : mapping of str to str
        Its address in each language.
    data : mapping of str to str
        The addresses of what it says as data, by media type.
    """

    title: str
    description: str
    main: str
    lang: str
    address: str
    languages: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, str] = field(default_factory=dict)


def alone(page: Page) -> str:
    """Write a page that stands by itself."""
    return (
        f'<!doctype html>\n<html lang="{page.lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'{head(page)}<link rel="icon" href="/icon.svg" type="image/svg+xml">'
        f"<style>{STYLE}{PAPER}</style></head><body>{_body(page)}</body></html>"
    )


def within(index: str, page: Page) -> str:
    """Write a page into that of the explorer, for readers whose browser cannot run it."""
    text = index.replace('<html lang="ja">', f'<html lang="{page.lang}">', 1)
    text = text.replace("<title>plangraph</title>", head(page), 1)
    text = text.replace("</head>", f"<style>{STYLE}{WAITING}</style>{AT_ONCE}</head>", 1)
    return text.replace("</body>", f"{_body(page)}</body>", 1)


def head(page: Page) -> str:
    """Write the title and what search engines and programs look for."""
    name = NAMES[page.lang]
    title = page.title if page.title == name else f"{page.title} · {name}"
    links = [
        f'<link rel="canonical" href="{escape(page.address)}">',
        *(
            f'<link rel="alternate" hreflang="{lang}" href="{escape(address)}">'
            for lang, address in page.languages.items()
        ),
        *(f'<link rel="alternate" type="{media}" href="{escape(address)}">' for media, address in page.data.items()),
    ]
    return (
        f'<title>{escape(title)}</title><meta name="description" content="{escape(page.description)}">{"".join(links)}'
    )


def _body(page: Page) -> str:
    rooms = "".join(f'<a href="{address}">{name}</a>' for address, name in ROOMS[page.lang].items())
    other, name = OTHER[page.lang]
    if other in page.languages:
        rooms += f'<a href="{escape(page.languages[other])}" hreflang="{other}" lang="{other}">{name}</a>'
    return f'<div class="plain"><nav>{rooms}</nav><main>{page.main}</main></div>'
