"""Whether a build is of what a dataset, the ontology and the program are now."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from plangraph import resources
from plangraph.build import layout
from plangraph.build.segments import Earlier, fingerprint, of_machinery
from plangraph.build.sums import QUESTION
from plangraph.errors import StoreError, StoreNotFound
from plangraph.ontology import files_of
from plangraph.version import __version__
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.build.layout import Manifest


def is_fresh(out: Path, dataset: Path) -> bool:
    """Check whether the current build in a folder is of one dataset, as it and its own questions are now."""
    try:
        brought = layout.current(out) / layout.QUESTIONS / dataset.name
    except StoreNotFound:
        return False
    made_from = Earlier(out).fingerprints()
    return made_from == {fingerprint(dataset, of_machinery())} and _files(brought) == _files(dataset / layout.QUESTIONS)


def holds_of_now(out: Path, dataset: Path) -> bool:
    """Check whether the current build in a folder holds a dataset as its tables and the program are now."""
    return fingerprint(dataset, of_machinery()) in Earlier(out).fingerprints()


def meanings() -> str:
    """Digest what the questions take for granted: the ontology, and the question that a build answers beforehand."""
    files = [*files_of(resources.ONTOLOGY), *resources.QUERIES.glob(f"*/{QUESTION}.rq")]
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def sound_manifest(build: Path, *, of_now: bool = True) -> Manifest:
    """Return what a build holds, once its quads are known to be those that were written.

    Parameters
    ----------
    build : Path
        The folder of the build.
    of_now : bool
        Whether to refuse a build that was made with another ontology or by another version.

    Raises
    ------
    StoreError
        If the build is damaged, gone, changed since it was built, or of another version.
    """
    try:
        manifest = layout.read_manifest(build)
        if of_now:
            expect_of_now(manifest, str(build.parent))
        layout.verify(build, manifest)
    except (OSError, SyntaxError, TypeError, ValueError) as error:  # what stands there is not what this version writes
        out = build.parent
        raise StoreError(
            Words(
                f"{out} の構築は壊れているか、別の版のものです。もう一度 'plangraph build' を実行してください",
                f"the build in {out} is damaged or of another version: run 'plangraph build' again",
            )
        ) from error
    return manifest


def expect_of_now(manifest: Manifest, place: str, remedy: str = "plangraph build") -> None:
    """Check that a build was made with the ontology that is here, by this version of plangraph.

    The questions are those of this version: of another ontology's facts they would give wrong answers, such as 0.

    Parameters
    ----------
    manifest : Manifest
        What the build holds.
    place : str
        Where it is.
    remedy : str
        The command that makes it anew.

    Raises
    ------
    StoreError
        If it was not.
    """
    if not manifest.program:
        made = Words("以前の版の plangraph", "by an earlier version")
    elif manifest.program != __version__:
        made = Words(f"別の版の plangraph（{manifest.program}）", f"by another version ({manifest.program})")
    elif manifest.meanings != meanings():
        made = Words("別のオントロジー", "with another ontology")
    else:
        return
    raise StoreError(
        Words(
            f"{place} は{made.ja}で構築されているため、問いに正しく答えられません。"
            f"もう一度 '{remedy}' を実行してください",
            f"{place} was built {made.en}, and would answer questions wrongly: run '{remedy}' again",
        )
    )


def _files(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
