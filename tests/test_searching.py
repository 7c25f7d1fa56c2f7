"""In which order hits of a search come, and what holds a word; the explorer is held to the same."""

from __future__ import annotations

import json
from itertools import chain, islice, repeat
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from plangraph.searching import best_first, found_by_name, says
from plangraph.store.answers import Rows
from plangraph.store.terms import Literal, NamedNode, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.asking import Ask
    from plangraph.name_lookup import Manifest
    from plangraph.naming import Names

CASES = json.loads(Path(__file__).with_name("hits.json").read_text("utf-8"))
AT = "https://city.example/"


def manifest() -> Manifest:
    plans = [AT + plan for plan in CASES["plans"]]
    cities = {plan.split("/")[0] for plan in CASES["plans"]}

    def city(thing: str) -> str:
        return next((city for city in cities if thing.startswith(f"{AT}{city}/")), "")

    return cast("Manifest", SimpleNamespace(plan=plans[0], scopes=dict.fromkeys(plans, ()), city=city))


def term(column: str, value: str) -> Term | None:
    if not value:
        return None
    if column in {"rank", "order"}:
        return Literal(int(value))
    return NamedNode(AT + value) if column in {"thing", "plan"} else Literal(value)


def hits(rows: Sequence[Sequence[str]]) -> Rows:
    told = (tuple(islice(chain(row, repeat("")), len(CASES["columns"]))) for row in rows)
    return Rows(CASES["columns"], [tuple(map(term, CASES["columns"], row)) for row in told])


@pytest.mark.parametrize("search", CASES["searches"], ids=lambda search: search["words"])
@pytest.mark.parametrize("turn", [1, -1])
def test_hits_come_in_the_order_in_which_people_look_for_them(search: dict[str, Any], turn: int) -> None:
    found = best_first(hits(search["in_order"][::turn]), search["words"], manifest())

    assert found["label"] == [row[CASES["columns"].index("label")] for row in search["in_order"]]


@pytest.mark.parametrize("search", CASES["joined"], ids=lambda search: search["words"])
def test_hits_for_words_have_each_of_them_or_stand_where_the_others_say(search: dict[str, Any]) -> None:
    def ask(question: str, *, text: str = "", lang: str = "") -> Rows:
        assert (question, lang) in {("search-hits", "en"), ("spellings", "")}
        return hits(search["finds"].get(text, []))

    meant, found = found_by_name(cast("Names", None), cast("Ask", ask), "search-hits", search["words"], "en")

    assert best_first(found, meant, manifest())["label"] == search["in_order"]


@pytest.mark.parametrize(("text", "word", "holds"), CASES["says"])
def test_a_code_is_held_from_its_beginning_on(text: str, word: str, *, holds: bool) -> None:
    assert says(text, word) == holds
