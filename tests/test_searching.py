"""In which order hits of a search come, and what holds a word; the explorer is held to the same."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from plangraph.searching import best_first, says
from plangraph.store.answers import Rows
from plangraph.store.terms import Literal, NamedNode, Term

if TYPE_CHECKING:
    from plangraph.name_lookup import Manifest

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


@pytest.mark.parametrize("search", CASES["searches"], ids=lambda search: search["words"])
@pytest.mark.parametrize("turn", [1, -1])
def test_hits_come_in_the_order_in_which_people_look_for_them(search: dict[str, Any], turn: int) -> None:
    rows = [tuple(map(term, CASES["columns"], row)) for row in search["in_order"][::turn]]
    found = best_first(Rows(CASES["columns"], rows), search["words"], manifest())

    assert found["label"] == [row[CASES["columns"].index("label")] for row in search["in_order"]]


@pytest.mark.parametrize(("text", "word", "holds"), CASES["says"])
def test_a_code_is_held_from_its_beginning_on(text: str, word: str, *, holds: bool) -> None:
    assert says(text, word) == holds
