"""The lines of a text or PDF file, page by page, within bounds; nothing in it is run."""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from plangraph.errors import needing
from plangraph.intake.from_text.text_forms import fold
from plangraph.sheets.bounds import LARGEST_FILE, check_name, refused
from plangraph.sheets.delimited import decoded
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from pypdfium2 import PdfTextPage

    from plangraph.intake.from_text.text_forms import TextForms

PDF = b"%PDF-"
LOOKED_AT = 1024
"""In how many of its first bytes a PDF file says that it is one (bytes)."""
MOST_PAGES = 2_000
MOST_LETTERS = 5_000_000
LONGEST_LINE = 2_000  # letters
WIDE = 1.5
"""From how many times the usual space between its lines on a page leaves a blank line."""
MOST_SECONDS = 120.0
"""How long a PDF file is read (seconds)."""
EDGE = 2
"""How many lines at the top and bottom of a page may be running heads."""
OFTEN = 3
"""On how many pages the same line is a running head."""
LEADERS = re.compile(r"(?:[.…‥・･_ ]\s?){3,}\s*[0-9]{1,4}\s*$")
PAGE_NUMBER = re.compile(r"^[-–\s]*[0-9]{1,4}[-–\s]*$|^[0-9]{1,4}\s*(?:/|ページ)\s*[0-9]*$")

PURPOSE = Words("PDF から本文を読むこと", "reading the text of a PDF file")
TOO_LARGE = Words(
    f"大きすぎます（{LARGEST_FILE // 1_000_000} MB、{MOST_PAGES:,} ページ、{MOST_LETTERS:,} 字まで）。"
    "要る章だけを別のファイルに保存してください",
    f"is too large (at most {LARGEST_FILE // 1_000_000} MB, {MOST_PAGES:,} pages, {MOST_LETTERS:,} letters): save the "
    "chapters that are needed in a file of their own",
)
TOO_SLOW = Words(
    f"読むのに {MOST_SECONDS:.0f} 秒を超えました。要る章だけを別のファイルに保存してください",
    f"takes more than {MOST_SECONDS:.0f} seconds to read: save the chapters that are needed in a file of their own",
)
NO_PDF = Words(
    "PDF として読めません。壊れているか、パスワードがあります。開いて別名で保存し直すか、"
    "本文を写した .txt を指定してください",
    "cannot be read as a PDF file; it is damaged or has a password: open it and save it anew, or name a .txt file with "
    "its text",
)
NO_TEXT = Words(
    "文字がありません。紙を写した画像の PDF なら、文字認識（OCR）をした PDF か、本文の .txt を指定してください",
    "has no text: if it is a picture of paper, name a PDF file with recognised text (OCR), or a .txt file",
)


@dataclass(frozen=True)
class TextLine:
    """A line of a text.

    Attributes
    ----------
    text : str
        The line, without spaces at its ends; empty where a paragraph ends.
    page : int
        Its page, the first being 1; 0 where the file has no pages.
    line : int
        Its line in the file, or on its page.
    """

    text: str
    page: int
    line: int

    def where(self, lang: str) -> str:
        """Return where it stands."""
        if self.page:
            return Words(f"{self.page}ページ", f"page {self.page}").of(lang)
        return Words(f"{self.line}行目", f"line {self.line}").of(lang)


@dataclass(frozen=True)
class TextPages:
    """The lines of a file that are its text, and how many others there were, by sort."""

    name: str
    lines: list[TextLine]
    left: Counter[str]


def read_pages(path: Path, forms: TextForms) -> TextPages:
    """Read a PDF or text file.

    Parameters
    ----------
    path : Path
        The file.
    forms : TextForms
        Which signs stand for which letters, and how tables of contents are headed.

    Raises
    ------
    SheetError
        If it is neither, is damaged or too large, or holds no text.
    MissingExtra
        If it is a PDF file and nothing is installed that reads it.
    OSError
        If the file cannot be opened.
    """
    check_name(path.name)
    if path.stat().st_size > LARGEST_FILE:
        raise refused(path.name, TOO_LARGE)
    content = path.read_bytes()
    pages = _pages_of_pdf(content, path) if PDF in content[:LOOKED_AT] else _pages_of_text(content, path)
    if sum(map(len, pages)) > MOST_LETTERS or len(pages) > MOST_PAGES:
        raise refused(path.name, TOO_LARGE)
    numbered = len(pages) > 1 or PDF in content[:LOOKED_AT]
    lines = [
        TextLine(" ".join(forms.mended(line[:LONGEST_LINE]).replace("\u3000", " ").split()), numbered * page, number)
        for page, text in enumerate(pages, 1)
        for number, line in enumerate(re.split(r"\r\n|[\n\r\v\x85\u2028\u2029]", text), 1)
    ]
    if not any(line.text for line in lines):
        raise refused(path.name, NO_TEXT)
    left: Counter[str] = Counter()
    return TextPages(path.name, _text_only(lines, forms, left), left)


def _pages_of_text(content: bytes, path: Path) -> list[str]:
    text = decoded(content.replace(b"\x00", b""), path.name)
    return text.rstrip("\f").split("\f")


def _pages_of_pdf(content: bytes, path: Path) -> list[str]:
    with needing("pdf", PURPOSE):
        import pypdfium2
    until, letters, pages = time.monotonic() + MOST_SECONDS, 0, list[str]()
    try:
        with pypdfium2.PdfDocument(content) as document:
            if len(document) > MOST_PAGES:
                raise refused(path.name, TOO_LARGE)
            for page in document:
                pages.append(_with_gaps(page.get_textpage()))
                letters += len(pages[-1])
                if letters > MOST_LETTERS:
                    raise refused(path.name, TOO_LARGE)
                if time.monotonic() > until:
                    raise refused(path.name, TOO_SLOW)
    except pypdfium2.PdfiumError as error:
        raise refused(path.name, NO_PDF) from error
    return pages


def _with_gaps(page: PdfTextPage) -> str:
    """Return the text of a page, with a blank line where the space between two lines is wide."""
    text = str(page.get_text_range())
    if len(text) != page.count_chars() or not text.strip():
        return text
    lines = [(found.start(), found[0]) for found in re.finditer(r"[^\r\n]+", text) if found[0].strip()]
    middles = [_middle(page, start + len(line) - len(line.lstrip())) for start, line in lines]
    down = [above - below for above, below in pairwise(middles) if above > below]
    wide = median(down) * WIDE if down else 0.0
    apart = [False, *(above - below > wide for above, below in pairwise(middles))]
    return "\n".join(f"\n{line}" if gap else line for (_, line), gap in zip(lines, apart, strict=True))


def _middle(page: PdfTextPage, at: int) -> float:
    _, bottom, _, top = page.get_charbox(at)
    return float(top + bottom) / 2


def _text_only(lines: list[TextLine], forms: TextForms, left: Counter[str]) -> list[TextLine]:
    """Leave out running heads, page numbers and tables of contents."""
    heads = _running_heads(lines)
    seen, kept, contents = set[str](), list[TextLine](), False
    for line in lines:
        bare = fold(line.text)
        if re.sub(r"\s", "", bare).lower() in forms.file.headings.contents:
            contents = True
        elif contents and line.text and not re.search(r"[0-9]\s*$", bare):
            contents = False
        if (contents and line.text) or LEADERS.search(bare):
            left["contents"] += 1
        elif line.page and PAGE_NUMBER.match(bare):
            left["page number"] += 1
        elif line.page and line.text in heads and line.text in seen:
            left["running head"] += 1
        else:
            kept.append(line)
            seen.add(line.text)
    return kept


def _running_heads(lines: list[TextLine]) -> set[str]:
    by_page: dict[int, list[str]] = {}
    for line in lines:
        if line.text:
            by_page.setdefault(line.page, []).append(line.text)
    edges = (set(texts[:EDGE] + texts[-EDGE:]) for texts in by_page.values())
    counted = Counter(text for edge in edges for text in edge)
    return {text for text, pages in counted.items() if pages >= OFTEN}
