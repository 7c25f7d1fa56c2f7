"""Elements of a plan whose names are near a text in meaning, where none of its letters need stand in them.

What stands beside the text in the plan tells what it is about there: the names inside the groups that hold it are added
to it (relevance feedback: J. Rocchio 1971, in The SMART Retrieval System, pages 313 to 323).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from plangraph.labelling import name_of
from plangraph.meaning import meanings
from plangraph.store.folding import folded
from plangraph.suggestions.corpus import read_elements
from plangraph.suggestions.likeness_of_texts import Profiles, Terms
from plangraph.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Collection

    from plangraph.asking import Ask
    from plangraph.suggestions.corpus import Element

ALIKE_ENOUGH, BESIDE_NAMES = 0.2, 0.3
"""The least score, from 0 to 1, and what it is where names hold the text: of ten words, none below was near there."""
MOST = 5
"""How many are told at most."""
GROUPS = 3
"""How many groups that hold a text tell what it is about, at most."""
OWN_WEIGHT = 5
"""How often the text itself counts beside them."""
LATIN = "[a-z0-9]"


class Alike(NamedTuple):
    """An element near a text in meaning: its label in the language asked for, the score, and the words that count."""

    element: Element
    label: str
    score: float
    words: list[str]


def alike(ask: Ask, plans: Collection[str], text: str, lang: str) -> list[Alike]:
    """Return the elements of plans whose Japanese names are near a text but do not hold it, the nearest first.

    Parameters
    ----------
    ask : Ask
        Answers questions.
    plans : collection of str
        The plans (IRIs). Of several, elements are referred to by their short names.
    text : str
        What was looked for. In English, or of unknown words or names of places that a plan does not hold, it is near
        nothing.
    lang : str
        The language of the labels.
    """
    found = [each for plan in plans for each in _alike(ask, plan, text, lang)]
    best = sorted(found, key=lambda each: (-each.score, each.element.iri))[:MOST]
    if len(plans) == 1:
        return best
    return [each._replace(element=replace(each.element, reference=name_of(each.element.iri))) for each in best]


def _alike(ask: Ask, plan: str, text: str, lang: str) -> list[Alike]:
    wanted, every = folded(text), [each for each in read_elements(ask, plan) if each.lang == LANGUAGES[0]]
    holds = _whole_words(wanted)
    holding = [each.text for each in every if each.grouping and wanted and holds.search(folded(each.text))][:GROUPS]
    sought = _about(text)
    if not sought.words and not holding:
        return []
    if holding:
        sought = sought.and_of([sought] * (OWN_WEIGHT - 1)).and_of(map(Terms.of, holding))
    elements = {each.iri: each for each in every if wanted not in folded(each.label)}
    near = Profiles({iri: Terms.of(each.label) for iri, each in elements.items()}, ()).compared(sought)
    enough = ALIKE_ENOUGH if len(elements) == len(every) else BESIDE_NAMES
    best = sorted((iri for iri in near if near[iri].score >= enough), key=lambda iri: (-near[iri].score, iri))
    labels = {iri: each.label for iri, each in elements.items()}
    if best and lang != "ja":
        labels |= {row["element"]: row["label"] for row in ask("suggestion-texts", plan=plan, lang=lang).to_dicts()}
    return [
        Alike(elements[iri], labels[iri], near[iri].score, list(dict.fromkeys(word for word, _ in near[iri].terms)))
        for iri in best[:MOST]
    ]


def _about(text: str) -> Terms:
    """Return the terms of a text, without words that only say where."""
    runs, words = Terms.of(text)
    return Terms(runs, Counter({word: count for word, count in words.items() if not meanings().names_place(word)}))


def _whole_words(text: str) -> re.Pattern[str]:
    """Return what finds a text, but not a piece of a Latin word or number."""
    before = rf"(?<!{LATIN})" if re.match(LATIN, text) else ""
    after = rf"(?!{LATIN})" if re.search(rf"{LATIN}$", text) else ""
    return re.compile(f"{before}{re.escape(text)}{after}")
