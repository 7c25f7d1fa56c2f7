"""``plangraph build``: build datasets."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, language, said
from plangraph.cli.options import named_datasets
from plangraph.cli.written_files import tell_written
from plangraph.opening import default_folder
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.build.layout import Manifest

WORDS = {
    "tables": Words("表を読んでいます", "reading the tables"),
    "inference": Words("推論しています", "drawing conclusions"),
    "catalogue": Words("目録を書いています", "writing the catalogue"),
    "shapes": Words("規則（SHACL）に照らしています", "holding the facts against the shapes"),
    "store": Words("保存しています", "writing the store"),
}
NAMED = 10
"""How many datasets are named when a build is whole."""
BESIDE_ELEMENTS = ("Plan", "Contribution", "Observation", "Evaluation")
"""The classes that are counted when a build is whole, besides all that elements of plans are of."""


@click.command(
    help=japanese("""
データセットを構築します。

DATASETS は、同梱のデータセットの名前、plan.toml と表のあるフォルダー、またはブック（.xlsx）です。
指定しなければ、いまのフォルダーのデータセットか、同梱の最初のものを構築します。

問題はすべて一度に示します。失敗や中断があっても、前回の構築はそのまま残ります。
""")
)
@click.argument("datasets", nargs=-1)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help=said(
        "構築先のフォルダー  [既定: $PLANGRAPH_STORE か .plangraph]",
        "The folder to build into.  [default: $PLANGRAPH_STORE or .plangraph]",
    ),
)
def command(datasets: tuple[str, ...], out: Path | None) -> None:
    """Build DATASETS: names of bundled ones, folders with plan.toml and tables, or workbooks (.xlsx).

    Without any, the dataset of the current folder is built, or else the first bundled one. All problems are listed
    at once. A build that fails or is stopped changes nothing.
    """
    from plangraph.build.pipeline import STAGES, build

    folder = out or default_folder()
    terminal = sys.stderr.isatty()

    def report(stage: str) -> None:
        if terminal:
            line = f"[{STAGES.index(stage) + 1}/{len(STAGES)}] {WORDS[stage].of(language())} …"
            click.echo(f"\r\x1b[K{line}", nl=False, err=True)

    def progress(name: str, number: int, of: int) -> None:
        if of > 1:
            click.echo(("\r\x1b[K" if terminal else "") + f"{number:,}/{of:,} {name}", err=True)

    gc.disable()  # a build makes a hundred thousand things and keeps them all to the end
    manifest = build(named_datasets(datasets), folder, report, progress)
    if terminal:
        click.echo("\r\x1b[K", nl=False, err=True)
    _summary(manifest, folder)


def _summary(manifest: Manifest, folder: Path) -> None:
    from plangraph.iris import is_inferred

    inferred = sum(size for name, size in manifest.graphs.items() if is_inferred(name))
    total = sum(manifest.graphs.values())
    graphs, names = len(manifest.graphs), ", ".join(manifest.datasets[:NAMED])
    names += f" … ({len(manifest.datasets):,})" if len(manifest.datasets) > NAMED else ""
    size = said(
        f"{names}: {graphs} グラフに {total:,} トリプル、うち推論 {inferred:,}",
        f"{names}: {total:,} triples in {graphs} graphs, {inferred:,} inferred",
    )
    identity = manifest.identity[:12]
    click.echo(size)
    for city, counts in _contents(manifest, folder):
        click.echo("  ".join(["", *filter(None, [city]), *(f"{name} {count:,}" for name, count in counts)]))
    tell_written(folder, Words(f"構築 {identity}", f"build {identity}"))


def _contents(manifest: Manifest, folder: Path) -> list[tuple[str, list[tuple[str, int]]]]:
    """Return how many elements stand on each tier, by city, or in many cities are of each class; and what is beside."""
    from plangraph import ontology
    from plangraph.namespaces import PG, PREFIXES
    from plangraph.opening import open_graph
    from plangraph.tier_words import elements_by_tier

    known, lang = ontology.load(), language()
    of_classes = [kind for kind in sorted(manifest.counts) if PG.PlanElement in known.ancestors(kind)]
    others = [kind for name in BESIDE_ELEMENTS if (kind := PREFIXES["pg"] + name) in manifest.counts]
    if len(manifest.datasets) > NAMED:
        return [("", [(known.called(kind).of(lang), manifest.counts[kind]) for kind in of_classes + others])]
    tiers = elements_by_tier(open_graph(folder).engine, lang)
    beside = [(known.called(kind).of(lang), manifest.counts[kind]) for kind in others]
    keys = manifest.datasets
    cities = [[(word, number) for tier, word, number in tiers if manifest.city(tier) == city] for city in keys]
    if len(cities) == 1:
        return [("", cities[0] + beside)]
    return [*zip(keys, cities, strict=True), ("", beside)]
