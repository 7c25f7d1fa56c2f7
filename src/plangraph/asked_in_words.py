"""A question in words: what it asks of a plan as the plan's city says it, and what the plan lacks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plangraph.emptiness import unpeopled, unserved
from plangraph.queries.parameter_terms import grouped
from plangraph.store.answers import expect_rows
from plangraph.tier_words import said
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.asking import Asking, Put
    from plangraph.queries import Parameter, Question
    from plangraph.store.columns import Heading

ROWS, COUNTING = "by", ("finance", "evaluation")
"""The parameter that says what the rows of an answer are, and the topics of questions that count projects in them."""
LEFT_OUT = """SELECT (COUNT(DISTINCT ?item) AS ?every) (COUNT(DISTINCT ?counted) AS ?under) WHERE {{
    ?item pg:tier/^pg:itemTier {plan} ; pg:inPlan {plan} .
    OPTIONAL {{ ?item pg:countedIn ?row . ?row a|pg:tier {by} BIND(?item AS ?counted) }} }}"""


class InWords:
    """The questions that can be put to one graph, in words.

    Parameters
    ----------
    asking : Asking
        How they are put.
    """

    def __init__(self, asking: Asking) -> None:
        self._asking, self._names, self._own = asking, asking.names, asking.own_words

    def title(self, question: Question, parameters: Mapping[str, object]) -> Words:
        """Return what a question asks of the plan that it is about, as the city says it."""
        title = Words(question.summary("ja"), question.summary("en"))
        return said(title, self._own.of_tiers(question, self._asking.put(question, parameters).plan))

    def in_words(self, question: Question, parameters: Mapping[str, object]) -> Words:
        """Return what a question asks with some parameters, which are defaults, and what the plan lacks for it."""
        put = self._asking.put(question, parameters)
        values = {
            each: self._meant(each, str(value), put.plan) for each, value in put.values().items() if each.name != "lang"
        }
        things = [value for each, value in values.items() if each.type == "iri" or each.name == "city"]
        called = self._names.labelling.of(things)
        told, own = self.title(question, parameters), self._own.of_tiers(question, put.plan)
        for number, (each, value) in enumerate(values.items()):
            shown = grouped(value) if each.type == "decimal" else value
            words = called.get(value) or put.question.wording.choices.get(value) or Words(shown, shown)
            default = Words("", "") if each.name in parameters else Words("（既定）", " (default)")
            mark = Words("、", "; ") if number else Words("  ", "  ")
            name = said(each.words, own)
            told = told.then(
                Words(
                    f"{mark.ja}{name.ja}: {words.ja}{default.ja}",
                    f"{mark.en}{name.en.lower()}: {words.en}{default.en}",
                )
            )
        lacks = self.unserved(put) or self._unpeopled(put) or self._left_out(put, values)
        return told.then(Words(f"。{lacks.ja}", f". {lacks.en}")) if lacks else told

    def unserved(self, put: Put) -> Words | None:
        """Return that the plan of a question records none of what the question is about, if that is so."""
        return unserved(put.question, put.plan, lambda pattern: self._names.has(pattern, put.plan))

    def _unpeopled(self, put: Put) -> Words | None:
        words = unpeopled(put.question, lambda pattern: self._names.has(pattern, put.plan))
        return said(words, self._own.of_tiers(put.question, put.plan)) if words else None

    def _left_out(self, put: Put, values: Mapping[Parameter, str]) -> Words | None:
        """Count the projects that are in none of the rows in which a question on money or progress counts them."""
        by = next((value for each, value in values.items() if each.name == ROWS), None)
        if by is None or put.question.topic not in COUNTING:
            return None
        counted = self._names.engine.query(
            LEFT_OUT.format(plan=f"<{put.plan}>", by=f"<{by}>"), self._names.scope(put.plan)
        )
        [(every, under)] = (map(int, map(str, row)) for row in expect_rows(counted))
        if under in {0, every}:
            return None
        out = every - under
        words = Words(
            f"事務事業 {every} のうち {out} は、どの行にも属しません。",
            f"{Count(out)} of {every} projects {Count(out):is|are} in none of the rows.",
        )
        return said(words, self._own.of_tiers(put.question, put.plan))

    def _meant(self, parameter: Parameter, value: str, plan: str) -> str:
        """Return the thing (IRI) that a value of a parameter names, the municipality for a city; or else the value."""
        if parameter.name == "city":
            return self._names.city_called(value) or value
        return self._names.thing(value, plan, parameter.sorts) if parameter.type == "iri" else value

    def headings(self, question: Question, plan: str, variables: Sequence[str]) -> dict[str, Heading]:
        """Return what the columns of an answer are called where it is about a plan (IRI), in the city's own words."""
        own = self._own.of_tiers(question, plan)
        names = [*variables, *(name.rpartition("_")[0] for name in variables)]
        found = {name: question.wording.column(name, question.name) for name in names if name}
        return {name: replace(each, words=said(each.words, own)) for name, each in found.items() if each}
