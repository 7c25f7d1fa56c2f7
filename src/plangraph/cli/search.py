"""``plangraph search``: find things by what they are called, page by page."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import (
    answer_format_option,
    ids_option,
    language_option,
    open_store,
    out_option,
    store_option,
)
from plangraph.cli.output import ROW_FORMATS, write_answer
from plangraph.cli.table import hanging, terminal_width
from plangraph.opening import library
from plangraph.queries import by_words
from plangraph.words import Words, own_code

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plangraph.graph import Graph
    from plangraph.store.answers import Rows
    from plangraph.store.readable import Reading

TITLE = Words("検索", "Search")
A_PAGE = 20  # hits
SHOWN = ("class_label", "code", "label", "place", "plan_label", "office_label")
"""The columns that a person reads on the terminal."""
MOST_QUESTIONS = 3  # how many are named
WORDS_TOLD = 3  # how many are named


@click.command(
    help=japanese("""
コード、名称、別表記、読み、対応の理由に WORDS を含むものを探します。

全部で何件あるかを示し、そのものの名前とコード、計画の要素を先に、20 件ずつ表示します（--page）。何もなければ、
語を分け、ローマ字の読み（bousai）や一字違いの語としても探します。ファイル（-o）には、すべてを書きます。

plangraph search 脱炭素
plangraph search 脱炭素 --page 2
""")
)
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--page",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help=said(f"何ページ目か（1 ページ {A_PAGE} 件）", f"Which page, of {A_PAGE} hits each."),
)
@store_option
@language_option
@out_option
@answer_format_option(*ROW_FORMATS)
@ids_option
def command(
    words: tuple[str, ...], page: int, store: Path | None, lang: str, out: Path | None, form: str | None, ids: bool
) -> None:
    """Find things whose code, name, other spelling, reading or rationale contains WORDS.

    It says how many there are and shows 20 at a time (--page), first what is called just so and elements of plans. If
    there is none, it takes the words apart, as readings in Latin letters (bousai), or with one letter different. A file
    (-o) gets them all.

    \b
    plangraph search decarbonization
    plangraph search decarbonization --page 2
    """
    graph = open_store(store)
    text, hits = graph.hits(" ".join(words), lang=lang)
    read = partial(graph.reading, lang=lang, ids=ids)
    if out or form not in {None, "table"}:
        write_answer(hits, form, out, read=lambda rows: _told(read(rows), text))
        return
    last = max(1, -(-len(hits) // A_PAGE))
    page = min(page, last)
    _say(_counted(text, " ".join(words), len(hits), page, last))
    if len(hits):
        click.echo()
        shown = hits[(page - 1) * A_PAGE : page * A_PAGE]
        write_answer(shown if ids else _columns(shown), form, read=read)
    if page < last:
        _say(said(f"次のページ: --page {page + 1}", f"the next page: --page {page + 1}"))
    for line in _alike(graph, text, lang) if last == 1 else ():
        _say(line)
    questions, whole, _ = by_words.find(library(store).listed(), [text])
    for question in questions[:MOST_QUESTIONS] if whole else ():
        _say(said("問い: ", "question: ") + f"plangraph query {question.name}  {question.summary(lang)}")


def _told(reading: Reading, text: str) -> Reading:
    """Return the reading of a file, which says beside its rows what was looked for."""
    sought = (Words("探した語", "Looked for").of(reading.lang), text)
    return replace(reading, title=TITLE.of(reading.lang), about=[sought, *reading.about])


def _say(text: str) -> None:
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()))
        click.echo("\n".join(hanging(line.lstrip(), terminal_width(), indent, f"{indent}  ")))


def _alike(graph: Graph, text: str, lang: str) -> Iterator[str]:
    """Return what is near in meaning, as an algorithm suggests it."""
    from plangraph.suggestions.alike import alike

    near = alike(graph.query, graph.manifest.plans.values(), text, lang)
    if near:
        yield said("\n意味の近いもの（名称の語による提案）", "\nnear in meaning (suggested, by the words of names)")
    for each in near:
        words = said("、", ", ").join(each.words[:WORDS_TOLD])
        named = filter(None, (own_code(each.element.reference, each.label), each.label))
        yield f"  {'  '.join(named)}  {each.score:.2f} ({words})"


def _counted(text: str, given: str, count: int, page: int, last: int) -> str:
    pages = said(f"（{page} / {last} ページ）", f" (page {page} of {last})") if last > 1 else ""
    if not count:
        return said(f"「{given}」は見つかりません", f"nothing is called '{given}'")
    found = said(f"「{text}」 {count:,} 件{pages}", f"'{text}': {count:,} hits{pages}")
    return found if text == given else said(f"「{given}」はないので、", f"nothing is called '{given}'; ") + found


def _columns(rows: Rows) -> Rows:
    """Keep the columns that a person reads and that hold something; the city's own word stands for a class."""
    tier, kind = rows.variables.index("tier_label"), rows.variables.index("class_label")
    named = [(*row[:kind], row[tier] or row[kind], *row[kind + 1 :]) for row in rows.rows]
    rows = replace(rows, rows=named)
    told = [at for at, name in enumerate(rows.variables) if name in SHOWN and any(row[at] for row in rows.rows)]
    return replace(
        rows, variables=[rows.variables[at] for at in told], rows=[tuple(row[at] for at in told) for row in rows.rows]
    )
