"""Every question gives the same rows in the same order on the embedded store, an Oxigraph server and Virtuoso 7.

Virtuoso is asked about several sorts of things in Kawasaki. What is about a whole plan is asked of Saitama's on the
Oxigraph server, and what takes Virtuoso long there too (``differing.py``): it is a fifth of Kawasaki's. Made-up cities,
about whose sorts of things the Oxigraph server is asked, are in ``test_small_cities.py``.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

import pytest
from tests.engines.comparing import assert_differs, assert_same, of_other_sorts, short, sorts_of
from tests.engines.conftest import start_oxigraph
from tests.engines.differing import ASKED_OF_BOTH, ASKED_OF_SAITAMA, ASKED_OTHERWISE, UNSTEADY
from tests.queries.conftest import LIBRARY
from tests.queries.test_every_question import ASKED as OF_CITIES

from plangraph.resources import QUERIES

if TYPE_CHECKING:
    from pathlib import Path

    import plangraph

OTHERS = sorts_of("kawasaki", "3", "3/strategy/S7", "3/project/10101010", "place/kawasaki-ku", "office/economy-labour")
"""What else parameters of a name may be, of other sorts than the defaults."""


def asked() -> list[Any]:
    """List the questions with their parameters: as they are by default, and with each of the others."""
    return [
        pytest.param(question.name, parameters, id="-".join([question.name, *map(short, parameters.values())]))
        for question in LIBRARY.questions()
        for usual in [OF_CITIES["kawasaki"].get(question.name, {})]
        for parameters in [
            usual,
            *of_other_sorts(question, usual, OTHERS),
        ]
    ]


kawasaki_is_asked = pytest.mark.parametrize(
    ("name", "parameters"), [each for each in asked() if each.values[1] == OF_CITIES["kawasaki"].get(each.values[0])]
)
saitama_is_asked_all = pytest.mark.parametrize("name", [each.values[0] for each in asked() if not each.values[1]])
virtuoso_is_asked_of_kawasaki = pytest.mark.parametrize(
    ("name", "parameters"),
    [each for each in asked() if each.values[0] not in {*ASKED_OTHERWISE, *ASKED_OF_SAITAMA, *UNSTEADY}],
)
saitama_is_asked = pytest.mark.parametrize(
    "name",
    sorted(
        {*ASKED_OF_SAITAMA, *ASKED_OF_BOTH}
        - {question.name for question in LIBRARY.questions() if question.name in OF_CITIES["kawasaki"]}
    ),
)


@kawasaki_is_asked
def test_an_oxigraph_server_answers_the_same_of_kawasaki(
    name: str, parameters: dict[str, str], kawasaki: plangraph.Graph, on_oxigraph: plangraph.Graph
) -> None:
    assert_same(name, parameters, on_oxigraph, kawasaki)


@saitama_is_asked_all
def test_an_oxigraph_server_answers_the_same_of_saitama(
    name: str, saitama: plangraph.Graph, saitama_on_oxigraph: plangraph.Graph
) -> None:
    assert_same(name, {}, saitama_on_oxigraph, saitama)


def test_an_oxigraph_server_takes_each_file_as_it_is(tmp_path: Path) -> None:
    with start_oxigraph(tmp_path) as url:
        for path in sorted(QUERIES.glob("*/*.rq")):
            headers = {
                "Content-Type": "application/sparql-query",
                "Accept": "application/sparql-results+json, application/n-triples;q=0.9",
            }
            request = Request(url, path.read_bytes(), headers)  # noqa: S310 - a server of ours
            with urlopen(request, timeout=20) as answer:  # noqa: S310
                assert answer.status == HTTPStatus.OK, path.name


@virtuoso_is_asked_of_kawasaki
def test_virtuoso_answers_the_same_of_kawasaki(
    name: str, parameters: dict[str, str], kawasaki: plangraph.Graph, on_virtuoso: plangraph.Graph
) -> None:
    assert_same(name, parameters, on_virtuoso, kawasaki)


@saitama_is_asked
def test_virtuoso_answers_the_same_of_saitama(
    name: str, saitama: plangraph.Graph, saitama_on_virtuoso: plangraph.Graph
) -> None:
    assert_same(name, {}, saitama_on_virtuoso, saitama)


def test_only_questions_that_there_are_are_told_apart_for_virtuoso() -> None:
    assert {*ASKED_OTHERWISE, *ASKED_OF_SAITAMA, *UNSTEADY} <= {question.name for question in LIBRARY.questions()}


@pytest.mark.parametrize("name", [name for name, (city, _) in ASKED_OTHERWISE.items() if city == "kawasaki"])
def test_what_virtuoso_is_said_to_answer_otherwise_it_still_does(
    name: str, kawasaki: plangraph.Graph, on_virtuoso: plangraph.Graph
) -> None:
    assert_differs(name, ASKED_OTHERWISE[name][1], on_virtuoso, kawasaki)
