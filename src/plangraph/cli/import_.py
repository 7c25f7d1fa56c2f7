"""``plangraph import``: make a dataset from the sheets that a city has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangraph.cli.import_account import tell_draft, tell_import, tell_lines
from plangraph.cli.locale import japanese, language, said, speech_option
from plangraph.cli.options import overwrite_option
from plangraph.cli.written_files import tell_written
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.intake.heading_words import Vocabulary
    from plangraph.intake.mapping import Mapping
    from plangraph.sheets import Sheet


@click.command(
    help=japanese("""
市の持つ表（Excel、CSV など）から、データセットを作ります。

まず --draft で、見出しから推し量った対応表 mapping.toml を書き出します。推し量った理由も書いてあります。
人がそれを確かめて直し、もう一度 import すると、そのとおりにデータセットができます。
終わりに、何行・何セルを運び、何をなぜ運ばなかったかを示します。シートにないことは補いません。

plangraph import 事業一覧.xlsx --draft
plangraph import 事業一覧.xlsx -o mycity
plangraph build mycity

--from-text は、計画書の本文（PDF または .txt）から、番号の付いた見出し・日程・SDGs とほかの計画への言及を下書きします。

plangraph import --from-text 計画.pdf -o mycity.xlsx
""")
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help=said(
        "作るデータセット。フォルダー、または .xlsx で終わるブック",
        "The dataset to make: a folder, or a workbook (.xlsx).",
    ),
)
@click.option(
    "--draft",
    is_flag=True,
    help=said("対応表 mapping.toml の下書きだけを書く", "Only write a draft of mapping.toml."),
)
@click.option(
    "-m",
    "--mapping",
    "mapping_file",
    default="mapping.toml",
    show_default=True,
    help=said(
        "対応表のファイル、または同梱の対応表の名前（gyosei-review、shien-seido）",
        "The file with the mapping, or the name of a bundled one (gyosei-review, shien-seido).",
    ),
)
@click.option("--key", default="", help=said("市のキー（英小文字。下書きに使う）", "The city's key, for the draft."))
@click.option("--city", default="", help=said("市の名称（下書きに使う）", "The city's name, for the draft."))
@click.option(
    "--vocabulary",
    "vocabularies",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=said("見出しの語を加えるファイル（TOML）", "A file (TOML) with more words of headings."),
)
@click.option(
    "--from-text",
    is_flag=True,
    help=said(
        "計画書の本文（PDF または .txt）一つから、要素・日程・言及を下書きする",
        "Draft elements, schedule and mentions from the text of one plan (PDF or .txt).",
    ),
)
@click.option(
    "--forms",
    "forms_files",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=said("見出しの番号の形を加えるファイル（TOML）", "A file (TOML) with more forms of numbered headings."),
)
@overwrite_option
@speech_option
def command(
    files: tuple[Path, ...],
    out: Path | None,
    draft: bool,
    mapping_file: str,
    key: str,
    city: str,
    vocabularies: tuple[Path, ...],
    from_text: bool,
    forms_files: tuple[Path, ...],
    overwrite: bool,
) -> None:
    """Make a dataset from the sheets that a city has: FILES are workbooks or CSV.

    With --draft, write mapping.toml: a guess from the headings, with its reason, of what each column is. A person
    looks at it and edits it; then the same command without --draft follows it. At the end it says how much was carried,
    and what was left out and why. What the sheets do not say is not made up.

    \b
    plangraph import projects.xlsx --draft
    plangraph import projects.xlsx -o mycity
    plangraph build mycity

    With --from-text, draft numbered headings, the schedule and mentions of the SDGs and of other plans from the text of
    a plan (PDF or .txt), for review.

    \b
    plangraph import --from-text plan.pdf -o mycity.xlsx
    """
    from plangraph.intake.heading_words import Vocabulary
    from plangraph.intake.new_dataset import check_key
    from plangraph.sheets import read_sheets

    if key:
        check_key(key)
    vocabulary = Vocabulary.load(vocabularies)
    if from_text and draft:
        raise click.UsageError(
            said(
                "--from-text は下書きのデータセットを作ります。--draft は付けません",
                "--from-text makes a draft of a dataset: leave out --draft",
            )
        )
    if from_text:
        _from_text(files, vocabulary, forms_files, out, key, city, overwrite=overwrite)
        return
    sheets = [sheet for file in files for sheet in read_sheets(file)]
    path = Path(mapping_file)
    if draft or out is None:
        _write_draft(sheets, vocabulary, path, key, city, overwrite=overwrite)
        return
    _import(sheets, vocabulary, path, out, key, city, overwrite=overwrite)


def _from_text(
    files: tuple[Path, ...],
    vocabulary: Vocabulary,
    forms_files: tuple[Path, ...],
    out: Path | None,
    key: str,
    city: str,
    *,
    overwrite: bool,
) -> None:
    from plangraph.dataset_files.writing import write_dataset
    from plangraph.intake.from_text.text_draft import draft_from_text
    from plangraph.intake.from_text.text_forms import TextForms
    from plangraph.intake.from_text.text_pages import read_pages

    if out is None or len(files) != 1:
        raise click.UsageError(
            said(
                "--from-text には、ファイルを一つと、作るデータセット（-o）を指定してください",
                "--from-text takes one file, and the dataset to make (-o)",
            )
        )
    forms = TextForms.load(vocabulary, forms_files)
    content, account = draft_from_text(read_pages(files[0], forms), forms, key, city)
    told = replace(content, account=list(account.lines(language())))
    write_dataset(told, out, lang=language(), overwrite=overwrite)
    tell_lines(account)
    then = Words(
        f"本文と見比べて直してください。次は: plangraph check {out}",
        f"compare it with the text and mend it; next: plangraph check {out}",
    )
    tell_written(out, Words("下書き", "a draft"), then)


def _write_draft(
    sheets: list[Sheet], vocabulary: Vocabulary, path: Path, key: str, city: str, *, overwrite: bool
) -> None:
    from plangraph.dataset_files.folder import as_toml
    from plangraph.errors import StoreError
    from plangraph.intake.draft import Named, draft

    if path.exists() and not overwrite:
        raise StoreError(
            Words(
                f"{path} はすでにあります。書き直すなら --overwrite を付け、残すなら -m で別の名前を指定してください",
                f"{path} exists: rewrite it with --overwrite, or name another file with -m",
            )
        )
    drafted = draft(sheets, vocabulary, Named(key, city), language())
    path.write_text(as_toml(drafted), "utf-8")
    tell_draft(drafted)
    tell_written(
        path, then=Words("確かめて直し、-o を付けてもう一度実行してください", "check it, and run again with -o")
    )


def _import(
    sheets: list[Sheet], vocabulary: Vocabulary, path: Path, out: Path, key: str, city: str, *, overwrite: bool
) -> None:
    from plangraph.dataset_files.writing import write_dataset
    from plangraph.intake.carrying import Carrying
    from plangraph.intake.spellings import Spellings, read_spellings, spellings_csv

    mapping = _mapping(sheets, vocabulary, path, key, city)
    confirmed_in = path.with_name("spellings.csv")
    confirmed = read_spellings(confirmed_in) if confirmed_in.is_file() else {}
    carrying = Carrying(mapping, vocabulary, Spellings(confirmed), path.name)
    content = carrying.carry(sheets)
    told = replace(content, account=list(carrying.account.lines(language())))
    write_dataset(told, out, lang=language(), overwrite=overwrite)
    found = carrying.spellings.found
    if found:
        confirmed_in.write_text(spellings_csv(found), "utf-8-sig")
    tell_import(carrying.account, found)
    if found:
        mark = Words(
            "同じ名称なら same に x を付けて、もう一度取り込んでください",
            "where same holds, mark it with x, and import again",
        )
        tell_written(confirmed_in, then=mark)
    tell_written(out, then=Words(f"次は: plangraph build {out}", f"next: plangraph build {out}"))


def _mapping(sheets: list[Sheet], vocabulary: Vocabulary, path: Path, key: str, city: str) -> Mapping:
    from plangraph.intake.draft import Named, draft
    from plangraph.intake.mapping import Mapping
    from plangraph.intake.mapping_file import bundled_mapping, read_mapping

    if not path.is_file() and (bundled := bundled_mapping(str(path))):
        mapping = read_mapping(bundled)
        said_now = {name: value for name, value in (("key", key), ("city", city)) if value}
        return mapping.model_copy(update={"dataset": mapping.dataset.model_copy(update=said_now)})
    if path.is_file():
        return read_mapping(path)
    click.echo(
        said(
            f"{path} がないので、見出しから推し量った対応で取り込みます（--draft で書き出して確かめられます）",
            f"there is no {path}: importing as guessed from the headings (look at the guess with --draft)",
        ),
        err=True,
    )
    return Mapping.model_validate(draft(sheets, vocabulary, Named(key, city), language()))
