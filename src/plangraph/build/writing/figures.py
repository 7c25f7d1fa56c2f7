"""How far and how much: observations and evaluations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.build.writing.dates import span, year_of
from plangraph.build.writing.registry import writes
from plangraph.iris import kebab, key_in
from plangraph.namespaces import PG, SKOS
from plangraph.store.terms import integer, moment, number
from plangraph.tables.figure_rows import EvaluationRow, ObservationRow
from plangraph.tables.wording import no_number
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.build.writing.writer import Writer

NO_TIME = Words("数値には年度または日付が必要です", "a figure needs a fiscal year or a date")
OF_INDICATORS = (PG.BaselineValue, PG.TargetValue, PG.ActualValue, PG.ForecastValue)
NO_UNIT = Words(
    "単位がありません（ここか、成果指標の単位の列に書いてください）",
    "has no unit: write it here, or that of the indicator",
)


@writes(ObservationRow)
def observation(writer: Writer, row: ObservationRow) -> None:
    """Write a figure; one in a multiple of a unit, such as 千円, is written in the unit itself."""
    about = writer.find(row, "about", writer.names.thing, row.about, writer.scope(row.plan))
    kind = writer.vocabulary.figure(row, row.kind)
    comparator = writer.concept(row, "comparator", row.comparator, "Comparator")
    status, caution = writer.status(row, row.status), writer.concept(row, "caution", row.caution, "Caution")
    writer.cited(row)
    if isinstance(row.value, str):
        _in_words(writer, row, about, kind)
        return
    stated = row.unit or writer.units.get(about or "", "")
    when = str(row.fiscal_year or row.date or "")
    if not when and not writer.is_told(row, "fiscal_year", "date"):
        writer.problem(row, "fiscal_year", NO_TIME)
    if not stated and about:
        writer.problem(row, "unit", NO_UNIT)
    if not (kind and stated):
        return
    vocabulary = writer.vocabulary
    measured = vocabulary.amount(row, stated) if vocabulary.is_money(kind) else vocabulary.unit(stated)
    if measured is None or writer.lost(row) or not (about and when):
        return
    writer.once(row, "about", (row.about, row.kind, when), (row.plan, about, kind, when))
    unit, factor = measured
    figure = writer.sourced(
        row, writer.mint(row.plan, "observation", kebab(key_in(kind)), row.about, when), "Observation", row.plan
    )
    writer.figures[about, kind].append(figure.iri)
    figure.tie(PG.about, about)
    if vocabulary.is_money(kind):
        writer.funded.add(about)
        writer.amounts[about, when].append((figure, kind))
    figure.tie(PG.kind, kind)
    figure.tie(PG.unit, unit)
    figure.say(PG.value, number(row.value * factor))
    figure.tie(PG.comparator, comparator)
    figure.tie(PG.status, status)
    figure.tie(PG.caution, caution)
    figure.texts(SKOS.note, row.note_ja, row.note_en)
    if row.fiscal_year is not None:
        figure.say(PG.fiscalYear, integer(row.fiscal_year))
    if row.date is not None:
        begins, _, precision = span(row.date)
        figure.say(PG.date, moment(begins))
        figure.tie(PG.precision, precision)
        if precision != PG.YearPrecision:
            figure.say(PG.withinFiscalYear, integer(year_of(begins, writer.city.settings)))


def count_amounts(writer: Writer) -> None:
    """Write in the sums of which kinds each amount counts: a share does in none where the whole is given beside it."""
    for amounts in writer.amounts.values():
        given = {kind for _, kind in amounts}
        for figure, kind in amounts:
            above = writer.vocabulary.counts_as(kind)
            wholes = given.intersection(above) - {kind}
            told = {one for whole in wholes for one in writer.vocabulary.counts_as(whole)}
            for counted in above:
                figure.tie(PG.countedAs, None if counted in told else counted)


def _in_words(writer: Writer, row: ObservationRow, about: str | None, kind: str | None) -> None:
    """Write what a document says of an indicator where it gives no number: a target such as 増加 is a note of it."""
    if kind is not None and kind not in OF_INDICATORS:
        writer.problem(row, "value", no_number(str(row.value)))
    elif about and kind and not writer.lost(row):
        called, when = writer.ontology.called(kind), row.fiscal_year or row.date or ""
        thing = writer.known(about, row.plan)
        unit = row.unit or writer.units.get(about, "")
        said = f"{row.value} {unit}".rstrip() if str(row.value)[-1:].isdigit() else row.value
        if writer.city.settings.language == "ja":
            thing.texts(SKOS.note, f"{called.ja}{f'（{when}）' if when else ''}: {said}", "")
        else:
            thing.texts(SKOS.note, "", f"{called.en}{f' ({when})' if when else ''}: {said}")


@writes(EvaluationRow)
def evaluation(writer: Writer, row: EvaluationRow) -> None:
    """Write a judgement."""
    element = writer.find(row, "element", writer.names.element, row.element, row.plan)
    grade = writer.vocabulary.grade(row, row.grade)
    direction = writer.vocabulary.direction(row, row.direction)
    writer.cited(row)
    if writer.lost(row) or not element or bool(row.grade) > bool(grade):
        return
    year = str(row.fiscal_year)
    writer.once(row, "element", (row.element, year), (row.plan, element, year))
    iri = writer.mint(row.plan, "evaluation", row.element, year)
    judgement = writer.sourced(row, iri, "Evaluation", row.plan)
    judgement.tie(PG.evaluates, element)
    for told, elements in ((judgement.iri, writer.judged), (grade, writer.graded), (direction, writer.directed)):
        if told:
            elements.add(element)
    judgement.say(PG.fiscalYear, integer(row.fiscal_year))
    judgement.tie(PG.grade, grade)
    judgement.tie(PG.direction, direction)
    judgement.texts(SKOS.note, row.note_ja, row.note_en)
