"""``plangraph coverage``: the SDG coverage of a plan as a workbook, table or report."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import (
    FISCAL_YEAR,
    OUT_FILE,
    answer_format_option,
    language_option,
    open_store,
    plan_option,
    store_option,
)
from plangraph.cli.output import ROW_FORMATS, form_of, write_answer
from plangraph.cli.written_files import tell_written
from plangraph.store.answers import Rows
from plangraph.store.columns import Heading
from plangraph.store.readable import Reading
from plangraph.store.terms import Literal, integer
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from plangraph.coverage.report import Report
    from plangraph.graph import Graph


@click.command(
    help=japanese("""
計画と SDGs の対応を、表・ブック・報告書にします。

どのゴールに、何を通じて、どの根拠で貢献しているか、どこに貢献がないかを示します。
ブック・CSV・JSON は一つの言語で、HTML の報告書は一つのファイルに両方の言語で書きます。

plangraph coverage --by policy -o coverage.xlsx
plangraph coverage --by ward --lang en -o coverage.html
plangraph query coverage-links --element 1-1 --goal sdg:11
""")
)
@plan_option
@click.option(
    "--by",
    help=said(
        "表の行にするもの: 層（市の言葉で）、ward（区・地域）、strategy（戦略）、office（最上位の部署）"
        "  [既定: 計画の集計の層]",
        "What a row of the matrix is: a tier in the city's word, or ward (or district), strategy,"
        " office (of the top level)."
        "  [default: the tier that the plan's sums go by]",
    ),
)
@click.option(
    "--year",
    type=FISCAL_YEAR,
    metavar="YEAR",
    help=said(
        "予算と達成度の年度  [既定: 数値のある最も新しい年度]",
        "The fiscal year of budgets and grades.  [default: the newest that has figures]",
    ),
)
@language_option
@click.option(
    "-o",
    "--out",
    type=OUT_FILE,
    help=said(
        "書き出すファイル（.xlsx と .html は報告書）  [既定: 端末に表を示す]",
        "The file; .xlsx and .html are reports.  [default: the matrix on the terminal]",
    ),
)
@answer_format_option(*ROW_FORMATS)
@store_option
def command(
    plan: str | None,
    by: str | None,
    year: int | None,
    lang: str,
    out: Path | None,
    form: str | None,
    store: Path | str | None,
) -> None:
    """Write which goals a plan serves, through what, on which grounds, and where nothing does.

    A workbook, CSV and JSON are in one language; the HTML report is one file in both.

    \b
    plangraph coverage --by policy -o coverage.xlsx
    plangraph coverage --by ward --lang en -o coverage.html
    plangraph query coverage-links --element 1-1 --goal sdg:11
    """
    from plangraph.coverage.report import MATRIX

    form = form or (form_of(out) if out else "table")
    graph = open_store(store, in_memory=True)
    row = graph.row_kind(by, plan)
    given = {"plan": plan, "by": row, "year": year, "lang": lang}
    asked = {name: value for name, value in given.items() if value is not None}
    lacking = graph.without_data(MATRIX, asked)
    if out and form in REPORTS:
        REPORTS[form](graph, plan, row, year, lang, out)
        tell_written(out)
    elif form == "table":
        report = _report(graph, plan, row, year, lang)
        write_answer(_matrix(report), form, out, read=lambda rows: Reading(rows, lang, ids=True, asked=_asked(report)))
    else:
        cells = graph.query(MATRIX, **asked)
        write_answer(cells, form, out, read=partial(graph.reading, name=MATRIX, parameters=asked, lang=lang))
    if lacking:
        click.echo(lacking.of(lang), err=True)


def _write_workbook(graph: Graph, plan: str | None, by: str, year: int | None, lang: str, out: Path) -> None:
    from plangraph.coverage.workbook import write_workbook

    write_workbook(_report(graph, plan, by, year, lang), out)


def _write_page(graph: Graph, plan: str | None, by: str, year: int | None, lang: str, out: Path) -> None:
    from plangraph.coverage.report_page import to_html

    reports = {each: _report(graph, plan, by, year, each) for each in LANGUAGES}
    out.write_text(to_html(reports, lang, _behind(graph, plan, by)), "utf-8")


def _write_records(graph: Graph, plan: str | None, by: str, year: int | None, lang: str, out: Path) -> None:
    out.write_text(_report(graph, plan, by, year, lang).to_json(), "utf-8")


REPORTS = {"xlsx": _write_workbook, "html": _write_page, "records": _write_records}
"""What writes the whole report; files of other formats hold the matrix, a row for each cell."""


def _matrix(report: Report) -> Rows:
    """Return the contributions of each row to each goal, the goals being columns; blank where there is none."""
    goals = sorted((goal["code"] for goal in report.part("goals")), key=int)
    columns = [*goals, "total"]
    rows: dict[str, dict[str, int]] = {}
    names: dict[str, tuple[str, str]] = {}
    for cell in report.cells():
        key = cell["row"] or cell["code"] or ""
        names[key] = (cell["code"] if cell["row"] else "", cell["label"] or "")
        found = rows.setdefault(key, {})
        if cell["goal_code"] in columns and cell["links"]:
            found[cell["goal_code"]] = cell["links"]
    lines = [
        (*map(Literal, named), *(integer(rows[key][goal]) if goal in rows[key] else None for goal in columns))
        for key, named in names.items()
    ]
    headings = {
        "code": Heading(Words("コード", "Code"), "code"),
        "label": Heading(Words(report.tier, report.tier), "label"),
        "total": Heading(Words("計", "Total"), "count"),
        **{goal: Heading(Words(goal, goal), "count") for goal in goals},
    }
    coded = any(code for code, _ in names.values())
    return Rows(
        [*(["code"] if coded else []), "label", *columns], [line[not coded :] for line in lines], headings=headings
    )


def _asked(report: Report) -> str:
    from plangraph.coverage.page_words import WORDS

    counts = Words(
        "SDGs のゴール（1〜17）への貢献の数。空欄は貢献がないこと",
        "contributions to the SDG goals 1-17; blank where there is none",
    )
    told = any(cell["links"] for cell in report.cells())
    return f"{report.plan}: {counts.of(report.lang) if told else report.text(WORDS['lead_none'])}"


def _report(graph: Graph, plan: str | None, by: str, year: int | None, lang: str) -> Report:
    from plangraph.coverage.report import MATRIX, gather

    name = plan or graph.manifest.plan
    newest = graph.given(MATRIX, {"plan": name, "by": by}).get("year")
    year = year or (None if newest is None else int(str(newest)))
    label = graph.query("plan-label", plan=name, lang=lang)
    titles = [str(title) for (title,) in label]
    ask = partial(graph.query, plan=name)
    tier = graph.labels([by], lang)[by]
    say = partial(graph.in_own_words, plan=plan)
    return gather(ask, titles[0] if titles else name, by, tier, year, lang, graph.manifest.identity, say)


def _behind(graph: Graph, plan: str | None, by: str) -> Callable[[str, str], set[str]]:
    """Return the function that asks for the contributions behind a cell, by the questions that anyone can ask."""
    from plangraph.store.answers import expect_rows

    name = plan or graph.manifest.plan

    def links_of(row: str, goal: str) -> set[str]:
        if row:
            answer = graph.query("coverage-links", plan=name, element=row, goal=goal)
        else:
            answer = graph.query("coverage-links-outside", plan=name, kind=by, goal=goal)
        return {str(link["link"]) for link in expect_rows(answer).to_dicts()}

    return cache(links_of)
