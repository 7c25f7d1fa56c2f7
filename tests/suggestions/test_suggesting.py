from __future__ import annotations

import pytest
from tests.queries.conftest import HERE as CITIES
from tests.shared import built_once

import plangraph
from plangraph.errors import QuestionError
from plangraph.suggestions.corpus import Candidate, Corpus, Element, Known, read_corpus
from plangraph.suggestions.likeness_of_texts import Terms, runs_of
from plangraph.suggestions.suggesting import suggest

TARGETS = [Candidate("t1", "sdg:3.4", "生活習慣病の予防", "3"), Candidate("t2", "sdg:11.5", "災害被害の軽減", "11")]


def element(iri: str, label: str, *parts: str) -> Element:
    return Element(iri, iri, label, "tier", "施策", True, label, frozenset({iri, *parts}))


def corpus(
    elements: list[Element],
    known: list[Known] | None = None,
    candidates: list[Candidate] | None = None,
    relation: str = "contributesToTarget",
) -> Corpus:
    return Corpus(relation, elements, known or [], candidates or TARGETS)


def test_runs_stand_within_words_of_one_script() -> None:
    assert set(runs_of("防災センターの備え")) == {"防災", "セン", "ンタ", "ター", "センタ", "ンター"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Skilled jobs for all", {"skilled", "job", "all"}),
        ("Ausbau der Radwege", {"ausbau", "radwege"}),
        ("LED街路灯", {"led", "街路", "路灯", "街路灯"}),
    ],
)
def test_words_in_latin_letters_count_as_wholes(text: str, words: set[str]) -> None:
    terms = Terms.of(text)

    assert set(terms.runs) == words
    assert not any(word.isascii() for word in terms.words)


def test_the_nearest_target_comes_first_with_its_reasons() -> None:
    elements = [element("m1", "災害対策"), element("m2", "健康診査")]

    best = suggest(corpus(elements), elements[0])[0]

    assert best.candidate.reference == "sdg:11.5"
    assert "災害" in dict(best.terms)
    assert best.score == pytest.approx(sum(weight for _, weight in best.terms))


def test_what_others_contribute_to_speaks_for_a_target() -> None:
    elements = [element("m1", "健康診査"), element("m2", "健康診査の推進"), element("m3", "道路")]

    best = suggest(corpus(elements, [Known("m2", "t1", "健康診査で病気を防ぐ")]), elements[0])[0]

    assert best.candidate.reference == "sdg:3.4"


def test_its_own_contributions_and_those_of_its_parts_are_left_out() -> None:
    own = element("m1", "健康診査", "p1")
    known = [Known("m1", "t1", "健康診査"), Known("p1", "t2", "健康診査")]
    elements = [own, element("p1", "窓口"), element("m3", "道路")]

    left_out, never_there = suggest(corpus(elements, known), own), suggest(corpus(elements), own)

    assert [each.candidate for each in left_out] == [each.candidate for each in never_there]
    assert [each.score for each in left_out] == pytest.approx([each.score for each in never_there])


def test_a_target_is_found_by_meaning_where_no_character_is_shared() -> None:
    care = Candidate("t3", "sdg:4.2", "幼児の教育", "4")
    elements = [element("m1", "保育所"), element("m2", "道路")]

    best = suggest(corpus(elements, candidates=[*TARGETS, care]), elements[0])[0]

    assert (best.candidate, best.terms[0][0]) == (care, "保育所")


def test_an_element_goes_on_on_its_own_tier_only_under_its_name_or_another() -> None:
    own = [element("m1", "災害対策"), element("m2", "道路")]
    later = [
        Candidate("n1", "2/1", "災害対策", tier="tier"),
        Candidate("n2", "2/2", "災害への備え", tier="tier"),
        Candidate("n3", "2/3", "災害対策", tier="other"),
    ]

    found = suggest(corpus(own, candidates=later, relation="becomes"), own[0])

    assert [(each.relation, each.candidate.reference) for each in found] == [("keptAs", "2/1"), ("renamedTo", "2/2")]


def test_a_plan_that_details_an_element_is_the_subject() -> None:
    own = [element("m1", "災害対策"), element("m2", "道路")]
    plan = Candidate("p", "plan:disasters", "地域災害対策計画")

    found = suggest(corpus(own, candidates=[plan], relation="details"), own[0])

    assert found[0].ends() == (("plan:disasters", "地域災害対策計画"), ("m1", "災害対策"))


def test_the_corpus_knows_the_links_of_a_plan_and_names_their_ends_as_the_tables_do(minato: plangraph.Graph) -> None:
    read = read_corpus(minato.query, minato.manifest.plan)

    assert len(read.candidates) == 169
    assert {each.reference for each in read.candidates} >= {"sdg:11.5", "sdg:17.1"}
    assert {link.element for link in read.known} <= {each.iri for each in read.elements}


def test_a_city_without_japanese_names_is_compared_with_targets_in_english(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    riverton = plangraph.open(built_once(tmp_path_factory, CITIES / "data" / "riverton"), in_memory=True)
    read = read_corpus(riverton.query, riverton.manifest.plan)
    homes = next(each for each in read.elements if each.label == "Preserve affordable homes")

    assert all(each.label.isascii() for each in read.candidates)
    assert {each.tier_label for each in read.elements} <= {"Goal", "Strategy", "Action", "Indicator"}, (
        "as in the tables"
    )
    assert suggest(read, homes, 1)[0].candidate.reference == "sdg:11.1"


def test_only_relations_with_known_ends_are_suggested(minato: plangraph.Graph) -> None:
    with pytest.raises(QuestionError, match="inWard"):
        read_corpus(minato.query, minato.manifest.plan, "inWard")
