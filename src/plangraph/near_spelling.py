"""A text with one letter wrong, or two that changed places, found in names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plangraph.spelling_rules import SCRIPTS, SHORTEST, SHORTEST_LATIN, SORTS, SURE
from plangraph.store.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable


def near_spelling(text: str, names: Iterable[str]) -> str:
    """Return the spelling in some names that differs from a text in one letter: another, one more or one less.

    Two letters beside each other that changed places are one slip, too.

    Parameters
    ----------
    text : str
        The text that stands in none of the names.
    names : iterable of str
        The names.

    Returns
    -------
    str
        The spelling that most names have; empty if none is so near.

    Examples
    --------
    >>> near_spelling("待機児重", ["待機児童対策事業", "防災"])
    '待機児童'
    """
    wanted = folded(text)
    if len(wanted) < (SHORTEST_LATIN if wanted.isascii() else SHORTEST):
        return ""
    half = len(wanted) // 2
    parts = wanted[:half], wanted[half:], _swapped(wanted, half - 1)
    counts: dict[str, int] = {}
    for name in names:
        plain = folded(name)
        if any(part in plain for part in parts):
            for spelling in {(name if len(name) == len(plain) else plain)[part] for part in _windows(wanted, plain)}:
                if _kana_of(spelling) == _kana_of(text) and _exact_in(spelling) == _exact_in(text):
                    counts[spelling] = counts.get(spelling, 0) + 1
    same = {spelling: count for spelling, count in counts.items() if len(spelling) == len(wanted)}
    return max(same or counts, key=lambda spelling: (counts[spelling], spelling), default="")


def _kana_of(text: str) -> list[bool]:
    return [bool(re.search(script, text)) for script in SCRIPTS]


def _exact_in(text: str) -> list[str]:
    """Return the letters of a text that are no slip."""
    return re.findall(SURE[not text.isascii()], folded(text))


def _windows(wanted: str, name: str) -> list[slice]:
    sizes = range(len(wanted) - 1, len(wanted) + 2)
    parts = [slice(start, start + size) for size in sizes for start in range(len(name) - size + 1)]
    return [part for part in parts if is_one_slip_from(wanted, name[part]) and _begins(wanted, name, part.start)]


def _begins(wanted: str, name: str, at: int) -> bool:
    """Check whether a part of a name begins as is wanted, or where a word may, since letters of another sort end."""
    sort = _sort(name[at])
    return name[at] == wanted[0] or (sort == _sort(wanted[0]) and (at == 0 or _sort(name[at - 1]) != sort))


def _sort(letter: str) -> int:
    return next((at for at, letters in enumerate(SORTS) if re.match(letters, letter)), len(SORTS))


def is_one_slip_from(one: str, other: str) -> bool:
    """Check whether two texts differ in one letter at most, or in two beside each other that changed places."""
    shorter = min(len(one), len(other))
    before = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    after = 0
    while after < shorter - before and one[-1 - after] == other[-1 - after]:
        after += 1
    apart = max(len(one), len(other)) - before - after
    return apart <= 1 or (len(one) == len(other) and _swapped(one, before) == other)


def _swapped(text: str, at: int) -> str:
    """Return a text of which two letters changed places, the one at a place and the next."""
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
