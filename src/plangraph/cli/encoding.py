"""Output on terminals whose encoding lacks a character, as code page 932 does: the nearest one is written."""

from __future__ import annotations

import codecs
import sys
from io import TextIOWrapper
from unicodedata import normalize

HANDLER = "plangraph.nearest"
PAIRS = "–- —- ―- −- ‐- ‑- ─- ·・ …... →-> ←<- ✓o ✗x 〜~ •* “\" ”\" ‘' ’' │| ├+ └+ ¥\\ 髙高 﨑崎"
"""A character and what stands for it, in pairs."""
SUBSTITUTES = str.maketrans({pair[0]: pair[1:] for pair in PAIRS.split()})


def nearest(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for characters that an encoding does not have: the nearest that it has, or a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = "".join(_nearest(character, error.encoding) for character in error.object[error.start : error.end])
    return found, error.end


def _nearest(character: str, encoding: str) -> str:
    for candidate in (character.translate(SUBSTITUTES), normalize("NFKD", character)):
        kept = candidate.encode(encoding, "ignore").decode(encoding)
        if kept:
            return kept
    return "?"


def degrade_output() -> None:
    """Let standard output and error write the nearest character for one that their encoding does not have."""
    codecs.register_error(HANDLER, nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=HANDLER)
