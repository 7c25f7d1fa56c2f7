"""Headings that have numbers only, rising from 1 on two levels or more: and the file of forms that would read them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.intake.from_text.text_forms import fold
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.intake.from_text.text_pages import TextLine

HEADING = re.compile(r"([0-9]{1,2}(?:[.-][0-9]{1,2}){0,2})(\.?)(\s*)([^\W\d_][^。]{1,40})")
LEAST = 2
"""How many headings of each level there are at least."""
MOSTLY = 0.8
"""How many of the numbered lines go on from the ones before them, at least."""
TIERS = {2: ("政策", "施策"), 3: ("政策", "施策", "事業")}
"""What the levels may be of, for a person to decide."""


@dataclass(frozen=True)
class _Numbered:
    numbers: tuple[int, ...]
    form: tuple[str, bool]
    """How it is written, and whether a space follows."""


def said_of_numbers(lines: Sequence[TextLine]) -> Words:
    """Name the file of forms that reads headings such as ``1 …`` and ``1.1 …``, if they rise regularly."""
    numbered = list(_numbered(lines))
    rising = list(_rising(numbered))
    levels = Counter(len(one.numbers) for one in rising)
    words = TIERS.get(len(levels))
    parted = sum(len(one.numbers) > 1 for one in numbered)
    regular = sum(len(one.numbers) > 1 for one in rising) >= parted * MOSTLY
    if not words or not regular or any(levels[level] < LEAST for level in range(1, len(words) + 1)):
        return Words("", "")
    counted = "、".join(f"{'.'.join('1' * level)} … {levels[level]:,}" for level in sorted(levels))
    told = "\n\n".join(_form(rising, level, word) for level, word in enumerate(words, 1))
    listed = "・".join(words)
    return Words(
        f"。ただし、番号だけの見出し（{counted}）が順に並んでいます。それが上から{listed}なら、次の行を forms.toml に"
        f"保存し、--forms forms.toml を付けてください（層の語は、計画のとおりに直してください）:\n\n{told}\n",
        f". But there are headings that have numbers only, in order ({counted}). If they are {listed} from the top "
        f"down, save these lines as forms.toml and add --forms forms.toml (with the plan's own words as tiers):"
        f"\n\n{told}\n",
    )


def _numbered(lines: Sequence[TextLine]) -> Iterator[_Numbered]:
    for line in lines:
        if found := HEADING.fullmatch(fold(line.text).strip()):
            parts = tuple(int(part) for part in re.split(r"[.-]", found[1]))
            yield _Numbered(parts, (f"{{number}}{found[2]}", bool(found[3])))


def _rising(numbered: Sequence[_Numbered]) -> Iterator[_Numbered]:
    """Yield the headings of which each follows on the one before it."""
    at: tuple[int, ...] = ()
    for one in numbered:
        depth = len(one.numbers)
        last = at[depth - 1] if depth <= len(at) else 0
        if one.numbers[:-1] == at[: depth - 1] and one.numbers[-1] == last + 1:
            at = one.numbers
            yield one


def _form(rising: Sequence[_Numbered], level: int, tier: str) -> str:
    forms = Counter(one.form for one in rising if len(one.numbers) == level)
    (write, gap), _ = forms.most_common(1)[0]
    lines = ["[[forms]]", f'write = "{write}"', f"parts = {level}", f'tier = "{tier}"']
    return "\n".join([*lines, "gap = true"] if gap and write.endswith("}") else lines)
