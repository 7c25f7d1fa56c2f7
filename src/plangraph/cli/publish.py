"""``plangraph publish``: the graph as a static site."""

from __future__ import annotations

from pathlib import Path

import click

from plangraph.cli.locale import japanese, language, said
from plangraph.cli.options import store_option
from plangraph.cli.written_files import tell_written
from plangraph.opening import default_folder
from plangraph.words import Count, Words


@click.command(
    help=japanese("""
グラフを静的なサイトとしてフォルダーに書き出します。

どの Web サーバーにも、どのパスの下にも、そのまま置けます。動かし続けるプログラムは要りません。
""")
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--url",
    default="",
    metavar="URL",
    help=said(
        "サイトを置くアドレス。与えると sitemap.xml も書きます",
        "Where the site will stand; with it, sitemap.xml is written too.",
    ),
)
@store_option
def command(folder: Path, url: str, store: Path | None) -> None:
    """Publish the graph as a static site, which any web server carries under any path."""
    from plangraph.publication import publish

    def report(stage: Words) -> None:
        click.echo(stage.of(language()), err=True)

    done = publish(store or default_folder(), folder, report, url=url)
    size, written = done.size / 1e6, Count(done.written)
    tell_written(
        folder,
        Words(
            f"新しいファイル {done.written:,}、そのまま {done.unchanged:,}、"
            f"消したもの {done.removed:,}、全体で {size:,.1f} MB",
            f"{written:,} new {written:file|files}, {done.unchanged:,} unchanged, "
            f"{done.removed:,} removed, {size:,.1f} MB in all",
        ),
    )
    for name in done.kept:
        click.echo(
            said(
                f"{name} は公開の後に変えられているので残しました",
                f"{name} was left: somebody has changed it since it was published",
            ),
            err=True,
        )
