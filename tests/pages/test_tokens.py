"""Hues serve any number of top-level elements, and eight can be told apart by everyone on both grounds."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from coloraide import Color

from plangraph.namespaces import PREFIXES
from plangraph.ontology import load
from plangraph.pages import packaged
from plangraph.pages.tokens import colours, hue, hues, mixed
from plangraph.store.terms import name_of

AA_FOR_TEXT = 4.5
AT_LEAST = 5.0
"""CIEDE2000; about 2.3 is just noticeable side by side. Machado et al. (2009) say what protans and deutans see, Brettel
et al. (1997) what tritans do, for whom the former is not made."""
AT_A_GLANCE = 8.0

FIRST = 8
"""Hues of one lightness; the others are these again in another shade."""
HUE_NAMES = [f"hue-{number}" for number in range(1, len(hues()) + 1)]
grounds = pytest.mark.parametrize("ground", ["light", "dark"])


def shown_on(ground: str) -> list[Color]:
    return [Color(getattr(hue(number), ground)) for number in range(1, FIRST + 1)]


@grounds
@pytest.mark.parametrize(("eyes", "model"), [("protan", "machado"), ("deutan", "machado"), ("tritan", "brettel")])
def test_eight_hues_are_told_apart_by_colour_blind_eyes(ground: str, eyes: str, model: str) -> None:
    seen = [one.filter(eyes, method=model).clip("srgb") for one in shown_on(ground)]

    assert min(one.delta_e(other, method="2000") for one, other in combinations(seen, 2)) > AT_LEAST


@grounds
def test_eight_hues_are_told_apart_by_all_others_at_a_glance(ground: str) -> None:
    assert min(one.delta_e(other, method="2000") for one, other in combinations(shown_on(ground), 2)) > AT_A_GLANCE


@grounds
def test_hues_are_of_one_lightness(ground: str) -> None:
    lightness = [one.convert("oklab")["lightness"] for one in shown_on(ground)]

    assert max(lightness) - min(lightness) < 0.005


@grounds
@pytest.mark.parametrize("name", ["ink", "ink-soft", "accent", "trouble", "neutral", *HUE_NAMES])
def test_what_is_written_can_be_read_on_its_ground(name: str, ground: str) -> None:
    paper = Color(getattr(colours()["paper"], ground))

    assert Color(getattr(colours()[name], ground)).contrast(paper, method="wcag21") >= AA_FOR_TEXT


@grounds
@pytest.mark.parametrize("name", HUE_NAMES)
def test_quiet_words_can_be_read_on_the_tint_of_each_hue(name: str, ground: str) -> None:
    share = re.search(rf"--{name}-tint: color-mix\(in oklab, var\(--{name}\) (\d+)%, ", packaged("pages/tokens.css"))
    assert share
    paper, strong, words = (Color(getattr(colours()[each], ground)) for each in ("paper", name, "ink-soft"))
    tint = paper.mix(strong, int(share[1]) / 100, space="oklab").convert("srgb")

    assert words.contrast(tint, method="wcag21") >= AA_FOR_TEXT


@grounds
def test_a_shade_is_told_from_its_hue_by_all_eyes_and_from_the_others_by_most(ground: str) -> None:
    all_of_them = [Color(getattr(each, ground)) for each in hues()]
    by_eyes = [all_of_them, *([one.filter(eyes).clip("srgb") for one in all_of_them] for eyes in ("protan", "deutan"))]

    for seen in by_eyes:
        shades = zip(seen[:FIRST], seen[FIRST:], strict=True)
        assert min(one.delta_e(shade, method="2000") for one, shade in shades) > AT_A_GLANCE
    assert min(one.delta_e(other, method="2000") for one, other in combinations(all_of_them, 2)) > AT_LEAST


def test_after_the_last_hue_they_begin_anew() -> None:
    assert hue(2 * FIRST + 1) == hue(1)
    assert len({*hues()}) == 2 * FIRST


def test_every_hue_of_the_sheet_is_counted() -> None:
    assert sum(name.startswith("hue-") for name in colours()) == len(hues())


def test_the_hues_of_standings_are_among_those_of_the_sheet() -> None:
    named = [f"hue-{name_of(triple.object)}" for triple in load().saying(PREFIXES["pg"] + "hue")]

    assert len(set(named)) == 3 and {*named} <= {*HUE_NAMES}


def test_a_mixture_lies_between_two_colours() -> None:
    assert mixed("#000000", "#ff8000", 0.5) == "#804000"
    assert mixed("#123456", "#ffffff", 1) == "#123456"
