"""Hooks of MkDocs: each page leads to itself in the other language, and docstrings show no marks of Sphinx."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from plangraph.words import LANGUAGES, TONGUES

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

ROLE = re.compile(r":(?:meth|func|data|class|mod|attr):(?=<code>)")


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Name the addresses of a page in both languages, which have the same names below ``ja/`` and ``en/``."""
    config.extra["alternate"] = [
        {"lang": lang, "name": TONGUES.of(lang), "link": f"../{lang}/{page.url}"} for lang in LANGUAGES
    ]
    return context


def on_page_content(html: str, **_: Any) -> str:
    """Leave out what stands before a name in a docstring for Sphinx, such as ``:meth:``."""
    return ROLE.sub("", html)
