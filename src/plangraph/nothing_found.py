"""Why a question that was put to a graph has no rows, and which years it has data for instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.emptiness import A_WARD, NO_WARD, ON_WARDS, other_years, why_empty
from plangraph.errors import UnknownThing
from plangraph.queries.derived import kinds_with_years, years_with_data
from plangraph.queries.parameter_terms import YEAR
from plangraph.store.answers import Boolean
from plangraph.tier_words import said
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.asked_in_words import InWords
    from plangraph.asking import Asking
    from plangraph.queries import Question


class NothingFound:
    """Knows why questions that are put to one graph have no rows.

    Parameters
    ----------
    asking : Asking
        How they are put.
    in_words : InWords
        What they are called.
    """

    def __init__(self, asking: Asking, in_words: InWords) -> None:
        self._asking, self._names, self._in_words = asking, asking.names, in_words

    def why_empty(self, question: Question, parameters: Mapping[str, object]) -> Words:
        """Return why a question has no rows with some parameters: see :func:`plangraph.emptiness.why_empty`."""

        def has_rows(given: Mapping[str, object]) -> bool:
            try:
                sparql, scope = self._asking.bound(question, given)
            except UnknownThing:  # what is given is not in another plan
                return False
            answer = self._names.engine.query(sparql, scope, limit=1)
            return not isinstance(answer, Boolean) and len(answer) > 0

        put = self._asking.put(question, parameters)
        for each in put.question.parameters:
            if each.derive and each.type == "iri" and not each.optional and put.given.get(each.name) is None:
                return Words(
                    f"この計画には{each.words.ja}がありません（あれば --{each.name} に書いてください）",
                    f"this plan has no {each.words.en.lower()}: give --{each.name}, if there is one",
                )
        if ON_WARDS in put.question.rests_on and not self._names.has(A_WARD, put.plan):
            return said(NO_WARD, self._asking.own_words.of_tiers(put.question, put.plan))
        manifest, scope = self._names.manifest, self._names.scope(put.plan)
        plans = self._names.labelling.of(manifest.plans_of.get(manifest.city(put.plan), ()))
        year = next((each for each in put.question.parameters if each.name == YEAR and each.derive), None)
        years = years_with_data(year, put.plan, scope, self._names.engine) if year else ()
        lacking = year if year and not years and not self._in_words.unserved(put) else None
        absent = self._names.labelling.listed(kinds_with_years(lacking)) if lacking else None
        asked = None if put.given.get(YEAR) is None else int(str(put.given[YEAR]))
        return why_empty(question, parameters, has_rows, self._names.engine, plans, years, asked, absent)

    def without_data(self, question: Question, parameters: Mapping[str, object]) -> Words | None:
        """Name the years with data if the given fiscal year has none in the plan; None if it has."""
        year = next((each for each in question.parameters if each.name == "year" and each.derive), None)
        if year is None or parameters.get("year") is None:
            return None
        put = self._asking.put(question, parameters)
        years = years_with_data(year, put.plan, self._names.scope(put.plan), self._names.engine)
        return other_years(years) if years and str(put.given["year"]) not in map(str, years) else None
