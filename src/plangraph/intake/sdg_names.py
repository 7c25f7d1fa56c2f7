"""The goals and targets (SDGs) of a cell: by number, in a circle or not, or by what the icons of goals say."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from plangraph import resources
from plangraph.intake.values import plain
from plangraph.tables.sdg import read_sdgs

CIRCLED = re.compile(r"[①-⑰]")
SDG = re.compile(r"(?<![0-9.])(1[0-7]|[1-9])(?:\.([0-9]{1,2}|[a-d]))?(?![0-9])")
SIGNS = re.compile(r"[、,，・。.]")


def sdg_codes(text: str) -> list[str]:
    """List the codes of goals and targets in a text; by name only where none goes by its number.

    Examples
    --------
    >>> sdg_codes("③、11.5")
    ['3', '11.5']
    >>> sdg_codes("飢餓をゼロに、気候変動に具体的な対策を")
    ['2', '13']
    """
    apart = CIRCLED.sub(lambda found: f" {ord(found[0]) - 0x245F} ", text)
    bare = re.sub(r"SDGs?", "", unicodedata.normalize("NFKC", apart), flags=re.IGNORECASE)
    codes = [goal + (f".{target}" if target else "") for goal, target in SDG.findall(bare)]
    return codes or _goals_named(bare)


def _goals_named(text: str) -> list[str]:
    bare = SIGNS.sub("", plain(text))
    return list(dict.fromkeys(code for name, code in _names() if name in bare))


@cache
def _names() -> list[tuple[str, str]]:
    goals = read_sdgs(resources.DATA / "sdg", []).goals
    return [(SIGNS.sub("", plain(label)), row.code) for row in goals for label in (row.label_ja, row.label_en) if label]
