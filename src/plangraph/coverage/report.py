"""Everything that a coverage report says, asked for once and kept as rows."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from plangraph.store.columns import called
from plangraph.store.terms import to_python
from plangraph.words import Count, Words, own_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.asking import Ask
    from plangraph.store.answers import Rows
    from plangraph.store.terms import Row

    Say = Callable[[Words], Words]

MATRIX = "coverage-matrix"
NO_CODE = "none"
"""What the matrix says for the code of what has none."""
PARTS = {
    "goals": "coverage-goals",
    "links": "contributions",
    "targets": "coverage-targets",
    "synergies": "goal-synergies",
    "fragile": "targets-on-one-project",
    "unlinked": "measures-without-sdg",
    "sources": "coverage-sources",
}
"""The parts of a report beside the matrix, and the questions that they answer."""


@dataclass(frozen=True)
class Report:
    """A coverage report in one language.

    Attributes
    ----------
    plan : str
        The plan's label.
    by : str
        The class or tier (IRI) of a row of the matrix.
    tier : str
        What it is called in the language.
    year : int or None
        The fiscal year of budgets and grades; None if the plan has neither.
    lang : str
        ``ja`` or ``en``.
    identity : str
        The digest of the build that was asked.
    matrix : Rows
        The answer of the question ``coverage-matrix``: cells, sums of rows and columns, and the sum of all.
    parts : dict of str to Rows
        The answers of the questions of :data:`PARTS`.
    say : callable
        Says words as the city of the plan says them.
    """

    plan: str
    by: str
    tier: str
    year: int | None
    lang: str
    identity: str
    matrix: Rows
    parts: dict[str, Rows]
    say: Say

    @property
    def currency(self) -> str:
        """What the currency of all amounts is called, in the report's language."""
        return called(self.matrix.currency).of(self.lang)

    def text(self, words: Words, **values: object) -> str:
        """Return words in the report's language and the city's own words, with values in place of the names in braces.

        Where two words stand in braces, as in ``{goals:goal|goals}``, the one is said that goes with the number.
        """
        pieces = [
            piece
            if piece.startswith("{")
            else self.say(Words(piece, piece) if self.lang == "ja" else Words("", piece)).of(self.lang)
            for piece in re.split(r"({\w+:?(?:[^{|}]*})?)", words.of(self.lang))
        ]
        numbers = {name: Count(value) for name, value in values.items() if isinstance(value, int)}
        return "".join(pieces).format(**{**values, **numbers})

    def cells(self) -> list[dict[str, Any]]:
        """Return the rows of the matrix as dicts, whole numbers as int; a row of what has no code has an empty one."""
        return [
            {**whole(cell), "code": "" if cell["row"] and cell["code"] in {None, NO_CODE} else cell["code"]}
            for cell in self.matrix.to_dicts()
        ]

    def part(self, name: str) -> list[dict[str, Any]]:
        """Return a part's rows as dicts, whole numbers as int."""
        return [whole(row) for row in self.parts[name].to_dicts()]

    @cached_property
    def states_any(self) -> bool:
        """Whether any contribution of the plan is recorded; if not, what it serves is not known."""
        return any(cell["links"] for cell in self.cells())

    @property
    def states_targets(self) -> bool:
        """Whether the plan contributes to any target; if not, what it leaves open is not known."""
        return any(row["status"] == "served" for row in self.part("targets"))

    def to_json(self) -> str:
        """Write the matrix and all parts, whole amounts as whole numbers."""
        content = {
            "plan": self.plan,
            "by": self.by,
            "year": self.year,
            "lang": self.lang,
            "build": self.identity,
            "questions": {"matrix": MATRIX, **PARTS},
            "matrix": self.cells(),
            **{name: self.part(name) for name in PARTS},
        }
        return json.dumps(content, ensure_ascii=False, indent=1)


def gather(ask: Ask, plan: str, by: str, tier: str, year: int | None, lang: str, identity: str, say: Say) -> Report:
    """Ask for a report.

    Parameters
    ----------
    ask : callable
        Answers a question about the plan by its name.
    plan : str
        The plan's label in the language.
    by : str
        The class or tier (IRI) of a row of the matrix.
    tier : str
        What it is called in the language.
    year : int or None
        The fiscal year of budgets and grades, as the calendar year in which it begins; None if the plan has neither.
    lang : str
        ``ja`` or ``en``.
    identity : str
        The digest of the build.
    say : callable
        Says words as the city of the plan says them.
    """
    matrix = _with_own_codes(ask(MATRIX, by=by, year=year, lang=lang))
    parts = {name: _with_own_codes(ask(question, lang=lang)) for name, question in PARTS.items()}
    return Report(plan, by, tier, year, lang, identity, matrix, parts, say)


def _with_own_codes(rows: Rows) -> Rows:
    """Leave out the codes that say what the labels beside them say, as of what has none of its own."""
    at = {name: place for place, name in enumerate(rows.variables)}
    beside = {place: at.get(f"{name.removesuffix('code')}label") for name, place in at.items() if name.endswith("code")}

    def own(row: Row) -> Row:
        if "row" in at and row[at["row"]] is None:  # a sum
            return row
        said = {place: str(to_python(row[label])) for place, label in beside.items() if label is not None}
        return tuple(
            None if place in said and not own_code(str(to_python(term)), said[place]) else term
            for place, term in enumerate(row)
        )

    return replace(rows, rows=[own(row) for row in rows.rows])


def whole(row: dict[str, Any]) -> dict[str, Any]:
    """Turn the decimals of a row that are whole, such as amounts, into int."""
    return {
        name: int(value) if hasattr(value, "as_tuple") and value == int(value) else value for name, value in row.items()
    }
