"""What columns, parameters, choices and topics are called, in both languages: ``words.toml`` beside the questions."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from plangraph import resources
from plangraph.errors import QuestionError
from plangraph.namespaces import expand
from plangraph.store.columns import Heading, Holds
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FILE = "words.toml"


@dataclass(frozen=True)
class Wording:
    """What columns, parameters, choices and topics are called.

    Attributes
    ----------
    columns : mapping of str to Heading
        By the name of the column.
    endings : mapping of str to Heading
        By the ending of a column's name; ``{}`` stands for what the column without the ending is called.
    questions : mapping of str to mapping of str to Heading
        By the name of a question, the columns that mean something of their own in it.
    parameters, choices, topics : mapping of str to Words
        By name or value.
    needs : mapping of str to str
        By topic, what a plan must have to be asked about it: a column of the question ``served-plans``.
    sorts : mapping of str to tuple of str
        By the name of a parameter, the classes or concept schemes (IRIs) of the things that it takes.
    synonyms : sequence of sequence of str
        Words that mean the same to those who look for a question.
    common : sequence of str
        Words that tell nothing of which question is looked for.
    """

    columns: Mapping[str, Heading] = field(default_factory=dict)
    endings: Mapping[str, Heading] = field(default_factory=dict)
    questions: Mapping[str, Mapping[str, Heading]] = field(default_factory=dict)
    parameters: Mapping[str, Words] = field(default_factory=dict)
    choices: Mapping[str, Words] = field(default_factory=dict)
    topics: Mapping[str, Words] = field(default_factory=dict)
    needs: Mapping[str, str] = field(default_factory=dict)
    sorts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    synonyms: Sequence[Sequence[str]] = ()
    common: Sequence[str] = ()

    def column(self, name: str, question: str = "") -> Heading | None:
        """Return the heading of a column, as it is in a question if one is named; None if it has none."""
        found = self.questions.get(question, {}).get(name) or self.columns.get(name)
        before, _, ending = name.rpartition("_")
        if found or not before or ending not in self.endings:
            return found
        base, pattern = self.column(before, question), self.endings[ending]
        return base and Heading(
            Words(*(p.format(b) for p, b in zip(pattern.words, base.words, strict=True))), pattern.holds
        )

    def also(self, other: Wording) -> Wording:
        """Add other words; what both have is called as the other says."""
        lists = {"synonyms", "common"}
        tables = [name for name in self.__dataclass_fields__ if name not in lists]
        both = {name: {**getattr(self, name), **getattr(other, name)} for name in tables}
        return Wording(**both, synonyms=(*self.synonyms, *other.synonyms), common=(*self.common, *other.common))


@cache
def wording() -> Wording:
    """Return the words of the questions that plangraph brings."""
    return read_words(resources.QUERIES)


def read_words(folder: Path) -> Wording:
    """Read the words of a folder of questions; one without :data:`FILE` has none.

    Raises
    ------
    QuestionError
        If the file is not TOML, lacks a language, or says of a column that it holds what is not known.
    """
    path = folder / FILE
    if not path.exists():
        return Wording()
    try:
        return _worded(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, AttributeError, KeyError, ValueError) as error:
        raise QuestionError(
            Words(
                f"{path}: 読めません。各項目には ja と en、列には holds も必要です: {error}",
                f"{path}: cannot be read; each entry needs ja and en, that of a column holds too: {error}",
            )
        ) from error


def _worded(text: Mapping[str, Any]) -> Wording:
    parameters = text.get("parameters", {})
    return Wording(
        _headings(text.get("columns", {})),
        _headings(text.get("endings", {})),
        {name: _headings(own) for name, own in text.get("questions", {}).items()},
        _all_words(parameters),
        _all_words(text.get("choices", {})),
        _all_words(text.get("topics", {})),
        {name: str(entry["needs"]) for name, entry in text.get("topics", {}).items() if "needs" in entry},
        {name: _classes(entry["sort"]) for name, entry in parameters.items() if "sort" in entry},
        [list(map(str, group)) for group in text.get("synonyms", {}).get("groups", ())],
        list(map(str, text.get("synonyms", {}).get("common", ()))),
    )


def _all_words(entries: Mapping[str, Any]) -> dict[str, Words]:
    return {name: _words(entry) for name, entry in entries.items()}


def _classes(names: str | Sequence[str]) -> tuple[str, ...]:
    found = {name: expand(name) for name in ([names] if isinstance(names, str) else names)}
    if unknown := [name for name, iri in found.items() if iri is None]:
        raise ValueError(unknown[0])
    return tuple(filter(None, found.values()))


def _headings(entries: Mapping[str, Any]) -> dict[str, Heading]:
    return {
        name: Heading(_words(entry), _holds(entry["holds"]), _all_words(entry.get("values", {})))
        for name, entry in entries.items()
    }


def _words(entry: Mapping[str, Any]) -> Words:
    return Words(str(entry["ja"]), str(entry["en"]))


def _holds(given: str) -> Holds:
    if given not in get_args(Holds):
        raise ValueError(given)
    return given  # type: ignore[return-value]
