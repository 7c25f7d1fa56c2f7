"""Who and where: sources, places and organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.build.writing.registry import writes
from plangraph.build.writing.widest_stretch import widest_stretch
from plangraph.namespaces import DCTERMS, FOAF, GEO, ORG, PG, PREFIXES, PROV, RDF, SKOS
from plangraph.store.terms import Literal, NamedNode, boolean
from plangraph.tables.actor_rows import OrganizationRow, PlaceRow, SourceRow
from plangraph.tables.outlines import Outline
from plangraph.tables.row import several
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.build.writing.thing import Thing
    from plangraph.build.writing.writer import Writer

ESTAT_AREA = "http://data.e-stat.go.jp/lod/sac/"


@writes(SourceRow)
def source(writer: Writer, row: SourceRow) -> None:
    """Write a document or a passage."""
    document = writer.thing(row, writer.mint("source", row.key))
    document.tie(RDF.type, PREFIXES["pg"] + row.kind)
    document.labels(row.title_ja, row.title_en)
    document.texts(SKOS.note, row.note_ja, row.note_en)
    if row.publisher_en:
        document.texts(DCTERMS.publisher, row.publisher, row.publisher_en)
    else:
        document.word(DCTERMS.publisher, row.publisher)
    document.word(DCTERMS.issued, row.date)
    document.tie(FOAF.page, row.url)
    if row.part_of:
        document.tie(DCTERMS.isPartOf, writer.keyed(row, "part_of", "source", row.part_of))


@writes(PlaceRow)
def place(writer: Writer, row: PlaceRow) -> None:
    """Write a place."""
    area = writer.sourced(row, writer.mint("place", row.key), row.kind, under=[GEO.Feature])
    writer.rank(area, row)
    area.labels(row.label_ja, row.label_en, reading=row.reading_ja)
    if row.area_code:
        area.word(PG.areaCode, row.area_code)
        area.tie(SKOS.exactMatch, ESTAT_AREA + row.area_code)
    if row.within:
        area.tie(GEO.sfWithin, writer.keyed(row, "within", "place", row.within))


def write_own_place(writer: Writer) -> None:
    """Write the city's own place where no row does: it is called as the municipality is, or else as the dataset."""
    settings = writer.city.settings
    own = writer.mint("place", settings.place)
    if settings.place != settings.key or own in writer.places:
        return
    municipalities = (row for row in writer.city.table(OrganizationRow) if writer.is_a(row.kind, PG.Municipality))
    municipality = next(municipalities, None)
    named = municipality or settings
    area = writer.known(own)
    area.tie(RDF.type, PG.City)
    area.labels(named.label_ja, named.label_en)


def write_wards_by_name(writer: Writer) -> None:
    """Write of the city's own place that all its districts are 区 by their names (北区, and not 上地区)."""
    names = [row.label_ja for row in writer.city.table(PlaceRow) if writer.is_a(row.kind, PG.Ward)]
    if names and all(name.endswith("区") and not name.endswith("地区") for name in names):
        writer.known(writer.mint("place", writer.city.settings.place)).say(PG.wardsByName, boolean(True))


@writes(Outline)
def outline(writer: Writer, row: Outline) -> None:
    """Write the outline of a place (GeoSPARQL 1.1, section 8.8)."""
    place = writer.mint("place", row.place)
    shape = writer.thing(row, f"{place}/geometry")
    shape.tie(RDF.type, GEO.Geometry)
    shape.say(GEO.asGeoJSON, Literal(row.shape, datatype=NamedNode(GEO.geoJSONLiteral)))
    shape.say(PG.nameAlong, Literal(widest_stretch(row.shape), datatype=NamedNode(GEO.geoJSONLiteral)))
    if row.source:
        shape.tie(PROV.hadPrimarySource, writer.keyed(row, "source", "source", row.source))
    writer.known(place).tie(GEO.hasGeometry, shape.iri)


@writes(OrganizationRow)
def organization(writer: Writer, row: OrganizationRow) -> None:
    """Write an office or another body; an office without one above it stands right below the municipality.

    Where neither its own row nor that of an office below it says so, it is told of only as an office. One whose work
    a single other has taken over is none of the top level any more.
    """
    kind, sorts = row.kind or "Office", [ORG.Organization, PG.Post, PG.PeopleGroup]
    later = writer.continued.get(row.key) if writer.is_a(kind, PG.Office) else None
    is_former = later is not None and writer.is_a(kind, PG.TopLevelOffice)
    body = writer.sourced(
        row, writer.mint("office", row.key), kind, under=sorts, of_class=PG.Office if is_former else ""
    )
    if later is not None:
        body.tie(PG.continuesIn, writer.mint("office", later))
    writer.rank(body, row)
    body.labels(row.label_ja, row.label_en, row.alt_ja, row.reading_ja)
    body.texts(PG.nameApart, *writer.names_apart[row.key])
    above = _above(writer, row, body)
    body.tie(ORG.unitOf, above)
    if later is None and writer.is_a(kind, PG.Office) and above in writer.municipalities:
        body.tie(PG.placedUnder, above)
    if row.place:
        body.tie(PG.serves, writer.keyed(row, "place", "place", row.place))
    for older in several(row.succeeds):
        body.tie(PG.officeSucceeds, writer.keyed(row, "succeeds", "office", older))


def _above(writer: Writer, row: OrganizationRow, body: Thing) -> str | None:
    """Return what an organization stands right below (IRI), if anything; it is a problem if an office has none."""
    if row.parent:
        return writer.keyed(row, "parent", "office", row.parent)
    if not writer.is_a(row.kind or "Office", PG.Office):
        return None
    if row.kind in {"", "Office"} and row.key not in writer.upper_offices:
        body.tie(DCTERMS.type, PG.Office)
    if len(writer.municipalities) == 1:
        return writer.municipalities[0]
    writer.problem(row, "parent", NO_MUNICIPALITY)
    return None


NO_MUNICIPALITY = Words(
    "上位の組織がなく、自治体（Municipality）の行がちょうど一つではありません",
    "has none above it, and there is not exactly one row of the kind Municipality",
)
