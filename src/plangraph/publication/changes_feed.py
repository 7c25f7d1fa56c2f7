"""A feed of what changed in a plan and its contributions to the SDGs since the build before (Atom, RFC 4287)."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from plangraph.build import layout
from plangraph.coverage.changes import SAID, compare, field_words
from plangraph.errors import StoreError
from plangraph.opening import open_build
from plangraph.pages import render
from plangraph.store.answers import expect_rows
from plangraph.version import __version__
from plangraph.words import coded_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plangraph.graph import Graph
    from plangraph.publication.folders import Published

FILE = "changes.atom"
MEDIA = "application/atom+xml"
UNKNOWN = "–"


class Entry(NamedTuple):
    """A change, as a feed tells it.

    Attributes
    ----------
    id : str
        Its IRI, which no other change has (RFC 4287, section 4.2.6).
    title, text : str
        What changed, and from what to what.
    address : str
        The page of the element, as seen from the feed; nothing if it has none.
    """

    id: str
    title: str
    text: str
    address: str


def build_before(store: Path) -> Graph | None:
    """Open the build before the current one, or give None if there is none that this version can read."""
    folder = layout.previous(store)
    if folder is None:
        return None
    try:
        return open_build(folder, in_memory=True)
    except StoreError:
        return None


def feed(before: Graph | None, graph: Graph, places: Published, lang: str, url: str) -> bytes:
    """Write the feed of a site in one language.

    Parameters
    ----------
    before : Graph or None
        The build before; without one, there are no changes to tell of.
    graph : Graph
        What is published. The feed bears the time at which it was built, so that the same build gives the same bytes.
    places : Published
        Where things are told of, as seen from the folder of the feed.
    lang : str
        ``ja`` or ``en``.
    url : str
        The address of that folder, or nothing where it is not known.
    """
    (credit, *_) = expect_rows(graph.answer("credit", {"thing": graph.manifest.plan, "lang": lang})).to_dicts()
    _, nanoseconds = graph.manifest.stamp
    return render(
        "publication/changes.xml",
        id=_id(graph.manifest.plan, lang),
        lang=lang,
        url=url,
        file=FILE,
        media=MEDIA,
        version=__version__,
        title=f"{credit['label'] or ''} {SAID['title'].of(lang)}".strip(),
        author=credit["publisher"] or credit["label"] or "plangraph",
        updated=datetime.fromtimestamp(nanoseconds // 10**9, UTC).isoformat().replace("+00:00", "Z"),
        entries=list(_entries(before, graph, places, lang)) if before else [],
    ).encode()


def _entries(before: Graph, graph: Graph, places: Published, lang: str) -> Iterator[Entry]:
    for plan in expect_rows(graph.answer("served-plans", {})).to_dicts():
        iri = str(plan["plan"])
        if iri not in before.manifest.scopes:
            continue
        for row in compare(partial(before.query, plan=iri), partial(graph.query, plan=iri), lang).to_dicts():
            change, field = (field_words(row[name], lang) for name in ("change", "field"))
            target = f" → {row['target_code']} {row['target_label']}" if row["target"] else ""
            yield Entry(
                _id(graph.manifest.identity, iri, row["element"], row["target"] or "", row["field"], lang),
                f"{change}: {coded_name(row['code'], row['label'])}{target}",
                f"{field}: {row['before'] or UNKNOWN} → {row['after'] or UNKNOWN}",
                places.of(row["element"]),
            )


def _id(*parts: str) -> str:
    """Return an IRI made of what identifies a thing (a UUID of version 5, RFC 9562)."""
    return uuid5(NAMESPACE_URL, " ".join(parts)).urn
