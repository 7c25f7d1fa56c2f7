"""What a text mentions: goals and targets of the SDGs, and other plans."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.intake.from_text.text_forms import CIRCLED, fold, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.intake.from_text.text_forms import TextForms
    from plangraph.intake.from_text.text_pages import TextLine
    from plangraph.tables.sdg import Sdgs

AROUND = 24
"""How many letters before and after a mention are quoted."""
NAME = r"[一-鿿々ァ-ヶーA-Za-z0-9・]"
SET_APART = r"(?<=[一-鿿ぁ-ん]) [0-9]{1,3} (?=[一-鿿])"
"""A number within a name, with the room that a PDF leaves around it."""
ROOM = re.compile(r"(?<=[^\x00-\x7f]) (?=[0-9])|(?<=[0-9]) (?=[^\x00-\x7f])")
LONGEST_NAME = 40  # letters
SHORTEST_NAME = 6  # letters
SHORTEST_LABEL = 6  # letters
FULL = 0.8
"""From which part of the width of the text a line runs on into the next."""
SDGS = re.compile(r"SDG|持続可能な開発目標", re.IGNORECASE)
OF_ALL = "の(?:目標|ゴール|ターゲット|指標|政策|施策|分野|項目|取組|事業|国|基本|重点)"
"""What stands behind a number that counts, and names no goal: SDGs の 17 の目標."""
GOAL = rf"(?:[{CIRCLED[:17]}]|(?:1[0-7]|[1-9])(?![0-9.]|\s?(?:{OF_ALL}|つ|年|月|日|個|%|人|件|億|万|目標|ゴール)))"
CUT = ("市", "区", "町", "村", "県")
"""With what a name begins whose first letters, in hiragana, are not taken for its own."""
CITY_BEFORE = re.compile(r"(?:^|[、。「『(\s])([ぁ-ん]{1,6})$")
GENERATION = re.compile(r"^(?:第[0-9一二三四五六七八九十]+[次期]|新|次期|本市の|市の|後期|前期|改訂|改定)+")


@dataclass(frozen=True)
class Mention:
    """A mention: what is mentioned, how plainly, in which words, and where."""

    what: str
    score: float
    quote: str
    at: TextLine
    index: int


class Paragraphs:
    """The paragraphs of a text, each as one line, with the lines that it is made of."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self.lines = lines
        widths = sorted(len(line.text) for line in lines if line.text)
        self._full = widths[len(widths) * 9 // 10] * FULL if widths else 0

    def __iter__(self) -> Iterator[tuple[str, list[int], list[int]]]:
        """Return each paragraph: its text, where its lines begin in it, and which lines they are."""
        text, starts, rows = "", list[int](), list[int]()
        for at, line in enumerate(self.lines):
            if not line.text:
                continue
            starts.append(len(text))
            rows.append(at)
            text += line.text
            if len(line.text) < self._full or line.text.endswith("。"):
                yield text, starts, rows
                text, starts, rows = "", [], []
        if text:
            yield text, starts, rows


def sdg_mentions(lines: Sequence[TextLine], forms: TextForms, sdgs: Sdgs) -> list[Mention]:
    """Find the goals and targets that a text mentions: by number, and by their official names in either language."""
    told = forms.sdg
    codes = sdgs.codes()
    begins = r"(?<![一-鿿])"
    target = re.compile(
        rf"{begins}(?:{_any(told.target)})\s?[:(]?\s?((?:1[0-7]|[1-9])\.(?:[0-9]{{1,2}}|[a-d]))(?![0-9.])"
    )
    goal = re.compile(rf"{begins}({_any(told.goal)})\s?[:(]?\s?({GOAL}(?:\s?[、,・]\s?{GOAL})*)")
    names = [
        (re.compile(re.escape(fold(re.sub(r"\s", "", label))), re.IGNORECASE), row.code)
        for row in sdgs.goals
        for label in (row.label_ja, row.label_en)
        if len(label) >= SHORTEST_LABEL
    ]
    of_sdgs = any(SDGS.search(fold(line.text)) for line in lines)
    found = list[Mention]()
    for text, starts, rows in Paragraphs(lines):
        folded = fold(text)
        hits = [(m.start(), m.end(), m[1].lower(), told.score_by_number) for m in target.finditer(folded)]
        for match in goal.finditer(folded):
            if match[1] not in told.doubtful or SDGS.search(folded):
                numbers = [number_of(number) for number in re.findall(rf"[0-9]+|[{CIRCLED}]", match[2])]
                hits += [(match.start(), match.end(), number, told.score_by_number) for number in numbers]
        if of_sdgs:
            squeezed, places = _squeezed(folded)
            hits += [
                (places[m.start()], places[m.end() - 1] + 1, code, told.score_by_name)
                for name, code in names
                for m in name.finditer(squeezed)
            ]
        found += [
            _mention(code, score, text, (first, last), lines, starts, rows)
            for first, last, code, score in hits
            if code in codes
        ]
    return found


def plan_mentions(lines: Sequence[TextLine], forms: TextForms, own: str, city: str) -> list[Mention]:
    """Find the names of other plans that a text mentions.

    Parameters
    ----------
    lines : sequence of TextLine
        The lines.
    forms : TextForms
        How plans are called, and which names are no plan's own.
    own : str
        The title of the text, which is no other plan.
    city : str
        The name of the city, with which names of plans begin; empty if it is not known.
    """
    told = forms.plans
    general = {fold(name) for name in told.general}
    ends, ends_in_brackets = _any(told.ends), _any([*told.ends, *told.ends_in_brackets])
    aside = rf"(?:\([^()「」『』]{{1,{LONGEST_NAME}}}\))?"
    bracketed = re.compile(rf"[「『]([^「」『』]{{3,{LONGEST_NAME}}}(?:{ends_in_brackets}){aside})[」』]")
    begins = rf"(?<![一-鿿々ァ-ヶーA-Za-z0-9])((?:{re.escape(fold(city))})?(?!・)"
    words = _any([*told.words, *([short] if len(short := re.sub(r"[市区町村]$", "", fold(city))) > 1 else [])])
    bare = re.compile(
        rf"{begins}(?:{NAME}|{words}|{SET_APART}){{3,{LONGEST_NAME}}}?(?:{ends}))(?!{NAME})(?!{_any(told.not_before)})"
    )
    own_name = re.sub(r"\s", "", fold(own))
    found = list[Mention]()
    for text, starts, rows in Paragraphs(lines):
        folded = fold(text)
        quoted = list(bracketed.finditer(folded))
        within = [match.span() for match in quoted]
        free = [m for m in bare.finditer(folded) if not any(a < m.end() and m.start() < b for a, b in within)]
        for match in (*quoted, *free):
            start = _whole(folded, match.start(1)) if match in free else match.start(1)
            name = re.sub(r"\s", "", folded[start : match.end(1)])
            core = GENERATION.sub("", name)
            if core in general or len(core) < SHORTEST_NAME or name in own_name or own_name in name:
                continue
            if core.startswith(CUT) and match in free:
                continue
            label = ROOM.sub("", text[start : match.end(1)])
            found.append(_mention(label, told.score, text, (match.start(), match.end()), lines, starts, rows))
    return found


def _whole(text: str, start: int) -> int:
    """Return where a name begins that is cut within the name of a city in hiragana: みなみ町子ども計画."""
    before = CITY_BEFORE.search(text[:start]) if text[start : start + 1] in CUT else None
    return before.start(1) if before else start


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _squeezed(text: str) -> tuple[str, list[int]]:
    places = [at for at, letter in enumerate(text) if not letter.isspace()]
    return "".join(text[at] for at in places), places


def _mention(
    what: str,
    score: float,
    text: str,
    span: tuple[int, int],
    lines: Sequence[TextLine],
    starts: Sequence[int],
    rows: Sequence[int],
) -> Mention:
    first, last = span
    index = rows[bisect.bisect_right(starts, first) - 1]
    quote = text[max(0, first - AROUND) : last + AROUND]
    return Mention(what, score, quote, lines[index], index)
