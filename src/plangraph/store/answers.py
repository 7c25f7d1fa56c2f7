"""What a query answers: rows, a truth value, or a graph; and how each is written out."""

from __future__ import annotations

import csv
import html
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from plangraph.errors import MissingExtra, QuestionError
from plangraph.namespaces import PREFIXES
from plangraph.store.formats import RDF, RESULTS
from plangraph.store.terms import BlankNode, Literal, Triple, to_python
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from plangraph.store.columns import Heading
    from plangraph.store.terms import Row, Term

FORMULA_STARTS = (*"=+-@", *"＝＋－＠", "\t", "\r", "\n")
HTML_ROWS = 100


class _Lines(io.StringIO):
    def write(self, line: str) -> int:
        return super().write(line.removesuffix("\r\n") + "\n")


@dataclass(frozen=True)
class Rows:
    """The rows of a SELECT query.

    Attributes
    ----------
    variables : list of str
        The names of the columns.
    rows : list of tuple of Term or None
        The terms, None where a variable is unbound.
    cut : bool
        Whether there are more rows than these.
    headings : mapping of str to Heading
        What columns are called and what they hold, by name, as far as it is known.
    """

    variables: list[str]
    rows: Sequence[Row]
    cut: bool = False
    headings: Mapping[str, Heading] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return (tuple(map(to_python, row)) for row in self.rows)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give each row as a dict of Python values by column name."""
        return [dict(zip(self.variables, row, strict=True)) for row in self]

    def to_csv(self) -> str:
        """Write the rows as CSV; text that a spreadsheet would run as a formula is preceded by ``'``."""
        out = _Lines()
        writer = csv.writer(out, lineterminator="\r\n")  # so that a cell with either of them is put in quotes
        writer.writerow(self.variables)
        writer.writerows([_cell(term) for term in row] for row in self.rows)
        return out.getvalue()

    def to_json(self) -> str:
        """Write the rows in the SPARQL 1.1 Query Results JSON Format (W3C)."""
        return self.serialize("json")

    def serialize(self, form: str = "json") -> str:
        """Write the rows in a format of the W3C's, a key of :data:`plangraph.store.formats.RESULTS`."""
        return RESULTS[form].of_rows(self.variables, self.rows)

    def to_pandas(self) -> pd.DataFrame:
        """Give the rows as a data frame.

        Raises
        ------
        MissingExtra
            If pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise MissingExtra("pandas", Words("to_pandas()", "to_pandas()")) from error
        return pd.DataFrame(list(self), columns=self.variables)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.variables)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(shown(term))}</td>" for term in row) + "</tr>"
            for row in self.rows[:HTML_ROWS]
        )
        rest = len(self.rows) - HTML_ROWS
        foot = f"<p>… {rest} more rows</p>" if rest > 0 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{foot}"


@dataclass(frozen=True)
class Boolean:
    """The answer of an ASK query."""

    value: bool

    def __bool__(self) -> bool:
        return self.value

    def to_json(self) -> str:
        """Write the answer in the SPARQL 1.1 Query Results JSON Format (W3C)."""
        return self.serialize("json")

    def serialize(self, form: str = "json") -> str:
        """Write the answer in a format of the W3C's, a key of :data:`plangraph.store.formats.RESULTS`."""
        return RESULTS[form].of_boolean(self.value)


@dataclass(frozen=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE query; ``cut`` if there are more than these."""

    triples: Sequence[Triple]
    cut: bool = False

    def __len__(self) -> int:
        return len(self.triples)

    def __iter__(self) -> Iterator[Triple]:
        return iter(self.triples)

    def serialize(self, form: str = "turtle") -> str:
        """Write the triples in a format, a key of :data:`plangraph.store.formats.RDF`."""
        return RDF[form].write(self.triples).decode()


Answer = Rows | Boolean | Triples


def expect_rows(answer: Answer) -> Rows:
    """Return an answer that must be rows.

    Raises
    ------
    QuestionError
        If it is a truth value or triples.
    """
    if isinstance(answer, Rows):
        return answer
    raise QuestionError(
        Words(
            "問い合わせの答えに行がありません。SELECT を使ってください",
            "the query answers with no rows: a SELECT is needed here",
        )
    )


def expect_triples(answer: Answer) -> Triples:
    """Return an answer that must be triples.

    Raises
    ------
    QuestionError
        If it is rows or a truth value.
    """
    if isinstance(answer, Triples):
        return answer
    raise QuestionError(
        Words(
            "問い合わせの答えはトリプルではありません。CONSTRUCT か DESCRIBE を使ってください",
            "the query answers with no triples: a CONSTRUCT or DESCRIBE is needed here",
        )
    )


def expect_boolean(answer: Answer) -> bool:
    """Return an answer that must be a truth value.

    Raises
    ------
    QuestionError
        If it is rows or triples.
    """
    if isinstance(answer, Boolean):
        return answer.value
    raise QuestionError(
        Words(
            "問い合わせの答えは真偽ではありません。ASK を使ってください",
            "the query answers with no truth value: an ASK is needed here",
        )
    )


def shown(term: Term | None) -> str:
    """Write a term for a reader: names with their prefixes, literals without quotes."""
    if term is None:
        return ""
    if isinstance(term, Literal):
        return term.value
    value = str(to_python(term))
    if isinstance(term, BlankNode | Triple):
        return value
    for prefix, base in PREFIXES.items():
        if value.startswith(base) and "/" not in value[len(base) :]:
            return f"{prefix}:{value[len(base) :]}"
    return value


def _cell(term: Term | None) -> str:
    value = to_python(term)
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return "" if value is None else term.value if isinstance(term, Literal) else str(value)
