"""Parameters bound as RDF terms.

A value is first made a term of its parameter's type, which refuses whatever is not one; the term then takes the
place of the variable's tokens. Text of the value never meets the text of the query, so nothing in it can change
the query, on any engine.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from plangraph.errors import ParameterError
from plangraph.fiscal_years import fiscal_year
from plangraph.namespaces import expand
from plangraph.store.folding import folded
from plangraph.store.lexer import graphs_from, tokens
from plangraph.store.terms import Literal, NamedNode, integer, number, text
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from plangraph.queries.question import Parameter, Question
    from plangraph.store.lexer import Token

ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]*")
DIGITS = 40
YEAR = "year"


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


def unknown_parameter(question: Question, name: str) -> ParameterError:
    """Return the error that a question has no parameter of a name: those that it has, and the one meant perhaps."""
    known = [parameter.name for parameter in question.parameters]
    ja, en = ", ".join(known) or "なし", ", ".join(known) or "none"
    return ParameterError(
        Words(
            f"問い '{question.name}' に「{name}」というパラメーターはありません。あるもの: {ja}",
            f"'{question.name}' has no parameter '{name}'; it has: {en}",
        ).then(did_you_mean(name, known))
    )


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
        Returns the IRI of what a name that is not an IRI stands for in a parameter, such as a code, or None.

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
            raise unknown_parameter(question, name)
    absent = [p for p in known.values() if p.default is None and values.get(p.name) is None]
    terms = {
        p.variable: _term(question, p, values.get(p.name), resolve)
        for p in known.values()
        if not (p in absent and (p.derive or p.optional))
    }
    left_out = {each.variable for each in absent if each.optional}
    return "".join(
        piece.text if piece.kind != "parameter" else str(terms.get(piece.text, f"?{piece.text}"))
        for piece in cut(question)
        if not piece.needs & left_out
    )


@lru_cache(maxsize=500)
def _cut(sparql: str, parameters: tuple[tuple[str, bool], ...]) -> tuple[Piece, ...]:
    read = list(tokens(sparql))
    variables = {variable for variable, _ in parameters}
    needs = _needs(read, {variable for variable, optional in parameters if optional})
    begin = _where(sparql, read)
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
    begin = _where(sparql, read)
    if begin is None:
        return sparql
    before, after = ("".join(token.text for token in part) for part in (read[:begin], read[begin:]))
    return before + clauses + after


def _where(sparql: str, read: list[Token]) -> int | None:
    """Return at which token the pattern of a query begins, or None for one that names its graphs itself."""
    if graphs_from(sparql):
        return None
    return next((at for at, each in enumerate(read) if each.kind == "word" and each.text.upper() == "WHERE"), None)


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
                return integer(whole(parameter, given))
            case "decimal":
                return number(_decimal(given))
            case "string":
                return Literal(_sought(parameter, given) if parameter.fold else given)
            case lang:
                return text(given, lang)
    except (ValueError, InvalidOperation) as error:
        raise ParameterError(
            Words(
                f"{parameter.name}: 「{given}」は {parameter.type} 型の値ではありません",
                f"{parameter.name}: '{given}' is not of the type {parameter.type}",
            )
        ) from error


def _sought(parameter: Parameter, given: str) -> str:
    """Return a text that is looked for in names, as they are compared; one of spaces alone would be in all of them."""
    text = folded(given).strip()
    if text or not given:
        return text
    raise ParameterError(
        Words(
            f"{parameter.name} が空です。さがす語を与えてください", f"{parameter.name} is empty: say what to look for"
        )
    )


def whole(parameter: Parameter, given: str) -> int:
    """Return the whole number that is given; of a fiscal year also as ``令和6年度`` or ``R6``.

    Raises
    ------
    ParameterError
        If it is no fiscal year.
    ValueError
        If it is no number.
    """
    if parameter.name != YEAR:
        return int(given)
    year = fiscal_year(given)
    if year is None:
        raise ParameterError(
            Words(
                f"{YEAR}: 「{given}」は年度ではありません。2024、令和6年度、R6 のように書きます",
                f"{YEAR}: '{given}' is not a fiscal year, such as 2024, 令和6年度 or R6",
            )
        )
    return year


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


def grouped(given: str) -> str:
    """Write a number in groups of three digits; what is none stays as it is given."""
    try:
        return f"{_decimal(given):,f}"
    except (ValueError, InvalidOperation):
        return given


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
