"""What is said beside an answer that somebody takes away: the question, the data with their licence, and the query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.namespaces import THINGS
from plangraph.queries import over
from plangraph.store.answers import expect_rows
from plangraph.store.terms import NamedNode
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from plangraph.queries import Question
    from plangraph.store.answers import Rows
    from plangraph.store.engine import Engine

DATASETS = """SELECT ?city (SAMPLE(?title) AS ?called) (SAMPLE(?licence) AS ?under) WHERE {{
    ?dataset a dcat:Dataset ; dcterms:identifier ?city ; dcterms:title ?any
    OPTIONAL {{ ?dataset dcterms:title ?own FILTER(LANG(?own) = "{lang}") }}
    OPTIONAL {{ ?dataset dcterms:license ?licence }}
    BIND(COALESCE(?own, ?any) AS ?title) }} GROUP BY ?city ORDER BY ?city"""


def of_data(engine: Engine, identity: str, lang: str, cities: Collection[str] = ()) -> list[tuple[str, str]]:
    """Return what is to be said of the data: of what, and what.

    Parameters
    ----------
    engine : Engine
        What answers queries.
    identity : str
        The digest of the build.
    lang : str
        The reader's language, ``ja`` or ``en``.
    cities : collection of str
        The keys of the cities whose data they are; without any that has data of its own, all.
    """
    found = [(Words("構築", "Build"), identity)]
    datasets = list(expect_rows(engine.query(DATASETS.format(lang=lang), [iris.graph("catalogue")])))
    own = [row for row in datasets if str(row[0]) in cities]
    for _, title, licence in own or datasets:
        found += [(Words("データ", "Data"), str(title))] if title else []
        found += [(Words("ライセンス", "Licence"), str(licence))] if title and licence else []
    return [(words.of(lang), text) for words, text in found]


def cities_in(rows: Rows | None) -> set[str]:
    """Return the keys of the cities whose things stand in rows."""
    things = (term.value for row in (rows.rows if rows else ()) for term in row if isinstance(term, NamedNode))
    return {iris.city_of(thing) for thing in things if thing.startswith(THINGS)}


def of_question(question: Question, asked: str, lang: str) -> list[tuple[str, str]]:
    """Return what is to be said of a question, of which ``asked`` says what it asks: of what, and what."""
    found = [
        (Words("問い", "Question"), question.name),
        (Words("尋ねたこと", "Asked"), asked),
        (Words("説明", "Description"), question.description(lang)),
    ]
    return [(words.of(lang), text) for words, text in found]


def of_query(sparql: str, scope: Sequence[str], lang: str) -> list[tuple[str, str]]:
    """Return the query, with the graphs (IRIs) that it sees, so that it can be asked again anywhere."""
    return [(Words("問い合わせ", "Query").of(lang), over(sparql, scope))]
