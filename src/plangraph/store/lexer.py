r"""The tokens of SPARQL 1.1 (W3C, section 19.8), as far as they are needed to read a query without running it.

Strings, comments and IRIs are told apart from the words of the query, so that a keyword inside one of them is
never taken for the keyword, and a variable inside one is never bound. Escapes such as ``\u0053`` are left as they
are written: the server resolves them before it reads (SPARQL, section 19.2).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
"""The words of which each query has one, by which it is known what the answer is."""
ESCAPED = r"\\[_~.\-!$&'()*+,;=/?\#@%]"
TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<comment>\#[^\r\n]*)
  | (?P<string>\"(?:[^\"\\\r\n]|\\.)*+\"? | '(?:[^'\\\r\n]|\\.)*+'?)
  | (?P<iri><[^<>\"{{}}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$][\w\u00B7\u0300-\u036F\u203F-\u2040]+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<blank>_:[\w.\-]*[\w\-])
  | (?P<name>(?:[^\W\d_][\w.\-\u00B7]{{0,250}}+(?<!\.))?:(?:(?:[\w:\u00B7]|%[0-9A-Fa-f]{{2}}|{ESCAPED})
            (?:(?:[\w:.\-\u00B7]|%[0-9A-Fa-f]{{2}}|{ESCAPED})*
            (?:[\w:\-\u00B7]|%[0-9A-Fa-f]{{2}}|{ESCAPED}))?)?)
  | (?P<number>[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
LONG_STRINGS = {
    '"""': re.compile(r'"""(?:"{0,2}(?:[^"\\]|\\.))*+"""', re.DOTALL),
    "'''": re.compile(r"'''(?:'{0,2}(?:[^'\\]|\\.))*+'''", re.DOTALL),
}


class Token(NamedTuple):
    """A token of a query.

    Attributes
    ----------
    kind : str
        ``space``, ``comment``, ``string``, ``iri``, ``variable``, ``language``, ``blank``, ``name``, ``number``,
        ``word`` (a keyword or function), or ``mark`` (any other single character).
    text : str
        The token as written.
    """

    kind: str
    text: str


def tokens(sparql: str) -> Iterator[Token]:
    """Read the tokens of a query; joined, their texts are the query again.

    The time taken grows with the length of the text, whatever is in it. A quotation mark that nothing closes takes
    the rest of its line: no engine accepts it.
    """
    position, unclosed, read = 0, set[str](), TOKEN.match
    while match := read(sparql, position):
        kind = match.lastgroup or ""
        opening = sparql[position : position + 3] if kind == "string" else ""
        if opening in LONG_STRINGS and opening not in unclosed:
            if long_string := LONG_STRINGS[opening].match(sparql, position):
                kind, match = "string", long_string
            else:
                unclosed.add(opening)  # nothing further on closes it either
        yield Token(kind, match.group())
        position = match.end()


def graphs_from(sparql: str) -> tuple[str, ...]:
    """Read the graphs (IRIs) that a query names by ``FROM <…>``."""
    return graphs_of(tokens(sparql))


def graphs_of(read: Iterable[Token]) -> tuple[str, ...]:
    """Return the graphs (IRIs) that the tokens of a query name by ``FROM <…>``."""
    pairs = pairwise(token for token in read if token.kind not in {"space", "comment"})
    return tuple(iri.text[1:-1] for word, iri in pairs if word.text.upper() == "FROM" and iri.kind == "iri")


def projected(sparql: str) -> tuple[str, ...]:
    """Read the names of the columns that a SELECT names; ``*`` names none."""
    read = (token for token in tokens(sparql) if token.kind not in {"space", "comment"})
    found, depth, before = list[str](), -1, ""
    for token in read:
        word = token.text.upper() if token.kind == "word" else token.text
        if depth < 0:
            if word in {"ASK", "CONSTRUCT", "DESCRIBE"}:
                break
            depth = 0 if word == "SELECT" else depth
        elif word in {"WHERE", "FROM", "{"} and depth == 0:
            break
        elif token.kind == "variable" and (depth == 0 or before == "AS"):
            found.append(token.text[1:])
        depth += {"(": 1, ")": -1}.get(word, 0)
        before = word
    return tuple(found)


def keywords(sparql: str) -> Iterator[str]:
    """Read the keywords and function names of a query, in upper case."""
    return (token.text.upper() for token in tokens(sparql) if token.kind == "word")
