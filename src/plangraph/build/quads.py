"""Rows become quads: one function a table, each row in the graph of the plan or city that it is about."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from plangraph.build.writer import Writer
from plangraph.iris import kebab
from plangraph.namespaces import DCTERMS, FOAF, GEO, ORG, PG, RDF, SKOS
from plangraph.ontology import local
from plangraph.store.terms import integer, moment, number
from plangraph.tables.wording import unknown
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from plangraph.errors import Problem
    from plangraph.ontology import Ontology
    from plangraph.store.terms import Quad
    from plangraph.tables.city import City
    from plangraph.tables.rows import (
        ElementRow,
        EvaluationRow,
        JustifiedHoleRow,
        LinkRow,
        MilestoneRow,
        ObservationRow,
        OrganizationRow,
        PlaceRow,
        PlanRow,
        Row,
        SourceRow,
    )

ESTAT_AREA = "http://data.e-stat.go.jp/lod/sac/"


class CityQuads:
    """The quads of a city's tables.

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
    quads : list of Quad
        What the rows say.
    places : dict of str to Row
        The row that each thing (IRI) comes from.
    links : dict of (str, str, str) to Row
        The row that each statement of a link, as subject, relation and object (IRIs), comes from.
    excused : set of (str, int, str)
        The cells (file, row, column) that name what stands in a row that could not be read.
    own_graphs : set of str
        The keys of the plans with a graph of their own.
    """

    def __init__(self, city: City, ontology: Ontology, problems: list[Problem]) -> None:
        self._city, self._names = city, city.names
        self._writer = Writer(city, ontology, problems)
        self._find = self._writer.find
        self.quads: list[Quad] = self._writer.quads
        self.places: dict[str, Row] = self._writer.places
        self.links: dict[tuple[str, str, str], Row] = {}
        self.excused = self._writer.excused
        self.own_graphs = self._writer.own_graphs
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

    def _source(self, row: SourceRow) -> None:
        source = self._writer.thing(row, self._writer.mint("source", row.key))
        source.tie(RDF.type, PG.SourceDocument if row.kind == "SourceDocument" else PG.Passage)
        source.labels(row.title_ja, row.title_en)
        source.texts(SKOS.note, row.note_ja, row.note_en)
        source.word(DCTERMS.publisher, row.publisher)
        source.word(DCTERMS.issued, row.date)
        source.tie(FOAF.page, row.url)
        if row.part_of:
            source.tie(DCTERMS.isPartOf, self._find(row, "part_of", self._names.keyed, "source", row.part_of))

    def _place(self, row: PlaceRow) -> None:
        place = self._writer.sourced(row, self._writer.mint("place", row.key), row.kind)
        place.labels(row.label_ja, row.label_en)
        if row.area_code:
            place.word(PG.areaCode, row.area_code)
            place.tie(SKOS.exactMatch, ESTAT_AREA + row.area_code)
        if row.within:
            place.tie(GEO.sfWithin, self._find(row, "within", self._names.keyed, "place", row.within))

    def _organization(self, row: OrganizationRow) -> None:
        office = self._writer.sourced(row, self._writer.mint("office", row.key), row.kind)
        office.labels(row.label_ja, row.label_en, row.alt_ja)
        if row.parent:
            office.tie(ORG.unitOf, self._find(row, "parent", self._names.keyed, "office", row.parent))
        if row.place:
            office.tie(PG.serves, self._find(row, "place", self._names.keyed, "place", row.place))

    def _plan(self, row: PlanRow) -> None:
        plan = self._writer.sourced(row, self._writer.mint(row.key), row.kind, row.key)
        plan.labels(row.label_ja, row.label_en, row.alt_ja)
        plan.word(PG.established, row.established)
        for predicate, year in ((PG.startYear, row.start), (PG.endYear, row.end)):
            if year is not None:
                plan.say(predicate, integer(year))

    def _element(self, row: ElementRow) -> None:
        tiers = self._city.tiers
        if row.tier not in tiers:
            self._writer.problem(row, "tier", unknown(Words("plan.toml に層", "tier"), row.tier, tiers))
            return
        kind, plan = tiers[row.tier], self._writer.plan(row, row.plan)
        if plan is None:
            return
        iri = self._writer.mint(row.plan, kebab(local(kind)), row.code)
        element = self._writer.sourced(row, iri, kind, row.plan, column="tier")
        element.labels(row.label_ja, row.label_en, row.alt_ja)
        element.word(SKOS.notation, row.code)
        element.tie(PG.definedIn, plan)
        if row.parent:
            element.tie(PG.partOf, self._find(row, "parent", self._names.element, row.parent, row.plan))
        if row.responsible:
            office = self._find(row, "responsible", self._names.keyed, "office", row.responsible)
            element.tie(PG.responsible, office)

    def _milestone(self, row: MilestoneRow) -> None:
        plan = self._writer.plan(row, row.plan)
        if plan is None:
            return
        milestone = self._writer.sourced(row, self._writer.mint("milestone", row.key), "Milestone", row.plan)
        milestone.labels(row.label_ja, row.label_en)
        milestone.tie(PG.milestoneOf, plan)
        milestone.say(PG.begins, moment(_midnight(row.date)))
        milestone.say(PG.ends, moment(_midnight(row.end_date or row.date)))

    def _link(self, row: LinkRow) -> None:
        relation = self._writer.relation(row, "relation", row.relation)
        subject = self._find(row, "subject", self._names.thing, row.subject, self._scope(row.plan))
        target = self._find(row, "object", self._names.thing, row.object, self._scope(row.plan))
        if self._lost(row) or not (relation and subject and target):
            return
        link = self._writer.sourced(row, self._link_iri(row, row.basis), "Link", row.plan)
        link.tie(PG.subject, subject)
        link.tie(PG.relation, relation)
        link.tie(PG.object, target)
        link.texts(PG.rationale, row.rationale_ja, row.rationale_en)
        if row.basis:
            link.tie(PG.basis, self._writer.concept(row, "basis", row.basis, "LinkBasis"))
        if row.score is not None:
            link.say(PG.score, number(row.score))
        if row.basis != "Suggested":
            self._writer.known(subject, row.plan).tie(relation, target)
            self.links[subject, relation, target] = row

    def _observation(self, row: ObservationRow) -> None:
        about = self._find(row, "about", self._names.thing, row.about, self._scope(row.plan))
        kind = self._writer.concept(row, "kind", row.kind, "ObservationKind")
        unit = self._writer.concept(row, "unit", row.unit, "Unit")
        when = str(row.fiscal_year or row.date or "")
        if not when:
            needed = Words("数値には年度または日付が必要です", "a figure needs a fiscal year or a date")
            self._writer.problem(row, "fiscal_year", needed)
        if self._lost(row) or not (about and kind and unit and when):
            return
        iri = self._writer.mint(row.plan, "observation", kebab(local(kind)), row.about, when)
        figure = self._writer.sourced(row, iri, "Observation", row.plan)
        figure.tie(PG.about, about)
        figure.tie(PG.kind, kind)
        figure.tie(PG.unit, unit)
        figure.say(PG.value, number(row.value))
        figure.texts(SKOS.note, row.note_ja, row.note_en)
        if row.fiscal_year is not None:
            figure.say(PG.fiscalYear, integer(row.fiscal_year))
        if row.date is not None:
            figure.say(PG.date, moment(_midnight(row.date)))

    def _evaluation(self, row: EvaluationRow) -> None:
        element = self._find(row, "element", self._names.element, row.element, row.plan)
        grade = self._writer.concept(row, "grade", row.grade, "AchievementGrade")
        direction = self._writer.concept(row, "direction", row.direction, "Direction") if row.direction else None
        if self._lost(row) or not (element and grade):
            return
        iri = self._writer.mint(row.plan, "evaluation", row.element, str(row.fiscal_year))
        evaluation = self._writer.sourced(row, iri, "Evaluation", row.plan)
        evaluation.tie(PG.evaluates, element)
        evaluation.say(PG.fiscalYear, integer(row.fiscal_year))
        evaluation.tie(PG.grade, grade)
        evaluation.tie(PG.direction, direction)

    def _justified_hole(self, row: JustifiedHoleRow) -> None:
        target = self._find(row, "target", self._names.keyed, "sdg", row.target)
        reason = self._writer.concept(row, "reason", row.reason, "HoleReason")
        if not target or not reason:
            return
        hole = self._writer.sourced(row, self._writer.mint("justified-hole", row.target), "JustifiedHole")
        hole.tie(PG.excuses, target)
        hole.tie(PG.reason, reason)
        hole.texts(PG.rationale, row.rationale_ja, row.rationale_en)

    def _supersede(self) -> None:
        """Let each Official link stand instead of the Assumed and Suggested ones that say the same."""
        official = {(r.plan, r.subject, r.relation, r.object) for r in self._city.links if r.basis == "Official"}
        for row in self._city.links:
            if row.basis != "Official" and (row.plan, row.subject, row.relation, row.object) in official:
                weaker, stronger = self._link_iri(row, row.basis), self._link_iri(row, "Official")
                if weaker in self.places and stronger in self.places:
                    self._writer.known(stronger, row.plan).tie(PG.supersedes, weaker)

    def _link_iri(self, row: LinkRow, basis: str | None) -> str:
        path = ("link", row.subject, kebab(row.relation), row.object, (basis or "none").lower())
        return self._writer.mint(row.plan, *path)

    def _scope(self, plan: str) -> str:
        return plan or self._city.settings.plan

    def _lost(self, row: LinkRow | ObservationRow | EvaluationRow) -> bool:
        """Tell whether a row names a plan that there is not."""
        return bool(row.plan) and self._writer.plan(row, row.plan) is None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
