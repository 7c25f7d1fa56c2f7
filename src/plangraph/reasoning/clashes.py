"""What clashes by the ontology's constraints: facts and axioms that cannot all be true, none of them to spare."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from plangraph.inference import Rule, close, keys_of
from plangraph.namespaces import OWL, PREFIXES, RDF, RDFS
from plangraph.reasoning.proof import Prover
from plangraph.reasoning.statements import Statement, written
from plangraph.reasoning.ways import AskedWays
from plangraph.store.answers import expect_rows
from plangraph.store.embedded import Memory
from plangraph.store.terms import BlankNode, NamedNode, Quad, RdfFormat, read_graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plangraph.store.answers import Answer
    from plangraph.store.terms import Term, Triple

A = f"<{RDF.type}>"
IMPOSSIBLE = ("?x", A, f"<{PREFIXES['owl']}Nothing>")
COMPARED = frozenset(PREFIXES["xsd"] + name for name in ("string", "boolean", "integer", "decimal", "dateTime"))
HERE, BEYOND = "urn:plangraph:clash", "urn:plangraph:clash/inferred"


@dataclass(frozen=True)
class Clash:
    """Facts and axioms that cannot all be true.

    Attributes
    ----------
    facts : tuple of Statement
        What the tables say.
    axioms : tuple of Rule
        What the ontology says of them; the constraint that they break comes last.
    """

    facts: tuple[Statement, ...]
    axioms: tuple[Rule, ...]

    def sort(self) -> tuple[object, ...]:
        """Return what clashes of the same sort have in common."""
        return self.axioms, tuple(fact.predicate for fact in self.facts)


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
        self._store = Memory.of([*asserted, *inferred])

    def sparql(self, text: str, default_graphs: Sequence[str] = ()) -> Answer:
        """Answer a SPARQL query."""
        return self._store.query(text, default_graphs)


def constraints(triples: Iterable[Triple]) -> list[Rule]:
    """Read what an ontology forbids, as rules that lead to what cannot be.

    They are named as in OWL 2 RL: ``cax-dw`` for two disjoint classes, ``dt-not-type`` for a value outside the
    datatype of its relation.
    """
    known = list(triples)
    found = [
        Rule("cax-dw", pair, (("?x", A, f"<{pair[0]}>"), ("?x", A, f"<{pair[1]}>")), IMPOSSIBLE)
        for pair in sorted(disjoint_pairs(known))
    ]
    for triple in known:
        datatype = str(triple.object.value)  # type: ignore[union-attr]
        if triple.predicate.value == RDFS.range and datatype in COMPARED:
            relation = str(triple.subject.value)  # type: ignore[union-attr]
            found.append(Rule("dt-not-type", (relation, datatype), (("?x", f"<{relation}>", "?y"),), IMPOSSIBLE))
    return found


def clashes(facts: Facts, rules: Sequence[Rule], forbidden: Sequence[Rule]) -> list[Clash]:
    """Find what breaks constraints, and why.

    Parameters
    ----------
    facts : Facts
        The facts with all that follows.
    rules : sequence of Rule
        The rules by which it follows.
    forbidden : sequence of Rule
        The constraints.

    Returns
    -------
    list of Clash
        One for each thing and constraint, by the shortest proofs; :func:`smallest` leaves out what can be spared.
    """
    prover = Prover(AskedWays(facts, rules))
    return [_clash(prover, constraint, premises) for constraint in forbidden for premises in _broken(facts, constraint)]


def smallest(clash: Clash) -> Clash:
    """Leave out of a clash, one by one, the facts and axioms without which the rest still clashes."""
    facts, axioms = clash.facts, clash.axioms
    for fact in clash.facts:
        rest = tuple(one for one in facts if one != fact)
        facts = rest if _clash_by(rest, axioms) else facts
    for axiom in clash.axioms:
        fewer = tuple(one for one in axioms if one != axiom)
        axioms = fewer if _clash_by(facts, fewer) else axioms
    return Clash(facts, axioms)


def disjoint_pairs(triples: Iterable[Triple]) -> set[tuple[str, str]]:
    """Return the pairs of classes (IRIs) that an ontology declares disjoint, each in alphabetical order."""
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


def _pair(one: Term, other: Term) -> tuple[str, str]:
    first, second = sorted((str(one.value), str(other.value)))  # type: ignore[union-attr]
    return first, second


def _broken(facts: Facts | Memory, constraint: Rule) -> Iterator[tuple[Statement, ...]]:
    """Find the statements that together break a constraint."""
    fits = f"FILTER(!COALESCE(?y = <{constraint.axiom[1]}>(?y), false))" if constraint.name == "dt-not-type" else ""
    text = f"SELECT DISTINCT * WHERE {{ {constraint.where()} {fits} }} ORDER BY ?x"
    answer = expect_rows(facts.sparql(text) if isinstance(facts, Facts) else facts.query(text))
    for row in answer.rows:
        bound = {f"?{name}": written(term) for name, term in zip(answer.variables, row, strict=True) if term}
        yield tuple(Statement(*(bound.get(part, part) for part in pattern)) for pattern in constraint.body)


def _clash(prover: Prover, constraint: Rule, premises: Sequence[Statement]) -> Clash:
    steps = list(dict.fromkeys(step for premise in premises for step in prover.prove(premise) or ()))
    reached = {step.conclusion for step in steps}
    needed = [*premises, *(premise for step in steps for premise in step.premises)]
    facts = dict.fromkeys(statement for statement in needed if statement not in reached)
    return Clash(tuple(facts), (*dict.fromkeys(step.rule for step in steps), constraint))


def _clash_by(facts: Sequence[Statement], axioms: Sequence[Rule]) -> bool:
    """Check whether some facts clash by some axioms alone."""
    store = Memory()
    content = "".join(f"{fact.pattern()} .\n" for fact in facts)
    store.add(Quad(t.subject, t.predicate, t.object, NamedNode(HERE)) for t in read_graph(content, RdfFormat.N_TRIPLES))
    rules = [axiom for axiom in axioms if axiom.head != IMPOSSIBLE]
    close(store, [HERE], BEYOND, keys_of(store, HERE), rules)
    return any(any(True for _ in _broken(store, axiom)) for axiom in axioms if axiom.head == IMPOSSIBLE)
