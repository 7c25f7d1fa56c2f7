"""What the explorer asks when its views are opened, and the answers, as files.

A file has its content's digest in its name, so that it never changes; :data:`INDEX` says which question with which
parameters is answered by which.
"""

from __future__ import annotations

import hashlib
import tomllib
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plangraph.publication.agreed import GLANCE
from plangraph.store.answers import expect_rows
from plangraph.store.terms import name_of
from plangraph.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plangraph.graph import Graph
    from plangraph.queries import Question

FILE = Path(__file__).with_name("beforehand.toml")
DIGITS = 20  # of a digest, hexadecimal
AT_ONCE = ("served-plans", "plurals", "notation")
"""What every view waits for."""
OF_PLAN = ("plan-years", "top-level")
"""What every view waits for about the plan that is looked at."""
OF_VIEW = {"overview": ("plan-outline",)}
"""What a view certainly asks of that plan besides."""


class Use(NamedTuple):
    """A question as a view asks it.

    Attributes
    ----------
    name : str
        The question.
    given : tuple of (str, str)
        Its parameters with their values, sorted.
    """

    name: str
    given: tuple[tuple[str, str], ...]

    @property
    def key(self) -> str:
        """The parameters as the index knows them."""
        return "&".join(f"{name}={value}" for name, value in self.given)


def uses(graph: Graph) -> list[Use]:
    """List what the views ask of a graph, each once."""
    wanted: dict[str, list[dict[str, str]]] = tomllib.loads(FILE.read_text("utf-8"))
    asked = _Asked(graph)
    found = dict.fromkeys(
        Use(name, given)
        for plan in asked.column("served-plans", "plan", {})
        for name, forms in wanted.items()
        for form in forms
        for given in asked.combinations(plan, form)
    )
    return sorted(found)


def answer_files(graph: Graph, asked: Iterable[Use]) -> tuple[dict[str, bytes], dict[str, dict[str, str]]]:
    """Answer what is asked.

    Returns
    -------
    tuple
        The answers in the SPARQL 1.1 Query Results JSON Format by the names of their files, and for each question, by
        its parameters (:attr:`Use.key`), which of the names it is.
    """
    files: dict[str, bytes] = {}
    index: dict[str, dict[str, str]] = {}
    for use in asked:
        body = graph.answer(use.name, dict(use.given)).serialize("json").encode()
        name = hashlib.sha256(body).hexdigest()[:DIGITS]
        files[name] = body
        index.setdefault(use.name, {})[use.key] = name
    return files, index


def at_once(index: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Name the answers that every view waits for, by the index of a site."""
    return [index[name][""] for name in AT_ONCE]


def of_plan(index: Mapping[str, Mapping[str, str]], view: str, plan: str, lang: str) -> list[str]:
    """Name the answers about a plan (IRI) that a view waits for in a language, by the index of a site."""
    keys = (f"plan={plan}", f"lang={lang}&plan={plan}")
    return [index[name][key] for name in (*OF_PLAN, *OF_VIEW.get(view, ())) for key in keys if key in index[name]]


class _Asked:
    """Answers that tell with which values others are asked."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._known: dict[tuple[str, tuple[tuple[str, str], ...]], list[dict[str, str]]] = {}

    def column(self, name: str, column: str, values: Mapping[str, str]) -> list[str]:
        """Return the values of a column, each once, of a question that is asked with those values that it takes."""
        return list(dict.fromkeys(row[column] for row in self._rows(name, values) if row.get(column)))

    def combinations(self, plan: str, form: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], ...]]:
        """Return the parameters with which a question is asked about a plan."""
        (of_plan,) = (row for row in self._rows("served-plans", {}) if row["plan"] == plan)
        for lang in LANGUAGES if "lang" in form.values() else LANGUAGES[:1]:
            known = {"plan": plan, "from": plan, "city": of_plan["city"], "place": of_plan["city"], "lang": lang}
            sources = {"plan": [plan], "lang": [lang], "city": [of_plan["city"]], "key": [of_plan["key"]]}
            choices = [self._values(source, sources, known) for source in form.values()]
            for values in product(*choices):
                yield tuple(sorted(zip(form, values, strict=True)))

    def _values(self, source: str, sources: Mapping[str, list[str]], known: Mapping[str, str]) -> list[str]:
        if source.startswith("="):
            return [source[1:]]
        if source == "year":
            source = "plan-years.year"
        source, _, by = source.partition(" by ")
        name, _, column = source.partition(".")
        if by:
            sets = (self.column(name, column, {**known, "by": each}) for each in self._values(by, sources, known))
            return [value for values in sets if len(values) <= GLANCE for value in values]
        return self.column(name, column, known) if column else sources[name]

    def _rows(self, name: str, values: Mapping[str, str]) -> list[dict[str, str]]:
        question = self._graph.library.find(name)
        given = {each.name: values[each.name] for each in question.parameters if each.name in values}
        key = (name, tuple(given.items()))
        if key not in self._known:
            rows = expect_rows(self._graph.answer(name, given))
            self._known[key] = [
                {
                    variable: name_of(term)
                    for variable, term in zip(rows.variables, row, strict=True)
                    if term is not None
                }
                for row in rows.rows
            ]
        return self._known[key]


def is_whole(question: Question) -> bool:
    """Check whether a question can be asked with nothing but a plan and a language."""
    return all(not each.required or each.name == "plan" for each in question.parameters)
