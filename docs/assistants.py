"""What assistants are offered, and ten questions as one would answer them.

``python -m docs.assistants`` writes ``docs/assistants.md`` with what the tools answer now;
``tests/docs/test_assistants.py`` calls all that the page says.
"""

from __future__ import annotations

import inspect
import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import plangraph
from plangraph.agents import TOOLS, Desk

PAGE = Path(__file__).with_name("assistants.md")
HEAD = """\
<!-- Written by `make docs`; edit docs/assistants.py instead. -->
# AI アシスタントから — From assistants

`plangraph mcp` は、計画について答えるための道具を AI アシスタントに渡します
（[Model Context Protocol](https://modelcontextprotocol.io)）。アシスタントは記憶からではなく、自治体の資料にもとづく問いから、
出典のページと根拠の区分を添えて答えられます。`plangraph serve` の `/mcp` は同じものを HTTP で渡します。
どの道具も読むだけで、検索や SPARQL にはほかの利用者と同じ制限（時間、メモリ、行数）があります。

アシスタントの設定の例 — the settings of an assistant:

```json
{"mcpServers": {"plangraph": {"command": "plangraph", "args": ["mcp", "--store", "/path/to/store"]}}}
```

`plangraph mcp` hands an assistant the tools to answer from the city's own questions and not from memory, each answer
with the basis of its links, the pages of its sources and its address in the explorer (`--site`). `/mcp` of
`plangraph serve` hands out the same over HTTP. All tools only read, within the limits that strangers' queries have. An
answer has at most some 2,000 tokens, and says how to go on.
"""
RESOURCES = """\
Pages to read: `plangraph://guide/ja` and `/en` (the model on a page, and the plans), `plangraph://plans/ja` and `/en`,
`plangraph://question/NAME`. Beginnings: `brief` (a page about an element for a councillor), `goal` (what serves a
goal), `behind` (what is behind its target).
"""


@dataclass(frozen=True)
class Talk:
    """A question that somebody asks, and the calls by which an assistant answers it.

    Attributes
    ----------
    ja, en : str
        What is asked, in both languages.
    calls : tuple of (str, dict)
        Names of tools with what they are given.
    """

    ja: str
    en: str
    calls: tuple[tuple[str, dict[str, Any]], ...]


TALKS = (
    Talk(
        "待機児童対策は、どこが、いくらでやっていますか",
        "Who does what about children on waiting lists, and for how much?",
        (("find", {"text": "待機児童"}), ("describe", {"name": "kawasaki/3/project/20102010"})),
    ),
    Talk(
        "政策1-1で目標に届いていない事業はどれですか",
        "Which projects of policy 1-1 are behind target?",
        (
            ("questions", {"words": "事務事業 さがす"}),
            ("ask", {"question": "projects", "parameters": {"element": "1-1", "grade": "目標を下回る"}}),
        ),
    ),
    Talk(
        "局ごとの予算と決算を教えてください",
        "What are the budgets and settlements of the bureaus?",
        (("ask", {"question": "budget-totals", "parameters": {"by": "局"}}),),
    ),
    Talk(
        "SDGs のゴール13に資するのは何で、なぜですか",
        "What serves SDG 13, and why?",
        (("ask", {"question": "coverage-links", "parameters": {"goal": "13", "element": "plan:3"}}),),
    ),
    Talk(
        "何も資していないターゲットはありますか",
        "Are there targets that nothing serves?",
        (("ask", {"question": "coverage-holes"}),),
    ),
    Talk(
        "政策1-1がゴール11に資するといえるのはなぜですか",
        "Why is policy 1-1 said to serve goal 11?",
        (("explain", {"subject": "1-1", "predicate": "coversGoal", "target": "sdg:11"}),),
    ),
    Talk(
        "高津区では何が予定されていますか",
        "What is planned in Takatsu Ward?",
        (("ask", {"question": "ward-plan", "parameters": {"ward": "高津区"}}),),
    ),
    Talk(
        "防災の事業は、ターゲット11.5とどうつながっていますか",
        "How does the disaster prevention project hang together with target 11.5?",
        (("trace", {"start": "10101010", "end": "sdg:11.5"}),),
    ),
    Talk(
        "計画全体では、どの政策がどのゴールに資していますか",
        "Which policies serve which goals?",
        (("coverage", {}),),
    ),
    Talk(
        "人件費がいちばん大きい事業は",
        "Which project has the largest personnel cost?",
        (
            (
                "sparql",
                {
                    "query": "SELECT ?project ?label ?value WHERE { ?figure pg:kind pg:PersonnelCost ; "
                    "pg:fiscalYear 2024 ; pg:about ?project ; pg:value ?value . "
                    '?project rdfs:label ?label FILTER(LANG(?label) = "ja") } '
                    "ORDER BY DESC(?value) LIMIT 3"
                },
            ),
        ),
    ),
)


def page(graph: plangraph.Graph) -> str:
    """Write the page with what a graph answers."""
    desk = Desk(graph, "http://127.0.0.1:8000/")
    tools = [f"| `{name}` | {(inspect.getdoc(tool) or '').partition(chr(10))[0]} |" for name, tool in TOOLS.items()]
    parts = [HEAD, "| tool | |\n| --- | --- |\n" + "\n".join(tools) + "\n", RESOURCES]
    for number, talk in enumerate(TALKS, start=1):
        parts.append(f"## {number}. {talk.ja} — {talk.en}\n")
        for tool, given in talk.calls:
            parts.append(
                f"    {tool} {json.dumps(given, ensure_ascii=False)}\n\n```text\n{TOOLS[tool](desk, **given)}\n```\n"
            )
    return "\n".join(parts)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        PAGE.write_text(page(plangraph.load("kawasaki", folder)), "utf-8")
