"""The cookbook: what people ask, the words by which they find the question, and the command that answers.

``python -m docs.cookbook`` writes ``docs/cookbook.md`` and ``docs/cookbook.ja.md`` with what the commands answer now in
the language of the page, on a terminal of 80 columns; ``tests/docs/test_cookbook.py`` runs all that the pages say.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import plangraph
from plangraph.words import Words

HERE = Path(__file__).parent
PAGES = {"ja": HERE / "cookbook.ja.md", "en": HERE / "cookbook.md"}
LOCALES = {"ja": "ja_JP.UTF-8", "en": "en_GB.UTF-8"}
LINES = 16
FOOT = re.compile(r"[\d,]+ (行|rows?)\b")
NOTE = "<!-- Written by `make docs`; edit docs/cookbook.py instead. -->\n"
HEAD = Words(
    """\
# よく尋ねられる十二のこと

[English](cookbook.md)

よく尋ねられる十二のことと、問いの探し方、答えるコマンド、その答え（横80桁の端末）です。
どれも `-o ファイル名.xlsx` を付けると Excel のファイルになります。はじめに `plangraph build kawasaki` で構築します。
""",
    """\
# Cookbook

[日本語](cookbook.ja.md)

Twelve things that people ask, how to find the question, the command that answers it, and what it answers on a terminal
of 80 columns. With `-o NAME.xlsx` each becomes an Excel file. Before the first: `plangraph build kawasaki`.
""",
)


@dataclass(frozen=True)
class Recipe:
    """What somebody asks.

    Attributes
    ----------
    asked : Words
        What is asked.
    words : Words
        What to type after ``plangraph queries`` to find the question.
    question : Words
        The question and its parameters, as typed after ``plangraph query``.
    file : str
        The name of the workbook.
    """

    asked: Words
    words: Words
    question: Words
    file: str


RECIPES = (
    Recipe(
        Words("自分の政策（1-1）で目標に届いていない事業は", "Which projects of my policy (1-1) are behind target?"),
        Words("事業 未達", "projects behind target"),
        Words("projects --element 1-1 --grade 目標を下回る", "projects --element 1-1 --grade 'Below target'"),
        "behind.xlsx",
    ),
    Recipe(
        Words("局ごとの予算は", "What is the budget of each bureau?"),
        Words("局 予算", "budget office"),
        Words("budget-totals --by 局", "budget-totals --by Bureau"),
        "bureaus.xlsx",
    ),
    Recipe(
        Words("待機児童対策はどこがやっているか", "Who does something for children on waiting lists?"),
        Words("待機児童対策", "waiting list"),
        Words("projects --text 待機児童", "projects --text waiting"),
        "waiting.xlsx",
    ),
    Recipe(
        Words("SDGs のゴール11に資するものと、その理由は", "What serves SDG 11, and why?"),
        Words("SDG 理由", "SDG links reason"),
        Words("coverage-links --goal 11 --element plan:3", "coverage-links --goal 11 --element plan:3"),
        "goal-11.xlsx",
    ),
    Recipe(
        Words("何も資していないターゲットは", "Which targets are served by nothing?"),
        Words("ターゲット 空白", "targets nothing"),
        Words("coverage-holes", "coverage-holes"),
        "holes.xlsx",
    ),
    Recipe(
        Words("第3期から第4期で何が変わったか", "What changed from the third plan to the fourth?"),
        Words("次の計画 変わった", "next plan"),
        Words("policy-succession", "policy-succession"),
        "succession.xlsx",
    ),
    Recipe(
        Words("来年度（ここでは2026年度）で終わる計画は", "Which plans end next year (here: fiscal 2026)?"),
        Words("計画 終わる", "plans end"),
        Words("plans-ending --year 2026 --years 0", "plans-ending --year 2026 --years 0"),
        "ending.xlsx",
    ),
    Recipe(
        Words("高津区では何があるか", "What is there in Takatsu Ward?"),
        Words("高津区", "Takatsu"),
        Words("ward-plan --ward 高津", "ward-plan --ward Takatsu"),
        "takatsu.xlsx",
    ),
    Recipe(
        Words("決算が予算を大きく下回る事業は", "Where is the settlement far below the budget?"),
        Words("執行率 低い", "low execution rate"),
        Words("projects --rateto 50 --sort 執行率の低い順", "projects --rateto 50 --sort 'Lowest rate'"),
        "unspent.xlsx",
    ),
    Recipe(
        Words("戦略2は何に及ぶか", "What does strategy 2 reach?"),
        Words("戦略 及ぶ", "strategy reaches"),
        Words("strategy-reach --strategy 戦略2", "strategy-reach --strategy 2"),
        "s2.xlsx",
    ),
    Recipe(
        Words("脱炭素は計画のどこにあるか", "Where is decarbonisation in the plan?"),
        Words("脱炭素", "carbon"),
        Words("search --text 脱炭素", "search --text decarbon"),
        "carbon.xlsx",
    ),
    Recipe(
        Words("すべての事業を、所管・予算・達成度・SDGs とともに", "All projects with office, budget, grade and SDGs"),
        Words("事務事業 一覧", "all projects"),
        Words("projects", "projects"),
        "projects.xlsx",
    ),
)


def page(store: Path, lang: str) -> str:
    """Write the page in a language, with what the commands answer from a build."""
    parts = [NOTE, HEAD.of(lang)]
    for number, recipe in enumerate(RECIPES, start=1):
        asked = f"plangraph query {recipe.question.of(lang)}"
        parts.append(
            f"## {number}. {recipe.asked.of(lang)}\n\n"
            f"    plangraph queries {recipe.words.of(lang)}\n    {asked}\n    {asked} -o {recipe.file}\n\n"
            f"```text\n{shortened(_answer(recipe.question.of(lang), store, lang))}\n```\n"
        )
    return "\n".join(parts)


def shortened(text: str) -> str:
    """Return the beginning of an answer, and from its foot on, which counts the rows."""
    lines = text.rstrip().splitlines()
    foot = max(at for at, line in enumerate(lines) if FOOT.match(line))
    return "\n".join(lines if len(lines) <= LINES else [*lines[: LINES - 2], "…", *lines[foot:]])


def _answer(question: str, store: Path, lang: str) -> str:
    environment = os.environ | {"LC_ALL": LOCALES[lang], "LANGUAGE": "", "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    program = "from plangraph.cli import main; main()"
    return subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-c", program, "query", *shlex.split(question), "--store", str(store)],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        plangraph.load("kawasaki", folder)
        for lang, path in PAGES.items():
            path.write_text(page(Path(folder), lang), "utf-8")
