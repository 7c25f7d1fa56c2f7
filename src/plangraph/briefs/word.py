"""Briefs as documents for Word."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from plangraph.errors import needing
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.briefs.brief import Brief, Section

SANS = {"ja": "Yu Gothic", "en": "Arial"}
SMALL, TEXT, HEADING, TITLE = 8, 10, 13, 20
"""Points of type."""
ABOVE, BELOW = 1.5, 2.5
"""Points above and below the text of a cell."""
WIDTH, HEIGHT, MARGIN = 210, 297, 18
"""Millimetres of a page of A4, and around what stands on it."""


def to_docx(brief: Brief) -> bytes:
    """Write a brief as an Office Open XML document: A4 upright, tables with their heads repeated.

    Raises
    ------
    MissingExtra
        If python-docx is not installed.
    """
    with needing("report", Words("Word の文書", "documents for Word")):
        from docx import Document
        from docx.shared import Mm, Pt
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(WIDTH), Mm(HEIGHT)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN)
    for name in ("Normal", "Title", "Heading 1"):
        _set_type(document.styles[name], brief.lang)
    for name, size in (("Normal", TEXT), ("Title", TITLE), ("Heading 1", HEADING)):
        document.styles[name].font.size = Pt(size)
    document.core_properties.title = brief.title
    document.core_properties.author = ""
    _number_pages(page.footer.paragraphs[0], brief.title)
    document.add_heading(brief.title, 0)
    for what, text in brief.facts:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.add_run(f"{what}  ").bold = True
        paragraph.add_run(text)
    for section in brief.sections:
        document.add_heading(section.title, 1)
        asked = document.add_paragraph(section.asked)
        asked.paragraph_format.keep_with_next = True
        _small(asked)
        for picture in section.pictures:
            shape = document.add_picture(BytesIO(picture.png()), width=Mm(WIDTH - 2 * MARGIN))
            shape._inline.docPr.set("descr", picture.text)
            for side in ("distL", "distR"):  # without these, LibreOffice moves it to the right
                shape._inline.set(side, "0")
        _add_table(document, section)
        for at, remark in enumerate(section.remarks):
            told = document.add_paragraph(remark)
            told.paragraph_format.space_before, told.paragraph_format.space_after = Pt(0 if at else ABOVE), Pt(0)
            _small(told)
    note = document.add_paragraph(brief.note)
    note.paragraph_format.space_before = Pt(TEXT)
    _small(note)
    for what, text in brief.about:
        line = document.add_paragraph(f"{what}: {text}")
        line.paragraph_format.space_after = Pt(0)
        _small(line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_type(style: Any, lang: str) -> None:
    """Set the type of a style, for Latin letters and for Japanese ones, which Word keeps apart."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    style.font.name = SANS[lang]
    style.font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    fonts.set(qn("w:eastAsia"), SANS["ja"])


def _number_pages(footer: Any, title: str) -> None:
    """Write the title and the number of the page at the foot of each."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    footer.add_run(f"{title}  –  ")
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    footer._p.append(number)
    _small(footer)


def _small(paragraph: Any, times: float = 1) -> None:
    from docx.shared import Pt

    for run in paragraph.runs:
        run.font.size = Pt(round(SMALL / times * 2) / 2)  # Word knows halves


def _add_table(document: Any, section: Section) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    columns, lines = section.columns, section.rows
    table = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    table.autofit = False
    widths = [Mm((WIDTH - 2 * MARGIN) * share) for share in section.shares()]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    rows = [table.rows[0], *(table.add_row() for _ in lines)]
    for row in rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for row, texts in zip(rows, [[column.title for column in columns], *lines], strict=True):
        for cell, text, column, width in zip(row.cells, texts, columns, widths, strict=True):
            cell.width = width
            _fill(cell.paragraphs[0], text, section.crowded, bold=row is rows[0])
            if column.right:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _fill(paragraph: Any, text: str, crowded: float, *, bold: bool) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(ABOVE), Pt(BELOW)
    paragraph.paragraph_format.keep_with_next = bold  # no head without a row
    paragraph.add_run(text).bold = bold
    _small(paragraph, crowded)
