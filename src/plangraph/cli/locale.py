"""The language in which a person is spoken to: that of the terminal's locale (POSIX, section 8.2)."""

from __future__ import annotations

import os


def language() -> str:
    """Give ``ja`` in a Japanese locale, and ``en`` in any other."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "ja" if next(filter(None, named), "").startswith("ja") else "en"
