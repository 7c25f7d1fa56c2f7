"""What the engine says of a query that it cannot read, in words: where, and what it expected."""

from __future__ import annotations

import re

EXPECTED = ": expected "
CHARACTERS = re.compile(r"\[(?:_|'.+?')\](?:, |$)", re.DOTALL)
SENTENCE = re.compile(r"\w+ \w")


def readable(complaint: str) -> str:
    """Leave out of a complaint the classes of characters that the engine's grammar is made of.

    A reason, such as a prefix that is not declared, stands among what was expected; it is then all that is said.
    """
    place, found, rest = complaint.partition(EXPECTED)
    if not found:
        return complaint
    alternatives = CHARACTERS.sub("", rest.removeprefix("one of ")).removesuffix(", ")
    reasons = [part for part in alternatives.split(", ") if SENTENCE.match(part)]
    if reasons:
        return f"{place}: {'; '.join(reasons)}"
    return f"{place}: expected one of {alternatives}" if alternatives else f"{place}: this is not SPARQL"
