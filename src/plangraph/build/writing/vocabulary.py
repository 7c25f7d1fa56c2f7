"""The concepts of a city's own: its tiers, grades, directions, kinds of figures and units."""

from __future__ import annotations

import unicodedata
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.namespaces import PG, RDF, RDFS, SKOS
from plangraph.ontology import local
from plangraph.store.folding import folded
from plangraph.store.terms import boolean, integer, name_of, text
from plangraph.tables.actor_rows import OrganizationRow, PlaceRow
from plangraph.tables.money_units import many_of
from plangraph.tables.plan_rows import PlanRow
from plangraph.tables.wording import unknown
from plangraph.tier_words import DISTRICTS, PLACES
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from plangraph.build.writing.thing import Thing
    from plangraph.ontology import Ontology
    from plangraph.tables.city import City
    from plangraph.tables.plan_models import Direction, Grade, Kind, Tier
    from plangraph.tables.row import Row

DECLARE = Words(
    "（独自の種類は plan.toml の [[figures]] に書きます）", " (a kind of your own goes to [[figures]] in plan.toml)"
)
KIND = Words("数値の種類", "kind of figures")
SCHEMES = {
    "tiers": Words("計画の層", "Tiers of the plans"),
    "grades": Words("達成度の段階", "Grades of achievement"),
    "directions": Words("今後の方向性", "Directions"),
    "figures": Words("数値の種類", "Kinds of figures"),
    "kinds": Words("計画・場所・組織の種類", "Kinds of plans, places and offices"),
    "units": Words("単位", "Units"),
}


class Vocabulary:
    """The concepts of a city's own, written as they are asked for.

    Parameters
    ----------
    city : City
        What ``plan.toml`` says.
    ontology : Ontology
        The bundled concepts.
    begin : callable
        Begins the facts about a thing (IRI) in the city's graph.
    problem : callable
        Notes what is wrong with a cell, from its row, its column and the words.
    """

    def __init__(
        self,
        city: City,
        ontology: Ontology,
        begin: Callable[[str], Thing],
        problem: Callable[[Row, str, Words], None],
    ) -> None:
        self._city, self._ontology, self._begin, self._problem = city, ontology, begin, problem
        file = city.file
        self._schemes: set[str] = set()
        self._multiples = dict(_multiples(ontology))
        self._units: dict[str, str] = {}
        self._of_several = {scheme: self._shared(own) for scheme, own in (("tiers", file.tiers), ("kinds", file.kinds))}
        self._tiers()
        self._declared_units()
        meaning = ontology.concept
        self._grades = self._scale("grade", PG.Grade, [(g, meaning("Standing", g.standing)) for g in file.grades])
        self._directions = self._scale(
            "direction", PG.Direction, [(d, meaning("Course", d.course)) for d in file.directions]
        )
        self._kinds: dict[str, str] = {}
        told_apart = _told_apart(city)
        for own in file.kinds:
            called = self._concept("kinds", "kind", own.word, own.word, own.en, own.kind, own.plural).iri
            of_class = {} if folded(own.kind) in told_apart else {folded(own.kind): called}
            self._kinds = of_class | self._kinds | {folded(own.word): called}
        self._figures: dict[str, str] = {}
        self._counted: dict[str, list[str]] = {}
        self._money = ontology.narrower(PG.Amount)
        for figure in file.figures:
            concept = self._concept("figures", "figure", figure.code, figure.word, figure.en)
            concept.word(SKOS.hiddenLabel, folded(figure.code))
            above = self._kind(figure.under) if figure.under else None
            concept.tie(SKOS.broader, above)
            self._counted[concept.iri] = [concept.iri, *(self.counts_as(above) if above else [])]
            for kind in self._counted[concept.iri]:
                concept.tie(PG.countsAs, kind)
            if above in self._money:
                self._money.add(concept.iri)
            self._figures |= {folded(figure.code): concept.iri, folded(figure.word): concept.iri}

    def grade(self, row: Row, name: str) -> str | None:
        """Return a grade (IRI) by its code or word; None if the cell is blank or names none."""
        return self._choice(row, "grade", name, self._grades)

    def direction(self, row: Row, name: str) -> str | None:
        """Return a direction (IRI) by its code or word; None if the cell is blank or names none."""
        return self._choice(row, "direction", name, self._directions)

    def figure(self, row: Row, name: str) -> str | None:
        """Return a kind of figures (IRI), the city's own or a bundled one."""
        kind = self._kind(name)
        if kind is None:
            known = [*self._figures, *self._ontology.scheme("ObservationKind")]
            self._problem(row, "kind", unknown(KIND, name, known).then(DECLARE))
        return kind

    def kind(self, name: str) -> str | None:
        """Return a kind of plans, places or offices (IRI) by the city's word; or None.

        A class goes by its first word, unless some rows are told apart from it by one of its words.
        """
        return self._kinds.get(folded(name))

    def is_money(self, kind: str) -> bool:
        """Check whether figures of a kind (IRI) are amounts of money."""
        return kind in self._money

    def counts_as(self, kind: str) -> Sequence[str]:
        """Return a kind of figures (IRI) and all that are broader, in whose sums it counts."""
        return self._counted.get(kind) or self._ontology.broader(kind)

    def amount(self, row: Row, name: str) -> tuple[str, Decimal] | None:
        """Return the unit (IRI) of an amount of money, and a factor for it; None if it is not the city's currency."""
        currency = self._city.settings.currency
        known, factor = self._known_unit(name)
        if known and known == self._known_unit(currency)[0]:
            return known, factor
        if many := many_of(name, currency):
            return self.unit(currency)[0], many
        thousand = "千円" if currency == "JPY" else f"thousand {currency}"
        message = Words(
            f"金額の単位が「{name}」です。この都市の金額は {currency} で合計します。{currency} か、その千・百万"
            f"（{thousand} など）で書いてください。どの金額も {currency} でないなら、plan.toml の [city] に currency を"
            f"書きます。一部だけが別の通貨なら、{currency} に換算した額を書き、もとの額とレートは note_ja に書きます",
            f"money in '{name}', where the amounts of this city are summed in {currency}: write it in {currency}, or "
            f"thousands or millions of it ({thousand}). If none of the amounts is in {currency}, say another currency "
            f"under [city] in plan.toml. If only some are in another, write them converted into {currency}, and the "
            "sum as stated, with the rate, into note_en",
        )
        self._problem(row, "unit", message)
        return None

    def bundled(self, row: Row, column: str, name: str, scheme: str) -> str | None:
        """Return a bundled concept (IRI) by its name, notation or label; None if the cell is blank or names none."""
        if not name:
            return None
        found = self._ontology.concept(scheme, name)
        if found is None:
            choices = ", ".join({concept: key for key, concept in self._ontology.scheme(scheme).items()}.values())
            message = Words(
                f"{scheme} に「{name}」はありません。選べるもの: {choices}",
                f"no '{name}' in the scheme {scheme}: {choices}",
            )
            self._problem(row, column, message)
        return found

    def _kind(self, name: str) -> str | None:
        return self._figures.get(folded(name)) or self._ontology.concept("ObservationKind", name)

    def unit(self, name: str) -> tuple[str, Decimal]:
        """Return a unit (IRI), a known one or the city's own, and the factor for values in the one that is named."""
        known, factor = self._known_unit(name)
        if known:
            return known, factor
        plain = unicodedata.normalize("NFKC", name)
        if plain not in self._units:
            self._units[plain] = self._concept("units", "unit", plain, name).iri
        return self._units[plain], Decimal(1)

    def _declared_units(self) -> None:
        """Write the units that the city says more of, each by its word, and by its names in English and of several."""
        for own in self._city.file.units:
            concept = self._concept("units", "unit", own.word, own.word, own.en, plural=own.plural)
            names = (own.word, own.en, own.plural)
            self._units |= {unicodedata.normalize("NFKC", name): concept.iri for name in names if name}

    def _known_unit(self, name: str) -> tuple[str | None, Decimal]:
        known = self._ontology.concept("Unit", name)
        return self._multiples.get(known, (known, Decimal(1))) if known else (None, Decimal(1))

    def _tiers(self) -> None:
        tiers = self._city.tiers
        for word, tier in tiers.all.items():
            concept = self._concept("tiers", "tier", word, word, tier.en, tier.kind, tier.plural)
            concept.tie(RDF.type, PG.Tier)
            concept.say(PG.rank, integer(tiers.rank(word)))
            for above in tiers.above(word):
                concept.tie(PG.standsUnder, self._mint("tier", above))
            concept.say(PG.codesNest, boolean(self._city.settings.codes_nest))

    def _scale(
        self, name: str, kind: str, declared: Sequence[tuple[Grade | Direction, str | None]]
    ) -> dict[str, Thing]:
        """Write the grades or directions, each with what it means to everyone; return them by code and by word."""
        choices: dict[str, Thing] = {}
        for rank, (choice, meaning) in enumerate(declared, 1):
            concept = self._concept(f"{name}s", name, choice.code, choice.word, choice.en)
            concept.tie(RDF.type, kind)
            concept.word(SKOS.notation, choice.code)
            concept.say(PG.rank, integer(rank))
            concept.tie(PG.standing if name == "grade" else PG.course, meaning)
            choices = {folded(choice.word): concept} | choices | {folded(choice.code): concept}
        return choices

    def _choice(self, row: Row, column: str, name: str, choices: Mapping[str, Thing]) -> str | None:
        if not name:
            return None
        if not choices:
            message = Words(
                f"plan.toml に [[{column}s]] がありません。「{name}」が何を意味するかを、そこで述べてください",
                f"plan.toml has no [[{column}s]]: say there what '{name}' means",
            )
            self._problem(row, column, message)
            return None
        if folded(name) in choices:
            return choices[folded(name)].iri
        declared = self._city.file.grades if column == "grade" else self._city.file.directions
        listed = ", ".join(f"{one.code} ({one.word})" for one in declared)
        message = Words(
            f"plan.toml に「{name}」はありません: {listed}", f"'{name}' is not one of plan.toml's: {listed}"
        )
        self._problem(row, column, message)
        return None

    def _concept(
        self, scheme: str, segment: str, code: str, word: str, en: str = "", of_class: str = "", plural: str = ""
    ) -> Thing:
        """Write a concept, called by the city's word; a Japanese one without English goes by its class's word, if any.

        Where several would go by one, the city's word stands beside it. The plural is of the word in English, if there
        is one; a word of a third language is its own plural unless the city says another.
        """
        if scheme not in self._schemes:
            self._schemes.add(scheme)
            whole = self._begin(self._mint(scheme))
            whole.tie(RDF.type, SKOS.ConceptScheme)
            whole.texts(RDFS.label, *SCHEMES[scheme])
        concept = self._begin(self._mint(segment, code))
        concept.tie(RDF.type, SKOS.Concept)
        concept.tie(SKOS.inScheme, self._mint(scheme))
        own = self._city.settings.language
        english = en
        if own == LANGUAGES[0] and not en:
            common = self._common(word, of_class)
            shared = common.en in self._of_several.get(scheme, ()) and word not in common
            english = f"{common.en} ({word})" if shared else common.en
        for lang, words in ({own: word} | ({"en": english} if english else {})).items():
            concept.label(words, lang)
        if plural and (en or own != LANGUAGES[0]):
            concept.say(PG.plural, text(plural, "en" if en else own))
        elif of_class and own not in LANGUAGES and not en:
            concept.say(PG.plural, text(word, own))
        return concept

    def _shared(self, own: Sequence[Tier | Kind]) -> set[str]:
        """Return what more than one tier or kind of a Japanese city would be called in English."""
        called = Counter(each.en or self._common(each.word, each.kind).en for each in own)
        return {words for words, number in called.items() if number > 1}

    def _common(self, word: str, of_class: str) -> Words:
        """Return what all cities call a class; of districts, the class's own word only where the city says it, too."""
        known = self._ontology.own_class(of_class)
        called = self._ontology.called(known) if known else Words("", "")
        return (
            called if known is None or word in PLACES or word in called else DISTRICTS.get(f"pg:{local(known)}", called)
        )

    def _mint(self, *path: str) -> str:
        return iris.thing(self._city.settings.key, *path)


def _told_apart(city: City) -> set[str]:
    """Return the classes that rows name beside rows with a word of the city's own for the same class."""
    rows = (row for model in (PlanRow, PlaceRow, OrganizationRow) for row in city.table(model))
    named = {folded(row.kind) for row in rows if isinstance(row, PlanRow | PlaceRow | OrganizationRow)}
    return {folded(own.kind) for own in city.file.kinds if {folded(own.word), folded(own.kind)} <= named}


def _multiples(ontology: Ontology) -> Iterator[tuple[str, tuple[str, Decimal]]]:
    """Return the units that are multiples of others: each with that other (IRI) and the factor."""
    bases = {name_of(triple.subject): name_of(triple.object) for triple in ontology.saying(PG.multipleOf)}
    for triple in ontology.saying(PG.factor):
        unit = name_of(triple.subject)
        if unit in bases:
            yield unit, (bases[unit], Decimal(name_of(triple.object)))
