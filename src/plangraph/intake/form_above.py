"""A form over a table on one sheet: what the rows of the table stand under."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.intake.form_cells import FormLabels, pairs_in
from plangraph.intake.values import joined, text_of
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.intake.finding import Block
    from plangraph.intake.heading_words import Vocabulary

LEAST = 2
"""How many labels with values a form has at least."""
SHOWN = 4  # labels


@dataclass(frozen=True)
class FormAbove:
    """What a form over a table says.

    Attributes
    ----------
    tier : str
        The tier of what it is about.
    name : str
        The code and name of that.
    told : Words
        What of it is read.
    """

    tier: str
    name: str
    told: Words


def form_above(block: Block, own: str, vocabulary: Vocabulary) -> FormAbove | None:
    """Read the lowest tier above the rows of a table that labels over it name, with the value beside each.

    Parameters
    ----------
    block : Block
        The table.
    own : str
        The tier of its rows.
    vocabulary : Vocabulary
        The words of labels.
    """
    known, said, labels = FormLabels(vocabulary), dict[tuple[str, bool], str](), list[str]()
    sheet = block.sheet
    for row in range(block.header.start):
        for at, (below, right) in pairs_in(sheet, row, known):
            meaning = known.meaning(label := joined(sheet.rows[row][at]))
            if below != row or meaning is None:
                continue
            labels.append(label)
            if meaning.tier and meaning.part != "text" and vocabulary.rank(meaning.tier) < vocabulary.rank(own):
                said.setdefault((meaning.tier, meaning.part == "code"), text_of(sheet.rows[below][right]))
    tiers = [tier for tier, of_code in said if not of_code]
    if len(labels) < LEAST or not tiers:
        return None
    tier = max(tiers, key=vocabulary.rank)
    name = " ".join(filter(None, (said.get((tier, True)), said[tier, False])))
    shown = "、".join(labels[:SHOWN])
    return FormAbove(
        tier,
        name,
        Words(
            f"表の上は帳票（{shown} など）で、{tier}の名称だけを読む。ほかも運ぶには、帳票の部分を別のシートに分けて"
            "ください",
            f"a form stands above ({shown} …), of which only the name of the {tier} is read: to carry more, put the "
            "form on another sheet",
        ),
    )
