"""Scales drafted from what cells say: grades and directions, in the city's order where a legend gives it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from plangraph.intake.values import code_of, plain
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.heading_words import Vocabulary

LEGEND = re.compile(
    r"(?<![A-Za-z0-9])([A-Z]|[0-9]|[ⅠⅡⅢⅣⅤ]|[IVX]{1,3}|[◎○△×●▲])\s*(?:[:：=＝…・]|\s-\s)\s*([^\s、,，/／:：=＝()（）]+)"
)
IN_BRACKETS = re.compile(r"(?<![A-Za-z0-9])([A-Z]|[0-9]|[ⅠⅡⅢⅣⅤ]|[◎○△×●▲])\s*[(（]([^()（）0-9]{2,20})[)）]")
"""A legend such as ``A（順調） B（遅れ）``."""
MARKED = re.compile(r"([◎○△×●▲☆★]|(?<!\S)[―－—–-])[\s　]*([^\s◎○△×●▲☆★―－—–:：=＝、,，/／()（）-]{2,20})")
"""A legend of marks with nothing between them and their words, such as ``◎目標を上回る ○目標どおり``."""
NO_GRADE = "―"
"""What stands for no value where no legend says that it is a grade."""
LEADING = re.compile(
    r"^([A-Z](?![a-zß-ÿ])|[0-9]{1,2}|[IVX]{1,3}(?![a-zß-ÿ])|[①-⑳]|[◎○△×●▲])\s*[.．:：、)）\s]?\s*(\S.*)$"
)
MOST_OF_A_MARK = 40
"""How many letters a mark without any letter or number, such as ◎, has at most."""
BY_WORD = Words("語「{word}」から", "from the word '{word}'")
BY_LEGEND = Words("凡例「{word}」から", "from the legend '{word}'")
UNKNOWN = Words(
    "どちらが良いか書かれていない。Ahead（上回る）、OnTarget（目標どおり）、Behind（下回る）、NotJudged（判断なし）の"
    "どれかを書けば段階として、書かなければ文として運ぶ",
    "which end is good is not said: write Ahead, OnTarget, Behind or NotJudged; without one it is carried as words",
)
UNKNOWN_COURSE = Words(
    "語からは分からない。Continue、Improve、Expand、Reduce、Merge、End、Other のどれかを書けば方向性として、"
    "書かなければ文として運ぶ",
    "the words do not say: write Continue, Improve, Expand, Reduce, Merge, End or Other; without one it is carried as "
    "words",
)


def drafted_grades(
    values: Sequence[str], texts: Sequence[str], vocabulary: Vocabulary, lang: str
) -> list[dict[str, Any]]:
    """Draft the grades of a scale from the values of its cells and the texts around the tables."""
    said = _legend([*values, NO_GRADE], texts).get(plain(NO_GRADE), "") if values else ""
    all_values = [*values, NO_GRADE] if vocabulary.standing(said) else values
    return [
        {**row, "standing": standing, "reason": reason}
        for row, standing, reason in _drafted(all_values, texts, vocabulary.standing, UNKNOWN, lang)
    ]


def drafted_directions(
    values: Sequence[str], texts: Sequence[str], vocabulary: Vocabulary, lang: str
) -> list[dict[str, Any]]:
    """Draft the directions from the values of cells and the texts around the tables."""
    return [
        {**row, "course": course, "reason": reason}
        for row, course, reason in _drafted(values, texts, vocabulary.course, UNKNOWN_COURSE, lang)
    ]


def _drafted(
    values: Sequence[str], texts: Sequence[str], known: Any, unknown: Words, lang: str
) -> list[tuple[dict[str, Any], str, str]]:
    legend = _legend(values, texts)
    found: dict[str, tuple[dict[str, Any], str, str]] = {}
    for value in sorted(
        values, key=lambda value: (list(legend).index(plain(value)) if plain(value) in legend else 99, plain(value))
    ):
        letter, word = _parted(value)
        said = legend.get(plain(value), "")
        meant = known(said) or known(word) or known(value)
        if said and known(said):
            reason = BY_LEGEND.of(lang).format(word=said)
        else:
            reason = BY_WORD.of(lang).format(word=word) if meant else unknown.of(lang)
        code = code_of(letter or value) or _mark(value) or f"g{len(found) + 1}"
        if code in found:
            found[code][0].setdefault("values", []).append(value)
            continue
        row: dict[str, Any] = {"code": code, "word": said or word}
        if value not in {code, said or word}:
            row["values"] = [value]
        found[code] = (row, meant, reason)
    return list(found.values())


def _mark(value: str) -> str:
    """Return a mark without any letter or number, such as ◎, as people read it in the sheet."""
    return re.sub(r"[\s|]", "", value)[:MOST_OF_A_MARK]


def _parted(value: str) -> tuple[str, str]:
    found = LEADING.match(unicodedata.normalize("NFKC", value))
    return (found[1], found[2].strip()) if found else ("", value)


def _legend(values: Sequence[str], texts: Sequence[str]) -> dict[str, str]:
    """Read what letters mean from a text such as ``A：順調　B：やや遅れ``, in its order."""
    wanted = {plain(value) for value in values}
    found: dict[str, str] = {}
    for text in [*texts, _in_rows(texts)]:
        folded = unicodedata.normalize("NFKC", text).replace("　", " ")
        ways = (form.findall(one) for form in (LEGEND, IN_BRACKETS, MARKED) for one in (folded, text))
        if pairs := next((found for found in ways if len(found) > 1), []):
            for letter, word in pairs:
                if plain(letter) in wanted:
                    found.setdefault(plain(letter), word)
    return found


def _in_rows(texts: Sequence[str]) -> str:
    """Return as one text a legend that has a row for each letter."""
    folded = [unicodedata.normalize("NFKC", text).replace("　", " ").strip("・ ") for text in texts]
    pairs = (found for text in folded for form in (LEGEND, IN_BRACKETS) if (found := form.match(text)))
    return " ".join(f"{found[1]}：{found[2]}" for found in pairs)
