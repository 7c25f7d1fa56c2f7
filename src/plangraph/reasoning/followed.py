"""Proofs of all that was inferred, as a site without Python follows and tells them."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from plangraph.reasoning.explanation import rules_of
from plangraph.reasoning.grounds import grounds
from plangraph.reasoning.proof import last_steps
from plangraph.reasoning.statements import labels, shown
from plangraph.reasoning.verbalization import SENTENCE, axiom_words
from plangraph.reasoning.ways import variables_of
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.inference import Rule
    from plangraph.reasoning.statements import Store
    from plangraph.reasoning.ways import Step

TOLD = ("basis", "rationale", "source")
"""What the explorer shows of the grounds of a statement."""


def explaining(store: Store) -> dict[str, Any]:
    """Return what one needs to explain the statements of a graph elsewhere.

    Returns
    -------
    dict
        ``terms`` of the proofs as they stand in a query, and their ``names`` in both languages; the ``rules`` that lead
        to something, each with ``name``, ``head``, ``body``, ``axiom_label``, its ``variables``, and for each of these
        the ``values`` (places among the terms) in each last step of a proof by this rule; of all that is
        ``stated``, subject, predicate and object (places among the terms) and the place of its grounds among all
        ``grounds``; and the ``sentence`` in which statements are told.
    """
    by_rule: dict[Rule, list[Step]] = defaultdict(list)
    for step in last_steps(store, rules_of(store)):
        by_rule[step.rule].append(step)
    steps = [step for some in by_rule.values() for step in some]
    terms = sorted({term for step in steps for one in (*step.premises, step.conclusion) for term in one})
    places = {term: place for place, term in enumerate(terms)}
    iris = {shown(term) for term in terms if term.startswith("<")} | {iri for rule in by_rule for iri in rule.axiom}
    called = labels(store, iris)
    names = [called.get(each, Words(each, each)) for each in map(shown, terms)]
    stated = sorted({one for step in steps for one in step.premises} - {step.conclusion for step in steps})
    said = [json.dumps({name: each[name] for name in TOLD}) for each in grounds(store, stated).values()]
    distinct = {each: place for place, each in enumerate(dict.fromkeys(said))}
    return {
        "terms": terms,
        "names": {lang: [name.of(lang) for name in names] for lang in LANGUAGES},
        "rules": [
            {
                "name": rule.name,
                "head": rule.head,
                "body": rule.body,
                "axiom_label": axiom_words(rule, called)._asdict(),
                "variables": variables_of(rule.body),
                "values": _values(rule, some, places),
            }
            for rule, some in by_rule.items()
        ],
        "stated": [[*(places[term] for term in one), distinct[each]] for one, each in zip(stated, said, strict=True)],
        "grounds": [*map(json.loads, distinct)],
        "sentence": SENTENCE._asdict(),
    }


def _values(rule: Rule, steps: Sequence[Step], places: dict[str, int]) -> list[list[int]]:
    """Return the values of each variable of a rule in steps by it."""
    at = {part: (row, column) for row, pattern in enumerate(rule.body) for column, part in enumerate(pattern)}
    found = (at[name] for name in variables_of(rule.body))
    return [[places[step.premises[row][column]] for step in steps] for row, column in found]
