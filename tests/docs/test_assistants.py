"""What the page for assistants says is answered: briefly, and with a source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docs.assistants import PAGES, SITE, TALKS, Talk

from plangraph.agents import TOOLS, Desk
from plangraph.agents.length import tokens

if TYPE_CHECKING:
    import plangraph

MOST = 2_000


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_has_every_question_and_tool(lang: str) -> None:
    page = PAGES[lang].read_text("utf-8")
    assert [talk.asked.of(lang) for talk in TALKS] == re.findall(r"^## \d+\. (.*)$", page, re.M)
    assert len(TALKS) == 10
    assert {call[0] for talk in TALKS for call in talk.calls} == set(TOOLS)
    assert all(f"| `{name}` |" in page for name in TOOLS)


@pytest.mark.parametrize(("lang", "said"), [("ja", "出典|想定"), ("en", "[Ss]ource|[Aa]ssumed")])
@pytest.mark.parametrize("talk", TALKS, ids=[str(number) for number in range(1, len(TALKS) + 1)])
def test_a_question_is_answered_as_the_page_says_with_sources(
    kawasaki: plangraph.Graph, talk: Talk, lang: str, said: str
) -> None:
    answers = [TOOLS[tool](Desk(kawasaki, SITE), **given) for tool, given in talk.calls_in(lang)]
    assert all(tokens(answer) <= MOST for answer in answers)
    assert re.search(said, answers[-1])
    page = PAGES[lang].read_text("utf-8")
    assert all(f"```text\n{answer}\n```\n" in page for answer in answers), "the page is to be written anew"
