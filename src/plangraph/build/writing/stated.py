"""What a document states, tied to the facts that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.build.writing.links import link_iri
from plangraph.build.writing.registry import writes
from plangraph.namespaces import DCTERMS, PG, RDF
from plangraph.store.terms import integer
from plangraph.tables.link_rows import LinkRow
from plangraph.tables.row import several
from plangraph.tables.statement_rows import StatementRow
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.build.writing.writer import Writer


@writes(StatementRow)
def statement(writer: Writer, row: StatementRow) -> None:
    """Write a statement; what holds it stands in the tables that are written before."""
    section = writer.keyed(row, "section", "source", row.section)
    holders = [holder for fact in several(row.held_by) for holder in _held(writer, row, fact)]
    if not section:
        return
    stated = writer.thing(row, f"{section}/statement/{row.number}")
    stated.tie(RDF.type, PG.Statement)
    stated.tie(DCTERMS.isPartOf, section)
    stated.say(PG.rank, integer(row.number))
    stated.texts(DCTERMS.description, row.statement_ja, row.statement_en)
    stated.texts(PG.rationale, row.reason_ja, row.reason_en)
    for holder in holders:
        stated.tie(PG.isHeldBy, holder)


def _held(writer: Writer, row: StatementRow, fact: str) -> Sequence[str]:
    """Return what a fact stands for (IRIs): a thing, the figures of a kind about one, or a link between two."""
    thing, *said = fact.split(" ")
    subject = writer.find(row, "held_by", writer.names.thing, thing, writer.scope(""))
    if subject is None or not said:
        return [subject] if subject else []
    relation, reference = said[0], " ".join(said[1:])
    found = _links(writer, row, subject, relation, reference) if reference else _figures(writer, row, subject, relation)
    if not found:
        writer.problem(row, "held_by", Words(f"「{fact}」という行はありません", f"there is no row '{fact}'"))
    return found


def _figures(writer: Writer, row: StatementRow, about: str, name: str) -> Sequence[str]:
    kind = writer.vocabulary.figure(row, name)
    return writer.figures.get((about, kind), ()) if kind else ()


def _links(writer: Writer, row: StatementRow, subject: str, name: str, reference: str) -> Sequence[str]:
    relation = writer.relation(row, "held_by", name)
    target = writer.find(row, "held_by", writer.names.thing, reference, writer.scope(""))
    link = writer.links.get((subject, relation or "", target or ""))
    return [link_iri(writer, link, link.basis)] if isinstance(link, LinkRow) else []
