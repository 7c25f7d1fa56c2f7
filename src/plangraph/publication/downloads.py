"""Tables as workbooks and CSV: the answers to the questions that can be asked of the plan."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from plangraph.pages import render
from plangraph.publication.asked import Use, is_whole
from plangraph.publication.folders import graph_file, root_of
from plangraph.store.answers import expect_rows
from plangraph.store.formats import TABLES
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plangraph.graph import Graph

FOLDER = "tables"
FORMS = ("xlsx", "csv")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows
MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
TITLE = Words("データと表", "Data and tables")
DESCRIPTION = Words(
    "この計画についての問いの答えを表で、グラフ全体を N-Triples（gzip）で保存できます。",
    "The answers to the questions about this plan as tables, and whole graphs as N-Triples (gzip).",
)
ELSEWHERE = Words(
    "そのほかの形式、SPARQL エンドポイント、一枚のページにしたネットワーク、"
    "意味による検索は、静的なサイトにはありません。plangraph の serve、network、search にあります。",
    "A static site has no other formats, SPARQL endpoint, network as one page or search by meaning; plangraph's serve, "
    "network and search have them.",
)
GRAPHS, TABLES_WORDS = Words("グラフ", "Graphs"), Words("表", "Tables")


class Table(NamedTuple):
    """A table that can be saved.

    Attributes
    ----------
    lang, summary : str
        Its language and what it tells.
    path : str
        Its file in the site, without its ending.
    files : dict of str to bytes
        Its files by their paths.
    uses : tuple of Use
        The ways in which the explorer asks for it.
    """

    lang: str
    summary: str
    path: str
    files: dict[str, bytes]
    uses: tuple[Use, ...]


def tables(graph: Graph) -> list[Table]:
    """Answer every listed question that needs nothing but the plan, in each language, if there is an answer."""
    found = []
    for lang in LANGUAGES:
        for question in graph.questions():
            if question.form != "SELECT" or not is_whole(question):
                continue
            names = {each.name for each in question.parameters}
            given = {
                name: value for name, value in {"plan": graph.manifest.plan, "lang": lang}.items() if name in names
            }
            if graph.lacking(question.name, given):
                continue
            rows = expect_rows(graph.answer_to(question, given))
            if not rows.rows:
                continue
            reading = graph.reading(rows, question.name, given, lang=lang)
            path = f"{FOLDER}/{lang}/{question.name}"
            files = {f"{path}.{form}": _steady(TABLES[form].write(reading)) for form in FORMS}
            usual = {each.name: each.default for each in question.parameters if each.default is not None}
            uses = {Use(question.name, tuple(sorted(each.items()))) for each in (given, {**usual, **given})}
            found.append(Table(lang, question.summary(lang), path, files, tuple(sorted(uses))))
    return found


def index(all_tables: Iterable[Table]) -> dict[str, dict[str, str]]:
    """Return for each question, by its parameters, the files that hold its answer."""
    found: dict[str, dict[str, str]] = {}
    for table in all_tables:
        for use in table.uses:
            found.setdefault(use.name, {})[use.key] = table.path
    return found


def told(graph: Graph, all_tables: Iterable[Table], folder: str, lang: str) -> dict[str, str]:
    """Return what a page about tables and graphs says: its title, its description, and HTML."""
    base = root_of(folder)
    title, description = TITLE.of(lang), DESCRIPTION.of(lang)
    main = render(
        "publication/files.html",
        title=title,
        description=description,
        words={"graphs": GRAPHS.of(lang), "tables": TABLES_WORDS.of(lang), "elsewhere": ELSEWHERE.of(lang)},
        graphs=[(iri, f"{base}/{graph_file(iri)}", triples) for iri, triples in sorted(graph.manifest.graphs.items())],
        tables=[(table.summary, f"{base}/{table.path}") for table in all_tables if table.lang == lang],
    )
    return {"title": title, "description": description, "main": main}


def _steady(content: bytes) -> bytes:
    """Remove the time of making from a workbook, so that the same table gives the same bytes."""
    if not content.startswith(b"PK"):
        return content
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for name in made.namelist():
            part = zipfile.ZipInfo(name, EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(part, MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", made.read(name)))
    return out.getvalue()
