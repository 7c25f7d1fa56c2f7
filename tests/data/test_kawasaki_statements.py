"""Each statement of the planning document is tied to rows that say it, or says why it is not held."""

from __future__ import annotations

import csv
from functools import cache

import pytest

from plangraph import resources

KAWASAKI = resources.DATA / "kawasaki"
KEYED = {
    "plan": "plans",
    "office": "organizations",
    "place": "places",
    "milestone": "milestones",
    "source": "sources",
}
CITING = ("elements", "links", "observations", "milestones", "plans", "organizations")
SCOPE = ("3", "basic", "concept")
HEADINGS = {"policy-2021-1", "policy-2021-2", "policy-2021-3", "policy-2021-3-4", "policy-2021-3-10"}
"""Sections that only hold others."""


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """Read a table, one file or a folder of them."""
    files = [KAWASAKI / f"{table}.csv", *sorted((KAWASAKI / table).glob("*.csv"))]
    return tuple(row for file in files if file.exists() for row in csv.DictReader(file.read_text("utf-8").splitlines()))


STATEMENTS = rows("statements")


def is_a_thing(reference: str) -> bool:
    prefix, colon, key = reference.partition(":")
    if colon:
        return any(row["key"] == key for row in rows(KEYED[prefix]))
    plan, slash, code = reference.rpartition("/")
    plans = (plan,) if slash else SCOPE
    return any(row["code"] == code and row["plan"] in plans for row in rows("elements"))


def is_said(reference: str) -> bool:
    match reference.split():
        case [thing]:
            return is_a_thing(thing)
        case [about, kind]:
            return any((row["about"], row["kind"]) == (about, kind) for row in rows("observations"))
        case [subject, relation, target]:
            triple = (subject, relation, target)
            return any((row["subject"], row["relation"], row["object"]) == triple for row in rows("links"))
    return False


@pytest.mark.parametrize("row", STATEMENTS, ids=lambda row: f"{row['section']}.{row['number']}")
def test_a_statement_is_held_by_rows_or_says_why_not(row: dict[str, str]) -> None:
    assert row["statement_ja"]
    assert row["statement_en"]
    assert bool(row["held_by"]) != bool(row["reason_ja"] and row["reason_en"])
    assert [fact for fact in row["held_by"].split("|") if fact and not is_said(fact)] == []


def test_each_section_states_something() -> None:
    sections = {row["key"] for row in rows("sources") if row.get("part_of") == "policy-2021"}

    assert sections - HEADINGS == {row["section"] for row in STATEMENTS}


def test_each_passage_is_cited() -> None:
    passages = {row["key"] for row in rows("sources") if row.get("part_of") == "policy-2021"}
    cited = {row["source"] for table in CITING for row in rows(table)}

    assert passages - HEADINGS - cited == set()


def test_a_movement_is_no_plan_document() -> None:
    kinds = {row["key"]: row["kind"] for row in rows("plans")}

    assert kinds["paramovement"] == kinds["giga-school"] == "Initiative"
