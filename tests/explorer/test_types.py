"""The explorer's TypeScript holds what its types promise."""

from __future__ import annotations

from tests import node
from tests.browser.reading import EXPLORER


def test_the_types_of_the_explorer_hold() -> None:
    if not (EXPLORER / "node_modules").is_dir():
        node.run(EXPLORER, "npm", "ci", "--no-audit", "--no-fund")
    node.run(EXPLORER, "npm", "run", "check")
