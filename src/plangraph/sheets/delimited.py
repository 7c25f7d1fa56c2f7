"""Tables of text: CSV and TSV in whatever encoding a city's computers write."""

from __future__ import annotations

import contextlib
import csv
import io
import re
from typing import TYPE_CHECKING

from plangraph.sheets.bounds import refused
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path

JAPANESE = ["cp932", "euc_jp", "shift_jis_2004", "utf_16", "utf_16_le", "utf_16_be"]
"""What Japanese text is written in where it is not UTF-8; CP932 has the letters that Windows added to Shift_JIS."""
WESTERN = ("cp1252", "cp1250")
"""What Excel writes text of Western and of Central Europe in where it is not UTF-8."""
ALONE = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f](?![^\x00-\x7f])|(?<![^\x00-\x7f])[｣£](?=[0-9A-Za-z])")
"""A letter beyond ASCII that stands alone behind a Latin one, as in Straße; or £, which is ｣ to CP932."""
ESCAPES = (b"\x1b$B", b"\x1b$@")
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
LONGEST_CELL = 1_000_000  # letters

NO_TEXT = Words(
    "表でも文章でもないファイルのようです。Excel ブック（.xlsx）か CSV を指定してください",
    "seems to be neither a table nor a text: name an Excel workbook (.xlsx) or a CSV file",
)


def decoded(content: bytes, name: str) -> str:
    """Return a text, whatever Japanese or Western encoding it is in.

    Raises
    ------
    SheetError
        If it is no text.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _text(content, encoding, name)
    if any(escape in content for escape in ESCAPES):
        return _text(content, "iso2022_jp_ext", name)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = _guessed(content, name)
    if CONTROL.search(text):
        raise refused(name, NO_TEXT)
    return text


def _text(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise refused(name, NO_TEXT) from error


def _guessed(content: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    for strict in ("cp932",):  # what nearly every file is that is not UTF-8; EUC-JP rarely passes for it
        try:
            text = content.decode(strict)
        except UnicodeDecodeError:
            continue
        if not _half_width(text) and not _looks_western(text):
            return text
    if (western := _western(content)) is not None:
        return western
    best = from_bytes(content, cp_isolation=JAPANESE).best()
    if best is None:
        raise refused(name, NO_TEXT)
    return str(best)


def _looks_western(text: str) -> bool:
    """Check whether what is beyond ASCII stands mostly alone in words of Latin letters, as é does, and kanji do not."""
    return len(ALONE.findall(text)) > sum(ord(letter) > 0x7F for letter in text) / 2  # noqa: PLR2004 - ASCII


def _western(content: bytes) -> str | None:
    """Read a text in Latin letters; None if it is none. Of two readings that with fewer signs inside words is right."""
    read = []
    for encoding in WESTERN:
        with contextlib.suppress(UnicodeDecodeError):
            read.append(content.decode(encoding))
    read = [text for text in read if _looks_western(text)]
    return min(read, key=lambda text: sum(not letter.isalpha() for letter in ALONE.findall(text)), default=None)


def _half_width(text: str) -> bool:
    """Check whether a text is so full of half-width katakana that it is EUC-JP taken for CP932."""
    beyond = [letter for letter in text if ord(letter) > 0x7F]  # noqa: PLR2004 - ASCII
    return sum(0xFF61 <= ord(letter) <= 0xFF9F for letter in beyond) > len(beyond) / 4  # noqa: PLR2004


def read_delimited(content: bytes, path: Path) -> list[list[str | None]]:
    """Read a table of text as rows of cells; what stands between the cells is seen in its first lines.

    Raises
    ------
    SheetError
        If it is no text, or no table.
    """
    text = decoded(content, path.name)
    csv.field_size_limit(LONGEST_CELL)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise refused(path.name, NO_TEXT) from error
    return [[cell.rstrip() if cell.strip() else None for cell in line] for line in lines]


def _delimiter(text: str) -> str:
    lines = text.splitlines()[:50]
    return max(",\t;", key=lambda mark: sum(line.count(mark) for line in lines))
