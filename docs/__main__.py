"""``python -m docs [FOLDER]``: write the generated pages."""

from __future__ import annotations

import sys
from pathlib import Path

from docs.pages import PAGES

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
for name, page in PAGES.items():
    (folder / name).write_text(page(), "utf-8")
