"""``plangraph running``: what a server is answering, and an end to it."""

from __future__ import annotations

from pathlib import Path

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.output import write_answer
from plangraph.errors import ServiceError, UnknownThing
from plangraph.store.answers import Rows
from plangraph.store.columns import Heading
from plangraph.store.terms import Literal, integer
from plangraph.words import Words

HEADINGS = {
    "number": Heading(Words("番号", "Number"), "order"),
    "state": Heading(Words("状態", "State"), "label"),
    "seconds": Heading(Words("秒", "Seconds"), "number"),
    "client": Heading(Words("相手", "Client"), "label"),
    "query": Heading(Words("問い合わせ", "Query"), "text"),
}
NOTHING = Words("いま答えている問い合わせはありません", "nothing is being answered now")
STATES = {"running": Words("実行中", "running"), "waiting": Words("待機中", "waiting")}


@click.command(
    help=japanese("""
この機械のサーバー（'plangraph serve'）がいま答えている問い合わせを示します。

--end を付けると、そのうちの一つを終わらせます。
""")
)
@click.option(
    "--control",
    type=click.Path(path_type=Path),
    help=said(
        "サーバーのソケット（serve --control）  [既定: この利用者のただ一つのサーバー]",
        "The server's socket (serve --control).  [default: that of this user's only server]",
    ),
)
@click.option(
    "--end", type=int, metavar="NUMBER", help=said("この番号のものを終わらせる", "End the one of this number.")
)
def command(control: Path | None, end: int | None) -> None:
    """Show the queries that a server on this machine ('plangraph serve') is answering now; --end ends one of them."""
    from plangraph.server.control import ask

    place = control or _only_one()
    if end is None:
        rows = [_row(entry) for entry in ask(place, {"list": True})]
        write_answer(Rows(list(HEADINGS), rows, headings=HEADINGS), None, empty=lambda: NOTHING)
        return
    if not ask(place, {"end": end})["ended"]:
        raise UnknownThing(
            Words(
                f"{end} 番の問い合わせはありません（もう終わっているかもしれません）",
                f"no query has the number {end}; it may have ended already",
            )
        )
    click.echo(said(f"{end} 番を終わらせました", f"query {end} has been ended"))


def _only_one() -> Path:
    from plangraph.server.control import sockets

    found = sockets()
    if len(found) == 1:
        return found[0]
    there = ", ".join(map(str, found))
    raise ServiceError(
        Words(
            f"サーバーが複数動いています。--control で選んでください: {there}",
            f"several servers run; choose one with --control: {there}",
        )
        if found
        else Words(
            "この利用者のサーバーは動いていません。--control でソケットを指定できます",
            "no server of this user runs; name its socket with --control",
        )
    )


def _row(entry: dict[str, object]) -> tuple[Literal, ...]:
    state = STATES[str(entry["state"])]
    return (
        integer(int(str(entry["number"]))),
        Literal(said(*state)),
        Literal(str(entry["seconds"])),
        Literal(str(entry["client"])),
        Literal(" ".join(str(entry["query"]).split())),
    )
