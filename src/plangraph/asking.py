"""How a question is put to a graph: about which plan, with which values, as which query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from plangraph import iris, queries
from plangraph.asked_by_name import find
from plangraph.errors import ParameterError
from plangraph.name_lookup import PLAN
from plangraph.own_words import OwnWords
from plangraph.queries.derived import derived
from plangraph.queries.parameter_terms import YEAR
from plangraph.store.answers import Rows
from plangraph.tier_words import in_common_words, said
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.naming import Names
    from plangraph.queries import Library, Parameter, Question
    from plangraph.queries.by_words import FoundQuestions

Ask = Callable[..., Rows]
"""Answers a question by its name, with its parameters as keywords."""


class Put(NamedTuple):
    """A question as it is put.

    Attributes
    ----------
    question : Question
        The question, with the defaults that it has here.
    plan : str
        The plan (IRI) that it is about.
    given : dict of str to object
        Its values by parameter name: those given, and those that are taken from the plan.
    told : bool
        Whether the plan is given, seen among the values, or the only city's.
    """

    question: Question
    plan: str
    given: dict[str, object]
    told: bool

    def values(self) -> dict[Parameter, object]:
        """Return the value of each parameter that has one, its default included."""
        found = {each: self.given.get(each.name, each.default) for each in self.question.parameters}
        return {each: value for each, value in found.items() if value is not None}

    def lacking(self) -> list[Parameter]:
        """Return the parameters that have no value; one that a plan has no value for is not asked for."""
        return [each for each in self.question.parameters if each.required and self.given.get(each.name) is None]


class Asking:
    """The questions of a library, as they can be put to one graph.

    Parameters
    ----------
    library : Library
        The questions.
    names : Names
        How things are found, and with it the engine and what was built.

    Attributes
    ----------
    names : Names
        The same.
    own_words : OwnWords
        What their cities call their tiers.
    """

    def __init__(self, library: Library, names: Names) -> None:
        self._library, self.names, self.own_words = library, names, OwnWords(names)
        self._engine, self._manifest = names.engine, names.manifest
        self._derived: dict[tuple[str, Parameter], str | None] = {}

    def questions(self) -> list[Question]:
        """List the questions that can be asked, by topic and name, with the defaults that they have here."""
        return [self._here(each, self._manifest.plan) for each in self._library.listed()]

    def put(self, question: Question, parameters: Mapping[str, object]) -> Put:
        """Return a question with its defaults here, the plan that it is asked about, and all given values.

        Raises
        ------
        UnknownThing
            If the plan, the city, or a thing that would tell the plan, is not known.
        """
        found = self._plan_of(question, parameters)
        plan = found or self._manifest.plan
        question = self._here(question, plan)
        several = len(set(self._manifest.plans.values())) > 1 and not question.internal
        told = bool(found or not several or {"plan", "city"} & {each.name for each in question.parameters})
        if not told:
            question = question.of_no_plan()
        own: dict[str, object] = (
            {"plan": plan} if "plan" in {parameter.name for parameter in question.parameters} else {}
        )
        if parameters.get("city") is not None:
            own["city"] = self.names.city(str(parameters["city"]))
        years = (each for each in question.parameters if each.name == YEAR and parameters.get(each.name) is not None)
        own |= {each.name: queries.whole(each, str(parameters[each.name])) for each in years}
        return Put(question, plan, {**self._taken(question, parameters, plan), **parameters, **own}, told)

    def bound(self, question: Question, parameters: Mapping[str, object]) -> tuple[str, Sequence[str]]:
        """Return the query that a question with its parameters stands for, and the graphs (IRIs) that it sees.

        Raises
        ------
        ParameterError
            If a value is missing or cannot be taken.
        """
        question, plan, given, _ = self.put(question, parameters)
        text = queries.bind(question, given, lambda name, parameter: self.names.thing(name, plan, parameter.sorts))
        return text, self.names.scope(plan) if "plan" in given else question.graphs

    def cities(self, question: Question, parameters: Mapping[str, object]) -> set[str]:
        """Return the keys of the cities whose facts a question sees: of its plan, or of none in particular."""
        put = self.put(question, parameters)
        if "plan" in put.given:
            return {iris.city_of(graph) for graph in self.names.scope(put.plan)}
        return {str(value) for each, value in put.values().items() if each.name == "city"}

    def lacking(self, question: Question, parameters: Mapping[str, object]) -> dict[Parameter, list[Words]]:
        """Return the parameters that a question lacks, and what may be given for each, if they are few.

        Raises
        ------
        ParameterError
            If the plan has nothing that could be given for one.
        """
        put = self.put(question, parameters)
        if not put.told:
            plans = {each: self.names.choices(each.sorts, put.plan) for each in put.lacking() if PLAN in each.sorts}
            return {each: plans.get(each, []) for each in put.lacking()}
        for each in put.lacking():
            if not self.names.has_some(each.sorts, put.plan):
                word = self.names.labelling.sort(each.sorts)
                raise ParameterError(
                    Words(
                        f"この計画に{word.ja}はないので、問い '{question.name}' には答えられません",
                        f"this plan has no {word.en}, so '{question.name}' cannot be answered",
                    )
                )
        own = self.own_words.of_tiers(question, put.plan)
        return {
            replace(each, words=said(each.words, own)): self.names.choices(each.sorts, put.plan)
            for each in put.lacking()
        }

    def find(self, text: str) -> FoundQuestions:
        """Return the questions that words find: see :func:`plangraph.asked_by_name.find`.

        A city's own words for its tiers are read as questions have them, and the city's name is not looked for.
        """
        key, rest = self.names.city_in(text)
        plan = self.names.plan_of_city(key) if key else self._manifest.plan
        meant = in_common_words(rest, self.own_words.of_all_tiers(plan))
        return find(self.questions(), meant, self.names, plan)

    def _plan_of(self, question: Question, parameters: Mapping[str, object]) -> str | None:
        """Return the plan that is given, or else that of the things or of the city that are; None without any."""
        if (name := parameters.get("plan")) is not None:
            return self.names.plan(str(name))
        for parameter in question.parameters:
            value = parameters.get(parameter.name)
            if parameter.type == "iri" and value is not None:
                thing = self.names.thing(str(value), sorts=parameter.sorts)
                if (plan := self.names.plan_of(thing)) is not None:
                    return plan
        city = parameters.get("city")
        return None if city is None else self.names.plan_of_city(self.names.city(str(city)))

    def _taken(self, question: Question, parameters: Mapping[str, object], plan: str) -> dict[str, str]:
        """Return what parameters take from the plan, each looked up once."""
        found = {}
        for parameter in question.parameters:
            if parameter.derive and parameters.get(parameter.name) is None and parameter.default is None:
                key = (plan, parameter)
                if key not in self._derived:
                    self._derived[key] = derived(parameter, plan, self.names.scope(plan), self._engine)
                if (value := self._derived[key]) is not None:
                    found[parameter.name] = value
        return found

    def _here(self, question: Question, plan: str) -> Question:
        return question.among(plan, self._manifest.city(plan))
