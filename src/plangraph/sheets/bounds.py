"""How much a file may hold: sheets come from strangers, and a small one can unpack to more than a machine has."""

from __future__ import annotations

import io
import re
import zipfile

from plangraph.errors import Problem, SheetError
from plangraph.words import Words

LARGEST_FILE = 60_000_000
"""How large a file may be (bytes)."""
LARGEST_UNPACKED = 800_000_000
"""How large the parts of a workbook may be together when they are unpacked (bytes)."""
MOST_CELLS = 6_000_000
"""How many cells the range of a sheet may have, empty ones among them."""
MOST_REPEATED = 20_000
"""How often a cell or row of an OpenDocument sheet may be repeated, where it holds something."""
READ_AT_ONCE = 1 << 20  # bytes

PLACE = re.compile(rb'\sr="([A-Z]{1,3})([0-9]{1,7})"')
REPEATED = re.compile(rb'<table:table-cell[^>]*?number-columns-repeated="([0-9]{5,})"[^>]*?>')
REPEATED_ROW = re.compile(
    rb'<table:table-row[^>]*?number-rows-repeated="([0-9]{5,})"[^>]*?>(.*?)</table:table-row>', re.S
)
HOLDS = b"value-type"

BOMB = Words(
    "展開すると大きくなりすぎるファイルなので、読みません。Excel で開いて保存し直したものを指定してください",
    "unpacks to more than is read: open it in Excel, save it again, and name that file",
)
DAMAGED = Words(
    "ファイルが壊れているか、途中で切れています。もう一度受け取るか、Excel で開いて保存し直してください",
    "damaged or cut off: fetch it again, or open it in Excel and save it again",
)
MISNAMED = Words(
    "ファイルの名前に文字化けした文字があります。名前を変えて（jigyo.xlsx など）、もう一度指定してください",
    "its name has characters that cannot be read: rename the file, such as projects.xlsx, and name it again",
)
FAR_CELLS = Words(
    "に離れすぎたセルがあり、表が大きすぎます（{cells:,} セルの範囲）。Excel で Ctrl+End を押し、"
    "そこまでの余分な行と列を削除して保存してください",
    " has a cell far off, so that its range is too large ({cells:,} cells): press Ctrl+End in Excel, delete the rows "
    "and columns that are not needed, and save it",
)


def refused(name: str, why: Words) -> SheetError:
    """Return the error that says why a file of some name is not read."""
    return SheetError([Problem.of_file(name, why)])


def check_name(name: str) -> None:
    """Refuse a file whose name is not in the encoding of the file system, so that nothing could name it.

    Raises
    ------
    SheetError
        If it is not.
    """
    readable = name.encode("utf-8", "replace").decode("utf-8")
    if readable != name:
        raise refused(readable, MISNAMED)


def check_archive(content: bytes, name: str) -> None:
    """Refuse a workbook that unpacks to too much, or whose sheets reach too far.

    Parameters
    ----------
    content : bytes
        The file.
    name : str
        What it is called.

    Raises
    ------
    SheetError
        If it does, or if it is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            left = LARGEST_UNPACKED
            for part in archive.infolist():
                left -= part.file_size
                if left < 0:
                    raise refused(name, BOMB)
            for part in archive.infolist():
                if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
                    _check_range(_unpacked(archive, part, name), name)
                elif part.filename == "content.xml":
                    _check_repeats(_unpacked(archive, part, name), name)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise refused(name, DAMAGED) from error


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> bytes:
    """Return a part; what it says of its size is not believed."""
    chunks, size = list[bytes](), 0
    with archive.open(part) as file:
        while chunk := file.read(READ_AT_ONCE):
            size += len(chunk)
            if size > LARGEST_UNPACKED:
                raise refused(name, BOMB)
            chunks.append(chunk)
    return b"".join(chunks)


def _check_range(xml: bytes, name: str) -> None:
    rows = columns = 0
    for letters, row in PLACE.findall(xml):
        rows, columns = max(rows, int(row)), max(columns, _number(letters))
    if rows * columns > MOST_CELLS:
        raise refused(name, Words(*(words.format(cells=rows * columns) for words in FAR_CELLS)))


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_repeats(xml: bytes, name: str) -> None:
    for found in REPEATED.finditer(xml):
        if HOLDS in found[0] and int(found[1]) > MOST_REPEATED:
            raise refused(name, BOMB)
    for row in REPEATED_ROW.finditer(xml):
        if HOLDS in row[2] and int(row[1]) > MOST_REPEATED:
            raise refused(name, BOMB)
