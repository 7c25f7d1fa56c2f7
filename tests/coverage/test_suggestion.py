from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from plangraph.coverage.review import COLUMNS, apply_review, write_review
from plangraph.coverage.suggestion import Corpus, Element, Known, Target, read_corpus, suggest, terms_of
from plangraph.errors import TableError

if TYPE_CHECKING:
    from pathlib import Path

    import plangraph

TARGETS = [Target("t1", "3.4", "生活習慣病の予防", "3"), Target("t2", "11.5", "災害被害の軽減", "11")]
KNOWN = frozenset({"3.4", "11.5"})


def element(iri: str, label: str, *parts: str) -> Element:
    return Element(iri, iri, label, "pg:Measure", label, frozenset({iri, *parts}))


def test_terms_are_runs_within_words_of_one_script() -> None:
    assert set(terms_of("防災センターの備え")) == {"防災", "セン", "ンタ", "ター", "センタ", "ンター"}


def test_the_nearest_target_comes_first_with_its_reasons() -> None:
    corpus = Corpus([element("m1", "災害対策"), element("m2", "健康診査")], [], TARGETS)

    best = suggest(corpus, corpus.elements[0])[0]

    assert best.target.code == "11.5"
    assert "災害" in dict(best.terms)
    assert best.score == pytest.approx(sum(weight for _, weight in best.terms))


def test_what_others_contribute_to_speaks_for_a_target() -> None:
    elements = [element("m1", "健康診査"), element("m2", "健康診査の推進"), element("m3", "道路")]
    corpus = Corpus(elements, [Known("m2", "t1", "健康診査で病気を防ぐ")], TARGETS)

    assert suggest(corpus, elements[0])[0].target.code == "3.4"


def test_its_own_contributions_and_those_of_its_parts_are_left_out() -> None:
    own = element("m1", "健康診査", "p1")
    known = [Known("m1", "t1", "健康診査"), Known("p1", "t2", "健康診査")]

    elements = [own, element("p1", "窓口"), element("m3", "道路")]

    assert suggest(Corpus(elements, known, TARGETS), own) == suggest(Corpus(elements, [], TARGETS), own)


def test_a_target_is_found_by_meaning_where_no_character_is_shared() -> None:
    care = Target("t3", "4.2", "幼児の教育", "4")
    corpus = Corpus([element("m1", "保育所"), element("m2", "道路")], [], [*TARGETS, care])

    best = suggest(corpus, corpus.elements[0])[0]

    assert (best.target, best.terms[0][0]) == (care, "保育所")


def test_the_corpus_knows_no_suggested_or_superseded_contribution(oddtown: plangraph.Graph) -> None:
    corpus = read_corpus(oddtown.query)

    assert sorted(link.target.rpartition("/")[2] for link in corpus.known) == ["1.5", "11.5", "11.5", "13.1", "3"]
    assert len(corpus.targets) == 169


def review(tmp_path: Path, **cells: str) -> Path:
    corpus = Corpus([element("m1", "災害対策"), element("m2", "-病院の予防")], [], TARGETS)
    rows = list(csv.DictReader(io.StringIO(write_review([suggest(corpus, e)[0] for e in corpus.elements], "3"))))
    rows[0] |= cells
    path = tmp_path / "review.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.DictWriter(file, COLUMNS)
        lines.writeheader()
        lines.writerows(rows)
    return path


def test_a_review_names_terms_and_weights_and_runs_no_formula(tmp_path: Path) -> None:
    text = review(tmp_path).read_text("utf-8-sig")

    assert "災害=" in text
    assert ",'-病院の予防," in text


@pytest.mark.parametrize("mark", ["x", "ｘ", "Ｙ", "○"])
def test_accepted_rows_become_assumed_links(mark: str, tmp_path: Path) -> None:
    table, accepted, others = apply_review(
        review(tmp_path, accept=mark, rationale_ja="理由", rationale_en="why"), KNOWN
    )

    assert (accepted, others) == (1, 1)
    assert list(csv.DictReader(io.StringIO(table))) == [
        {
            **dict.fromkeys(("score", "source", "page"), ""),
            **{"plan": "3", "subject": "m1", "relation": "contributesToTarget", "object": "sdg:11.5"},
            **{"basis": "Assumed", "rationale_ja": "理由", "rationale_en": "why"},
        }
    ]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"accept": "x"}, "rationale_ja"),
        ({"accept": "x", "rationale_ja": "理由"}, "rationale_en"),
        ({"accept": "x", "reject": "x"}, "reject"),
        ({"accept": "perhaps"}, "accept"),
        ({"accept": "x", "rationale_ja": "理由", "rationale_en": "why", "target": "sdg:99.9"}, "target"),
        ({"accept": "x", "rationale_ja": "理由", "rationale_en": "why", "element": "2001/1/1"}, "element"),
    ],
)
def test_incomplete_rows_are_refused(tmp_path: Path, cells: dict[str, str], column: str) -> None:
    with pytest.raises(TableError) as caught:
        apply_review(review(tmp_path, **cells), KNOWN)

    assert column in {problem.column for problem in caught.value.problems}
    assert {problem.row for problem in caught.value.problems} == {2}


def test_a_file_that_is_no_review_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    (tmp_path / "sjis.csv").write_bytes("要素".encode("cp932"))

    for name in ("other.csv", "sjis.csv"):
        with pytest.raises(TableError, match=name):
            apply_review(tmp_path / name, KNOWN)
