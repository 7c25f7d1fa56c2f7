"""Questions found by what stands in a plan: by the name of a thing, those about it; by other words, those that search.

``plangraph queries 港区`` is answered with the questions that take a ward, and ``plangraph queries carbon`` with
those that look for a text, since no question has these words itself.
"""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from plangraph.namespaces import PREFIXES
from plangraph.queries import by_words
from plangraph.queries.by_words import FoundQuestions
from plangraph.store.folding import folded
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.naming import Names
    from plangraph.queries import Parameter, Question

WARD = PREFIXES["pg"] + "Ward"
"""Wards go by a part of their names too (``Minato``)."""
PART = 3
"""From how many Latin letters on: ``AI`` is not meant for a part of ``maintain``."""


def find(every: Sequence[Question], text: str, names: Names, plan: str) -> FoundQuestions:
    """Return the questions that have all words of a text, or that are about what one names, or that come nearest.

    Parameters
    ----------
    every : sequence of Question
        The questions that are offered.
    text : str
        Words in either language, or a whole sentence, as questions say it.
    names : Names
        How things are found.
    plan : str
        The plan (IRI) in whose scope a word may be a name.
    """
    found, whole, _ = by_words.find(every, text.split())
    looking = [each for each in every if by_words.TEXT in {parameter.name for parameter in each.parameters}]
    if not whole:
        for name in dict.fromkeys((text.strip(), *text.split())):
            own = by_words.find(every, name.split()).whole
            if not own and (about := _about(every, name, text.replace(name, " ").split(), looking, names, plan)):
                return about
    if not whole and names.holds(folded(text), plan):
        found = [*looking, *(each for each in found if each not in looking)]
    if not found and (meant := respelt(every, text)):
        return meant
    return FoundQuestions(found if whole else found[: by_words.NEAREST], whole)


def respelt(every: Sequence[Question], text: str) -> FoundQuestions | None:
    """Return the questions that have all words of a text in which letters are wrong, one a word; None if there is none.

    Parameters
    ----------
    every : sequence of Question
        The questions that are offered.
    text : str
        The words.
    """
    meant = by_words.respelt(every, text)
    if not meant:
        return None
    found, whole, _ = by_words.find(every, meant.split())
    said = Words(
        f"「{text}」を含む問いはないので、「{meant}」でさがしました",
        f"No question has '{text}'; these have '{meant}'",
    )
    return FoundQuestions(found, whole, said) if whole else None


def _about(
    every: Sequence[Question], name: str, rest: Sequence[str], looking: Sequence[Question], names: Names, plan: str
) -> FoundQuestions | None:
    """Return the questions that take the thing that goes by a name, those first that the rest of a text comes near.

    Without a rest, those come first that mean nothing without the thing.
    """
    part = not name.isascii() or len(name) >= PART
    kinds = names.kinds((names.known(name, plan) or (names.known(name, plan, [WARD]) if part else []))[:1])
    taking = [(question, taken) for question in every if (taken := _taking(question, kinds))] if kinds else []
    if not taking:
        return None
    taking = [both for both in taking if both[1].sorts] or taking
    taking.sort(key=lambda both: (not both[1].required, sum(each.required for each in both[0].parameters)))
    about = [question for question, _ in taking]
    near = by_words.find([*about, *(each for each in looking if each not in about)], rest).questions if rest else about
    first, taken = next((both for both in taking if both[0] in near), taking[0])
    word = names.labelling.sort([kind for kind in kinds if kind in taken.sorts] or kinds[-1:])
    typed = f"plangraph query {first.name} --{taken.name} {quote(name)}"
    named = Words(
        f"「{name}」は{word.ja}の名前です。それについて尋ねられる問いを示します。例: {typed}",
        f"'{name}' names a thing of this sort: {word.en}. Questions that can be asked about it, for example: {typed}",
    )
    return FoundQuestions((near or about)[: by_words.NEAREST], whole=True, named=named)


def _taking(question: Question, kinds: Sequence[str]) -> Parameter | None:
    """Return the parameter of a question that takes a thing of some classes, or else the one that takes any thing."""
    takes = [each for each in question.parameters if each.type == "iri"]
    own = (each for each in takes if set(each.sorts).intersection(kinds))
    return next(own, next((each for each in takes if each.required and not each.sorts), None))
