"""Where a query stops being SPARQL, and what could stand there, found by asking the parser about its beginnings.

The engine's own complaint names the farthest letter at which any of its rules gave up, which may lie behind the
fault, and the signs that its grammar is made of. A beginning of the query, however, may be continued if and only if
the parser reads it to its end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plangraph.store.lexer import tokens
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

AFTER = "\n" * 40
"""More than the longest keyword that the parser may look for behind a fault."""
LONGEST = 5_000
"""Longer queries (in letters) are not tried: each try reads the beginning again."""
DIGIT = "['0'"
MOST = 40
"""So many letters of what cannot stand there are shown."""
SIGN = re.compile(r'"((?:\\.|[^"\\])+)"|(\[\'0\')')
SIGNS = {
    "?": Words("変数（?x など）", "a variable such as ?x"),
    "<": Words("IRI（<…> または pg:Project など）", "an IRI such as <…> or pg:Project"),
    "'": Words('文字列（"…"）', "a text in quotes"),
    DIGIT: Words("数", "a number"),
    "*": Words("* などの演算子", "an operator such as *"),
    "=": Words("= などの比較", "a comparison such as ="),
    **{sign: Words(f"「{sign}」", f"'{sign}'") for sign in "(){}.;,"},
}
"""What the parser expects, as people know it; its other signs are parts of these, or too rare to be meant."""
KEYWORDS = (
    *("SELECT", "WHERE", "FROM", "FILTER", "OPTIONAL", "UNION", "BIND", "VALUES", "GROUP", "BY", "HAVING", "ORDER"),
    *("LIMIT", "OFFSET", "AS", "IN", "DISTINCT"),
)
"""The words that are meant most, tried one by one."""


def place_and_expectation(sparql: str, complaint: Callable[[str], str]) -> tuple[int, Words] | None:
    """Find the first token that cannot stand where it does, and say so and what could stand there instead.

    Parameters
    ----------
    sparql : str
        A query that the parser does not read.
    complaint : Callable
        What the parser says of a query; "" if it reads it. A beginning may be a whole query: it is not to be run.

    Returns
    -------
    tuple of int and Words, or None
        The offset of the token in the query; None if that cannot be told.
    """
    if len(sparql) > LONGEST:
        return None
    ends, at = [0], 0
    for token in tokens(sparql):
        at += len(token.text)
        if token.kind not in {"space", "comment"}:
            ends.append(at)

    def goes_on(text: str) -> bool:
        said = complaint(text + AFTER)
        return not said or f"error at {(text + AFTER).count(chr(10)) + 1}:1:" in said

    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if goes_on(sparql[: ends[middle]]) else (low, middle - 1)
    begun = sparql[: ends[low]]
    expected = _signs(complaint(begun + AFTER)) + [
        Words(word, word) for word in KEYWORDS if goes_on(f"{begun} {word} ")
    ]
    if not expected:
        return None
    rest = sparql[ends[low] :]
    start = ends[low] + len(rest) - len(rest.lstrip())
    found = sparql[start : ends[low + 1]][:MOST] if low + 1 < len(ends) else ""
    ja = f"ここに「{found}」は置けません" if found else "ここで終わっています"
    en = f"'{found}' cannot stand here" if found else "the query ends too early"
    first, last = expected[:-1], expected[-1]
    ja = f"{ja}。置けるのは: {'、'.join(one.ja for one in expected)}"
    could = f"{', '.join(one.en for one in first)} or {last.en}" if first else last.en
    return (start if found else len(begun)), Words(ja, f"{en}; expected {could}")


def _signs(complaint: str) -> list[Words]:
    found = {quoted.replace("\\", "") or digit for quoted, digit in SIGN.findall(complaint)}
    if DIGIT in found:
        found.discard(".")  # a number may begin with it
    if ":" not in found:
        found.discard("<")  # it compares
    return [words for sign, words in SIGNS.items() if sign in found]
