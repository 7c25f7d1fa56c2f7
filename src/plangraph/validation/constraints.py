"""The constraint components of SHACL (https://www.w3.org/TR/shacl/#core-components) that the shapes use.

A check is given a focus node and its value nodes, and gives each value at fault, or None for what is missing. A
component without a check here is refused, never passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from operator import le
from typing import TYPE_CHECKING

from plangraph.namespaces import PREFIXES, XSD
from plangraph.store.terms import BlankNode, Literal, NamedNode, name_of, to_python

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from plangraph.store.terms import Term
    from plangraph.validation.property_values import PropertyValues

    Faults = Iterable["Term | Answer | None"]
    Check = Callable[[PropertyValues, Term, Sequence[Term]], Faults]
    Test = Callable[[PropertyValues, Term], bool]

SH = PREFIXES["sh"]


@dataclass(frozen=True)
class Answer:
    """A value at fault with what a query says of it, for the placeholders of a message (5.3.2)."""

    value: Term | None
    said: tuple[tuple[str, str], ...]


def each(test: Test) -> Check:
    """Make a check that every value passes a test."""
    return lambda facts, _, values: [value for value in values if not test(facts, value)]


def some(tests: Sequence[Test]) -> Check:
    """Make a check that every value passes one test or another (4.6.3 ``sh:or``)."""
    return each(lambda facts, value: any(test(facts, value) for test in tests))


def none(test: Test) -> Check:
    """Make a check that no value passes a test (4.6.1 ``sh:not``)."""
    return each(lambda facts, value: not test(facts, value))


def between(test: Test, least: int, most: int | None) -> Check:
    """Make a check of how many values pass a test (4.7.3 ``sh:qualifiedValueShape``)."""

    def check(facts: PropertyValues, _: Term, values: Sequence[Term]) -> Faults:
        number = sum(test(facts, value) for value in values)
        return ((None,) if number < least else ()) + ((None,) if most is not None and number > most else ())

    return check


def _of_class(kind: Term) -> Check:
    return each(lambda facts, value: value in facts.members(kind))


def _of_datatype(datatype: Term) -> Check:
    def is_one(_: PropertyValues, value: Term) -> bool:
        return isinstance(value, Literal) and value.datatype == datatype and _is_well_formed(value)

    return each(is_one)


def _of_node_kind(kind: Term) -> Check:
    accepted = {f"{SH}IRI": NamedNode, f"{SH}BlankNode": BlankNode, f"{SH}Literal": Literal}[name_of(kind)]
    return each(lambda _, value: isinstance(value, accepted))


def _at_least(number: Term) -> Check:
    least = int(name_of(number))
    return lambda _, __, values: () if len(values) >= least else (None,)


def _at_most(number: Term) -> Check:
    most = int(name_of(number))
    return lambda _, __, values: () if len(values) <= most else (None,)


def _matching(pattern: Term) -> Check:
    expression = re.compile(name_of(pattern))
    return each(lambda _, value: not isinstance(value, BlankNode) and bool(expression.search(name_of(value))))


def _in_one_each(wanted: Term) -> Check:
    def check(_: PropertyValues, __: Term, values: Sequence[Term]) -> Iterator[Term | None]:
        languages = Counter(value.language for value in values if isinstance(value, Literal) and value.language)
        return (None for number in languages.values() if number > 1)

    return check if name_of(wanted) == "true" else lambda *_: ()


def _not_after(later: Term) -> Check:
    def check(facts: PropertyValues, focus: Term, values: Sequence[Term]) -> Faults:
        others = facts.of(focus, name_of(later))
        return [value for value in values for other in others if not _in_order(value, other)]

    return check


def _having(wanted: Term) -> Check:
    return lambda _, __, values: () if wanted in values else (None,)


CHECKS: dict[str, Callable[[Term], Check]] = {
    f"{SH}class": _of_class,  # 4.1.1
    f"{SH}datatype": _of_datatype,  # 4.1.2
    f"{SH}nodeKind": _of_node_kind,  # 4.1.3
    f"{SH}minCount": _at_least,  # 4.2.1
    f"{SH}maxCount": _at_most,  # 4.2.2
    f"{SH}pattern": _matching,  # 4.4.3
    f"{SH}uniqueLang": _in_one_each,  # 4.4.5
    f"{SH}lessThanOrEquals": _not_after,  # 4.5.4
    f"{SH}hasValue": _having,  # 4.8.2
}
"""The checks with one parameter (IRI), which is a term."""


def one_of(terms: Sequence[Term]) -> Check:
    """Make a check that every value is one of some terms (4.8.3 ``sh:in``)."""
    accepted = frozenset(terms)
    return each(lambda _, value: value in accepted)


def in_languages(ranges: Sequence[Term]) -> Check:
    """Make a check that every value is in one of some languages (4.4.4 ``sh:languageIn``)."""
    accepted = tuple(name_of(term).lower() for term in ranges)

    def is_in(_: PropertyValues, value: Term) -> bool:
        tag = (value.language or "").lower() if isinstance(value, Literal) else ""
        return any(tag == one or tag.startswith(f"{one}-") for one in accepted)

    return each(is_in)


def answering(select: str) -> Check:
    """Make a check that a query finds nothing (5.3.1 ``sh:sparql``)."""

    def check(facts: PropertyValues, focus: Term, _: Sequence[Term]) -> Faults:
        return [
            Answer(row.get("value"), tuple((name, name_of(term)) for name, term in row.items()))
            for row in facts.select(select, focus)
        ]

    return check


def _is_well_formed(value: Literal) -> bool:
    if value.datatype.value == XSD.dateTime:
        return _moment(value) is not None
    return bool(value.language) or value.datatype.value == XSD.string or not isinstance(to_python(value), str)


def _in_order(one: Term, other: Term) -> bool:
    if isinstance(one, Literal) and isinstance(other, Literal):
        first, second = (_moment(value) or to_python(value) for value in (one, other))
        if type(first) is type(second):
            return bool(le(first, second))  # type: ignore[arg-type]
    return False


def _moment(value: Literal) -> datetime | None:
    if value.datatype.value != XSD.dateTime:
        return None
    try:
        return datetime.fromisoformat(value.value)
    except ValueError:
        return None
