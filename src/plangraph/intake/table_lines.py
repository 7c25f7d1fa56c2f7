"""The rows below a table's headings, told apart: data, sections, totals, notes, headings printed again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from plangraph.intake.name_marks import unwrapped
from plangraph.intake.values import is_gap, joined, plain, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.finding import Block
    from plangraph.intake.heading_words import Vocabulary


SUM = re.compile(r".{0,16}(?:合計|小計|総計|累計)|.{0,12}[款項目節部局課室章編策別]計")
"""How a row of a sum is called: 目計, 総務部計, 防災 小計."""
PART = re.compile(r"(?:うち|内)、?[一-龠].*(?:分|財源|費|債|金|額)")
"""How a row is called that is a part of the sum above it: うち国庫補助分."""
PAGE = re.compile(r"[(]?(?:[Pp]\.?|No\.?)?\s*[0-9]+\s*(?:/\s*[0-9]+)?\s*(?:ページ|頁|枚目)?[)]?")
BROKEN = re.compile(r".+(?:及び|および|並びに|ならびに|又は|または|若しくは|、|，|[（(][^（）()]*)")
"""How a name ends that goes on in the next row."""
SHORTEST_TITLE = 3  # letters
STEPS = 3
"""How many columns stairs of names have at least."""
OTHER_SHARES = frozenset(("その他", "その他特定財源", "その他財源"))
JUDGING = frozenset(("grade", "direction", "evaluation_note"))
"""What labels of a form below a table say."""
FOOT = ("※", "注", "(注", "（注", "＊", "*")
"""What a note begins with, also where it stands under a name."""
CAPTION = re.compile(
    r"[▲▼↑↓◀▶]|[(（\[［【<＜]?(?:写真|画像|イラスト)[0-9０-９]*[)）\]］】>＞:：]|.*[(（](?:イメージ|写真)図?[)）]$"
)
"""What is said below a picture that stands between the rows."""


@dataclass(frozen=True)
class Line:
    """A row of a table's body.

    Attributes
    ----------
    row : int
        Its number on the sheet, from 1.
    sort : str
        ``data``, ``section``, ``blank``, ``note``, ``total`` or ``header`` (printed again).
    cells : sequence of cell
        The cells.
    text : str
        What a section says.
    begins : int
        The row in which its name begins, if it breaks off there and goes on in this row; else 0.
    """

    row: int
    sort: str
    cells: Sequence[object]
    text: str = ""
    begins: int = 0


def lines_of(block: Block, vocabulary: Vocabulary, names: Sequence[int]) -> list[Line]:
    """Return the rows below the headings, each with its sort.

    Parameters
    ----------
    block : Block
        The table.
    vocabulary : Vocabulary
        The words of totals and notes.
    names : sequence of int
        The columns in which names stand, where a total says that it is one.
    """
    header = {tuple(plain(joined(cell)) for cell in block.sheet.rows[row]) for row in block.header}
    titles = {plain(text) for text in block.above if len(text) > SHORTEST_TITLE}
    found, alone = list[Line](), _stands_alone(block, names)
    for row in block.body:
        cells = block.grid[row]
        texts = [text_of(cell) for cell in cells]
        filled = [text for text in texts if text]
        raw = block.sheet.rows[row]
        if not filled:
            sort = "blank"
        elif (len(filled) > 1 and tuple(plain(joined(cell)) for cell in raw) in header) or _is_title(filled, titles):
            sort = "header"
        elif _is_sum(texts, names, found, vocabulary):
            sort = "total"
        elif found and found[-1].sort != "data" and _pairs_of_a_form(filled, vocabulary):
            sort = "note"
        elif len(filled) == 1:
            at = next(at for at, text in enumerate(texts) if text)
            sort = _sort_of_one(filled[0], at, [-1, *names] if at == alone else names, vocabulary)
        else:
            sort = "data"
        found.append(Line(row + 1, sort, cells, unwrapped(filled[0]) if sort == "section" else ""))
    found = _joined(found, names)
    last = max((line.row for line in found if line.sort == "data"), default=0)
    return [replace(line, sort="note") if line.sort == "section" and line.row > last else line for line in found]


def _pairs_of_a_form(filled: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Check whether a row below a title or total has labels and values in turn: 進捗度, Ｂ, 今後の方向性, 継続."""
    labels, values = [vocabulary.meaning(text) for text in filled[::2]], filled[1::2]
    if len(labels) != len(values) or any(map(vocabulary.is_word, values)):
        return False
    return any(one and one.certain > 1 and one.field in JUDGING for one in labels)


def _is_sum(texts: Sequence[str], names: Sequence[int], before: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Check whether a row is a total, or goes on with the shares of one."""
    total = _is_total(texts, [text for text in texts if text], names, vocabulary)
    of_one = _shares(texts, names, before, vocabulary, "data")
    return (total and not of_one) or _shares(texts, names, before, vocabulary, "total")


def _shares(
    texts: Sequence[str], names: Sequence[int], before: Sequence[Line], vocabulary: Vocabulary, of: str
) -> bool:
    """Check whether a row without a name has one of the shares, or their sum, of the row above it, and of what sort."""
    at = next((at for at, text in enumerate(texts) if text), 0)
    if not names or at <= max(names) or not before or before[-1].sort != of:
        return False
    above = text_of(before[-1].cells[at])
    known = vocabulary.kind_of_row(above) or vocabulary.kind_of_row(texts[at]) or above in OTHER_SHARES
    return bool(above and known and above != texts[at])


def _stands_alone(block: Block, names: Sequence[int]) -> int | None:
    """Return the outermost column of names if each name in it stands alone in its row: the first step of stairs."""
    if len(names) < STEPS:
        return None
    first, second, *_ = sorted(names)
    filled = [{at for at, cell in enumerate(block.grid[row]) if text_of(cell)} for row in block.body]
    outer = [columns for columns in filled if first in columns]
    return first if outer and {second} in filled and all(columns == {first} for columns in outer) else None


def _joined(lines: Sequence[Line], names: Sequence[int]) -> list[Line]:
    """Join each row whose name breaks off, as a page of a PDF breaks it, with the row on which it goes on."""
    found = list[Line]()
    for line in lines:
        before = found[-1] if found else None
        at = _broken_at(before, names) if before and before.sort in {"data", "section"} else None
        if before is None or at is None or line.sort != "data" or not _goes_on(before.cells, line.cells, at):
            found.append(line)
            continue
        cells = [first if second is None else second for first, second in zip(before.cells, line.cells, strict=True)]
        cells[at] = f"{text_of(before.cells[at])}{text_of(line.cells[at])}"
        found[-1] = Line(line.row, "data", cells, begins=before.begins or before.row)
    return found


def _broken_at(line: Line, names: Sequence[int]) -> int | None:
    """Return the column in which a name breaks off; None if none does."""
    texts = ((at, text_of(line.cells[at])) for at in names if at < len(line.cells))
    return next((at for at, text in texts if BROKEN.fullmatch(text)), None)


def _goes_on(before: Sequence[object], after: Sequence[object], at: int) -> bool:
    """Check whether a row says nothing that the one before it says too, but the rest of the name."""
    both = {one for one, cells in enumerate(zip(before, after, strict=True)) if all(map(text_of, cells))}
    return both == {at}


def _is_title(filled: Sequence[str], titles: set[str]) -> bool:
    """Check whether a row is what stands above the table, again on the next page, with the page's number."""
    texts = [text for text in filled if not PAGE.fullmatch(unicodedata.normalize("NFKC", text))]
    return bool(texts) and all(plain(text) in titles for text in texts)


def _sort_of_one(text: str, at: int, names: Sequence[int], vocabulary: Vocabulary) -> str:
    """Return the sort of a row with one text: under a name that is not the outermost it is one more name."""
    if CAPTION.match(text):
        return "note"
    if at in names and at > min(names) and not is_gap(text) and not text.startswith(FOOT):
        return "data"
    note = text.startswith(vocabulary.notes) or "単位" in text or is_gap(text)
    return "note" if note else "section"


def _is_total(texts: Sequence[str], filled: Sequence[str], names: Sequence[int], vocabulary: Vocabulary) -> bool:
    named = [texts[index] for index in names if index < len(texts)] or filled[:1]
    candidates = [*named, filled[0]]
    said = [re.sub(r"[0-9()（）件事業]", "", plain(text)) for text in candidates if text]
    return any(text in vocabulary.totals or SUM.fullmatch(text) or PART.fullmatch(text) for text in said)
