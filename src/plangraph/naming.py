"""How things are found by the names that people give them: the one place where a name becomes an IRI.

What is not an IRI or a prefixed name (``sdg:11.5``) is looked up, as it is and as others may write it; where nothing
goes by it, or more than one thing does, the error says what is meant perhaps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from plangraph.errors import UnknownThing
from plangraph.labelling import FEW, Labelling
from plangraph.name_lookup import DOCUMENTS, PLAN, Lookup, local_term
from plangraph.namespaces import PREFIXES, RDF, expand
from plangraph.near_spelling import near_spelling
from plangraph.store.answers import expect_rows
from plangraph.store.folding import folded, loosened
from plangraph.store.romanisation import romanised
from plangraph.store.terms import Literal, NamedNode
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.name_lookup import Manifest
    from plangraph.store.engine import Engine

K = TypeVar("K")
V = TypeVar("V")
CODE_AT_END = re.compile(r"(?<=[^\x00-\x7f])[0-9a-z]+(?:[-.][0-9a-z]+)*$")
REMEMBERED = 1000
"""How many names are remembered: a question looks each up several times."""


@dataclass(frozen=True)
class Names:
    """The names of the things of a graph.

    Attributes
    ----------
    engine : Engine
        What answers queries.
    manifest : Manifest
        What was built.
    """

    engine: Engine
    manifest: Manifest
    _known: dict[tuple[str, str, Sequence[str]], str] = field(default_factory=dict, repr=False, compare=False)
    _plan_of: dict[str, str | None] = field(default_factory=dict, repr=False, compare=False)

    def plan(self, name: str | None) -> str:
        """Return the IRI of a plan; without a name, of the one that questions are about."""
        return self.manifest.plan if name is None else self.thing(name, sorts=(PLAN,))

    def thing(self, name: str, plan: str | None = None, sorts: Sequence[str] = ()) -> str:
        """Return the IRI of the thing that goes by a name.

        Parameters
        ----------
        name : str
            A code (``1-1-1``), a label, the path of an IRI (``kawasaki/3``), an IRI or a prefixed name; any width, any
            dash.
        plan : str, optional
            The plan (IRI) in whose scope the name is looked up, its own elements first; without one, the manifest's,
            and what no city has named (SDG target 1.1) is not taken for an element that has its code (1.1) elsewhere.
        sorts : sequence of str
            The classes or concept schemes (IRIs) of one of which the thing has to be, if that matters.

        Raises
        ------
        UnknownThing
            If nothing, or more than one thing, goes by the name. The message has the things that are meant perhaps.
        """
        if iri := self._iri(name):
            return iri
        key = (name, plan or self.manifest.plan, (*sorts, *(() if plan else ("anywhere",))))
        if key in self._known:
            return self._known[key]
        found = self.known(name, key[1], sorts)
        if plan is None and not sorts and len(found) == 1 and not self.manifest.city(found[0]):
            found = [*found, *self._lookup.elements_coded(name)]
        if len(found) == 1:
            _keep(self._known, key, found[0])
            return found[0]
        raise (_several(name, self.labelling.choice(found)) if found else self._unknown(name, key[1], sorts))

    def known(self, name: str, plan: str, sorts: Sequence[str] = ()) -> list[str]:
        """Return the things (IRIs) that go by a name in the scope of a plan (IRI), or else anywhere."""
        spellings = filter(None, (name.strip(), *loosened(name), romanised(name)))
        ways = (self._lookup.ways(each, plan, sorts) for each in spellings)
        return next((things for way in ways for things in way if things), [])

    def plan_of(self, thing: str) -> str | None:
        """Return the plan (IRI) in whose scope a thing stands: its city's if it is in it, or else one that it is in.

        None if no city has given it its IRI.
        """
        if thing not in self._plan_of:
            _keep(self._plan_of, thing, self._looked_up_plan_of(thing))
        return self._plan_of[thing]

    def _looked_up_plan_of(self, thing: str) -> str | None:
        city = self.manifest.city(thing)
        if not city or thing in self.manifest.scopes:
            return thing if thing in self.manifest.scopes else None
        own = self.plan_of_city(city)
        plans = self._lookup.things(f"<{thing}> pg:definedIn|pg:inPlan ?thing", (), ())
        return own if own in plans else next((plan for plan in plans if plan in self.manifest.scopes), own)

    def city(self, name: str) -> str:
        """Return the key of the city that goes by a key or the name of a municipality.

        Raises
        ------
        UnknownThing
            If no city of the build goes by it. The message has those that are there.
        """
        spelt = folded(name.strip())
        for key, named in self._cities():
            if spelt == named:
                return key
        keys = ", ".join(self.manifest.spaces)
        raise UnknownThing(
            Words(
                f"「{name}」という都市はありません。あるのは {keys} です",
                f"no city is known by the name '{name}'; there is {keys}",
            )
        )

    def city_in(self, text: str) -> tuple[str, str]:
        """Return the key of the city that a text names first, or nothing, and the text without that name."""
        spelt = folded(text)
        found = [(spelt.find(named), -len(named), key, named) for key, named in self._cities() if named in spelt]
        if not found:
            return "", text
        _, _, key, named = min(found)
        return key, spelt.replace(named, " ")

    def _cities(self) -> list[tuple[str, str]]:
        """Return the keys of the cities of the build, with each name of theirs as it is spelt to be compared."""
        query = "SELECT ?place ?name WHERE { ?place a pg:Municipality ; rdfs:label ?name }"
        named = [(str(place), folded(str(name))) for place, name in expect_rows(self.engine.query(query))]
        spaces = self.manifest.spaces
        own = [(key, name) for place, name in named if (key := self.manifest.city(place))]
        return [*zip(spaces, spaces, strict=True), *own]

    def scope(self, plan: str) -> Sequence[str]:
        """Return the graphs (IRIs) of a plan's (IRI) scope; of one without a scope, those of its city beside others."""
        return self._lookup.scope(plan)

    def city_called(self, key: str) -> str | None:
        """Return the municipality (IRI) of a city (key); None if it has not exactly one."""
        query = "SELECT ?city WHERE { ?city a pg:Municipality }"
        every = [str(city) for (city,) in expect_rows(self.engine.query(query))]
        found = [city for city in every if self.manifest.city(city) == key]
        return found[0] if len(found) == 1 else None

    def plan_of_city(self, key: str) -> str:
        """Return the plan (IRI) that questions about a city (key) are about."""
        return self.manifest.plans[self.manifest.spaces[key]]

    def term(self, name: str, plan: str | None = None) -> str:
        """Return the IRI of a term of the ontology, by its local name too (``inheritsGoal``, ``a``), or of a thing."""
        if name == "a":
            return RDF.type
        own = local_term(name)
        if own and self._lookup.ask(f"<{own}> a ?type"):
            return own
        return self.thing(name, plan)

    def relation(self, name: str) -> str:
        """Return the IRI of a relation of the ontology, by its local name, a label, its IRI, or ``a``.

        Raises
        ------
        UnknownThing
            If there is none. The message has the one that is meant perhaps.
        """
        if iri := RDF.type if name == "a" else self._iri(name):
            return iri
        query = "SELECT ?relation ?label WHERE { ?relation a owl:ObjectProperty ; rdfs:label ?label }"
        named = [(str(iri), str(label)) for iri, label in expect_rows(self.engine.query(query))]
        known = {label: iri for iri, label in named} | {iri.removeprefix(PREFIXES["pg"]): iri for iri, _ in named}
        if name not in known:
            said = Words(f"「{name}」という関係はありません", f"no relation is known by the name '{name}'")
            raise UnknownThing(said.then(did_you_mean(name, known)))
        return known[name]

    def _iri(self, name: str) -> str | None:
        iri = name if "://" in name else expand(name)
        try:
            return str(NamedNode(iri).value) if iri else None
        except ValueError as error:
            raise UnknownThing(Words(f"「{name}」は IRI ではありません", f"'{name}' is not an IRI")) from error

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.engine, self.manifest)

    @cached_property
    def labelling(self) -> Labelling:
        """What things are called."""
        return Labelling(self.engine)

    def _unknown(self, name: str, plan: str, sorts: Sequence[str]) -> UnknownThing:
        word = self.labelling.sort(sorts)
        said = Words(f"「{name}」という{word.ja}はありません", f"no {word.en} is known by the name '{name}'")
        if sorts and (other := self._of_other_sort(name.strip(), plan)):
            said = said.then(other)
        near = self._near(folded(name.strip()), plan, sorts) or self._of_sort(sorts, plan)
        if not near:
            return UnknownThing(
                said.then(Words("。コード、名称、IRI のどれかを指定してください", ": give a code, a label or an IRI"))
            )
        return UnknownThing(
            said.then(Words("。次のどれかのことですか:", "; perhaps you mean one of these:")).then(
                self.labelling.choice(near)
            )
        )

    def _of_other_sort(self, name: str, plan: str) -> Words | None:
        """Describe what a name means elsewhere, if it means something that is not of the sort asked for."""
        found = next((found for found in self._lookup.ways(name, plan, ()) if found), [])[:1]
        if not (called := self.labelling.of(found)):
            return None
        kinds = self.kinds(found)
        kind, thing = self.labelling.sort(kinds[:1]), called[found[0]]
        return Words(f"（{kind.ja}の「{thing.ja}」はあります）", f" (there is the {kind.en} '{thing.en}')")

    def kinds(self, things: Sequence[str]) -> list[str]:
        """Return the classes (IRIs) of things (IRIs) that have a name."""
        values = " ".join(f"<{iri}>" for iri in things)
        pattern = f"VALUES ?one {{ {values} }} ?one a ?thing . ?thing rdfs:isDefinedBy|rdfs:label ?any"
        return self._lookup.things(pattern, (), ()) if things else []

    def holds(self, spelt: str, plan: str) -> bool:
        """Check whether a folded text is a part of a name in the scope of a plan (IRI), or how one is read."""
        return bool(spelt) and (bool(self._lookup.holding(spelt, self.scope(plan), ())) or self._lookup.reads(spelt))

    def _near(self, name: str, plan: str, sorts: Sequence[str]) -> list[str]:
        """Return what search finds: things of the sort that have the name, or one a letter apart, as a part of theirs.

        Where there is none, it is what has the code at the name's end.
        """
        scope = self.scope(plan)
        if not name:
            return []
        if found := self._lookup.holding(name, scope, sorts) or self._lookup.holding(name, scope, sorts or DOCUMENTS):
            return found
        if near := near_spelling(name, self._lookup.labels(scope, sorts)):
            return self._lookup.holding(folded(near), scope, sorts)
        code = CODE_AT_END.search(name)
        return self._lookup.things(f"?thing skos:notation {Literal(code[0])}", scope, sorts) if code else []

    def choices(self, sorts: Sequence[str], plan: str) -> list[Words]:
        """Return what the things of a sort in the scope of a plan (IRI) are called, in their order, if they are few."""
        return list(self.labelling.of(self._of_sort(sorts, plan)).values()) if sorts else []

    def has(self, pattern: str, plan: str) -> bool:
        """Check whether the scope of a plan (IRI) has a pattern of SPARQL."""
        return self._lookup.ask(pattern, self.scope(plan))

    def has_some(self, sorts: Sequence[str], plan: str) -> bool:
        """Check whether there is any thing of a sort in the scope of a plan (IRI); of no sort there is."""
        each = [f"{{ ?thing a|skos:inScheme <{sort}> }}" for sort in sorts]
        return not sorts or self.has(" UNION ".join(each), plan)

    def _of_sort(self, sorts: Sequence[str], plan: str) -> list[str]:
        """Return the things of a sort in a plan's (IRI) scope, in order, if few; as plans, those of its kind."""
        if not sorts:
            return []
        kin = f"<{plan}> a ?kind . ?thing a ?kind . FILTER(?kind != pg:Plan)"
        pattern, scope = (kin, ()) if PLAN in sorts else ("?thing a ?kind", self.scope(plan))
        found = self._lookup.things(pattern, scope, sorts)
        return self.labelling.in_order(found) if len(found) <= FEW else []


def _several(name: str, shown: Words) -> UnknownThing:
    return UnknownThing(
        Words(
            f"「{name}」という名前のものは一つではありません。次から選んで、左の書き方で指定してください:{shown.ja}",
            f"'{name}' is the name of several things; give one of them as it stands on the left:{shown.en}",
        )
    )


def _keep(found: dict[K, V], key: K, value: V) -> None:
    """Remember what was found; all is forgotten once it is much, since names come from strangers."""
    if len(found) >= REMEMBERED:
        found.clear()
    found[key] = value
