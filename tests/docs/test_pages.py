"""The generated pages say what is true now."""

from __future__ import annotations

from pathlib import Path

import pytest
from docs.pages import PAGES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_has_not_drifted(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == PAGES[name](), "run 'make docs'"
