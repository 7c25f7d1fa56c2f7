"""Parameters bound as RDF terms.

A value is first made a term of its parameter's type, which refuses whatever is not one; the term then takes the
place of the variable's tokens. Text of the value never meets the text of the query, so nothing in it can change
the query, on any engine.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import TYPE_CHECKING

from plangraph.errors import ParameterError
from plangraph.namespaces import expand
from plangraph.store.folding import folded
from plangraph.store.lexer import graphs_from, tokens
from plangraph.store.terms import Literal, NamedNode, integer, number, text
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from plangraph.queries.question import Parameter, Question
    from plangraph.store.lexer import Token

ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]*")
DIGITS = 40


def bind(
    question: Question,
    values: Mapping[str, object],
    resolve: Callable[[str, Parameter], str | None] = lambda _name, _parameter: None,
) -> str:
    """Bind a question's parameters.

    Parameters
    ----------
    question : Question
        The question.
    values : mapping of str to object
        Values by parameter name; what is left out takes its default. One that is derived from a plan which has nothing
        of the sort stays a variable, and matches nothing there. Where one that is optional is not given, the smallest
        FILTER or group that asks for it falls away.
    resolve : callable
        Gives the IRI of what a name that is not an IRI stands for in a parameter, such as a code, or None.

    Returns
    -------
    str
        The query, in which no parameter is left.

    Raises
    ------
    ParameterError
        If a value is missing, unknown, not of its type, or not one of its choices.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            raise ParameterError(
                Words(
                    f"問い '{question.name}' に '{name}' という値はありません。あるもの: {', '.join(known) or 'なし'}",
                    f"'{question.name}' has no parameter '{name}'; it has: {', '.join(known) or 'none'}",
                )
            )
    absent = [p for p in known.values() if p.default is None and values.get(p.name) is None]
    terms = {
        p.variable: _term(question, p, values.get(p.name), resolve)
        for p in known.values()
        if not (p in absent and (p.derive or p.optional))
    }
    return "".join(
        str(terms[token.text[1:]]) if token.kind == "variable" and token.text[1:] in terms else token.text
        for token in _without(list(tokens(question.sparql)), {p.variable for p in absent if p.optional})
    )


def _without(read: list[Token], absent: Collection[str]) -> list[Token]:
    """Leave out the FILTERs and groups that ask for parameters which are not given; of a group its braces stay."""
    if not absent:
        return read
    begins: list[int] = []
    left_out = [False] * len(read)
    meant = [at for at, token in enumerate(read) if token.kind not in {"space", "comment"}]
    before = {at: read[earlier].text.upper() for earlier, at in pairwise(meant)}
    ends: dict[int, int] = {}
    inside: list[tuple[int, ...]] = []
    for at, token in enumerate(read):
        if token.kind == "variable" and token.text[1:] in absent:
            inside.append(tuple(begins))
        elif token.kind == "mark" and token.text in "({":
            begins.append(at)
        elif token.kind == "mark" and token.text in ")}":
            ends[begins.pop()] = at
    for around in inside:
        for begin in reversed(around):
            is_filter = read[begin].text == "(" and before[begin] == "FILTER"
            if is_filter or (read[begin].text == "{" and before[begin] != "WHERE"):
                first = max(at for at in meant if at < begin) if is_filter else begin + 1
                left_out[first : ends[begin] + is_filter] = [True] * (ends[begin] + is_filter - first)
                break
    return [token for token, out in zip(read, left_out, strict=True) if not out]


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
    before, where, after = sparql, "", ""
    read = list(tokens(sparql))
    if graphs_from(sparql):
        return sparql
    for at, token in enumerate(read):
        if token.kind == "word" and token.text.upper() == "WHERE":
            before, where, after = ("".join(t.text for t in part) for part in (read[:at], [token], read[at + 1 :]))
            break
    return before + clauses + where + after if where else sparql


def _term(
    question: Question, parameter: Parameter, value: object, resolve: Callable[[str, Parameter], str | None]
) -> NamedNode | Literal:
    given = parameter.default if value is None else str(value)
    if given is None:
        raise ParameterError(
            Words(
                f"問い '{question.name}' には '{parameter.name}' の値が必要です",
                f"'{question.name}' needs a value for '{parameter.name}'",
            )
        )
    given = chosen(question, parameter, given)
    try:
        match parameter.type:
            case "iri":
                return NamedNode(_iri(parameter, given, resolve))
            case "integer":
                return integer(int(given))
            case "decimal":
                return number(_decimal(given))
            case "string":
                return Literal(folded(given) if parameter.fold else given)
            case lang:
                return text(given, lang)
    except (ValueError, InvalidOperation) as error:
        raise ParameterError(
            Words(
                f"{parameter.name}: 「{given}」は {parameter.type} 型の値ではありません",
                f"{parameter.name}: '{given}' is not of the type {parameter.type}",
            )
        ) from error


def chosen(question: Question, parameter: Parameter, given: str) -> str:
    """Return the choice that is given by itself or by what it is called in either language.

    Raises
    ------
    ParameterError
        If it is not one of those that the parameter has.
    """
    if not parameter.choices or given in parameter.choices:
        return given
    words = {choice: question.wording.choices.get(choice, Words(choice, choice)) for choice in parameter.choices}
    for choice, called in words.items():
        if folded(given) in {folded(choice.rpartition(":")[2]), *map(folded, called)}:
            return choice
    parts = [choice for choice, called in words.items() if any(folded(given) in folded(each) for each in called)]
    if len(parts) == 1 and given.strip():
        return parts[0]
    there = Words(
        ", ".join(f"{choice}（{called.ja}）" for choice, called in words.items()),
        ", ".join(f"{choice} ({called.en})" for choice, called in words.items()),
    )
    raise ParameterError(
        Words(
            f"{parameter.name}: 「{given}」は選べません。選べるもの: {there.ja}",
            f"{parameter.name}: '{given}' is not one of {there.en}",
        )
    )


def _decimal(given: str) -> Decimal:
    value = Decimal(given)
    if not value.is_finite() or abs(value.adjusted()) > DIGITS:
        raise ValueError(given)
    return value


def _iri(parameter: Parameter, given: str, resolve: Callable[[str, Parameter], str | None]) -> str:
    known = expand(given) or (given if ABSOLUTE.fullmatch(given) and "://" in given else None)
    iri = known or resolve(given, parameter)
    if iri is None or not ABSOLUTE.fullmatch(iri):
        raise ParameterError(
            Words(
                f"{parameter.name}: 「{given}」という名前のものはありません。コードか IRI を指定してください",
                f"{parameter.name}: nothing is known by the name '{given}'; give its code or its IRI",
            )
        )
    return iri
