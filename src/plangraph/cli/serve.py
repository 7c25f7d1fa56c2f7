"""``plangraph serve``: the graph on HTTP."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plangraph.cli.configuration import FILE, read_configuration
from plangraph.cli.locale import japanese, language, said
from plangraph.cli.options import expect_store, store_option
from plangraph.opening import default_folder
from plangraph.server.settings import MAY_BE_ZERO, Settings
from plangraph.server.workers import limits as limits_of_system
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable


BY_PROCESSORS = Words("プロセッサーの数による", "by the number of processors")
UNLIMITED = Words(
    "この OS では、問い合わせが使うメモリとファイルを制限できません。自分の機械だけで使ってください",
    "this system lets nobody cap a query's memory and files: serve your own machine alone",
)


class _Option(click.Option):
    """An option that an error names in the language that is spoken: click itself names its variable in English."""

    def get_error_hint(self, ctx: click.Context | None) -> str:
        hint = click.Parameter.get_error_hint(self, ctx)
        variable = gettext("env var: {var}").format(var=f"'{self.envvar}'")
        return f"{hint} ({variable})"


def limit_options(command: Callable[..., None], *, http: bool = True) -> Callable[..., None]:
    """Make an option, and an environment variable, of each limit; those of HTTP alone only where it is served."""
    limits = [each for each in fields(Settings) if "help" in each.metadata and (http or "http" not in each.metadata)]
    for limit in reversed(limits):
        factory = limit.default_factory
        default = limit.default if factory is MISSING else factory()
        command = click.option(
            f"--{limit.name.replace('_', '-')}",
            limit.name,
            cls=_Option,
            type=_type_of(limit, default),
            default=default,
            show_default=True if factory is MISSING else BY_PROCESSORS.of(language()),
            show_envvar=True,
            envvar=f"PLANGRAPH_{limit.name.upper()}",
            help=limit.metadata["help"].of(language()),
        )(command)
    return command


class _Integer(click.IntRange):
    name = "integer"


class _Float(click.FloatRange):
    name = "float"


def _type_of(
    limit: Field[Any], default: float | str
) -> click.Choice[str] | click.IntRange | click.FloatRange | type[str]:
    from_zero = limit.name in MAY_BE_ZERO
    if "choices" in limit.metadata:
        return click.Choice(limit.metadata["choices"])
    if isinstance(default, str):
        return str
    return _Integer(0 if from_zero else 1) if isinstance(default, int) else _Float(0, min_open=not from_zero)


def configured(ctx: click.Context, _: click.Parameter, given: Path | None) -> None:
    """Read from a file what neither the command line nor the environment says."""
    path = given or (FILE if FILE.is_file() else None)
    if path:
        options = {option.name: option for option in ctx.command.params if option.name and option.expose_value}
        ctx.default_map = read_configuration(path, options)


@click.command(
    help=japanese("""
エクスプローラー、問い、SPARQL、リンクトデータを HTTP で提供します。
""")
)
@click.option(
    "--config",
    cls=_Option,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    envvar="PLANGRAPH_CONFIG",
    show_envvar=True,
    is_eager=True,
    expose_value=False,
    callback=configured,
    help=said(
        "ここにあるオプションを名前ごとに書いたファイル  [既定: いまのフォルダーの plangraph.toml]",
        "A file with these options by their names.  [default: plangraph.toml in this folder]",
    ),
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help=said("待ち受けるアドレス", "The address to listen on.")
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help=said("ポート番号", "The port.")
)
@store_option
@click.option(
    "--open", "browse", is_flag=True, help=said("ブラウザーでエクスプローラーを開く", "Open the explorer in a browser.")
)
@limit_options
def command(host: str, port: int, store: Path | None, browse: bool, **limits: Any) -> None:
    """Serve the explorer, the questions, SPARQL and linked data over HTTP."""
    from plangraph.server.running import run

    expect_store(store)
    if not limits_of_system.CAN_LIMIT:
        click.echo(said(*UNLIMITED), err=True)
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
