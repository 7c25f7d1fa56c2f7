"""What is given for a parameter, made a term of the parameter's type, which refuses whatever is not one."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from plangraph.errors import ParameterError
from plangraph.fiscal_years import fiscal_year, no_fiscal_year
from plangraph.large_numbers import MOST_DIGITS
from plangraph.namespaces import ABSOLUTE, expand
from plangraph.queries.numbers_written import no_number, no_whole_number, number_written
from plangraph.store.folding import folded
from plangraph.store.terms import Literal, NamedNode, integer, number, text
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.queries.question import Parameter, Question

YEAR = "year"


def term_of(
    question: Question, parameter: Parameter, value: object, resolve: Callable[[str, Parameter], str | None]
) -> NamedNode | Literal:
    """Return the term that takes the place of a parameter.

    Parameters
    ----------
    question : Question
        The question.
    parameter : Parameter
        One of its parameters.
    value : object
        What is given for it; None takes its default.
    resolve : callable
        Returns the IRI of what a name that is not an IRI stands for in a parameter, such as a code, or None.

    Raises
    ------
    ParameterError
        If nothing is given and there is no default, or if it is not of the parameter's type or not one of its choices.
    """
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
        wrong = no_number(given) if parameter.type == "decimal" else no_whole_number(given)
        raise ParameterError(Words(*(f"{parameter.name}: {said}" for said in wrong))) from error


def _sought(parameter: Parameter, given: str) -> str:
    """Return a text that is looked for in names, as they are compared; one of spaces alone would be in all of them."""
    text = folded(given).strip()
    if text or not given:
        return text
    raise ParameterError(
        Words(f"{parameter.name} が空です。探す語を与えてください", f"{parameter.name} is empty: say what to look for")
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
        raise ParameterError(Words(*(f"{YEAR}: {said}" for said in no_fiscal_year(given))))
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
    value = number_written(given)
    if value is None:
        value = Decimal(given)  # as a program writes it: 1e+16
    if not value.is_finite() or abs(value.adjusted()) > MOST_DIGITS:
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
