"""What a text may have meant that nothing is called by; the explorer is held to the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plangraph.known_spellings import Spellings

CASES = json.loads(Path(__file__).with_name("known_spellings.json").read_text("utf-8"))


def meant(text: str) -> str:
    known = Spellings(CASES["names"], CASES["readings"])
    return " ".join(next((words for words in known.meant(text) if words != text.split()), ()))


@pytest.mark.parametrize(("text", "other"), CASES["meant"])
def test_words_are_read_respelt_and_told_apart(text: str, other: str) -> None:
    assert meant(text) == other


@pytest.mark.parametrize("text", CASES["nothing_else"])
def test_what_is_known_or_like_nothing_means_nothing_else(text: str) -> None:
    assert meant(text) == ""
