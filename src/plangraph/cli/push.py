"""``plangraph push``: a build into a SPARQL endpoint."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from plangraph.cli.locale import japanese, language, said
from plangraph.cli.options import NO_ENDPOINT
from plangraph.store.push import CHUNK
from plangraph.words import Count


@click.command(
    help=japanese("""
構築を URL の SPARQL エンドポイントにグラフごとに書き込みます。

すでにあるものはそのままにし、この構築のグラフだけを書き込みます。
ログインを求められたときは $PLANGRAPH_USER と $PLANGRAPH_PASSWORD を使います。

plangraph push http://localhost:7878/query           (Oxigraph)
plangraph push http://localhost:8890/sparql-auth     (Virtuoso)
""")
)
@click.argument("url")
@click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    help=said(
        "構築したフォルダー  [既定: $PLANGRAPH_STORE か .plangraph]",
        "The folder of the build.  [default: $PLANGRAPH_STORE or .plangraph]",
    ),
)
@click.option(
    "--update-url",
    default="",
    help=said(
        "更新を受け付ける URL（製品ごとの通例と違うとき）",
        "Where the endpoint takes updates, if not where its kind usually does.",
    ),
)
@click.option(
    "--chunk",
    type=click.IntRange(1, 10_000),
    default=CHUNK,
    show_default=True,
    help=said("一度に送るトリプル数", "Triples at once."),
)
def command(url: str, store: Path | None, update_url: str, chunk: int) -> None:
    """Write a build into the SPARQL endpoint at URL, graph by graph; what is there already is left alone.

    Only the graphs of the build are written. If the endpoint asks for a login, it is given $PLANGRAPH_USER and
    $PLANGRAPH_PASSWORD.

    \b
    plangraph push http://localhost:7878/query           (Oxigraph)
    plangraph push http://localhost:8890/sparql-auth     (Virtuoso)
    """
    from plangraph.build import layout
    from plangraph.build.publishing import publish
    from plangraph.opening import default_folder, endpoint, is_url

    if not is_url(url):
        raise click.BadParameter(NO_ENDPOINT.of(language()), param_hint="URL")
    report = _progress if sys.stderr.isatty() else lambda *_: None
    pushed = publish(layout.current(store or default_folder()), endpoint(url, update_url), chunk=chunk, report=report)
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
    sent, kept, triples = Count(len(pushed.sent)), len(pushed.kept), Count(pushed.triples)
    click.echo(
        said(
            f"{url}: {sent} グラフの {pushed.triples:,} トリプルを書き込みました。すでにあったグラフは {kept} です",
            f"{url}: {triples:,} {triples:triple|triples} in {sent} {sent:graph|graphs} written, {kept} there already",
        )
    )
    for name in pushed.removed:
        click.echo(
            said(f"  構築にもうないグラフ {name} を削除しました", f"  removed {name}, which the build no longer has")
        )


def _progress(graph: str, done: int, size: int) -> None:
    click.echo(f"\r\x1b[K{graph}: {done:,} / {size:,}", nl=False, err=True)
