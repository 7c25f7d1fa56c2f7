"""Paths between two things, a line each, with the grounds of their steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.agents.answer import NOT_THE_CITYS
from plangraph.agents.length import MOST as ROOM
from plangraph.agents.length import shortened, tokens
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.agents.answer import Answer
    from plangraph.coverage.path_search import Step
    from plangraph.coverage.tracing import Trace

MOST = 20
"""Paths that are looked for."""
LONGEST_REASON = 120
"""Characters of the reason of a step."""


def say(answer: Answer, trace: Trace) -> Answer:
    """Write the paths, shortest first, as far as there is room.

    Parameters
    ----------
    answer : Answer
        What is written.
    trace : Trace
        The paths.
    """
    if not trace.paths:
        return answer.say(Words("つながる経路はありません", "no path connects them"))
    room = ROOM - tokens(NOT_THE_CITYS.of(answer.lang))
    for number, path in enumerate(trace.paths, start=1):
        line = f"{number}. {_line(trace, path, answer.lang)}"
        room -= tokens(line)
        if room < 0 and number > 1:
            answer.say(Words(f"（ほかに {len(trace.paths) - number + 1} 本以上）", "(and more, which are longer)"))
            break
        answer.say(line)
    return answer.say(NOT_THE_CITYS)


def _line(trace: Trace, path: Sequence[Step], lang: str) -> str:
    return trace.name(path[0].start, lang) + "".join(_step(trace, step, lang) for step in path)


def _step(trace: Trace, step: Step, lang: str) -> str:
    edge = step.edge
    grounds = [trace.label(iri, lang) for iri in (edge.basis, edge.source) if iri]
    reason = shortened(edge.rationale.get(lang, ""), LONGEST_REASON)
    ground = f" [{'; '.join(filter(None, (*grounds, reason)))}]" if grounds or reason else ""
    relation = trace.label(edge.relation, lang)
    arrow = f"←{relation}—" if step.inverse else f"—{relation}→"
    return f" {arrow} {trace.name(step.end, lang)}{ground}"
