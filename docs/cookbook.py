"""The cookbook: what people ask, the words by which they find the question, and the command that answers.

``python -m docs.cookbook`` writes ``docs/cookbook.md`` with what the commands answer now, on a terminal of 80 columns;
``tests/docs/test_cookbook.py`` runs all that the page says.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import plangraph

PAGE = Path(__file__).with_name("cookbook.md")
LINES = 16
HEAD = """\
# 料理帳 — Cookbook

よく尋ねられる十二のことと、問いのさがし方、答えるコマンド、その答え（横80桁の端末）です。
どれも `-o ファイル名.xlsx` を付けると Excel のファイルになります。はじめに `plangraph build kawasaki` で構築します。

Twelve things that people ask, how to find the question, the command that answers it, and what it answers on a terminal
of 80 columns (here in Japanese; in English where the terminal is). With `-o NAME.xlsx` each becomes an Excel file.
Before the first: `plangraph build kawasaki`.
"""


@dataclass(frozen=True)
class Recipe:
    """What somebody asks.

    Attributes
    ----------
    ja, en : str
        What is asked, in both languages.
    words : str
        What to type after ``plangraph queries`` to find the question.
    question : str
        The question and its parameters, as typed after ``plangraph query``.
    file : str
        The name of the workbook.
    """

    ja: str
    en: str
    words: str
    question: str
    file: str


RECIPES = (
    Recipe(
        "自分の政策（1-1）で目標に届いていない事業は",
        "Which projects of my policy (1-1) are behind target?",
        "事業 未達",
        "projects --element 1-1 --grade 目標を下回る",
        "behind.xlsx",
    ),
    Recipe("局ごとの予算は", "What is the budget of each bureau?", "局 予算", "budget-totals --by 局", "bureaus.xlsx"),
    Recipe(
        "待機児童対策はどこがやっているか",
        "Who does something for children on waiting lists?",
        "事務事業 さがす",
        "projects --text 待機児童",
        "waiting.xlsx",
    ),
    Recipe(
        "SDGs のゴール11に資するものと、その理由は",
        "What serves SDG 11, and why?",
        "SDG 理由",
        "coverage-links --goal 11 --element plan:3",
        "goal-11.xlsx",
    ),
    Recipe(
        "何も資していないターゲットは",
        "Which targets are served by nothing?",
        "ターゲット 空白",
        "coverage-holes",
        "holes.xlsx",
    ),
    Recipe(
        "第3期から第4期で何が変わったか",
        "What changed from the third plan to the fourth?",
        "次の計画 変わった",
        "policy-succession",
        "succession.xlsx",
    ),
    Recipe(
        "来年度（ここでは2026年度）で終わる計画は",
        "Which plans end next year (here: fiscal 2026)?",
        "計画 終わる",
        "plans-ending --year 2026 --years 0",
        "ending.xlsx",
    ),
    Recipe("高津区では何があるか", "What is there in Takatsu Ward?", "区", "ward-plan --ward 高津", "takatsu.xlsx"),
    Recipe(
        "決算が予算を大きく下回る事業は",
        "Where is the settlement far below the budget?",
        "執行率 低い",
        "projects --rateto 50 --sort 執行率の低い順",
        "unspent.xlsx",
    ),
    Recipe(
        "戦略2は何に及ぶか", "What does strategy 2 reach?", "戦略 及ぶ", "strategy-reach --strategy 戦略2", "s2.xlsx"
    ),
    Recipe(
        "脱炭素は計画のどこにあるか", "Where is 脱炭素 in the plan?", "どこ 名称", "search --text 脱炭素", "carbon.xlsx"
    ),
    Recipe(
        "すべての事業を、所管・予算・達成度・SDGs とともに",
        "All projects with office, budget, grade and SDGs",
        "事務事業 一覧",
        "projects",
        "projects.xlsx",
    ),
)


def page(store: Path) -> str:
    """Write the page, with what the commands answer from a build."""
    parts = ["<!-- Written by `make docs`; edit docs/cookbook.py instead. -->\n", HEAD]
    for number, recipe in enumerate(RECIPES, start=1):
        asked = f"plangraph query {recipe.question}"
        parts.append(
            f"## {number}. {recipe.ja} — {recipe.en}\n\n"
            f"    plangraph queries {recipe.words}\n    {asked}\n    {asked} -o {recipe.file}\n\n"
            f"```text\n{_shortened(_answer(recipe.question, store))}\n```\n"
        )
    return "\n".join(parts)


def _shortened(text: str) -> str:
    lines = text.rstrip().splitlines()
    return "\n".join(lines if len(lines) <= LINES else [*lines[: LINES - 2], "…", lines[-1]])


def _answer(question: str, store: Path) -> str:
    environment = os.environ | {"LC_ALL": "ja_JP.UTF-8", "LANGUAGE": "", "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    program = "from plangraph.cli import main; main()"
    return subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-c", program, "query", *question.split(), "--store", str(store)],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        plangraph.load("kawasaki", folder)
        PAGE.write_text(page(Path(folder)), "utf-8")
