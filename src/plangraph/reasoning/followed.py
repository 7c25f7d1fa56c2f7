"""Proofs of all that was inferred, as a site without Python follows and tells them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from plangraph.reasoning.explanation import GIVEN, GROUNDS, SOURCE, rules_of
from plangraph.reasoning.proof import last_steps
from plangraph.reasoning.statements import ASSERTED, IS_A, LABELS, labels
from plangraph.reasoning.verbalization import SENTENCE, axiom_words
from plangraph.reasoning.ways import variables_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.inference import Rule
    from plangraph.reasoning.statements import Store
    from plangraph.reasoning.ways import Step


def explaining(store: Store) -> dict[str, Any]:
    """Return what one needs to explain the statements of a graph elsewhere.

    Returns
    -------
    dict
        ``terms`` of the proofs as they stand in a query; the ``rules`` that lead to something, each with ``name``,
        ``head``, ``body``, ``axiom_label``, its ``variables``, and for each of these the ``values`` (places among the
        terms) in each last step of a proof by this rule; ``texts`` of the queries that
        :func:`~plangraph.reasoning.explanation.explain` asks, with ``$`` before what is to be put in; ``sentence`` and
        ``is_a`` in both languages, and what ``given`` graphs (IRIs) are called.
    """
    by_rule: dict[Rule, list[Step]] = defaultdict(list)
    for step in last_steps(store, rules_of(store)):
        by_rule[step.rule].append(step)
    steps = [step for some in by_rule.values() for step in some]
    terms = sorted({term for step in steps for one in (*step.premises, step.conclusion) for term in one})
    places = {term: place for place, term in enumerate(terms)}
    names = labels(store, {iri for rule in by_rule for iri in rule.axiom})
    return {
        "terms": terms,
        "rules": [
            {
                "name": rule.name,
                "head": rule.head,
                "body": rule.body,
                "axiom_label": axiom_words(rule, names)._asdict(),
                "variables": variables_of(rule.body),
                "values": _values(rule, some, places),
            }
            for rule, some in by_rule.items()
        ],
        "texts": {"asserted": ASSERTED, "labels": LABELS, "grounds": GROUNDS, "source": SOURCE},
        "sentence": SENTENCE._asdict(),
        "is_a": IS_A._asdict(),
        "given": {graph: words._asdict() for graph, words in GIVEN.items()},
    }


def _values(rule: Rule, steps: Sequence[Step], places: dict[str, int]) -> list[list[int]]:
    """Return the values of each variable of a rule in steps by it."""
    at = {part: (row, column) for row, pattern in enumerate(rule.body) for column, part in enumerate(pattern)}
    found = (at[name] for name in variables_of(rule.body))
    return [[places[step.premises[row][column]] for step in steps] for row, column in found]
