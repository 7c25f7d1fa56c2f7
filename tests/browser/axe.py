"""What axe-core (https://github.com/dequelabs/axe-core) finds wrong with a page as it stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

import pytest
from tests.node import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Page


Scheme = Literal["light", "dark"]

in_each_look = pytest.mark.parametrize(
    ("lang", "scheme", "width"),
    [("ja", "light", 1280), ("en", "dark", 1280), ("en", "light", 390), ("ja", "dark", 390)],
)


def look(page: Page, scheme: Scheme, width: int, height: int = 844) -> None:
    """Let a page be light or dark, and so many pixels wide and high."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": height})


COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""Those of the rules that are run that look at colours."""

QUIETLY = {
    "resultTypes": ["violations"],
    "preload": False,
    "selectors": False,
    "rules": {"avoid-inline-spacing": {"enabled": False}},
}
"""What takes half of its time is left out: style sheets fetched again, for a rule that is not run, a selector of each
element that is looked at, and the rule that ``SPACING`` stands for, which asks of each whether it is seen."""

SPACING = """() => [...document.querySelectorAll("[style*=important]")]
  .filter(({ style }) => ["letter", "word"].some((of) => style.getPropertyPriority(`${of}-spacing`)) ||
    style.getPropertyPriority("line-height"))
  .map((one) => `avoid-inline-spacing: ${one.outerHTML.slice(0, 160)}`)"""
"""The elements whose own style lets nobody set letters, words or lines further apart."""


def violations(page: Page, *, only: tuple[str, ...] = ()) -> list[str]:
    """Run axe on the page, by all its rules or a few, and give its findings, one for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    asked = {**QUIETLY, **({"runOnly": only} if only else {})}
    found: dict[str, Any] = page.evaluate("(asked) => axe.run(document, asked)", asked)
    fixed: list[str] = [] if only else page.evaluate(SPACING)
    return fixed + [
        f"{one['id']}: {node['html'][:160]} {json.dumps(node['any'][:1], ensure_ascii=False)[:300]}"
        for one in found["violations"]
        for node in one["nodes"][:3]
    ]
