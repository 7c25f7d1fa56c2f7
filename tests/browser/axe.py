"""What axe-core (https://github.com/dequelabs/axe-core) finds wrong with a page as it stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.node import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Page


def violations(page: Page) -> list[str]:
    """Run axe on the page and give its findings, one for each element."""
    page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{one['id']}: {node['html'][:160]} {json.dumps(node['any'][:1], ensure_ascii=False)[:300]}"
        for one in found["violations"]
        for node in one["nodes"][:3]
    ]
