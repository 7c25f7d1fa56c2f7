"""``plangraph convert``: write a dataset as a workbook, or as a folder of tables."""

from __future__ import annotations

from pathlib import Path

import click

from plangraph.cli.locale import japanese, language, said, speech_option
from plangraph.cli.options import overwrite_option
from plangraph.cli.written_files import tell_written
from plangraph.opening import dataset_folder
from plangraph.words import Count, Words

OWN_QUESTIONS, NOTES_BESIDE = Words("データセット独自の問い", "its own questions"), Words("覚え書き", "its notes")


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
@overwrite_option
@speech_option
def command(dataset: str, out: Path, overwrite: bool) -> None:
    """Turn DATASET, a folder or a workbook, into the other form. Both say the same and give the same graph.

    \b
    plangraph convert kawasaki -o kawasaki.xlsx
    plangraph convert kawasaki.xlsx -o kawasaki
    """
    from plangraph.dataset_files.account_file import ACCOUNT
    from plangraph.dataset_files.writing import convert
    from plangraph.resources import QUESTIONS
    from plangraph.tables.outlines import outlines_of
    from plangraph.tables.strange_sheets import NOTES

    source = dataset_folder(dataset)
    content = convert(source, out, lang=language(), overwrite=overwrite)
    rows = Count(sum(len(rows) for rows in content.tables.values()))
    tell_written(out, Words(f"{rows:,} 行", f"{rows:,} {rows:row|rows}"))
    if content.outlines and out.is_file():
        keep = Words("ブックと並べて置いてください", "keep it beside the workbook")
        tell_written(outlines_of(out), Words("場所の形", "the outlines of its places"), keep)
    for name, of in ((QUESTIONS, OWN_QUESTIONS), (NOTES, NOTES_BESIDE)):
        if any(file.is_file() and file != source / ACCOUNT for file in (source / name).rglob("*")):
            click.echo(
                said(
                    f"{of.ja}（{name}/）は含みません。ファイルのまま写してください",
                    f"{of.en} ({name}/) are files and not in it: copy them as they are",
                ),
                err=True,
            )
