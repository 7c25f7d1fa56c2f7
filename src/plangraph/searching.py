"""What a search by name finds, also where one letter of the text is wrong, and what of it comes first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plangraph.near_spelling import near_spelling
from plangraph.store.answers import expect_rows
from plangraph.store.romanisation import romanised
from plangraph.store.terms import NamedNode

if TYPE_CHECKING:
    from plangraph.asking import Ask
    from plangraph.naming import Names
    from plangraph.store.answers import Rows
    from plangraph.store.engine import Engine

NAMED = 2
"""From which rank on a search has found a name, not a code."""
CALLED = 'SELECT ?label WHERE {{ {thing} rdfs:label ?label FILTER(STRENDS(LANG(?label), "{lang}")) }} LIMIT 1'
LABELS = "SELECT DISTINCT ?label WHERE { ?thing rdfs:label|skos:altLabel ?label }"


def found_by_name(names: Names, ask: Ask, question: str, text: str, lang: str) -> tuple[str, Rows]:
    """Return the rows that a question has for a text, and the text that was found in the end.

    Where nothing is called so, it may be another way to name a thing (``健福局``), its words may stand apart in a name,
    or one letter of it may be wrong.
    """
    found = ask(question, text=text, lang=lang)
    if not len(found) and (label := _meant(names, text, lang)):
        return label, ask(question, text=label, lang=lang)
    if not len(found) and len(text.split()) > 1:
        found = _with_each_word(ask, question, text, lang)
    if not len(found) and (read := romanised(text)):
        found = ask(question, text=read, lang=lang)
    if not len(found) and (near := _near(names.engine, text)):
        return near, ask(question, text=near, lang=lang)
    return text, found


def _meant(names: Names, text: str, lang: str) -> str:
    """Return the label of the thing that a text names in another way, if it is one."""
    things = names.known(text, names.manifest.plan)
    query = CALLED.format(thing=NamedNode(things[0]), lang=lang) if len(things) == 1 else ""
    return next((str(label) for (label,) in expect_rows(names.engine.query(query))), "") if query else ""


def _with_each_word(ask: Ask, question: str, text: str, lang: str) -> Rows:
    """Return the rows for the longest word of a text whose names hold its other words, too."""
    words = text.lower().split()
    found = ask(question, text=max(words, key=len, default=text), lang=lang)
    label = found.variables.index("label")
    return replace(found, rows=[row for row in found.rows if all(word in str(row[label]).lower() for word in words)])


def elements_first(hits: Rows) -> Rows:
    """Return the hits of a search with very codes first, then elements of plans, then the rest."""
    tier, ranks = hits.variables.index("tier"), hits["rank"]
    order = sorted(range(len(hits)), key=lambda at: hits.rows[at][tier] is None and ranks[at] >= NAMED)
    return replace(hits, rows=[hits.rows[at] for at in order])


def _near(engine: Engine, text: str) -> str:
    return near_spelling(text, [str(label) for (label,) in expect_rows(engine.query(LABELS))])
