"""Suggestions handed to a reviewer as a table, and what the reviewer accepts taken back as rows of links."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from plangraph.dataset_files.choices import Choices
from plangraph.dataset_files.one_table import table_as_csv, write_table_book
from plangraph.errors import Problem, TableError
from plangraph.store.documents import plain_cell, safe_cell
from plangraph.suggestions.review_row import ReviewRow
from plangraph.tables.excel import changed_text
from plangraph.tables.link_rows import LinkRow
from plangraph.tables.reading import read_file
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from plangraph.suggestions.suggesting import Suggestion
    from plangraph.tables.row import Row

MARK = "○"
MARKS = frozenset({"x", "1", "y", "yes", "true", "ok", MARK, "◯", "〇", "✓", "✔", "はい"})
BOTH = Words("採用と不採用の両方に印があります", "the row is both accepted and rejected")
NO_REASON = Words(
    "採用する行では、理由（rationale_ja か rationale_en）を書いてください",
    "an accepted row needs a reason, in rationale_ja or rationale_en",
)
NO_TARGET = Words(
    "「{given}」は SDGs のゴールでもターゲットでもありません", "'{given}' is no goal or target of the SDGs"
)
NO_MARK = Words(
    "「{given}」は印ではありません。○ か x と書くか、空けてください", "'{given}' is no mark: write x, or leave it blank"
)


class Reviewed(NamedTuple):
    """What a reviewer decided.

    Attributes
    ----------
    links : list of dict of str to str
        The rows accepted, as rows of the table of links, of the basis Assumed.
    others : int
        The number of rows that are rejected or undecided.
    """

    links: list[dict[str, str]]
    others: int


def review_rows(suggestions: Iterable[Suggestion], plan: str) -> Iterator[dict[str, str]]:
    """Return suggestions as rows of a review.

    Parameters
    ----------
    suggestions : iterable of Suggestion
        The suggestions.
    plan : str
        The key of the plan in the tables.
    """
    for one in suggestions:
        (subject, subject_label), (thing, thing_label) = one.ends()
        yield {
            **{"plan": plan, "subject": subject, "subject_label": subject_label, "relation": one.relation},
            **{"object": thing, "object_label": thing_label, "score": f"{one.score:.3f}"},
            "terms": " ".join(f"{term}={weight:.3f}" for term, weight in one.terms),
        }


def as_csv(model: type[Row], rows: Sequence[Mapping[str, str]]) -> str:
    """Return the rows of a table as CSV with all its columns; no cell begins like a formula."""
    return table_as_csv(model, [{name: safe_cell(cell) for name, cell in row.items()} for row in rows])


def write_workbook(model: type[Row], rows: Sequence[Mapping[str, str]], path: Path, lang: str) -> None:
    """Write the rows of a table as a workbook in a dataset's form, with marks to choose from and notes in a language.

    Raises
    ------
    StoreError
        If a file that stands there cannot be replaced.
    """
    write_table_book(model, rows, path, Choices({"accept": [MARK], "reject": [MARK]}), lang)


def apply_review(path: Path, known: frozenset[str]) -> Reviewed:
    """Turn the accepted rows of a review into rows of the table of links.

    Parameters
    ----------
    path : Path
        The reviewed CSV file or workbook.
    known : frozenset of str
        The codes of all goals and targets, such as ``11.5``.

    Raises
    ------
    TableError
        If an accepted row is incomplete or a row contradicts itself: all such rows at once.
    SheetError
        If a workbook cannot be read.
    """
    problems: list[Problem] = []
    accepted, others = [], 0
    for row in read_file(path, ReviewRow, problems):
        yes, no = (_marked(row, column, problems) for column in ("accept", "reject"))
        if yes and no:
            problems.append(Problem(row.file, row.line, "reject", BOTH))
        elif yes:
            problems += _gaps(row, known)
            accepted.append(row)
        else:
            others += 1
    if problems:
        raise TableError(problems)
    return Reviewed([_link(row) for row in accepted], others)


def _link(row: ReviewRow) -> dict[str, str]:
    cells = {name: str(getattr(row, name) or "") for name in LinkRow.columns() if name in ReviewRow.model_fields}
    return {
        **cells,
        "object": plain_cell(row.object),
        "subject": plain_cell(row.subject),
        "basis": "Assumed",
        "score": "",
    }


def _marked(row: ReviewRow, column: str, problems: list[Problem]) -> bool:
    given = getattr(row, column)
    mark = unicodedata.normalize("NFKC", given).strip().lower()
    if mark and mark not in MARKS:
        problems.append(Problem(row.file, row.line, column, _about(NO_MARK, given)))
    return mark in MARKS


def _gaps(row: ReviewRow, known: frozenset[str]) -> Iterable[Problem]:
    if not (row.rationale_ja or row.rationale_en):
        yield Problem(row.file, row.line, "rationale_ja", NO_REASON)
    for column in ("plan", "subject", "object"):
        if changed := changed_text(getattr(row, column)):
            yield Problem(row.file, row.line, column, changed)
    code = row.object.removeprefix("sdg:")
    if code != row.object and code not in known:
        yield Problem(row.file, row.line, "object", _about(NO_TARGET, row.object))


def _about(words: Words, given: str) -> Words:
    return Words(*(text.format(given=given) for text in words))
