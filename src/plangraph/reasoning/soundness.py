"""Is a dataset sound? Tables, shapes, the ontology's own rules and, if wanted, consistency, in one report."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from plangraph.build.judgement import broken_rules, read_facts
from plangraph.build.scopes import infer
from plangraph.errors import Problem
from plangraph.inference import compile_rules
from plangraph.namespaces import PREFIXES, RDF
from plangraph.ontology import local
from plangraph.reasoning.clashes import Facts, clashes, constraints, smallest
from plangraph.reasoning.conflict import parts, smallest_conflict
from plangraph.reasoning.findings import Finding, Reason, Report, Section
from plangraph.reasoning.hermit import is_consistent, java
from plangraph.reasoning.places import NOWHERE, Places
from plangraph.reasoning.statements import Statement, labels, shown, written
from plangraph.reasoning.verbalization import axiom_words, sentence
from plangraph.store.embedded import Memory
from plangraph.store.terms import NamedNode
from plangraph.validation import Shapes
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from plangraph.build.judgement import Facts as Rows
    from plangraph.errors import OntologyError
    from plangraph.inference import Rule
    from plangraph.reasoning.clashes import Clash
    from plangraph.reasoning.conflict import Part
    from plangraph.reasoning.places import Place
    from plangraph.store.terms import Term, Triple

CLASH = Words("次の事実と公理は同時に成り立ちません。", "these facts and axioms cannot all be true")


def check(datasets: Sequence[Path], *, owl: bool = False, report: Callable[[str], None] = lambda _: None) -> Report:
    """Check datasets, without building them.

    Parameters
    ----------
    datasets : sequence of Path
        The datasets' folders.
    owl : bool
        Whether HermiT is asked if the ontology and the facts can be true together.
    report : callable
        Told the name of each section as it begins.

    Raises
    ------
    TableError
        If a dataset's ``plan.toml`` cannot be read.
    OntologyError
        If the ontology cannot be read, or HermiT cannot carry it out.
    MissingExtra
        If HermiT is asked for and Java is not installed.
    """
    if owl:
        java()  # say at once if it is missing
    report("tables")
    facts = read_facts(datasets)
    rows = len({row.file for _, city in facts.cities for row in city.places.values()})
    sections = [Section("tables", rows, [Finding(problem) for problem in facts.problems])]
    report("shapes")
    broken = [Finding(problem) for problem in broken_rules(facts, Memory.of(facts.quads), Shapes.of_data())]
    sections.append(Section("shapes", len(facts.quads), broken))
    report("ontology")
    places = Places(facts)
    rules, problems = _ontology(facts, places)
    sections.append(Section("ontology", len(facts.ontology.classes) + len(facts.ontology.object_properties), problems))
    if owl:
        report("consistency")
        sections.append(Section("consistency", len(facts.quads), _Consistency(facts, rules, places).findings()))
    return Report([path.name for path in datasets], sections)


def _ontology(facts: Rows, places: Places) -> tuple[list[Rule], list[Finding]]:
    findings = []
    for violation in Shapes.of_ontology().violations(Memory.of(facts.shared)):
        term = f"{local(violation.focus)}: "
        message = Words(term + violation.message_ja, term + violation.message_en)
        findings.append(Finding(Problem(*(places.term(violation.focus) or NOWHERE), "", message)))
    refused: list[OntologyError] = []
    rules = compile_rules(facts.ontology.triples, refused)
    findings += [Finding(Problem(*NOWHERE, "", error.words)) for error in refused]
    return rules, findings


class _Consistency:
    """Asks whether ontology and facts can be true together, and explains what cannot."""

    def __init__(self, facts: Rows, rules: Sequence[Rule], places: Places) -> None:
        self._ontology = facts.ontology.triples
        self._triples = [quad.triple for quad in facts.quads]
        self._rules = rules
        self._places = places
        graphs = sorted({str(quad.graph_name.value) for quad in facts.quads})  # type: ignore[union-attr]
        self._whole = Facts(facts.quads, infer(Memory.of(facts.quads), [graphs], rules))

    def findings(self) -> list[Finding]:
        alike: dict[object, list[Clash]] = {}
        for clash in clashes(self._whole, self._rules, constraints(self._ontology)):
            alike.setdefault(clash.sort(), []).append(clash)
        if alike:
            return [self._explained(smallest(first), others) for first, *others in alike.values()]
        return [] if is_consistent(self._triples) else [self._narrowed()]

    def _explained(self, clash: Clash, others: Iterable[Clash]) -> Finding:
        facts = sorted(clash.facts, key=self._places.rank)
        also = [_place(self._places.fact(min(other.facts, key=self._places.rank))) for other in others]
        return self._finding(map(self._fact, facts), map(self._axiom, clash.axioms), also)

    def _narrowed(self) -> Finding:
        """Narrow down by HermiT what no constraint here covers: first the facts, then the ontology."""
        known = set(self._ontology)
        declared, said = parts(self._ontology)
        rows = [(triple,) for triple in self._triples if triple not in known]
        facts = smallest_conflict(rows, _hold, [self._ontology]) if _hold([self._ontology]) else []
        axioms: list[Part] = []
        for part in smallest_conflict(said, _hold, [declared, *facts]):
            (facts if _is_fact(part) else axioms).append(part)
        return self._finding((self._fact(_statement(fact)) for (fact,) in facts), map(self._part, axioms))

    def _finding(self, facts: Iterable[Reason], axioms: Iterable[Reason], also: Sequence[str] = ()) -> Finding:
        because = tuple(facts)
        file, _, line = (because[0].place if because else "").rpartition(":")
        problem = Problem(file, int(line), "", CLASH) if file else Problem(*NOWHERE, "", CLASH)
        laws: list[Reason] = []
        laws += (axiom for axiom in axioms if axiom not in laws)
        return Finding(problem, because, tuple(laws), tuple(also))

    def _fact(self, fact: Statement) -> Reason:
        names = labels(self._whole, fact.iris())
        said = (names[shown(term)] if term.startswith("<") else Words(shown(term), shown(term)) for term in fact)
        return Reason(_place(self._places.fact(fact)), sentence(*said))

    def _axiom(self, axiom: Rule) -> Reason:
        return Reason(_place(self._places.axiom(axiom)), axiom_words(axiom, labels(self._whole, axiom.axiom)))

    def _part(self, part: Part) -> Reason:
        """Express an axiom in the words of its rule; without one, as the statement that it is, or by what it names."""
        rules = _rules(part)
        if len({rule.axiom for rule in rules}) == 1:
            return self._axiom(rules[0])
        if len(part) == 1:
            return self._fact(_statement(part[0]))
        named = [term.value for triple in part for term in (triple.subject, triple.object) if _is_name(term)]
        names = labels(self._whole, named)
        words = [names[name] for name in dict.fromkeys(named)]
        said = Words("、".join(f"「{name.ja}」" for name in words), ", ".join(f"'{name.en}'" for name in words))
        return Reason("", said)


def _hold(some: Iterable[Sequence[Triple]]) -> bool:
    return is_consistent(triple for part in some for triple in part)


def _rules(part: Part) -> list[Rule]:
    return [*compile_rules(part, []), *constraints(part)]


def _is_fact(part: Part) -> bool:
    (triple, *more) = part
    of_owl = _is_name(triple.object) and triple.object.value.startswith(PREFIXES["owl"])
    return not (more or of_owl or _rules(part))


def _place(place: Place | None) -> str:
    return f"{place[0]}:{place[1]}" if place else ""


def _is_name(term: Term) -> TypeGuard[NamedNode]:
    return isinstance(term, NamedNode) and term.value != RDF.nil


def _statement(triple: Triple) -> Statement:
    return Statement(str(triple.subject), str(triple.predicate), written(triple.object))
