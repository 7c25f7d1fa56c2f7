"""Cells that hold a code and a name, taken apart."""

from __future__ import annotations

import re
import unicodedata

CODE_FIRST = re.compile(
    r"^(?:第\s*)?([0-9A-Z]{1,4}(?:[-.][0-9]{1,4}){0,4}|[IVX]{1,4}(?:[-.][0-9]+)*)\s*(?:[章節編部]\s*)?[\s.、:)）]+(?=\S)|^\(([0-9]{1,3})\)\s*(?=\S)|^第\s*([0-9]{1,3})\s*[章節編部]\s*(?=\S)"
)


def begins_with_code(text: str, tier: str = "") -> bool:
    """Tell whether a text begins with a code, or the word of its tier and a code, and a name follows."""
    bare = text.removeprefix(tier).strip() if tier else text
    return bool(CODE_FIRST.match(unicodedata.normalize("NFKC", bare)))


def parted(text: str, part: str, tier: str = "") -> tuple[str, str]:
    """Take a cell apart into code and name.

    Parameters
    ----------
    text : str
        What the cell says.
    part : str
        ``code`` or ``name`` if it holds only that.
    tier : str
        The word of its tier, which may stand before the code, as in ``政策１　安全``.
    """
    if part == "code":
        return text, ""
    if part == "name":
        return "", text
    bare = text.removeprefix(tier).strip() if tier else text
    found = CODE_FIRST.match(unicodedata.normalize("NFKC", bare))
    if not found:
        return "", text
    folded = unicodedata.normalize("NFKC", bare)
    name = folded[found.end() :] if len(folded) != len(bare) else bare[found.end() :]
    return found[1] or found[2] or found[3], name.strip()
