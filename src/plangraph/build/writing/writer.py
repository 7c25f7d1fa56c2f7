"""How a fact is written: the quads, the row that each thing comes from, and what could not be written."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.build.writing.carried import Carried
from plangraph.build.writing.names_apart import names_apart
from plangraph.build.writing.order import ranks
from plangraph.build.writing.thing import Thing
from plangraph.build.writing.vocabulary import Vocabulary
from plangraph.errors import Problem
from plangraph.namespaces import DCTERMS, PG, PROV, RDF
from plangraph.ontology import local
from plangraph.store.terms import Quad, integer
from plangraph.tables.actor_rows import OrganizationRow, SourceRow
from plangraph.tables.names import Unreadable
from plangraph.tables.plan_rows import ElementRow, PlanRow
from plangraph.tables.row import several
from plangraph.tables.wording import not_of_these, stands_already, unknown
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from plangraph.ontology import Ontology
    from plangraph.tables.city import City
    from plangraph.tables.figure_rows import EvaluationRow, ObservationRow
    from plangraph.tables.link_rows import LinkRow
    from plangraph.tables.row import Row, Sourced


OWN_KIND = Words(
    "（市の言葉で書くには、plan.toml の [[kinds]] にその言葉と種類を書きます）",
    " (to say it in your own word, declare that under [[kinds]] in plan.toml)",
)


class Writer:
    """What writing the tables of a city needs.

    Parameters
    ----------
    city : City
        The rows.
    ontology : Ontology
        What the names of kinds, relations and concepts mean.
    problems : list of Problem
        To which each name that stands for nothing is added; the fact that needs it is left out.

    Attributes
    ----------
    city, ontology
        As given.
    names : Names
        What the references in the tables stand for.
    vocabulary : Vocabulary
        The concepts of the city's own.
    quads : list of Quad
        What has been written.
    places : dict of str to Row
        The row that each thing (IRI) comes from.
    links : dict of (str, str, str) to Row
        The row that each statement of a link, as subject, relation and object (IRIs), comes from.
    figures : dict of (str, str) to list of str
        The figures (IRIs) of each kind about each thing, as thing and kind (IRIs).
    amounts : dict of (str, str) to list of (Thing, str)
        The amounts of money of each thing (IRI) and year or date, each with its kind (IRI).
    units : dict of str to str
        The unit in which each indicator (IRI) is measured, as its row says it.
    judged, graded, directed, funded : set of str
        What has an evaluation, a grade, a direction, an amount of money (IRIs).
    excused : set of (str, int, str)
        The cells (file, row, column) that name what stands in a row that could not be read.
    sortless : set of str
        The things (IRIs) whose kind means nothing.
    own_graphs : set of str
        The keys of the plans with a graph of their own: the tiers of the comprehensive plan, the plan that questions
        are about, and any other that lays down a policy system. What other plans say is in the city's graph.
    carried : Carried
        What a plan with a graph of its own takes from another that it does not realize.
    municipalities : list of str
        The organizations (IRIs) that are municipalities.
    upper_offices : set of str
        The keys of the organizations to which others belong.
    continued : dict of str to str
        For the key of an office whose work only one other has taken over, the key of that one.
    names_apart : dict of str to Words
        What each organization is called in a list, by its key.
    """

    def __init__(self, city: City, ontology: Ontology, problems: list[Problem]) -> None:
        self.city, self.ontology, self.names = city, ontology, city.names
        self.quads: list[Quad] = []
        self.places: dict[str, Row] = {}
        self.links: dict[tuple[str, str, str], Row] = {}
        self.figures: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.amounts: dict[tuple[str, str], list[tuple[Thing, str]]] = defaultdict(list)
        self.units: dict[str, str] = {}
        self.judged, self.graded, self.directed, self.funded = set[str](), set[str](), set[str](), set[str]()
        self.excused: set[tuple[str, int, str]] = set()
        self.sortless: set[str] = set()
        self.own_graphs = set(_with_graphs(city, ontology))
        self.carried = Carried(city, ontology, self.own_graphs)
        organizations = city.table(OrganizationRow)
        self.upper_offices = {row.parent.removeprefix("office:") for row in organizations}
        self.continued = _continued(organizations)
        self._said: dict[tuple[str | None, ...], tuple[Row, tuple[str, ...]]] = {}
        self._cited: dict[tuple[str, int], str | None] = {}
        self._problems = problems
        self._key = city.settings.key
        municipalities = [row.key for row in organizations if self.is_a(row.kind, PG.Municipality)]
        self.municipalities = [self.mint("office", key) for key in municipalities]
        self.names_apart = names_apart(organizations, municipalities)
        self._graphs = {plan: iris.graph(self._key, plan) for plan in self.own_graphs}
        self._graph = iris.graph(self._key)
        self._ranks = ranks(city)
        self._titles = {row.key: row for row in city.table(SourceRow)}
        self.vocabulary = Vocabulary(city, ontology, self._concept, self.problem)

    def mint(self, *path: str) -> str:
        """Return the IRI of a thing of the city from its path; empty segments are left out."""
        return iris.thing(self._key, *filter(None, path))

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Check whether a class (local or prefixed name, or the city's word) is another (IRI) or stands below it."""
        return self.ontology.is_a(self.city.class_of(kind), ancestor)

    def thing(self, row: Row, iri: str, plan: str = "") -> Thing:
        """Begin the facts about a thing that a row defines, in the graph of a plan or, without one, of the city."""
        self.places[iri] = row
        return self.known(iri, plan)

    def rank(self, thing: Thing, row: Row) -> None:
        """Write the position of a thing in the city's order."""
        thing.say(PG.rank, integer(self._ranks[row.file, row.line]))

    def known(self, iri: str, plan: str = "") -> Thing:
        """Continue the facts about a thing that is defined elsewhere."""
        return Thing(self.quads, iri, self._graphs.get(plan, self._graph), self.city.settings.other_language)

    def _concept(self, iri: str) -> Thing:
        return Thing(self.quads, iri, self._graph)

    def sourced(
        self,
        row: Sourced,
        iri: str,
        kind: str,
        plan: str = "",
        *,
        column: str = "kind",
        under: Collection[str] = (),
        of_class: str = "",
    ) -> Thing:
        """Begin the facts about a thing: its class, by its local name or the city's word, and the source of its row.

        ``of_class`` is the class (IRI) if it is not that of the kind. A class that is none of ``under`` (IRIs), and
        stands under none of them, is a problem of the row.
        """
        thing = self.thing(row, iri, plan)
        if under and not any(self.is_a(kind, one) for one in under):
            known = [own.word for own in self.city.file.kinds if any(self.is_a(own.word, one) for one in under)]
            classes = self.ontology.own_classes(under)
            self.sortless.add(iri)
            self.problem(
                row,
                column,
                not_of_these(kind, {word: classes[self.city.class_of(word)] for word in known} | classes).then(
                    OWN_KIND
                ),
            )
        else:
            thing.tie(RDF.type, of_class or self.ontology.own_class(self.city.class_of(kind)))
        if under:
            thing.tie(DCTERMS.type, self.vocabulary.kind(kind))
        document = self.cited(row)
        thing.tie(PROV.hadPrimarySource, self._page(row, document) if document and row.page else document)
        return thing

    def cited(self, row: Sourced) -> str | None:
        """Return the IRI of the document that a row names as its source, looked up once."""
        place = (row.file, row.line)
        if row.source and place not in self._cited:
            self._cited[place] = self.keyed(row, "source", "source", row.source)
        return self._cited.get(place)

    def find(self, row: Row, column: str, look_up: Callable[..., str], *names: str) -> str | None:
        """Look a name up; where there is nothing, note a problem of the cell, unless another row is to blame."""
        try:
            return look_up(*names)
        except Unreadable:
            self.excused.add((row.file, row.line, column))
        except LookupError as error:
            self.problem(row, column, error.args[0])
        return None

    def keyed(self, row: Row, column: str, prefix: str, key: str) -> str | None:
        """Return the IRI of what a cell names by its key, with its prefix or without."""
        return self.find(row, column, self.names.keyed, prefix, key)

    def plan(self, row: Row, plan: str) -> str | None:
        """Return the IRI of the plan in a row's column ``plan``."""
        return self.keyed(row, "plan", "plan", plan)

    def scope(self, plan: str) -> str:
        """Return the key of the plan in which a row's references are looked up."""
        return plan.removeprefix("plan:") or self.city.settings.plan

    def lost(self, row: LinkRow | ObservationRow | EvaluationRow) -> bool:
        """Check whether a row names a plan that there is not."""
        return bool(row.plan) and self.plan(row, row.plan) is None

    def status(self, row: Row, name: str) -> str | None:
        """Return what the column ``status`` says (IRI)."""
        return self.concept(row, "status", name, "Status")

    def concept(self, row: Row, column: str, name: str, scheme: str) -> str | None:
        """Return the IRI of a bundled concept by its name, notation or label; None if the cell is blank."""
        return self.vocabulary.bundled(row, column, name, scheme)

    def relation(self, row: Row, column: str, name: str) -> str | None:
        """Return the IRI of an object property by its local name."""
        relation = self.ontology.relation(name)
        if relation is None:
            self.problem(row, column, unknown(Words("関係", "relation"), name, self._relations, self._relations))
        return relation

    @cached_property
    def _relations(self) -> dict[str, Words]:
        """What each object property is called, by its local name."""
        return {local(iri): self.ontology.called(iri) for iri in sorted(self.ontology.object_properties)}

    def once(self, row: Row, column: str, spelt: tuple[str, ...], meant: tuple[str | None, ...]) -> None:
        """Note a problem where another row says the same of the same thing, which it spells otherwise.

        Rows that are spelt alike are told of where the tables are read.
        """
        if row.unread:
            return
        other, spelling = self._said.setdefault((row.table, *meant), (row, spelt))
        if other is not row and spelling != spelt:
            self.problem(row, column, stands_already(", ".join(filter(None, spelt)), other))

    def problem(self, row: Row, column: str, message: Words) -> None:
        """Note what is wrong with a cell, unless it could not be read, which is told already."""
        if column not in row.unread:
            self._problems.append(Problem(row.file, row.line, column, message))

    def is_told(self, row: Row, *columns: str) -> bool:
        """Check whether something is said to be wrong with one of some cells of a row already."""
        cells = {(row.file, row.line, column) for column in columns}
        return any((problem.file, problem.row, problem.column) in cells for problem in self._problems)

    def _page(self, row: Sourced, document: str) -> str:
        iri = f"{document}/page/{row.page}"
        if iri not in self.places:
            titles = self._titles[row.source.removeprefix("source:")]
            page = self.thing(titles, iri)
            page.tie(RDF.type, PG.Passage)
            page.tie(DCTERMS.isPartOf, document)
            page.say(PG.page, integer(row.page or 0))
            page.labels(
                f"{titles.title_ja} {row.page}ページ" if titles.title_ja else "",
                f"{titles.title_en}, p. {row.page}" if titles.title_en else "",
            )
        return iri


def _continued(organizations: Iterable[OrganizationRow]) -> dict[str, str]:
    later: dict[str, list[str]] = {}
    for row in organizations:
        for older in several(row.succeeds):
            later.setdefault(older.removeprefix("office:"), []).append(row.key)
    return {older: keys[0] for older, keys in later.items() if len(keys) == 1}


def _with_graphs(city: City, ontology: Ontology) -> Iterator[str]:
    systems = {tier.word for tier in city.tiers.all.values() if ontology.is_trunk(tier.kind)}
    visions = {tier.word for tier in city.tiers.all.values() if ontology.is_a(tier.kind, PG.Vision)}
    laid_down = {row.plan for row in city.table(ElementRow) if row.tier in systems - visions}
    for row in city.table(PlanRow):
        if ontology.is_a(city.class_of(row.kind), PG.ComprehensivePlanTier) or row.key in {
            city.settings.plan,
            *laid_down,
        }:
            yield row.key
