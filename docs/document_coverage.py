"""The page that shows, section by section, what the graph holds from the planning document, so that a hole is seen."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

import plangraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STATED, CITING = "document-coverage", "document-facts"
HEAD = """# What the graph holds from the planning document — 策定方針からこのグラフがもつもの

川崎市総合計画 第3期実施計画策定方針の各節が述べることと、それを表す事実（問い `document-coverage` の答え。
もとは表 `statements`）、その節を出典とする要素、関連（→）、数値（問い `document-facts` の答え）です。
What each section of the policy for making the third implementation plan states, with the facts that say it (the
question `document-coverage`, from the table `statements`), and the things, links (→) and figures that cite it (the
question `document-facts`).
"""
NOTHING = "**この節を出典とするものはありません。Nothing cites this section.**\n"
HEADING = "見出しだけの節です。下の節に分かれています。A heading only; its parts follow.\n"
LARGE = re.compile(r"(?<= )-?\d{5,}(?= )")
"""A figure with so many digits that it is read in groups of three."""


def document_coverage() -> str:
    """Write the page from Kawasaki's tables.

    Returns
    -------
    str
        Markdown, Japanese and English side by side.
    """
    graph = plangraph.load("kawasaki")
    stated_ja, stated_en = (_sections(graph, STATED, lang) for lang in ("ja", "en"))
    japanese, english = (_sections(graph, CITING, lang) for lang in ("ja", "en"))
    return HEAD + "".join(
        f"\n## {_first(japanese[section], 'section_label')} — {_first(english[section], 'section_label')}\n\n"
        + "".join(_stated(stated_ja[section], stated_en[section]))
        + _section(section, japanese, english)
        for section in sorted(japanese, key=_order)
    )


def _stated(japanese: list[dict[str, Any]], english: list[dict[str, Any]]) -> Iterator[str]:
    if japanese[0]["statement"] is None:
        return
    yield "| 述べること | What it states | それを表す事実 | Facts that say it |\n| --- | --- | --- | --- |\n"
    for ours, theirs in zip(_by(japanese, "statement_number"), _by(english, "statement_number"), strict=True):
        said = " | ".join(str(rows[0]["statement"]) for rows in (ours, theirs))
        yield f"| {said} | {_holders(ours, 'なし')} | {_holders(theirs, 'None')} |\n"
    yield "\n"


def _holders(rows: list[dict[str, Any]], none: str) -> str:
    if rows[0]["thing"] is None:
        return f"**{none}** {rows[0]['reason_for_none']}"
    return "; ".join(f"{kind}: {_names(things)}" for kind, things in groupby(rows, lambda row: str(row["kind"])))


def _sections(graph: plangraph.Graph, question: str, lang: str) -> dict[str, list[dict[str, Any]]]:
    return {str(rows[0]["section"]): rows for rows in _by(graph.query(question, lang=lang).to_dicts(), "section")}


def _by(rows: Iterable[dict[str, Any]], column: str) -> list[list[dict[str, Any]]]:
    return [list(members) for _, members in groupby(rows, lambda row: row[column])]


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
    labels = (re.sub(r"([\\|*_`<\[])", r"\\\1", str(row["label"])) for row in rows)
    return "; ".join(LARGE.sub(lambda number: f"{int(number[0]):,}", label) for label in labels)


def _first(rows: list[dict[str, Any]], column: str) -> str:
    return str(rows[0][column] or "")
