"""What assistants are offered, and ten questions as one would answer them.

``python -m docs.assistants`` writes ``docs/assistants.md`` and ``docs/assistants.ja.md`` with what the tools answer now
in the language of the page; ``tests/docs/test_assistants.py`` calls all that the pages say.
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
from plangraph.words import Words

HERE = Path(__file__).parent
PAGES = {"ja": HERE / "assistants.ja.md", "en": HERE / "assistants.md"}
NOTE = "<!-- Written by `make docs`; edit docs/assistants.py instead. -->\n"
SITE = "http://127.0.0.1:8000/"
SETTINGS = """\
```json
{"mcpServers": {"plangraph": {"command": "plangraph", "args": ["mcp", "--store", "/path/to/store"]}}}
```
"""
HEAD = Words(
    """\
# AI アシスタントから使う

[English](assistants.md)

`plangraph mcp` は、計画について答えるための道具を AI アシスタントに渡します
（[Model Context Protocol](https://modelcontextprotocol.io)）。アシスタントは、記憶からではなく市のデータから、
根拠の区分、出典のページ、エクスプローラーでのアドレス（`--site`）を添えて答えられます。
`plangraph serve` の `/mcp` は、同じものを HTTP で渡します。
どの道具も読むだけで、ほかの問い合わせと同じ制限（時間、メモリ、行数）があります。
一つの答えは 2,000 トークンほどまでで、続きの取り方を示します。

アシスタントの設定の例です。コマンドが見つからないときは、`plangraph` をフルパスで書きます。
""",
    """\
# Use it from an AI assistant

[日本語](assistants.ja.md)

`plangraph mcp` gives an AI assistant ([Model Context Protocol](https://modelcontextprotocol.io)) tools with which it
answers from the city's data and not from memory. Each answer names the basis of its links, the pages of its sources
and its address in the explorer (`--site`). `/mcp` of `plangraph serve` offers the same over HTTP. The tools only read,
within the same limits as any other query. An answer has at most about 2,000 tokens, and says how to get the rest.

An example of an assistant's settings. If it does not find the command, write the full path of `plangraph`:
""",
)
COLUMNS = Words("| 道具 | 何をするか（アシスタントは英語で読みます） |", "| tool | what an assistant reads of it |")
JAPANESE = {
    "find": "計画のもの（政策、施策、事務事業、部署、地域、ゴール、文書）を、コードか名前で見つける",
    "describe": "一つのものについて分かること（位置、中身、金額、達成度、関連と理由、出典）を示す",
    "questions": "知りたいことの言葉から、用意された問いを見つける。問いの名前なら、くわしい説明を示す",
    "ask": "用意された問いに、名前とパラメーターで答える",
    "trace": "二つのもののつながりを、一歩ごとの根拠・理由・出典とともに示す",
    "explain": "文書にそのままは書かれていないことが、どの事実からどう導かれるかを示す",
    "coverage": "計画がどのゴールに資するかを、行ごとに、事務事業の数と予算の分とともに示す",
    "sparql": "合う問いがないときに、SPARQL で尋ねる",
}
"""What each tool does, in Japanese; in English there is what an assistant reads."""
RESOURCES = Words(
    """\
読めるページ（リソース）: `plangraph://guide/ja` と `/en`（一枚のモデルの説明と計画の一覧）、`plangraph://plans/ja` と
`/en`、`plangraph://question/名前`。用意された頼み方（プロンプト）: `brief`（議員に渡す一枚の説明資料）、
`goal`（ゴールに資するもの）、`behind`（目標に届いていないもの）。

下の呼び出しの答えは、そのままアシスタントに渡るものです。`lang` を付けなければ日本語です。
""",
    """\
Resources: `plangraph://guide/ja` and `/en` (the model on one page, and the plans), `plangraph://plans/ja` and `/en`,
`plangraph://question/NAME`. Prompts: `brief` (one page about an element, for a councillor), `goal` (what serves a
goal), `behind` (what is behind its target).

The answers below are exactly what an assistant receives. Without `lang` they are in Japanese.
""",
)


@dataclass(frozen=True)
class Talk:
    """A question that somebody asks, and the calls by which an assistant answers it.

    Attributes
    ----------
    asked : Words
        What is asked.
    calls : tuple of (str, dict)
        Names of tools with what they are given; a value may be words, of which those of the page's language are given.
    """

    asked: Words
    calls: tuple[tuple[str, dict[str, Any]], ...]

    def calls_in(self, lang: str) -> list[tuple[str, dict[str, Any]]]:
        """Return the calls as they are made in a language."""
        language = {} if lang == "ja" else {"lang": lang}
        return [(tool, _in(given, lang) | language) for tool, given in self.calls]


LARGEST = (
    "SELECT ?project ?label ?value WHERE {{ ?figure pg:kind pg:PersonnelCost ; pg:fiscalYear 2024 ; "
    "pg:about ?project ; pg:value ?value . "
    '?project rdfs:label ?label FILTER(LANG(?label) = "{}") }} ORDER BY DESC(?value) LIMIT 3'
)
TALKS = (
    Talk(
        Words(
            "待機児童対策は、どこが、いくらでやっていますか",
            "Who does what about children on waiting lists, and for how much?",
        ),
        (("find", {"text": Words("待機児童", "waiting")}), ("describe", {"name": "kawasaki/3/project/20102010"})),
    ),
    Talk(
        Words("政策1-1で目標に届いていない事業はどれですか", "Which projects of policy 1-1 are behind target?"),
        (
            ("questions", {"words": Words("事務事業 探す", "find projects")}),
            (
                "ask",
                {
                    "question": "projects",
                    "parameters": {"element": "1-1", "grade": Words("目標を下回る", "Below target")},
                },
            ),
        ),
    ),
    Talk(
        Words("局ごとの予算と決算を教えてください", "What are the budgets and settlements of the bureaus?"),
        (("ask", {"question": "budget-totals", "parameters": {"by": Words("局", "Bureau")}}),),
    ),
    Talk(
        Words("SDGs のゴール13に資するのは何で、なぜですか", "What serves SDG 13, and why?"),
        (("ask", {"question": "coverage-links", "parameters": {"goal": "13", "element": "plan:3"}}),),
    ),
    Talk(
        Words("何も資していないターゲットはありますか", "Are there targets that nothing serves?"),
        (("ask", {"question": "coverage-holes"}),),
    ),
    Talk(
        Words("政策1-1がゴール11に資するといえるのはなぜですか", "Why is policy 1-1 said to serve goal 11?"),
        (("explain", {"subject": "1-1", "predicate": "coversGoal", "target": "sdg:11"}),),
    ),
    Talk(
        Words("高津区では何が予定されていますか", "What is planned in Takatsu Ward?"),
        (("ask", {"question": "ward-plan", "parameters": {"ward": Words("高津区", "Takatsu Ward")}}),),
    ),
    Talk(
        Words(
            "防災の事業は、ターゲット11.5とどうつながっていますか",
            "How does the disaster prevention project hang together with target 11.5?",
        ),
        (("trace", {"start": "10101010", "end": "sdg:11.5"}),),
    ),
    Talk(
        Words("計画全体では、どの政策がどのゴールに資していますか", "Which policies serve which goals?"),
        (("coverage", {}),),
    ),
    Talk(
        Words("人件費がいちばん大きい事業は", "Which project has the largest personnel cost?"),
        (
            (
                "sparql",
                {"query": Words(LARGEST.format("ja"), LARGEST.format("en"))},
            ),
        ),
    ),
)


def _in(value: Any, lang: str) -> Any:
    """Return a value with the words of a language."""
    if isinstance(value, Words):
        return value.of(lang)
    return {name: _in(each, lang) for name, each in value.items()} if isinstance(value, dict) else value


def page(graph: plangraph.Graph, lang: str) -> str:
    """Write the page in a language, with what a graph answers."""
    desk = Desk(graph, SITE)
    english = {name: (inspect.getdoc(tool) or "").partition("\n")[0] for name, tool in TOOLS.items()}
    tools = [f"| `{name}` | {Words(JAPANESE[name], said).of(lang)} |" for name, said in english.items()]
    parts = [
        NOTE + HEAD.of(lang),
        SETTINGS,
        "\n".join([COLUMNS.of(lang), "| --- | --- |", *tools, ""]),
        RESOURCES.of(lang),
    ]
    for number, talk in enumerate(TALKS, start=1):
        parts.append(f"## {number}. {talk.asked.of(lang)}\n")
        for tool, given in talk.calls_in(lang):
            parts.append(
                f"    {tool} {json.dumps(given, ensure_ascii=False)}\n\n```text\n{TOOLS[tool](desk, **given)}\n```\n"
            )
    return "\n".join(parts)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        loaded = plangraph.load("kawasaki", folder)
        for language, path in PAGES.items():
            path.write_text(page(loaded, language), "utf-8")
