"""Two builds of a small city that differ in one word, what tells them apart, and how either becomes the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from tests.small_city import write_city

from plangraph.build import layout
from plangraph.build.pipeline import build

if TYPE_CHECKING:
    from pathlib import Path

PROJECT = "/id/mini/3/project/10101010"
NAME = f"SELECT ?name {{ <https://w3id.org/plangraph{PROJECT}> rdfs:label ?name FILTER(LANG(?name) = 'en') }}"
ASKED = (
    "/sparql?format=csv&query=" + quote(f"{NAME} # ") + "{}",  # the number makes each query another one
    "/api/queries/children?element=1-1-1&lang=en&format=csv",
    f"{PROJECT}?format=turtle",
    f"{PROJECT}?format=html&lang=en",
)


def two_builds(root: Path) -> tuple[Path, dict[str, str]]:
    """Build two versions of a small city; give the folder, and what each calls its first project, by identity."""
    words = {}
    for word in ("Drills", "Exercises"):
        build([write_city(root / word, {"elements.csv": ("Drills", word)})], root / "out")
        words[layout.read_manifest(layout.current(root / "out")).identity] = word
    return root / "out", words


def make_current(out: Path, name: str) -> None:
    """Make a build current as the end of a build does: by one rename."""
    (out / ".pointer").write_text(name, "utf-8")
    (out / ".pointer").replace(out / layout.CURRENT)
