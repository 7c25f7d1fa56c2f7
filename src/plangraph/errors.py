"""What can go wrong, in words a planner understands.

PlangraphError
├── DataError            the data has problems            exit code 1
│   ├── TableError       a table cannot be read as it is
│   ├── SheetError       a file of sheets that cannot be read, or holds nothing to import
│   ├── ConfigurationError  a file of settings that cannot be taken; exit code 2
│   └── ShapeError       a rule of ``ontology/shapes`` is broken
├── OntologyError        an axiom that plangraph does not carry out
├── QuestionError
│   ├── UnknownQuestion  no question file has this name
│   ├── ParameterError   a value that the question cannot take
│   ├── SparqlError      text that is not SPARQL
│   └── QueryRefused     a query beyond a limit of the server
├── StoreError
│   ├── StoreNotFound    nothing has been built there
│   └── EndpointError    a remote endpoint is dead, slow or lying
├── ServiceError
│   ├── NotAcceptable    no format that the client asks for
│   ├── TooLarge         a request beyond a limit of the server
│   ├── Busy             too many questions at once
│   └── Unavailable      a question whose worker was lost
├── PublicationError     a folder that a site cannot be published into
├── UnknownThing         no or several things go by this name
└── MissingExtra         an optional part is not installed
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.column_words import called, is_sheet
from plangraph.words import LANGUAGES, Count, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class PlangraphError(Exception):
    """The root of all errors that plangraph raises on purpose.

    Parameters
    ----------
    message : Words
        What is wrong; ``str()`` of the error is in English.
    """

    exit_code = 2

    def __init__(self, message: Words) -> None:
        self.words = message
        super().__init__(message.en)


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with the data, where it stands and what is wrong with it.

    Attributes
    ----------
    file : str
        The file's path inside its dataset, such as ``elements/measures.csv``.
    row : int
        The line of the file, the header being line 1; 0 if the whole file is meant.
    column : str
        The name of the column, or an empty string if the whole row is meant.
    message : Words
        What is wrong, and what would be right.
    """

    file: str
    row: int
    column: str
    message: Words

    @classmethod
    def of_file(cls, file: str, message: Words) -> Problem:
        """Return a problem of a whole file or sheet."""
        return cls(file, 0, "", message)

    def __str__(self) -> str:
        return self.text("en")

    @property
    def place(self) -> str:
        """The file and, if one is meant, the row: ``elements/measures.csv:17``."""
        return f"{self.file}:{self.row}" if self.row else self.file

    def where(self, lang: str) -> str:
        """Return the name of the column that is meant, if one is."""
        sort = Words("項目", "key") if self.file.endswith(".toml") else Words("列", "column")
        name = self.column
        if is_sheet(self.file) and (words := called(name)) != (name, name):
            name = f"{words.of(lang)} ({name})"
        return f"{sort.of(lang)} {name}: " if name else ""

    def text(self, lang: str) -> str:
        """Return where it is and what is wrong in a language (``ja`` or ``en``)."""
        return f"{self.place}: {self.where(lang)}{self.message.of(lang)}"


VALUES = re.compile(r"'[^']*'|\d+")
"""What differs between the messages of one cause: the values that they quote."""
TOLD_SINGLY = 3
"""Up to how many problems of one cause are told one by one."""


def by_cause(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Group problems of one cause: the same column and, but for the values quoted, the same words."""
    causes: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        causes.setdefault((problem.column, VALUES.sub("…", problem.message.en)), []).append(problem)
    return list(causes.values())


def told(cause: Sequence[Problem], lang: str) -> list[str]:
    """Return the lines of problems of one cause: few of them one by one, many in one line."""
    if len(cause) <= TOLD_SINGLY:
        return [problem.text(lang) for problem in cause]
    first, others = cause[0], Count(len({problem.message for problem in cause}) - 1)
    like_it = (
        Words(f"（ほか {others:,} 種類の値）", f" (and {others:,} other {others:value|values})")
        if others
        else Words("", "")
    )
    said = first.message.then(like_it).of(lang)
    told = Words(
        f"{len(cause):,} 行: {first.where(lang)}{said.removesuffix('。')}。最初は {first.place}",
        f"{len(cause):,} rows: {first.where(lang)}{said}, first in {first.place}",
    )
    return [told.of(lang)]


class DataError(PlangraphError):
    """The data has problems; all of them are in ``problems``, and nothing was changed."""

    exit_code = 1

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        causes = by_cause(self.problems)
        lines = ("\n".join(line for cause in causes for line in told(cause, lang)) for lang in LANGUAGES)
        super().__init__(Words(*lines))


class TableError(DataError):
    """Tables that cannot be read as they are."""


class SheetError(DataError):
    """Files of sheets that cannot be read, or in which nothing is found to import."""


class ShapeError(DataError):
    """Facts that break a rule of ``ontology/shapes``."""


class ConfigurationError(DataError):
    """A file of settings that cannot be taken as it is."""

    exit_code = 2


class OntologyError(PlangraphError):
    """An ontology that cannot be carried out: malformed, or with an axiom that has no rule."""


class QuestionError(PlangraphError):
    """A question that cannot be answered as it was put."""


class UnknownQuestion(QuestionError):
    """No question file has this name."""


class ParameterError(QuestionError):
    """A parameter that the question does not have, or a value that it cannot take."""


class SparqlError(QuestionError):
    """Text that is not SPARQL.

    Parameters
    ----------
    message : Words
        What is wrong.
    place : sequence of int
        The line and the column in which it lies, each counted from 1; nothing where they are not known.
    """

    def __init__(self, message: Words, place: Sequence[int] = ()) -> None:
        self.place = place
        super().__init__(message)


class QueryRefused(QuestionError):
    """A query that the server does not run; the message names the limit and its value."""


class ServiceError(PlangraphError):
    """A request that the server cannot serve."""


class NotAcceptable(ServiceError):
    """None of the formats that the client asks for."""


class TooLarge(ServiceError):
    """A request that is larger than the server takes."""


class Busy(ServiceError):
    """Too many questions at once, from one client or from all."""


class Unavailable(ServiceError):
    """A question that was begun and not answered: it ran too long, or its worker died."""


class StoreError(PlangraphError):
    """A store that cannot be used."""


class StoreNotFound(StoreError):
    """Nothing has been built at this path."""


class EndpointError(StoreError):
    """A remote endpoint that is dead, slow, or does not speak SPARQL."""


class PublicationError(PlangraphError):
    """A folder that a site cannot be published into."""


class UnknownThing(PlangraphError):
    """A name by which no thing, or more than one, goes."""


class MissingExtra(PlangraphError):
    """An optional part that is not installed."""

    def __init__(self, extra: str, purpose: Words) -> None:
        needs = Words("には追加機能が必要です", " needs an optional part")
        python = "py" if os.name == "nt" else "python3"
        install = f': {python} -m pip install "plangraph[{extra}]"'
        super().__init__(purpose.then(needs).then(Words(install, install)))


@contextmanager
def needing(extra: str, purpose: Words) -> Iterator[None]:
    """Import, within it, what only an extra installs.

    Raises
    ------
    MissingExtra
        If it is not installed.
    """
    try:
        yield
    except ImportError as error:
        raise MissingExtra(extra, purpose) from error
