"""``plangraph new``: make an empty dataset to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from plangraph.cli.locale import japanese, language, said, speech_option
from plangraph.cli.options import overwrite_option
from plangraph.cli.written_files import tell_written
from plangraph.words import Words


@click.command(
    help=japanese("""
書き込むための、空のデータセットを作ります。

KEY は市のキー（英小文字）です。作るのは、表ごとのシートと、選ぶための一覧と、例の行のあるブックです。
フォルダーを指定すれば、plan.toml と CSV を作ります。

plangraph new minato
plangraph new minato -o minato.xlsx --tiers 政策,施策,事務事業
""")
)
@click.argument("key")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help=said(
        "作るブック（.xlsx）かフォルダー  [既定: KEY.xlsx]", "The workbook (.xlsx) or folder.  [default: KEY.xlsx]"
    ),
)
@click.option(
    "--tiers",
    default="政策,施策,事務事業",
    show_default=True,
    help=said(
        "計画の層を上から順に。plangraph の知らない語には「語:クラス」の形でクラスを添える",
        "The tiers from the top down; a word that is not known needs its class: WORD:Class.",
    ),
)
@click.option("--city", default="", help=said("市の名称", "The city's name."))
@overwrite_option
@speech_option
def command(key: str, out: Path | None, tiers: str, city: str, overwrite: bool) -> None:
    """Make an empty dataset for the city KEY: a workbook with a sheet for each table, lists and examples.

    \b
    plangraph new minato
    plangraph new minato -o minato.xlsx --tiers Policy,Measure,Project
    """
    from plangraph.dataset_files.writing import write_dataset
    from plangraph.intake.new_dataset import new_dataset

    path = out or Path(f"{key}.xlsx")
    content = new_dataset(key, city, [tier for tier in map(str.strip, tiers.replace("、", ",").split(",")) if tier])
    write_dataset(content, path, lang=language(), overwrite=overwrite)
    tell_written(
        path,
        then=Words(
            f"例の行を書き換えたら: plangraph check {path}、plangraph build {path}",
            f"when you have replaced the examples: plangraph check {path}, plangraph build {path}",
        ),
    )
