"""What the headings of one table mean together: groups of headings, and two words for one tier."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from plangraph.intake.areas import CALLED
from plangraph.intake.bare_headings import bare_heading
from plangraph.intake.heading_words import Meaning
from plangraph.intake.marks import is_mark
from plangraph.intake.values import text_of
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.finding import Block, Heading
    from plangraph.intake.heading_words import Vocabulary

    Meanings = dict[int, Meaning | None]


SHARE = Words("財源の内訳の一つ", "a share of where the money comes from")
IN_ENGLISH = Words("同じ語の列の英語", "the English of a column of the same word")
COSTS = frozenset(("事業費", "事業費計", "直接事業費"))
"""Words that do not say by themselves whether it was budgeted or spent."""


def meanings_of(block: Block, vocabulary: Vocabulary) -> Meanings:
    """Return the meaning of the heading of each column; None for one that is not known.

    Parameters
    ----------
    block : Block
        The table.
    vocabulary : Vocabulary
        The words of headings.
    """
    found = {heading.index: _meaning(heading, vocabulary) for heading in block.headings if heading.parts}
    found = _within_groups(
        _areas(_goals(_in_english(_of_others(found, vocabulary), block), block), block), block, vocabulary
    )
    return _twins_joined(_chapters(_measured(found), block, vocabulary), vocabulary)


MEASURED = Words("右に単位があるので指標", "; an indicator, since its unit stands beside it")


def _measured(meanings: Meanings) -> Meanings:
    """Read Measure beside Unit as an indicator, which is what measures of performance are, unless another is named."""
    if any(meaning and meaning.field == "indicator" for meaning in meanings.values()):
        return meanings
    told = dict(meanings)
    for at, meaning in meanings.items():
        beside = meanings.get(at + 1)
        if meaning and meaning.tier == "Measure" and not meaning.part and beside and beside.field == "unit":
            told[at] = Meaning("indicator", meaning.reason.then(MEASURED), meaning.certain)
    return told


OF_OTHER = Words(
    "。関連するものや以前のものの番号・名称で、その行のものではない",
    "; the code or name of what is related or was before, not of the row's own",
)


def _of_others(meanings: Meanings, vocabulary: Vocabulary) -> Meanings:
    """Carry what names another thing as a note, unless nothing else names what the row stands under, or is about.

    関連施策番号 beside 施策名 is the code of another measure; beside 事業名 alone it is that of the row's parent.
    """
    own = [
        m for m in meanings.values() if m and m.field in {"label", "tier_name"} and m.part != "text" and not m.of_other
    ]
    told = dict(meanings)
    for at, meaning in meanings.items():
        if meaning and meaning.of_other and not _is_only_name(meaning, own, vocabulary):
            told[at] = Meaning("note", meaning.reason.then(OF_OTHER), meaning.certain)
    return told


def _is_only_name(meaning: Meaning, own: Sequence[Meaning], vocabulary: Vocabulary) -> bool:
    """Check whether nothing but a column of what is related names its tier, and whether a row may stand under it."""
    if meaning.of_other == "former" or not meaning.tier:
        return False
    if meaning.part == "name":
        return all(one.part == "code" for one in own if one.tier == meaning.tier)
    if any(one.tier == meaning.tier for one in own):
        return False
    return any(not one.tier or vocabulary.rank(one.tier) > vocabulary.rank(meaning.tier) for one in own)


BUDGET_HEADING = re.compile(r"(款|項|目|節|細節|細目)(?:名称?|コード|番号|CD|No\.?)?", re.IGNORECASE)
SECTIONS_OF_BUDGET = frozenset(
    (
        *("報酬", "給料", "職員手当等", "共済費", "報償費", "旅費", "交際費", "需用費", "役務費", "委託料"),
        *("使用料及び賃借料", "工事請負費", "原材料費", "公有財産購入費", "備品購入費", "扶助費", "貸付金"),
        *("負担金、補助及び交付金", "負担金補助及び交付金", "償還金、利子及び割引料", "償還金利子及び割引料"),
        *("積立金", "投資及び出資金", "公課費", "繰出金"),
    )
)
"""The 節 of a budget, as the ordinance on local autonomy (地方自治法施行規則) lists them."""
OF_BUDGET = Meaning("none", Words("予算の款・項・目・節の列", "a column of 款, 項, 目 or 節 of the budget"), 3)


ENGLISH = re.compile(r"(.+)_en(?:g|glish)?", re.IGNORECASE)


def _in_english(meanings: Meanings, block: Block) -> Meanings:
    """Read ``project_name_en`` beside ``project_name_ja`` as the name in English."""
    texts = {heading.index: heading.text.lower() for heading in block.headings}
    told = dict(meanings)
    for at, meaning in meanings.items():
        found = ENGLISH.fullmatch(texts[at])
        if found and meaning and {found[1], f"{found[1]}_ja", f"{found[1]}_jp"} & set(texts.values()):
            field = "label_en" if meaning.field in {"label", "tier_name"} else "none"
            told[at] = replace(meaning, field=field, reason=IN_ENGLISH)
    return told


GOALS = {str(number): number for number in range(1, 18)}
A_GOAL = Words("1 から 17 の一つ", "one of 1 to 17")


def _goals(meanings: Meanings, block: Block) -> Meanings:
    """Read the numbers from 1 to 17 over columns as the goals of the SDGs, where all stand there."""
    numbers = {h.index: h.parts[-1] for h in block.headings if h.parts and h.parts[-1] in GOALS}
    if sorted(numbers.values()) != sorted(GOALS):
        return meanings
    return {at: Meaning("sdg", A_GOAL, 2) if at in numbers else meaning for at, meaning in meanings.items()}


AN_AREA = Words("印のある区・地域の一つ", "one of several areas, with marks")


def _areas(meanings: Meanings, block: Block) -> Meanings:
    """Read 東区 and 西区 over columns of marks as areas, where at least two stand there."""
    named = [
        h.index for h in block.headings if h.parts and CALLED.fullmatch(h.parts[-1]) and _is_marked(block, h.index)
    ]
    if len(named) < 2:  # noqa: PLR2004 - one alone may be anything
        return meanings
    return {at: Meaning("area", AN_AREA, 2) if at in named else meaning for at, meaning in meanings.items()}


def _is_marked(block: Block, at: int) -> bool:
    cells = [cell for cell in block.column(at) if text_of(cell)]
    return bool(cells) and all(map(is_mark, cells))


def _within_groups(meanings: Meanings, block: Block, vocabulary: Vocabulary) -> Meanings:
    """Read what stands under a group as what it is itself, not as what the group is of.

    Under 指標（KPI） beside 指標, 目標年月 is no indicator; under 今後の方向性, marks below 完了 are a direction.
    """
    told = dict(meanings)
    for heading in block.headings:
        meaning = meanings.get(heading.index)
        if meaning is None or len(heading.parts) < 2:  # noqa: PLR2004 - a group and what is in it
            continue
        inner, over = vocabulary.meaning(heading.parts[-1]), vocabulary.meaning(heading.parts[-2])
        if meaning.field == "indicator" and (inner is None or (inner.field == "figure" and not inner.kind)):
            beside = [h.parts[-1] for h in block.headings if h.parts[:-1] == heading.parts[:-1]]
            if any((other := vocabulary.meaning(part)) and other.field == "indicator" for part in beside):
                told[heading.index] = inner
        elif over and over.field in {"grade", "direction"} and inner and inner.field not in {"grade", "direction"}:
            known = vocabulary.course if over.field == "direction" else vocabulary.standing
            if known(heading.parts[-1]) and _is_marked(block, heading.index):
                told[heading.index] = over
    return told


def _chapters(meanings: Meanings, block: Block, vocabulary: Vocabulary) -> Meanings:
    """Read 項 beside 章 and 節 as a tier; beside 款 and 目 these are headings of the budget."""
    levels = {
        h.index: found[1] for h in block.headings for part in h.parts if (found := BUDGET_HEADING.fullmatch(part))
    }
    of_budget = any(text_of(cell) in SECTIONS_OF_BUDGET for at in levels for cell in block.column(at))
    if "款" in levels.values() or of_budget:
        return {at: OF_BUDGET if at in levels else meaning for at, meaning in meanings.items()}
    if not any(meaning and meaning.tier in {"章", "節"} for meaning in meanings.values()):
        return meanings
    parts = {heading.index: heading.parts[-1] for heading in block.headings if heading.parts}
    return {at: vocabulary.meaning_of_tier(parts[at]) if parts[at] == "項" else m for at, m in meanings.items()}


def _meaning(heading: Heading, vocabulary: Vocabulary) -> Meaning | None:
    """Return the best meaning of the parts of a heading: of the innermost that has one, or of all together."""
    found = [meaning for part in reversed(heading.parts) if (meaning := vocabulary.meaning(part))]
    whole = vocabulary.meaning(heading.text.replace(" ", "")) if len(heading.parts) > 1 else None
    told = [meaning for meaning in found if meaning.field != "figure" or meaning.kind]
    found = told or found
    if len(heading.parts) > 1 and "財源" in bare_heading(heading.parts[-2]):
        kind = vocabulary.kind_of_row(heading.parts[-1])
        if kind and not vocabulary.is_word(heading.parts[-1]):
            return Meaning("figure", SHARE, 2, kind)
    inner = next((meaning for meaning in found if meaning.certain > 1), None)
    if inner and (not whole or whole.certain < inner.certain or whole.field == inner.field):
        found, whole = [inner], None
    if inner and _says_cost_only(heading, vocabulary) and (outer := _spent(heading, vocabulary)):
        return outer
    best = max([*found, *([whole] if whole else [])], key=lambda meaning: meaning.certain, default=None)
    amount = vocabulary.meaning(heading.parts[-1]) if best and best.field == "note" else None
    if amount and amount.field == "figure" and amount.certain > 2:  # noqa: PLR2004 - 金額 under 説明 is the very word
        return amount
    if best and best.field in {"tier_name", "code", "label"} and len(heading.parts) > 1:
        return _of_group(heading, best, vocabulary)
    return best


def _says_cost_only(heading: Heading, vocabulary: Vocabulary) -> bool:
    """Check whether the innermost part that is known is such a word: 事業費, or 総額 under it."""
    known = (part for part in reversed(heading.parts) if bare_heading(part) in COSTS or vocabulary.meaning(part))
    return bare_heading(next(known, "")) in COSTS


def _spent(heading: Heading, vocabulary: Vocabulary) -> Meaning | None:
    """Return the outer meaning of 事業費 under 決算: such a word alone does not say whether it was spent."""
    over = [meaning for part in heading.parts[:-1] if (meaning := vocabulary.meaning(part))]
    spent = {"Settlement", "SettlementEstimate", "RevisedBudget"}
    return next((meaning for meaning in over if meaning.kind in spent and meaning.certain > 1), None)


def _of_group(heading: Heading, inner: Meaning, vocabulary: Vocabulary) -> Meaning:
    """Read ``コード`` or ``名称`` under ``施策`` as of the group over it."""
    over = [meaning for part in heading.parts[:-1] if (meaning := vocabulary.meaning(part))]
    outer = next((meaning for meaning in over if meaning.tier), None)
    if outer and inner.field in {"code", "label"}:
        return replace(outer, part="code" if inner.field == "code" else "name")
    if over and over[0].field in {"office", "indicator"} and inner.field == "label":
        return over[0]
    return inner


def _twins_joined(meanings: Meanings, vocabulary: Vocabulary) -> Meanings:
    """Read 事業番号 beside 事務事業名 as its number: two words for one tier, of which one has codes only."""
    joined = dict(meanings)
    named = [m for m in meanings.values() if m and m.field == "tier_name" and m.part != "text"]
    for at, meaning in meanings.items():
        if not meaning or meaning.field != "tier_name" or meaning.part != "code":
            continue
        if any(other.tier == meaning.tier and other.part != "code" for other in named):
            continue
        kind = vocabulary.kind_of(meaning.tier)
        twins = {o.tier for o in named if o.part != "code" and vocabulary.kind_of(o.tier) == kind}
        if len(twins) == 1:
            joined[at] = replace(meaning, tier=twins.pop())
    return joined
