"""What was collected from sheets, told as the settings and tables of a dataset."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from plangraph.dataset_files.content import Content
from plangraph.intake.collected import OFFICE, TOP
from plangraph.tables.plan_models import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plangraph.intake.collected import Collected
    from plangraph.intake.mapping import Mapping
    from plangraph.intake.things import Element

    Cells = dict[str, str]

ENGLISH = {"label_ja": "label_en", "title_ja": "title_en", "note_ja": "note_en"}
"""The columns for a text in each language."""
SOURCE = "sheet"
"""The key of the source of all rows."""
AREA = "Ward"
"""The class of the areas of a city."""
CODE_OF_CITY = re.compile(r"^C?([0-9]{5})[0-9]?$")


def as_dataset(mapping: Mapping, collected: Collected) -> Content:
    """Return what was collected as a dataset, its codes final.

    Parameters
    ----------
    mapping : Mapping
        What is known of the dataset, its tiers and scales.
    collected : Collected
        What was collected.
    """
    tables = dict(_tables(mapping, collected))
    if mapping.dataset.language != "ja":
        tables = {name: [_in_english(row) for row in rows] for name, rows in tables.items()}
    return Content(_settings(mapping, collected), tables)


def _in_english(row: Cells) -> Cells:
    """Return as English what was collected as the city's own words."""
    return {ENGLISH.get(column, column): value for column, value in row.items() if column not in ENGLISH.values()}


def _settings(mapping: Mapping, collected: Collected) -> dict[str, Any]:
    of = mapping.dataset
    used = {element.tier for element in collected.registry.elements}
    tiers = [
        tier.model_dump(by_alias=True, exclude_defaults=True, exclude_none=True)
        for tier in mapping.tiers
        if tier.word in used
    ]
    city: dict[str, Any] = {"key": of.key, "label_ja": of.label_ja, "place": of.key, "plan": of.plan, "source": SOURCE}
    if of.language != "ja":
        city = {**_in_english(city), "language": of.language}
    if of.currency != Settings.model_fields["currency"].default:
        city["currency"] = of.currency
    if of.year_begins != Settings.model_fields["year_begins"].default:
        city["year_begins"] = of.year_begins
    if of.year_named_by != Settings.model_fields["year_named_by"].default:
        city["year_named_by"] = of.year_named_by
    told: dict[str, Any] = {"city": city, "tiers": tiers}
    if of.district and collected.areas:
        told["kinds"] = [{"word": of.district, "class": AREA, **({"plural": of.districts} if of.districts else {})}]
    for name, rows, last in (("grades", mapping.grades, "standing"), ("directions", mapping.directions, "course")):
        keys = {"code", "word", "en", last}
        whole = [row.model_dump(include=keys, exclude_defaults=True) for row in rows if getattr(row, last)]
        if whole:
            told[name] = whole
    kinds = {said["kind"] for said in collected.figures.values()}
    if figures := [kind.model_dump(exclude_defaults=True) for kind in mapping.figures if kind.code in kinds]:
        told["figures"] = figures
    return told


def _tables(mapping: Mapping, collected: Collected) -> Iterator[tuple[str, list[Cells]]]:
    yield "sources", [_source(mapping)]
    yield from _places_and_offices(mapping, collected)
    of = mapping.dataset
    yield "plans", [_row(key=of.plan, kind=of.plan_kind, label_ja=of.plan_label, start=of.start, end=of.end)]
    elements = [one for one in collected.registry.elements if one.tier != collected.indicator_tier]
    measures = f"plan:{of.plan}"
    indicators = [one for one in collected.registry.elements if one.tier == collected.indicator_tier]
    yield "elements", [_element(element, collected) for element in elements]
    yield "indicators", [_indicator(one, measures, collected) for one in indicators]
    links = [(about, _serving(code), f"sdg:{code}") for about, code in collected.sdgs.values()]
    links += [(about, "inWard", f"place:{key}") for about, key in collected.in_areas.values()]
    yield "links", [_link(*link, mapping, collected) for link in links]
    reference = collected.registry.reference
    yield (
        "observations",
        [_row(**{**said, "plan": of.plan, "about": reference(said["about"])}) for said in collected.figures.values()],
    )
    yield (
        "evaluations",
        [
            _row(
                plan=of.plan,
                element=reference(said["about"]),
                fiscal_year=said["fiscal_year"],
                grade=said.get("grade"),
                direction=said.get("direction"),
                note_ja=_notes(said.get("notes", {})),
            )
            for said in collected.evaluations.values()
        ],
    )


def _source(mapping: Mapping) -> Cells:
    of = mapping.dataset
    return _row(
        key=SOURCE,
        kind="CityDocument" if of.source_of_city else "SourceDocument",
        title_ja=of.source,
        publisher=of.city if of.source_of_city else "",
        date=of.source_date,
        url=of.source_url,
    )


def _places_and_offices(mapping: Mapping, collected: Collected) -> Iterator[tuple[str, list[Cells]]]:
    of = mapping.dataset
    area = CODE_OF_CITY.match(unicodedata.normalize("NFKC", of.area_code).strip())
    named = of.city or of.key
    wards = [
        _row(key=key, kind=of.district or AREA, label_ja=name, within=of.key) for name, key in collected.areas.items()
    ]
    if area or wards:
        yield "places", [_row(key=of.key, kind="City", label_ja=named, area_code=f"C{area[1]}" if area else ""), *wards]
    offices = [
        {**row, "alt_ja": "|".join(collected.spellings.others(OFFICE, row["label_ja"]))}
        for row in collected.registry.office_rows
    ]
    top = _row(key=TOP, kind="Municipality", label_ja=named, place=of.key if area or wards else "")
    yield "organizations", [top, *offices]


def _element(element: Element, collected: Collected) -> Cells:
    reference = collected.registry.reference
    also = [reference(other) for other in element.also.values() if other is not element.parent]
    return _row(
        tier=element.tier,
        code=element.code,
        parent=reference(element.parent) if element.parent else "",
        also_part_of="|".join(also),
        label_ja=element.label,
        alt_ja="|".join(dict.fromkeys([*filter(None, [element.cells.get("alt_ja")]), *element.spellings])),
        responsible="|".join(element.offices),
        note_ja=_notes(element.notes),
        **{name: element.cells.get(name) for name in ("label_en", "reading_ja", "start", "end", "legal_basis", "page")},
    )


def _indicator(one: Element, otherwise: str, collected: Collected) -> Cells:
    return _row(
        tier=one.tier,
        code=one.code,
        element=collected.registry.reference(one.parent) if one.parent else otherwise,
        label_ja=one.label,
        unit=one.cells.get("unit"),
        responsible="|".join(one.offices),
        note_ja=_notes(one.notes),
    )


def _serving(code: str) -> str:
    return "contributesToTarget" if "." in code else "contributesToGoal"


def _link(about: Element, relation: str, to: str, mapping: Mapping, collected: Collected) -> Cells:
    return _row(
        plan=mapping.dataset.plan,
        subject=collected.registry.reference(about),
        relation=relation,
        object=to,
        basis="Official" if mapping.dataset.source_of_city else "Reported",
        source=SOURCE,
    )


def _notes(notes: dict[str, str]) -> str:
    return " / ".join(f"{heading}: {text}" for heading, text in notes.items())


def _row(**cells: object) -> Cells:
    return {name: str(value) for name, value in cells.items() if value not in {None, ""}}
