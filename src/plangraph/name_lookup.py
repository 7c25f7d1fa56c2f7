"""The ways in which a name is looked up, one after the other.

They are, in this order: a plan; a term of the ontology, where one is asked for (``contributesTo``); a code behind its
plan (``4/1-1``); a code, first among the elements of the plan, then in its scope, then anywhere; a tier with a code
(``施策:01``); the path of an IRI (``office/works`` or ``office:works``), its letters as they are or percent-encoded,
of the plan's city or else of any; the key of a city, where a place is asked for; a label or another spelling of one, in
any language, in the scope of the plan or else anywhere; where rows are by a tier, its plural, or what the city calls
its top-level offices (``部``); the word of its class with its code (``政策1-1``); where the sort of thing is known,
the beginning or a part of a label, then of another spelling, where an office below which all the others found stand is
meant (``環境`` is 環境局); and an office by letters of its label, in order (``健福局``).
Where the sort is not known, a part of a plan's name and letters of an office's are read only if no other thing has the
name as a part of its own. Spellings are compared as :func:`plangraph.store.folding.folded` writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Protocol
from unicodedata import normalize
from urllib.parse import quote

from plangraph.namespaces import PREFIXES, THINGS, expand
from plangraph.short_forms import short_for
from plangraph.store.answers import expect_rows
from plangraph.store.folding import folded
from plangraph.store.terms import Literal, text
from plangraph.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plangraph.store.engine import Engine

PLAN = PREFIXES["pg"] + "Plan"
TIER = PREFIXES["pg"] + "Tier"
DOCUMENTS = PREFIXES["pg"] + "SourceDocument", PREFIXES["pg"] + "Passage"
OFFICE = PREFIXES["org"] + "OrganizationalUnit"
TOP_LEVEL_OFFICE = PREFIXES["pg"] + "TopLevelOffice"
OFFICES = frozenset(("office", "offices", "部署"))
"""What top-level offices are called where rows are asked for by them, besides the city's own word."""
CODES = "skos:notation", "skos:hiddenLabel"
"""By what a code is found: as it is written, or else as it is folded."""
NAMES = "rdfs:label|skos:altLabel|skos:hiddenLabel"
"""By what things are called, within patterns."""
TERMS = frozenset(PREFIXES["owl"] + name for name in ("ObjectProperty", "Class"))
"""The sorts of what goes by a local name too."""
READ = 3
"""From how many letters on a reading is looked up."""
ABBREVIATED = 8
"""Up to how many letters a name is short for the one of an office."""
FAR = 1000
"""What a letter before a name inside another weighs, against one of the other's length."""
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
    def spaces(self) -> Mapping[str, str]:
        """For each city, by its key, the beginning of the IRIs of its things."""

    @property
    def plans(self) -> Mapping[str, str]:
        """For each city, by the beginning of the IRIs of its things, the plan (IRI) that questions are about."""

    @property
    def plans_of(self) -> Mapping[str, Sequence[str]]:
        """For each city, by its key, its plans (IRIs) that have a scope."""

    def city(self, thing: str) -> str:
        """Return the key of the city that has given a thing its IRI; nothing if none has."""


@dataclass(frozen=True)
class Lookup:
    """What looks names up in a graph.

    Attributes
    ----------
    engine : Engine
        What answers queries.
    manifest : Manifest
        What was built.
    """

    engine: Engine
    manifest: Manifest

    def scope(self, plan: str) -> Sequence[str]:
        """Return the graphs (IRIs) of a plan's (IRI) scope; of one without a scope, those of its city beside others."""
        if plan in self.manifest.scopes or len(self.manifest.plans) == 1:
            return self.manifest.scopes.get(plan, ())
        beside = self.manifest.plans_of.get(self.manifest.city(plan), ())
        return sorted({graph for other in beside for graph in self.manifest.scopes[other]})

    def ways(self, name: str, plan: str, sorts: Sequence[str]) -> Iterator[list[str]]:
        """Look a name up in one way after the other; the things (IRIs) that go by it in the first are meant."""
        scope, spelt = self.scope(plan), folded(name)
        spellings = sorted({name, _half_width(name), spelt, spelt.upper(), *_area_codes(spelt)})
        if PLAN in sorts:
            yield self._plans(spelt)
        if TERMS & set(sorts) and (own := local_term(name)):
            yield self.things(f"VALUES ?thing {{ <{own}> }} ?thing a ?type", (), sorts)
        label = Literal(spelt)
        yield from (self._in_plan_named(spelt, code, sorts) for code in CODES)
        codes = " ".join(str(Literal(each)) for each in spellings)
        noted = f"VALUES ?code {{ {codes} }} ?thing skos:notation|pg:areaCode ?code"
        for pattern in (noted, f"VALUES ?code {{ {codes} }} ?thing skos:hiddenLabel ?code"):
            yield self.things(f"?thing pg:inPlan <{plan}> . {pattern}", scope, sorts)
            yield self.things(pattern, scope, sorts) if scope else []
        yield from (self._of_kind(spelt, code, scope, sorts) for code in CODES)
        yield from self._by_path(name, sorts)
        yield self.things(noted, (), sorts)
        called = f"?thing {NAMES} ?name"
        named = " ".join(str(text(each, lang)) for each in spellings for lang in LANGUAGES)
        for pattern in (f"VALUES ?name {{ {named} }} {called}", f"{called} FILTER(LCASE(STR(?name)) = {label})"):
            yield self.things(pattern, scope, sorts)
            yield self.things(pattern, (), sorts)
        if TIER in sorts:
            yield self.things(f"?thing pg:plural ?name FILTER(LCASE(STR(?name)) = {label})", scope, sorts)
            yield [TOP_LEVEL_OFFICE] if spelt in OFFICES or self._is_top_level_office(label, scope) else []
        outer, space, inner = spelt.rpartition(" ")
        if space:
            above = "?thing org:transitiveSubOrganizationOf ?above . ?above rdfs:label|skos:altLabel ?outer"
            both = f"LCASE(STR(?outer)) = {Literal(outer)} && LCASE(STR(?name)) = {Literal(inner)}"
            yield self.things(f"{above} . {called} FILTER({both})", scope, sorts)
        alone = not sorts and bool(spelt) and not self.holding(spelt, scope, ())
        if PLAN in sorts or alone:
            asked_about = " ".join(f"<{plan}>" for plan in self.manifest.scopes)
            part = f"VALUES ?thing {{ {asked_about} }} ?thing rdfs:label|skos:altLabel ?name"
            named_so = self.things(f"{part} FILTER(CONTAINS(LCASE(STR(?name)), {label}))", (), ())
            yield [self.manifest.plan] if self.manifest.plan in named_so else named_so
        if sorts and spelt:
            for test, names in product(("STRSTARTS", "CONTAINS"), ("?thing rdfs:label ?name", called)):
                found = self.things(f"{names} FILTER({test}(LCASE(STR(?name)), {label}))", scope, sorts)
                yield self._with_all_inside(found)
        if OFFICE in sorts or alone:
            yield from self._abbreviated(name, scope)
        if numbers := [rest for word in self._words_of_all(sorts) if (rest := _number_behind(word, spelt))]:
            ends = f"FILTER(STRENDS(STR(?name), {Literal(numbers[0])}))"
            yield self.things(f"?thing skos:notation|skos:altLabel ?name {ends}", scope, sorts)
        if TIER in sorts:  # rows go by a tier, or by a class
            yield self.things(f"?thing a owl:Class . {called} FILTER(LCASE(STR(?name)) = {label})", (), ())

    def elements_coded(self, name: str) -> list[str]:
        """Return the elements (IRIs) of all plans that have a code, as it is written or else as it is folded."""
        coded = " ".join(str(Literal(each)) for each in sorted({name.strip(), _half_width(name).strip(), folded(name)}))
        pattern = f"VALUES ?code {{ {coded} }} ?thing {{}} ?code ; pg:inPlan ?plan"
        return next((found for by in CODES if (found := self.things(pattern.replace("{}", by), (), ()))), [])

    def _with_all_inside(self, found: list[str]) -> list[str]:
        """Return the office (IRI) below which all others found stand, as ``環境`` means 環境局; or else all found."""
        each = " ".join(f"<{iri}>" for iri in found)
        below = f"VALUES ?thing {{ {each} }} VALUES ?other {{ {each} }} ?other org:transitiveSubOrganizationOf ?thing"
        query = f"SELECT ?thing WHERE {{ {below} }} GROUP BY ?thing HAVING(COUNT(DISTINCT ?other) = {len(found) - 1})"
        top = [str(thing) for (thing,) in expect_rows(self.engine.query(query))] if len(found) > 1 else []
        return top or found

    def holding(self, spelt: str, scope: Sequence[str], sorts: Sequence[str]) -> list[str]:
        """Return what has a folded name as a part of its own, first what begins with it; of no sort, no documents."""
        only = _of(sorts) if sorts else f"MINUS {{ {_any_of(DOCUMENTS)} }}"
        query = f"""SELECT ?thing (MIN(?at) AS ?rank) WHERE {{
            ?thing {NAMES}|skos:notation ?name
            FILTER(CONTAINS(LCASE(STR(?name)), {Literal(spelt)})) {only} FILTER(ISIRI(?thing))
            BIND(STRLEN(STRBEFORE(LCASE(STR(?name)), {Literal(spelt)})) * {FAR} + STRLEN(STR(?name)) AS ?at)
        }} GROUP BY ?thing ORDER BY ?rank ?thing"""
        return [str(thing) for thing, _ in expect_rows(self.engine.query(query, list(scope)))]

    def reads(self, spelt: str) -> bool:
        """Check whether a Japanese name is read as a folded text from a word on; of fewer letters, too many are."""
        begins = f"CONTAINS(CONCAT(' ', STR(?name)), {Literal(' ' + spelt[:1])})"
        holds = f"CONTAINS(REPLACE(STR(?name), ' ', ''), {Literal(spelt)})"
        tests = f"FILTER(LANGMATCHES(LANG(?name), 'ja-Hira') && {begins} && {holds})"
        return len(spelt) >= READ and self.ask(f"?thing skos:hiddenLabel ?name {tests}")

    def _in_plan_named(self, spelt: str, noted: str, sorts: Sequence[str]) -> list[str]:
        """Return what ``4/1-1`` means, as tables write it: the element with a code, by a property, in a plan."""
        stated, _, code = spelt.rpartition("/")
        if not code or not (plans := self._plans(stated)):
            return []
        codes = " ".join(str(Literal(each)) for each in (code, code.upper()))
        pattern = f"VALUES ?code {{ {codes} }} ?thing pg:inPlan <{plans[0]}> ; {noted} ?code"
        return self.things(pattern, self.scope(plans[0]), sorts)

    def _is_top_level_office(self, label: Literal, scope: Sequence[str]) -> bool:
        """Check whether a city calls its top-level offices so, one of them or several."""
        office = "?office a pg:TopLevelOffice ; dcterms:type ?kind . ?kind rdfs:label|pg:plural ?name"
        return self.ask(f"{office} FILTER(LCASE(STR(?name)) = {label})", scope)

    def _abbreviated(self, name: str, scope: Sequence[str]) -> Iterator[list[str]]:
        """Look for offices that a name is short for, first those whose labels end with its last letter."""
        letters = _half_width(name).strip()
        if 1 < len(letters) <= ABBREVIATED and letters.isalpha() and not letters.isascii():
            labels = self.labels(scope, [OFFICE])
            for cut in (False, True):
                called = ", ".join(str(Literal(label)) for label in short_for(letters, labels, cut=cut))
                yield self.things(f"?thing rdfs:label ?name FILTER(STR(?name) IN ({called}))", scope, [OFFICE])

    def _of_kind(self, spelt: str, noted: str, scope: Sequence[str], sorts: Sequence[str]) -> list[str]:
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
        pattern = f"VALUES (?kind ?code) {{ {meant} }} {inside} ?thing {noted} ?code ; a|pg:tier ?kind"
        return self.things(pattern, self.scope(plans[0]) if plans else scope, sorts)

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

    @property
    def _city(self) -> str:
        return self.manifest.city(self.manifest.plan)

    def _by_path(self, name: str, sorts: Sequence[str]) -> Iterator[list[str]]:
        """Look for the path of an IRI, of the plan's city or else of any; and for a city's place by the city's key."""
        path = _half_width(name).removeprefix("plan:").replace(":", "/", 1)
        others = [f"{city}/{path}" for city in self.manifest.spaces if city != self._city]
        for meant in ([path, f"{self._city}/{path}"], others):
            if paths := " ".join(f"<{THINGS}{quote(each, safe='/%')}>" for each in meant if _is_path(each)):
                yield self.things(f"VALUES ?thing {{ {paths} }} ?thing a ?type", (), sorts)
        if sorts:
            yield self.things(f"?city dcterms:identifier {Literal(folded(name))} ; dcterms:spatial ?thing", (), sorts)

    def things(self, pattern: str, scope: Sequence[str], sorts: Sequence[str]) -> list[str]:
        """Return the things (IRIs) of some sorts that ``?thing`` of a pattern stands for, in the graphs of a scope."""
        query = f"SELECT DISTINCT ?thing WHERE {{ {pattern} {_of(sorts)} FILTER(ISIRI(?thing)) }} ORDER BY ?thing"
        return [str(thing) for (thing,) in expect_rows(self.engine.query(query, list(scope)))]

    def labels(self, scope: Sequence[str], sorts: Sequence[str]) -> list[str]:
        """Return what the things of some sorts in the graphs of a scope are called."""
        query = f"SELECT DISTINCT ?name WHERE {{ ?thing rdfs:label|skos:altLabel ?name {_of(sorts)} }}"
        return [str(name) for (name,) in expect_rows(self.engine.query(query, list(scope)))]

    def ask(self, pattern: str, scope: Sequence[str] = ()) -> bool:
        """Check whether a pattern matches anything in the graphs of a scope."""
        return bool(self.engine.query(f"ASK {{ {pattern} }}", list(scope)))


def _any_of(sorts: Sequence[str]) -> str:
    return " UNION ".join(f"{{ ?thing a|skos:inScheme <{sort}> }}" for sort in sorts)


def _of(sorts: Sequence[str]) -> str:
    return f"FILTER EXISTS {{ {_any_of(sorts)} }}" if sorts else ""


def _area_codes(name: str) -> list[str]:
    """Return the standard area code that five digits mean, written as the government's statistics write it."""
    return [f"C{name}"] if name.isdecimal() and len(name) == len("14130") else []


def _half_width(name: str) -> str:
    return normalize("NFKC", name)


def _number_behind(word: str, name: str) -> str:
    """Return the number of a name that is the word of a class and a number, such as ``strategy 2``."""
    rest = name.removeprefix(word).strip(" :-") if name.startswith(word) else ""
    return rest if rest.isdecimal() else ""


def local_term(name: str) -> str | None:
    """Return the IRI of a term of the ontology by its local name; None if it cannot be one."""
    return expand(f"pg:{name}") if name.isascii() and name.isalpha() else None


def _is_path(path: str) -> bool:
    return all(character.isalnum() or character in "-._/%" for character in path)
