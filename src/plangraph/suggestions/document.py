"""What a document speaks of, passage by passage: elements of a plan, and goals and targets of the SDGs.

A goal or target is found by its number or official name (:mod:`plangraph.intake.from_text.text_mentions`), an element
by its name, and each of them by words like those of its text (:mod:`plangraph.suggestions.likeness_of_texts`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from plangraph import resources
from plangraph.intake.from_text.text_mentions import Paragraphs, sdg_mentions
from plangraph.store.folding import folded
from plangraph.suggestions.likeness_of_texts import Likeness, Profiles, Terms
from plangraph.tables import read_sdgs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plangraph.intake.from_text.text_forms import TextForms
    from plangraph.intake.from_text.text_pages import TextLine, TextPages
    from plangraph.suggestions.corpus import Corpus
    from plangraph.tables import Sdgs

SHORTEST_PASSAGE = 16
"""From how many letters on a paragraph says enough to be compared."""
SHORTEST_NAME = 5
"""From how many letters on a name that stands in a text is taken for a mention of what bears it."""
LONGEST_QUOTE = 200  # letters
BY_NAME = 1.0  # score, from 0 to 1


class Spoken(NamedTuple):
    """What may be spoken of: how the tables name it, and its label."""

    reference: str
    label: str


@dataclass(frozen=True)
class Mention:
    """Something of which a passage seems to speak.

    Attributes
    ----------
    passage : str
        The passage, cut where it is long.
    at : TextLine
        Where it begins.
    thing : Spoken
    score : float
        From 0 to 1.
    terms : list of (str, float)
        The words that count with what each adds to the score.
    """

    passage: str
    at: TextLine
    thing: Spoken
    score: float
    terms: list[tuple[str, float]]


def mentions(pages: TextPages, forms: TextForms, corpus: Corpus, *, most: int, least_score: float) -> Iterator[Mention]:
    """Find what each passage of a document speaks of.

    Parameters
    ----------
    pages : TextPages
        The document.
    forms : TextForms
        How texts mention goals and targets.
    corpus : Corpus
        The elements of the plan, and what contributes to the targets.
    most : int
        The most that is found by words alike in a passage.
    least_score : float
        The least score of what is found so.

    Yields
    ------
    Mention
        Passage by passage, the surest first.
    """
    sdgs = read_sdgs(resources.DATA / "sdg", [])
    things = _things(corpus, sdgs)
    passages = list(Paragraphs(pages.lines))
    profiles = _profiles(corpus, sdgs, [Terms.of(text) for text, _, _ in passages])
    told = _told(pages, forms, sdgs)
    names = {folded(thing.label): thing for thing in things.values() if len(thing.label) >= SHORTEST_NAME}
    for text, _, rows in passages:
        found = {thing.reference: Likeness(BY_NAME, [(thing.label, BY_NAME)]) for thing in _named(text, names)}
        found |= {reference: like for row in rows for reference, like in told.get(row, {}).items()}
        if len(text) >= SHORTEST_PASSAGE:
            alike = sorted(profiles.compared(Terms.of(text)).items(), key=lambda each: (-each[1].score, each[0]))
            found = {name: like for name, like in alike[:most] if like.score >= least_score} | found
        for reference, like in sorted(found.items(), key=lambda each: (-each[1].score, each[0])):
            yield Mention(text[:LONGEST_QUOTE], pages.lines[rows[0]], things[reference], *like)


def mention_rows(found: Iterable[Mention], about: str, plan: str) -> Iterator[dict[str, str]]:
    """Return mentions as rows of a review; the passage is the reason that each is given.

    Parameters
    ----------
    found : iterable of Mention
        The mentions.
    about : str
        How the tables name the document, such as ``plan:ward`` or ``source:report``.
    plan : str
        The key of the plan whose elements are meant.
    """
    for one in found:
        yield {
            **{"plan": plan, "subject": about, "relation": "mentions", "source": about.partition("source:")[2]},
            **{"object": one.thing.reference, "object_label": one.thing.label, "score": f"{one.score:.3f}"},
            "terms": " ".join(f"{term}={weight:.3f}" for term, weight in one.terms),
            "passage": one.passage,
            "page": str(one.at.page or ""),
            "rationale_ja": f"本文に「{one.passage}」とある（{one.at.where('ja')}）",
        }


def _things(corpus: Corpus, sdgs: Sdgs) -> Mapping[str, Spoken]:
    spoken = [Spoken(f"sdg:{goal.code}", goal.label_ja) for goal in sdgs.goals]
    spoken += [Spoken(f"sdg:{target.code}", target.label_ja) for target in sdgs.targets]
    spoken += [Spoken(element.reference, element.label) for element in corpus.elements]
    return {each.reference: each for each in spoken}


def _profiles(corpus: Corpus, sdgs: Sdgs, passages: Iterable[Terms]) -> Profiles:
    """Return the texts of all that may be spoken of: of a target, also the names and reasons of what serves it.

    How rare a term is, the passages tell too.
    """
    texts = {candidate.reference: corpus.terms_of_candidate(candidate) for candidate in corpus.candidates}
    texts |= {f"sdg:{goal.code}": Terms.of(goal.label_ja) for goal in sdgs.goals}
    texts |= {e.reference: Terms.of(e.text if e.grouping else e.label) for e in corpus.elements}
    return Profiles(texts, passages)


def _told(pages: TextPages, forms: TextForms, sdgs: Sdgs) -> Mapping[int, Mapping[str, Likeness]]:
    """Return, by line, the goals and targets that are mentioned by number or official name."""
    found: dict[int, dict[str, Likeness]] = {}
    for each in sdg_mentions(pages.lines, forms, sdgs):
        found.setdefault(each.index, {})[f"sdg:{each.what}"] = Likeness(each.score, [(each.what, each.score)])
    return found


def _named(text: str, names: Mapping[str, Spoken]) -> list[Spoken]:
    """Return what is mentioned by its name; of names one within the other, the longest."""
    spelt = folded(text)
    found = sorted((name for name in names if name in spelt), key=len, reverse=True)
    whole = [name for at, name in enumerate(found) if not any(name in longer for longer in found[:at])]
    return [names[name] for name in whole]
