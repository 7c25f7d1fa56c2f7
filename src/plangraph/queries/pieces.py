"""Questions cut at their parameters, and the graphs that a query sees written into it."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from plangraph.store.lexer import graphs_of, tokens
from plangraph.store.terms import NamedNode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plangraph.queries.question import Question
    from plangraph.store.lexer import Token


class Piece(NamedTuple):
    """A piece of a question that is cut at its parameters.

    Attributes
    ----------
    kind : str
        ``text``: a part of the query; ``parameter``: the place of a parameter's term; ``graphs``: the place of the
        graphs that the query sees, where it names none itself.
    text : str
        The part, or the parameter's variable without its mark.
    needs : frozenset of str
        The variables of parameters without any of which the piece falls away.
    """

    kind: str
    text: str
    needs: frozenset[str]


def cut(question: Question) -> tuple[Piece, ...]:
    """Cut a question at its parameters, so that whoever binds them need not read SPARQL."""
    return _cut(question.sparql, tuple((each.variable, each.optional) for each in question.parameters))


@lru_cache(maxsize=500)
def _cut(sparql: str, parameters: tuple[tuple[str, bool], ...]) -> tuple[Piece, ...]:
    read = list(tokens(sparql))
    variables = {variable for variable, _ in parameters}
    needs = _needs(read, {variable for variable, optional in parameters if optional})
    begin = _where(read)
    pieces = []
    for at, (token, needed) in enumerate(zip(read, needs, strict=True)):
        if at == begin:
            pieces.append(Piece("graphs", "", frozenset()))
        is_parameter = token.kind == "variable" and token.text[1:] in variables
        kind, text = ("parameter", token.text[1:]) if is_parameter else ("text", token.text)
        pieces.append(Piece(kind, text, frozenset(needed)))
    runs = groupby(pieces, key=lambda piece: (piece.kind, piece.needs))
    return tuple(
        piece
        for (kind, needed), some in runs
        for piece in ([Piece(kind, "".join(each.text for each in some), needed)] if kind == "text" else some)
    )


def _needs(read: list[Token], optional: set[str]) -> list[set[str]]:
    """Return for each token the parameters without which it falls away.

    That is the smallest FILTER or group that asks for them; of a group its braces stay.
    """
    begins: list[int] = []
    needs: list[set[str]] = [set() for _ in read]
    if not optional:
        return needs
    meant = [at for at, token in enumerate(read) if token.kind not in {"space", "comment"}]
    before = {at: read[earlier].text.upper() for earlier, at in pairwise(meant)}
    ends: dict[int, int] = {}
    inside: list[tuple[str, tuple[int, ...]]] = []
    for at, token in enumerate(read):
        if token.kind == "variable" and token.text[1:] in optional:
            inside.append((token.text[1:], tuple(begins)))
        elif token.kind == "mark" and token.text in "({":
            begins.append(at)
        elif token.kind == "mark" and token.text in ")}":
            ends[begins.pop()] = at
    for variable, around in inside:
        for begin in reversed(around):
            is_filter = read[begin].text == "(" and before[begin] == "FILTER"
            if is_filter or (read[begin].text == "{" and before[begin] != "WHERE"):
                first = max(at for at in meant if at < begin) if is_filter else begin + 1
                for needed in needs[first : ends[begin] + is_filter]:
                    needed.add(variable)
                break
    return needs


def over(sparql: str, graphs: Iterable[str]) -> str:
    """Write into a query the graphs (IRIs) that it sees, so that it answers the same by itself.

    Parameters
    ----------
    sparql : str
        A query whose pattern begins with ``WHERE``; one that names its graphs stays as it is.
    graphs : iterable of str
        The graphs; without any, the query stays as it is.
    """
    clauses = "".join(f"FROM {NamedNode(graph)}\n" for graph in graphs)
    read = list(tokens(sparql))
    begin = _where(read)
    if begin is None:
        return sparql
    before, after = ("".join(token.text for token in part) for part in (read[:begin], read[begin:]))
    return before + clauses + after


def _where(read: list[Token]) -> int | None:
    """Return at which token the pattern of a query begins, or None for one that names its graphs itself."""
    if graphs_of(read):
        return None
    return next((at for at, each in enumerate(read) if each.kind == "word" and each.text.upper() == "WHERE"), None)
