"""``python scripts/release.py``: make ``dist/`` with what a release consists of, and check it.

The wheel and the source archive are built twice, from the tree and from the archive itself, and have to be the same
byte for byte. They are checked by twine and check-wheel-contents, and installed into an empty environment of each
Python that is here, where every command is asked for its help and the first steps are taken. The notes are those of
CHANGELOG.md.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist"
VERSION = re.search(r'"(.+)"$', (ROOT / "src/plangraph/version.py").read_text("utf-8").strip())
MINORS = range(11, 20)
STEPS = (
    "build kawasaki",
    "check",
    "info --verify",
    "queries budget",
    "query standing-counts --lang en",
    "query budget-totals -o budget.xlsx",
    "search 防災",
    "sparql 'ASK { sdg:11 a sdgo:Goal }'",
    "coverage --by policy -o coverage.html",
    "trace 1-1-1 sdg:11.5",
    "explain 10105020 pg:inheritsGoal sdg:13",
    "report 1-1-1 -o brief.html",
    "network measures bridges --limit 3",
    "network draw --around 1-1 -o network.svg",
    "export --format nquads -o kawasaki.nq",
    "publish site",
    "new minato",
    "check minato.xlsx",
    "convert minato.xlsx -o minato",
)
"""What is done with the installed wheel; a step may end with 1, for data that have problems, but not with 2."""


def main() -> None:
    """Make and check the release."""
    version = _version()
    notes = _notes(version)
    shutil.rmtree(DIST, ignore_errors=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = _build(ROOT, DIST)
        _same(files, _build(ROOT, folder / "again"))
        _same(files, _build(_unpacked(files, folder), folder / "from-the-archive"))
        _run(sys.executable, "-m", "twine", "check", "--strict", *files.values())
        (wheel,) = (path for name, path in files.items() if name.endswith(".whl"))
        _run(Path(sys.executable).with_name("check-wheel-contents"), wheel)
        for python in _pythons():
            _try(python, wheel, folder)
    (DIST / "notes.md").write_text(notes, "utf-8")
    sums = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in sorted(files.items()))
    (DIST / "SHA256SUMS").write_text("".join(sums), "utf-8")
    print(f"plangraph {version} is in {DIST}: {', '.join(sorted(path.name for path in DIST.iterdir()))}")


def _version() -> str:
    """Return the version, which the citation has to name too."""
    assert VERSION
    cited = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    if not cited or cited[1] != VERSION[1]:
        raise SystemExit(f"CITATION.cff does not name version {VERSION[1]}")
    return VERSION[1]


def _notes(version: str) -> str:
    """Return what CHANGELOG.md says of a version."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    found = re.search(rf"^## {re.escape(version)}\b[^\n]*\n(.+?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if not found:
        raise SystemExit(f"CHANGELOG.md has no section {version}")
    return f"# plangraph {version}\n{found[1]}"


def _build(source: Path, folder: Path) -> dict[str, Path]:
    """Build both archives of a tree, with the time of its last commit, and give them by their names."""
    when = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    epoch = subprocess.run(when, capture_output=True, text=True, check=True).stdout.strip()
    words = ["-m", "hatchling", "build", "--target", "sdist", "--target", "wheel", "--directory", str(folder)]
    _run(sys.executable, *words, cwd=source, SOURCE_DATE_EPOCH=epoch)
    return {path.name: path for path in folder.iterdir()}


def _unpacked(files: dict[str, Path], folder: Path) -> Path:
    (archive,) = (path for name, path in files.items() if name.endswith(".tar.gz"))
    with tarfile.open(archive) as contents:
        contents.extractall(folder, filter="data")
    return folder / archive.name.removesuffix(".tar.gz")


def _same(files: dict[str, Path], others: dict[str, Path]) -> None:
    different = [name for name, path in files.items() if path.read_bytes() != others[name].read_bytes()]
    if different:
        raise SystemExit(f"not the same bytes again: {', '.join(different)}")


def _pythons() -> list[str]:
    """List the programs of the Pythons that are here and new enough."""
    found = (shutil.which(f"python3.{minor}") for minor in MINORS)
    return [each for each in found if each and subprocess.run([each, "-c", ""], check=False).returncode == 0]


def _try(python: str, wheel: Path, folder: Path) -> None:
    """Install the wheel alone, and use it."""
    place = folder / Path(python).name
    _run(python, "-m", "venv", place)
    programs = place / "bin"
    _run(programs / "pip", "install", "--quiet", "--disable-pip-version-check", wheel)
    _run(programs / "pip", "check", "--disable-pip-version-check")
    away: dict[str, Any] = {"cwd": place, "LC_ALL": "C.UTF-8", "PLANGRAPH_STORE": str(place / "store")}
    names = [str(programs / "python"), "-c", "from plangraph.cli import COMMANDS; print(*COMMANDS)"]
    commands = subprocess.run(names, capture_output=True, text=True, check=True).stdout.split()
    for command in commands:
        _run(programs / "plangraph", command, "--help", **away, quiet=True)
    for step in STEPS:
        _run("sh", "-c", f"{programs}/plangraph {step}", **away, quiet=True, most=1)


def _run(*words: str | Path, cwd: Path = ROOT, quiet: bool = False, most: int = 0, **environment: str) -> None:
    print("·", *words)
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=os.environ | environment,
        check=False,
        capture_output=quiet,
        text=True,
    )
    if done.returncode > most:
        raise SystemExit(f"ended with {done.returncode}: {done.stderr or ''}")


if __name__ == "__main__":
    main()
