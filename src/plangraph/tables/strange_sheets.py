"""Which files of a dataset's folder are tables or questions, and which only look as if they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.errors import Problem
from plangraph.resources import QUESTIONS
from plangraph.tables.rows import TABLES
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOTES = "notes"
"""The folder of a dataset for tables that are none of its facts, such as a glossary; it is not read."""
QUESTION = ".rq"
SHEETS = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods"})
OF_A_CITY = [name for name, model in TABLES.items() if not model.shared]


def strange_sheets(folder: Path) -> Iterator[Problem]:
    """Find the sheets in a dataset's folder that no table is read from, and say what their names should be.

    Parameters
    ----------
    folder : Path
        The dataset's folder. What begins with a dot or ``~``, and what stands in ``notes/`` or ``queries/``, is left
        alone.
    """
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.suffix.lower() not in SHEETS or inside.parts[0] == QUESTIONS or _left_alone(inside):
            continue
        if not path.is_file():
            continue
        table = inside.parts[0] if len(inside.parts) > 1 else path.stem
        if table not in OF_A_CITY:
            yield Problem.of_file(inside.as_posix(), _no_table(table))
        elif path.suffix != ".csv" or len(inside.parts) > len(("table", "file")):
            yield Problem.of_file(inside.as_posix(), _not_read(table))


def strange_questions(folder: Path) -> Iterator[Problem]:
    """Find the question files in a dataset's folder that are not read where they are, and say where they would be."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.suffix.lower() != QUESTION or _left_alone(inside):
            continue
        in_topic = inside.parts[0] == QUESTIONS and len(inside.parts) == len((QUESTIONS, "topic", "file"))
        if not in_topic or path.suffix != QUESTION:
            right = f"{QUESTIONS}/<topic>/{path.stem}{QUESTION}"
            yield Problem.of_file(
                inside.as_posix(),
                Words(
                    f"読みません。問いのファイルは、{QUESTIONS}/ の中の、主題の名をつけたフォルダーに置きます: {right}",
                    f"is not read: a question stands in a folder named by its topic, right in {QUESTIONS}/: {right}",
                ),
            )


def _left_alone(inside: Path) -> bool:
    return inside.parts[0] == NOTES or any(part.startswith((".", "~")) for part in inside.parts)


def _no_table(name: str) -> Words:
    message = Words(
        f"「{name}」という表はありません（事実の表でないものは {NOTES}/ に置いてください）",
        f"there is no table '{name}' (what is no table of facts has its place in {NOTES}/)",
    )
    return message.then(did_you_mean(name, OF_A_CITY))


def _not_read(table: str) -> Words:
    return Words(
        f"読みません。表は {table}.csv、または {table}/ の中の .csv（CSV UTF-8）です",
        f"is not read: the table is {table}.csv, or files .csv (CSV UTF-8) right in {table}/",
    )
