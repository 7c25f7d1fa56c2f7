"""Rules compiled from the ontology's axioms.

Each axiom becomes one rule of `OWL 2 RL <https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules>`_,
named as in the tables of section 4.3. An axiom without a rule here is refused, never passed over.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plangraph.errors import OntologyError
from plangraph.namespaces import OWL, PREFIXES, RDF, RDFS
from plangraph.store.terms import NamedNode, Triple, shown
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plangraph.store.terms import Term


@dataclass(frozen=True)
class Rule:
    """If every pattern of ``body`` holds, so does ``head``.

    Attributes
    ----------
    name : str
        The rule's name in OWL 2 RL, such as ``prp-spo2``.
    axiom : tuple of str
        The names (IRIs) that the axiom is about, first its subject.
    body : tuple of (str, str, str)
        Triple patterns in SPARQL's notation: variables and IRIs.
    head : (str, str, str)
        The triple pattern that follows.
    """

    name: str
    axiom: tuple[str, ...]
    body: tuple[tuple[str, str, str], ...]
    head: tuple[str, str, str]

    @cached_property
    def keys(self) -> list[str]:
        """The key of each pattern of the body."""
        return [key_of(pattern) for pattern in self.body]

    def where(self) -> str:
        """Write the body as a SPARQL group."""
        return " . ".join(" ".join(pattern) for pattern in self.body)

    def query(self) -> str:
        """Write the rule as a SPARQL CONSTRUCT of what is not known yet.

        Each pattern is a subquery: Oxigraph then joins them by hash, and not by looking each match up in every graph.
        """
        head = " ".join(self.head)
        body = " ".join(f"{{ SELECT * WHERE {{ {' '.join(pattern)} }} }}" for pattern in self.body)
        return f"CONSTRUCT {{ {head} }} WHERE {{ {body} MINUS {{ {head} }} }}"


A = f"<{RDF.type}>"
CHECKED_ELSEWHERE = frozenset({OWL.disjointWith, OWL.members})  # constraints: nothing follows, HermiT judges
READ_AS_PARTS = frozenset(
    (
        *(OWL.onProperty, OWL.hasValue, OWL.someValuesFrom, OWL.intersectionOf),
        *(OWL.imports, OWL.versionIRI, OWL.versionInfo),
    )
)
WITHOUT_RULES = frozenset((*CHECKED_ELSEWHERE, *READ_AS_PARTS))
DECLARATIONS = frozenset(
    (
        *(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Ontology),
        *(OWL.AllDisjointClasses, OWL.Restriction, OWL.NamedIndividual),
    )
)


def key_of(pattern: tuple[str, str, str]) -> str:
    """Return by what is noted whether something is there that a pattern could match: its predicate, or its class."""
    _, predicate, target = pattern
    return predicate + target if predicate == A else predicate


def compile_rules(triples: Iterable[Triple], refused: list[OntologyError] | None = None) -> list[Rule]:
    """Compile the axioms of an ontology.

    Parameters
    ----------
    triples : iterable of Triple
        The ontology.
    refused : list of OntologyError, optional
        Where to put what is wrong with axioms that no rule here carries out, instead of raising it.

    Returns
    -------
    list of Rule
        One rule for each axiom from which something follows (two for an inverse).

    Raises
    ------
    OntologyError
        If there is an axiom that no rule here carries out.
    """
    about: dict[Term, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        about[triple.subject][triple.predicate.value].append(triple.object)
    rules = []
    for subject, facts in about.items():
        for predicate, values in facts.items():
            for value in values:
                try:
                    rules += _rules_of(subject, predicate, value, about)
                except OntologyError as error:
                    if refused is None:
                        raise
                    refused.append(error)
    return rules


def _rules_of(subject: Term, predicate: str, value: Term, about: Mapping[Term, Mapping[str, list[Term]]]) -> list[Rule]:
    if predicate == RDF.type:
        return _characteristic(subject, value)
    if predicate == RDFS.subClassOf:
        return [_subclass(subject, value, about)]
    if predicate == OWL.propertyChainAxiom:
        return [_chain(subject, value, about)]
    if predicate in _PLAIN:
        return _PLAIN[predicate](_iri(subject), _iri(value))
    if predicate.startswith(PREFIXES["owl"]) and predicate not in WITHOUT_RULES:
        raise _refusal(subject, predicate)
    return []


def _subproperty(sub: str, sup: str) -> list[Rule]:
    return [Rule("prp-spo1", (sub, sup), (("?x", f"<{sub}>", "?y"),), ("?x", f"<{sup}>", "?y"))]


def _domain(name: str, kind: str) -> list[Rule]:
    return [Rule("prp-dom", (name, kind), (("?x", f"<{name}>", "?y"),), ("?x", A, f"<{kind}>"))]


def _range(name: str, kind: str) -> list[Rule]:
    if kind.startswith(PREFIXES["xsd"]):
        return []  # a datatype: a literal's type is written in it
    return [Rule("prp-rng", (name, kind), (("?x", f"<{name}>", "?y"),), ("?y", A, f"<{kind}>"))]


def _inverse(one: str, other: str) -> list[Rule]:
    return [
        Rule("prp-inv1", (one, other), (("?x", f"<{one}>", "?y"),), ("?y", f"<{other}>", "?x")),
        Rule("prp-inv2", (one, other), (("?x", f"<{other}>", "?y"),), ("?y", f"<{one}>", "?x")),
    ]


_PLAIN = {
    RDFS.subPropertyOf: _subproperty,
    RDFS.domain: _domain,
    RDFS.range: _range,
    OWL.inverseOf: _inverse,
}


def _characteristic(subject: Term, kind: Term) -> list[Rule]:
    name = kind.value if isinstance(kind, NamedNode) else ""
    prop = f"<{subject.value}>" if isinstance(subject, NamedNode) else ""
    if name == OWL.TransitiveProperty:
        body = (("?x", prop, "?y"), ("?y", prop, "?z"))
        return [Rule("prp-trp", (prop[1:-1],), body, ("?x", prop, "?z"))]
    if name == OWL.SymmetricProperty:
        return [Rule("prp-symp", (prop[1:-1],), (("?x", prop, "?y"),), ("?y", prop, "?x"))]
    if name.startswith(PREFIXES["owl"]) and name not in DECLARATIONS:
        raise _refusal(subject, name)
    return []


def _subclass(sub: Term, sup: Term, about: Mapping[Term, Mapping[str, list[Term]]]) -> Rule:
    kind = _iri(sup)
    name, axiom, body = _members(sub, kind, about)
    return Rule(name, (*axiom, kind), body, ("?x", A, f"<{kind}>"))


def _members(
    expression: Term, kind: str, about: Mapping[Term, Mapping[str, list[Term]]]
) -> tuple[str, tuple[str, ...], tuple[tuple[str, str, str], ...]]:
    """Return, for an expression below a class, the rule's name, the names in it, and what its members ``?x`` match."""
    if isinstance(expression, NamedNode):
        return "cax-sco", (expression.value,), (("?x", A, f"<{expression.value}>"),)
    said = about[expression]
    if OWL.intersectionOf in said:
        parts = [_members(part, kind, about) for part in _list(_only(said[OWL.intersectionOf], kind), about)]
        names = tuple(name for _, axiom, _ in parts for name in axiom)
        return "cls-int1", names, tuple(pattern for _, _, body in parts for pattern in body)
    prop = _iri(_only(said[OWL.onProperty], kind)) if OWL.onProperty in said else ""
    if prop and OWL.hasValue in said:
        value = _iri(_only(said[OWL.hasValue], kind))
        return "cls-hv2", (prop, value), (("?x", f"<{prop}>", f"<{value}>"),)
    if prop and OWL.someValuesFrom in said:
        filler = _iri(_only(said[OWL.someValuesFrom], kind))
        return "cls-svf1", (prop, filler), (("?x", f"<{prop}>", "?y"), ("?y", A, f"<{filler}>"))
    raise _refusal(NamedNode(kind), RDFS.subClassOf)


def _only(values: list[Term], kind: str) -> Term:
    """Return what an expression below a class says, which may be only one thing."""
    value, *others = values
    if others:
        raise _refusal(NamedNode(kind), RDFS.subClassOf)
    return value


def _chain(prop: Term, chain: Term, about: Mapping[Term, Mapping[str, list[Term]]]) -> Rule:
    links = [_iri(link) for link in _list(chain, about)]
    body = tuple((f"?x{i}", f"<{link}>", f"?x{i + 1}") for i, link in enumerate(links))
    head = ("?x0", f"<{_iri(prop)}>", f"?x{len(links)}")
    return Rule("prp-spo2", (_iri(prop), *links), body, head)


def _list(node: Term, about: Mapping[Term, Mapping[str, list[Term]]]) -> list[Term]:
    """Read an RDF list."""
    members: list[Term] = []
    while node != NamedNode(RDF.nil):
        members.append(about[node][RDF.first][0])
        node = about[node][RDF.rest][0]
    return members


def _iri(term: Term) -> str:
    if not isinstance(term, NamedNode):
        raise _refusal(term, OWL.Class)
    return term.value


def _refusal(subject: Term, axiom: str) -> OntologyError:
    name = shown(NamedNode(axiom))
    said = Words(f"公理 {name} を扱う規則がありません。", f"no rule carries out the axiom {name}")
    about = f"{shown(subject)}: " if isinstance(subject, NamedNode) else ""
    return OntologyError(Words(about, about).then(said))
