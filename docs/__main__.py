"""``python -m docs [FOLDER]``: write the generated files, by default into the checkout."""

from __future__ import annotations

import sys
from pathlib import Path

from docs.pages import WRITTEN

root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1]
for name, write in WRITTEN.items():
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(write(), "utf-8")
