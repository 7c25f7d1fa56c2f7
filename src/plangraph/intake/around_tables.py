"""What stands around a table: the fiscal year, the unit of money, the tier of its rows."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from plangraph.eras import ERAS
from plangraph.fiscal_years import without_periods, years_across, years_in
from plangraph.intake.offices import is_office
from plangraph.intake.values import plain, unit_of_money
from plangraph.words import Words, is_japanese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.finding import Block
    from plangraph.intake.heading_meanings import Meanings
    from plangraph.intake.heading_words import Vocabulary
    from plangraph.intake.table_lines import Line

DONE = re.compile(
    r"((?:(?:令和|平成|[RHrh])\s*(?:[0-9]{1,2}|元)|20[0-9]{2})\s*(?:年度?)?)(?:の|に|中の?)?\s*(?:実施|実績|決算|対象|事業分|分|事業(?=[)）]))"
)
OF_YEAR = re.compile(
    r"(?<![~〜～–—-])((?:令和|平成|[RHrh])(?:[0-9]{1,2}|元)|20[0-9]{2})年度(?![~〜～–—-]|から|より|以降)"
)
"""A fiscal year that is written as one, and is no end of a period: 令和6年度 beside アクションプラン2023."""
BARE_YEAR = re.compile(r"([0-9]{1,2})年度?(?:[ (].*)?")
BEFORE_REIWA = ERAS["令和"] - 1
"""What is added to a year of 令和."""
MADE = re.compile(r"作成|更新|印刷|出力|現在|公表日|策定日")
"""What stands beside the date on which a table was made, which is not its fiscal year."""

OLD_LETTER = re.compile(r"(?<![A-Za-z])[MTSmts](?=[0-9])")
"""The letter of an old era before a number: in the name of a file or a sheet (s5.xlsx) it only counts."""


def with_era(block: Block) -> Block:
    """Read ４年度 over a column as 令和４年度, if the text above speaks of years of that era around it."""
    above = " ".join([*block.above, block.sheet.name])
    years = years_in(above)
    if not years or "令和" not in above or "平成" in above:
        return block
    return replace(
        block,
        headings=[replace(one, parts=tuple(_in_era(part, years) for part in one.parts)) for one in block.headings],
    )


def _in_era(part: str, years: Sequence[int]) -> str:
    found = BARE_YEAR.fullmatch(unicodedata.normalize("NFKC", part).strip())
    near = found is not None and min(years) - 1 <= BEFORE_REIWA + int(found[1]) <= max(years) + 1
    return f"令和{part}" if near else part


def year_of(block: Block) -> tuple[int | None, Words]:
    """Return the fiscal year of a table and where it is said, or why it is not known."""
    newest = max((year for heading in block.headings for year in years_in(heading.text)), default=0)
    for what, around in (
        (Words("表の上の文", "the text above the table"), block.above),
        (Words("シートの名前", "the name of the sheet"), [OLD_LETTER.sub(" ", block.sheet.name)]),
        (Words("ファイルの名前", "the name of the file"), [OLD_LETTER.sub(" ", block.sheet.file.replace("_", " "))]),
    ):
        texts = [without_periods(text) for text in around if not MADE.search(text)]
        years = {year for text in texts for year in years_in(text)}
        done = {year for text in texts for year in _done_in(text)}
        of_year = {year for text in texts for year in _written_in_full(text)}
        for said, why in ((done, "年度の実施・実績とある"), (of_year, "年度とある")):
            if len(years) > 1 and len(said) == 1:
                year = said.pop()
                return year, Words(f"{what.ja}に {year} {why}", f"{year}, named as the fiscal year by {what.en}")
        if len(years) == 1:
            year = years.pop()
            if newest and year > newest:
                return None, Words(
                    f"{what.ja}に {year} とあるが、どの列の年度よりも後（fiscal_year に書いてください）",
                    f"{what.en} names {year}, later than any column does: write fiscal_year",
                )
            return year, Words(f"{what.ja}の {year} 年度", f"{year}, from {what.en}")
        if years:
            listed = ", ".join(map(str, sorted(years)))
            return None, Words(
                f"{what.ja}に {listed} とあり、どれか決められない（fiscal_year に書いてください）",
                f"{what.en} names {listed}: write which one as fiscal_year",
            )
    return None, Words("書かれていない（あれば fiscal_year に書いてください）", "not said: write it as fiscal_year")


def _done_in(text: str) -> list[int]:
    """List the fiscal years that a text writes as 2025/26, or in which it says things were done: 令和5年度実施事業."""
    folded = unicodedata.normalize("NFKC", text)
    return years_across(folded) + [year for found in DONE.findall(folded) for year in years_in(found)]


def _written_in_full(text: str) -> list[int]:
    """List the fiscal years that a text writes as such (年度), and not as the first or last of several."""
    folded = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return [year for found in OF_YEAR.findall(folded) for year in years_in(found)]


def unit_of(block: Block) -> str:
    """Return the unit of money that is said once above a table; empty if none is."""
    return next((unit for text in block.above if (unit := _unit_noted(text))), "")


NOTE_OF_UNIT = re.compile(
    r"[(（\[［]?\s*(?:金額の)?(?:単位|units?\b|in\b|en\b|amounts?\b|montants?\b|importes?\b|angaben\b).*", re.IGNORECASE
)


def is_note_of_unit(text: str) -> bool:
    """Check whether a text only says in which unit amounts are: （単位：千円）, (in thousand EUR), montants en k€."""
    return bool(NOTE_OF_UNIT.fullmatch(text.strip()) and unit_of_money(text))


def _unit_noted(text: str) -> str:
    return unit_of_money(text if is_note_of_unit(text) else _note_of_units(text))


def _note_of_units(text: str) -> str:
    if "単位" in text or "unit" in text.lower() or len(text) < 8:  # noqa: PLR2004
        return text
    found = re.search(r"[(（]([^()（）]{1,8})[)）]\s*$", text)
    return found[1] if found else ""


def own_tier(block: Block, meanings: Meanings, vocabulary: Vocabulary) -> tuple[str, list[str], Words]:
    """Return the tier of what a row is about, all tiers that the table speaks of, and why.

    Parameters
    ----------
    block : Block
        The table.
    meanings : dict
        What its headings mean.
    vocabulary : Vocabulary
        The words of tiers.
    """
    named = {m.tier: at for at, m in meanings.items() if m and m.field == "tier_name" and m.part != "text"}
    generic = any(m and m.field == "label" for m in meanings.values())
    tiers = list(named)
    if tiers and not generic:
        own = max(tiers, key=lambda tier: (vocabulary.rank(tier), named[tier]))
        above = [tier for tier in tiers if tier != own]
        return own, [*above, own], Words("列のうち最も下の層", "the lowest of its columns")
    around = [block.sheet.name, *reversed(block.above), block.sheet.file]
    words = sorted((word for word, _ in vocabulary.tiers.values() if len(word) > 1), key=len, reverse=True)
    for text in around:
        for word in words:
            if word in text and word not in tiers:
                why = Words(f"「{text[:20]}」に語「{word}」", f"the word '{word}' in '{text[:20]}'")
                return word, [*tiers, word], why
    word = "事業" if any(is_japanese(heading.text) for heading in block.headings) else "Project"
    why = Words(f"層を示す語がないため仮に {word} とした", f"no word tells the tier: {word} for the time being")
    return word, [*[tier for tier in tiers if tier != word], word], why


CHAPTER = re.compile(r"第\s*[0-9一二三四五六七八九十]+\s*(章|節|編|部)\s*[\s:：.、]*\S")
NUMBERED = re.compile(r"(?:[IVX]+|[0-9]{1,2}|[(][0-9]{1,2}[)]|[①-⑳])[\s.、:：]\s*\S")
ROMAN = re.compile(r"[IVX]+[\s.、:：]\s*\S")
OF_BUDGET = re.compile(r"(?:第?[0-9]+)?(?:款|項|目)|.{0,12}[0-9]+款")
"""How rows begin that name a part of the budget, which is no part of a plan: ２款 総務費."""
DIVISION = "分野"
"""What headings are called of which nothing says the tier."""


def within_of(block: Block, own: str, tiers: Sequence[str], vocabulary: Vocabulary) -> tuple[str, str]:
    """Return tier and text of what a whole table may stand under: 第１章 安全なまち over it, or its sheet's name.

    It says so only if another table stands under another such text.
    """
    for text in [*reversed(block.above[-3:]), block.sheet.name]:
        folded = unicodedata.normalize("NFKC", text)
        chapter = CHAPTER.match(folded)
        word = chapter[1] if chapter else next((w for w in vocabulary.tiers if len(w) > 1 and folded.startswith(w)), "")
        tier = vocabulary.tier_of(word)
        if tier and tier not in tiers and vocabulary.rank(tier) < vocabulary.rank(own) and _numbered(folded, word):
            return tier, text
        if (NUMBERED if block.columns else ROMAN).match(folded) and DIVISION not in tiers:
            return DIVISION, text
    return "", ""


def tier_over(text: str, vocabulary: Vocabulary) -> str:
    """Return the tier that a numbered title over rows is of: 基本目標 for 基本目標１ 産業; empty if of none."""
    folded = unicodedata.normalize("NFKC", text).strip()
    words = (word for word in sorted(vocabulary.tiers, key=len, reverse=True) if folded.startswith(word))
    word = next(words, "")
    return vocabulary.tier_of(word) if len(word) > 1 and _numbered(folded, word) else ""


def _numbered(text: str, word: str) -> bool:
    return bool(CHAPTER.match(text) or re.match(r"\s*[0-9IVX①-⑳(]+", text.removeprefix(word)))


def first_section(lines: Sequence[Line], over: str, vocabulary: Vocabulary) -> str:
    """Return the title over a table's headings, if its first rows stand under it as later ones do under such titles."""
    data = [line.row for line in lines if line.sort == "data"]
    inside = [line for line in lines if line.sort == "section" and data and line.row < data[-1]]
    texts = [unicodedata.normalize("NFKC", text) for text in (over, *(line.text for line in inside))]
    alike = all(NUMBERED.match(text) for text in texts) or all(tier_over(text, vocabulary) for text in texts)
    return over if inside and inside[0].row > data[0] and alike else ""


def section_of(lines: Sequence[Line], own: str, tiers: Sequence[str], vocabulary: Vocabulary, begins: str = "") -> str:
    """Return what rows with one text only name for those below them: a tier, ``office``, or nothing that is known.

    Parameters
    ----------
    lines : sequence of Line
        The rows of the table.
    own : str
        The tier of what its rows are about.
    tiers : sequence of str
        The tiers that it speaks of.
    vocabulary : Vocabulary
        The words of tiers.
    begins : str
        Such a text that stands over the headings.
    """
    data = [line.row - 1 for line in lines if line.sort == "data"]
    first, last = (data[0], data[-1]) if data else (0, 0)
    texts = [line.text for line in lines if line.sort == "section"]
    inside = [line for line in lines if line.sort == "section" and line.row <= last]
    if not inside or (inside[0].row > first + 1 and not begins):
        return ""
    if all(OF_BUDGET.match(plain(line.text)) for line in inside):
        return ""
    if all(is_office(text) for text in texts[: len(inside)]):
        return "office"
    for text in texts:
        folded = plain(text)
        for word in sorted(vocabulary.tiers, key=len, reverse=True):
            tier = vocabulary.tiers[word][0]
            if len(word) > 1 and folded.startswith(word) and vocabulary.rank(tier) < vocabulary.rank(own):
                return tier
    return DIVISION if "政策" not in tiers and (begins or len(inside) > 1) else ""
