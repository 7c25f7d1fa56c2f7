"""Texts are ranked by BM25F: rare terms and heavy fields count for more, long fields and repeated terms for less."""

from __future__ import annotations

from math import log

import pytest

from plangraph.queries.ranking import Ranking, terms


def scores(*texts: str, wanted: str = "ward", by_length: float = 0.5) -> list[float]:
    return Ranking([[(1.0, text)] for text in texts], by_length=by_length).scores({wanted: 1.0})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("responsible responsibility", ["respon", "respon"]),
        ("Office plans", ["offic", "plan"]),
        ("区", ["区"]),
        ("ひらがな", ["ひら", "らが", "がな"]),
        ("人々の課", ["人", "課", "人々", "々の", "の課"]),
        ("所管 課", ["所", "管", "所管", "課"]),
    ],
)
def test_a_text_is_found_by_stems_kanji_and_pairs_of_letters(text: str, found: list[str]) -> None:
    assert terms(text) == found


def test_long_fields_are_held_back_by_three_tenths_unless_it_is_said() -> None:
    texts = [[(1.0, text)] for text in ("ward office money", "money")]
    assert Ranking(texts).scores({"ward": 1.0}) == scores(*(text for ((_, text),) in texts), by_length=0.3)


def test_a_field_that_is_empty_everywhere_holds_nothing_back() -> None:
    texts = [[(1.0, "ward"), (1.0, "")], [(1.0, "office"), (1.0, "")]]
    assert Ranking(texts).scores({"ward": 1.0}) == scores("ward", "office")


def test_a_term_counts_by_how_few_texts_have_it() -> None:
    rare, common = log(1 + 2.5 / 1.5), log(1 + 0.5 / 3.5)

    assert scores("ward", "office", "money") == [pytest.approx(rare), 0, 0]
    assert scores("ward", "ward", "ward") == [pytest.approx(common)] * 3


def test_a_term_that_stands_again_counts_for_less_and_so_do_long_texts() -> None:
    rarity = log(1 + 1.5 / 1.5)

    assert scores("ward ward", "office money", by_length=0.0)[0] == pytest.approx(rarity * 2 * 2.2 / (2 + 1.2))
    held_back = 0.5 + 0.5 * 3 / 2  # three terms, where two are usual
    assert scores("ward office money", "money")[0] == pytest.approx(rarity * 2.2 / held_back / (1 / held_back + 1.2))


def test_fields_weigh_as_they_are_said_to_and_add_up() -> None:
    ranking = Ranking([[(3.0, "ward"), (1.0, "ward")], [(3.0, "office"), (1.0, "ward")]], by_length=0.0)
    rarity = log(1 + 0.5 / 2.5)

    assert ranking.scores({"ward": 2.0}) == [
        pytest.approx(2 * rarity * 4 * 2.2 / (4 + 1.2)),
        pytest.approx(2 * rarity * 1 * 2.2 / (1 + 1.2)),
    ]
    assert (ranking.has("ward"), ranking.has("money")) == (True, False)
