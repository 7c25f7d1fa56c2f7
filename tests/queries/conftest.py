"""What the tests of the questions share: a made-up city, built once, and how an answer is written down."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.shared import built_once

import plangraph
from plangraph.namespaces import THINGS
from plangraph.queries import Library
from plangraph.store.answers import Boolean, Rows, Triples
from plangraph.store.terms import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from plangraph.store.answers import Answer
    from plangraph.store.terms import Term

HERE = Path(__file__).parent
LIBRARY = Library((plangraph.resources.DATA / "kawasaki" / "queries",))
"""Every question: those that plangraph brings, and those of Kawasaki's dataset."""


def told(rows: Rows, *columns: str) -> list[tuple[Any, ...]]:
    """Some columns of an answer."""
    return [tuple(row[column] for column in columns) for row in rows.to_dicts()]


@pytest.fixture(scope="session")
def testville(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    """The made-up city of ``data/testville``, in memory."""
    return _built("testville", tmp_path_factory)


@pytest.fixture(scope="session")
def plantown(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    """The made-up city of ``data/plantown``, whose planning document says something of each sort, in memory."""
    return _built("plantown", tmp_path_factory)


@pytest.fixture(scope="session")
def village(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    """The made-up village of ``data/village``, without policies, measures, dates, area codes or English, in memory."""
    return _built("village", tmp_path_factory)


@pytest.fixture(scope="session")
def setogawa(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    """The made-up city of ``data/setogawa``, whose later plan takes its upper tiers from the earlier one, in memory."""
    return plangraph.open(built_once(tmp_path_factory, HERE / "data" / "setogawa"), in_memory=True)


def _built(city: str, factory: pytest.TempPathFactory) -> plangraph.Graph:
    return with_every_question(plangraph.open(built_once(factory, HERE / "data" / city), in_memory=True))


def with_every_question(graph: plangraph.Graph) -> plangraph.Graph:
    """Let a made-up city be asked what Kawasaki's dataset brings, too."""
    return plangraph.Graph(graph.engine, graph.manifest, LIBRARY)


@pytest.fixture(scope="session")
def written() -> Callable[[Answer], str]:
    """Write an answer as the expectations do: CSV, names with their prefixes, things from their city on.

    The triples of a CONSTRUCT are written likewise, in order, without a header.
    """

    def write(answer: Answer) -> str:
        out = io.StringIO()
        lines = csv.writer(out, lineterminator="\n")
        match answer:
            case Rows():
                lines.writerow(answer.variables)
                lines.writerows(map(_cells, answer.rows))
            case Triples():
                lines.writerows(sorted({tuple(_cells((t.subject, t.predicate, t.object))) for t in answer}))
            case Boolean():
                lines.writerow([str(answer.value).lower()])
        return out.getvalue()

    return write


def _cells(terms: Iterable[Term | None]) -> list[str]:
    return [shown(term).removeprefix(THINGS) for term in terms]
