"""Is a dataset sound? Tables, shapes, the ontology's own rules and, if wanted, consistency, in one report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plangraph import resources
from plangraph.build.pipeline import broken_rules, read_facts
from plangraph.build.scopes import infer
from plangraph.errors import OntologyError, Problem
from plangraph.inference import compile_rules
from plangraph.namespaces import PG
from plangraph.ontology import local
from plangraph.reasoning.clashes import Clash, Facts, disjointness_clashes, smallest_conflict
from plangraph.reasoning.hermit import is_consistent, tools
from plangraph.reasoning.report import Finding, Report, Section
from plangraph.reasoning.statements import Statement, labels, written
from plangraph.reasoning.words import axiom_words, disjoint_words, sentence
from plangraph.store.embedded import Memory
from plangraph.validation import Shapes
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from plangraph.build.pipeline import Facts as Rows
    from plangraph.inference import Rule
    from plangraph.store.terms import Triple
    from plangraph.tables.rows import Row

LANGUAGES = ("ja", "en")
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
        If HermiT is asked for and not installed.
    """
    if owl:
        tools()  # say at once if they are missing
    report("tables")
    facts = read_facts(datasets)
    rows = len({row.file for _, city in facts.cities for row in city.places.values()})
    sections = [Section("tables", rows, [Finding(problem) for problem in facts.problems])]
    report("shapes")
    broken = [Finding(problem) for problem in broken_rules(facts)]
    sections.append(Section("shapes", len(facts.quads), broken))
    report("ontology")
    rules, problems = _ontology(facts)
    sections.append(Section("ontology", len(facts.ontology.classes) + len(facts.ontology.object_properties), problems))
    if owl:
        report("consistency")
        sections.append(Section("consistency", len(facts.quads), _consistency(facts, rules)))
    return Report([path.name for path in datasets], sections)


def _ontology(facts: Rows) -> tuple[list[Rule], list[Finding]]:
    findings = []
    for violation in Shapes.of_ontology().violations(facts.ontology.triples):
        file, line = _declared(violation.focus)
        term = f"{local(violation.focus)}: "
        message = Words(term + violation.message_ja, term + violation.message_en)
        findings.append(Finding(Problem(file, line, "", message)))
    try:
        rules = compile_rules(facts.ontology.triples)
    except OntologyError as error:
        rules = []
        findings.append(Finding(Problem("ontology", 0, "", Words(str(error), str(error)))))
    return rules, findings


def _declared(term: str) -> tuple[str, int]:
    """Find the file and line in which a term of the ontology is declared."""
    pattern = re.compile(rf"^(?:\w+:{re.escape(local(term))}|<{re.escape(term)}>)\s")
    for file in sorted(resources.ONTOLOGY.rglob("*.ttl")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if pattern.match(line):
                return file.relative_to(resources.ONTOLOGY.parent).as_posix(), number
    return "ontology", 0


def _consistency(facts: Rows, rules: Sequence[Rule]) -> list[Finding]:
    names = sorted({str(quad.graph_name.value) for quad in facts.quads})  # type: ignore[union-attr]
    whole = Facts(facts.quads, infer(Memory.of(facts.quads), [names], rules)) if names else Facts([], [])
    clashes = disjointness_clashes(whole, rules)
    if clashes:
        return [_explained(clash, whole, facts) for clash in clashes]
    triples = [quad.triple for quad in facts.quads]
    if is_consistent(triples):
        return []
    background = list(facts.ontology.triples)
    if not is_consistent(background):
        return [Finding(Problem("ontology", 0, "", CLASH))]
    known = set(background)
    conflict = smallest_conflict([triple for triple in triples if triple not in known], background, is_consistent)
    return [_explained(Clash(tuple(map(_statement, conflict)), (), ()), whole, facts)]


def _explained(clash: Clash, whole: Facts, facts: Rows) -> Finding:
    said = [*clash.facts, *(step.conclusion for step in clash.steps)]
    iris = {iri for one in said for iri in one.iris()} | set(clash.disjoint)
    names = labels(whole, iris | {iri for step in clash.steps for iri in step.rule.axiom})
    places = _places(facts)
    rows = [places.get(fact.pattern()) or places.get(fact.subject) for fact in clash.facts]
    because = []
    for fact, row in zip(clash.facts, rows, strict=True):
        because.append((f"{row.file}:{row.line}" if row else "", _sentences(fact, names)))
    axioms = list({step.rule: axiom_words(step.rule, names) for step in clash.steps}.values())
    if clash.disjoint:
        axioms.append(disjoint_words([names[kind] for kind in clash.disjoint]))
    first = next(filter(None, rows), None)
    problem = Problem(first.file if first else "ontology", first.line if first else 0, "", CLASH)
    return Finding(problem, tuple(because), tuple(axioms))


def _places(facts: Rows) -> dict[str, Row]:
    """Give the row that each thing and each link comes from, by the thing's or the statement's notation."""
    found = {f"<{thing}>": row for _, city in facts.cities for thing, row in city.places.items()}
    links: dict[str, dict[str, str]] = {}
    for quad in facts.quads:
        if quad.predicate.value in {PG.subject, PG.relation, PG.object}:
            links.setdefault(str(quad.subject), {})[quad.predicate.value] = str(quad.object)
    for link, said in links.items():
        if link in found and len(said) == len(Statement._fields):
            found[Statement(said[PG.subject], said[PG.relation], said[PG.object]).pattern()] = found[link]
    return found


def _sentences(fact: Statement, names: dict[str, dict[str, str]]) -> dict[str, str]:
    parts = dict(zip(("subject", "predicate", "object"), fact, strict=True))
    return {
        language: sentence(
            {part: names[term[1:-1]][language] if term.startswith("<") else term for part, term in parts.items()},
            language,
        )
        for language in LANGUAGES
    }


def _statement(triple: Triple) -> Statement:
    return Statement(str(triple.subject), str(triple.predicate), written(triple.object))
