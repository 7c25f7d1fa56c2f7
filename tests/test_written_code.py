"""How code is written: no line too long, docstrings that say what is done, and no work in tests that is never run."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from tests.source_trees import SOURCE, modules, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_no_line_of_a_template_a_script_or_a_style_is_longer_than_120() -> None:
    folders = (SOURCE, Path(__file__).parents[1] / "docs")
    files = [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in {".css", ".html", ".js", ".svelte", ".ts"}
        and not {"node_modules", "static", "pictures", ".svelte-check"} & set(path.parts)
    ]
    assert [
        f"{path.name}:{number}"
        for path in files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > 120
    ] == []


def test_docstrings_begin_as_those_of_other_projects() -> None:
    """Return, Write, Raise, Describe …: not with what people do who say, take or hand over something."""
    files = [*modules(), *sorted(Path(__file__).parent.rglob("*.py"))]
    odd = ("Give ", "Hand ", "Have ", "Say ", "Take ", "Tell ")
    begun = ((path, text) for path in files for text in _docstrings(tree_of(path)))
    assert [f"{path.name}: {text}" for path, text in begun if text.startswith(odd)] == []


def _docstrings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield (ast.get_docstring(node) or "").partition("\n")[0]


def test_what_a_test_defines_within_itself_it_uses() -> None:
    """One that defines its work and never runs it would pass whatever the code does."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    assert [f"{path.name}: {idle}" for path in files for idle in _idle(tree_of(path))] == []


def test_work_that_is_never_run_would_be_found() -> None:
    assert list(_idle(ast.parse("def test():\n  def work(): work()\n  async def other(): ...\n  run(other())"))) == [
        "test.work"
    ]


def _idle(tree: ast.Module) -> Iterator[str]:
    """Yield the functions within others that only they themselves name; the decorated are used by their decorators."""
    for outer in ast.walk(tree):
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef):
            for inner in outer.body:
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef) and not inner.decorator_list:
                    others = [node for node in outer.body if node is not inner]
                    named = {name.id for node in others for name in ast.walk(node) if isinstance(name, ast.Name)}
                    if inner.name not in named:
                        yield f"{outer.name}.{inner.name}"
