"""Numbers as documents bound them: at least 90%, 5 max., au moins 12 logements, 100%以上, 約5,000人."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from plangraph.words import is_japanese

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS = tomllib.loads(Path(__file__).with_name("comparators.toml").read_text("utf-8"))
"""The words before and behind numbers, in tables by the notations of the scheme of comparators."""


def _folded(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).replace("’", "'").casefold().split())


def _standing(where: str) -> dict[str, str]:
    return {_folded(words): comparator for comparator, each in WORDS.items() for words in each[where]}


def _any_of(words: Iterable[str]) -> str:
    """Return the pattern for some words, the longest first; those in letters stand by themselves in Latin script."""
    return "|".join(
        (r"(?<![^\W\d_])" if word[0].isalpha() and not is_japanese(word) else "")
        + re.escape(word).replace(r"\ ", r"\s+")
        + (r"(?![^\W\d_])" if word[-1].isalpha() and not is_japanese(word) else "")
        for word in sorted(words, key=lambda word: -len(word))
    )


BEFORE, BEHIND = _standing("before"), _standing("behind")
"""The comparators by the words that stand before and behind a number."""
IN_JAPANESE_BEFORE, IN_JAPANESE_BEHIND = (
    _any_of(word for word in words if is_japanese(word)) for words in (BEFORE, BEHIND)
)
"""The Japanese words among them, within patterns."""
_BEFORE, _BEHIND = (_any_of(word for word in words if not is_japanese(word)) for words in (BEFORE, BEHIND))
_SIGN = r"(?P<sign>[£€$¥₩]?)\s*"
_NUMBER = _SIGN + r"(?P<number>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?![\d,.]*\d)\s*"
_UNIT = r"(?P<unit>[^\d\s()|<>][^\d()|<>]{,30}?)?"
BOUNDED = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<before>{_BEFORE})\s*{_NUMBER}{_UNIT}",
        rf"{_NUMBER}{_UNIT}\s*(?P<behind>{_BEHIND})",
        rf"{_NUMBER}(?P<behind>{_BEHIND})\s+{_UNIT}",
    )
]
"""Where the words in Latin letters may stand: max. 5 homes, 5 homes max., 5 max. homes."""
OTHER_BOUND = re.compile(rf"(?:{_BEHIND})$", re.IGNORECASE)
WRITTEN = re.compile(
    rf"(?P<before>{IN_JAPANESE_BEFORE})?\s*{_SIGN}(?P<number>[△▲+-]?\s*\d[\d,]*(?:\.\d+)?)\s*"
    rf"(?P<unit>(?!{IN_JAPANESE_BEHIND})[^\d\s()約,.|](?:(?!{IN_JAPANESE_BEHIND})[^\d()約|]){{0,11}}?)?\s*"
    rf"(?P<behind>{IN_JAPANESE_BEHIND})?"
)


def as_written(value: str) -> dict[str, str]:
    """Read a number with how it is to be read and its unit: 100%以上, 約5,000人, 10以内.

    Examples
    --------
    >>> as_written("１００％以上")
    {'value': '100', 'unit': '%', 'comparator': 'atLeast'}
    >>> as_written("$1,200.50")
    {'value': '1,200.50', 'unit': '$'}
    >>> as_written("増加")
    {}
    """
    spelt = unicodedata.normalize("NFKC", value).strip()
    if bounded := bounded_in_latin_letters(spelt):
        return bounded
    found = WRITTEN.fullmatch(spelt)
    return _read(found, f"{found['sign']}{found['unit'] or ''}") if found else {}


def bounded_in_latin_letters(text: str) -> dict[str, str]:
    """Read a number with how it is to be read in words in Latin letters, or signs; empty if no such word bounds it.

    Examples
    --------
    >>> bounded_in_latin_letters("at least 90%")
    {'value': '90', 'unit': '%', 'comparator': 'atLeast'}
    >>> bounded_in_latin_letters("5 max. par an")
    {'value': '5', 'unit': 'par an', 'comparator': 'atMost'}
    """
    spelt = text.replace("’", "'")
    found = next((found for form in BOUNDED if (found := form.fullmatch(spelt))), None)
    if found is None or OTHER_BOUND.search(found["unit"] or ""):
        return {}
    return _read(found, f"{found['sign']}{found['unit']}" if found["unit"] else "")


def comparator_of(found: re.Match[str]) -> str:
    """Return the comparator of the words that a pattern has found as ``before`` or ``behind``; empty if of none."""
    said = found.groupdict()
    return BEHIND.get(_folded(said.get("behind") or ""), "") or BEFORE.get(_folded(said.get("before") or ""), "")


def _read(found: re.Match[str], unit: str) -> dict[str, str]:
    read = {"value": found["number"], "unit": unit.strip(), "comparator": comparator_of(found)}
    return {column: said for column, said in read.items() if said}
