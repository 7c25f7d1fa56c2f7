"""The modules of the package, and the syntax tree of each."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import plangraph

SOURCE = Path(plangraph.__file__).parent


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if "explorer" not in path.relative_to(SOURCE).parts)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))
