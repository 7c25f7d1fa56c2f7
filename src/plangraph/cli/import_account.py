"""What an import says of itself on the terminal: what it guesses, what it carried, and what it left out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from plangraph.cli.locale import language, said
from plangraph.ontology import load
from plangraph.tables.plan_file import SCALES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.intake.account import Account
    from plangraph.intake.from_text.text_account import TextAccount
    from plangraph.intake.spellings import Spelling

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
TOLD_LINES = 60  # most lines about what was found in a text
TOLD_CELLS = 5  # most lines about single cells


def tell_draft(drafted: Mapping[str, Any]) -> None:
    """Print what each column of each sheet is read as, and why."""
    for sheet in drafted["sheets"]:
        name = ":".join(filter(None, (sheet["file"], sheet.get("sheet", ""))))
        rows = f"{said('見出し', 'headings')} {sheet['header_rows']}" if "header_rows" in sheet else ""
        rows = said("帳票", "forms") if sheet.get("form") else rows
        click.echo("  ".join(filter(None, (name, rows, sheet["reason"]))))
        for column in sheet["columns"]:
            told = [
                column["field"],
                *(str(column[k]) for k in ("tier", "part", "kind", "fiscal_year", "unit") if k in column),
            ]
            reason = said(f"（{column['reason']}）", f"({column['reason']})")
            click.echo(f"  {column.get('column', ''):>3} {column['heading']}  →  {' '.join(told)}  {reason}")
    for key, (table, scheme) in SCALES.items():
        choices = load().codes(scheme)
        if words := [row["word"] for row in drafted.get(table, []) if not row[key]]:
            click.echo(
                said(
                    f"  [[{table}]] の {key} が分からない語: {'、'.join(words)}。"
                    f"{'、'.join(choices)} のどれかを書いてください",
                    f"  the {key} of these is not said: {', '.join(words)}. Write one of "
                    f"{', '.join(choices)} under [[{table}]]",
                )
            )
    if drafted["dataset"].get("currency") == "":
        click.echo(
            said(
                "  どの国の通貨（$ など）か書かれていません。[dataset] の currency に通貨のコード（USD など）を"
                "書いてください",
                "  which $, pesos or rupees these are is not said: write the code of its currency as currency in "
                "[dataset], such as USD",
            )
        )
    if start := drafted["dataset"].get("start"):
        end = drafted["dataset"]["end"]
        click.echo(
            said(
                f"  題名から、計画の期間は {start}～{end} 年度とみました。違うなら、"
                "[dataset] の start と end を直してください",
                f"  the plan is taken to run from {start} to {end}, as its title says: if not so, correct start and "
                "end in [dataset]",
            )
        )
    if month := drafted["dataset"].get("year_begins"):
        click.echo(
            said(
                f"  年度は {month} 月に始まるとみました。違うなら、[dataset] の year_begins に書いてください。年度の"
                '名が終わる年によるなら、year_named_by = "end" とも書いてください',
                f"  fiscal years are taken to begin in {MONTHS[month - 1]}: if they do not, write the month as "
                "year_begins in [dataset]; if they are named by the year in which they end, also write "
                'year_named_by = "end"',
            )
        )
    if currency := drafted["dataset"].get("currency"):
        click.echo(
            said(
                f"  金額の通貨は {currency} とみました。違うなら、[dataset] の currency に書いてください",
                f"  amounts are taken to be in {currency}: if they are not, write the code (ISO 4217) as currency in "
                "[dataset]",
            )
        )
    if not drafted["dataset"]["city"]:
        click.echo(
            said(
                "  市の名称は書かれていません。[dataset] の city に書いてください（みなと市 など）",
                "  the city is not named: write its name as city in [dataset]",
            )
        )


def tell_lines(account: TextAccount) -> None:
    """Print what was found in a text, of which the rest stands beside the dataset."""
    _, *lines = account.lines(language())
    for line in lines[:TOLD_LINES]:
        click.echo("  " + "  ".join(filter(None, line)))
    if len(lines) > TOLD_LINES:
        more = len(lines) - TOLD_LINES
        click.echo(
            said(
                f"  ほかに {more:,} 行（データセットの取込の記録にあります）",
                f"  and {more:,} more, listed in the account beside the dataset",
            )
        )


def tell_import(account: Account, spellings: list[Spelling]) -> None:
    """Print what was carried and what not, as a table: sheets, columns, reasons; of single cells only the first."""
    share = 100 * account.carried // max(account.cells, 1)  # all of them only where none is left out
    click.echo(
        said(
            f"中身のあるセル {account.cells:,} のうち {account.carried:,} を運びました（{share}%）",
            f"{account.carried:,} of {account.cells:,} filled cells carried ({share}%)",
        )
    )
    _, *lines = account.lines(language())
    cells = [line for line in lines if line[2] and not line[3].count("/")]
    untold = set(map(tuple, cells[TOLD_CELLS:]))
    for line in lines:
        if tuple(line) not in untold:
            click.echo("  " + "  ".join(filter(None, line)))
    if untold:
        more = len(cells) - TOLD_CELLS
        click.echo(
            said(
                f"  運ばなかったセルはほかに {more:,}（データセットの取込の記録にあります）",
                f"  and {more:,} more cells left out, listed in the account beside the dataset",
            )
        )
    sure, asked = (sum(one.same is same for one in spellings) for same in (True, False))
    if spellings:
        click.echo(
            said(
                f"表記のゆれ: まとめた {sure}、要確認 {asked}",
                f"spellings: {sure} taken as one, {asked} to confirm",
            )
        )
