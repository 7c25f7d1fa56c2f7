"""``make mutants``: change the code in one place at a time, and see whether a test notices.

The changes are those of cosmic-ray (https://cosmic-ray.readthedocs.io/), drawn at random, at most one at a place. They
are made in a copy of the project. What is not noticed is printed, and how much is noticed in each room.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[1]
COPIED = ("src/plangraph", "tests", "ontology", "queries", "data", "docs", "examples", "pyproject.toml", "README.md")
IGNORED = shutil.ignore_patterns("node_modules", "__pycache__")
PACKAGE = "src/plangraph"
REFUSALS = ("tests/build/test_refusal.py", "tests/build/test_refused_files.py")
# The modules of each room, and the tests that are asked first about a change in them.
ROOMS: dict[str, dict[str, tuple[str, ...]]] = {
    "tables": {
        "tables/*.py": ("tests/tables", *REFUSALS),
        "tables/book.py": ("tests/intake/test_workbook.py",),
        "tables/excel.py": ("tests/intake/test_workbook.py", *REFUSALS),
        "tables/strange_sheets.py": ("tests/intake/test_workbook.py", *REFUSALS),
    },
    "queries": {
        "queries/*.py": (
            "tests/queries/test_binding.py",
            "tests/queries/test_question.py",
            "tests/queries/test_headings.py",
            "tests/queries/test_ranking.py",
            "tests/queries/test_library.py",
            "tests/queries/test_derived.py",
        )
    },
    "store": {
        "store/*.py": ("tests/store",),
        "store/readable.py": ("tests/cli/test_table.py", "tests/store/test_files.py"),
        "store/written_figures.py": ("tests/cli/test_table.py", "tests/store/test_files.py"),
        "store/spreadsheet.py": ("tests/store/test_spreadsheet.py", "tests/store/test_files.py"),
        "store/documents.py": ("tests/store/test_files.py", "tests/store/test_answers.py"),
        "store/lexer.py": ("tests/store/test_lexer.py", "tests/queries/test_headings.py"),
        "store/folding.py": ("tests/store/test_folding.py",),
        "store/terms.py": ("tests/store/test_terms.py", "tests/store/test_formats.py"),
        "store/answers.py": ("tests/store/test_answers.py", "tests/store/test_formats.py"),
        "store/complaints.py": ("tests/store/test_complaints.py",),
        "store/parts.py": ("tests/store/test_parts.py", "tests/store/test_push.py"),
    },
    "inference": {"inference/*.py": ("tests/inference",)},
    "admission": {
        "server/admission/lanes.py": ("tests/server/test_lanes.py",),
        "server/admission/running_jobs.py": ("tests/server/test_running_jobs.py", "tests/server/test_lanes.py"),
        "server/admission/guard.py": ("tests/server/test_guard.py",),
        "server/admission/fair_queue.py": (
            "tests/server/test_fair_queue.py",
            "tests/server/test_fair_shares.py",
            "tests/server/test_cancellation.py",
        ),
        "server/admission/cache.py": ("tests/server/test_cache.py",),
    },
    "coverage": {"coverage/*.py": ("tests/coverage",)},
    "measures": {
        "network/measures/*.py": tuple(
            f"tests/network/test_{part}.py" for part in ("measures", "communities", "pairs", "cutting")
        )
    },
}
SHORT = ("-m", "not long")
WIDER = (
    *SHORT,
    *(
        f"tests/{room}"
        for room in ("store", "queries", "tables", "inference", "build", "intake", "network", "coverage", "cli")
    ),
)
"""The tests of what is built on the rooms, asked where a room's own notice nothing."""
LEFT_OUT = {
    "core/RemoveDecorator",  # a dataclass that is none breaks on import: nothing is learned
    "core/ReplaceComparisonOperator_Eq_Is",  # the same for small numbers and words
    "core/ReplaceComparisonOperator_NotEq_IsNot",
    "core/ReplaceComparisonOperator_Is_Eq",
    "core/ReplaceComparisonOperator_IsNot_NotEq",
}
NOTHING_IS_RUN = 5  # pytest's exit code


@dataclass(frozen=True)
class Change:
    """One change of a module: what cosmic-ray calls an operator, and at which of its places in the module."""

    module: str
    line: int
    operator: str
    occurrence: int
    tests: tuple[str, ...]
    before: str

    def after(self) -> str | None:
        """Return the changed module, or None where cosmic-ray does not master it (``except module.Error``, ``*,``)."""
        try:
            changed: str | None = mutate_code(self.before, get_operator(self.operator)(), self.occurrence)
            ast.parse(changed or "")
        except (AttributeError, SyntaxError):
            return None
        return changed if changed != self.before else None

    def difference(self) -> str:
        """Return the lines that differ."""
        after = (self.after() or "").splitlines()
        lines = difflib.unified_diff(self.before.splitlines(), after, lineterm="", n=0)
        return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def places(module: str, tests: tuple[str, ...]) -> list[list[Change]]:
    """Return the changes that can be made to a module, by place."""
    source = (ROOT / PACKAGE / module).read_text("utf-8")
    passed_over = set(_places_without_effect(ast.parse(source)))
    nodes = list(ast_nodes(get_ast(source)))
    found: dict[tuple[int, int], list[Change]] = {}
    for name in operator_names():
        operator = get_operator(name)
        if name in LEFT_OUT or operator.arguments():
            continue
        starts = (start for node in nodes for start, _ in operator().mutation_positions(node))
        for occurrence, start in enumerate(starts):
            if start not in passed_over:
                found.setdefault(start, []).append(Change(module, start[0], name, occurrence, tests, source))
    return list(found.values())


def _places_without_effect(tree: ast.Module) -> Iterator[tuple[int, int]]:
    """Return the places (line, column) of what does nothing when it runs, such as annotations."""
    for node in ast.walk(tree):
        quiet: list[ast.expr | None] = []
        match node:
            case ast.FunctionDef():
                quiet = [node.returns, *node.decorator_list]
            case ast.ClassDef():
                quiet = list(node.decorator_list)
            case ast.arg() | ast.AnnAssign():
                quiet = [node.annotation]
            case ast.keyword(arg="strict"):  # zip's watch over what is of one length
                quiet = [node.value]
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield node.lineno, node.col_offset
                yield node.lineno, node.test.col_offset
        for inner in (inner for part in quiet if part for inner in ast.walk(part)):
            if isinstance(inner, ast.expr):
                yield from (
                    (inner.lineno, column) for column in range(inner.col_offset, (inner.end_col_offset or 0) + 1)
                )


def drawn(room: str, number: int, seed: int) -> list[Change]:
    """Draw changes from all the places in a room, one at a place."""
    package = ROOT / PACKAGE
    modules = {str(path.relative_to(package)): ROOMS[room][glob] for glob in ROOMS[room] for path in package.glob(glob)}
    chance = random.Random(f"{seed}/{room}")  # noqa: S311 - not a secret
    all_places = [changes for module, tests in sorted(modules.items()) for changes in places(module, tests)]
    chance.shuffle(all_places)
    made = (change for change in map(chance.choice, all_places) if change.after() is not None)
    return sorted(islice(made, number), key=lambda change: (change.module, change.line))


def copied(folder: Path) -> Path:
    """Copy the project, so that nobody meets a change who did not ask for it."""
    for name in COPIED:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=IGNORED)
        else:
            shutil.copy(source, target)
    # Python must not take the compiled form of another mutant of the same length and second
    compiling = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", str(folder / "src")]
    subprocess.run(compiling, check=True, stdout=subprocess.DEVNULL)
    return folder


def passes(tree: Path, tests: Sequence[str], seconds: float) -> bool:
    """Return whether the tests of a copy pass in time."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return False
    assert done.returncode != NOTHING_IS_RUN, done.stdout.decode()
    return done.returncode == 0


def survivors(changes: Sequence[Change], trees: SimpleQueue[Path]) -> Iterator[Change]:
    """Return the changes that no test notices, as they are found."""
    limits = {
        tests: _time_taken(tests, trees) * 5 + 20 for tests in {tests for change in changes for tests in _asked(change)}
    }

    def survives(change: Change) -> bool:
        tree = trees.get()
        file = tree / PACKAGE / change.module
        file.write_text(change.after() or "", "utf-8")
        try:
            return all(passes(tree, tests, limits[tests]) for tests in _asked(change))
        finally:
            file.write_text(change.before, "utf-8")
            trees.put(tree)

    with ThreadPoolExecutor(max_workers=trees.qsize()) as pool:
        yield from (change for change, lives in zip(changes, pool.map(survives, changes), strict=True) if lives)


def _asked(change: Change) -> tuple[tuple[str, ...], ...]:
    """Return the tests to ask about a change, the quick ones first."""
    return (*SHORT, *change.tests), WIDER, change.tests


def _time_taken(tests: Sequence[str], trees: SimpleQueue[Path]) -> float:
    """Return how many seconds the tests take on the code as it is; it must pass them."""
    tree, began = trees.get(), time.monotonic()
    assert passes(tree, tests, 3600), f"without any change, these tests do not pass: {', '.join(tests)}"
    trees.put(tree)
    return time.monotonic() - began


def main() -> None:
    """Draw the changes, run the tests on each, and print what was not noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("rooms", nargs="*", help=f"rooms, of {', '.join(ROOMS)}; without any, all")
    parser.add_argument("--number", type=int, default=40, help="how many changes are drawn in a room")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other changes")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="how many are tested at a time")
    given = parser.parse_args()
    noticed, total = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        trees: SimpleQueue[Path] = SimpleQueue()
        for number in range(given.processes):
            trees.put(copied(Path(folder) / str(number)))
        for room in given.rooms or ROOMS:
            changes = drawn(room, given.number, given.seed)
            alive = []
            for change in survivors(changes, trees):
                alive.append(change)
                print(f"{PACKAGE}/{change.module}:{change.line}\n{change.difference()}\n", flush=True)
            noticed, total = noticed + len(changes) - len(alive), total + len(changes)
            print(f"{room}: {len(changes) - len(alive)} of {len(changes)} noticed\n", flush=True)
    print(f"all: {noticed} of {total} noticed, {noticed / total:.0%}")


if __name__ == "__main__":
    main()
