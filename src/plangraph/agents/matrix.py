"""The coverage matrix as lines: each row with the goals that it serves."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from plangraph.agents.answer import NOT_THE_CITYS
from plangraph.agents.length import MOST, tokens
from plangraph.coverage.report import MATRIX
from plangraph.store.readable import Reading
from plangraph.store.terms import shown
from plangraph.words import Words, coded_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.agents.answer import Answer
    from plangraph.store.answers import Rows
    from plangraph.store.terms import Term

HOW_TO_READ = Words(
    "行: ゴール番号(事務事業数, 按分した予算)…。予算は資するゴールと行に按分され、計は重複しない。"
    "数には施策などから受け継いだものを含む",
    "row: goal(projects, share of the budget) … A budget is split over the goals and rows that it serves, so that sums "
    "count nothing twice; projects include those that inherit the goal from what they are within",
)
UNLINKED = Words(
    "この計画に、SDGs との関連は一つも記録されていません。何に資するかは分からないのであって、資さないのではありません",
    "No link of this plan to the SDGs is recorded: what its projects serve is not known, which is not to say nothing",
)
AS_TOTAL = {"total": Words("計", "all"), "none": Words("なし", "none")}


def say(answer: Answer, rows: Rows, offset: int, plan: str | None = None) -> Answer:
    """Write the matrix, a line for each of its rows.

    Parameters
    ----------
    answer : Answer
        What is written.
    rows : Rows
        The answer of the question ``coverage-matrix``.
    offset : int
        How many lines to pass over.
    plan : str, optional
        The plan that it was asked of.
    """
    reading = Reading(rows, answer.lang)
    cells = [dict(zip(rows.variables, row, strict=True)) for row in rows.rows]
    lines = [_line(reading, list(each)) for _, each in groupby(cells, key=lambda cell: (cell["row"], cell["code"]))]
    linked = any(shown(cell["goal_code"]) not in AS_TOTAL for cell in cells)
    answer.say(HOW_TO_READ if linked else UNLINKED)
    room = MOST - tokens(answer.text() + NOT_THE_CITYS.of(answer.lang))
    for number, line in enumerate(lines[offset:], start=offset):
        room -= tokens(line)
        if room < 0 and number > offset:
            answer.say(
                Words(
                    f"（全{len(lines)}行。続きは offset={number}）", f"({len(lines)} rows; for more: offset={number})"
                )
            )
            break
        answer.say(line)
    return answer.say_data(MATRIX, {"plan": plan} if plan else {}).say(NOT_THE_CITYS if linked else "")


def _line(reading: Reading, cells: Sequence[Mapping[str, Term | None]]) -> str:
    code, label = (shown(cells[0][name]) for name in ("code", "label"))
    name = AS_TOTAL[code].of(reading.lang) if code in AS_TOTAL else coded_name(code, label)
    return f"{name}: " + ", ".join(_goal(reading, cell) for cell in cells)


def _goal(reading: Reading, cell: Mapping[str, Term | None]) -> str:
    goal, money = shown(cell["goal_code"]), reading.text(cell["budget"], "money")
    goal = AS_TOTAL[goal].of(reading.lang) if goal in AS_TOTAL else goal
    return f"{goal}({', '.join(filter(None, (shown(cell['projects']), money)))})"
