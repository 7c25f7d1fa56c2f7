"""What a search by name finds, also where one letter of the text is wrong, and what of it comes first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plangraph.near_spelling import near_spelling
from plangraph.store.answers import expect_rows

if TYPE_CHECKING:
    from plangraph.asking import Ask
    from plangraph.store.answers import Rows
    from plangraph.store.engine import Engine

NAMED = 2
"""From which rank on a search has found a name, not a code."""
LABELS = "SELECT DISTINCT ?label WHERE { ?thing rdfs:label|skos:altLabel ?label }"


def found_by_name(engine: Engine, ask: Ask, question: str, text: str, lang: str) -> tuple[str, Rows]:
    """Return the rows that a question has for a text, and the text that was found in the end.

    Where nothing is called so, one letter of it may be wrong.
    """
    found = ask(question, text=text, lang=lang)
    if not len(found) and (near := _near(engine, text)):
        return near, ask(question, text=near, lang=lang)
    return text, found


def elements_first(hits: Rows) -> Rows:
    """Return the hits of a search with very codes first, then elements of plans, then the rest."""
    tier, ranks = hits.variables.index("tier"), hits["rank"]
    order = sorted(range(len(hits)), key=lambda at: hits.rows[at][tier] is None and ranks[at] >= NAMED)
    return replace(hits, rows=[hits.rows[at] for at in order])


def _near(engine: Engine, text: str) -> str:
    return near_spelling(text, [str(label) for (label,) in expect_rows(engine.query(LABELS))])
