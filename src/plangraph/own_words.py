"""What cities call their tiers where a question is asked about one of their plans, each looked up once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.tier_words import LEVELS, said, tier_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.naming import Names
    from plangraph.queries import Question
    from plangraph.words import Words


class OwnWords:
    """The own words of the cities of one graph.

    Parameters
    ----------
    names : Names
        How things are found, and with it the engine.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._known: dict[tuple[str, str], Mapping[str, Words]] = {}

    def of_tiers(self, question: Question, plan: str) -> Mapping[str, Words]:
        """Return what the city of a plan (IRI) calls the tiers that a question is about, by their common words."""
        return self._on(plan, next((level for level in LEVELS if level in question.sparql), LEVELS[0]))

    def of_all_tiers(self, plan: str) -> Mapping[str, Words]:
        """Return what the city of a plan (IRI) calls its tiers, by their common words."""
        return self._on(plan, LEVELS[0])

    def say(self, words: Words, plan: str) -> Words:
        """Return words as the city of a plan (IRI) says them."""
        return said(words, self.of_all_tiers(plan))

    def _on(self, plan: str, level: str) -> Mapping[str, Words]:
        if (plan, level) not in self._known:
            self._known[plan, level] = tier_words(self._names.engine, plan, self._names.scope(plan), level)
        return self._known[plan, level]
