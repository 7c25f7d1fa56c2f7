"""The fourth plan is there whole, and what became of the third plan's measures and projects is said and reasoned."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import plangraph

THIRD, FOURTH = (f"<https://w3id.org/plangraph/id/kawasaki/{plan}>" for plan in (3, 4))


def ask(graph: plangraph.Graph, text: str) -> list[tuple[Any, ...]]:
    return list(graph.sparql(text))  # type: ignore[arg-type]


@pytest.mark.parametrize(("tier", "number"), [("Policy", 18), ("Measure", 48), ("Project", 350)])
def test_the_fourth_plan_has_the_published_numbers(kawasaki: plangraph.Graph, tier: str, number: int) -> None:
    found = ask(kawasaki, f"SELECT (COUNT(DISTINCT ?e) AS ?n) {{ ?e a pg:{tier} ; pg:definedIn {FOURTH} }}")

    assert found == [(number,)]


def test_its_projects_are_numbered_within_their_measure_as_the_source_says(kawasaki: plangraph.Graph) -> None:
    found = ask(
        kawasaki,
        f"""SELECT ?measure ?code ?note {{ ?p a pg:Project ; pg:definedIn {FOURTH} ; skos:notation ?code ;
        pg:partOf/skos:notation ?measure ; prov:hadPrimarySource/dcterms:isPartOf/skos:note ?note
        FILTER(LANG(?note) = "en") }}""",
    )
    numbers = Counter(measure for measure, _, _ in found)

    assert len(numbers) == 48
    assert {code for _, code, _ in found} == {
        f"{measure}-{number:02}" for measure, count in numbers.items() for number in range(1, count + 1)
    }
    assert all("numbered as listed within their measure" in note for _, _, note in found)


def test_its_main_actions_are_marked(kawasaki: plangraph.Graph) -> None:
    found = ask(kawasaki, f"SELECT (COUNT(?p) AS ?n) {{ {FOURTH} pg:highlights ?p . ?p pg:definedIn {FOURTH} }}")

    assert found == [(235,)]


def test_succession_says_on_what_it_rests(kawasaki: plangraph.Graph) -> None:
    found = ask(
        kawasaki,
        f"""SELECT ?tier ?relation ?basis ?rationale ?score {{
            ?link a pg:Link ; pg:subject ?old ; pg:relation ?relation ; pg:basis ?basis .
            VALUES ?relation {{ pg:keptAs pg:renamedTo pg:mergedInto pg:partlyMovedTo pg:droppedIn }}
            VALUES ?tier {{ pg:Measure pg:Project }} ?old a ?tier ; pg:inPlan {THIRD} .
            OPTIONAL {{ ?link pg:rationale ?rationale FILTER(LANG(?rationale) = "ja") }}
            OPTIONAL {{ ?link pg:score ?score }} }}""",
    )
    short = Counter(tuple(str(term).rpartition("#")[2] for term in row[:3]) for row in found)

    assert short["Project", "keptAs", "Assumed"] == 166
    assert short["Measure", "keptAs", "Assumed"] == 6
    for _, _, basis, rationale, score in found:
        assert (rationale is None, score is None) == ((True, False) if "Suggested" in str(basis) else (False, True))


def test_what_is_kept_has_the_same_name(kawasaki: plangraph.Graph) -> None:
    differing = """ASK { ?old pg:keptAs ?new ; rdfs:label ?one . ?new rdfs:label ?other
        FILTER(LANG(?one) = "ja" && LANG(?other) = "ja" && ?one != ?other) }"""

    assert not kawasaki.sparql(differing)


def test_a_measure_goes_where_its_projects_go(kawasaki: plangraph.Graph) -> None:
    found = ask(
        kawasaki,
        f"""SELECT ?measure ?under (COUNT(DISTINCT ?told) AS ?links) (COUNT(DISTINCT ?project) AS ?projects) {{
            {{ ?told pg:subject ?measure ; pg:object ?under ; pg:basis ?basis .
               ?measure a pg:Measure ; pg:definedIn {THIRD} . ?under a pg:Measure }}
            UNION
            {{ ?went pg:subject ?project ; pg:object ?new .
               ?project a pg:Project ; pg:partOf ?measure ; pg:definedIn {THIRD} .
               ?new a pg:Project ; pg:partOf ?under ; pg:definedIn {FOURTH} }}
        }} GROUP BY ?measure ?under""",
    )

    assert [row[:2] for row in found if row[2] and not row[3]] == []
    assert [row[:2] for row in found if row[3] > 1 and not row[2]] == []
