"""Answers as the SPARQL 1.1 results formats (W3C: JSON, XML, CSV and TSV), exactly as the standards say."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from plangraph.errors import QuestionError
from plangraph.store.answers import Graph, Truth
from plangraph.store.terms import BlankNode, Literal, NamedNode, Triple
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.store.answers import Answer, Rows
    from plangraph.store.terms import Term

FORMS = ("json", "xml", "csv", "tsv")
NAMESPACE = "http://www.w3.org/2005/sparql-results#"


def write_results(answer: Answer, form: str) -> str:
    """Write rows or a truth value.

    Parameters
    ----------
    answer : Rows or Truth
        The answer.
    form : str
        One of :data:`FORMS`. Unlike :meth:`Rows.to_csv`, ``csv`` holds values as they are, for programs.

    Raises
    ------
    QuestionError
        If the answer is a graph.
    """
    if isinstance(answer, Graph):
        raise QuestionError(
            Words("問い合わせの答えはグラフで、行がありません", "the query answers with a graph, which has no rows")
        )
    if isinstance(answer, Truth):
        return _truth(answer, form)
    match form:
        case "json":
            return answer.to_json()
        case "xml":
            return _xml(answer)
        case "csv":
            return _csv(answer)
        case _:
            return _tsv(answer)


def _truth(answer: Truth, form: str) -> str:
    word = "true" if answer else "false"
    match form:
        case "json":
            return answer.to_json()
        case "xml":
            return f'<?xml version="1.0"?><sparql xmlns="{NAMESPACE}"><head/><boolean>{word}</boolean></sparql>'
        case _:
            return word


def _xml(rows: Rows) -> str:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in rows.variables)
    results = "".join(
        "<result>"
        + "".join(
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(rows.variables, row, strict=True)
            if term is not None
        )
        + "</result>"
        for row in rows.rows
    )
    return f'<?xml version="1.0"?><sparql xmlns="{NAMESPACE}"><head>{head}</head><results>{results}</results></sparql>'


def _xml_term(term: Term) -> str:
    match term:
        case NamedNode():
            return f"<uri>{escape(term.value)}</uri>"
        case BlankNode():
            return f"<bnode>{escape(term.value)}</bnode>"
        case Literal():
            return f"<literal{_xml_kind(term)}>{_xml_text(term.value)}</literal>"
        case Triple(subject=subject, predicate=predicate, object=target):
            parts = (("subject", subject), ("predicate", predicate), ("object", target))
            return "<triple>" + "".join(f"<{n}>{_xml_term(part)}</{n}>" for n, part in parts) + "</triple>"


def _xml_kind(term: Literal) -> str:
    if term.language:
        return f" xml:lang={quoteattr(term.language)}"
    kind = term.datatype.value
    return "" if kind.endswith("#string") else f" datatype={quoteattr(kind)}"


def _xml_text(value: str) -> str:
    """Escape text; what XML 1.0 cannot hold becomes the replacement character."""
    return escape("".join(c if c >= " " or c in "\t\n" else "&#13;" if c == "\r" else "\ufffd" for c in value)).replace(
        "&amp;#13;", "&#13;"
    )


def _csv(rows: Rows) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(rows.variables)
    writer.writerows([_plain(term) for term in row] for row in rows.rows)
    return out.getvalue()


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, BlankNode | Triple) else str(term.value)


def _tsv(rows: Rows) -> str:
    lines = ["\t".join(f"?{name}" for name in rows.variables)]
    lines += ["\t".join("" if term is None else _tsv_term(term) for term in row) for row in rows.rows]
    return "\n".join(lines) + "\n"


def _tsv_term(term: Term) -> str:
    return str(term).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
