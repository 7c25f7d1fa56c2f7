"""``plangraph import --from-text`` of PDF files, made up, and of files that are none."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from tests.intake.text_as_drafted import FORMS, shown

from plangraph.errors import MissingExtra, SheetError
from plangraph.intake.from_text.text_draft import draft_from_text
from plangraph.intake.from_text.text_pages import read_pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def pdf(lines: Sequence[str]) -> bytes:
    """Write the smallest PDF file with these lines: no font is in it, and letters go by their Unicode numbers."""
    letters = sorted(set("".join(lines)))
    code = {letter: f"{number:04x}" for number, letter in enumerate(letters, 1)}
    known = " ".join(f"<{code[letter]}> <{ord(letter):04x}>" for letter in letters)
    shows = "".join(f"<{''.join(code[letter] for letter in line)}> Tj T* " for line in lines)
    streams = {
        4: f"BT /F1 12 Tf 14 TL 50 700 Td {shows} ET",
        7: "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "
        f"{len(letters)} beginbfchar {known} endbfchar endcmap",
    }
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        5: "<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        6: "<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)>>>>",
        **{at: f"<</Length {len(stream)}>>stream\n{stream}\nendstream" for at, stream in streams.items()},
    }
    body = "".join(f"{number} 0 obj\n{one}\nendobj\n" for number, one in sorted(objects.items()))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R/Size 8>>\n%%EOF".encode("ascii")


def test_a_pdf_file_is_read_with_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf(["海辺町総合計画", "施策1-1 港を直す", "SDGs 14に貢献します。"]))
    content, _ = draft_from_text(read_pages(path, FORMS), FORMS)
    assert shown(content.tables["elements"], "page", "tier", "code", "label_ja") == ["1 施策 1-1 港を直す"]
    assert shown(content.tables["links"], "page", "object") == ["1 sdg:14"]


def test_a_pdf_file_that_cannot_be_read_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf([]))
    with pytest.raises(SheetError, match="OCR"):
        read_pages(path, FORMS)
    path.write_bytes(b"%PDF-1.4\nnothing")
    with pytest.raises(SheetError, match="damaged"):
        read_pages(path, FORMS)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtra, match=r"plangraph\[pdf\]"):
        read_pages(path, FORMS)
