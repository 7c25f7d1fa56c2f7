"""``plangraph build``: build datasets."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangraph.cli import locale
from plangraph.errors import Words
from plangraph.opening import dataset_folder, default_folder

if TYPE_CHECKING:
    from plangraph.build.layout import Manifest

WORDS = {
    "tables": Words("reading the tables", "表を読んでいます"),
    "inference": Words("drawing conclusions", "推論しています"),
    "catalogue": Words("writing the catalogue", "目録を書いています"),
    "shapes": Words("holding the facts against the shapes", "規則（SHACL）に照らしています"),
    "store": Words("writing the store", "保存しています"),
}
SHOWN_CLASSES = (
    "Plan",
    "BasicPolicy",
    "Policy",
    "Measure",
    "Project",
    "Contribution",
    "Observation",
    "Evaluation",
)


@click.command()
@click.argument("datasets", nargs=-1)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to build into.  [default: $PLANGRAPH_STORE or .plangraph]",
)
def command(datasets: tuple[str, ...], out: Path | None) -> None:
    """Build DATASETS: names of bundled ones, or folders with plan.toml and tables.

    Without any, the bundled Kawasaki is built. All problems are told at once, and nothing is changed by a build
    that fails or is stopped.
    """
    from plangraph.build.pipeline import STAGES, build

    folder = out or default_folder()
    terminal = sys.stderr.isatty()

    def report(stage: str) -> None:
        if terminal:
            line = f"[{STAGES.index(stage) + 1}/{len(STAGES)}] {WORDS[stage].text(locale.language())} …"
            click.echo(f"\r\x1b[K{line}", nl=False, err=True)

    gc.disable()  # a build makes a hundred thousand things and keeps them all to the end
    manifest = build([dataset_folder(name) for name in datasets or ("kawasaki",)], folder, report)
    if terminal:
        click.echo("\r\x1b[K", nl=False, err=True)
    _summary(manifest, folder)


def _summary(manifest: Manifest, folder: Path) -> None:
    from plangraph.namespaces import PREFIXES

    counts = [(name, manifest.counts.get(PREFIXES["pg"] + name, 0)) for name in SHOWN_CLASSES]
    inferred = sum(size for name, size in manifest.graphs.items() if name.endswith("/inferred"))
    total = sum(manifest.graphs.values())
    graphs, names = len(manifest.graphs), ", ".join(manifest.datasets)
    size = Words(
        f"{names}: {total:,} triples in {graphs} graphs, {inferred:,} inferred",
        f"{names}: {graphs} グラフに {total:,} トリプル、うち推論 {inferred:,}",
    )
    identity = manifest.identity[:12]
    where = Words(f"built in {folder} ({identity})", f"{folder} に構築しました（{identity}）")
    click.echo(size.text(locale.language()))
    click.echo("  " + "  ".join(f"{name} {count:,}" for name, count in counts if count))
    click.echo(where.text(locale.language()))
