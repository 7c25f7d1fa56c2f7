"""The language in which a person is spoken to: that of the terminal's locale (POSIX, section 8.2).

What plangraph says is in ``Words``. What click says of itself ("Usage", "Missing argument") it looks up by gettext, for
which ``messages/`` has the Japanese.
"""

from __future__ import annotations

import gettext
import locale
import os
from pathlib import Path

from plangraph.words import Words

MESSAGES = Path(__file__).parent / "messages"


def language() -> str:
    """Return ``ja`` in a Japanese locale, and ``en`` in any other; Windows tells its own where no variable does."""
    named = (*map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG")), locale.getlocale()[0])
    return "ja" if next(filter(None, named), "").lower().startswith("ja") else "en"


def said(ja: str, en: str) -> str:
    """Say the same in the language of the terminal."""
    return Words(ja, en).of(language())


def japanese(text: str) -> str | None:
    r"""Return a command's help in a Japanese locale; in any other, it is the docstring of the command.

    Each paragraph keeps its lines (click's ``\b``): without spaces, there is nowhere for click to break them.
    """
    return "\n\n".join(f"\b\n{part.strip()}" for part in text.split("\n\n")) if language() == "ja" else None


if language() == "ja":
    gettext.bindtextdomain("messages", str(MESSAGES))
