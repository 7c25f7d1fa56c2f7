"""What the tables of datasets say, before anything is inferred, and which rules it breaks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from plangraph import iris, ontology, resources
from plangraph.build.contents import Summary, Summing, in_batches, to_lines
from plangraph.build.quads import write_tables
from plangraph.build.readings import CALLED, readings
from plangraph.build.sdgs import sdg_quads
from plangraph.column_words import of_settings
from plangraph.errors import Problem
from plangraph.inference import compile_rules
from plangraph.namespaces import OWL, PG, RDF, SKOS
from plangraph.store.folding import folded
from plangraph.store.terms import Literal, NamedNode, Quad, Triple, text
from plangraph.tables import read_city, read_sdgs
from plangraph.tables.plan_file import SETTINGS
from plangraph.validation import Shapes
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from plangraph.build.writing import Writer
    from plangraph.inference import Rule
    from plangraph.ontology import Ontology
    from plangraph.store.embedded import Memory
    from plangraph.tables import City
    from plangraph.validation import Violation


SAID_ONCE = frozenset(("label_ja", "label_en", "parent"))
"""The columns of which there is one a thing: where two rows have one code, each of these stands twice."""


@dataclass(frozen=True)
class Facts:
    """What the tables of some datasets say, before anything is inferred.

    Attributes
    ----------
    ontology : Ontology
        The meanings.
    cities : list of (City, Writer)
        The rows of each city, and their quads.
    shared : list of Quad
        The quads of the ontology and the SDGs.
    problems : tuple of Problem
        Everything wrong with the tables.
    """

    ontology: Ontology
    cities: list[tuple[City, Writer]]
    shared: list[Quad]
    problems: tuple[Problem, ...]

    @property
    def quads(self) -> list[Quad]:
        """All quads."""
        return [*self.shared, *(quad for _, written in self.cities for quad in written.quads)]


class Shared:
    """What all datasets share: the ontology and the SDGs.

    Attributes
    ----------
    ontology : Ontology
        The meanings.
    quads : list of Quad
        The quads of the ontology and the SDGs.
    sdg_codes : frozenset of str
        The codes of goals and targets.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.ontology = ontology.load()
        sdgs = read_sdgs(resources.DATA / "sdg", self.problems)
        graph = NamedNode(iris.graph("ontology"))
        triples = self.ontology.triples
        counted = [
            Triple(NamedNode(kind), NamedNode(PG.countsAs), NamedNode(broader))
            for kind in sorted(set(self.ontology.scheme("ObservationKind").values()))
            for broader in self.ontology.broader(kind)
        ]
        self._sdgs = sdg_quads(sdgs)
        told = (*triples, *counted, *_folded_words(triples))
        self.quads = [Quad(t.subject, t.predicate, t.object, graph) for t in told] + self._sdgs
        self.sdg_codes = sdgs.codes()

    @cached_property
    def lines(self) -> list[bytes]:
        """The quads and how the names of the SDGs are read, as lines of N-Quads."""
        return to_lines([*self.quads, *readings(self._sdgs)])

    @cached_property
    def graphs(self) -> dict[str, Summary]:
        """What each graph (IRI) holds of the lines."""
        summing = Summing()
        for some in in_batches(self.lines):
            summing.add(some)
        return summing.summaries()

    @cached_property
    def shapes(self) -> Shapes:
        """The rules on facts."""
        return Shapes.of_data()

    @cached_property
    def rules(self) -> Sequence[Rule]:
        """What follows from facts.

        Raises
        ------
        OntologyError
            If there is an axiom that no rule carries out.
        """
        return compile_rules(self.ontology.triples)


def _folded_words(triples: Sequence[Triple]) -> list[Triple]:
    """Return what classes are called as searches have it, where that is written otherwise."""
    kind, classes = NamedNode(RDF.type), NamedNode(OWL.Class)
    named = {triple.subject for triple in triples if triple.predicate == kind and triple.object == classes}
    return [
        Triple(triple.subject, NamedNode(SKOS.hiddenLabel), text(folded(triple.object.value), triple.object.language))
        for triple in triples
        if triple.subject in named and triple.predicate.value in CALLED and isinstance(triple.object, Literal)
        if triple.object.language and folded(triple.object.value) != triple.object.value.lower()
    ]


@lru_cache(maxsize=1)
def shared_by_all(machinery: str) -> Shared:
    """Return what all datasets share, made once as long as what it is made from has one digest."""
    del machinery
    return Shared()


def read_dataset(folder: Path, shared: Shared) -> Facts:
    """Read the tables of one dataset, without judging them.

    Raises
    ------
    TableError
        If its ``plan.toml`` cannot be read.
    """
    problems = list(shared.problems)
    city = read_city(folder, shared.ontology, shared.sdg_codes, problems)
    written = write_tables(city, shared.ontology, problems)
    return Facts(shared.ontology, [(city, written)], shared.quads, tuple(problems))


def read_facts(datasets: Sequence[Path]) -> Facts:
    """Read the tables of datasets, without judging them.

    Raises
    ------
    TableError
        If a dataset's ``plan.toml`` cannot be read.
    OntologyError
        If the ontology cannot be read.
    """
    shared = Shared()
    each = [read_dataset(folder, shared) for folder in datasets]
    problems = [*shared.problems, *(problem for facts in each for problem in facts.problems)]
    seen: set[str] = set()
    for folder, facts in zip(datasets, each, strict=True):
        key = facts.cities[0][0].settings.key
        if key in seen:
            problems.append(doubled_key(folder, key))
        seen.add(key)
    return Facts(shared.ontology, [city for facts in each for city in facts.cities], shared.quads, tuple(problems))


def doubled_key(folder: Path, key: str) -> Problem:
    """Return the problem that a dataset has the key of another."""
    message = Words(
        f"「{key}」は別のデータセットのキーです。データセットごとに違うキーを付けてください",
        f"'{key}' is the key of another dataset: give each a key of its own",
    )
    return Problem(f"{folder.name}/{SETTINGS}", 0, "city.key", message)


def within(folder: Path, problems: Sequence[Problem]) -> list[Problem]:
    """Return problems with the dataset that their files belong to."""
    return [
        problem
        if problem.file.startswith(f"{folder.name}:")
        else replace(problem, file=f"{folder.name}/{problem.file}")
        for problem in problems
    ]


def broken_rules(facts: Facts, store: Memory, shapes: Shapes) -> list[Problem]:
    """Check facts against the shapes, and return which row and column break which rule.

    A rule that is broken only because a cell could not be read is left out: that cell is reported already. So is one
    that a row breaks in which something only holds the place of what could not be read.

    Parameters
    ----------
    facts : Facts
        The facts.
    store : Memory
        The same facts, to be asked.
    shapes : Shapes
        The rules.
    """
    places = {thing: row for _, written in facts.cities for thing, row in written.places.items()}
    links = {(one, other): row for _, written in facts.cities for (one, _, other), row in written.links.items()}
    known = {(problem.file, problem.row, problem.column) for problem in facts.problems}
    known = known.union(*(written.excused for _, written in facts.cities))
    known = known.union(*(_of_nothing(written) for _, written in facts.cities))
    problems = []
    for violation in shapes.violations(store):
        focus, value = violation.focus, violation.value
        row = links.get((focus, value)) or places.get(focus) or places.get(value)
        if row is None and any(of_settings(problem.file) for problem in facts.problems):
            continue  # a concept of plan.toml, for which this is reported already
        if row is not None and row.unread:
            continue
        file, line = (row.file, row.line) if row else (focus, 0)
        column = row.own_words.get(violation.column, violation.column) if row else violation.column
        doubled = row is not None and column in SAID_ONCE and (file, line, row.identity[-1]) in known
        if (file, line, column) not in known and not doubled:
            problems.append(Problem(file, line, column, _said(violation)))
    return problems


def _of_nothing(written: Writer) -> Iterator[tuple[str, int, str]]:
    """Yield the cells of links that name something whose kind means nothing."""
    for (one, _, other), row in written.links.items():
        if one in written.sortless or other in written.sortless:
            yield from ((row.file, row.line, column) for column in ("subject", "object"))


def _said(violation: Violation) -> Words:
    words = Words(violation.message_ja, violation.message_en)
    if not violation.value or violation.value.startswith("http"):
        return words
    return Words(f"「{violation.value}」: ", f"'{violation.value}': ").then(words)
