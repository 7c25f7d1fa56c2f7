"""The forms of numbered headings and of mentions, read from a data file that anyone can extend."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from plangraph.errors import Problem, TableError
from plangraph.tables.toml_files import read_toml
from plangraph.tables.wording import explained
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plangraph.intake.heading_words import Vocabulary

BUNDLED = Path(__file__).with_name("text_forms.toml")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
ROMAN_SIGNS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
ROMAN = {"I": 1, "V": 5, "X": 10}
KANJI = {sign: number for number, sign in enumerate("〇一二三四五六七八九")}
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－ｰ"), "-")
SIGNS = {
    "{number}": r"(?P<number>[0-9]{1,3}(?:[-.][0-9]{1,3}){0,4}|[一二三四五六七八九十]{1,3}|[IVX]{1,5}"
    rf"|[{ROMAN_SIGNS}{CIRCLED}])",
    "{digits}": r"(?P<number>[0-9]{1,2})(?![0-9.-])",
    "{circled}": rf"(?P<number>[{CIRCLED}])",
    "{katakana}": r"(?P<number>[ア-ン])",
}

NUMBERS = r"\{(?:number|digits|circled|katakana)\}"
WRITE = rf"^[^{{}}]*(?:\{{word\}}[^{{}}]*)?{NUMBERS}[^{{}}]*$|^[^{{}}]*{NUMBERS}[^{{}}]*\{{word\}}[^{{}}]*$"

NO_FORM = Words(
    "見出しの形には、{number}、{digits}、{circled}、{katakana} のうち一つと、要れば {word} を一つ書いてください",
    "the form of a heading has one of {number}, {digits}, {circled} and {katakana}, and {word} once at most",
)


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TierForms(_Table):
    """What tiers of one class are called in texts."""

    kind: str = Field(alias="class")
    words: list[str]
    own: bool = False


class Form(_Table):
    """How a heading is numbered: a sample with signs in braces."""

    write: str = Field(pattern=WRITE, max_length=40)
    level: int = Field(0, ge=0, le=9)
    tier: str = ""
    parts: int = Field(0, ge=0, le=5)
    gap: bool = False

    def pattern(self, words: Iterable[str]) -> re.Pattern[str]:
        """Return the form as a regular expression on folded text, with the groups ``word`` and ``number``."""
        longest_first = sorted(words, key=len, reverse=True)
        counted = {"{number}": _number_of_parts(self.parts)} if self.parts else {}
        signs = {**SIGNS, **counted, "{word}": f"(?P<word>{'|'.join(map(re.escape, longest_first))})"}
        parts = [signs.get(part) or re.escape(part) for part in re.split(r"(\{[a-z]+\})", self.write) if part]
        return re.compile(r"\s?".join(parts) + (r"(?=\s)" if self.gap else ""))


def _number_of_parts(parts: int) -> str:
    """Return the expression for a number of so many parts: 1-1 has two."""
    return rf"(?P<number>[0-9]{{1,3}}(?:[-.][0-9]{{1,3}}){{{parts - 1}}})(?![0-9]|[-.][0-9])"


class HeadingWords(_Table):
    """Words that tell what headings are no elements, and where a name ends."""

    parts: list[str] = []
    document: list[str] = []
    tails: list[str] = []
    sentences: list[str] = []
    continues: list[str] = []
    contents: list[str] = []


class Under(_Table):
    """Words of headings under which something stands."""

    headings: list[str] = []


class SdgWords(_Table):
    """How texts name goals and targets of the SDGs."""

    goal: list[str] = []
    doubtful: list[str] = []
    target: list[str] = []
    score_by_number: float = Field(0.9, ge=0, le=1)
    score_by_name: float = Field(0.7, ge=0, le=1)


class PlanWords(_Table):
    """How texts name other plans."""

    ends: list[str] = []
    ends_in_brackets: list[str] = []
    not_before: list[str] = []
    words: list[str] = []
    general: list[str] = []
    relation: str = "coordinatesWith"
    score: float = Field(0.5, ge=0, le=1)


class Kind(_Table):
    """What kind of plan a word in its title tells."""

    word: str
    kind: str = Field(alias="class")


class Letters(_Table):
    """Signs of PDF files and the letters that people write for them, in the same order."""

    signs: str = Field("", alias="from")
    letters: str = Field("", alias="to")


class FormsFile(_Table):
    """A file of forms."""

    tiers: list[TierForms] = []
    forms: list[Form] = []
    headings: HeadingWords = HeadingWords()
    schedule: Under = Under()
    period: Under = Under()
    sdg: SdgWords = SdgWords()
    plans: PlanWords = PlanWords()
    kinds: list[Kind] = []
    letters: Letters = Letters.model_validate({})


class TextForms:
    """The forms of headings and mentions, and the words of tiers that sheets have too.

    Parameters
    ----------
    file : FormsFile
        The forms.
    vocabulary : Vocabulary
        The words of tiers.
    """

    def __init__(self, file: FormsFile, vocabulary: Vocabulary) -> None:
        self.file = file
        self._vocabulary = vocabulary
        self.own_systems = {word for tier in file.tiers if tier.own for word in tier.words}
        self._classes = {fold(word): tier.kind for tier in file.tiers for word in tier.words}
        self.sdg, self.plans = file.sdg, file.plans

    @classmethod
    def load(cls, vocabulary: Vocabulary, more: Iterable[Path] = ()) -> TextForms:
        """Read the bundled forms, and more files of the same form.

        Raises
        ------
        TableError
            If one is not of the form.
        """
        told = [_read(path) for path in (BUNDLED, *more)]
        whole = told[0]
        for one in told[1:]:
            whole = _joined(whole, one)
        return cls(FormsFile.model_validate(whole), vocabulary)

    @cached_property
    def words(self) -> list[str]:
        """The words of tiers, folded."""
        return [*self._classes, *self._vocabulary.tiers]

    @cached_property
    def patterns(self) -> list[tuple[Form, re.Pattern[str]]]:
        """The forms of headings."""
        return [(form, form.pattern(self.words)) for form in self.file.forms]

    def kind_of(self, word: str) -> str:
        """Return the class of the elements of a tier."""
        return self._vocabulary.kind_of(word) or self._classes.get(fold(word), "")

    def rank(self, word: str) -> int:
        """Return the place of a tier among all, from the top down, by its class."""
        kinds = list(dict.fromkeys(kind for _, kind in self._vocabulary.tiers.values()))
        kind = self.kind_of(word)
        return kinds.index(kind) if kind in kinds else len(kinds)

    def mended(self, line: str) -> str:
        """Return a line with the letters that people write in place of those that only PDF files have.

        What is no letter or sign at all, such as the mark of a word divided at the end of a line, is left out.
        """
        shown = (sign for sign in line if sign == "\t" or not unicodedata.category(sign).startswith("C"))
        return "".join(self._letters.get(sign, sign) for sign in shown)

    @cached_property
    def _letters(self) -> dict[str, str]:
        told = self.file.letters
        radicals = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
        return {**radicals, **dict(zip(told.signs, told.letters, strict=False))}


def fold(text: str) -> str:
    """Return a text letter by letter in its plain width, of the same length; circled numbers stay as they are."""
    folded = (one if one in CIRCLED or len(plain := unicodedata.normalize("NFKC", one)) != 1 else plain for one in text)
    return "".join(folded).translate(DASHES)


def number_of(text: str) -> str:
    """Return the number of a heading in digits: ``十二`` is 12, ``Ⅳ`` and ``④`` are 4, ``1.2`` is ``1-2``.

    Examples
    --------
    >>> [number_of(text) for text in ("十二", "IV", "④", "1.2", "ア")]
    ['12', '4', '4', '1-2', 'ア']
    """
    if text in CIRCLED:
        return str(CIRCLED.index(text) + 1)
    if text in ROMAN_SIGNS:
        return str(ROMAN_SIGNS.index(text) + 1)
    if text and set(text) <= set(ROMAN):
        values = [ROMAN[sign] for sign in text]
        return str(sum(-v if v < max(values[at:]) else v for at, v in enumerate(values)))
    if text and set(text) <= {*KANJI, "十"}:
        tens, ten, ones = text.rpartition("十")
        return str((KANJI.get(tens, 1) * 10 if ten else 0) + KANJI.get(ones, 0))
    return text.replace(".", "-")


def _read(path: Path) -> dict[str, Any]:
    try:
        _, told = read_toml(path)
        FormsFile.model_validate(told)
    except ValidationError as error:
        problems = [
            Problem(
                path.name,
                0,
                ".".join(map(str, e["loc"])),
                NO_FORM if e["loc"][-1] == "write" and "ctx" in e else explained(e),
            )
            for e in error.errors()
        ]
        raise TableError(problems) from error
    return told


def _joined(first: Any, more: Any) -> Any:
    """Join what two files say: the later one's lists come first, and its single values count."""
    if isinstance(first, dict) and isinstance(more, dict):
        return {
            k: _joined(first[k], more[k]) if k in first and k in more else {**first, **more}[k] for k in first | more
        }
    if isinstance(first, list) and isinstance(more, list):
        return [*more, *first]
    return more
