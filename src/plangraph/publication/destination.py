"""The folder of a published site: what plangraph wrote there, and nothing else, is its to replace or remove."""

from __future__ import annotations

import hashlib
import json
from functools import reduce
from typing import TYPE_CHECKING, Any, NamedTuple

from plangraph.errors import PublicationError
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

RECORD = "publication.json"
"""The file in which a site says which build it is of, and what plangraph wrote in it: by folder, a digest of each."""
PARTIAL = ".partial"
DIGITS = 16  # of a digest, hexadecimal


class Written(NamedTuple):
    """What became of a site.

    Attributes
    ----------
    written, unchanged, removed : int
        The numbers of files that were written, that were as they should be, and that are no longer part of it.
    size : int
        The bytes of all of its files.
    kept : tuple of str
        Files of an earlier publication that somebody has changed since, and that were therefore left.
    """

    written: int
    unchanged: int
    removed: int
    size: int
    kept: tuple[str, ...]


def read_record(folder: Path) -> dict[str, object]:
    """Read what an earlier publication says of itself; nothing where there is none.

    Raises
    ------
    PublicationError
        If the folder is a file, or holds something that plangraph did not publish.
    """
    if not folder.exists():
        return {}
    try:
        return dict(json.loads((folder / RECORD).read_text("utf-8")))
    except FileNotFoundError:
        if any(folder.iterdir()):
            raise PublicationError(
                Words(
                    f"{folder} には、plangraph が公開したものではないファイルがあります。空のフォルダーか、"
                    "前に公開したフォルダーを指定してください",
                    f"{folder} holds files that plangraph did not publish: name an empty folder, or one that was "
                    "published into before",
                )
            ) from None
        return {}
    except NotADirectoryError:
        raise PublicationError(
            Words(f"{folder} はファイルです。フォルダーを指定してください", f"{folder} is a file: name a folder")
        ) from None
    except (ValueError, TypeError) as error:
        raise PublicationError(
            Words(
                f"{folder / RECORD} が読めません。別のフォルダーに公開してください",
                f"{folder / RECORD} cannot be read: publish into another folder",
            )
        ) from error


def write_site(folder: Path, files: Mapping[str, bytes], about: Mapping[str, object]) -> Written:
    """Make a folder hold a site: write what is new or changed, remove what is gone.

    Parameters
    ----------
    folder : Path
        The folder, which is made if need be.
    files : mapping of str to bytes
        The whole site, by paths with ``/``.
    about : mapping
        What the site says of itself in its record.

    Returns
    -------
    Written
        What was done.

    Raises
    ------
    PublicationError
        If the folder holds files of others in the place of the site's, before anything is written.
    """
    earlier = _digests(read_record(folder))
    digests = {name: _digest(content) for name, content in files.items()}
    changed = [name for name in files if _held(folder / name) != digests[name]]
    strangers = sorted(name for name in changed if name not in earlier and (folder / name).exists())
    if strangers:
        raise PublicationError(
            Words(
                f"{folder} の {strangers[0]} は plangraph が書いたものではありません。移すか、名前を変えてください",
                f"{strangers[0]} in {folder} was not written by plangraph: move it or give it another name",
            )
        )
    folder.mkdir(parents=True, exist_ok=True)
    if changed or earlier.keys() != digests.keys():
        _record(folder, about, {**earlier, **digests})  # so that no file is left unrecorded if this ends early
    for name in changed:
        _write(folder / name, files[name])
    gone = [name for name in earlier if name not in files]
    kept = tuple(name for name in gone if _held(folder / name) not in {earlier[name], None})
    removed = [name for name in gone if name not in kept and (folder / name).is_file()]
    _remove(folder, removed)
    _record(folder, about, digests)
    size = sum(map(len, files.values())) + (folder / RECORD).stat().st_size
    return Written(len(changed), len(files) - len(changed), len(removed), size, kept)


def _digests(record: Mapping[str, object]) -> dict[str, str]:
    return dict(_leaves(record.get("files"), ""))


def _leaves(folder: object, above: str) -> Iterator[tuple[str, str]]:
    for name, inside in folder.items() if isinstance(folder, dict) else ():
        if isinstance(inside, str):
            yield above + name, inside
        else:
            yield from _leaves(inside, f"{above}{name}/")


def _tree(digests: Mapping[str, str]) -> dict[str, object]:
    root: dict[str, Any] = {}
    for path, digest in sorted(digests.items()):
        *above, name = path.split("/")
        reduce(lambda folder, part: folder.setdefault(part, {}), above, root)[name] = digest
    return root


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGITS]


def _held(path: Path) -> str | None:
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError:  # a folder, or what is not for us to read
        return ""


def _record(folder: Path, about: Mapping[str, object], digests: Mapping[str, str]) -> None:
    text = json.dumps({**about, "files": _tree(digests)}, ensure_ascii=False, separators=(",", ":")) + "\n"
    if _held(folder / RECORD) != _digest(text.encode()):
        _write(folder / RECORD, text.encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + PARTIAL)
    partial.write_bytes(content)
    partial.replace(path)


def _remove(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        path = folder / name
        path.unlink()
        for above in path.parents:
            if above == folder or any(above.iterdir()):
                break
            above.rmdir()
