"""The questions of a graph as functions, so that a notebook completes their names and shows what they take."""

from __future__ import annotations

from inspect import Parameter as Argument
from inspect import Signature
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

from plangraph.words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from plangraph.queries import Question
    from plangraph.store.answers import Answer

TYPES = {"iri": "name, code or IRI", "integer": "int", "decimal": "int, float or Decimal"}
"""What is said of the values that a parameter of a type takes."""


class Catalog:
    """The questions by name: ``graph.queries.children(element="1-1")``; a hyphen in a name is an underscore here.

    Parameters
    ----------
    questions : callable
        Returns the questions.
    answer : callable
        Answers a question by its name, with its parameters.
    """

    def __init__(
        self, questions: Callable[[], Sequence[Question]], answer: Callable[[str, Mapping[str, object]], Answer]
    ) -> None:
        self._questions, self._answer = questions, answer

    def __getattr__(self, name: str) -> Callable[..., Any]:
        for question in self._questions():
            if _python_name(question) == name:
                return _function(question, self._answer)
        near = did_you_mean(name, map(_python_name, self._questions())).en
        raise AttributeError(f"no question '{name}'{near}; plangraph queries lists them")

    def __dir__(self) -> list[str]:
        return sorted(map(_python_name, self._questions()))

    def __iter__(self) -> Iterator[str]:
        return (question.name for question in self._questions())

    def __len__(self) -> int:
        return len(self._questions())

    def __repr__(self) -> str:
        return f"<{len(self)} questions>"


def _python_name(question: Question) -> str:
    return question.name.replace("-", "_")


def _function(question: Question, answer: Callable[[str, Mapping[str, object]], Answer]) -> Callable[..., Any]:
    def ask(**parameters: object) -> Any:
        return answer(question.name, {name.removesuffix("_"): value for name, value in parameters.items()})

    ask.__name__ = ask.__qualname__ = _python_name(question)
    ask.__doc__ = _docstring(question)
    ask.__signature__ = Signature(  # type: ignore[attr-defined] # what help and completion show
        [Argument(_argument(each.name), Argument.KEYWORD_ONLY, default=each.default) for each in question.parameters]
    )
    return ask


def _argument(name: str) -> str:
    """Return a parameter's name as Python takes it: ``from_``, as ``from`` is a word of the language."""
    return f"{name}_" if iskeyword(name) else name


def _docstring(question: Question) -> str:
    parameters = [
        f"{each.name} : {' | '.join(each.choices) or TYPES.get(each.type, 'str')}\n"
        f"    {each.words.en} / {each.words.ja}"
        for each in question.parameters
    ]
    columns = [f"{each.name} : {each.heading.words.en} / {each.heading.words.ja}" for each in question.columns]
    parts = [question.summary("en"), question.summary("ja"), question.description("en"), question.description("ja")]
    for title, lines in (("Parameters", parameters), ("Columns", columns)):
        if lines:
            parts.append("\n".join([title, "-" * len(title), *lines]))
    return "\n\n".join(parts)
