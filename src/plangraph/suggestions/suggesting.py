"""Links proposed for an element: with what else its text is like, given the links of others.

What an element and its parts are tied to already never enters the profiles that it is compared with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.store.folding import folded
from plangraph.suggestions.corpus import DETAILS
from plangraph.suggestions.likeness_of_texts import Terms

if TYPE_CHECKING:
    from plangraph.suggestions.corpus import Candidate, Corpus, Element


@dataclass(frozen=True)
class Suggestion:
    """A link proposed.

    Attributes
    ----------
    element : Element
    relation : str
        The local name of the relation, from the element to the candidate or, for ``details``, the other way.
    candidate : Candidate
    score : float
        How alike they are, from 0 to 1.
    terms : list of (str, float)
        The terms that count with what each adds to the score, the weightiest first.
    """

    element: Element
    relation: str
    candidate: Candidate
    score: float
    terms: list[tuple[str, float]]

    def ends(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return the subject and the object of the link: of each, how the tables name it, and its label."""
        element = (self.element.reference, self.element.label)
        candidate = (self.candidate.reference, self.candidate.label)
        return (candidate, element) if self.relation == DETAILS else (element, candidate)


def suggest(corpus: Corpus, element: Element, most: int = 3) -> list[Suggestion]:
    """Propose links of an element.

    Parameters
    ----------
    corpus : Corpus
        The texts.
    element : Element
        The element.
    most : int
        The greatest number of proposals.

    Returns
    -------
    list of Suggestion
        Those of the highest scores above 0, the highest first; none where the element is named in another language.
    """
    if element.lang != corpus.lang:
        return []
    like = corpus.profiles(element.parts | {element.iri}).compared(Terms.of(element.text))
    found = [
        Suggestion(element, _narrowed(corpus.relation, element, candidate), candidate, *like[candidate.iri])
        for candidate in corpus.candidates
        if candidate.iri in like and candidate.tier in {"", element.tier} and candidate.iri not in element.parts
    ]
    return sorted(found, key=lambda each: (-each.score, each.candidate.reference))[:most]


def _narrowed(relation: str, element: Element, candidate: Candidate) -> str:
    """Return how an element goes on in a later plan; any other relation is what it is."""
    if relation != "becomes":
        return relation
    return "keptAs" if folded(element.label) == folded(candidate.label) else "renamedTo"
