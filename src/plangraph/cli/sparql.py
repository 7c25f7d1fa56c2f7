"""``plangraph sparql``: answer a SPARQL query."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangraph.citation import of_query
from plangraph.cli.locale import japanese, language, said
from plangraph.cli.options import answer_format_option, open_store, out_option, store_option
from plangraph.cli.output import FORMATS, write_answer
from plangraph.emptiness import unknown_terms
from plangraph.errors import ParameterError
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.store.answers import Rows
    from plangraph.store.readable import Reading


@click.command(
    help=japanese("""
SPARQL の問い合わせ QUERY に答えます。

接頭辞 pg、sdgo、sdg、rdfs、skos、prov、org、dcterms、xsd などは宣言せずに使えます。
""")
)
@click.argument("text", metavar="[QUERY]", required=False)
@click.option(
    "-f",
    "--file",
    type=click.Path(path_type=Path, allow_dash=True),
    help=said("問い合わせのファイル（- は標準入力）", "A file with the query; - for standard input."),
)
@store_option
@out_option
@answer_format_option(*FORMATS)
def command(text: str | None, file: Path | None, store: Path | None, out: Path | None, form: str | None) -> None:
    """Answer a SPARQL QUERY; the prefixes pg, sdgo, sdg, rdfs, skos, prov, org, dcterms, xsd … are known."""
    if (text is None) == (file is None):
        raise ParameterError(
            Words(
                "問い合わせか、そのファイル（-f）のどちらか一つを指定してください",
                "give a query, or a file with one by -f",
            )
        )
    graph, query = open_store(store), _read(file) if file else text or ""
    answer = graph.sparql(query)
    strange = unknown_terms(graph.engine, query)
    if strange:
        click.echo(strange.of(language()), err=True)

    def read(rows: Rows) -> Reading:
        reading = graph.reading(rows, lang=language(), ids=True)
        return replace(reading, about=[*reading.about, *of_query(query, (), language())])

    write_answer(answer, form, out, read=read)


def _read(file: Path) -> str:
    content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ParameterError(Words(f"{file}: UTF-8 ではありません", f"{file}: not UTF-8")) from error
