"""A coverage report as one self-contained page in both languages.

The page needs no network and no script: both languages stand in it, and a pair of radio buttons shows one of them.
A short script only tells the browser which language the page is then in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.coverage.heatmap import anchor, heat_map, ink_on, row_key
from plangraph.coverage.page_words import WORDS
from plangraph.pages import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from plangraph.coverage.report import Report

    LinksOf = Callable[[str, str], set[str]]

NUMBERS = frozenset({"links", "official", "assumed", "suggested", "measures", "projects", "budget", "facts"})
LAST_SHOWN_PAIR = 15


def to_html(reports: Mapping[str, Report], lang: str, links_of: LinksOf) -> str:
    """Write a report as a page.

    Parameters
    ----------
    reports : mapping of str to Report
        The same report in Japanese (``ja``) and English (``en``).
    lang : str
        The language that is shown first.
    links_of : callable
        Gives the contributions (IRIs) behind a cell from its row (IRI, or an empty string for what belongs to no row)
        and its goal (IRI).
    """
    return render(
        "coverage/report.html",
        lang=lang,
        title=reports[lang].plan,
        numbers=NUMBERS,
        parts=[_part(report, links_of) for report in reports.values()],
    )


def _part(report: Report, links_of: LinksOf) -> dict[str, Any]:
    """Give what the page shows in one language."""
    words = WORDS[report.lang]
    targets = report.part("targets")
    sums = {cell["goal_code"]: cell for cell in report.cells() if cell["part"] in {"column", "total"}}
    total = {**sums["total"], "projects": sums["total"]["projects"] - sums.get("none", {}).get("projects", 0)}
    counts = {status: sum(row["status"] == status for row in targets) for status in ("served", "justified", "open")}
    served = sum(1 for goal in report.part("goals") if goal["served"] or goal["official"] + goal["assumed"])
    goals = [
        {**goal, "ink": ink_on(goal["colour"]), "behind": _money(sums.get(goal["code"], {}))}
        for goal in report.part("goals")
    ]
    return {
        "lang": report.lang,
        "words": words,
        "plan": report.plan,
        "lead": [line.format(tier=report.tier, goals=served, **{**total, **counts}) for line in words["lead"]],
        "matrix": words["matrix"].format(tier=report.tier),
        "heat": heat_map(report),
        "goals": goals,
        "none": _money(sums.get("none", {})),
        "total": _money(sums["total"]),
        "rows": _rows(report, {goal["goal"]: goal for goal in goals}, links_of),
        "tables": _tables(report),
        "build": report.identity[:12],
    }


def _tables(report: Report) -> list[tuple[str, tuple[str, ...], list[dict[str, Any]]]]:
    """List the tables below the matrix: the key of their words, their columns and their rows."""
    targets, pairs = report.part("targets"), report.part("synergies")[:LAST_SHOWN_PAIR]
    holes, reasons = ([row for row in targets if row["status"] == status] for status in ("open", "justified"))
    return [
        ("open", ("code", "label", "suggested"), holes),
        ("justified", ("code", "label", "reason_label", "rationale"), reasons),
        ("fragile", ("code", "label", "project_code", "project_label"), report.part("fragile")),
        ("unlinked", ("code", "label"), report.part("unlinked")),
        ("synergies", ("code", "label", "other_code", "other_label", "measures", "projects"), pairs),
        ("sources", ("kind_label", "label", "facts"), report.part("sources")),
    ]


def _money(cell: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "budget": cell.get("budget", 0),
        "grades": " / ".join(str(cell.get(f"grade{number}", 0)) for number in range(1, 6)),
    }


def _rows(report: Report, goals: Mapping[str, dict[str, Any]], links_of: LinksOf) -> Iterator[dict[str, Any]]:
    """Give the contributions behind each cell, row by row of the matrix."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for cell in report.cells():
        if cell["part"] == "cell" and cell["links"] and cell["goal"]:
            rows.setdefault(row_key(cell), []).append(cell)
    for cells in rows.values():
        first = cells[0]
        yield {
            "title": f"{first['code']} {first['label']}" if first["row"] else first["label"],
            "cells": [_cell(report, cell, goals[cell["goal"]], links_of) for cell in cells],
        }


def _cell(report: Report, cell: Mapping[str, Any], goal: Mapping[str, Any], links_of: LinksOf) -> dict[str, Any]:
    behind = links_of(cell["row"] or "", cell["goal"])
    return {
        "place": f"{anchor(cell, report.lang)}-{goal['code']}",
        "goal": goal,
        "summary": WORDS[report.lang]["cell"].format(**cell),
        "links": [link for link in report.part("links") if link["link"] in behind],
    }
