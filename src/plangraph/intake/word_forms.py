"""Forms of one word in sheets: of one or several things, and as Switzerland spells it."""

from __future__ import annotations

import re
from itertools import product

from plangraph.intake.values import plain

LATIN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
ENDINGS = (
    (r"y$", "ies"),
    (r"ón$", "ones"),
    (r"es$", "e"),  # strategisches, strategische
    (r"$", "s"),
    (r"(?<=[^aeiou])$", "es"),
    (r"$", "e"),
    (r"$", "n"),
    (r"$", "en"),
    (r"$", "er"),
)
"""How words of English, German, French and Spanish end where they are several, for how they end where they are one."""


def forms(word: str) -> set[str]:
    """Return all that a word of a European language is compared as (see :func:`~plangraph.intake.values.plain`).

    Examples
    --------
    >>> {"maßnahme", "maßnahmen", "massnahme", "massnahmen"} <= forms("Maßnahme")
    True
    >>> "ejesestratégicos" in forms("Eje estratégico"), "strategischeziele" in forms("Strategisches Ziel")
    (True, True)
    >>> forms("施策")
    {'施策'}
    """
    if not LATIN.fullmatch(word) or not word[0].isascii():
        return {plain(word)}
    of_each = [
        {part, *(re.sub(end, several, part) for end, several in ENDINGS if re.search(end, part))}
        for part in re.split("[ -]", word)
    ]
    spelt = {plain("".join(parts)) for parts in product(*of_each)}
    return spelt | {each.replace("ß", "ss") for each in spelt}
