"""What tests need of the system, besides Python.

``python -m tests.needs`` installs it where it may: as root on Debian. Elsewhere it says in one line what is missing,
and the tests with that mark do not run. In CI a missing part is an error. ``python -m tests.needs venv`` installs what
Debian's Python lacks to make ``.venv``; elsewhere venv itself says what to do.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CHROMIUM = ("chromium-headless-shell", "chromium")
"""The same without any window of its own comes first: it takes a quarter less of processor time."""
FIREFOX = "/usr/bin/firefox-esr"
WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver"
XVFB = "/usr/bin/Xvfb"
DEBIAN = Path("/etc/debian_version")


@dataclass(frozen=True)
class Need:
    """A part of the system: the mark of the tests that need it, Debian's package, and whether it is here."""

    mark: str
    package: str
    is_here: Callable[[], bool]


def chromium() -> str | None:
    """Return the path of Chromium."""
    names = (os.environ["PLANGRAPH_CHROMIUM"],) if "PLANGRAPH_CHROMIUM" in os.environ else CHROMIUM
    return next(filter(None, map(shutil.which, names)), None)


def webkit() -> Path | None:
    """Return the path of WebKitGTK's small browser, which its driver steers."""
    return next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), None)


def virtuoso() -> str | None:
    """Return the path of Virtuoso's server."""
    return shutil.which("virtuoso-t")


def _has_japanese_font() -> bool:
    if not (fontconfig := shutil.which("fc-list")):
        return False
    return bool(subprocess.run([fontconfig, ":lang=ja"], capture_output=True, check=False).stdout)


NEEDS = (
    Need("browser", "chromium-headless-shell", lambda: chromium() is not None),
    Need("browser", "fonts-noto-cjk", _has_japanese_font),
    Need("browsers", "firefox-esr", Path(FIREFOX).is_file),
    Need("browsers", "webkit2gtk-driver", lambda: Path(WEBKIT_DRIVER).is_file() and webkit() is not None),
    Need("browsers", "xvfb", Path(XVFB).is_file),
    Need("engines", "virtuoso-opensource-7", lambda: virtuoso() is not None),
    Need("curl", "curl", lambda: shutil.which("curl") is not None),
)


VENV = Need("", "python3-venv", lambda: importlib.util.find_spec("ensurepip") is not None)


def missing(needs: Sequence[Need] = NEEDS) -> list[Need]:
    """Return what is not here."""
    return [need for need in needs if not need.is_here()]


def what_does_not_run(needs: list[Need]) -> str:
    """Describe in one line what is missing, and which tests therefore do not run."""
    packages = ", ".join(need.package for need in needs)
    marks = ", ".join(dict.fromkeys(need.mark for need in needs))
    return f"missing: {packages}; so the tests of {marks} do not run"


def install(needs: Sequence[Need]) -> None:
    """Install what is missing, where this may be done: as root on Debian."""
    packages = [need.package for need in missing(needs)]
    if packages and DEBIAN.is_file() and os.geteuid() == 0 and (apt := shutil.which("apt-get")):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update"], ["install", "--no-install-recommends", *packages]):
            subprocess.run([apt, "--quiet=2", *words], env=environment, stdout=subprocess.DEVNULL, check=False)


def bring() -> None:
    """Install what tests need, and say what is still missing."""
    install(NEEDS)
    if needs := missing():
        print(what_does_not_run(needs), file=sys.stderr)
        sys.exit(1 if os.environ.get("CI") else 0)


if __name__ == "__main__":
    if sys.argv[1:] == ["venv"]:
        install([VENV])
    else:
        bring()
