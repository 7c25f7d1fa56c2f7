"""Suggestions handed to a reviewer as a table, and what the reviewer accepts taken back as rows of links."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING

from plangraph.errors import Problem, TableError
from plangraph.store.documents import FORMULA_STARTS
from plangraph.tables.excel import changed_text
from plangraph.tables.wording import MISSING_COLUMN, NOT_UTF8
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from plangraph.coverage.suggestion import Suggestion

COLUMNS = (
    *("plan", "element", "element_label", "target", "target_label", "score", "terms"),
    *("accept", "reject", "rationale_ja", "rationale_en"),
)
LINK_COLUMNS = (
    *("plan", "subject", "relation", "object", "basis", "rationale_ja", "rationale_en", "score", "source", "page"),
)
MARKS = frozenset({"x", "1", "y", "yes", "true", "ok", "○", "◯", "〇", "✓", "✔", "はい"})


def write_review(suggestions: Iterable[Suggestion], plan: str) -> str:
    """Write suggestions as CSV for review.

    Parameters
    ----------
    suggestions : iterable of Suggestion
        The suggestions.
    plan : str
        The key of the plan in the tables.

    Returns
    -------
    str
        CSV with :data:`COLUMNS`; the reviewer marks ``accept`` or ``reject`` and writes a rationale in both languages.
    """
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(COLUMNS)
    for one in suggestions:
        terms = " ".join(f"{term}={weight:.3f}" for term, weight in one.terms)
        cells = [plan, one.element.code, one.element.label, f"sdg:{one.target.code}", one.target.label]
        lines.writerow([*map(_safe, cells), f"{one.score:.3f}", _safe(terms), "", "", "", ""])
    return out.getvalue()


def apply_review(path: Path, known: frozenset[str]) -> tuple[str, int, int]:
    """Turn the accepted rows of a review into rows of the table of links, of the basis Assumed.

    Parameters
    ----------
    path : Path
        The reviewed CSV.
    known : frozenset of str
        The codes of all targets, such as ``11.5``.

    Returns
    -------
    (str, int, int)
        The table of links as CSV, the number of rows accepted, and of those rejected or left undecided.

    Raises
    ------
    TableError
        If an accepted row is incomplete or a row contradicts itself: all such rows at once.
    """
    problems: list[Problem] = []
    accepted, others = [], 0
    for line, row in _read(path):
        yes, no = (_marked(row, column, path.name, line, problems) for column in ("accept", "reject"))
        if yes and no:
            problems.append(
                Problem(
                    path.name,
                    line,
                    "reject",
                    Words("採用と不採用の両方に印があります", "the row is both accepted and rejected"),
                )
            )
        elif yes:
            problems += _gaps(row, path.name, line, known)
            accepted.append(row)
        else:
            others += 1
    if problems:
        raise TableError(problems)
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(LINK_COLUMNS)
    for row in accepted:
        reasons = (row["rationale_ja"].strip(), row["rationale_en"].strip())
        link = (row["plan"], row["element"], "contributesToTarget", row["target"], "Assumed", *reasons, "", "", "")
        lines.writerow(link)
    return out.getvalue(), len(accepted), others


def _read(path: Path) -> Sequence[tuple[int, dict[str, str]]]:
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError([Problem(path.name, 0, "", NOT_UTF8)]) from error
    reader = csv.DictReader(io.StringIO(content, newline=""), restval="")
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise TableError([Problem(path.name, 1, name, MISSING_COLUMN) for name in missing])
    return [(reader.line_num, {name: row[name] for name in COLUMNS}) for row in reader]


def _marked(row: dict[str, str], column: str, file: str, line: int, problems: list[Problem]) -> bool:
    mark = unicodedata.normalize("NFKC", row[column]).strip().lower()
    if mark and mark not in MARKS:
        problems.append(
            Problem(
                file,
                line,
                column,
                Words(
                    f"「{row[column]}」は印ではありません。x と書くか、空けてください",
                    f"'{row[column]}' is no mark: write x, or leave it blank",
                ),
            )
        )
    return mark in MARKS


def _gaps(row: dict[str, str], file: str, line: int, known: frozenset[str]) -> Iterable[Problem]:
    for column in ("plan", "element", "rationale_ja", "rationale_en"):
        if not row[column].strip():
            yield Problem(
                file,
                line,
                column,
                Words("採用する行では、ここを埋めてください", "an accepted row needs this filled in"),
            )
    for column in ("plan", "element", "target"):
        if changed := changed_text(row[column]):
            yield Problem(file, line, column, changed)
            return
    if row["target"].removeprefix("sdg:") not in known:
        yield Problem(
            file,
            line,
            "target",
            Words(
                f"「{row['target']}」は SDGs のターゲットではありません",
                f"'{row['target']}' is not one of the SDG targets",
            ),
        )


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
