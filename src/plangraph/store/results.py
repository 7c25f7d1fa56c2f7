"""Answers as the SPARQL 1.1 results formats (W3C: JSON, XML, CSV and TSV), exactly as the standards say."""

from __future__ import annotations

import csv
import io
import json
from html import escape
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING

from plangraph.store.terms import BlankNode, Literal, NamedNode, Triple, to_python

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plangraph.store.terms import Row, Term

NAMESPACE = "http://www.w3.org/2005/sparql-results#"


def write_json(variables: Sequence[str], rows: Iterable[Row]) -> str:
    """Write rows in the SPARQL 1.1 Query Results JSON Format (W3C).

    Most terms of a long answer stand in many of its rows, so each is written once and then looked up.
    """
    names = [f"{quoted(name)}: " for name in variables]
    written: dict[Term, str] = {}
    bindings = []
    for row in rows:
        members = []
        for name, term in zip(names, row, strict=True):
            if term is not None:
                if term not in written:
                    written[term] = _json_term(term)
                members.append(name + written[term])
        bindings.append(f"{{{', '.join(members)}}}")
    head = ", ".join(map(quoted, variables))
    return f'{{"head": {{"vars": [{head}]}}, "results": {{"bindings": [{", ".join(bindings)}]}}}}'


def write_xml(variables: Sequence[str], rows: Iterable[Row]) -> str:
    """Write rows in the SPARQL Query Results XML Format (W3C)."""
    head = "".join(f"<variable name={_attribute(name)}/>" for name in variables)
    results = "".join(
        "<result>"
        + "".join(
            f"<binding name={_attribute(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(variables, row, strict=True)
            if term is not None
        )
        + "</result>"
        for row in rows
    )
    return _xml(head, f"<results>{results}</results>")


def write_csv(variables: Sequence[str], rows: Iterable[Row]) -> str:
    """Write rows as CSV (SPARQL 1.1 Query Results CSV and TSV Formats, W3C): each value as it is, for programs."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(variables)
    writer.writerows([_plain(term) for term in row] for row in rows)
    return out.getvalue()


def write_tsv(variables: Sequence[str], rows: Iterable[Row]) -> str:
    """Write rows as TSV (SPARQL 1.1 Query Results CSV and TSV Formats, W3C)."""
    lines = ["\t".join(f"?{name}" for name in variables)]
    lines += ["\t".join("" if term is None else _tsv_term(term) for term in row) for row in rows]
    return "\n".join(lines) + "\n"


def boolean_json(value: bool) -> str:
    """Write the answer of an ASK query in the SPARQL 1.1 Query Results JSON Format (W3C)."""
    return json.dumps({"head": {}, "boolean": value})


def boolean_xml(value: bool) -> str:
    """Write the answer of an ASK query in the SPARQL Query Results XML Format (W3C)."""
    return _xml("", f"<boolean>{boolean_word(value)}</boolean>")


def boolean_word(value: bool) -> str:
    """Write the answer of an ASK query as a word: ``true`` or ``false``."""
    return "true" if value else "false"


def _xml(head: str, body: str) -> str:
    return f'<?xml version="1.0"?><sparql xmlns="{NAMESPACE}"><head>{head}</head>{body}</sparql>'


def _json_term(term: Term) -> str:
    if isinstance(term, BlankNode):
        return f'{{"type": "bnode", "value": {quoted(term.value)}}}'
    if not isinstance(term, Literal):
        return f'{{"type": "uri", "value": {quoted(str(to_python(term)))}}}'
    kind = term.datatype.value
    mark = f', "xml:lang": {quoted(term.language)}' if term.language else ""
    mark = mark or ("" if kind.endswith("#string") else f', "datatype": {quoted(kind)}')
    return f'{{"type": "literal", "value": {quoted(term.value)}{mark}}}'


def _xml_term(term: Term) -> str:
    match term:
        case NamedNode():
            return f"<uri>{escape(term.value, quote=False)}</uri>"
        case BlankNode():
            return f"<bnode>{escape(term.value, quote=False)}</bnode>"
        case Literal():
            return f"<literal{_xml_kind(term)}>{_xml_text(term.value)}</literal>"
        case Triple(subject=subject, predicate=predicate, object=target):
            parts = (("subject", subject), ("predicate", predicate), ("object", target))
            return "<triple>" + "".join(f"<{n}>{_xml_term(part)}</{n}>" for n, part in parts) + "</triple>"


def _xml_kind(term: Literal) -> str:
    if term.language:
        return f" xml:lang={_attribute(term.language)}"
    kind = term.datatype.value
    return "" if kind.endswith("#string") else f" datatype={_attribute(kind)}"


def _xml_text(value: str) -> str:
    """Escape text; what XML 1.0 cannot hold becomes the replacement character."""
    kept = "".join(c if c >= " " or c in "\t\n" else "&#13;" if c == "\r" else "\ufffd" for c in value)
    return escape(kept, quote=False).replace("&amp;#13;", "&#13;")


def _attribute(value: str) -> str:
    return f'"{escape(value)}"'


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, BlankNode | Triple) else str(term.value)


def _tsv_term(term: Term) -> str:
    return str(term).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
