"""Rows become quads: one function a table, each row in the graph of the plan or city that it is about."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.errors import Problem
from plangraph.namespaces import DCTERMS, FOAF, GEO, ORG, PG, PROV, RDF, RDFS, SDG_SERIES, SDGO, SKOS
from plangraph.ontology import local
from plangraph.store.terms import Literal, NamedNode, Quad, integer, moment, number, text
from plangraph.tables.reading import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from plangraph.ontology import Ontology
    from plangraph.store.terms import Term
    from plangraph.tables.city import City
    from plangraph.tables.rows import (
        ElementRow,
        EvaluationRow,
        GoalRow,
        JustifiedHoleRow,
        LinkRow,
        MilestoneRow,
        ObservationRow,
        OrganizationRow,
        PlaceRow,
        PlanRow,
        Row,
        Sourced,
        SourceRow,
        TargetRow,
    )
    from plangraph.tables.sdg import Sdgs

ESTAT_AREA = "http://data.e-stat.go.jp/lod/sac/"


def sdg_quads(sdgs: Sdgs) -> list[Quad]:
    """Write the goals and targets with the UN's own IRIs."""
    goals = [quad for row in sdgs.goals for quad in _sdg(row, SDGO.Goal, PG.colour, Literal(row.colour))]
    above = {row.code: NamedNode(SDG_SERIES + row.goal) for row in sdgs.targets}
    targets = [quad for row in sdgs.targets for quad in _sdg(row, SDGO.Target, SKOS.broader, above[row.code])]
    return goals + targets


def _sdg(row: GoalRow | TargetRow, kind: str, predicate: str, value: Term) -> list[Quad]:
    subject, graph = NamedNode(SDG_SERIES + row.code), NamedNode(iris.graph("sdg"))
    facts: list[tuple[str, Term]] = [
        (RDF.type, NamedNode(kind)),
        (SKOS.notation, Literal(row.code)),
        (RDFS.label, text(row.label_ja, "ja")),
        (RDFS.label, text(row.label_en, "en")),
        (predicate, value),
    ]
    return [Quad(subject, NamedNode(name), fact, graph) for name, fact in facts]


class CityQuads:
    """The quads of a city's tables.

    Parameters
    ----------
    city : City
        The rows.
    ontology : Ontology
        What the names of kinds, relations and concepts mean.
    problems : list of Problem
        To which each reference that names nothing is added; the fact that needs it is left out.

    Attributes
    ----------
    quads : list of Quad
        What the rows say.
    places : dict of str to Row
        The row that each thing (IRI) comes from.
    own_graphs : set of str
        The keys of the plans with a graph of their own: the tiers of the comprehensive plan. What other plans say
        is in the city's graph.
    """

    def __init__(self, city: City, ontology: Ontology, problems: list[Problem]) -> None:
        self.quads: list[Quad] = []
        self.places: dict[str, Row] = {}
        self._city, self._names, self._ontology = city, city.names, ontology
        self._key = city.settings.key
        self._problems = problems
        self._titles = {row.key: row for row in city.sources}
        self.own_graphs = {row.key for row in city.plans if ontology.is_a(row.kind, PG.ComprehensivePlanTier)}
        for rows, write in self._tables():
            for row in rows:
                write(row)
        self._supersede()

    def _tables(self) -> Iterable[tuple[list[Row], Callable[[Row], None]]]:
        city = self._city
        return (  # type: ignore[return-value] # each function takes the rows of its own table
            (city.sources, self._source),
            (city.places, self._place),
            (city.organizations, self._organization),
            (city.plans, self._plan),
            (city.elements, self._element),
            (city.milestones, self._milestone),
            (city.links, self._link),
            (city.observations, self._observation),
            (city.evaluations, self._evaluation),
            (city.justified_holes, self._justified_hole),
        )

    # One function a table

    def _source(self, row: SourceRow) -> None:
        subject, graph = iris.thing(self._key, "source", row.key), self._graph()
        self.places[subject] = row
        kind = PG.SourceDocument if row.kind == "SourceDocument" else PG.Passage
        self._say(subject, graph, RDF.type, NamedNode(kind))
        self._labels(subject, graph, row.title_ja, row.title_en)
        self._texts(subject, graph, SKOS.note, row.note_ja, row.note_en)
        if row.publisher:
            self._say(subject, graph, DCTERMS.publisher, Literal(row.publisher))
        if row.date:
            self._say(subject, graph, DCTERMS.issued, Literal(row.date))
        if row.url:
            self._say(subject, graph, FOAF.page, NamedNode(row.url))
        if row.part_of:
            self._tie(
                subject,
                graph,
                DCTERMS.isPartOf,
                self._find(row, "part_of", self._names.keyed, "source", row.part_of),
            )

    def _place(self, row: PlaceRow) -> None:
        subject, graph = iris.thing(self._key, "place", row.key), self._graph()
        self._open(row, subject, graph, row.kind)
        self._labels(subject, graph, row.label_ja, row.label_en)
        if row.area_code:
            self._say(subject, graph, PG.areaCode, Literal(row.area_code))
            self._say(subject, graph, SKOS.exactMatch, NamedNode(ESTAT_AREA + row.area_code))
        if row.within:
            self._tie(
                subject,
                graph,
                GEO.sfWithin,
                self._find(row, "within", self._names.keyed, "place", row.within),
            )

    def _organization(self, row: OrganizationRow) -> None:
        subject, graph = iris.thing(self._key, "office", row.key), self._graph()
        self._open(row, subject, graph, row.kind)
        self._labels(subject, graph, row.label_ja, row.label_en, row.alt_ja)
        if row.parent:
            self._tie(subject, graph, ORG.unitOf, self._find(row, "parent", self._names.keyed, "office", row.parent))
        if row.place:
            self._tie(subject, graph, PG.serves, self._find(row, "place", self._names.keyed, "place", row.place))

    def _plan(self, row: PlanRow) -> None:
        subject, graph = iris.thing(self._key, row.key), self._graph(row.key)
        self._open(row, subject, graph, row.kind)
        self._labels(subject, graph, row.label_ja, row.label_en, row.alt_ja)
        for predicate, year in ((PG.startYear, row.start), (PG.endYear, row.end)):
            if year is not None:
                self._say(subject, graph, predicate, integer(year))
        if row.established:
            self._say(subject, graph, PG.established, Literal(row.established))

    def _element(self, row: ElementRow) -> None:
        if row.tier not in self._city.tiers:
            known = self._city.tiers
            self._problem(row, "tier", f"no tier '{row.tier}' in plan.toml{did_you_mean(row.tier, known)}")
            return
        plan = self._own_plan(row, row.plan)
        if plan is None:
            return
        kind = self._city.tiers[row.tier]
        subject = iris.thing(self._key, row.plan, iris.kebab(local(kind)), row.code)
        graph = self._graph(row.plan)
        self._open(row, subject, graph, kind, column="tier")
        self._labels(subject, graph, row.label_ja, row.label_en, row.alt_ja)
        self._say(subject, graph, SKOS.notation, Literal(row.code))
        self._say(subject, graph, PG.definedIn, NamedNode(plan))
        if row.parent:
            self._tie(
                subject,
                graph,
                PG.partOf,
                self._find(row, "parent", self._names.element, row.parent, row.plan),
            )
        if row.responsible:
            self._tie(
                subject,
                graph,
                PG.responsible,
                self._find(row, "responsible", self._names.keyed, "office", row.responsible),
            )

    def _milestone(self, row: MilestoneRow) -> None:
        plan = self._own_plan(row, row.plan)
        if plan is None:
            return
        subject, graph = iris.thing(self._key, "milestone", row.key), self._graph(row.plan)
        self._open(row, subject, graph, "Milestone")
        self._labels(subject, graph, row.label_ja, row.label_en)
        self._say(subject, graph, PG.milestoneOf, NamedNode(plan))
        self._say(subject, graph, PG.begins, moment(_midnight(row.date)))
        self._say(subject, graph, PG.ends, moment(_midnight(row.end_date or row.date)))

    def _link(self, row: LinkRow) -> None:
        plan = row.plan or self._city.settings.plan
        relation = self._ontology.relation(row.relation)
        if relation is None:
            known = [local(iri) for iri in self._ontology.object_properties]
            self._problem(row, "relation", f"no relation '{row.relation}'{did_you_mean(row.relation, known)}")
        subject = self._find(row, "subject", self._names.thing, row.subject, plan)
        target = self._find(row, "object", self._names.thing, row.object, plan)
        if (row.plan and self._own_plan(row, row.plan) is None) or not (relation and subject and target):
            return
        graph = self._graph(row.plan)
        node = self._link_iri(row, row.basis)
        self._open(row, node, graph, "Link")
        self._say(node, graph, PG.subject, NamedNode(subject))
        self._say(node, graph, PG.relation, NamedNode(relation))
        self._say(node, graph, PG.object, NamedNode(target))
        self._texts(node, graph, PG.rationale, row.rationale_ja, row.rationale_en)
        if row.basis:
            self._say(node, graph, PG.basis, NamedNode(self._ontology.scheme("LinkBasis")[row.basis]))
        if row.score is not None:
            self._say(node, graph, PG.score, number(row.score))
        if row.basis != "Suggested":
            self._say(subject, graph, relation, NamedNode(target))

    def _observation(self, row: ObservationRow) -> None:
        plan = row.plan or self._city.settings.plan
        about = self._find(row, "about", self._names.thing, row.about, plan)
        kind = self._concept(row, "kind", row.kind, "ObservationKind")
        unit = self._concept(row, "unit", row.unit, "Unit")
        if row.fiscal_year is None and row.date is None:
            self._problem(row, "fiscal_year", "a figure needs a fiscal year or a date")
        if not (about and kind and unit) or (row.plan and self._own_plan(row, row.plan) is None):
            return
        when = str(row.fiscal_year or row.date)
        graph = self._graph(row.plan)
        subject = iris.thing(self._key, *self._own(row.plan), "observation", iris.kebab(local(kind)), row.about, when)
        self._open(row, subject, graph, "Observation")
        self._say(subject, graph, PG.about, NamedNode(about))
        self._say(subject, graph, PG.kind, NamedNode(kind))
        self._say(subject, graph, PG.unit, NamedNode(unit))
        self._say(subject, graph, PG.value, number(row.value))
        self._texts(subject, graph, SKOS.note, row.note_ja, row.note_en)
        if row.fiscal_year is not None:
            self._say(subject, graph, PG.fiscalYear, integer(row.fiscal_year))
        if row.date is not None:
            self._say(subject, graph, PG.date, moment(_midnight(row.date)))

    def _evaluation(self, row: EvaluationRow) -> None:
        element = self._find(row, "element", self._names.element, row.element, row.plan)
        grade = self._concept(row, "grade", row.grade, "AchievementGrade")
        direction = self._concept(row, "direction", row.direction, "Direction") if row.direction else None
        if not element or not grade or self._own_plan(row, row.plan) is None:
            return
        graph = self._graph(row.plan)
        subject = iris.thing(self._key, row.plan, "evaluation", row.element, str(row.fiscal_year))
        self._open(row, subject, graph, "Evaluation")
        self._say(subject, graph, PG.evaluates, NamedNode(element))
        self._say(subject, graph, PG.fiscalYear, integer(row.fiscal_year))
        self._say(subject, graph, PG.grade, NamedNode(grade))
        if direction:
            self._say(subject, graph, PG.direction, NamedNode(direction))

    def _justified_hole(self, row: JustifiedHoleRow) -> None:
        target = self._find(row, "target", self._names.keyed, "sdg", row.target)
        reason = self._concept(row, "reason", row.reason, "HoleReason")
        if not target or not reason:
            return
        subject, graph = iris.thing(self._key, "justified-hole", row.target), self._graph()
        self._open(row, subject, graph, "JustifiedHole")
        self._say(subject, graph, PG.excuses, NamedNode(target))
        self._say(subject, graph, PG.reason, NamedNode(reason))
        self._texts(subject, graph, PG.rationale, row.rationale_ja, row.rationale_en)

    def _supersede(self) -> None:
        """Let each Official link stand instead of the Assumed and Suggested ones that say the same."""
        official = {(r.plan, r.subject, r.relation, r.object) for r in self._city.links if r.basis == "Official"}
        for row in self._city.links:
            if row.basis != "Official" and (row.plan, row.subject, row.relation, row.object) in official:
                weaker, stronger = self._link_iri(row, row.basis), self._link_iri(row, "Official")
                if weaker in self.places and stronger in self.places:
                    self._say(stronger, self._graph(row.plan), PG.supersedes, NamedNode(weaker))

    # What the functions above share

    def _graph(self, plan: str = "") -> NamedNode:
        return NamedNode(iris.graph(self._key, *self._own(plan if plan in self.own_graphs else "")))

    def _own(self, plan: str) -> tuple[str, ...]:
        return (plan,) if plan else ()

    def _link_iri(self, row: LinkRow, basis: str | None) -> str:
        path = ("link", row.subject, iris.kebab(row.relation), row.object, (basis or "none").lower())
        return iris.thing(self._key, *self._own(row.plan), *path)

    def _open(self, row: Sourced, subject: str, graph: NamedNode, kind: str, column: str = "kind") -> None:
        """Say what a thing is and where that is from, and remember the row that it comes from."""
        self.places[subject] = row
        kind_iri = self._ontology.own_class(kind)
        if kind_iri is None:
            known = [local(iri) for iri in self._ontology.classes]
            self._problem(row, column, f"no class '{kind}'{did_you_mean(kind, known)}")
        else:
            self._say(subject, graph, RDF.type, NamedNode(kind_iri))
        if row.source:
            source = self._find(row, "source", self._names.keyed, "source", row.source)
            if source:
                place = self._passage(row, source) if row.page else source
                self._say(subject, graph, PROV.hadPrimarySource, NamedNode(place))

    def _passage(self, row: Sourced, source: str) -> str:
        passage, graph = f"{source}/page/{row.page}", self._graph()
        if passage not in self.places:
            self.places[passage] = row
            document = self._titles[row.source]
            self._say(passage, graph, RDF.type, NamedNode(PG.Passage))
            self._say(passage, graph, DCTERMS.isPartOf, NamedNode(source))
            self._say(passage, graph, PG.page, integer(row.page or 0))
            self._labels(passage, graph, f"{document.title_ja} {row.page}ページ", f"{document.title_en}, p. {row.page}")
        return passage

    def _labels(self, subject: str, graph: NamedNode, ja: str, en: str, alternatives: str = "") -> None:
        self._texts(subject, graph, RDFS.label, ja, en)
        for alternative in filter(None, map(str.strip, alternatives.split("|"))):
            self._say(subject, graph, SKOS.altLabel, text(alternative, "ja"))

    def _texts(self, subject: str, graph: NamedNode, predicate: str, ja: str, en: str) -> None:
        for language, words in (("ja", ja), ("en", en)):
            if words:
                self._say(subject, graph, predicate, text(words, language))

    def _say(self, subject: str, graph: NamedNode, predicate: str, value: Term) -> None:
        self.quads.append(Quad(NamedNode(subject), NamedNode(predicate), value, graph))

    def _tie(self, subject: str, graph: NamedNode, predicate: str, target: str | None) -> None:
        if target:
            self._say(subject, graph, predicate, NamedNode(target))

    def _own_plan(self, row: Row, plan: str) -> str | None:
        return self._find(row, "plan", self._names.keyed, "plan", plan)

    def _concept(self, row: Row, column: str, name: str, scheme: str) -> str | None:
        concepts = self._ontology.scheme(scheme)
        if name not in concepts:
            self._problem(row, column, f"no '{name}' in the scheme {scheme}: {', '.join(concepts)}")
        return concepts.get(name)

    def _find(self, row: Row, column: str, look_up: Callable[..., str], *names: str) -> str | None:
        try:
            return look_up(*names)
        except LookupError as error:
            self._problem(row, column, str(error.args[0]))
            return None

    def _problem(self, row: Row, column: str, message: str) -> None:
        self._problems.append(Problem(row.file, row.line, column, message))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
