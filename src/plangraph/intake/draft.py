"""A first ``mapping.toml``, guessed from headings and cells; each guess says its reason, and a person decides."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plangraph.errors import Problem, SheetError
from plangraph.fiscal_years import period_in
from plangraph.intake.around_tables import DIVISION, is_note_of_unit
from plangraph.intake.decimal_commas import DecimalCommas
from plangraph.intake.finding import block_at
from plangraph.intake.foreign_sheets import foreign
from plangraph.intake.form_sheets import HEADER, FormTable, is_rather_a_form, places_of, read_forms
from plangraph.intake.mapping import tier_of_indicators
from plangraph.intake.marks import checked, is_mark_beside
from plangraph.intake.municipality_names import municipality_in
from plangraph.intake.own_figures import own_figures
from plangraph.intake.scales import drafted_directions, drafted_grades
from plangraph.intake.table_draft import TableDraft
from plangraph.intake.tables_beside import tables_of
from plangraph.intake.values import is_gap, plain, text_of
from plangraph.words import Words, is_japanese

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from plangraph.intake.heading_words import Vocabulary
    from plangraph.sheets import Sheet

NO_TABLE = Words(
    "見出しの行が見つかりません（事業名、予算額、担当課などの語のある行を探しました）。"
    "対応表に header_rows を書くか、見出しの語を --vocabulary で加えてください",
    "no row of headings is found (such as 事業名, 予算額, 担当課): write header_rows in the mapping, or add words of "
    "headings with --vocabulary",
)
LETTERS = Words(
    "見出しが一字ずつ別のセルにあります（PDF から写した表に多い形です）。どこまでが一つの列か決められないので、"
    "Excel で、列ごとに一つのセルの見出しに直してください",
    "the headings have one letter in each cell, as in tables copied from a PDF, and nobody can say where a column "
    "ends: give each column one cell with its heading in Excel",
)
NO_TABLE_HERE = Words(
    "見出しの行が見つからないので運ばない（運ぶなら、header_rows と columns を書き、skip を消す）",
    "no row of headings is found: left out (to carry it, write header_rows and columns, and delete skip)",
)
PLAN = re.compile(
    r"計画|プラン|構想|戦略|ビジョン|総計|計畫|綱領|계획|비전|plan|strateg|programm|vision|konzept"
    r"|leitbild|projet de territoire|feuille de route|agenda",
    re.IGNORECASE,
)
"""What a title speaks of whose period is the plan's."""
LEAST_LETTERS = 6


LEGENDS = frozenset(("凡例", "評価基準", "評価区分の説明", "区分の説明"))
"""What stands over a column beside a table that explains its letters."""


@dataclass(frozen=True)
class Named:
    """What the person who calls says of the dataset."""

    key: str = ""
    city: str = ""


def draft(sheets: Sequence[Sheet], vocabulary: Vocabulary, named: Named, lang: str = "ja") -> dict[str, Any]:
    """Draft a mapping for sheets.

    Parameters
    ----------
    sheets : sequence of Sheet
        The sheets of all files.
    vocabulary : Vocabulary
        The words of headings.
    named : Named
        What is known already.
    lang : str
        The language of the reasons.

    Returns
    -------
    dict
        What ``mapping.toml`` says.

    Raises
    ------
    SheetError
        If no sheet has a table.
    """
    sheets = DecimalCommas(sheets).with_points(sheets, vocabulary)
    drafts = [TableDraft(block, vocabulary, lang) for sheet in sheets for block in tables_of(sheet, vocabulary)]
    useful = [
        one for one in drafts if one.useful and not is_rather_a_form(one.block.sheet, one.block.header, vocabulary)
    ]
    listed = {one.block.sheet.place for one in useful}
    others = [sheet for sheet in sheets if sheet.place not in listed and not sheet.hidden]
    forms = [TableDraft(block_at(table, HEADER), vocabulary, lang) for table in read_forms(others, vocabulary)]
    as_forms = {place for one in forms for place in places_of(one.block.sheet)}
    useful += forms
    useful += [one for one in drafts if one.of_indicators_only and one.block.sheet.place not in as_forms | listed]
    drafts = useful or drafts
    _set_under_chapters(drafts)
    if not drafts or (not useful and any(_in_letters(one.block.sheet) for one in drafts)):
        raise SheetError([Problem.of_file(s.place, LETTERS if _in_letters(s) else NO_TABLE) for s in sheets])
    with_tables = {one.block.sheet.place for one in drafts}
    texts = [*_texts(drafts), *(_legend_of(sheet) for sheet in sheets if sheet.place not in with_tables)]
    figures = own_figures(drafts, vocabulary, lang)
    grades = drafted_grades(_values(drafts, "grade"), texts, vocabulary, lang)
    directions = drafted_directions(_values(drafts, "direction"), texts, vocabulary, lang)
    return {
        "dataset": _dataset(drafts, vocabulary, named, drafts[0].block.sheet.file),
        "tiers": _tiers(drafts, vocabulary),
        **({"grades": grades} if grades else {}),
        **({"directions": directions} if directions else {}),
        **({"figures": figures} if figures else {}),
        "sheets": [*(one.as_toml() for one in drafts), *_without_table(sheets, drafts, drafts[0].own, lang)],
    }


def _without_table(sheets: Sequence[Sheet], drafts: Sequence[TableDraft], tier: str, lang: str) -> list[dict[str, Any]]:
    """Name each sheet that says something and of which nothing is read, to be left out unless a person says how."""
    read = {place for one in drafts for place in places_of(one.block.sheet)}
    return [
        {
            "file": sheet.file,
            **({"sheet": sheet.name} if sheet.name else {}),
            "tier": tier,
            "skip": True,
            "reason": (LETTERS if _in_letters(sheet) else NO_TABLE_HERE).of(lang),
            "columns": [],
        }
        for sheet in sheets
        if sheet.place not in read and not sheet.hidden and any(text_of(cell) for row in sheet.rows for cell in row)
    ]


def _in_letters(sheet: Sheet) -> bool:
    """Check whether a row of a sheet has one letter in each cell, as tables copied from a PDF have."""
    rows = ([text for cell in row if (text := text_of(cell))] for row in sheet.rows)
    return any(len(texts) >= LEAST_LETTERS and sum(len(t) == 1 for t in texts) > len(texts) * 0.8 for texts in rows)


def _set_under_chapters(drafts: Sequence[TableDraft]) -> None:
    """Let tables stand under what is written over them, where it tells them apart: a chapter each."""
    for tier in {one.over[0] for one in drafts} - {""}:
        under = [one for one in drafts if one.over[0] == tier]
        if tier == DIVISION and not all(one.block.columns for one in under) and not _of_one_form(drafts, under):
            continue
        if len({one.over[1] for one in under}) > 1:
            for one in under:
                one.stand_under_what_is_over()


def _of_one_form(drafts: Sequence[TableDraft], under: Sequence[TableDraft]) -> bool:
    """Check whether all tables are under a numbered title and have the same headings."""
    heads = {tuple(heading.text for heading in one.block.headings) for one in drafts}
    return len(under) == len(drafts) and len(heads) == 1


def _legend_of(sheet: Sheet) -> str:
    """Read a sheet that only explains, with a letter and its meaning in two cells of a row, as one text."""
    rows = [[text for cell in row if (text := text_of(cell))] for row in sheet.rows]
    return " ".join(f"{row[0]}：{row[1]}" for row in rows if len(row) == 2 and len(row[0]) <= 2)  # noqa: PLR2004 - a pair


def _dataset(drafts: Sequence[TableDraft], vocabulary: Vocabulary, named: Named, file: str) -> dict[str, Any]:
    stem = file.rpartition(".")[0] or file
    cities = Counter(
        text_of(cell) for one in drafts for at in one.of("city") for cell in one.block.column(at) if text_of(cell)
    )
    where = [*(text for one in drafts for text in one.block.above), stem, *(one.block.sheet.name for one in drafts)]
    city = named.city or (cities.most_common(1)[0][0] if len(cities) == 1 else "") or municipality_in(where)
    areas = {text_of(cell) for one in drafts for at in one.of("area_code") for cell in one.block.column(at)} - {""}
    areas_called = {
        vocabulary.area_called(column["heading"])
        for one in drafts
        for column in one.columns
        if column["field"] == "area" and not column.get("value")
    } - {""}
    key = named.key or re.sub(r"[^a-z0-9-]+", "-", unicodedata.normalize("NFKC", stem).lower()).strip("-0123456789")
    titles = [text for one in drafts for text in one.block.above if len(text) > 4 and not is_note_of_unit(text)]  # noqa: PLR2004
    title = next((text for text in titles if text != city), "") or stem
    periods = {period for text in [*titles, stem] if PLAN.search(text) and (period := period_in(text))}
    return {
        "key": key or "city",
        "label_ja": f"{city} {title}" if city and city not in title else title,
        "city": city,
        **foreign(drafts, _texts(drafts)),
        "area_code": areas.pop() if len(areas) == 1 else "",
        **_districts(areas_called, drafts, vocabulary),
        "plan": "plan",
        "plan_label": title,
        **(dict(zip(("start", "end"), periods.pop(), strict=True)) if len(periods) == 1 else {}),
        "source": _with_file(title, file) if title != stem else file,
        "source_of_city": True,
    }


def _districts(called: set[str], drafts: Sequence[TableDraft], vocabulary: Vocabulary) -> dict[str, str]:
    """Return what areas are called, and several of them where a column is headed so; nothing if in several ways."""
    if len(called) != 1:
        return {}
    (district,) = called
    several = (vocabulary.plurals | _called_when_several(drafts, vocabulary.area_of)).get(district)
    return {"district": district, **({"districts": several} if several else {})}


def _with_file(title: str, file: str) -> str:
    return f"{title}（{file}）" if is_japanese(title) else f"{title} ({file})"


def _tiers(drafts: Sequence[TableDraft], vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """List the tiers that the sheets speak of, from the top down: in the order of columns, else of the vocabulary."""
    order: list[str] = []
    for one in sorted(drafts, key=lambda one: -len(one.tiers)):
        at = 0
        for word in one.tiers:
            if word in order:
                at = order.index(word) + 1
            else:
                after = [place for place, other in enumerate(order) if vocabulary.rank(other) < vocabulary.rank(word)]
                at = max(at, after[-1] + 1 if after and not at else at)
                order.insert(at, word)
                at += 1
    kinds = _kinds_from_the_top_down(order, vocabulary)
    of_several = vocabulary.plurals | _called_when_several(drafts, vocabulary.tier_of)
    tiers = [
        {
            "word": word,
            "class": kinds.get(word, "Project"),
            **({"alone": True} if at else {}),
            **({"plural": of_several[word]} if word in of_several else {}),
        }
        for at, word in enumerate(order)
    ]
    if any(one.of_indicators_only or one.of("indicator") for one in drafts):
        tiers.append(tier_of_indicators(in_japanese=not all(one.is_english for one in drafts)))
    for one in (one for one in drafts if one.of_indicators_only):
        one.own = str(tiers[-1]["word"])
    return tiers


def _called_when_several(drafts: Sequence[TableDraft], word_of: Callable[[str], str]) -> dict[str, str]:
    """Return, by the word for one of them, what columns that are headed by the word for several call these."""
    heads = [heading.parts[-1].strip() for one in drafts for heading in one.block.headings if heading.parts]
    words = {head: word_of(head) for head in heads}
    return {word: head for head, word in words.items() if word and plain(head) != plain(word) and not is_japanese(head)}


def _kinds_from_the_top_down(order: Sequence[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Return the class of each tier that is known: those of their words, in the order of the ontology.

    What one city calls a priority stands above its outcomes, and in another below: the sheets say which.
    """
    known = [word for word in order if vocabulary.kind_of(word)]
    kinds = [vocabulary.kind_of(word) for word in sorted(known, key=vocabulary.rank)]
    return dict(zip(known, kinds, strict=True))


def _values(drafts: Sequence[TableDraft], field: str) -> list[str]:
    counted: Counter[str] = Counter()
    for one in drafts:
        for column in one.columns:
            if column["field"] != field:
                continue
            texts = [text for cell in one.body(column["at"]) if (text := checked(text_of(cell)))]
            if value := column.get("value"):
                counted[value] += len(texts)
                continue
            counted.update(text for text in texts if not is_gap(text) or is_mark_beside(text, texts))
    return list(counted)


def _texts(drafts: Sequence[TableDraft]) -> list[str]:
    """List what stands around the tables, where legends are."""
    around = [text for one in drafts for text in one.block.above]
    below = [
        text_of(cell) for one in drafts for line in one.lines if line.sort in {"note", "section"} for cell in line.cells
    ]
    heads = [heading.text for one in drafts for heading in one.block.headings]
    in_forms = [said for one in drafts if isinstance(one.block.sheet, FormTable) for *_, said in one.block.sheet.unread]
    beside = [
        text_of(cell)
        for one in drafts
        for heading in one.block.headings
        if heading.text in LEGENDS
        for cell in one.block.column(heading.index)
    ]
    return [*around, *filter(None, below), *heads, *filter(None, beside), *in_forms]
