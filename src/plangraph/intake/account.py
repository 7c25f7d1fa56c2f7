"""The account of an import: how much of each sheet was carried, what was left out and why, what was read as what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plangraph.intake.persons import without_persons
from plangraph.intake.values import text_of
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from plangraph.sheets import Sheet

REASONS = {
    "fault": Words(
        "計算の誤り（#REF! など）、値の保存されていない式（Excel で開いて保存してください）、幅が足りない印",
        "a formula that failed, such as #REF!, or has no saved value (open and save it in Excel), or lack of width",
    ),
    "no table": Words("対応表にないか、skip としたシート", "a sheet that the mapping does not name, or says to skip"),
    "hidden sheet": Words("非表示のシート", "a hidden sheet"),
    "no kind": Words(
        "目標か実績かなど、数値の種類が分からない", "no kind of figures is known, such as target or actual"
    ),
    "gap": Words("「－」「…」など、値がないという印", "a mark for no value, such as -, n/a or …"),
    "total": Words("合計などの行", "a row of totals"),
    "note": Words("注記の行", "a row of notes"),
    "header": Words("見出しの繰り返し", "headings printed again"),
    "section": Words(
        "見出しだけの行で、対応表に section がない", "a row of one text, with no `section` in the mapping"
    ),
    "person": Words("個人に関する列", "a column about persons"),
    "none": Words("運ばないとした列", "a column that is left out"),
    "unmapped": Words("対応表にない列", "a column that the mapping does not name"),
    "no name": Words("名称もコードもない行", "a row without name or code"),
    "no parent": Words(
        "行の上に、その列の層のものがない", "what the row stands under has nothing of the tier of the column"
    ),
    "no number": Words("数として読めない", "cannot be read as a number"),
    "two numbers": Words(
        "一つのセルに数が二つ以上ある（上段が予算、下段が決算など。一つずつ別の列に分けてください）",
        "several numbers in one cell, such as a budget over a settlement: give each a column of its own",
    ),
    "shared": Words(
        "結合したセルの数が、違うものの行にまたがる（一つずつの額が分からない。分かるなら、結合を解いて書いてください）",
        "a number merged over the rows of several things: how much is whose is not said (unmerge it, and write each)",
    ),
    "no year": Words("年度が分からない（fiscal_year を書いてください）", "no fiscal year is known: write fiscal_year"),
    "no unit": Words("単位が分からない（unit を書いてください）", "no unit is known: write unit"),
    "no indicator": Words("指標の名称がない", "no name of an indicator"),
    "no kana": Words("読みがかなでない", "a reading that is not in kana"),
    "year text": Words("年度として読めない", "cannot be read as a fiscal year"),
    "grade": Words("対応表の評価の段階にない", "not among the grades of the mapping"),
    "direction": Words("対応表の方向性にない", "not among the directions of the mapping"),
    "sdg": Words("SDGs のゴール・ターゲットとして読めない", "cannot be read as goals or targets of the SDGs"),
    "page": Words("ページとして読めない", "cannot be read as a page"),
    "twice": Words("同じ項目の値がすでにある", "an earlier cell has a value of the same kind and year"),
    "several": Words(
        "同じものの同じ年度の金額が、違う行に違う値である（内訳か、上段が予算で下段が決算など。合計の行だけを残すか、"
        "予算・決算などと行ごとに書いた列を作り、figure_kind にしてください）",
        "rows say different sums of one thing and year: parts of one, or a budget over a settlement (keep the row with "
        "the sum, or make a column in which each row says 予算, 決算 and so on, and name it figure_kind)",
    ),
    "again": Words("再掲の行の組織", "an office on a row of what is listed again"),
    "mark": Words("印（○ など）ではない", "not a mark such as ○"),
    "form": Words("帳票の中で、見出しとも値とも読めない", "neither a label nor a value of the form, as it is read"),
    "date code": Words(
        "Excel が日付か指数に変えたコード（1-1 などを文字列の書式のセルに打ち直してください）",
        "a code that Excel has made a date or a power: format the cell as text, and type the code again",
    ),
    "lost zero": Words(
        "Excel が最後の 0 を落としたらしいコード（1.9 の次の 1.1 は 1.10。文字列の書式のセルに打ち直してください）",
        "a code whose last zero Excel seems to have lost (1.1 after 1.9 is 1.10): format the cell as text, and type it "
        "again",
    ),
    "contact": Words(
        "文の中の記入者の氏名・電話番号・メールアドレス（文は運んだ）",
        "names of who signs, telephone numbers and addresses within texts (the texts are carried)",
    ),
    "tier": Words("対応表の層にない", "not a tier of the mapping"),
    "formula": Words("数式のような文字", "what looks like a formula"),
}
"""Why a cell or row is left out."""


@dataclass(frozen=True)
class LeftOut:
    """A cell that was left out."""

    sheet: str
    row: int
    column: str
    why: str
    text: str


@dataclass
class OfColumn:
    """What became of a column."""

    sheet: str
    column: str
    heading: str
    read_as: Words
    filled: int = 0
    carried: int = 0


@dataclass
class OfSheet:
    """What became of a sheet: its rows by sort, and its cells."""

    sheet: str
    rows: Counter[str] = field(default_factory=Counter)
    carried_rows: int = 0
    cells: int = 0
    sections: int = 0
    columns: list[OfColumn] = field(default_factory=list)

    @property
    def carried(self) -> int:
        """How many of its cells were carried."""
        return self.sections + sum(column.carried for column in self.columns)


@dataclass
class Account:
    """The account of an import.

    Attributes
    ----------
    sheets : list of OfSheet
        The sheets.
    columns : list of OfColumn
        Their columns.
    left : list of LeftOut
        Each cell left out that says something, but for those of whole columns and rows.
    reasons : Counter
        How many cells were left out for each reason.
    made : list of Words
        What was made that the sheets do not say, such as codes, and what else is to be known.
    """

    sheets: list[OfSheet] = field(default_factory=list)
    columns: list[OfColumn] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    made: list[Words] = field(default_factory=list)

    @property
    def cells(self) -> int:
        """How many cells say something."""
        return sum(one.cells for one in self.sheets)

    @property
    def carried(self) -> int:
        """How many of them were carried."""
        return sum(one.carried for one in self.sheets)

    def leave(self, sheet: str, row: int, column: str, why: str, text: str) -> None:
        """Note a cell that is left out."""
        self.reasons[why] += 1
        self.left.append(LeftOut(sheet, row, column, why, (text if why == "total" else without_persons(text))[:200]))

    def leave_sheets(self, sheets: Iterable[Sheet], read: Set[str]) -> None:
        """Note the sheets of which nothing was read, and how much they say."""
        for sheet in sheets:
            cells = sum(bool(text_of(cell)) for row in sheet.rows for cell in row)
            if sheet.place not in read and cells:
                self.sheets.append(OfSheet(sheet.place, cells=cells))
                self.reasons["hidden sheet" if sheet.hidden else "no table"] += cells

    def lines(self, lang: str) -> Iterator[list[str]]:
        """Return the account as the rows of one table: what, where, how much, why."""
        yield [each.of(lang) for each in HEADINGS]
        for sheet in self.sheets:
            yield [SORTS["sheet"].of(lang), sheet.sheet, "", f"{sheet.carried:,} / {sheet.cells:,}", _rows(sheet, lang)]
        for column in self.columns:
            where = f"{column.column} {column.heading}".strip()
            yield [
                SORTS["column"].of(lang),
                column.sheet,
                where,
                f"{column.carried:,} / {column.filled:,}",
                column.read_as.of(lang),
            ]
        for why, count in self.reasons.most_common():
            yield [SORTS["reason"].of(lang), "", "", f"{count:,}", REASONS[why].of(lang)]
        for made in self.made:
            yield [SORTS["made"].of(lang), "", "", "", made.of(lang)]
        for cell in self.left:
            where = f"{cell.column}{cell.row or ''}"
            yield [SORTS["cell"].of(lang), cell.sheet, where, cell.text, REASONS[cell.why].of(lang)]


HEADINGS = (
    Words("区分", "sort"),
    Words("シート", "sheet"),
    Words("列・セル", "column or cell"),
    Words("運んだ数 / 中身のある数", "carried / filled"),
    Words("どう読んだか・なぜ運ばなかったか", "read as, or why left out"),
)
SORTS = {
    "sheet": Words("シート", "sheet"),
    "column": Words("列", "column"),
    "reason": Words("運ばなかった理由", "why left out"),
    "made": Words("作ったもの", "made"),
    "cell": Words("運ばなかったセル", "cell left out"),
}


def _rows(sheet: OfSheet, lang: str) -> str:
    sorts = {
        "data": Words("データ", "data"),
        "section": Words("見出しだけ", "sections"),
        "total": Words("合計", "totals"),
        "note": Words("注記", "notes"),
        "header": Words("見出しの繰り返し", "repeated headings"),
        "blank": Words("空行", "blank"),
    }
    if not sheet.rows:
        return Words("運ばない", "left out").of(lang)
    told = [f"{sorts[sort].of(lang)} {count:,}" for sort, count in sheet.rows.items() if count]
    carried = Words(f"運んだ行 {sheet.carried_rows:,}（", f"rows carried {sheet.carried_rows:,} (").of(lang)
    return f"{carried}{', '.join(told)}{Words('）', ')').of(lang)}"
