"""``python -m docs``: write the generated pages."""

from __future__ import annotations

from pathlib import Path

from docs.pages import PAGES

for name, page in PAGES.items():
    (Path(__file__).parent / name).write_text(page(), "utf-8")
