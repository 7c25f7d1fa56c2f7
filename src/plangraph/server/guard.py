r"""What is refused before any engine sees it.

The guard reads a query's tokens, so that it knows a keyword from the same letters in a string, a comment, an IRI, a
variable or a prefixed name. Parsers differ in two places, and there the guard looks at both readings: escapes such
as ``\u0053`` may be resolved before the text is read or not (SPARQL 1.1, section 19.2), and keywords may stand next
to a name without a space (``SERVICEex:endpoint{}`` is a prefixed name, or the keyword and another).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.errors import QueryRefused, TooLarge
from plangraph.namespaces import PREFIXES
from plangraph.queries.question import FORMS
from plangraph.store.lexer import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from plangraph.server.settings import Settings
    from plangraph.store.lexer import Token

SERVICE = "SERVICE"
UPDATES = frozenset(("LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "INSERT", "DELETE", "WITH"))
CHANGING = frozenset(("NOW", "RAND", "UUID", "STRUUID", "BNODE"))
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
        raise TooLarge(_beyond("max-length", len(text), settings.max_length, "characters"))
    reading = _check(text, settings, graphs)
    resolved = ESCAPE.sub(_character, text)
    return reading if resolved == text else _check(resolved, settings, graphs)


def _check(text: str, settings: Settings, graphs: Collection[str]) -> Reading:
    read = [token for token in tokens(text) if token.kind not in {"space", "comment"}]
    words = [token.text.upper() for token in read if token.kind == "word"]
    _check_words(words)
    _check_names(read)
    _check_sizes(read, words, settings)
    _check_graphs(read, graphs)
    form = next((word for word in words if word in FORMS), "SELECT")
    return Reading(form, not CHANGING.intersection(words))


def _check_words(words: Sequence[str]) -> None:
    for word in words:
        if SERVICE in word:
            raise QueryRefused("SERVICE is not allowed here: the server fetches nothing on behalf of a query")
        if word in UPDATES:
            raise QueryRefused(f"{word} is not allowed here: the data cannot be changed")


def _check_names(read: Sequence[Token]) -> None:
    """Refuse the keyword written against the name of an endpoint."""
    for before, token, after in zip([None, *read], read, [*read[1:], None], strict=False):
        prefix = token.text.partition(":")[0].upper()
        if token.kind == "name" and SERVICE in prefix and after is not None and after.text == "{":
            named = before is not None and before.text.upper() in {"GRAPH", "FROM", "NAMED"}
            if not named:
                raise QueryRefused("SERVICE is not allowed here: the server fetches nothing on behalf of a query")


def _check_sizes(read: Sequence[Token], words: Sequence[str], settings: Settings) -> None:
    counts = {
        "max-depth": (_depth(read), settings.max_depth, "brackets inside each other"),
        "max-optionals": (_count(words, "OPTIONAL"), settings.max_optionals, "OPTIONALs"),
        "max-unions": (_count(words, "UNION"), settings.max_unions, "UNIONs"),
        "max-operators": (_operators(read), settings.max_operators, "operators"),
        "max-clauses": (
            sum(_count(words, word) for word in ("SELECT", "MINUS", "FILTER", "BIND", "GRAPH", "EXISTS", "VALUES")),
            settings.max_clauses,
            "clauses",
        ),
    }
    for name, (found, limit, what) in counts.items():
        if found > limit:
            raise QueryRefused(_beyond(name, found, limit, what))


def _count(words: Sequence[str], keyword: str) -> int:
    return sum(word.count(keyword) for word in words)


def _depth(read: Sequence[Token]) -> int:
    depth = deepest = 0
    for token in read:
        if token.kind == "mark":
            depth += (token.text in OPENING) - (token.text in CLOSING)
            deepest = max(deepest, depth)
    return deepest


def _operators(read: Sequence[Token]) -> int:
    return sum(token.kind == "mark" and token.text in OPERATORS for token in read)


def _check_graphs(read: Sequence[Token], graphs: Collection[str]) -> None:
    prefixes = PREFIXES | dict(_declared(read))
    for token, after, third in zip(read, [*read[1:], None], [*read[2:], None, None], strict=False):
        if token.kind != "word" or token.text.upper() != "FROM" or after is None:
            continue
        name = third if after.text.upper() == "NAMED" else after
        iri = None if name is None else _iri(name, prefixes)
        if iri not in graphs:
            raise QueryRefused(f"FROM may only name a graph that is here (/api/info lists them), not {iri or '…'}")


def _declared(read: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for word, name, iri in zip(read, read[1:], read[2:], strict=False):
        if word.text.upper() == "PREFIX" and name.kind == "name" and iri.kind == "iri":
            yield name.text.removesuffix(":"), iri.text[1:-1]


def _iri(token: Token, prefixes: dict[str, str]) -> str | None:
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, _, rest = token.text.partition(":")
    return prefixes[prefix] + rest if token.kind == "name" and prefix in prefixes else None


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= LAST_CHARACTER else match[0]


def _beyond(name: str, found: int, limit: int, what: str) -> str:
    return f"the query has {found} {what}; the limit {name} is {limit}"
