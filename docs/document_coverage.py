"""The page that shows, section by section, what the graph holds from the planning document, so that a hole is seen."""

from __future__ import annotations

import csv
import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

import plangraph
from plangraph import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

QUESTION = "document-coverage"
HEAD = """# What the graph holds from the planning document — 策定方針からこのグラフがもつもの

川崎市総合計画 第3期実施計画策定方針の各節が述べることと、それを述べている行（`data/kawasaki/notes/statements.csv`）、
その節を出典とする要素、関連（→）、数値（問い `document-coverage` の答え）です。
What each section of the policy for making the third implementation plan states, with the rows that say it
(`data/kawasaki/notes/statements.csv`), and the things, links (→) and figures that cite it (the question
`document-coverage`).
"""
NOTHING = "**この節を出典とするものはありません。Nothing cites this section.**\n"
HEADING = "見出しだけの節です。下の節に分かれています。A heading only; its parts follow.\n"


def document_coverage() -> str:
    """Write the page from Kawasaki's tables.

    Returns
    -------
    str
        Markdown, Japanese and English side by side.
    """
    stated = _statements()
    graph = plangraph.load("kawasaki")
    japanese, english = (_by_section(graph, lang) for lang in ("ja", "en"))
    return HEAD + "".join(
        f"\n## {_first(japanese[section], 'section_label')} — {_first(english[section], 'section_label')}\n\n"
        + "".join(_stated(stated.get(section.rpartition("/")[2], [])))
        + _section(section, japanese, english)
        for section in sorted(japanese, key=_order)
    )


def _statements() -> dict[str, list[dict[str, str]]]:
    table = (resources.DATA / "kawasaki" / "notes" / "statements.csv").read_text("utf-8")
    rows = csv.DictReader(table.splitlines())
    return {section: list(members) for section, members in groupby(rows, lambda row: row["section"])}


def _stated(statements: list[dict[str, str]]) -> Iterator[str]:
    if not statements:
        return
    yield "| 述べること | What it states | 述べている行 Rows that say it |\n| --- | --- | --- |\n"
    for row in statements:
        held = ", ".join(f"`{fact}`" for fact in row["held_by"].split("|") if fact)
        said = held or f"**なし** {row['reason_ja']} **None** {row['reason_en']}"
        yield f"| {row['statement_ja']} | {row['statement_en']} | {said} |\n"
    yield "\n"


def _by_section(graph: plangraph.Graph, lang: str) -> dict[str, list[dict[str, Any]]]:
    rows = graph.query(QUESTION, lang=lang).to_dicts()
    return {section: list(members) for section, members in groupby(rows, lambda row: str(row["section"]))}


def _order(section: str) -> list[tuple[int, str]]:
    """Sort ``3-10-a`` after ``3-2``, and words such as ``intro`` before numbers."""
    parts = section.rpartition("/")[2].split("-")
    return [(int(part), "") if part.isdigit() else (0, part) for part in parts]


def _section(section: str, japanese: dict[str, list[dict[str, Any]]], english: dict[str, list[dict[str, Any]]]) -> str:
    notes = [_first(rows[section], "section_note") for rows in (japanese, english)]
    note = f"*{' '.join(notes)}*\n\n" if any(notes) else ""
    held = {row["thing"]: row for row in english[section] if row["thing"]}
    if not held:
        heading = any(other.startswith(f"{section}-") for other in japanese)
        return note + (HEADING if heading else NOTHING)
    return note + "".join(_table(japanese[section], held))


def _table(rows: Iterable[dict[str, Any]], english: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield "| 種類 Kind | 数 Number | 内容 | Content |\n| --- | ---: | --- | --- |\n"
    kinds = sorted(rows, key=lambda row: (str(english[row["thing"]]["kind"]), str(row["thing"])))
    for kind, members in groupby(kinds, lambda row: str(row["kind"])):
        things = list(members)
        other = [english[row["thing"]] for row in things]
        yield f"| {kind} {other[0]['kind']} | {len(things)} | {_names(things)} | {_names(other)} |\n"


def _names(rows: Iterable[dict[str, Any]]) -> str:
    return "; ".join(re.sub(r"([\\|*_`<\[])", r"\\\1", str(row["label"])) for row in rows)


def _first(rows: list[dict[str, Any]], column: str) -> str:
    return str(rows[0][column] or "")
