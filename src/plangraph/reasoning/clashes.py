"""What clashes when an ontology with its facts is inconsistent: the fewest facts and axioms that cannot all be true."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from plangraph.namespaces import OWL, RDF
from plangraph.reasoning.proof import Prover
from plangraph.reasoning.statements import Statement
from plangraph.store.embedded import Memory
from plangraph.store.terms import BlankNode, NamedNode, Quad, Triple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from plangraph.inference import Rule
    from plangraph.reasoning.proof import Step
    from plangraph.store.answers import Answer
    from plangraph.store.terms import Term


@dataclass(frozen=True)
class Clash:
    """Facts and axioms that cannot all be true.

    Attributes
    ----------
    facts : tuple of Statement
        What the tables say.
    steps : tuple of Step
        What follows from them, in order.
    disjoint : tuple of str
        The classes (IRIs) that nothing can belong to at once; empty if the clash is of another sort.
    """

    facts: tuple[Statement, ...]
    steps: tuple[Step, ...]
    disjoint: tuple[str, ...]


class Facts:
    """Facts with all that follows from them, to search for proofs in.

    Parameters
    ----------
    asserted : iterable of Quad
        The ontology and the facts, in their graphs.
    inferred : iterable of Quad
        What follows, in graphs named ``…/inferred``.
    """

    def __init__(self, asserted: Iterable[Quad], inferred: Iterable[Quad]) -> None:
        self._store = Memory()
        self._store.add(asserted)
        self._store.add(inferred)

    def sparql(self, text: str, default_graphs: Sequence[str] = ()) -> Answer:
        """Answer a SPARQL query."""
        return self._store.query(text, default_graphs)

    def triples(self) -> Iterator[Triple]:
        """Iterate over all triples."""
        return (quad.triple for quad in self._store.quads())


def disjointness_clashes(facts: Facts, rules: Sequence[Rule]) -> list[Clash]:
    """Find the things that belong to two disjoint classes, and why they do.

    Parameters
    ----------
    facts : Facts
        The facts with all that follows.
    rules : sequence of Rule
        The rules by which it follows.

    Returns
    -------
    list of Clash
        One for each thing and pair of classes, with the shortest proof of each membership.
    """
    types: dict[str, set[str]] = {}
    triples = list(facts.triples())
    for triple in triples:
        if triple.predicate.value == RDF.type and isinstance(triple.subject, NamedNode):
            types.setdefault(triple.subject.value, set()).add(str(triple.object.value))  # type: ignore[union-attr]
    pairs, prover = sorted(disjoint_pairs(triples)), Prover(facts, rules)
    return [
        _clash(prover, thing, pair)
        for thing, kinds in sorted(types.items())
        for pair in pairs
        if kinds.issuperset(pair)
    ]


def disjoint_pairs(triples: Iterable[Triple]) -> set[tuple[str, str]]:
    """Give the pairs of classes (IRIs) that an ontology declares disjoint, each in alphabetical order."""
    about: dict[Term, dict[str, Term]] = {}
    pairs: set[tuple[str, str]] = set()
    groups: list[Term] = []
    for triple in triples:
        if triple.predicate.value == OWL.disjointWith:
            pairs.add(_pair(triple.subject, triple.object))
        elif triple.predicate.value == OWL.members:
            groups.append(triple.object)
        elif triple.predicate.value in {RDF.first, RDF.rest}:
            about.setdefault(triple.subject, {})[triple.predicate.value] = triple.object
    for group in groups:
        members = []
        while isinstance(group, BlankNode):
            members.append(about[group][RDF.first])
            group = about[group][RDF.rest]  # noqa: PLW2901 - down the list
        pairs |= {_pair(*two) for two in combinations(members, 2)}
    return pairs


def smallest_conflict(
    facts: Sequence[Triple], background: Sequence[Triple], consistent: Callable[[Sequence[Triple]], bool]
) -> list[Triple]:
    """Find facts that are inconsistent with a background together, and would not be if one of them were left out.

    This is the algorithm QuickXplain [1]_, which asks about twice as often as the conflict has facts, times the
    logarithm of how many there are.

    Parameters
    ----------
    facts, background : sequence of Triple
        The facts, inconsistent with the background, and the background, consistent by itself.
    consistent : callable
        Tells whether triples are consistent.

    References
    ----------
    .. [1] Junker, U. (2004). QuickXplain: preferred explanations and relaxations for over-constrained problems.
       Proceedings of AAAI 2004, 167-172.
    """

    def conflict(known: Sequence[Triple], added: bool, rest: Sequence[Triple]) -> list[Triple]:
        if added and not consistent(known):
            return []
        if len(rest) == 1:
            return list(rest)
        half = len(rest) // 2
        left, right = rest[:half], rest[half:]
        of_right = conflict([*known, *left], bool(left), right)
        of_left = conflict([*known, *of_right], bool(of_right), left)
        return [*of_left, *of_right]

    return conflict(background, False, facts) if facts else []


def _pair(one: Term, other: Term) -> tuple[str, str]:
    first, second = sorted((str(one.value), str(other.value)))  # type: ignore[union-attr]
    return first, second


def _clash(prover: Prover, thing: str, pair: tuple[str, str]) -> Clash:
    facts: dict[Statement, None] = {}
    steps: dict[Step, None] = {}
    for kind in pair:
        statement = Statement(f"<{thing}>", f"<{RDF.type}>", f"<{kind}>")
        proof = prover.prove(statement) or ()
        reached = {step.conclusion for step in proof}
        leaves = [premise for step in proof for premise in step.premises if premise not in reached]
        facts |= dict.fromkeys(leaves or [statement])
        steps |= dict.fromkeys(proof)
    return Clash(tuple(facts), tuple(steps), pair)
