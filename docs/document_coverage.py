"""The page that shows, section by section, what the graph holds from the planning document, so that a hole is seen."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

import plangraph
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STATED, CITING = "document-coverage", "document-facts"
HEAD = Words(
    """# 策定方針からこのグラフがもつもの

[English](document-coverage.md)

川崎市総合計画 第3期実施計画策定方針の節ごとに、二つの表があります。はじめの表は、その節が述べることと、それを表す
事実です（問い `document-coverage` の答え。もとは表 `statements`）。次の表は、その節を出典とする要素、関連（→）、
数値です（問い `document-facts` の答え）。
""",
    """# What the graph holds from the planning document

[日本語](document-coverage.ja.md)

Each section of Kawasaki's policy for making its third implementation plan has two tables. The first lists what the
section states, with the facts that say it (the answer to `document-coverage`, from the table `statements`). The second
lists the things, links (→) and figures that cite the section (the answer to `document-facts`).
""",
)
NOTHING = Words("**この節を出典とするものはありません。**\n", "**Nothing cites this section.**\n")
HEADING = Words("見出しだけの節です。下の節に分かれています。\n", "This section is a heading only; its parts follow.\n")
STATEMENTS = Words("| 述べること | それを表す事実 |\n", "| what it states | facts that say it |\n")
FACTS = Words("| 種類 | 数 | 内容 |\n", "| kind | number | content |\n")
NONE = Words("なし", "None")
LARGE = re.compile(r"(?<= )-?\d{5,}(?= )")
"""A figure with so many digits that it is read in groups of three."""


def document_coverage(lang: str) -> str:
    """Write the page from Kawasaki's tables.

    Parameters
    ----------
    lang : str
        ``ja`` or ``en``.

    Returns
    -------
    str
        Markdown.
    """
    graph = plangraph.load("kawasaki")
    stated, citing = (_sections(graph, question, lang) for question in (STATED, CITING))
    return HEAD.of(lang) + "".join(
        f"\n## {_first(citing[section], 'section_label')}\n\n"
        + "".join(_stated(stated[section], lang))
        + _section(section, citing, lang)
        for section in sorted(citing, key=_order)
    )


def _stated(rows: list[dict[str, Any]], lang: str) -> Iterator[str]:
    if rows[0]["statement"] is None:
        return
    yield f"{STATEMENTS.of(lang)}| --- | --- |\n"
    for one in _by(rows, "statement_number"):
        yield f"| {one[0]['statement']} | {_holders(one, NONE.of(lang))} |\n"
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


def _section(section: str, citing: dict[str, list[dict[str, Any]]], lang: str) -> str:
    rows = citing[section]
    note = f"*{_first(rows, 'section_note')}*\n\n" if _first(rows, "section_note") else ""
    if not rows[0]["thing"]:
        heading = any(other.startswith(f"{section}-") for other in citing)
        return note + (HEADING if heading else NOTHING).of(lang)
    return note + "".join(_table(rows, lang))


def _table(rows: Iterable[dict[str, Any]], lang: str) -> Iterator[str]:
    yield f"{FACTS.of(lang)}| --- | ---: | --- |\n"
    kinds: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(rows, key=lambda row: str(row["thing"])):  # the same order in both languages
        kinds.setdefault(str(row["kind"]), []).append(row)
    for kind, things in kinds.items():
        yield f"| {kind} | {len(things)} | {_names(things)} |\n"


def _names(rows: Iterable[dict[str, Any]]) -> str:
    labels = (re.sub(r"([\\|*_`<\[])", r"\\\1", str(row["thing_label"])) for row in rows)
    return "; ".join(LARGE.sub(lambda number: f"{int(number[0]):,}", label) for label in labels)


def _first(rows: list[dict[str, Any]], column: str) -> str:
    return str(rows[0][column] or "")
