"""A coverage report as one self-contained page in both languages.

The page needs no network and no script: both languages stand in it, and a pair of radio buttons shows one of them.
A short script only tells the browser which language the page is then in.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.coverage.heatmap import anchor, heat_map, ink_on, row_key
from plangraph.coverage.page_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from plangraph.coverage.report import Report

    LinksOf = Callable[[str, str], set[str]]

STYLE = Path(__file__).with_name("page.css")
SCRIPT = (
    "for(const box of document.querySelectorAll('.switch'))"
    "box.addEventListener('change',()=>{document.documentElement.lang=box.value})"
)
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
    style = STYLE.read_text("utf-8")
    switches = "".join(
        f'<input class="switch" type="radio" name="tongue" id="show-{key}" value="{key}"'
        f"{' checked' if key == lang else ''}>"
        for key in reports
    )
    labels = "".join(f'<label for="show-{key}" lang="{key}">{WORDS[key]["tongue"]}</label>' for key in reports)
    tongues = "".join(
        f'<main class="tongue" lang="{key}">{_body(report, links_of)}</main>' for key, report in reports.items()
    )
    title = escape(f"SDGs – {reports[lang].plan}")
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{style}</style></head><body>{switches}"
        f'<div class="page"><div class="tongues">{labels}</div>{tongues}</div><script>{SCRIPT}</script></body></html>\n'
    )


def _body(report: Report, links_of: LinksOf) -> str:
    words = WORDS[report.lang]
    targets = report.part("targets")
    sums = {cell["goal_code"]: cell for cell in report.cells() if cell["part"] in {"column", "total"}}
    total = {**sums["total"], "projects": sums["total"]["projects"] - sums.get("none", {}).get("projects", 0)}
    unserved = [row for row in targets if row["status"] != "served"]
    counts = {status: sum(row["status"] == status for row in targets) for status in ("served", "justified", "open")}
    served = sum(1 for goal in report.part("goals") if goal["served"] or goal["official"] + goal["assumed"])
    sections = [
        f"<h1>{escape(report.plan)}<br>{words['title']}</h1>",
        *(
            f'<p class="lead">{escape(line.format(tier=report.tier, goals=served, **{**total, **counts}))}</p>'
            for line in words["lead"]
        ),
        _section(words["matrix"].format(tier=report.tier), words["matrix_note"]),
        f'<div class="wide" tabindex="0">{heat_map(report)}</div>',
        _section(words["goals"], words["goals_note"]),
        _goals(report, words),
        _section(words["links"], words["links_note"]),
        _links(report, words, links_of),
        _section(words["open"], words["open_note"]),
        _table(report, ("code", "label", "suggested"), [row for row in unserved if row["status"] == "open"]),
        _section(words["justified"], words["justified_note"]),
        _table(
            report,
            ("code", "label", "reason_label", "rationale"),
            [row for row in unserved if row["status"] == "justified"],
        ),
        _section(words["fragile"], words["fragile_note"]),
        _table(report, ("code", "label", "project_code", "project_label"), report.part("fragile")),
        _section(words["unlinked"], ""),
        _table(report, ("code", "label"), report.part("unlinked")),
        _section(words["synergies"], words["synergies_note"]),
        _table(
            report,
            ("code", "label", "other_code", "other_label", "measures", "projects"),
            report.part("synergies")[:LAST_SHOWN_PAIR],
        ),
        _section(words["sources"], ""),
        _table(report, ("kind_label", "label", "facts"), report.part("sources")),
        f'<p class="soft">{escape(words["build"])} {escape(report.identity[:12])}</p>',
    ]
    return "".join(sections)


def _section(title: str, note: str) -> str:
    lead = f'<p class="lead soft">{escape(note)}</p>' if note else ""
    return f"<h2>{escape(title)}</h2>{lead}"


def _goals(report: Report, words: Mapping[str, Any]) -> str:
    sums = {cell["goal_code"]: cell for cell in report.cells() if cell["part"] in {"column", "total"}}
    columns = ("served", "justified", "open", "links", "official", "assumed", "suggested", "measures", "projects")
    head = "".join(f'<th class="number">{words["columns"][name]}</th>' for name in (*columns, "budget", "standing"))
    lines = []
    for goal in report.part("goals"):
        behind = sums.get(goal["code"], {})
        cells = "".join(f'<td class="number">{goal[name]:,}</td>' for name in columns)
        lines.append(f"<tr><td>{_badge(goal)}{escape(goal['label'])}</td>{cells}{_money(behind)}</tr>")
    blank = f'<td colspan="{len(columns)}"></td>'
    none = f"<tr><td>{words['no_goal']}</td>{blank}{_money(sums.get('none', {}))}</tr>"
    total = f"<tr><td>{words['total']}</td>{blank}{_money(sums['total'])}</tr>"
    return (
        '<div class="wide" tabindex="0"><table class="goals"><thead>'
        f"<tr><th>{words['columns']['goal']}</th>{head}</tr></thead>"
        f"<tbody>{''.join(lines)}{none}</tbody><tfoot>{total}</tfoot></table></div>"
    )


def _money(cell: Mapping[str, Any]) -> str:
    standing = " / ".join(str(cell.get(name, 0)) for name in ("ahead", "on_target", "behind"))
    budget = cell.get("budget")
    money = "" if budget is None else f"{budget:,}"
    return f'<td class="number">{money}</td><td class="number">{standing}</td>'


def _badge(goal: Mapping[str, Any]) -> str:
    ink = "#1c2430" if ink_on(goal["colour"]) == "dark" else "#ffffff"
    return f'<span class="goal" style="background:{escape(goal["colour"])};color:{ink}">{escape(goal["code"])}</span>'


def _links(report: Report, words: Mapping[str, Any], links_of: LinksOf) -> str:
    goals = {goal["goal"]: goal for goal in report.part("goals")}
    rows: dict[str, list[dict[str, Any]]] = {}
    for cell in report.cells():
        if cell["part"] == "cell" and cell["links"] and cell["goal"]:
            rows.setdefault(row_key(cell), []).append(cell)
    return "".join(
        f"<h3>{escape(_title(cells[0]))}</h3>"
        + "".join(_cell(report, words, cell, goals[cell["goal"]], links_of) for cell in cells)
        for cells in rows.values()
    )


def _title(cell: Mapping[str, Any]) -> str:
    return f"{cell['code']} {cell['label']}" if cell["row"] else str(cell["label"])


def _cell(
    report: Report,
    words: Mapping[str, Any],
    cell: Mapping[str, Any],
    goal: Mapping[str, Any],
    links_of: LinksOf,
) -> str:
    lines = []
    behind = links_of(cell["row"] or "", cell["goal"])
    for link in (link for link in report.part("links") if link["link"] in behind):
        old = ' class="old"' if link["superseded_by"] else ""
        grounds = link["rationale"] or ""
        source = f' <span class="soft">{escape(link["source_label"])}</span>' if link["source_label"] else ""
        lines.append(
            f"<tr{old}><td>{escape(link['code'])} {escape(link['label'])}</td>"
            f"<td>{escape(link['target_code'])} {escape(link['target_label'])}</td>"
            f"<td>{escape(link['basis_label'])}</td><td>{escape(grounds)}{source}</td></tr>"
        )
    head = "".join(f"<th>{words['columns'][name]}</th>" for name in ("element", "target", "basis", "grounds"))
    place = f"{anchor(cell, report.lang)}-{goal['code']}"
    summary = words["cell"].format(**cell)
    return (
        f'<details id="{place}"><summary>{_badge(goal)}{escape(goal["label"])} '
        f'<span class="soft">{escape(summary)}</span></summary>'
        f'<table class="stack"><thead><tr>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table></details>'
    )


def _table(report: Report, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    words = WORDS[report.lang]
    head = "".join(f"<th{_kind(name)}>{words['columns'][name]}</th>" for name in columns)
    body = "".join(
        "<tr>" + "".join(f"<td{_kind(name)}>{_text(row[name], words)}</td>" for name in columns) + "</tr>"
        for row in rows
    )
    return (
        f'<div class="wide" tabindex="0"><table class="stack"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
        if body
        else f'<p class="soft">{words["nothing"]}</p>'
    )


def _kind(column: str) -> str:
    return ' class="number"' if column in NUMBERS else ""


def _text(value: Any, words: Mapping[str, Any]) -> str:
    if value is None:
        return str(words["uncited"])
    return f"{value:,}" if isinstance(value, int) else escape(str(value))
