"""``plangraph mcp``: the graph for an assistant."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import expect_store, store_option
from plangraph.cli.serve import limit_options
from plangraph.opening import default_folder
from plangraph.server.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    help=japanese("""
AI アシスタントが計画について答えるための道具を、標準入出力で提供します（Model Context Protocol）。

アシスタントの設定に、起動するコマンドとして plangraph mcp を書きます。
HTTP では plangraph serve の /mcp が同じものを提供します。

--site を指定すると、答えにエクスプローラーのアドレスが付きます。
""")
)
@store_option
@click.option(
    "--site",
    default="",
    metavar="URL",
    help=said("エクスプローラーのアドレス", "The address of the explorer, which the answers then name."),
)
@partial(limit_options, http=False)
def command(store: Path | None, site: str, **limits: Any) -> None:
    """Serve an assistant over standard input and output (Model Context Protocol).

    Name plangraph mcp as the command to start in the settings of the assistant; /mcp of plangraph serve offers the same
    over HTTP.
    """
    from plangraph.server.assistants import serve_standard_streams

    expect_store(store)
    asyncio.run(serve_standard_streams(Settings(str(store or default_folder()), **limits), site))
