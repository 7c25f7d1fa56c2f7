"""What several commands share: the store to ask and the format to answer in."""

from __future__ import annotations

from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any

import click

from plangraph import resources
from plangraph.cli.locale import lang_option, language, said
from plangraph.errors import StoreNotFound
from plangraph.fiscal_years import fiscal_year, no_fiscal_year
from plangraph.opening import (
    dataset_folder,
    default_dataset,
    default_folder,
    expect_graph,
    is_url,
    load,
    open_graph,
)
from plangraph.queries.numbers_written import no_number, number_written
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.graph import Graph


NO_ENDPOINT = Words(
    "エンドポイントの URL は http:// か https:// で始まります", "an endpoint's address begins with http:// or https://"
)


def _folder_or_url(given: str) -> str | Path:
    if "://" in given and not is_url(given):
        raise click.BadParameter(NO_ENDPOINT.of(language()))
    return given if is_url(given) else Path(given)


store_option = click.option(
    "--store",
    type=_folder_or_url,
    metavar="FOLDER|URL",
    help=said(
        "構築したフォルダー、または SPARQL エンドポイントの URL  [既定: $PLANGRAPH_STORE か .plangraph]",
        "The folder of a build, or the URL of a SPARQL endpoint that holds one."
        "  [default: $PLANGRAPH_STORE or .plangraph]",
    ),
)


language_option = lang_option(
    said("答えの言語  [既定: 端末の言語]", "The language of the answer.  [default: that of the terminal]")
)
overwrite_option = click.option(
    "--overwrite", is_flag=True, help=said("すでにあるものを置き換える", "Replace what stands there.")
)
ids_option = click.option(
    "--ids",
    is_flag=True,
    help=said("コードや名称のあるものの IRI も示す", "Show IRIs too, where a code or a label stands beside them."),
)


def named_datasets(datasets: tuple[str, ...]) -> list[Path]:
    """Return the folders or workbooks of the datasets that are named or, where none is, of one, and say which."""
    if datasets:
        return [dataset_folder(name) for name in datasets]
    chosen, bundled = default_dataset(), resources.datasets()
    names = ", ".join(name for name in bundled if name != chosen.name)
    if chosen in bundled.values():
        message = said(
            f"データセットの指定がないため、同梱の '{chosen.name}' を使います（{names} かフォルダーも指定できます）。",
            f"No dataset is named: taking the bundled '{chosen.name}' (name {names}, or a folder).",
        )
    else:
        message = said(
            f"データセットの指定がないため、このフォルダー（{chosen.name}）のデータセットを使います。",
            f"No dataset is named: taking the one in this folder ({chosen.name}).",
        )
    click.echo(message, err=True)
    return [chosen]


class OutFile(click.Path):
    """A file to write, whose folder is there: told before the work is done that would be lost."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, dir_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, or refuse it."""
        path = Path(str(super().convert(value, param, ctx)))
        if not path.parent.is_dir():
            self.fail(
                said(
                    f"フォルダー「{path.parent}」がありません。先に作ってください。",
                    f"There is no folder '{path.parent}': make it first.",
                ),
                param,
                ctx,
            )
        return path


class FileOf(OutFile):
    """A file to write, whose name ends in a format that a registry has.

    Parameters
    ----------
    registry : str
        ``module:name`` of the registry, which is imported only where the formats are asked for.
    """

    def __init__(self, registry: str) -> None:
        super().__init__()
        self._registry = registry

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - click's signature
        """Return how a name is written, with all endings."""
        return f"FILE.[{'|'.join(resolve_name(self._registry))}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, or refuse it."""
        path = super().convert(value, param, ctx)
        formats = resolve_name(self._registry)
        if path.suffix.lower().removeprefix(".") not in formats:
            there = ", ".join(f".{each}" for each in formats)
            self.fail(
                said(f"{path}: 書けるのは {there} です。", f"{path}: the file's name has to end in one of {there}."),
                param,
                ctx,
            )
        return path


class OneOf(click.Choice[str]):
    """One of the names that a registry has.

    Parameters
    ----------
    registry : str
        ``module:name`` of the registry, which is imported only where the names are asked for.
    """

    def __init__(self, registry: str) -> None:
        self._registry, self.case_sensitive = registry, True

    @property
    def choices(self) -> tuple[str, ...]:  # type: ignore[override] # click keeps them, and would import them at once
        """The names."""
        return tuple(resolve_name(self._registry))


class FiscalYear(click.ParamType[int]):
    """A fiscal year as people write it: 2024, 令和6年度, R6."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the year in which it begins, or refuse what is none."""
        year = fiscal_year(str(value))
        if year is None:
            wrong = no_fiscal_year(str(value))
            self.fail(said(f"{wrong.ja}。", f"{wrong.en}."), param, ctx)
        return year


class Amount(click.ParamType[str]):
    """A number as people write it: 1000000, 1,000,000, 100万, 1.5億円."""

    name = "amount"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return it in digits, or refuse what is none."""
        found = number_written(str(value))
        if found is None:
            wrong = no_number(str(value))
            self.fail(said(f"{wrong.ja}。", f"{wrong.en}."), param, ctx)
        return f"{found:f}"


OUT_FILE = OutFile()
AMOUNT = Amount()
FISCAL_YEAR = FiscalYear()
exact_option = click.option("--exact", is_flag=True, help=said("金額を端数まで示す", "Show sums of money in full."))
plan_option = click.option(
    "--plan",
    help=said("対象の計画  [既定: 問いの対象の計画]", "The plan.  [default: the one that questions are about]"),
)
out_option = click.option(
    "-o",
    "--out",
    type=OUT_FILE,
    help=said("書き出すファイル  [既定: 標準出力]", "The file.  [default: standard output]"),
)


def answer_format_option(*formats: str) -> Callable[[Any], Any]:
    """Make the option ``--format`` of answers, which may go into a file that tells the format by its name."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        help=said(
            "答えの形式  [既定: ファイル名によるもの、端末では table]",
            "How to write the answer.  [default: as the file's name tells; a table on the terminal]",
        ),
    )


def open_store(store: Path | str | None, *, in_memory: bool = False) -> Graph:
    """Open a build; on first use, where none was named, build a dataset and say which.

    Raises
    ------
    StoreNotFound
        If a folder or endpoint was named and nothing has been built there.
    """
    try:
        return open_graph(store, in_memory=in_memory)
    except StoreNotFound:
        if store is not None:
            raise
    return _built_first()


def expect_store(store: Path | str | None) -> None:
    """Check that there is a build, which others will read; on first use build one, as :func:`open_store` does.

    Raises
    ------
    StoreNotFound
        If a folder or endpoint was named and nothing has been built there.
    """
    try:
        expect_graph(store)
    except StoreNotFound:
        if store is not None:
            raise
        _built_first()


def _built_first() -> Graph:
    """Build a dataset where builds go, and say which."""
    dataset = default_dataset()
    click.echo(
        said(
            f"{default_folder()} にはまだ構築がないため、データセット '{dataset.name}' を構築します。",
            f"No build in {default_folder()} yet: building the dataset '{dataset.name}' there.",
        ),
        err=True,
    )
    return load(dataset, default_folder())
