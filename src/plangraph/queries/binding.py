"""Parameters bound as RDF terms.

A value is first made a term of its parameter's type, which refuses whatever is not one; the term then takes the
place of the variable's tokens. Text of the value never meets the text of the query, so nothing in it can change
the query, on any engine.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from plangraph.errors import ParameterError
from plangraph.namespaces import expand
from plangraph.store.folding import folded
from plangraph.store.lexer import graphs_from, tokens
from plangraph.store.terms import Literal, NamedNode, integer, number, text
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from plangraph.queries.question import Parameter, Question

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
        of the sort stays a variable, and matches nothing there.
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
    terms = {
        p.variable: _term(question, p, values.get(p.name), resolve)
        for p in known.values()
        if not (p.derive and p.default is None and values.get(p.name) is None)
    }
    return "".join(
        str(terms[token.text[1:]]) if token.kind == "variable" and token.text[1:] in terms else token.text
        for token in tokens(question.sparql)
    )


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
    if not given:
        raise ParameterError(
            Words(
                f"{parameter.name}（{parameter.words.ja}）が空です。値を与えるか、省いてください",
                f"{parameter.name} ({parameter.words.en}) is empty: give a value, or leave it out",
            )
        )
    if parameter.choices and given not in parameter.choices:
        choices = ", ".join(parameter.choices)
        raise ParameterError(
            Words(
                f"{parameter.name}: 「{given}」は選べません。選べるもの: {choices}",
                f"{parameter.name}: '{given}' is not one of {choices}",
            )
        )
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
