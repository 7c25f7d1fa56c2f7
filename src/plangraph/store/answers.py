"""What a query answers: rows, a truth value, or a graph; and how each is written out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, overload

from plangraph.errors import QuestionError
from plangraph.store import frames
from plangraph.store.documents import html_table, safe_csv
from plangraph.store.formats import RDF, RESULTS
from plangraph.store.readable import Reading
from plangraph.store.terms import Triple, to_python
from plangraph.words import Count, Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from plangraph.store.columns import Heading
    from plangraph.store.terms import Row

HTML_ROWS = 100


@dataclass(frozen=True, repr=False)
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
    lang : str
        The language that the rows are in, and in which a notebook shows the headings.
    currency : str
        The code (ISO 4217) of the currency of its sums of money.
    """

    variables: list[str]
    rows: Sequence[Row]
    cut: bool = False
    headings: Mapping[str, Heading] = field(default_factory=dict, compare=False)
    lang: str = field(default="ja", compare=False)
    currency: str = field(default="", compare=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return (tuple(map(to_python, row)) for row in self.rows)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return each row as a dict of Python values by column name."""
        return [dict(zip(self.variables, row, strict=True)) for row in self]

    def to_csv(self) -> str:
        """Write the rows as CSV; text that a spreadsheet would run as a formula is preceded by ``'``."""
        return safe_csv(self.variables, self)

    def to_json(self) -> str:
        """Write the rows in the SPARQL 1.1 Query Results JSON Format (W3C)."""
        return self.serialize("json")

    def serialize(self, form: str = "json") -> str:
        """Write the rows in a format of the W3C, a key of :data:`plangraph.store.formats.RESULTS`."""
        return RESULTS[form].of_rows(self.variables, self.rows)

    @overload
    def __getitem__(self, which: int) -> dict[str, Any]: ...

    @overload
    def __getitem__(self, which: slice) -> Rows: ...

    @overload
    def __getitem__(self, which: str) -> list[Any]: ...

    def __getitem__(self, which: int | slice | str) -> dict[str, Any] | Rows | list[Any]:
        """Return a row as a dict, some of the rows, or a column by its name as Python values."""
        if isinstance(which, slice):
            return replace(self, rows=self.rows[which])
        if isinstance(which, str):
            if which not in self.variables:
                meant = did_you_mean(which, self.variables).en
                raise KeyError(f"no column '{which}'{meant}; there is {', '.join(self.variables)}")
            index = self.variables.index(which)
            return [to_python(row[index]) for row in self.rows]
        return dict(zip(self.variables, map(to_python, self.rows[which]), strict=True))

    def __repr__(self) -> str:
        rows = Count(len(self))
        return f"<{rows} {rows:row|rows}: {', '.join(self.variables)}>"

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a data frame of pandas: ``Int64``, ``Float64``, ``boolean``, ``string`` and dates.

        Raises
        ------
        MissingExtra
            If pandas is not installed.
        """
        return frames.to_pandas(self)

    def to_polars(self) -> pl.DataFrame:
        """Return the rows as a data frame of polars.

        Raises
        ------
        MissingExtra
            If polars is not installed.
        """
        return frames.to_polars(self)

    def to_arrow(self) -> pa.Table:
        """Return the rows as a table of Apache Arrow.

        Raises
        ------
        MissingExtra
            If pyarrow is not installed.
        """
        return frames.to_arrow(self)

    def _repr_html_(self) -> str:
        rest = len(self.rows) - HTML_ROWS
        foot = f"<p>… {rest} more rows</p>" if rest > 0 else ""
        return html_table(Reading(self, self.lang, ids=not self.headings), HTML_ROWS) + foot


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


@dataclass(frozen=True, repr=False)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE query; ``cut`` if there are more than these."""

    triples: Sequence[Triple]
    cut: bool = False

    def __len__(self) -> int:
        return len(self.triples)

    def __iter__(self) -> Iterator[Triple]:
        return iter(self.triples)

    def __repr__(self) -> str:
        triples = Count(len(self))
        return f"<{triples} {triples:triple|triples}>"

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
