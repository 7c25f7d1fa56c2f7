"""Parameters bound as RDF terms.

A value is first made a term of its parameter's type, which refuses whatever is not one; the term then takes the
place of the variable's tokens. Text of the value never meets the text of the query, so nothing in it can change
the query, on any engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.errors import ParameterError
from plangraph.queries.parameter_terms import term_of
from plangraph.queries.pieces import cut
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from plangraph.queries.question import Parameter, Question


def unknown_parameter(question: Question, name: str) -> ParameterError:
    """Return the error that a question has no parameter of a name: those that it has, and the one meant perhaps."""
    known = [parameter.name for parameter in question.parameters]
    listed = ", ".join(known)
    return ParameterError(
        Words(
            f"問い '{question.name}' に「{name}」というパラメーターはありません。あるもの: {listed or 'なし'}",
            f"'{question.name}' has no parameter '{name}'; it has: {listed or 'none'}",
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
        p.variable: term_of(question, p, values.get(p.name), resolve)
        for p in known.values()
        if not (p in absent and (p.derive or p.optional))
    }
    left_out = {each.variable for each in absent if each.optional}
    return "".join(
        piece.text if piece.kind != "parameter" else str(terms.get(piece.text, f"?{piece.text}"))
        for piece in cut(question)
        if not piece.needs & left_out
    )
