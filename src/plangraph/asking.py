"""How a question is put to a graph: about which plan, with which values, as which query, and what that is in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from plangraph import iris, queries
from plangraph.asked_by_name import find
from plangraph.emptiness import NO_WARD, WARD, other_years, unpeopled, unserved, why_empty
from plangraph.errors import ParameterError, UnknownThing
from plangraph.name_lookup import PLAN
from plangraph.queries.derived import derived, kinds_with_years, years_with_data
from plangraph.queries.parameter_terms import YEAR, grouped
from plangraph.store.answers import Boolean, Rows, expect_rows
from plangraph.tier_words import LEVELS, in_common_words, said, tier_words
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.naming import Names
    from plangraph.queries import Library, Parameter, Question
    from plangraph.queries.by_words import FoundQuestions
    from plangraph.store.columns import Heading

Ask = Callable[..., Rows]
"""Answers a question by its name, with its parameters as keywords."""


ROWS, COUNTING = "by", ("finance", "evaluation")
"""The parameter that says what the rows of an answer are, and the topics of questions that count projects in them."""
LEFT_OUT = """SELECT (COUNT(DISTINCT ?item) AS ?every) (COUNT(DISTINCT ?counted) AS ?under) WHERE {{
    ?item pg:tier/^pg:itemTier {plan} ; pg:inPlan {plan} .
    OPTIONAL {{ ?item pg:countedIn ?row . ?row a|pg:tier {by} BIND(?item AS ?counted) }} }}"""


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
    """

    def __init__(self, library: Library, names: Names) -> None:
        self._library, self._names = library, names
        self._engine, self._manifest = names.engine, names.manifest
        self._derived: dict[tuple[str, Parameter], str | None] = {}
        self._tier_words: dict[tuple[str, str], Mapping[str, Words]] = {}

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
            own["city"] = self._names.city(str(parameters["city"]))
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
        text = queries.bind(question, given, lambda name, parameter: self._names.thing(name, plan, parameter.sorts))
        return text, self._names.scope(plan) if "plan" in given else question.graphs

    def cities(self, question: Question, parameters: Mapping[str, object]) -> set[str]:
        """Return the keys of the cities whose facts a question sees: of its plan, or of none in particular."""
        put = self.put(question, parameters)
        if "plan" in put.given:
            return {iris.city_of(graph) for graph in self._names.scope(put.plan)}
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
            plans = {each: self._names.choices(each.sorts, put.plan) for each in put.lacking() if PLAN in each.sorts}
            return {each: plans.get(each, []) for each in put.lacking()}
        for each in put.lacking():
            if not self._names.has_some(each.sorts, put.plan):
                word = self._names.labelling.sort(each.sorts)
                raise ParameterError(
                    Words(
                        f"この計画に{word.ja}はないので、問い '{question.name}' には答えられません",
                        f"this plan has no {word.en}, so '{question.name}' cannot be answered",
                    )
                )
        own = self._words_of_tiers(question, put.plan)
        return {
            replace(each, words=said(each.words, own)): self._names.choices(each.sorts, put.plan)
            for each in put.lacking()
        }

    def in_words(self, question: Question, parameters: Mapping[str, object]) -> Words:
        """Return what a question asks with some parameters, which are defaults, and what the plan lacks for it."""
        put = self.put(question, parameters)
        values = {
            each: self._meant(each, str(value), put.plan) for each, value in put.values().items() if each.name != "lang"
        }
        things = [value for each, value in values.items() if each.type == "iri" or each.name == "city"]
        called = self._names.labelling.of(things)
        told, own = self.title(question, parameters), self._words_of_tiers(question, put.plan)
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
        lacks = self._unserved(put) or self._unpeopled(put) or self._left_out(put, values)
        return told.then(Words(f"。{lacks.ja}", f". {lacks.en}")) if lacks else told

    def _unserved(self, put: Put) -> Words | None:
        return unserved(put.question, put.plan, lambda pattern: self._names.has(pattern, put.plan))

    def _unpeopled(self, put: Put) -> Words | None:
        words = unpeopled(put.question, lambda pattern: self._names.has(pattern, put.plan))
        return said(words, self._words_of_tiers(put.question, put.plan)) if words else None

    def _left_out(self, put: Put, values: Mapping[Parameter, str]) -> Words | None:
        """Count the projects that are in none of the rows in which a question on money or progress counts them."""
        by = next((value for each, value in values.items() if each.name == ROWS), None)
        if by is None or put.question.topic not in COUNTING:
            return None
        counted = self._engine.query(LEFT_OUT.format(plan=f"<{put.plan}>", by=f"<{by}>"), self._names.scope(put.plan))
        [(every, under)] = (map(int, map(str, row)) for row in expect_rows(counted))
        if under in {0, every}:
            return None
        out = every - under
        words = Words(
            f"事務事業 {every} のうち {out} は、どの行にも属しません。",
            f"{Count(out)} of {every} projects {Count(out):is|are} in none of the rows.",
        )
        return said(words, self._words_of_tiers(put.question, put.plan))

    def _meant(self, parameter: Parameter, value: str, plan: str) -> str:
        """Return the thing (IRI) that a value of a parameter names, the municipality for a city; or else the value."""
        if parameter.name == "city":
            return self._names.city_called(value) or value
        return self._names.thing(value, plan, parameter.sorts) if parameter.type == "iri" else value

    def title(self, question: Question, parameters: Mapping[str, object]) -> Words:
        """Return what a question asks of the plan that it is about, as the city says it."""
        title = Words(question.summary("ja"), question.summary("en"))
        return said(title, self._words_of_tiers(question, self.put(question, parameters).plan))

    def find(self, text: str) -> FoundQuestions:
        """Return the questions that words find: see :func:`plangraph.asked_by_name.find`.

        A city's own words for its tiers are read as questions have them, and the city's name is not looked for.
        """
        key, rest = self._names.city_in(text)
        plan = self._names.plan_of_city(key) if key else self._manifest.plan
        meant = in_common_words(rest, tier_words(self._engine, plan, self._names.scope(plan), LEVELS[-1]))
        return find(self.questions(), meant, self._names, plan)

    def headings(self, question: Question, plan: str, variables: Sequence[str]) -> dict[str, Heading]:
        """Return what the columns of an answer are called where it is about a plan (IRI), in the city's own words."""
        own = self._words_of_tiers(question, plan)
        names = [*variables, *(name.rpartition("_")[0] for name in variables)]
        found = {name: question.wording.column(name, question.name) for name in names if name}
        return {name: replace(each, words=said(each.words, own)) for name, each in found.items() if each}

    def _words_of_tiers(self, question: Question, plan: str) -> Mapping[str, Words]:
        """Return what the city of a plan (IRI) calls the tiers that a question is about, by their common words."""
        return self._words_on(plan, next((level for level in LEVELS if level in question.sparql), LEVELS[-1]))

    def in_own_words(self, words: Words, plan: str) -> Words:
        """Return words as the city of a plan (IRI) says them."""
        return said(words, self._words_on(plan, LEVELS[-1]))

    def _words_on(self, plan: str, level: str) -> Mapping[str, Words]:
        if (plan, level) not in self._tier_words:
            scope = self._names.scope(plan)
            self._tier_words[plan, level] = tier_words(self._engine, plan, scope, level)
        return self._tier_words[plan, level]

    def why_empty(self, question: Question, parameters: Mapping[str, object]) -> Words:
        """Return why a question has no rows with some parameters: see :func:`plangraph.emptiness.why_empty`."""

        def has_rows(given: Mapping[str, object]) -> bool:
            try:
                sparql, scope = self.bound(question, given)
            except UnknownThing:  # what is given is not in another plan
                return False
            answer = self._engine.query(sparql, scope, limit=1)
            return not isinstance(answer, Boolean) and len(answer) > 0

        put = self.put(question, parameters)
        for each in put.question.parameters:
            if each.derive and each.type == "iri" and not each.optional and put.given.get(each.name) is None:
                return Words(
                    f"この計画には{each.words.ja}がありません（あれば --{each.name} に書いてください）",
                    f"this plan has no {each.words.en.lower()}: give --{each.name}, if there is one",
                )
        if put.question.topic == WARD and not self._names.has("?ward a pg:Ward", put.plan):
            return said(NO_WARD, self._words_of_tiers(put.question, put.plan))
        space = self._manifest.spaces.get(self._manifest.city(put.plan), put.plan)
        of_city = [plan for plan in self._manifest.scopes if plan.startswith(space)]
        plans = self._names.labelling.of(of_city)
        year = next((each for each in put.question.parameters if each.name == YEAR and each.derive), None)
        years = years_with_data(year, put.plan, self._names.scope(put.plan), self._engine) if year else ()
        lacking = year if year and not years and not self._unserved(put) else None
        absent = self._names.labelling.listed(kinds_with_years(lacking)) if lacking else None
        asked = None if put.given.get(YEAR) is None else int(str(put.given[YEAR]))
        return why_empty(question, parameters, has_rows, self._engine, plans, years, asked, absent)

    def without_data(self, question: Question, parameters: Mapping[str, object]) -> Words | None:
        """Name the years with data if the given fiscal year has none in the plan; None if it has."""
        year = next((each for each in question.parameters if each.name == "year" and each.derive), None)
        if year is None or parameters.get("year") is None:
            return None
        put = self.put(question, parameters)
        years = years_with_data(year, put.plan, self._names.scope(put.plan), self._engine)
        return other_years(years) if years and str(put.given["year"]) not in map(str, years) else None

    def _plan_of(self, question: Question, parameters: Mapping[str, object]) -> str | None:
        """Return the plan that is given, or else that of the things or of the city that are; None without any."""
        if (name := parameters.get("plan")) is not None:
            return self._names.plan(str(name))
        for parameter in question.parameters:
            value = parameters.get(parameter.name)
            if parameter.type == "iri" and value is not None:
                thing = self._names.thing(str(value), sorts=parameter.sorts)
                if (plan := self._names.plan_of(thing)) is not None:
                    return plan
        city = parameters.get("city")
        return None if city is None else self._names.plan_of_city(self._names.city(str(city)))

    def _taken(self, question: Question, parameters: Mapping[str, object], plan: str) -> dict[str, str]:
        """Return what parameters take from the plan, each looked up once."""
        found = {}
        for parameter in question.parameters:
            if parameter.derive and parameters.get(parameter.name) is None and parameter.default is None:
                key = (plan, parameter)
                if key not in self._derived:
                    self._derived[key] = derived(parameter, plan, self._names.scope(plan), self._engine)
                if (value := self._derived[key]) is not None:
                    found[parameter.name] = value
        return found

    def _here(self, question: Question, plan: str) -> Question:
        return question.among(plan, self._manifest.city(plan))
