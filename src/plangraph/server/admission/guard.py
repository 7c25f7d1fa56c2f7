r"""What is refused before any engine sees it.

The guard reads a query's tokens, so that it knows a keyword from the same letters in a string, a comment, an IRI, a
variable or a prefixed name. Parsers differ in two places, and there the guard looks at both readings: escapes such
as ``\u0053`` may be resolved before the text is read or not (SPARQL 1.1, section 19.2), and keywords may stand next
to a name without a space (``SERVICEex:endpoint{}`` is a prefixed name, or the keyword and another).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.errors import QueryRefused, TooLarge
from plangraph.store.from_clauses import Sources, no_graph
from plangraph.store.lexer import FORMS, Token, tokens
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection

    from plangraph.server.settings import Settings

SERVICE = "SERVICE"
UPDATES = frozenset(("LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "INSERT", "DELETE", "WITH"))
CHANGING = frozenset(("NOW", "RAND", "UUID", "STRUUID", "BNODE"))
CLAUSES = frozenset(("SELECT", "MINUS", "FILTER", "BIND", "GRAPH", "EXISTS", "VALUES"))
NO_SERVICE = Words(
    "ここでは SERVICE は使えません。問い合わせのために外から何かを取り寄せることはありません",
    "SERVICE is not allowed here: the server fetches nothing on behalf of a query",
)
LISTED = Words("。/api/info に一覧があります", "; /api/info lists them")
END = Token("mark", "")
COUNTED = {
    "max_tokens": "語と記号",
    "max_optionals": "OPTIONAL",
    "max_unions": "UNION",
    "max_clauses": "句",
    "max_depth": "括弧の入れ子",
    "max_operators": "演算子",
}
OPENING, CLOSING = "([{", ")]}"
OPERATORS = "!^|&+-*/="
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
LAST_CHARACTER = 0x10FFFF


@dataclass(frozen=True)
class Reading:
    """What the guard saw in a query.

    Attributes
    ----------
    form : str
        SELECT, ASK, CONSTRUCT or DESCRIBE.
    repeatable : bool
        Whether the same data always give the same answer.
    """

    form: str
    repeatable: bool


def check(text: str, settings: Settings, graphs: Collection[str]) -> Reading:
    """Read a query and refuse what is not to be run.

    Parameters
    ----------
    text : str
        The query.
    settings : Settings
        The limits.
    graphs : collection of str
        The graphs (IRIs) that ``FROM`` may name.

    Raises
    ------
    QueryRefused
        If the query would fetch or change something, or is beyond a limit; the message names it.
    TooLarge
        If the text is longer than ``max_length``.
    """
    if len(text) > settings.max_length:
        raise TooLarge(
            Words(
                f"問い合わせが {len(text)} 字あります。上限 max-length は {settings.max_length} 字です",
                f"the query has {len(text)} characters; the limit max-length is {settings.max_length}",
            )
        )
    reading = _check(text, settings, graphs)
    resolved = ESCAPE.sub(_character, text)
    return reading if resolved == text else _check(resolved, settings, graphs)


def _check(text: str, settings: Settings, graphs: Collection[str]) -> Reading:
    """Read the tokens once, and no further than the first that is refused."""
    limits = _Limits(settings)
    sources = Sources()
    form, repeatable = "", True
    before = last = Token("space", "")
    for token in tokens(text):
        if token.kind in {"space", "comment"}:
            continue
        limits.count_token()
        if token.kind == "word":
            word = token.text.upper()
            _check_word(word)
            limits.count_word(word)
            form = form or (word if word in FORMS else "")
            repeatable = repeatable and word not in CHANGING
        elif token.kind == "mark":
            _check_name(before, last, token)
            limits.count_mark(token.text)
        _check_graph(sources.read(last, token), graphs)
        before, last = last, token
    _check_graph(sources.read(last, END), graphs)
    return Reading(form or "SELECT", repeatable)


def _check_word(word: str) -> None:
    if SERVICE in word:
        raise QueryRefused(NO_SERVICE)
    if word in UPDATES:
        raise QueryRefused(
            Words(
                f"ここでは {word} は使えません。データは変更できません",
                f"{word} is not allowed here: the data cannot be changed",
            )
        )


def _check_name(before: Token, name: Token, mark: Token) -> None:
    """Refuse the keyword written against the name of an endpoint."""
    is_name = mark.text == "{" and name.kind == "name" and SERVICE in name.text.partition(":")[0].upper()
    if is_name and before.text.upper() not in {"GRAPH", "FROM", "NAMED"}:
        raise QueryRefused(NO_SERVICE)


def _check_graph(iri: str | None, graphs: Collection[str]) -> None:
    if iri is not None and iri not in graphs:
        raise QueryRefused(no_graph(iri, graphs).then(LISTED))


class _Limits:
    """Counts what a query has, up to its limits."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._depth = 0
        self._counts = Counter[str]()

    def count_token(self) -> None:
        self._count("max_tokens", "words and signs")

    def count_word(self, word: str) -> None:
        if "OPTIONAL" in word:
            self._count("max_optionals", "OPTIONALs", word.count("OPTIONAL"))
        elif "UNION" in word:
            self._count("max_unions", "UNIONs", word.count("UNION"))
        elif word in CLAUSES:
            self._count("max_clauses", "clauses")

    def count_mark(self, mark: str) -> None:
        if mark in OPENING:
            self._depth += 1
            self._compare("max_depth", self._depth, "brackets inside each other")
        elif mark in CLOSING:
            self._depth -= 1
        elif mark in OPERATORS:
            self._count("max_operators", "operators")

    def _count(self, name: str, what: str, number: int = 1) -> None:
        self._counts[name] += number
        self._compare(name, self._counts[name], what)

    def _compare(self, name: str, found: int, what: str) -> None:
        limit = getattr(self._settings, name)
        if found > limit:
            option = name.replace("_", "-")
            raise QueryRefused(
                Words(
                    f"問い合わせの{COUNTED[name]}が上限 {option}（{limit}）を超えています",
                    f"the query has more {what} than the limit {option}, {limit}",
                )
            )


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= LAST_CHARACTER else match[0]
