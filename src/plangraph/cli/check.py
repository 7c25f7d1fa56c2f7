"""``plangraph check``: whether a dataset is sound."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import language_option, named_datasets, out_option
from plangraph.cli.output import put
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from plangraph.reasoning.findings import Report

FORMATS: dict[str, Callable[[Report, str], str]] = {
    "text": lambda report, lang: report.to_text(lang),
    "json": lambda report, _: report.to_json(),
    "html": lambda report, lang: report.to_html(lang),
}
WORDS = {
    "tables": Words("表を読んでいます", "reading the tables"),
    "shapes": Words("規則（SHACL）に照らしています", "holding the facts against the shapes"),
    "ontology": Words("オントロジー自身の規則に照らしています", "holding the ontology against its own rules"),
    "consistency": Words(
        "無矛盾かどうか HermiT に問うています", "asking HermiT whether everything can be true at once"
    ),
}


@click.command(
    help=japanese("""
データセットが健全かどうかを検査します。

表、事実の規則、オントロジーの規則、矛盾の有無を調べます。構築はしません。
DATASETS は、同梱のデータセットの名前、plan.toml と表のあるフォルダー、またはブック（.xlsx）です。
指定しなければ、いまのフォルダーのデータセットか、同梱の最初のものを検査します。

終了コードは、問題がなければ 0、あれば 1、検査できなければ 2 です。
""")
)
@click.argument("datasets", nargs=-1)
@click.option(
    "--owl",
    is_flag=True,
    help=said(
        "オントロジーと事実に矛盾がないかを HermiT でも調べる（追加機能 owl）",
        "Also ask HermiT whether ontology and facts are consistent (extra: owl).",
    ),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help=said("報告の形式", "How to write the report."),
)
@out_option
@language_option
def command(datasets: tuple[str, ...], owl: bool, form: str, out: Path | None, lang: str) -> None:
    """Check whether DATASETS are sound: tables, rules on facts, rules on the ontology, and consistency.

    Each is the name of a bundled dataset, a folder with plan.toml and tables, or a workbook (.xlsx); without any, the
    dataset of the current folder is checked, or else the first bundled one. Nothing is built. The exit code is 0 if
    all is well, 1 if something is wrong, 2 if the check could not run.
    """
    from plangraph.reasoning.soundness import check

    terminal = sys.stderr.isatty()

    def report(stage: str) -> None:
        if terminal:
            click.echo(f"\r\x1b[K{WORDS[stage].of(lang)} …", nl=False, err=True)

    found = check(named_datasets(datasets), owl=owl, report=report)
    if terminal:
        click.echo("\r\x1b[K", nl=False, err=True)
    content = FORMATS[form](found, lang)
    put(f"{content}\n", out)
    if found.exit_code:
        sys.exit(found.exit_code)
