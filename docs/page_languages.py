"""A hook of MkDocs: each page of the documentation site leads to itself in the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

NAMES = {"ja": "日本語", "en": "English"}


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Name the addresses of a page in both languages, which have the same names below ``ja/`` and ``en/``."""
    config.extra["alternate"] = [
        {"lang": lang, "name": name, "link": f"../{lang}/{page.url}"} for lang, name in NAMES.items()
    ]
    return context
