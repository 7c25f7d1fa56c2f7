"""Why an answer has no rows: a year, a filter or a plan without such data, or a term that the ontology lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.namespaces import PREFIXES
from plangraph.store.answers import expect_rows
from plangraph.store.lexer import tokens
from plangraph.words import LANGUAGES, Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from plangraph.queries import Question
    from plangraph.store.engine import Engine

MOST = 30
"""How many other years or plans are tried at most."""
SERVES = "?element pg:contributesTo{} ?aim ; pg:inPlan <{{plan}}>"
"""How an element serves a goal or a target."""
TWO_GOALS = """
{{ SELECT DISTINCT ?one WHERE {{ ?any pg:contributesToGoal|pg:coversGoal ?one ; pg:inPlan <{plan}> }} }}
{{ SELECT DISTINCT ?two WHERE {{ ?any pg:contributesToGoal|pg:coversGoal ?two ; pg:inPlan <{plan}> }} }}
FILTER(?one != ?two)
"""
A_WARD = "?ward a pg:Ward"
RESIDENTS = "?count pg:kind pg:Population ; pg:about ?ward . ?ward a pg:Ward"
NO_CONTRIBUTION = Words(
    "この計画について、SDGsへの貢献は一つも記録されていません。貢献していないという意味ではありません。",
    "No contribution of this plan to the SDGs is recorded, which does not mean that it makes none.",
)
GOALS_ONLY = Words(
    "貢献はゴールに対して述べられ、ターゲットに対しては述べられていません。169のターゲットのうち"
    "どれに貢献し、どれが空白かは、分かりません。",
    "Contributions are stated to goals, not to targets: which of the 169 targets are served, and which are "
    "holes, is not known.",
)
ONE_GOAL = Words(
    "この計画が資するゴールは一つだけなので、組になるゴールはありません。",
    "This plan serves one goal only, so there is no pair of goals.",
)

NO_WARD = Words("区は一つも記録されていません", "no ward is recorded")
NO_PEOPLE = Words(
    "区の人口は一つも記録されていないので、一人当たりの額は分かりません。",
    "The population of no ward is recorded, so sums per resident are not known.",
)
ON_WARDS, ON_RESIDENTS = "wards", "residents"
"""What a question rests on that has nothing to tell without wards, or without how many people live there."""
NEEDED = {
    "contributions": (f"{{{{ {SERVES.format('Goal')} }}}} UNION {{{{ {SERVES.format('Target')} }}}}", NO_CONTRIBUTION),
    "pairs": (TWO_GOALS, ONE_GOAL),
    "targets": (SERVES.format("Target"), GOALS_ONLY),
}
"""What a question may rest on that a plan perhaps does not record: a pattern, and what is said where it has none."""


def unpeopled(question: Question, ask: Callable[[str], bool]) -> Words | None:
    """Explain that sums per resident are not known where a question rests on the population of wards, and none has any.

    Parameters
    ----------
    question : Question
        The question.
    ask : callable
        Checks whether the scope of the plan has a pattern.
    """
    return NO_PEOPLE if ON_RESIDENTS in question.rests_on and ask(A_WARD) and not ask(RESIDENTS) else None


def unserved(question: Question, plan: str, ask: Callable[[str], bool]) -> Words | None:
    """Explain that holes are not known, or no pairs, where a plan records too few contributions that a question reads.

    Parameters
    ----------
    question : Question
        The question.
    plan : str
        The plan (IRI) that it is about.
    ask : callable
        Checks whether the scope of the plan has a pattern.
    """
    needed = (NEEDED[name] for name in question.rests_on if name in NEEDED)
    return next((words for pattern, words in needed if not ask(pattern.format(plan=plan))), None)


def unknown_terms(engine: Engine, sparql: str) -> Words | None:
    """Name the terms of a query with the prefix ``pg:`` that the ontology does not know; None if it knows all."""
    named = {token.text for token in tokens(sparql) if token.kind == "name" and token.text.startswith("pg:")}
    query = f'SELECT DISTINCT ?term WHERE {{ ?term a ?kind FILTER(STRSTARTS(STR(?term), "{PREFIXES["pg"]}")) }}'
    known = {
        f"pg:{str(term).removeprefix(PREFIXES['pg'])}"
        for (term,) in (expect_rows(engine.query(query, [iris.graph("ontology")])) if named else ())
    }
    said = [
        Words(f"「{name}」という用語はオントロジーにありません", f"the ontology has no term '{name}'").then(
            did_you_mean(name, known)
        )
        for name in sorted(named - known - {"pg:"})
    ]
    return (
        Words("\n".join(words.ja for words in said), "\n".join(words.en for words in said)) if known and said else None
    )


def why_empty(
    question: Question,
    given: Mapping[str, object],
    ask: Callable[[Mapping[str, object]], bool],
    engine: Engine,
    plans: Mapping[str, Words],
    with_data: Sequence[int] = (),
    year: int | None = None,
    absent: Words | None = None,
) -> Words:
    """Explain why a question has no rows: without which filter, or for which other years or plans, it has some.

    Parameters
    ----------
    question : Question
        The question.
    given : mapping of str to object
        The parameters that were given.
    ask : callable
        Checks whether the question has rows with other parameters.
    engine : Engine
        What knows the years.
    plans : mapping of str to Words
        What the plans (IRIs) of the city that may be asked about are called.
    with_data : sequence of int
        The fiscal years for which the plan has data of the kind asked for, as far as that is known.
    year : int, optional
        The fiscal year that is asked about.
    absent : Words, optional
        What the plan has for no year at all.
    """
    names = {parameter.name for parameter in question.parameters}
    others = [each for each in with_data or _years(engine) if "year" in names and ask({**given, "year": each})]
    if others and year not in with_data:
        return other_years(others)
    filters = [each for each in question.parameters if each.optional and given.get(each.name) is not None]
    freed = [each for each in filters if ask({key: value for key, value in given.items() if key != each.name})]
    if freed:
        ja, en = (", ".join(f"{each.words.of(lang)} (--{each.name})" for each in freed) for lang in LANGUAGES)
        return Words(
            f"すべての条件に当てはまるものはありません。次のどれかを外すとあります: {ja}",
            f"nothing answers to everything that is given; there is something without one of these: {en}",
        )
    if others:
        listed = ", ".join(map(str, others))
        return Words(
            f"この年度に当てはまるものはありません。あるのは {listed} 年度です",
            f"nothing answers to this in this year; there is something in {listed}",
        )
    if "plan" in names:
        found = [words for iri, words in list(plans.items())[:MOST] if ask({**given, "plan": iri})]
        if found:
            return Words(
                f"この計画には該当するものがありません。あるのは次の計画です: {'、'.join(words.ja for words in found)}",
                f"nothing of this kind in this plan; there is in: {'; '.join(words.en for words in found)}",
            )
    if absent:
        return Words(f"この計画には{absent.ja}のデータがありません", f"this plan has no data of this kind: {absent.en}")
    return Words("該当するものはデータにありません", "nothing of this kind is in the data")


def other_years(years: Sequence[int]) -> Words:
    """Name the fiscal years that have data instead of the one asked for."""
    listed = ", ".join(map(str, years))
    return Words(
        f"この年度のデータはありません。あるのは {listed} 年度です",
        f"no data for this year; there is {listed}",
    )


def _years(engine: Engine) -> Sequence[int]:
    query = f"SELECT DISTINCT ?year WHERE {{ ?figure pg:fiscalYear ?year }} ORDER BY ?year LIMIT {MOST}"
    return [int(year) for (year,) in expect_rows(engine.query(query))]
