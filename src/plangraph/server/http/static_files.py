"""The explorer's files, as Vite built them into ``static/``, read once and kept."""

from __future__ import annotations

import gzip
import json
import mimetypes
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from plangraph.server.http.bodies import LEVEL
from plangraph.server.http.caching import etag
from plangraph.server.http.negotiation import JSON

STATIC = Path(__file__).parents[1] / "static"
BUILT = "manifest.json"
"""What Vite says of the files that it wrote."""
VIEW = re.compile("src/views/([^/]+)/.+")


@dataclass(frozen=True)
class File:
    """A file: its bytes, the same in gzip, its media type and entity tag, and whether it can never change."""

    body: bytes
    packed: bytes
    media: str
    tag: str
    fixed: bool = False


class Files:
    """The files of a folder.

    Parameters
    ----------
    root : Path
        The folder; nothing outside it is ever given.
    """

    def __init__(self, root: Path = STATIC) -> None:
        self._root = root.resolve()
        self._kept: dict[tuple[Path, int], File] = {}

    def get(self, name: str) -> File | None:
        """Return a file by its path in the folder, or None."""
        try:
            path = (self._root / name.lstrip("/")).resolve()
            if not path.is_relative_to(self._root) or not path.is_file():
                return None
            key = path, path.stat().st_mtime_ns
            if key not in self._kept:
                self._kept = {kept: file for kept, file in self._kept.items() if kept[0] != path}
                self._kept[key] = _read(path)
            return self._kept[key]
        except (OSError, ValueError):  # a name that no file can have
            return None

    def views(self) -> tuple[str, ...]:
        """Return the views of the explorer, each of which has an address of its own; nothing where it is not built."""
        built = self.get(BUILT)
        return views_in(built.body) if built else ()


@lru_cache(maxsize=1)
def views_in(manifest: bytes) -> tuple[str, ...]:
    """Return the views of the explorer: the folders of what is fetched only when it is wanted.

    Parameters
    ----------
    manifest : bytes
        What Vite says of the files that it wrote (JSON).
    """
    fetched = (name for name, each in json.loads(manifest).items() if each.get("isDynamicEntry"))
    return tuple(sorted({found[1] for name in fetched if (found := VIEW.fullmatch(name))}))


def json_file(content: object) -> File:
    """Write a document."""
    body = json.dumps(content, ensure_ascii=False).encode()
    return File(body, gzip.compress(body, LEVEL, mtime=0), JSON, etag(body.decode()))


def _read(path: Path) -> File:
    body = path.read_bytes()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
    return File(
        body,
        gzip.compress(body, LEVEL, mtime=0),
        f"{kind}; charset=utf-8" if text else kind,
        etag(path.name, body.hex()),
        path.parent.name == "assets",
    )
