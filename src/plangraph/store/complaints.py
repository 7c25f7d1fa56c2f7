"""What the engine says of a query that it cannot read, in words: where, and what it expected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plangraph.namespaces import PREFIXES
from plangraph.store.expected import place_and_expectation
from plangraph.store.lexer import FORMS, tokens
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMPLAINT = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): expected (?:one of )?(?P<rest>.*)", re.DOTALL)
LETTERS = re.compile(r"(?:\[(?:_|'.+?')\]|<unreported>)(?:, |$)", re.DOTALL)
WIDE = re.compile(r"[^ \t\r\n]")
SENTENCE = re.compile(r"\w+ \w")
NO_PREFIX = "Prefix not found"
REASONS = {
    NO_PREFIX: "宣言されていない接頭辞です",
    "IRI parsing failed": "IRI として読めません",
    "language tag parsing failed": "言語タグとして読めません",
    "Duplicated variable name in SELECT": "SELECT に同じ変数が二度あります",
    "The SELECT contains a variable that is unbound": "SELECT に、集計していない変数があります",
    "The SELECT overrides an existing variable using an expression": "SELECT の式の名前が、すでにある変数と同じです",
}
"""What the engine's grammar gives as a reason, in Japanese."""

UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"])
WORDS = frozenset(
    re.findall(
        r"\w+",
        """A ABS ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DAY
        DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS
        IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE LIMIT MAX MD5 MIN MINUS MINUTES
        MONTH NAMED NOT NOW OFFSET OPTIONAL ORDER PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS
        SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER STRBEFORE STRDT STRENDS STRLANG
        STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TRUE TZ UCASE UNDEF UNION URI UUID VALUES WHERE YEAR""",
    )
)
"""What may stand in a query by itself: keywords and functions (SPARQL 1.1 Query Language, 19.8)."""
SHORTEST = 3
"""How many letters a word has at least that may be a misspelt one."""
BEGINNINGS = {*FORMS, "PREFIX", "BASE"}


class Complaint(NamedTuple):
    """What is wrong with a query.

    Attributes
    ----------
    words : Words
        What is wrong, and where.
    place : sequence of int
        The line and the column, each counted from 1; nothing where they are not known.
    """

    words: Words
    place: Sequence[int] = ()


def readable(complaint: str, sparql: str, of: Callable[[str], str]) -> Complaint:
    """Describe what is wrong with a query, and where, as the person who typed it sees it.

    What people get wrong most is found in the query itself: a space of full width, a prefix that is not declared, an
    update, a misspelt word. Of anything else it is told what cannot stand where it does, and what could.

    Parameters
    ----------
    complaint : str
        What the engine says.
    sparql : str
        The query.
    of : Callable
        What the engine says of another query; "" if it reads it.

    Returns
    -------
    Complaint
        The same in both languages, and its place; what is not known here stays as the engine says it.
    """
    if found := _typed(sparql, NO_PREFIX in complaint):
        return _found(sparql, *found)
    told = COMPLAINT.fullmatch(complaint)
    if not told:
        return Complaint(Words(complaint, complaint))
    expected = LETTERS.sub("", told["rest"]).removesuffix(", ")
    reasons = [part for part in expected.split(", ") if SENTENCE.match(part)]
    if reasons:
        words = Words("。".join(REASONS.get(reason, reason) for reason in reasons), "; ".join(reasons))
    elif at := place_and_expectation(sparql, of):
        return _found(sparql, *at)
    else:
        words = Words("ここから先が SPARQL の形になっていません", "this is not SPARQL")
    return _at(int(told["line"]), int(told["column"]), words)


def _found(sparql: str, offset: int, words: Words) -> Complaint:
    return _at(sparql.count("\n", 0, offset) + 1, offset - sparql.rfind("\n", 0, offset), words)


def _at(line: int, column: int, words: Words) -> Complaint:
    where = Words(f"{line} 行目の {column} 文字目: ", f"line {line}, column {column}: ")
    return Complaint(where.then(words), (line, column))


def _typed(sparql: str, lacks_prefix: bool) -> tuple[int, Words] | None:
    """Find what people get wrong most: where it begins in the query, and what to say of it."""
    offset, first, before = 0, True, ""
    declared = set(PREFIXES)
    for token in tokens(sparql):
        start, offset = offset, offset + len(token.text)
        if token.kind == "space" and (wide := WIDE.search(token.text)):
            return start + wide.start(), Words(
                "全角の空白があります。半角にしてください", "a space of full width; use a common one"
            )
        if token.kind in {"space", "comment"}:
            continue
        prefix = token.text.partition(":")[0]
        if token.kind == "name" and before == "PREFIX":
            declared.add(prefix)
        elif lacks_prefix and token.kind == "name" and prefix not in declared:
            words = Words(f"接頭辞 {prefix}: は宣言されていません", f"the prefix {prefix}: is not declared")
            return start, words.then(did_you_mean(f"{prefix}:", [f"{known}:" for known in declared]))
        if first and token.text.upper() not in BEGINNINGS:
            return start, _beginning(token.text)
        if token.kind == "word" and (misspelt := _misspelt(token.text)):
            return start, misspelt
        first, before = False, token.text.upper()
    return None


def _misspelt(word: str) -> Words | None:
    """Describe that a word is none of SPARQL's, if it is near one of them."""
    known = len(word) < SHORTEST or word.upper() in WORDS
    meant = None if known else did_you_mean(word.upper(), sorted(WORDS))
    said = Words(f"「{word}」は SPARQL の語ではありません", f"'{word}' is no word of SPARQL")
    return said.then(meant) if meant and meant.en else None


def _beginning(word: str) -> Words:
    if word.upper() in UPDATES:
        return Words(
            f"{word} は更新です。ここでは問い合わせ（{'、'.join(FORMS)}）だけができます",
            f"{word} is an update; only queries can be asked here: {', '.join(FORMS)}",
        )
    return Words(f"「{word}」では始められません", f"a query does not begin with '{word}'").then(
        did_you_mean(word, FORMS)
    )
