"""How things are found by the names that people give them: the one place where a name becomes an IRI.

A name is tried as, in this order: an IRI or a prefixed name (``sdg:11.5``); a plan; a term of the ontology, where one
is asked for (``contributesTo``); a code, first among the elements of the plan, then in its scope, then anywhere; a tier
with a code (``施策:01``); the path of an IRI (``office/works`` or ``office:works``), its letters as they are or
percent-encoded; a label or another spelling of one; the word of its class with its code (``政策1-1``); and, where the
sort of thing is known, the beginning or a part of a label. Where nothing goes by it, it is tried as others write it.
Spellings are compared as :func:`plangraph.store.folding.folded` writes them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar
from unicodedata import normalize
from urllib.parse import quote

from plangraph.errors import UnknownThing
from plangraph.iris import city_of
from plangraph.labelling import FEW, Labelling
from plangraph.namespaces import PREFIXES, RDF, THINGS, expand
from plangraph.store.answers import expect_rows
from plangraph.store.folding import folded, loosened
from plangraph.store.terms import Literal, NamedNode, text
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plangraph.store.engine import Engine

K = TypeVar("K")
V = TypeVar("V")
PLAN = PREFIXES["pg"] + "Plan"
TIER = PREFIXES["pg"] + "Tier"
TERMS = frozenset(PREFIXES["owl"] + name for name in ("ObjectProperty", "Class"))
"""The sorts of what goes by a local name too."""
REMEMBERED = 1000
"""How many names are remembered: a question looks each up several times."""
KINDS = """SELECT ?kind ?word WHERE {
  { ?kind a owl:Class } UNION { ?kind a pg:Tier }
  ?kind rdfs:label|skos:altLabel ?word
}"""


class Manifest(Protocol):
    """What of a build's manifest is needed to find things by their names."""

    @property
    def plan(self) -> str:
        """The plan (IRI) that questions are about unless they name another."""

    @property
    def scopes(self) -> Mapping[str, Sequence[str]]:
        """For each plan (IRI), the graphs (IRIs) of its scope."""

    @property
    def plans(self) -> Mapping[str, str]:
        """For each city, by the beginning of the IRIs of its things, the plan (IRI) that questions are about."""


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
            The plan (IRI) in whose scope the name is looked up, its own elements first; without one, the manifest's.
        sorts : sequence of str
            The classes or concept schemes (IRIs) of one of which the thing has to be, if that matters.

        Raises
        ------
        UnknownThing
            If nothing, or more than one thing, goes by the name. The message has the things that are meant perhaps.
        """
        if iri := self._iri(name):
            return iri
        key = (name, plan or self.manifest.plan, tuple(sorts))
        if key in self._known:
            return self._known[key]
        ways = (self._found(each, key[1], sorts) for each in (name.strip(), *loosened(name)))
        found = next((things for way in ways for things in way if things), [])
        if len(found) == 1:
            _keep(self._known, key, found[0])
            return found[0]
        raise (
            _several(name, self.labelling.choice(found))
            if found
            else self._unknown(name, plan or self.manifest.plan, sorts)
        )

    def plan_of(self, thing: str) -> str | None:
        """Return the plan (IRI) in whose scope a thing stands: its city's, or else the one that lays it down.

        None if no city has given it its IRI.
        """
        if thing not in self._plan_of:
            _keep(self._plan_of, thing, self._looked_up_plan_of(thing))
        return self._plan_of[thing]

    def _looked_up_plan_of(self, thing: str) -> str | None:
        own = next((plan for space, plan in self.manifest.plans.items() if thing.startswith(space)), None)
        if own is None or thing in self.manifest.scopes:
            return thing if thing in self.manifest.scopes else None
        if self._ask(f"<{thing}> a ?type", self.scope(own)):
            return own
        plans = self._things(f"<{thing}> pg:definedIn|pg:inPlan ?thing", (), ())
        return next((plan for plan in plans if plan in self.manifest.scopes), own)

    def city(self, name: str) -> str:
        """Return the key of the city that goes by a key or the name of a municipality.

        Raises
        ------
        UnknownThing
            If no city of the build goes by it. The message has those that are there.
        """
        spelt = folded(name.strip())
        rows = expect_rows(
            self.engine.query("SELECT ?place ?name WHERE { ?place a pg:Municipality ; rdfs:label ?name }")
        )
        named = {str(place) for place, each in rows if folded(str(each)) == spelt}
        for space in self.manifest.plans:
            key = city_of(space)
            if spelt == key or any(place.startswith(space) for place in named):
                return key
        keys = ", ".join(city_of(space) for space in self.manifest.plans)
        raise UnknownThing(
            Words(
                f"「{name}」という都市はありません。あるのは {keys} です",
                f"no city is known by the name '{name}'; there is {keys}",
            )
        )

    def scope(self, plan: str) -> Sequence[str]:
        """Return the graphs (IRIs) of a plan's (IRI) scope; of one without a scope, those of its city beside others."""
        if plan in self.manifest.scopes or len(self.manifest.plans) == 1:
            return self.manifest.scopes.get(plan, ())
        space = next((space for space in self.manifest.plans if plan.startswith(space)), plan)
        return sorted(
            {graph for other, own in self.manifest.scopes.items() if other.startswith(space) for graph in own}
        )

    def city_of(self, plan: str) -> str:
        """Return the key of the city of a plan (IRI)."""
        return next((city_of(space) for space in self.manifest.plans if plan.startswith(space)), "")

    def term(self, name: str, plan: str | None = None) -> str:
        """Return the IRI of a term of the ontology, by its local name too (``inheritsGoal``, ``a``), or of a thing."""
        if name == "a":
            return RDF.type
        own = _local(name)
        if own and self._ask(f"<{own}> a ?type"):
            return own
        return self.thing(name, plan)

    def _iri(self, name: str) -> str | None:
        iri = name if "://" in name else expand(name)
        try:
            return str(NamedNode(iri).value) if iri else None
        except ValueError as error:
            raise UnknownThing(Words(f"「{name}」は IRI ではありません", f"'{name}' is not an IRI")) from error

    def _found(self, name: str, plan: str, sorts: Sequence[str]) -> Iterator[list[str]]:
        """Look a name up in one way after the other; the things that go by it in the first are meant."""
        scope, spelt = self.scope(plan), folded(name)
        spellings = sorted({name, _half_width(name), spelt, spelt.upper(), *_area_codes(spelt)})
        if PLAN in sorts:
            yield self._plans(spelt)
        if TERMS & set(sorts) and (own := _local(name)):
            yield self._things(f"VALUES ?thing {{ <{own}> }} ?thing a ?type", (), sorts)
        label = Literal(spelt)
        codes = " ".join(str(Literal(each)) for each in spellings)
        noted = f"VALUES ?code {{ {codes} }} ?thing skos:notation|pg:areaCode ?code"
        if scope:
            yield self._things(f"?thing pg:inPlan <{plan}> . {noted}", scope, sorts)
            yield self._things(noted, scope, sorts)
        yield self._of_kind(spelt, scope, sorts)
        if paths := " ".join(f"<{path}>" for path in self._paths(name)):
            yield self._things(f"VALUES ?thing {{ {paths} }} ?thing a ?type", (), sorts)
        yield self._things(noted, (), sorts)
        called = "?thing rdfs:label|skos:altLabel|skos:hiddenLabel ?name"
        named = " ".join(str(text(each, lang)) for each in spellings for lang in Words._fields)
        for graphs in (scope, ()):
            yield self._things(f"VALUES ?name {{ {named} }} {called}", graphs, sorts)
        yield self._things(f"{called} FILTER(LCASE(STR(?name)) = {label})", scope, sorts)
        outer, space, inner = spelt.rpartition(" ")
        if space:
            above = "?thing org:transitiveSubOrganizationOf ?above . ?above rdfs:label|skos:altLabel ?outer"
            both = f"LCASE(STR(?outer)) = {Literal(outer)} && LCASE(STR(?name)) = {Literal(inner)}"
            yield self._things(f"{above} . {called} FILTER({both})", scope, sorts)
        if PLAN in sorts:
            asked_about = " ".join(f"<{plan}>" for plan in self.manifest.scopes)
            part = f"VALUES ?thing {{ {asked_about} }} ?thing rdfs:label|skos:altLabel ?name"
            named_so = self._things(f"{part} FILTER(CONTAINS(LCASE(STR(?name)), {label}))", (), ())
            yield [self.manifest.plan] if self.manifest.plan in named_so else named_so
        if sorts and spelt:
            for test in ("STRSTARTS", "CONTAINS"):
                yield self._things(f"{called} FILTER({test}(LCASE(STR(?name)), {label}))", scope, sorts)
        if numbers := [rest for word in self._words_of_all(sorts) if (rest := _number_behind(word, spelt))]:
            ends = f"FILTER(STRENDS(STR(?name), {Literal(numbers[0])}))"
            yield self._things(f"?thing skos:notation|skos:altLabel ?name {ends}", scope, sorts)
        if TIER in sorts:  # rows go by a tier, or by a class
            yield self._things(f"?thing a owl:Class . {called} FILTER(LCASE(STR(?name)) = {label})", (), ())

    def _of_kind(self, spelt: str, scope: Sequence[str], sorts: Sequence[str]) -> list[str]:
        """Return what ``施策1-1-1``, ``SDG 11.5`` or ``施策:3/01`` means: a tier or class, a plan if any, a code."""
        stated, slash, _ = spelt.partition(":")[2].rpartition("/")
        plans = self._plans(stated.strip()) if slash else []
        coded = {
            (kind, spelt.removeprefix(word).removeprefix(":").removeprefix(stated + slash).strip())
            for kind, word in self._kinds
            if spelt.startswith(word)
        }
        if not coded:
            return []
        spellings = {(kind, each) for kind, code in coded for each in (code, code.upper())}
        meant = " ".join(sorted(f"(<{kind}> {Literal(code)})" for kind, code in spellings))
        inside = f"?thing pg:inPlan <{plans[0]}> ." if plans else ""
        pattern = f"VALUES (?kind ?code) {{ {meant} }} {inside} ?thing skos:notation ?code ; a|pg:tier ?kind"
        return self._things(pattern, scope, sorts)

    @cached_property
    def _kinds(self) -> list[tuple[str, str]]:
        """The classes and tiers with what they are called, folded."""
        return [(str(kind), folded(str(word))) for kind, word in expect_rows(self.engine.query(KINDS))]

    def _words_of_all(self, sorts: Sequence[str]) -> list[str]:
        """Return the words of some classes, folded."""
        return [word for kind, word in self._kinds if kind in sorts]

    def _plans(self, name: str) -> list[str]:
        path = name.removeprefix("plan:")
        return [iri for iri in (THINGS + path, f"{THINGS}{self._city}/{path}") if iri in self.manifest.scopes][:1]

    @cached_property
    def labelling(self) -> Labelling:
        """What things are called."""
        return Labelling(self.engine)

    @property
    def _city(self) -> str:
        return city_of(self.manifest.plan)

    def _paths(self, name: str) -> list[str]:
        path = _half_width(name).removeprefix("plan:").replace(":", "/", 1)
        return [f"{THINGS}{quote(each, safe='/%')}" for each in (path, f"{self._city}/{path}") if _is_path(each)]

    def _things(self, pattern: str, scope: Sequence[str], sorts: Sequence[str]) -> list[str]:
        among = " UNION ".join(f"{{ ?thing a|skos:inScheme <{sort}> }}" for sort in sorts)
        only = f"FILTER EXISTS {{ {among} }}" if sorts else ""
        query = f"SELECT DISTINCT ?thing WHERE {{ {pattern} {only} FILTER(ISIRI(?thing)) }} ORDER BY ?thing"
        return [str(thing) for (thing,) in expect_rows(self.engine.query(query, list(scope)))]

    def _ask(self, pattern: str, scope: Sequence[str] = ()) -> bool:
        return bool(self.engine.query(f"ASK {{ {pattern} }}", list(scope)))

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
        """Say what a name means elsewhere, if it means something that is not of the sort asked for."""
        found = next((found for found in self._found(name, plan, ()) if found), [])[:1]
        if not (called := self.labelling.of(found)):
            return None
        kinds = self._things(f"<{found[0]}> a ?thing . ?thing rdfs:isDefinedBy|rdfs:label ?any", (), ())
        kind, thing = self.labelling.sort(kinds[:1]), called[found[0]]
        return Words(f"（{kind.ja}の「{thing.ja}」はあります）", f" (there is the {kind.en} '{thing.en}')")

    def _near(self, name: str, plan: str, sorts: Sequence[str]) -> list[str]:
        """Return what search finds: the things of the sort that have the name as a part of theirs."""
        if not name:
            return []
        pattern = "?thing rdfs:label|skos:altLabel|skos:hiddenLabel|skos:notation ?name"
        part = f"FILTER(CONTAINS(LCASE(STR(?name)), {Literal(name)}))"
        return self._things(f"{pattern} {part}", self.scope(plan), sorts)

    def choices(self, sorts: Sequence[str], plan: str) -> list[Words]:
        """Return what the things of a sort in the scope of a plan (IRI) are called, if they are few."""
        return list(self.labelling.of(self._of_sort(sorts, plan)).values()) if sorts else []

    def has_some(self, sorts: Sequence[str], plan: str) -> bool:
        """Check whether there is any thing of a sort in the scope of a plan (IRI); of no sort there is."""
        each = [f"{{ ?thing a|skos:inScheme <{sort}> }}" for sort in sorts]
        return not sorts or self._ask(" UNION ".join(each), self.scope(plan))

    def _of_sort(self, sorts: Sequence[str], plan: str) -> list[str]:
        """Return the things of a sort in the scope of a plan (IRI), if they are few; as plans, those of its kind."""
        if not sorts:
            return []
        scope = self.scope(plan)
        kin = f"<{plan}> a ?kind . ?thing a ?kind . FILTER(?kind != pg:Plan)"
        found = self._things(kin, (), sorts) if PLAN in sorts else self._things("?thing a ?kind", scope, sorts)
        return found if len(found) <= FEW else []


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


def _area_codes(name: str) -> list[str]:
    """Return the standard area code that five digits mean, written as the government's statistics write it."""
    return [f"C{name}"] if name.isdecimal() and len(name) == len("14130") else []


def _half_width(name: str) -> str:
    return normalize("NFKC", name)


def _number_behind(word: str, name: str) -> str:
    """Return the number of a name that is the word of a class and a number, such as ``strategy 2``."""
    rest = name.removeprefix(word).strip(" :-") if name.startswith(word) else ""
    return rest if rest.isdecimal() else ""


def _local(name: str) -> str | None:
    """Return the IRI of a term of the ontology by its local name; None if it cannot be one."""
    return expand(f"pg:{name}") if name.isascii() and name.isalpha() else None


def _is_path(path: str) -> bool:
    return all(character.isalnum() or character in "-._/%" for character in path)
