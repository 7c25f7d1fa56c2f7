"""A coverage report as one self-contained page in both languages.

The page needs no network and no script: both languages stand in it, and a pair of radio buttons shows one of them.
A short script only tells the browser which language the page is then in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.coverage.heatmap import anchor, arranged, money_of, name_of_row, row_key
from plangraph.coverage.page_words import COLUMNS, WORDS
from plangraph.pages import render
from plangraph.pages.contrast import ink_on
from plangraph.words import TONGUES, coded_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from plangraph.coverage.report import Report

    LinksOf = Callable[[str, str], set[str]]

NUMBERS = frozenset({"links", "official", "assumed", "suggested", "measures", "projects", "budget", "facts"})
COUNTED = ("served", "justified", "open", "links", "official", "assumed", "suggested", "measures", "projects")
LEAD = ("lead_links", "lead_targets", "lead_through", "lead_assumed")
OF_TARGETS = frozenset({"open", "fragile"})
"""The tables that say something only of a plan that states targets."""
STATUSES = ("served", "justified", "open")
LAST_SHOWN_PAIR = 15  # pairs of goals
DIGITS = 12  # of the digest of a build


def to_html(reports: Mapping[str, Report], lang: str, links_of: LinksOf) -> str:
    """Write a report as a page.

    Parameters
    ----------
    reports : mapping of str to Report
        The same report in Japanese (``ja``) and English (``en``).
    lang : str
        The language that is shown first.
    links_of : callable
        Returns the contributions (IRIs) behind a cell from its row (IRI, or an empty string for what belongs to no row)
        and its goal (IRI).
    """
    return render(
        "coverage/report.html",
        lang=lang,
        plan=reports[lang].plan,
        counted=COUNTED,
        tongues=[_tongue(report, links_of) for report in reports.values()],
    )


def _tongue(report: Report, links_of: LinksOf) -> dict[str, Any]:
    """Return what the page shows in one language."""
    said = {name: report.text(words) for name, words in WORDS.items() if "{" not in words.en}
    sums = {cell["goal_code"]: cell for cell in report.cells() if cell["part"] in {"column", "total"}}
    goals = [{**goal, "ink": ink_on(goal["colour"])} for goal in report.part("goals")]
    return {
        "lang": report.lang,
        "name": TONGUES.of(report.lang),
        "said": said,
        "titles": {name: report.text(words, currency=report.currency) for name, words in COLUMNS.items()},
        "plan": report.plan,
        "build": report.identity[:DIGITS],
        "lead": _lead(report, sums),
        "matrix": report.text(WORDS["matrix"], tier=report.tier),
        "map": arranged(report),
        "goals": [{**goal, "behind": _standing(sums.get(goal["code"], {}))} for goal in goals],
        "without": _standing(sums.get("none", {})),
        "total": _standing(sums["total"]),
        "links": _links(report, {goal["goal"]: goal for goal in goals}, links_of),
        "tables": _tables(report),
    }


def _lead(report: Report, sums: Mapping[str, Mapping[str, Any]]) -> list[str]:
    if not report.states_any:
        return [report.text(WORDS["lead_none"])]
    statuses = [row["status"] for row in report.part("targets")]
    counts = {
        **sums["total"],
        "projects": sums["total"]["projects"] - sums.get("none", {}).get("projects", 0),
        **{status: statuses.count(status) for status in STATUSES},
        "goals": sum(1 for goal in report.part("goals") if goal["served"] or goal["official"] + goal["assumed"]),
    }
    counts["through"] = sum(1 for row in report.part("targets") if row["status"] == "open" and row["goal_links"])
    lead = ("lead_goals" if name == "lead_targets" and not report.states_targets else name for name in LEAD)
    return [report.text(WORDS[name], **counts) for name in lead if name != "lead_through" or counts["through"]]


def _standing(cell: Mapping[str, Any]) -> dict[str, Any]:
    counts = [cell.get(name) for name in ("ahead", "on_target", "behind")]
    standing = "" if None in counts else " / ".join(map(str, counts))
    return {"budget": cell.get("budget"), "standing": standing}


def _links(report: Report, goals: Mapping[str, Mapping[str, Any]], links_of: LinksOf) -> Iterable[dict[str, Any]]:
    """Return the contributions behind each cell, row by row."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for cell in report.cells():
        if cell["part"] == "cell" and cell["links"] and cell["goal"]:
            rows.setdefault(row_key(cell), []).append(cell)
    for cells in rows.values():
        first = cells[0]
        yield {
            "title": name_of_row(first),
            "cells": [
                {
                    "place": anchor(cell, report.lang),
                    "goal": goals[cell["goal"]],
                    "summary": report.text(WORDS["cell"], **cell, money=money_of(report, cell)),
                    "links": _behind(report, links_of(cell["row"] or "", cell["goal"])),
                }
                for cell in cells
            ],
        }


def _behind(report: Report, links: set[str]) -> list[dict[str, Any]]:
    return [
        {**link, "name": coded_name(link["code"], link["label"])}
        for link in report.part("links")
        if link["link"] in links
    ]


def _tables(report: Report) -> dict[str, dict[str, Any]]:
    """Return the tables below the matrix by the name of their section."""
    unserved = {
        status: [row for row in report.part("targets") if row["status"] == status] for status in ("open", "justified")
    }
    synergies = report.part("synergies")[:LAST_SHOWN_PAIR]
    tables = {
        "open": _table(report, ("code", "label", "suggested"), unserved["open"]),
        "justified": _table(report, ("code", "label", "reason_label", "rationale"), unserved["justified"]),
        "fragile": _table(report, ("code", "label", "project_code", "project_label"), report.part("fragile")),
        "unlinked": _table(report, ("code", "label"), report.part("unlinked")),
        "synergies": _table(report, ("code", "label", "other_code", "other_label", "measures", "projects"), synergies),
        "sources": _table(report, ("kind_label", "label", "facts"), report.part("sources")),
    }
    return {name: table for name, table in tables.items() if report.states_targets or name not in OF_TARGETS}


def _table(report: Report, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    titles = [
        {
            "name": name,
            "title": report.text(COLUMNS[name], currency=report.currency),
            "kind": "number" if name in NUMBERS else "text",
        }
        for name in columns
    ]
    return {"columns": titles, "rows": rows}
