"""Plans and what they consist of: elements, indicators and milestones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.build.writing.dates import span, year_of
from plangraph.build.writing.registry import writes
from plangraph.namespaces import DCTERMS, PG, RDF, SKOS
from plangraph.store.folding import folded
from plangraph.store.terms import boolean, integer, moment, text
from plangraph.tables.plan_rows import ElementRow, IndicatorRow, MilestoneRow, PlanRow, Tabled, called
from plangraph.tables.row import several
from plangraph.tables.wording import unknown
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.build.writing.thing import Thing
    from plangraph.build.writing.writer import Writer

TIER = Words("plan.toml に層", "tier")
NAMELESS = Words("コードか名称が必要です", "a code or a name is needed")


@writes(PlanRow)
def plan(writer: Writer, row: PlanRow) -> None:
    """Write a plan."""
    whole = writer.sourced(row, writer.mint(row.key), row.kind, row.key, under=[PG.Plan])
    whole.labels(row.label_ja, row.label_en, row.alt_ja, row.reading_ja)
    whole.word(DCTERMS.identifier, row.key)
    whole.word(PG.established, row.established)
    if row.established:
        day, _, precision = span(row.established)
        whole.say(
            PG.adoptionYear, integer(day.year if precision == PG.YearPrecision else year_of(day, writer.city.settings))
        )
    writer.rank(whole, row)
    _period(whole, row.start, row.end)
    whole.tie(PG.status, writer.status(row, row.status))


@writes(ElementRow)
def element(writer: Writer, row: ElementRow) -> None:
    """Write an element of a plan."""
    thing = _tabled(writer, row)
    if thing is None and writer.is_told(row, "plan"):
        return
    of_tier = (row.tier,) if row.tier in writer.city.tiers else ()
    look_up = writer.names.parent if of_tier else writer.names.element
    ties = [
        (predicate, writer.find(row, column, look_up, above, row.plan, *of_tier))
        for column, predicate in (("parent", PG.partOf), ("also_part_of", PG.alsoPartOf))
        for above in several(getattr(row, column))
    ]
    ties.append((PG.status, writer.status(row, row.status)))
    if thing is None:
        return
    for predicate, other in ties:
        thing.tie(predicate, other)
    _period(thing, row.start, row.end)
    if row.legal_basis:
        thing.say(PG.legalBasis, text(row.legal_basis, "ja"))


@writes(IndicatorRow)
def indicator(writer: Writer, row: IndicatorRow) -> None:
    """Write an indicator; its unit is known to its figures also where its plan could not be read."""
    if row.unit and row.tier in writer.city.tiers and called(row):
        writer.units[writer.names.own(row)] = row.unit
    thing = _tabled(writer, row)
    if thing is None and writer.is_told(row, "plan"):
        return
    measured = writer.find(row, "element", writer.names.thing, row.element, row.plan)
    if thing is None:
        return
    thing.tie(RDF.type, PG.Indicator)
    thing.tie(PG.measures, measured)


@writes(MilestoneRow)
def milestone(writer: Writer, row: MilestoneRow) -> None:
    """Write a milestone."""
    of, status = writer.plan(row, row.plan), writer.status(row, row.status)
    writer.cited(row)
    if of is None:
        return
    event = writer.sourced(row, writer.mint("milestone", row.key), "Milestone", row.plan)
    event.labels(row.label_ja, row.label_en)
    event.tie(PG.milestoneOf, of)
    begins, until, precision = span(row.date)
    event.say(PG.begins, moment(begins))
    event.tie(PG.precision, precision)
    if row.end_date:
        _, until, precision = span(row.end_date)
    event.say(PG.ends, moment(until))
    event.tie(PG.endPrecision, precision)
    event.tie(PG.status, status)
    event.texts(SKOS.note, row.note_ja, row.note_en)


def _tabled(writer: Writer, row: Tabled) -> Thing | None:
    """Begin the facts about what stands on a tier of a plan."""
    tiers = writer.city.tiers
    of = writer.plan(row, row.plan)
    offices = [writer.keyed(row, "responsible", "office", office) for office in several(row.responsible)]
    writer.cited(row)
    if row.tier not in tiers:
        writer.problem(row, "tier", unknown(TIER, row.tier, tiers.all))
    if not called(row):
        writer.problem(row, "code", NAMELESS)
    if row.tier not in tiers or of is None or not called(row):
        return None
    own = writer.names.own(row)
    graph = "" if own in writer.carried.seen else row.plan
    thing = writer.sourced(row, own, tiers.all[row.tier].kind, graph, column="tier")
    for predicate, takers in ((PG.inPlan, writer.carried.into), (PG.guides, writer.carried.guides)):
        for taker in sorted(takers.get(own, ())):
            writer.known(own, taker).tie(predicate, writer.mint(taker))
    thing.labels(row.label_ja or ("" if row.label_en else row.code), row.label_en, row.alt_ja, row.reading_ja)
    thing.word(SKOS.notation, called(row))
    if folded(row.code) != row.code.lower():
        thing.word(SKOS.hiddenLabel, folded(row.code))
    writer.rank(thing, row)
    if not (row.label_ja or row.label_en):
        thing.say(PG.nameKnown, boolean(value=False))
    thing.tie(PG.tier, writer.mint("tier", row.tier))
    thing.tie(PG.definedIn, of)
    for office in offices:
        thing.tie(PG.responsible, office)
    thing.texts(SKOS.note, row.note_ja, row.note_en)
    return thing


def _period(thing: Thing, start: int | None, end: int | None) -> None:
    for predicate, year in ((PG.startYear, start), (PG.endYear, end)):
        if year is not None:
            thing.say(predicate, integer(year))
