"""``plangraph trace``: how two things are connected, step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import (
    answer_format_option,
    language_option,
    open_store,
    out_option,
    plan_option,
    store_option,
)
from plangraph.cli.output import ROW_FORMATS, write_answer
from plangraph.cli.table import hanging, terminal_width, wrapped
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from plangraph.coverage import Trace
    from plangraph.coverage.path_search import Step
    from plangraph.store.answers import Rows
    from plangraph.store.readable import Reading

FOUND = Words(
    "経路 {}本。関係は問い trace-edges によります",
    "{0} {0:path|paths}; the relations are those of the question trace-edges",
)
NONE = Words("「{}」と「{}」をつなぐ経路はありません", "no path connects '{}' and '{}'")
CUT = Words(
    "ほかにも経路がありえます（--max-length、--limit を増やすと続きが得られます）",
    "there may be more paths: raise --max-length or --limit to see them",
)
SOURCES = Words("根拠と出典", "Grounds and sources")
BRANCH, LAST, GOES_ON, ENDS = "├─ ", "└─ ", "│  ", "   "


@click.command(
    help=japanese("""
二つのものを結ぶ経路を、短い順に、一歩ごとの根拠と出典とともに示します。

FROM と TO は、計画の要素・ゴール・ターゲット・戦略・地域・部署の、
コード・名称・IRI のどれかです。

plangraph trace V sdg:11.5
plangraph trace 10101010 sdg:11
plangraph trace sdg:11 消防局
""")
)
@click.argument("start", metavar="FROM")
@click.argument("end", metavar="TO")
@plan_option
@click.option(
    "--max-length",
    type=click.IntRange(1, 20),
    default=10,
    show_default=True,
    help=said("経路の歩数の上限", "The most steps of a path."),
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help=said("示す経路の数の上限", "The most paths to give."),
)
@language_option
@store_option
@out_option
@answer_format_option(*ROW_FORMATS)
def command(
    start: str,
    end: str,
    plan: str | None,
    max_length: int,
    limit: int,
    lang: str,
    store: Path | str | None,
    out: Path | None,
    form: str | None,
) -> None:
    """Show every path between two things, shortest first, with the basis and source of each step.

    FROM and TO are elements, goals, targets, strategies, wards or offices: codes, labels or IRIs.

    \b
    plangraph trace V sdg:11.5
    plangraph trace 10101010 sdg:11
    plangraph trace sdg:11 消防局
    """
    graph = open_store(store)
    found = graph.trace(start, end, plan=plan, max_length=max_length, limit=limit)
    ends = [found.name(end, lang) for end in (found.start, found.end)]
    if form == "json" and out is None:
        click.echo(found.to_json())
    elif out or form not in {None, "table"}:

        def read(rows: Rows) -> Reading:
            return replace(graph.reading(rows, lang=lang), title=" → ".join(ends))

        write_answer(found.to_rows(lang), form, out, read=read)
    else:
        count = len(found.paths)
        first = FOUND.of(lang).format(Count(count)) if count else NONE.of(lang).format(*ends)
        told = [first, *([CUT.of(lang)] if found.cut else [])]
        below = [line for each in told for line in wrapped(each, terminal_width())]
        click.echo("\n".join([*_Tree(found, lang).lines(), "", *below] if count else below))


class _Tree:
    """The paths as a tree: what they share is written once, and each ground once at the end."""

    def __init__(self, found: Trace, lang: str) -> None:
        self._found, self._lang = found, lang
        self._notes: dict[str, int] = {}
        self._width = terminal_width()

    def lines(self) -> Iterator[str]:
        """Write the tree, then its notes."""
        yield from hanging(self._found.name(self._found.start, self._lang), self._width)
        yield from self._below(self._found.paths, 0, "")
        if self._notes:
            yield f"\n{SOURCES.of(self._lang)}"
            for note, number in self._notes.items():
                mark = f"  [{number}] "
                yield from hanging(note, self._width, mark, " " * len(mark))

    def _below(self, paths: Sequence[Sequence[Step]], depth: int, indent: str) -> Iterator[str]:
        shared: dict[Step, list[Sequence[Step]]] = {}
        for path in paths:
            if depth < len(path):
                shared.setdefault(path[depth], []).append(path)
        for number, (step, those) in enumerate(shared.items(), start=1):
            alone, last = len(shared) == 1, number == len(shared)
            first = indent + ("" if alone else LAST if last else BRANCH)
            rest = indent + ("" if alone else ENDS if last else GOES_ON)
            yield from hanging(self._step(step), self._width, first, f"{rest}  ")
            yield from self._below(those, depth + 1, rest)

    def _step(self, step: Step) -> str:
        edge, lang = step.edge, self._lang
        arrow = "←" if step.inverse else "→"
        grounds = [self._found.label(edge.basis, lang)] if edge.basis else []
        note = "  ".join(
            filter(None, (edge.rationale.get(lang), self._found.label(edge.source, lang) if edge.source else None))
        )
        if note:
            grounds.append(str(self._notes.setdefault(note, len(self._notes) + 1)))
        ground = f"  [{' '.join(grounds)}]" if grounds else ""
        return f"{arrow} {self._found.label(edge.relation, lang)}  {self._found.name(step.end, lang)}{ground}"
