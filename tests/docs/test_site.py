"""The documentation says the same in both languages, leads only to what there is, and its commands run."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from docs.page_hooks import on_page_content
from docs.site import CONFIGURATION, DOCS, OTHER_PAGES, joined
from tests import node
from tests.cli.running import run

import plangraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGES = sorted(DOCS.glob("*.md"))
PAIRS = [(page, page.with_suffix(".ja.md")) for page in PAGES if page.with_suffix(".ja.md").is_file()]
WHEEL = re.compile(r"plangraph-([\d.]+)-py3")
FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
PARTS = {"heading": r"^#+ ", "row of a table": r"^\|", "point of a list": r"^ *(?:-|\d+\.) ", "paragraph": r"\n\s*\n\S"}
GUIDES = ("tutorial", "tracing", "budget-meeting", "local-review", "stores", "other-tools")
ELSEWHERE = ("serve", "build", "suggest", "report", "coverage", "export")
"""Commands that other tests run as they are written here: they stay, or take long."""
AMONG_PAGES = re.compile(r"\]\(([a-z-]+)\.md[)#]")
INTO_FILE = re.compile(r" -o \S+")


class _Loader(yaml.SafeLoader):
    """Reads the configuration without what only MkDocs knows."""


_Loader.add_multi_constructor("", lambda *_: None)


def _pages(nav: list[Any]) -> Iterator[str]:
    for part in nav:
        yield from (
            (part,)
            if isinstance(part, str)
            else _pages([inner for named in part.values() for inner in ([named] if isinstance(named, str) else named)])
        )


def _commands() -> list[str]:
    files = [DOCS / f"{name}{ending}" for name in GUIDES for ending in (".md", ".ja.md")]
    found = (
        shlex.join(words)
        for file in files
        for language, text in FENCE.findall(file.read_text("utf-8"))
        if language == "sh"
        for words in (shlex.split(line, comments=True) for line in text.splitlines())
        if words[:1] == ["plangraph"] and words[1] not in ELSEWHERE
    )
    return list({INTO_FILE.sub("", each): each for each in found}.values())


def _parts(page: str) -> dict[str, int]:
    text = FENCE.sub("", page)
    return {part: len(re.findall(form, text, re.MULTILINE)) for part, form in PARTS.items()}


def test_each_page_has_its_place_in_the_site() -> None:
    navigation = yaml.load(CONFIGURATION.read_text("utf-8"), _Loader)["nav"]  # noqa: S506 - a safe loader
    listed = {name for name in _pages(navigation) if not name.startswith("questions-")}
    made = {"python.md", "ontology.md", "shapes.md"}
    english = {page.name for page in PAGES if not page.name.endswith(".ja.md")} - {"questions.md"}
    assert listed == english | made | set(OTHER_PAGES.values())


@pytest.mark.parametrize(("english", "japanese"), PAIRS, ids=[english.stem for english, _ in PAIRS])
def test_both_languages_have_the_same_parts_and_programs(english: Path, japanese: Path) -> None:
    there, here = (path.read_text("utf-8") for path in (english, japanese))
    assert [language for language, _ in FENCE.findall(there)] == [language for language, _ in FENCE.findall(here)]
    assert _parts(there) == _parts(here)


@pytest.mark.parametrize("page", [japanese for _, japanese in PAIRS], ids=lambda page: page.name)
def test_a_japanese_page_leads_to_japanese_pages(page: Path) -> None:
    _, _, text = page.read_text("utf-8").partition("[English]")
    others = {name for name in AMONG_PAGES.findall(text.partition("\n")[2]) if (DOCS / f"{name}.ja.md").is_file()}
    assert others == set()


def test_figures_of_kawasaki_are_those_of_the_graph(kawasaki: plangraph.Graph) -> None:
    contributions = kawasaki.query("contributions").to_dicts()
    statuses = Counter(row["status"] for row in kawasaki.query("coverage-targets").to_dicts())
    figures = {
        "engines": [len(kawasaki.query("network-edges"))],
        "sdg-coverage": [
            len(contributions),
            *statuses.values(),
            len(kawasaki.query("targets-on-one-project")),
            sum(row["budget"] or 0 for row in kawasaki.query("projects", year=2024).to_dicts()),
        ],
    }
    missing = {
        (path.name, f"{figure:,}")
        for page, known in figures.items()
        for path in (DOCS / f"{page}.md", DOCS / f"{page}.ja.md")
        for figure in known
        if not re.search(rf"(?<![\d,]){figure:,}(?![\d,])", path.read_text("utf-8"))
    }
    assert missing == set()


def test_the_commands_of_the_guides_run(
    kawasaki: plangraph.Graph, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("plangraph.cli.options.open_graph", lambda *_, **__: kawasaki)
    monkeypatch.chdir(tmp_path)
    query = FENCE.findall((DOCS / "tutorial.md").read_text("utf-8"))
    (tmp_path / "mine.rq").write_text(next(text for language, text in query if language == "sparql"), "utf-8")
    commands = _commands()
    assert len(commands) > 20
    failed = {each: said for each in commands for code, _, said in [run(capsys, *shlex.split(each)[1:])] if code}
    assert failed == {}


def test_lines_of_japanese_are_joined_without_a_space_and_programs_are_left_alone() -> None:
    page = "計画を\nグラフに\n\n- 市の\n  言葉\n\n```text\n計画\n市\n```\n\nRead it\nhere.\n"
    assert joined(page) == "計画をグラフに\n\n- 市の言葉\n\n```text\n計画\n市\n```\n\nRead it\nhere.\n"


def test_docstrings_show_no_marks_of_sphinx() -> None:
    assert on_page_content("<p>See :meth:<code>query</code>: it asks.</p>") == "<p>See <code>query</code>: it asks.</p>"


@pytest.mark.parametrize(
    ("typed", "sought"),
    [("待機児童", "待機 児童"), ("予算の分け方 Virtuoso", "予算 分け 方 Virtuoso"), ("basis", "basis")],
)
def test_the_search_parts_japanese_into_its_words(typed: str, sought: str) -> None:
    worker = "globalThis.Worker = class { postMessage(message) { console.log(message.data) } }\n"
    script = (DOCS / "site_files" / "search.js").read_text("utf-8")
    asking = f"\nnew Worker().postMessage({{ type: 2, data: {json.dumps(typed)} }})"
    assert node.run(DOCS, "node", "-e", worker + script + asking).strip() == sought


@pytest.mark.long
@pytest.mark.parametrize(("ending", "locale"), [(".md", "C.UTF-8"), (".ja.md", "ja_JP.UTF-8")])
def test_a_citys_plan_is_made_and_answers_as_the_guide_shows(
    ending: str, locale: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("COLUMNS", "100")
    shutil.copy(DOCS.parent / "examples" / "sheets" / "kosai.xlsx", tmp_path)
    text = (DOCS / f"your-city{ending}").read_text("utf-8").partition("plan.pdf")[0].partition("計画.pdf")[0]
    said = ""
    for language, block in FENCE.findall(text):
        if language == "sh":
            typed = [shlex.split(line)[1:] for line in block.splitlines() if line.startswith("plangraph ")]
            said = "".join("".join(run(capsys, *words)[1:]) for words in typed if words[0] != "serve")
        elif language == "toml":
            mapping = (tmp_path / "mapping.toml").read_text("utf-8")
            (tmp_path / "mapping.toml").write_text(
                mapping.replace("[[sheets]]\n", "[[sheets]]\nfiscal_year = 2023\n", 1), "utf-8"
            )
        else:
            shown = [re.escape(part.strip()) for line in block.splitlines() for part in line.split("…")]
            assert re.search(".*?".join(filter(None, shown)), said, re.DOTALL), block


def test_the_wheel_is_named_by_its_version() -> None:
    files = (*PAGES, CONFIGURATION.with_name("README.md"), CONFIGURATION.with_name("README.ja.md"))
    named = {found for file in files for found in WHEEL.findall(file.read_text("utf-8"))}
    assert named == {plangraph.__version__}
