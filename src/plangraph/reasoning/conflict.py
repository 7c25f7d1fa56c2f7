"""The fewest parts of an ontology with its facts that are inconsistent, found by asking a judge again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.inference import DECLARATIONS
from plangraph.namespaces import OWL, RDF
from plangraph.store.terms import BlankNode, Literal, NamedNode, Triple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from plangraph.store.terms import Term

Part = tuple[Triple, ...]
"""Triples that say something together only: an axiom, or a fact."""


def parts(triples: Sequence[Triple]) -> tuple[list[Triple], list[Part]]:
    """Split an ontology into its facts and parts.

    Parameters
    ----------
    triples : sequence of Triple
        The ontology; its labels and notes say nothing that could clash, and are left out.

    Returns
    -------
    list of Triple
        What declares names to be classes or relations, without which nothing can be read.
    list of Part
        The axioms and facts, each with the anonymous nodes that it needs.
    """
    texts = {
        t.subject for t in triples if t.predicate.value == RDF.type and t.object == NamedNode(OWL.DatatypeProperty)
    }
    known = [t for t in triples if not isinstance(t.object, Literal) or t.predicate in texts]
    about: dict[Term, list[Triple]] = {}
    for triple in known:
        about.setdefault(triple.subject, []).append(triple)
    inner = {triple.object for triple in known if isinstance(triple.object, BlankNode)}
    declared = [triple for triple in known if _declares(triple)]
    roots: list[Part] = [
        (triple,) for triple in known if isinstance(triple.subject, NamedNode) and not _declares(triple)
    ]
    roots += [tuple(said) for node, said in about.items() if isinstance(node, BlankNode) and node not in inner]
    return declared, [_whole(root, about) for root in roots]


def smallest_conflict(
    members: Sequence[Part],
    consistent: Callable[[Sequence[Sequence[Triple]]], bool],
    background: Sequence[Sequence[Triple]] = (),
) -> list[Part]:
    """Find members that are inconsistent with a background together, and would not be if one of them were left out.

    This is the algorithm QuickXplain [1]_, which asks about twice as often as the conflict has members, times the
    logarithm of how many there are.

    Parameters
    ----------
    members, background : sequence
        The members, inconsistent with the background, and the background, consistent by itself.
    consistent : callable
        Checks whether some are consistent.

    References
    ----------
    .. [1] Junker, U. (2004). QuickXplain: preferred explanations and relaxations for over-constrained problems.
       Proceedings of AAAI 2004, 167-172.
    """

    def conflict(known: Sequence[Sequence[Triple]], added: bool, rest: Sequence[Part]) -> list[Part]:
        if added and not consistent(known):
            return []
        if len(rest) == 1:
            return list(rest)
        half = len(rest) // 2
        left, right = rest[:half], rest[half:]
        of_right = conflict([*known, *left], bool(left), right)
        of_left = conflict([*known, *of_right], bool(of_right), left)
        return [*of_left, *of_right]

    return conflict(background, False, members) if members else []


def _declares(triple: Triple) -> bool:
    kind = triple.object.value if isinstance(triple.object, NamedNode) else ""
    return triple.predicate.value == RDF.type and kind in DECLARATIONS and isinstance(triple.subject, NamedNode)


def _whole(root: Part, about: dict[Term, list[Triple]]) -> Part:
    """Add what is said of the anonymous nodes that triples lead to."""
    found = list(root)
    for triple in found:
        if isinstance(triple.object, BlankNode):
            found += [one for one in about.get(triple.object, ()) if one not in found]
    return tuple(found)
