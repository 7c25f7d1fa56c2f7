"""All questions that can be asked: those that plangraph brings, and those of the datasets that were built.

A folder of questions is ``<topic>/<name>.rq`` and ``words.toml`` (:mod:`plangraph.queries.headings`). The old names in
``aliases.toml`` still answer, and are listed nowhere.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from plangraph import resources
from plangraph.errors import QuestionError, UnknownQuestion
from plangraph.queries.headings import Wording, read_words, wording
from plangraph.queries.question import Question, read
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ALIASES = "aliases.toml"


@dataclass(frozen=True)
class Library:
    """The questions that can be asked of a graph.

    Attributes
    ----------
    datasets : tuple of Path
        The folders of questions that its datasets bring.
    own : Path
        The folder of questions that plangraph brings.
    """

    datasets: tuple[Path, ...] = ()
    own: Path = resources.QUERIES

    def find(self, name: str) -> Question:
        """Return the question with a name, or with an old one.

        Raises
        ------
        UnknownQuestion
            If there is none; its message says which is meant perhaps.
        """
        for path in self._files:
            if path.stem == name:
                return self._read(path)
        if name in self.aliases:
            return self._as(self.find(self.aliases[name]["question"]), name)
        meant = did_you_mean(name, [question.name for question in self.listed()])
        raise UnknownQuestion(
            Words(
                f"問い '{name}' はありません{meant.ja}。'plangraph queries' で一覧できます",
                f"no question '{name}'{meant.en}; 'plangraph queries' lists them",
            )
        )

    def questions(self) -> list[Question]:
        """Return all questions, by topic and name, with those that are internal."""
        return sorted(map(self._read, self._files), key=lambda question: (question.topic, question.name))

    def listed(self) -> list[Question]:
        """Return the questions that people are offered, by topic and name."""
        return [question for question in self.questions() if not question.internal]

    def by_name(self) -> dict[str, Question]:
        """Return all questions by every name that they answer to, old ones too."""
        found = {question.name: question for question in self.questions()}
        return found | {name: self._as(found[old["question"]], name) for name, old in self.aliases.items()}

    def expect_one_of_each(self) -> None:
        """Read all questions.

        Raises
        ------
        QuestionError
            If one cannot be read, or two have the same name.
        """
        seen: dict[str, Path] = {}
        for path in self._files:
            if path.stem in seen:
                raise QuestionError(
                    Words(
                        f"{path}: 「{path.stem}」という問いはすでに {seen[path.stem]} にあります",
                        f"{path}: there is a question '{path.stem}' already, in {seen[path.stem]}",
                    )
                )
            seen[path.stem] = path
        self.questions()

    @cached_property
    def aliases(self) -> Mapping[str, Mapping[str, Any]]:
        """For each old name the ``question`` that answers it, and the ``values`` that it has there."""
        path = self.own / ALIASES
        return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}

    @cached_property
    def _files(self) -> list[Path]:
        return [path for folder in (self.own, *self.datasets) for path in sorted(folder.glob("*/*.rq"))]

    @cached_property
    def _words(self) -> Mapping[Path, Wording]:
        return {folder: wording().also(read_words(folder)) for folder in (self.own, *self.datasets)}

    def _read(self, path: Path) -> Question:
        if path.is_relative_to(resources.QUERIES):
            return _read_own(path, path.stat().st_mtime_ns)
        return read(path, self._words[path.parents[1]])

    def _as(self, question: Question, name: str) -> Question:
        defaults = {**(question.header.get("defaults") or {}), **self.aliases[name].get("values", {})}
        return replace(question, header={**question.header, "defaults": defaults})


@cache
def _read_own(path: Path, modified: int) -> Question:
    """Read a question that plangraph brings, once as long as the file stays as it is: every build reads them all."""
    del modified
    return read(path, wording())
