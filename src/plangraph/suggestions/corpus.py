"""What links are suggested from: the texts of a plan's elements, what they may be tied to, and the links that stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plangraph.iris import key_in
from plangraph.store.terms import Literal
from plangraph.suggestions.likeness_of_texts import BY_MEANING, Profiles, Terms
from plangraph.words import LANGUAGES, SAID_AGAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plangraph.asking import Ask
    from plangraph.store.answers import Rows

TO_TARGETS = "contributesToTarget"
DETAILS = "details"
"""The relation of a plan to an element, which goes the other way than all others."""
BY_CHARACTERS = frozenset({"addresses", DETAILS})
"""Relations that are found better without meaning (``benchmarks/suggest.py``)."""


@dataclass(frozen=True)
class Element:
    """An element with its text: its own name, and those of its parts, what is below it and themes it carries out.

    Attributes
    ----------
    iri, label : str
    reference : str
        How the tables name it, such as ``1-1-1``.
    tier : str
        The IRI of its tier.
    tier_label : str
        The city's word for it.
    grouping : bool
        Whether its tier is the one that holds the plan's smallest undertakings together.
    text : str
    parts : frozenset of str
        The IRIs of itself, its parts and themes.
    lang : str
        The language (ISO 639) of the text.
    """

    iri: str
    reference: str
    label: str
    tier: str
    tier_label: str
    grouping: bool
    text: str
    parts: frozenset[str]
    lang: str = LANGUAGES[0]


@dataclass(frozen=True)
class Known:
    """A link that stands: of which element (IRI), with what (IRI), and why in the language of the plan."""

    element: str
    candidate: str
    rationale: str


@dataclass(frozen=True)
class Candidate:
    """What an element may be tied to.

    Attributes
    ----------
    iri, label : str
    reference : str
        How the tables name it, such as ``sdg:11.5``.
    goal : str
        The number of the goal, of a target.
    tier : str
        The IRI of the tier on which alone it may be tied to an element, if it may only there.
    lang : str
        The language (ISO 639) of the label.
    """

    iri: str
    reference: str
    label: str
    goal: str = ""
    tier: str = ""
    lang: str = LANGUAGES[0]


@dataclass(frozen=True)
class Corpus:
    """What links of one relation are suggested from.

    Attributes
    ----------
    relation : str
        The relation's local name.
    elements : list of Element
    known : list of Known
    candidates : list of Candidate
    by_meaning : float
        The share of meaning in a score.
    lang : str
        The language (ISO 639) of the plan. What is called in another only is compared by what is tied to it.
    """

    relation: str
    elements: list[Element]
    known: list[Known]
    candidates: list[Candidate]
    by_meaning: float = BY_MEANING
    lang: str = LANGUAGES[0]

    def profiles(self, left_out: frozenset[str]) -> Profiles:
        """Return the candidates' texts: their labels, and the names and rationales of what is tied to them.

        Parameters
        ----------
        left_out : frozenset of str
            Elements (IRIs) whose links do not count.
        """
        lacking = {link.candidate for element in left_out for link in self._links.get(element, ())}
        changed = [candidate for candidate in self.candidates if candidate.iri in lacking]
        return self._of_all.having({one.iri: self.terms_of_candidate(one, left_out) for one in changed})

    @property
    def shares_a_language(self) -> bool:
        """Whether any candidate is called something in the language of the plan."""
        return any(each.lang == self.lang for each in self.candidates)

    @cached_property
    def _of_all(self) -> Profiles:
        texts = {candidate.iri: self.terms_of_candidate(candidate) for candidate in self.candidates}
        return Profiles(texts, self._names.values(), self.by_meaning)

    def terms_of_candidate(self, candidate: Candidate, left_out: frozenset[str] = frozenset()) -> Terms:
        """Return the terms of a candidate's text."""
        tied = self._tied.get(candidate.iri, ())
        return self._terms(candidate).and_of(terms for element, terms in tied if element not in left_out)

    @cached_property
    def _links(self) -> Mapping[str, list[Known]]:
        found: dict[str, list[Known]] = defaultdict(list)
        for link in self.known:
            found[link.element].append(link)
        return found

    @cached_property
    def _names(self) -> Mapping[str, Terms]:
        return {element.iri: self._terms(element) for element in self.elements}

    def _terms(self, called: Element | Candidate) -> Terms:
        return Terms.of(called.label if called.lang == self.lang else "")

    @cached_property
    def _tied(self) -> Mapping[str, list[tuple[str, Terms]]]:
        found: dict[str, list[tuple[str, Terms]]] = defaultdict(list)
        for link in self.known:
            named = [self._names[link.element]] if link.element in self._names else ()
            found[link.candidate].append((link.element, Terms.of(link.rationale).and_of(named)))
        return found


def read_corpus(ask: Ask, plan: str, relation: str = TO_TARGETS) -> Corpus:
    """Ask for the texts of a plan's elements, the links of a relation that stand, and what it may tie them to.

    Texts are compared by what they share, and so within the language in which most elements are named.

    Parameters
    ----------
    ask : Ask
        Answers questions.
    plan : str
        The plan (IRI).
    relation : str
        The relation's local name: one of the choices of the question ``suggestion-objects``.

    Raises
    ------
    QuestionError
        If links of the relation cannot be suggested.
    """
    elements = read_elements(ask, plan)
    [(lang, _)] = Counter(each.lang for each in elements).most_common(1) or [(LANGUAGES[0], 0)]
    asked = {"relation": f"pg:{relation}", "from": plan, "lang": lang if lang in LANGUAGES else LANGUAGES[1]}
    return Corpus(
        relation,
        elements,
        [
            Known(row["element"], row["candidate"], row["rationale"] if spoken["rationale"] == lang else "")
            for row, spoken in _told(ask("suggestion-links", **asked))
        ],
        list(_candidates(_told(ask("suggestion-objects", **asked)), plan)),
        0.0 if relation in BY_CHARACTERS else BY_MEANING,
        lang,
    )


def read_elements(ask: Ask, plan: str) -> list[Element]:
    """Ask for the elements of a plan (IRI) with their Japanese texts, or those that stand for them."""
    named: dict[str, list[dict[str, str]]] = defaultdict(list)
    languages: dict[str, str] = {}
    for row, spoken in _told(ask("suggestion-texts", plan=plan, lang=LANGUAGES[0])):
        languages[row["element"]] = spoken["label"]
        named[row["element"]].append(row if spoken["text"] == spoken["label"] else row | {"text": ""})
    shared = Counter(first["code"] for first, *_ in named.values())
    return [
        Element(
            iri,
            first["code"] if shared[first["code"]] == 1 else f"{_word(first)}:{first['code']}",
            first["label"],
            first["tier"],
            _word(first),
            bool(first["grouping"]),
            " ".join(filter(None, (row["text"] for row in (first, *more)))),
            frozenset(row["part"] for row in (first, *more)),
            languages[iri],
        )
        for iri, (first, *more) in named.items()
    ]


def _told(answer: Rows) -> list[tuple[dict[str, str], dict[str, str]]]:
    """Return each row by its columns, with the languages of its texts, also where these are said again."""
    tags = [[each.language or "" if isinstance(each, Literal) else "" for each in row] for row in answer.rows]
    spoken = [[tag.partition(SAID_AGAIN)[0] for tag in row] for row in tags]
    return [
        (told, dict(zip(answer.variables, row, strict=True)))
        for told, row in zip(answer.to_dicts(), spoken, strict=True)
    ]


def _candidates(rows: list[tuple[dict[str, str], dict[str, str]]], plan: str) -> Iterable[Candidate]:
    shared = Counter((row["plan"], row["code"]) for row, _ in rows)
    for row, spoken in rows:
        yield Candidate(
            row["candidate"],
            _reference(row, plan, told_by_tier=shared[row["plan"], row["code"]] > 1),
            row["label"],
            row["goal_code"] or "",
            row["tier"] or "",
            spoken["label"],
        )


def _reference(row: Mapping[str, str], plan: str, *, told_by_tier: bool) -> str:
    if row["goal_code"]:
        return f"sdg:{row['code']}"
    if not row["plan"]:
        return f"plan:{key_in(row['candidate'])}"
    code = row["code"] if row["plan"] == plan else f"{key_in(row['plan'])}/{row['code']}"
    return f"{_word(row)}:{code}" if told_by_tier and row["tier"] else code


def _word(row: Mapping[str, str]) -> str:
    """Return the word that the tables have for a row's tier, in which it is named whatever the reader's language."""
    return key_in(row["tier"] or "")
