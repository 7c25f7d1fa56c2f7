"""How Oxigraph goes about each question over a whole plan: by rows that it passes through, not by time."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from tests.engines import servers
from tests.engines.conftest import needed
from tests.queries.conftest import LIBRARY
from tests.queries.test_every_question import ASKED as OF_CITIES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import plangraph

    Passed = Callable[[str, Path], int]

FOR_EACH_STATEMENT = 10
"""Rows of all steps together; the questions take up to 3. Each pair of two sorts of things would be hundreds."""

OF_A_WHOLE_PLAN = [question for question in LIBRARY.questions() if not OF_CITIES["kawasaki"].get(question.name)]


@pytest.fixture(scope="module")
def passed(saitama: plangraph.Graph, tmp_path_factory: pytest.TempPathFactory) -> Passed:
    """Count the rows that come out of all steps of a query over Saitama's plan."""
    binary, folder = needed(servers.oxigraph_binary()), tmp_path_factory.mktemp("explained")
    dataset = folder / "dataset.nq"
    dataset.write_text("".join(f"{quad} .\n" for quad in saitama.engine.quads()), "utf-8")
    subprocess.run([binary, "load", "-l", folder / "store", "-f", dataset], check=True, capture_output=True)

    def count(sparql: str, place: Path) -> int:
        answer, said = place / ("answer.nt" if "CONSTRUCT" in sparql else "answer.json"), place / "explanation.json"
        explained = ("--stats", "--explain-file", said)
        subprocess.run(
            [binary, "query", "-l", folder / "store", "--union-default-graph", "-r", answer, *explained],
            input=sparql.encode(),
            check=True,
            capture_output=True,
        )
        return _rows(json.loads(said.read_bytes())["plan"])

    return count


def _rows(step: dict[str, Any]) -> int:
    return (step.get("number of results") or 0) + sum(map(_rows, step.get("children", ())))


@pytest.mark.parametrize("name", [question.name for question in OF_A_WHOLE_PLAN])
def test_a_question_passes_through_few_rows_for_each_statement(
    name: str, saitama: plangraph.Graph, passed: Passed, tmp_path: Path
) -> None:
    sparql, _ = saitama.bound(saitama.library.find(name), {})

    assert passed(sparql, tmp_path) < FOR_EACH_STATEMENT * sum(saitama.manifest.graphs.values())


def test_pairs_of_what_nothing_joins_are_seen(saitama: plangraph.Graph, passed: Passed, tmp_path: Path) -> None:
    sparql = """
        PREFIX pg: <https://w3id.org/plangraph/ontology#>
        SELECT (COUNT(*) AS ?pairs) WHERE { ?one a pg:Project . ?other a pg:PlanElement FILTER(?one != ?other) }
    """

    assert passed(sparql, tmp_path) > FOR_EACH_STATEMENT * sum(saitama.manifest.graphs.values())
