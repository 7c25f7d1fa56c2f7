from __future__ import annotations

import pytest
from tests.queries.conftest import HERE
from tests.shared import built_once

import plangraph
from plangraph.suggestions.alike import alike


def test_a_measure_is_near_a_word_of_like_meaning_that_its_name_does_not_hold(kawasaki: plangraph.Graph) -> None:
    near = alike(kawasaki.query, kawasaki.manifest.plans.values(), "貧困", "en")

    assert "生活困窮者自立支援事業" in [each.element.label for each in near]
    assert all("貧困" not in each.element.label for each in near)
    assert all(each.label.isascii() for each in near)


def test_what_stands_beside_a_word_tells_what_it_is_about(kawasaki: plangraph.Graph) -> None:
    near = alike(kawasaki.query, kawasaki.manifest.plans.values(), "待機児童", "ja")
    assert any("保育所" in each.label for each in near)
    assert not any("待機児童" in each.label for each in near)


@pytest.mark.parametrize("text", ["poverty", "ずんだ", "琵琶湖", ""])
def test_a_text_without_words_of_the_table_is_near_nothing(minato: plangraph.Graph, text: str) -> None:
    assert alike(minato.query, minato.manifest.plans.values(), text, "ja") == []


def test_names_in_latin_letters_are_near_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    riverton = plangraph.open(built_once(tmp_path_factory, HERE / "data" / "riverton"))
    assert alike(riverton.query, riverton.manifest.plans.values(), "network", "en") == []


def test_beside_names_that_hold_a_word_only_what_is_nearer_is_told(kawasaki: plangraph.Graph) -> None:
    assert alike(kawasaki.query, kawasaki.manifest.plans.values(), "脱炭素", "ja") == []
    assert alike(kawasaki.query, kawasaki.manifest.plans.values(), "洪水", "ja") != []


def test_a_piece_of_a_latin_word_is_not_that_word(kawasaki: plangraph.Graph) -> None:
    plans = kawasaki.manifest.plans.values()
    assert alike(kawasaki.query, plans, "SDGs", "ja") != []
    assert alike(kawasaki.query, plans, "sdg", "ja") == []
    assert alike(kawasaki.query, plans, "a", "en") == []


def test_of_several_plans_the_nearest_are_told_by_their_short_names(kawasaki: plangraph.Graph) -> None:
    of_one = [f"kawasaki/{plan}" for plan in (3, 4)]
    near = alike(kawasaki.query, [kawasaki.resolve(plan) for plan in of_one], "洪水", "ja")
    assert {each.element.reference[:10] for each in near} == set(of_one)
    assert [each.score for each in near] == sorted((each.score for each in near), reverse=True)
