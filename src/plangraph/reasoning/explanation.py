"""Why a statement holds: the steps from asserted rows and axioms to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph import iris
from plangraph.errors import UnknownThing
from plangraph.inference import compile_rules
from plangraph.namespaces import RDF
from plangraph.ontology import local
from plangraph.reasoning.grounds import NO_GROUNDS, grounds
from plangraph.reasoning.proof import Prover
from plangraph.reasoning.statements import (
    Statement,
    holds,
    is_asserted,
    kinds,
    labels,
    shown,
)
from plangraph.reasoning.verbalization import axiom_words, sentence
from plangraph.reasoning.ways import AskedWays
from plangraph.store.answers import Triples, expect_rows
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.inference import Rule
    from plangraph.reasoning.statements import Store
    from plangraph.reasoning.ways import Step

Names = dict[str, Words]


def rules_of(store: Store) -> list[Rule]:
    """Compile the rules of the ontology that a graph was built with."""
    answer = store.sparql("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", [iris.graph("ontology")])
    assert isinstance(answer, Triples)  # noqa: S101 - for the type checker
    return compile_rules(answer)


def explain(store: Store, statement: Statement, rules: list[Rule] | None = None) -> dict[str, Any]:
    """Explain why a statement holds.

    Parameters
    ----------
    store : Store
        The graph.
    statement : Statement
        The statement.
    rules : list of Rule, optional
        The rules; without them, those of the graph's own ontology.

    Returns
    -------
    dict
        ``statement``; ``asserted``, whether it needs no explanation; and ``steps`` from the facts to it, each with the
        ``rule`` of OWL 2 RL, its ``axiom`` (IRIs) and ``axiom_label``, its ``premises`` and its ``conclusion``. A
        statement has ``subject``, ``predicate``, ``object``, ``labels``, ``kinds`` (the classes of its ends) and
        ``text``; a premise says besides whether it is ``asserted``, and then its ``basis`` with ``basis_label``,
        ``rationale`` and ``source``.

    Raises
    ------
    UnknownThing
        If the graph does not say so, or no rule of the ontology leads to it.
    """
    if not holds(store, statement):
        told, instead = _in_words(store, statement), _instead(store, statement)
        raise UnknownThing(
            Words(f"グラフに{told.ja}とはありません。{instead.ja}", f"the graph does not say {told.en}: {instead.en}")
        )
    proof = Prover(AskedWays(store, rules if rules is not None else rules_of(store))).prove(statement)
    if proof is None:
        told = _in_words(store, statement)
        raise UnknownThing(
            Words(f"{told.ja}を導くオントロジーの規則がありません", f"no rule of the ontology leads to {told.en}")
        )
    said = {statement} | {premise for step in proof for premise in step.premises}
    terms = {iri for one in said for iri in one.iris()} | {iri for step in proof for iri in step.rule.axiom}
    names, sorts = labels(store, terms), kinds(store, terms)
    asserted = grounds(store, [one for one in said if is_asserted(store, one)])
    return {
        "statement": _described(statement, names, sorts) | asserted.get(statement, {}),
        "asserted": statement in asserted,
        "steps": [_step(step, names, sorts, asserted) for step in proof],
    }


def _step(
    step: Step, names: Names, sorts: Mapping[str, str], asserted: Mapping[Statement, dict[str, Any]]
) -> dict[str, Any]:
    return {
        "rule": step.rule.name,
        "axiom": list(step.rule.axiom),
        "axiom_label": axiom_words(step.rule, names)._asdict(),
        "premises": [
            _described(premise, names, sorts) | {"asserted": premise in asserted} | asserted.get(premise, NO_GROUNDS)
            for premise in step.premises
        ],
        "conclusion": _described(step.conclusion, names, sorts),
    }


def _described(statement: Statement, names: Names, sorts: Mapping[str, str]) -> dict[str, Any]:
    parts = {part: shown(term) for part, term in statement._asdict().items()}
    words = {part: names.get(term, Words(term, term)) for part, term in parts.items()}
    labelled = {part: said._asdict() for part, said in words.items()}
    ends = {part: sorts.get(parts[part], "") for part in ("subject", "object")}
    return {**parts, "labels": labelled, "kinds": ends, "text": sentence(**words)._asdict()}


def _instead(store: Store, statement: Statement) -> Words:
    """Suggest what to ask in place of a statement that the graph does not hold."""
    subject, predicate, object_ = statement
    of_kind = predicate == f"<{RDF.type}>"
    pattern = f"{subject} a ?said" if of_kind else f"{subject} ?said {object_}"
    found = expect_rows(store.sparql(f"SELECT DISTINCT ?said WHERE {{ {pattern} }} ORDER BY ?said")).to_dicts()
    called = labels(store, (row["said"] for row in found))
    names = Words(
        "、".join(f"「{words.ja}」（{local(iri)}）" for iri, words in called.items()),
        ", ".join(f"'{words.en}' ({local(iri)})" for iri, words in called.items()),
    )
    if found and of_kind:
        return Words(f"種類は{names.ja}です。これなら説明できます", f"its classes are {names.en}; ask for one of them")
    if found:
        return Words(
            f"二つの間にあるのは{names.ja}です。これなら説明できます",
            f"between the two it says {names.en}; ask for that",
        )
    return Words(
        "二つを直接に結ぶ関係はありません。間の経路は trace で調べられます",
        "nothing ties the two directly; ask 'trace' for the paths between them",
    )


def _in_words(store: Store, statement: Statement) -> Words:
    names = labels(store, statement.iris())
    parts = {part: shown(term) for part, term in statement._asdict().items()}
    return sentence(**{part: names.get(term, Words(term, term)) for part, term in parts.items()})
