"""What things are called, in a sentence and in a choice: their codes, labels and what they stand under."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.iris import path_of
from plangraph.store.answers import expect_rows
from plangraph.store.terms import NamedNode, shown
from plangraph.words import LANGUAGES, Words, coded_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.store.engine import Engine

NUMBERS = re.compile(r"([0-9]+)")
SHOWN = 8  # things
FEW = 20
"""Up to how many things are told as a choice."""
ABOVE = ("pg:partOf", "org:unitOf", "skos:broader", "geo:sfWithin")
"""How a thing is related to what it stands under. As a path of choices, Virtuoso loses what is grouped."""
ROLES = {"up": Words("上位", "Within"), "also": Words("再掲", "Also part of"), "down": Words("下位", "Parts")}
"""What is said of the things that the question ``place`` answers with, by their role."""


@dataclass(frozen=True)
class Labelling:
    """What the things of a graph are called.

    Attributes
    ----------
    engine : Engine
        What answers queries.
    """

    engine: Engine

    def of(self, things: Sequence[str]) -> dict[str, Words]:
        """Return what things (IRIs) are called, their codes before their labels; what has no label is left out."""
        values = " ".join(str(NamedNode(iri)) for iri in things)
        query = f"""SELECT ?thing (MIN(?code) AS ?first) (SAMPLE(?one) AS ?ja) (SAMPLE(?other) AS ?en) WHERE {{
            VALUES ?thing {{ {values} }}
            OPTIONAL {{ ?thing rdfs:label ?one FILTER(STRENDS(LANG(?one), "ja")) }}
            OPTIONAL {{ ?thing rdfs:label ?other FILTER(STRENDS(LANG(?other), "en")) }}
            OPTIONAL {{ ?thing skos:notation ?code FILTER NOT EXISTS {{ ?thing skos:inScheme ?scheme }} }}
            }} GROUP BY ?thing"""
        rows = expect_rows(self.engine.query(query)) if things else ()
        found = {}
        for thing, code, ja, en in rows:
            if ja or en:
                found[str(thing)] = Words(*(coded_name(code, label) for label in (ja or en, en or ja)))
        return {iri: found[iri] for iri in things if iri in found}

    def sort(self, sorts: Sequence[str]) -> Words:
        """Return what things of a sort are called inside a sentence."""
        called = self.of(sorts[:1])
        words = called[sorts[0]] if called else Words("もの", "thing")
        return words._replace(en=words.en if words.en[:2].isupper() else words.en[:1].lower() + words.en[1:])

    def listed(self, sorts: Sequence[str]) -> Words:
        """Return what things of some sorts are called, one after the other."""
        called = [self.sort([sort]) for sort in sorts]
        return Words("・".join(words.ja for words in called), " or ".join(words.en for words in called))

    def choice(self, iris: Sequence[str]) -> Words:
        """Write things for a choice, a line each: what to type, what it is called, and what it stands under."""
        most = FEW if len(iris) <= FEW else SHOWN
        labels = self.of(iris[:most])
        above = self._above(list(labels), labels)
        more = len(iris) - most
        rest = Words(f"\n  ほか {more} 件", f"\n  and {more} more") if more > 0 else Words("", "")
        lines = (
            "".join(
                f"\n  {name_of(iri)}  {words.of(lang)}{above[iri].of(lang) if iri in above else ''}"
                for iri, words in labels.items()
            )
            for lang in LANGUAGES
        )
        return Words(*lines).then(rest)

    def in_order(self, things: Sequence[str]) -> list[str]:
        """Return things (IRIs) as their city orders them, then what it does not rank by the numbers of their IRIs."""
        values = " ".join(f"<{iri}>" for iri in things)
        ranked = f"VALUES ?thing {{ {values} }} ?thing pg:rank ?at"
        query = f"SELECT ?thing (MIN(?at) AS ?rank) WHERE {{ {ranked} }} GROUP BY ?thing"
        ranks = {str(thing): int(str(rank)) for thing, rank in expect_rows(self.engine.query(query))} if things else {}
        return sorted(things, key=lambda iri: (iri not in ranks, ranks.get(iri, 0), by_numbers(iri)))

    def _above(self, things: Sequence[str], called: Mapping[str, Words]) -> dict[str, Words]:
        """Return what things stand under, and what that stands under where things and those above share names."""
        first = self._parents(things)
        second = self._parents(list(dict.fromkeys(first.values())))
        names = self.of(list(dict.fromkeys([*first.values(), *second.values()])))
        shown = {iri: (called[iri], names[above]) for iri, above in first.items() if above in names}
        counts, found = Counter(shown.values()), {}
        for iri, both in shown.items():
            outer = names.get(second.get(first[iri], "")) if counts[both] > 1 else None
            ja, en = (" ".join(filter(None, each)) for each in zip(outer or ("", ""), both[1], strict=True))
            found[iri] = Words(f"（{ja}）", f" ({en})")
        return found

    def _parents(self, things: Sequence[str]) -> dict[str, str]:
        values = " ".join(str(NamedNode(iri)) for iri in things)
        each = " UNION ".join(f"{{ ?thing {relation} ?one }}" for relation in ABOVE)
        query = f"SELECT ?thing (MIN(?one) AS ?above) WHERE {{ VALUES ?thing {{ {values} }} {each} }} GROUP BY ?thing"
        rows = expect_rows(self.engine.query(query)) if things else ()
        return {str(thing): str(above) for thing, above in rows if thing and above}


def name_of(iri: str) -> str:
    """Return the short name by which a thing (IRI) can be asked for again, as ``kawasaki/3/measure/1-1-1``."""
    return path_of(shown(NamedNode(iri)))


def by_numbers(iri: str) -> list[tuple[int, str]]:
    """Return by what things are sorted so that 2 comes before 10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in NUMBERS.split(iri)]
