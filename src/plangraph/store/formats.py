"""The formats of answers, each said once: its name, media type, suffix, W3C IRI, and what writes it.

A new format is one more entry here. Terminal, files, content negotiation, the service description and the
documentation read these tables.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Final

from pyoxigraph import QueryResultsFormat

from plangraph.namespaces import PREFIXES
from plangraph.store import results
from plangraph.store.jsonld import to_jsonld
from plangraph.store.terms import RdfFormat, to_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from plangraph.store.readable import Reading
    from plangraph.store.terms import Quad, Row, Triple

UTF8: Final = "; charset=utf-8"
IANA: Final = "https://www.iana.org/assignments/media-types/"


@dataclass(frozen=True)
class Format:
    """A format in which answers can be had.

    Attributes
    ----------
    name : str
        What it is called in addresses and options, such as ``turtle``.
    media_type : str
        Its media type (RFC 6838), without parameters.
    suffix : str
        How the names of its files end, such as ``.ttl``.
    iri : str
        The W3C's IRI of it (https://www.w3.org/ns/formats/), or IANA's.
    """

    name: str
    media_type: str
    suffix: str
    iri: str

    @property
    def content_type(self) -> str:
        """The media type, with the character set where it is one of text (RFC 9110, section 8.3)."""
        return self.media_type + UTF8 if self.media_type.startswith("text/") else self.media_type


@dataclass(frozen=True)
class ResultsFormat(Format):
    """A format of rows and truth values, and the functions that write them."""

    of_rows: Callable[[Sequence[str], Iterable[Row]], str]
    of_boolean: Callable[[bool], str]


@dataclass(frozen=True)
class RdfSyntax(Format):
    """A format of triples; also of quads, if it ``holds_graphs``."""

    syntax: RdfFormat

    @property
    def holds_graphs(self) -> bool:
        """Whether it tells named graphs apart."""
        return self.syntax.supports_datasets

    def write(
        self,
        statements: Iterable[Triple] | Iterable[Quad],
        prefixes: Mapping[str, str] = PREFIXES,
        base: str | None = None,
    ) -> bytes:
        """Write triples or quads; where the syntax knows of a base, as seen from it."""
        is_compact = self.syntax == RdfFormat.JSON_LD
        return to_jsonld(statements) if is_compact else to_bytes(statements, self.syntax, prefixes, base)


@dataclass(frozen=True)
class TableFormat(Format):
    """A format of rows as people read them, or as their programs do; read in only where it is used.

    Attributes
    ----------
    writer : str
        The function that writes a :class:`plangraph.store.readable.Reading` as bytes: ``module:name``.
    is_text : bool
        Whether it can be shown on a terminal.
    is_read : bool
        Whether people read it, rather than work on it with a program.
    """

    writer: str
    is_text: bool = True
    is_read: bool = False

    def write(self, reading: Reading) -> bytes:
        """Write rows.

        Raises
        ------
        MissingExtra
            If the format needs a library that is not installed.
        """
        written: bytes = resolve_name(self.writer)(reading)
        return written


def _results(
    name: str,
    form: QueryResultsFormat,
    of_rows: Callable[[Sequence[str], Iterable[Row]], str],
    of_boolean: Callable[[bool], str],
) -> ResultsFormat:
    media_type = form.media_type.partition(";")[0]
    return ResultsFormat(name, media_type, f".{form.file_extension}", form.iri, of_rows, of_boolean)


def _rdf(name: str, form: RdfFormat, iri: str = "") -> RdfSyntax:
    return RdfSyntax(name, form.media_type, f".{form.file_extension}", iri or form.iri, form)


def _table(name: str, media_type: str, writer: str, suffix: str = "", **more: bool) -> TableFormat:
    return TableFormat(name, media_type, suffix or f".{name}", IANA + media_type, f"plangraph.store.{writer}", **more)


RESULTS: Final = {
    each.name: each
    for each in (
        _results("json", QueryResultsFormat.JSON, results.write_json, results.boolean_json),
        _results("xml", QueryResultsFormat.XML, results.write_xml, results.boolean_xml),
        _results("csv", QueryResultsFormat.CSV, results.write_csv, results.boolean_word),
        _results("tsv", QueryResultsFormat.TSV, results.write_tsv, results.boolean_word),
    )
}
"""The SPARQL 1.1 results formats (W3C), for programs: rows and truth values."""

RDF: Final = {
    each.name: each
    for each in (
        _rdf("turtle", RdfFormat.TURTLE),
        _rdf("ntriples", RdfFormat.N_TRIPLES),
        _rdf("jsonld", RdfFormat.JSON_LD, "http://www.w3.org/ns/formats/JSON-LD"),
        _rdf("rdfxml", RdfFormat.RDF_XML),
        _rdf("trig", RdfFormat.TRIG),
        _rdf("nquads", RdfFormat.N_QUADS),
    )
}
"""The formats of RDF (W3C)."""

SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TABLES: Final = {
    each.name: each
    for each in (
        _table("xlsx", SHEET, "spreadsheet:to_xlsx", is_text=False, is_read=True),
        _table("csv", "text/csv", "documents:to_csv_file"),
        _table("records", "application/json", "documents:to_records", ".json"),
        _table("jsonl", "application/jsonl", "documents:to_json_lines"),
        _table("parquet", "application/vnd.apache.parquet", "frames:to_parquet", is_text=False),
        _table("md", "text/markdown", "documents:to_markdown", is_read=True),
        _table("html", "text/html", "documents:to_html", is_read=True),
    )
}
"""The formats of rows for people, for spreadsheets and for data frames."""

W3C_CSV: Final = replace(RESULTS["csv"], name="csv-w3c")
ROWS: Final = {**{name: form for name, form in RESULTS.items() if name not in TABLES}, **TABLES, W3C_CSV.name: W3C_CSV}
"""The formats in which people have rows: ``csv`` is that for spreadsheets, and the W3C's is ``csv-w3c``."""
