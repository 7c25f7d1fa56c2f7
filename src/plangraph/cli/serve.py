"""``plangraph serve``: the graph on HTTP."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any

import click

from plangraph.cli.locale import japanese, language, said
from plangraph.cli.options import open_store, store_option
from plangraph.opening import default_folder
from plangraph.server.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def limit_options(command: Callable[..., None]) -> Callable[..., None]:
    """Make an option, and an environment variable, of each limit."""
    for limit in reversed([field for field in fields(Settings) if "help" in field.metadata]):
        factory = limit.default_factory
        default = limit.default if factory is MISSING else factory()
        command = click.option(
            f"--{limit.name.replace('_', '-')}",
            limit.name,
            type=type(default),
            default=default,
            show_default=True,
            show_envvar=True,
            envvar=f"PLANGRAPH_{limit.name.upper()}",
            help=limit.metadata["help"].of(language()),
        )(command)
    return command


@click.command(
    help=japanese("""
エクスプローラー、問い、SPARQL、リンクトデータを HTTP で提供します。
""")
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help=said("待ち受けるアドレス", "The address to listen on.")
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help=said("ポート番号", "The port.")
)
@store_option
@click.option(
    "--open", "browse", is_flag=True, help=said("ブラウザでエクスプローラーを開く", "Open the explorer in a browser.")
)
@limit_options
def command(host: str, port: int, store: Path | None, browse: bool, **limits: Any) -> None:
    """Serve the explorer, the questions, SPARQL and linked data over HTTP."""
    from plangraph.server.running import run

    open_store(store)
    settings = Settings(str(store or default_folder()), **limits)

    def ready(address: str) -> None:
        click.echo(
            said(
                f"{address} で提供しています（終了は Ctrl-C。答えている問い合わせは plangraph running で見られます）",
                f"plangraph is served at {address} (Ctrl-C ends it; 'plangraph running' shows what it is answering)",
            ),
            err=True,
        )
        if browse:
            click.launch(address)

    run(settings, host, port, ready)
