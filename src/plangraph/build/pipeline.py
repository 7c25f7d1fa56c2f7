"""The way of the data: tables → quads → what follows → shapes → store, and one rename at the end."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph import iris, ontology, resources
from plangraph.build import layout
from plangraph.build.catalogue import catalogue, read_manifest
from plangraph.build.contents import contents, read_lines, to_lines
from plangraph.build.quads import CityQuads
from plangraph.build.scopes import SHARED, infer, plan_scopes, with_inferred
from plangraph.build.sdgs import sdg_quads
from plangraph.build.sums import coverage_of_plans
from plangraph.errors import Problem, ShapeError, TableError
from plangraph.inference import compile_rules
from plangraph.queries import Library
from plangraph.store.embedded import Memory, write_disk
from plangraph.store.terms import NamedNode, Quad
from plangraph.tables import read_city, read_sdgs
from plangraph.tables.plan_file import SETTINGS
from plangraph.validation import Shapes
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from plangraph.ontology import Ontology
    from plangraph.tables import City
    from plangraph.validation import Violation

    Report = Callable[[str], None]

STAGES = ("tables", "inference", "catalogue", "shapes", "store")


@dataclass(frozen=True)
class Facts:
    """What the tables of some datasets say, before anything is inferred.

    Attributes
    ----------
    ontology : Ontology
        The meanings.
    cities : list of (City, CityQuads)
        The rows of each city, and their quads.
    shared : list of Quad
        The quads of the ontology and the SDGs.
    problems : tuple of Problem
        Everything wrong with the tables.
    """

    ontology: Ontology
    cities: list[tuple[City, CityQuads]]
    shared: list[Quad]
    problems: tuple[Problem, ...]

    @property
    def quads(self) -> list[Quad]:
        """All quads."""
        return [*self.shared, *(quad for _, written in self.cities for quad in written.quads)]


def read_facts(datasets: Sequence[Path]) -> Facts:
    """Read the tables of datasets, without judging them.

    Raises
    ------
    TableError
        If a dataset's ``plan.toml`` cannot be read.
    OntologyError
        If the ontology cannot be read.
    """
    problems: list[Problem] = []
    meanings = ontology.load()
    sdgs = read_sdgs(resources.DATA / "sdg", problems)
    cities: list[tuple[City, CityQuads]] = []
    for folder in datasets:
        city = read_city(folder, meanings, sdgs.codes(), problems)
        if city.settings.key in {other.settings.key for other, _ in cities}:
            problems.append(Problem(f"{folder.name}/{SETTINGS}", 0, "city.key", _doubled(city.settings.key)))
        cities.append((city, CityQuads(city, meanings, problems)))
    graph = NamedNode(iris.graph("ontology"))
    shared = [Quad(t.subject, t.predicate, t.object, graph) for t in meanings.triples] + sdg_quads(sdgs)
    return Facts(meanings, cities, shared, tuple(problems))


def _doubled(key: str) -> Words:
    return Words(
        f"「{key}」は別のデータセットのキーです。データセットごとに違うキーを付けてください",
        f"'{key}' is the key of another dataset: give each a key of its own",
    )


def broken_rules(facts: Facts) -> list[Problem]:
    """Hold the shapes against facts, and say which row and column break which rule.

    A rule that is broken only because a cell could not be read is left out: that cell is reported already.
    """
    places = {thing: row for _, written in facts.cities for thing, row in written.places.items()}
    links = {(one, other): row for _, written in facts.cities for (one, _, other), row in written.links.items()}
    known = {(problem.file, problem.row, problem.column) for problem in facts.problems}
    known = known.union(*(written.excused for _, written in facts.cities))
    problems = []
    for violation in Shapes.of_data().violations(quad.triple for quad in facts.quads):
        focus, value = violation.focus, violation.value
        row = links.get((focus, value)) or places.get(focus) or places.get(value)
        if row is None and any(problem.file.endswith(SETTINGS) for problem in facts.problems):
            continue  # a concept of plan.toml, of which this is told already
        file, line = (row.file, row.line) if row else (focus, 0)
        if (file, line, violation.column) not in known:
            problems.append(Problem(file, line, violation.column, _said(violation)))
    return problems


def _said(violation: Violation) -> Words:
    words = Words(violation.message_ja, violation.message_en)
    if not violation.value or violation.value.startswith("http"):
        return words
    return Words(f"「{violation.value}」: ", f"'{violation.value}': ").then(words)


def build(datasets: Sequence[Path], out: Path, report: Report = lambda _: None) -> layout.Manifest:
    """Build datasets into a folder.

    Parameters
    ----------
    datasets : sequence of Path
        The datasets' folders.
    out : Path
        The folder to build into; what answers there now goes on answering until the new build is whole.
    report : callable
        Told the name of each stage of :data:`STAGES` as it begins.

    Returns
    -------
    Manifest
        What was built.

    Raises
    ------
    DataError
        If the tables have problems or break a rule: all of them at once; nothing was changed.
    QuestionError
        If a question of a dataset cannot be read, or has the name of another; nothing was changed.
    """
    report("tables")
    brought = {folder.name: folder / layout.QUESTIONS for folder in datasets if (folder / layout.QUESTIONS).is_dir()}
    Library(tuple(brought.values())).expect_one_of_each()
    facts = read_facts(datasets)
    with ThreadPoolExecutor(max_workers=1) as second_core:
        judgement = second_core.submit(broken_rules, facts)
        report("inference")
        scopes, concluded = _conclude(facts)
        report("catalogue")
        lines = to_lines([*facts.quads, *concluded])
        described = catalogue([city.settings for city, _ in facts.cities], contents(lines), scopes)
        report("shapes")
        problems = [*facts.problems, *judgement.result()]
    if problems:
        raise (TableError if facts.problems else ShapeError)(problems)
    report("store")
    return _write(sorted([*lines, *described]), described, brought, out)


def _conclude(facts: Facts) -> tuple[dict[str, list[str]], list[Quad]]:
    scopes: dict[str, list[str]] = {}
    units: list[list[str]] = []
    for city, written in facts.cities:
        members = plan_scopes(city, written.own_graphs)
        units += [[iris.graph(city.settings.key), *SHARED], *members.values()]
        scopes |= {iris.thing(city.settings.key, plan): with_inferred(graphs) for plan, graphs in members.items()}
    store = Memory.of(facts.quads)
    inferred = infer(store, units, compile_rules(facts.ontology.triples))
    return scopes, [*inferred, *coverage_of_plans(store, scopes)]


def _write(lines: list[str], described: list[str], brought: Mapping[str, Path], out: Path) -> layout.Manifest:
    manifest = read_manifest(quad.triple for quad in read_lines(described))
    partial = layout.begin(out)
    nquads = partial / layout.NQUADS
    nquads.write_text("".join(lines), "utf-8")
    if len(lines) > layout.IN_MEMORY:
        write_disk(partial / layout.STORE, nquads)
    for name, folder in brought.items():
        shutil.copytree(folder, partial / layout.QUESTIONS / name)
    layout.finish(out, partial, manifest)
    return manifest
