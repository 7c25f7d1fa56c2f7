"""Question files in the conventions of grlc (https://github.com/CLARIAH/grlc).

Lines that begin with ``#+`` are YAML about the question; variables such as ``?_year_integer`` are its parameters, and
those with two underscores, such as ``?__ward_iri``, need not be given (:func:`plangraph.queries.binding.bind`).
To grlc's keys plangraph adds the same in Japanese, ``summary_ja`` and ``description_ja``; ``asked`` and ``asked_ja``:
how people put it in their own words, by which it is found; ``fold``: the parameters whose text is folded
(:func:`plangraph.store.folding.folded`) before it is compared with folded text; ``derive``: what parameters take from
the plan asked about (:mod:`plangraph.queries.derived`); and ``internal``: that a question serves pictures and reports
only, and is not offered to people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from plangraph.errors import QuestionError
from plangraph.queries.headings import Wording
from plangraph.store.columns import Heading
from plangraph.store.lexer import FORMS, graphs_from, keywords, projected, tokens
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PARAMETER = re.compile(r"[?$]_(?P<optional>_?)(?P<name>[a-z][a-z0-9]*)_(?P<type>[a-z]+)")
LIMIT = re.compile(r"\bLIMIT\s+([0-9]+)\s*\Z")
TYPES = ("iri", "integer", "decimal", "string", "ja", "en")
TEXTS = ("summary", "summary_ja", "description", "description_ja")
ASKED = ("asked", "asked_ja")


@dataclass(frozen=True)
class Parameter:
    """A parameter of a question.

    Attributes
    ----------
    name : str
        Its name, such as ``year``.
    variable : str
        The variable in the query, without its mark: ``_year_integer``.
    type : str
        ``iri``, ``integer``, ``decimal``, ``string``, or a language (``ja``, ``en``) for text in it.
    default : str or None
        The value taken if none is given.
    choices : tuple of str
        The values that may be given, or nothing if any may.
    words : Words
        What it is called.
    sorts : tuple of str
        The classes or concept schemes (IRIs) of the things that may be given, if it says any.
    derive : tuple of str
        What is taken from the plan asked about if no value is given: see :mod:`plangraph.queries.derived`.
    fold : bool
        Whether width and case of its text are folded.
    optional : bool
        Whether what asks for it falls away where it is not given.
    """

    name: str
    variable: str
    type: str
    default: str | None
    choices: tuple[str, ...]
    words: Words
    sorts: tuple[str, ...]
    derive: tuple[str, ...]
    fold: bool
    optional: bool

    @property
    def required(self) -> bool:
        """Whether a value has to be given."""
        return self.default is None and not self.derive and not self.optional


@dataclass(frozen=True)
class Column:
    """A column of a question's answer.

    Attributes
    ----------
    name : str
        The name of its variable, without the mark.
    heading : Heading
        What it is called, and what it holds.
    """

    name: str
    heading: Heading


@dataclass(frozen=True)
class Question:
    """A question file.

    Attributes
    ----------
    name, topic : str
        The stem of the file and the name of its folder.
    sparql : str
        The whole text of the file.
    header : mapping
        What its ``#+`` lines say.
    wording : Wording
        What its columns and parameters are called.
    """

    name: str
    topic: str
    sparql: str
    header: Mapping[str, Any]
    wording: Wording = field(default_factory=Wording, repr=False, compare=False)

    def summary(self, lang: str = "en") -> str:
        """Return the title in a language (``ja`` or ``en``)."""
        return str(self.header["summary_ja" if lang == "ja" else "summary"])

    def description(self, lang: str = "en") -> str:
        """Return the description in a language (``ja`` or ``en``)."""
        return str(self.header["description_ja" if lang == "ja" else "description"])

    @property
    def asked(self) -> tuple[str, ...]:
        """How people ask it in their own words, in either language."""
        return tuple(str(each) for key in ASKED for each in self.header.get(key) or ())

    @property
    def internal(self) -> bool:
        """Whether it serves pictures and reports only: it answers by its name, and is listed nowhere."""
        return self.header.get("internal") is True

    @property
    def rests_on(self) -> tuple[str, ...]:
        """What it has nothing to tell without, which a plan perhaps does not record: contributions, residents."""
        return tuple(self.header.get("rests_on") or ())

    @cached_property
    def form(self) -> str:
        """The query form: SELECT, ASK, CONSTRUCT or DESCRIBE."""
        return next((word for word in keywords(self.sparql) if word in FORMS), "SELECT")

    @cached_property
    def most(self) -> int | None:
        """How many rows it gives at most, if it says so."""
        found = LIMIT.search(self.sparql)
        return int(found[1]) if found else None

    @cached_property
    def graphs(self) -> tuple[str, ...]:
        """The graphs (IRIs) that it names by ``FROM``."""
        return _graphs(self.sparql)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of its answer, in order; a graph has none. A column without words is called by its variable."""
        found = ((name, self.wording.column(name, self.name)) for name in _columns(self.sparql))
        return tuple(Column(name, heading or Heading(Words(name, name), "text")) for name, heading in found)

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """The variables, each with its mark, in the order in which they first stand in the query."""
        return _variables(self.sparql)

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters, in the order in which they first stand in the query."""
        defaults: Mapping[str, Any] = self.header.get("defaults") or {}
        choices: Mapping[str, Any] = self.header.get("enumerate") or {}
        derive: Mapping[str, Any] = self.header.get("derive") or {}
        found: dict[str, Parameter] = {}
        for variable in self.variables:
            match = PARAMETER.fullmatch(variable)
            if match and match["name"] not in found:
                name, default = match["name"], defaults.get(match["name"])
                found[name] = Parameter(
                    name,
                    variable[1:],
                    match["type"],
                    None if default is None else str(default),
                    tuple(str(choice) for choice in choices.get(name, ())),
                    self.wording.parameters.get(name, Words(name, name)),
                    self.wording.sorts.get(name, ()),
                    _several(derive.get(name, ())),
                    name in (self.header.get("fold") or ()),
                    bool(match["optional"]),
                )
        return tuple(found.values())

    def among(self, plan: str, city: str) -> Question:
        """Return the question as it is asked of a plan (IRI) of a city (key), the defaults of their parameters."""
        named = {parameter.name for parameter in self.parameters}
        given: Mapping[str, Any] = self.header.get("defaults") or {}
        own = {name: value for name, value in {"plan": plan, "city": city}.items() if name in named}
        return replace(self, header={**self.header, "defaults": {**own, **given}}) if own else self

    def of_no_plan(self) -> Question:
        """Return the question as it is asked where several cities' plans are meant alike and none is told.

        The parameter that stands for the plan has to be given then, or else all that a plan would give.
        """
        derive: Mapping[str, Any] = self.header.get("derive") or {}
        asked = [name for name, rules in derive.items() if "plan" in _several(rules)] or list(derive)
        left = {name: rules for name, rules in derive.items() if name not in asked}
        return replace(self, header={**self.header, "derive": left})


_of_a_text = lru_cache(maxsize=500)
"""Keeps what is read of a question's text, of which a question is made anew for each plan that it is asked of."""
_graphs = _of_a_text(graphs_from)
_columns = _of_a_text(projected)


@_of_a_text
def _variables(sparql: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(token.text for token in tokens(sparql) if token.kind == "variable"))


def _several(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)


def read(path: Path, words: Wording | None = None) -> Question:
    """Read a question file, with what its columns and parameters are called.

    Raises
    ------
    QuestionError
        If its header is not YAML or lacks a title or description, or a parameter has no known type.
    """
    text = path.read_text("utf-8")
    import yaml

    lines = [line.removeprefix("#+") for line in text.splitlines() if line.startswith("#+")]
    try:
        header = yaml.load("\n".join(lines), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}  # noqa: S506
    except yaml.YAMLError as error:
        raise QuestionError(
            Words(
                f"{path.name}: #+ の行が YAML ではありません: {error}",
                f"{path.name}: the #+ lines are not YAML: {error}",
            )
        ) from error
    lacking = [key for key in TEXTS if not isinstance(header, dict) or key not in header]
    if lacking:
        raise QuestionError(
            Words(
                f"{path.name}: #+ の行に {', '.join(lacking)} がありません",
                f"{path.name}: the #+ lines lack {', '.join(lacking)}",
            )
        )
    question = Question(path.stem, path.parent.name, text, header, words or Wording())
    known = {p.variable for p in question.parameters if p.type in TYPES}
    for variable in question.variables:
        if variable[1] == "_" and variable[1:] not in known:
            raise QuestionError(
                Words(
                    f"{path.name}: {variable} は ?_名前_型 の形ではありません。型は {', '.join(TYPES)} のどれかです",
                    f"{path.name}: {variable} is not of the form ?_name_type, with {', '.join(TYPES)}",
                )
            )
    return question
