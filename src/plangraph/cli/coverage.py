"""``plangraph coverage``: the SDG coverage of a plan as a workbook, table or report."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangraph.cli.options import language_option, open_store, store_option
from plangraph.cli.output import write_answer
from plangraph.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.coverage.report import Report
    from plangraph.graph import Graph

FORMATS = (".xlsx", ".html", ".json", ".csv")
TIERS = ("basic-policy", "policy", "measure", "strategy", "ward", "office")


@click.command()
@click.option("--plan", help="The plan.  [default: the one that questions are about]")
@click.option(
    "--by", type=click.Choice(TIERS), default="policy", show_default=True, help="What a row of the matrix is."
)
@click.option("--year", type=int, default=2024, show_default=True, help="The fiscal year of budgets and grades.")
@language_option
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file: .xlsx, .html, .json or .csv.  [default: the matrix on the terminal]",
)
@store_option
def command(plan: str | None, by: str, year: int, lang: str, out: Path | None, store: Path | str | None) -> None:
    """Write which goals a plan serves, through what, on which grounds, and where nothing does.

    A workbook, CSV and JSON are in one language; the HTML report is one file in both.

    \b
    plangraph coverage --by policy -o coverage.xlsx
    plangraph coverage --by ward --lang en -o coverage.html
    plangraph query coverage-links --element 1-1 --goal sdg:11
    """
    if out and out.suffix.lower() not in FORMATS:
        raise ParameterError(f"'{out.name}': the file's name has to end in one of {', '.join(FORMATS)}")
    graph = open_store(store, in_memory=True)
    if out is None:
        write_answer(_report(graph, plan, by, year, lang).matrix, "table")
        return
    match out.suffix.lower():
        case ".xlsx":
            from plangraph.coverage.workbook import write_workbook

            write_workbook(_report(graph, plan, by, year, lang), out)
        case ".html":
            from plangraph.coverage.page import to_html

            reports = {language: _report(graph, plan, by, year, language) for language in ("ja", "en")}
            out.write_text(to_html(reports, lang, _behind(graph, plan, by)), "utf-8")
        case ".json":
            out.write_text(_report(graph, plan, by, year, lang).to_json(), "utf-8")
        case _:
            out.write_text(_report(graph, plan, by, year, lang).to_csv(), "utf-8-sig")
    click.echo(str(out))


def _report(graph: Graph, plan: str | None, by: str, year: int, language: str) -> Report:
    from plangraph.coverage.report import gather
    from plangraph.store.answers import expect_rows

    name = plan or graph.manifest.plan
    label = expect_rows(graph.query("plan-label", plan=name, lang=language))
    titles = [str(title) for (title,) in label]
    ask = partial(graph.query, plan=name)
    return gather(ask, titles[0] if titles else name, by, year, language, graph.manifest.identity)


def _behind(graph: Graph, plan: str | None, by: str) -> Callable[[str, str], set[str]]:
    """Give the function that asks for the contributions behind a cell, by the questions that anyone can ask."""
    from plangraph.coverage.report import OUTSIDE
    from plangraph.store.answers import expect_rows

    name = plan or graph.manifest.plan

    def links_of(row: str, goal: str) -> set[str]:
        if row:
            answer = graph.query("coverage-links", plan=name, element=row, goal=goal)
        else:
            answer = graph.query("coverage-links-outside", plan=name, kind=OUTSIDE[by], goal=goal)
        return {str(link["link"]) for link in expect_rows(answer).to_dicts()}

    return cache(links_of)
