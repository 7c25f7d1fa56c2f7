"""``plangraph convert``: write a dataset as a workbook, or as a folder of tables."""

from __future__ import annotations

from pathlib import Path

import click

from plangraph.cli.locale import japanese, language, said, speech_option
from plangraph.opening import dataset_folder
from plangraph.words import Count


@click.command(
    help=japanese("""
データセットを、一つのブック（.xlsx）に、またはフォルダーに書き換えます。

どちらも同じことを述べ、どちらからも同じグラフができます。

plangraph convert kawasaki -o kawasaki.xlsx
plangraph convert kawasaki.xlsx -o kawasaki
""")
)
@click.argument("dataset")
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help=said(".xlsx で終わるブック、またはフォルダー", "A workbook (.xlsx), or a folder."),
)
@click.option("--overwrite", is_flag=True, help=said("すでにあるものを置き換える", "Replace what stands there."))
@speech_option
def command(dataset: str, out: Path, overwrite: bool) -> None:
    """Turn DATASET, a folder or a workbook, into the other form. Both say the same and give the same graph.

    \b
    plangraph convert kawasaki -o kawasaki.xlsx
    plangraph convert kawasaki.xlsx -o kawasaki
    """
    from plangraph.build.layout import QUESTIONS
    from plangraph.dataset_files.writing import convert
    from plangraph.tables.outlines import outlines_of

    source = dataset_folder(dataset)
    content = convert(source, out, lang=language(), overwrite=overwrite)
    rows = Count(sum(len(rows) for rows in content.tables.values()))
    click.echo(said(f"{out} に {rows:,} 行を書きました", f"wrote {rows:,} {rows:row|rows} to {out}"))
    if content.outlines and out.is_file():
        beside = outlines_of(out)
        click.echo(
            said(
                f"場所の形は {beside} にあります。ブックと並べて置いてください",
                f"the outlines of its places are in {beside}: keep it beside the workbook",
            )
        )
    if (source / QUESTIONS).is_dir():
        click.echo(
            said(
                f"データセット独自の問い（{QUESTIONS}/）は含みません。ファイルのまま写してください",
                f"its own questions ({QUESTIONS}/) are files and not in it: copy them as they are",
            )
        )
