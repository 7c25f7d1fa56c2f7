"""What has to do with what, and on which grounds: links and justified holes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.build.writing.registry import writes
from plangraph.iris import kebab
from plangraph.namespaces import PG
from plangraph.store.terms import number
from plangraph.tables.link_rows import JustifiedHoleRow, LinkRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.build.writing.writer import Writer


@writes(LinkRow)
def link(writer: Writer, row: LinkRow) -> None:
    """Write a link as a node and, unless an algorithm suggests it, as a plain relation too."""
    relation = writer.relation(row, "relation", row.relation)
    subject = writer.find(row, "subject", writer.names.thing, row.subject, writer.scope(row.plan))
    target = writer.find(row, "object", writer.names.thing, row.object, writer.scope(row.plan))
    cites = row.source or row.basis != "Official"
    cited = row if cites else row.model_copy(update={"source": writer.city.settings.source})
    writer.cited(cited)
    if writer.lost(row) or not (relation and subject and target):
        return
    spelt = (row.subject, row.relation, row.object, row.basis)
    writer.once(row, "object", spelt, (row.plan, subject, relation, target, row.basis))
    node = writer.sourced(cited, link_iri(writer, row, row.basis), "Link", row.plan)
    node.tie(PG.subject, subject)
    node.tie(PG.relation, relation)
    node.tie(PG.object, target)
    node.texts(PG.rationale, row.rationale_ja, row.rationale_en)
    node.tie(PG.basis, writer.concept(row, "basis", row.basis, "LinkBasis"))
    if row.score is not None:
        node.say(PG.score, number(row.score))
    if row.basis != "Suggested":
        writer.known(subject, row.plan).tie(relation, target)
        writer.links[subject, relation, target] = row


def supersede(writer: Writer, rows: Sequence[LinkRow]) -> None:
    """Let each Official link stand instead of those of weaker basis that say the same."""
    official = {(r.plan, r.subject, r.relation, r.object) for r in rows if r.basis == "Official"}
    for row in rows:
        if row.basis != "Official" and (row.plan, row.subject, row.relation, row.object) in official:
            weaker, stronger = link_iri(writer, row, row.basis), link_iri(writer, row, "Official")
            if weaker in writer.places and stronger in writer.places:
                writer.known(stronger, row.plan).tie(PG.supersedes, weaker)


@writes(JustifiedHoleRow)
def justified_hole(writer: Writer, row: JustifiedHoleRow) -> None:
    """Write why a target need not be served."""
    target = writer.keyed(row, "target", "sdg", row.target)
    reason = writer.concept(row, "reason", row.reason, "HoleReason")
    writer.cited(row)
    if not target or not reason:
        return
    hole = writer.sourced(row, writer.mint("justified-hole", row.target), "JustifiedHole")
    hole.tie(PG.excuses, target)
    hole.tie(PG.reason, reason)
    hole.texts(PG.rationale, row.rationale_ja, row.rationale_en)


def link_iri(writer: Writer, row: LinkRow, basis: str) -> str:
    """Return the IRI of a link, as which it stands with a basis."""
    return writer.mint(row.plan, "link", row.subject, kebab(row.relation), row.object, basis.lower())
