"""What parameters take from the plan asked about where no value is given.

The header's ``derive`` says for a parameter, in the order in which they are tried:

- ``plan``: the plan itself;
- a property: what the plan has it with, such as ``pg:isSucceededBy`` or ``pg:endYear``;
- for a fiscal year, kinds of figures, or ``pg:Evaluation``: of the years for which the plan has something of most of
  these, the newest.

As in OWL, the name of a property begins with a small letter, that of anything else with a capital.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plangraph.namespaces import expand
from plangraph.store.answers import expect_rows
from plangraph.store.terms import NamedNode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.queries.question import Parameter
    from plangraph.store.engine import Engine

FIGURE = """
VALUES ?broad {{ {rule} }}
?fact pg:kind/pg:countsAs ?broad ; pg:about ?element
"""
EVALUATION = "?fact pg:evaluates ?element"


def derived(parameter: Parameter, plan: str, scope: Sequence[str], engine: Engine) -> str | None:
    """Return the value that a parameter takes from a plan, or None if the plan has nothing of the sort.

    Parameters
    ----------
    parameter : Parameter
        One that says what it takes.
    plan : str
        The plan (IRI).
    scope : sequence of str
        The graphs (IRIs) of its scope.
    engine : Engine
        What answers queries.
    """
    for rule in parameter.derive:
        if rule == "plan":
            return plan
        if _is_property(rule) and (value := _other(rule, plan, engine)) is not None:
            return value
    found = Counter(year for rule in _dated_rules(parameter) for year in _years(rule, plan, scope, engine))
    return str(max(found, key=lambda year: (found[year], year))) if found else None


def years_with_data(parameter: Parameter, plan: str, scope: Sequence[str], engine: Engine) -> list[int]:
    """Return the fiscal years for which a plan has something of what a parameter takes its year from."""
    return sorted({year for rule in _dated_rules(parameter) for year in _years(rule, plan, scope, engine)})


def kinds_with_years(parameter: Parameter) -> list[str]:
    """Return the kinds of figures (IRIs), or evaluations, from which a parameter takes its year."""
    names = (name for rule in _dated_rules(parameter) for name in rule.split())
    return [iri for name in dict.fromkeys(names) if (iri := expand(name))]


def _dated_rules(parameter: Parameter) -> list[str]:
    return [rule for rule in parameter.derive if not _is_property(rule)]


def _years(rule: str, plan: str, scope: Sequence[str], engine: Engine) -> list[int]:
    """Return the fiscal years for which a plan has an evaluation, or a figure of some kinds."""
    facts = EVALUATION if rule == "pg:Evaluation" else FIGURE.format(rule=rule)
    dated = f"{facts} . ?fact pg:fiscalYear ?year . ?element pg:inPlan {NamedNode(plan)}"
    rows = expect_rows(engine.query(f"SELECT DISTINCT ?year WHERE {{ {dated} }}", list(scope)))
    return [int(str(year)) for (year,) in rows]


def _is_property(rule: str) -> bool:
    return rule.rpartition(":")[2][0].islower()


def _other(rule: str, plan: str, engine: Engine) -> str | None:
    query = f"SELECT ?other WHERE {{ {NamedNode(plan)} {rule} ?other }} ORDER BY ?other LIMIT 1"
    return next((str(value) for (value,) in expect_rows(engine.query(query, []))), None)
