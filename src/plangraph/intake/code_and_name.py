"""Cells that hold a code and a name, taken apart."""

from __future__ import annotations

import re
import unicodedata

CODE_FIRST = re.compile(
    r"^(?![0-9A-Z]+\s+[a-zß-ÿ]|(?![IVX]+\s)[A-Z]{2,}\s+[A-Za-z])(?:第\s*)?([0-9A-Z]{1,4}(?:[-.][0-9]{1,4}){0,4}|[IVX]{1,4}(?:[-.][0-9]+)*)\s*(?:(?:[章節編部]|項(?!目))\s*)?[\s.、:)）]+(?:[–—-]\s+)?(?=\S)|^\(([0-9]{1,3})\)\s*(?=\S)"
    r"|^\(?([ア-コ])(?:\)|[\s.、])\s*(?=\S)|^第\s*([0-9]{1,3})\s*(?:[章節編部]|項(?!目))\s*(?=\S)"
)
"""A code before a name, which is no article, number or short word of a sentence: A thriving economy, 100 new homes."""
AFTER_TIER = re.compile(r"^([0-9]{1,3}|[IVX]{1,4})(?=[^0-9IVX\s.\-つ個本年次期大])")
"""A number that nothing but the word of its tier tells from the name: 基本目標１しごとをつくる."""
IN_CIRCLE = re.compile(r"^\s*([①-⑳])\s*(?=\S)")


SHORT_WORDS = frozenset("柱章節項")
"""One letter that numbers may follow as they follow the word of a tier that ends with it: 柱１ of 施策の柱."""


def begins_with_code(text: str, tier: str = "") -> bool:
    """Check whether a text begins with a code, or the word of its tier and a code, and a name follows."""
    return bool(parted(text, "", tier)[0])


def parted(text: str, part: str, tier: str = "") -> tuple[str, str]:
    """Split a cell into code and name.

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
    bare = _without_word(text, tier) if tier else text
    if circled := IN_CIRCLE.match(bare):
        return unicodedata.normalize("NFKC", circled[1]), bare[circled.end() :].strip()
    folded = unicodedata.normalize("NFKC", bare)
    found = CODE_FIRST.match(folded) or (AFTER_TIER.match(folded) if bare != text else None)
    if not found:
        return "", text
    name = folded[found.end() :] if len(folded) != len(bare) else bare[found.end() :]
    return next(filter(None, found.groups())), name.strip(" \u3000-–—:：")


def _without_word(text: str, tier: str) -> str:
    """Return a text without the word of its tier, or the end of that word, before a number: 目標１ of 基本目標."""
    if text.startswith(tier):
        return text.removeprefix(tier).strip()
    for end in (tier[at:] for at in range(1, len(tier))):
        rest = text.removeprefix(end).strip()
        if (
            text.startswith(end)
            and (len(end) > 1 or end in SHORT_WORDS)
            and unicodedata.normalize("NFKC", rest)[:1].isdigit()
        ):
            return rest
    return text
