"""Files in TOML that people edit: read, or told which line is wrong and how it would be right."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from plangraph.errors import Problem, TableError
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DAY = re.compile(r"= *[0-9]{4}-[0-9]{2}-[0-9]{2}\s*(#|$)")
PLACE = re.compile(r"at line ([0-9]+)")
NOT_UTF8 = Words(
    "文字コードが UTF-8 ではありません。メモ帳の［名前を付けて保存］で、文字コードを UTF-8 にして保存し直してください",
    "is not in UTF-8: save it again, in UTF-8 (in Notepad: Save as, Encoding)",
)
NOT_TOML = Words("TOML として読めません", "not TOML")
TWICE = Words("。同じ項目が二つあります。一つにしてください", ": the same stands twice, keep one")
NO_DAY = Words("。暦にない日です", ": there is no such day")
FORM = Words(
    '。文字は半角の " で囲み、= と数字も半角で書いてください',
    ": put texts in quotes, and write quotes, = and digits in half width",
)


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """Read a file in TOML: its text, and what it says.

    Raises
    ------
    TableError
        If it is not in UTF-8, or not TOML: which line, and what would be right.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError([Problem.of_file(path.name, NOT_UTF8)]) from error
    try:
        return text, tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = PLACE.search(str(error))
        row = int(place[1]) if place else 0
        line = "".join(text.split("\n")[row - 1 : row]).strip()[:60]
        said = NOT_TOML.then(Words(f"（{line or error}）", f" ({line or error})"))
        hint = TWICE if "overwrite" in str(error) or "twice" in str(error) else FORM
        hint = NO_DAY if DAY.search(line) else hint
        raise TableError([Problem(path.name, row, "", said.then(hint))]) from error


def dotted(place: Sequence[str | int]) -> str:
    """Return a place as ``tiers[2].class``, counted from one."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place).removeprefix(".")
