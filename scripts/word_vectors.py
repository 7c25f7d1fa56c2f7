"""Make the table of word vectors from the PyPI package ja-ginza: ``python scripts/word_vectors.py FOLDER``.

FOLDER is what its wheel holds (``pip download ja-ginza --no-deps``, then unzip). Needs msgpack. The vectors are those
of spaCy's ``Vectors``: rows of a matrix, found by the MurmurHash64A of a word (seed 1). They are centred, turned to
their principal axes, of which the first are kept, and rounded to one byte.
"""

from __future__ import annotations

import json
import lzma
import re
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgpack
import numpy as np

from plangraph.meaning import LONGEST, SHORTEST, VECTORS, WORDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

AXES = 96
"""More cost bytes and add nothing to what is suggested; 64 lose some of it (docs/sdg-coverage.md)."""
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々]+")
HIRAGANA = re.compile(r"[\u3040-\u309f]+")
MULTIPLIER, MASK = 0xC6A4A7935BD1E995, (1 << 64) - 1


def main(folder: Path) -> None:
    """Read a folder of ja-ginza, and write the files of the package ``plangraph.meaning``."""
    (vocabulary,) = folder.glob("ja_ginza/ja_ginza-*/vocab")
    rows = msgpack.unpackb((vocabulary / "key2row").read_bytes(), strict_map_key=False)
    strings = json.loads((vocabulary / "strings.json").read_text("utf-8"))
    words = sorted(word for word in strings if _is_wanted(word) and murmur(word.encode()) in rows)
    reduced = _reduced(np.load(vocabulary / "vectors"))
    WORDS.write_bytes(lzma.compress("\n".join(words).encode(), preset=9))
    np.savez_compressed(
        VECTORS, rows=np.array([rows[murmur(word.encode())] for word in words], np.uint16), vectors=reduced
    )
    print(f"{len(words)} words, {WORDS.stat().st_size + VECTORS.stat().st_size:,} bytes")


def murmur(data: bytes, seed: int = 1) -> int:
    """Return the MurmurHash64A of bytes (Appleby, https://github.com/aappleby/smhasher)."""
    found = (seed ^ (len(data) * MULTIPLIER)) & MASK
    whole = len(data) // 8 * 8
    for (block,) in struct.iter_unpack("<Q", data[:whole]):
        mixed = (block * MULTIPLIER) & MASK
        mixed = ((mixed ^ (mixed >> 47)) * MULTIPLIER) & MASK
        found = ((found ^ mixed) * MULTIPLIER) & MASK
    if rest := data[whole:]:
        found = ((found ^ int.from_bytes(rest, "little")) * MULTIPLIER) & MASK
    found = ((found ^ (found >> 47)) * MULTIPLIER) & MASK
    return found ^ (found >> 47)


def _is_wanted(word: str) -> bool:
    is_japanese = JAPANESE.fullmatch(word) and not HIRAGANA.fullmatch(word)
    return bool(is_japanese) and SHORTEST <= len(word) <= LONGEST


def _reduced(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    units = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    units -= units.mean(axis=0)
    axes = np.linalg.svd(units, full_matrices=False)[2][:AXES]
    turned = units @ axes.T
    turned /= np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
    small: NDArray[np.int8] = np.round(turned * (127 / np.abs(turned).max())).astype(np.int8)
    return small


if __name__ == "__main__":
    main(Path(sys.argv[1]))
