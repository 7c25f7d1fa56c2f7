"""The words that stand over the columns of municipal sheets, and what each means."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from plangraph import resources
from plangraph.fiscal_years import without_years
from plangraph.intake.bare_headings import BRACKETS, bare_heading, without_gloss, without_snake
from plangraph.intake.values import plain
from plangraph.intake.vocabulary_file import read_words
from plangraph.intake.word_forms import forms
from plangraph.tables import read_sdgs
from plangraph.tables.money_units import BEFORE_UNIT, IN_YEN
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plangraph.intake.vocabulary_file import FieldWords, VocabularyFile

BUNDLED = Path(__file__).with_name("heading_words.toml")
BRACKET_MARKS = re.compile(r"[()\[\]（）［］「」『』【】〔〕]")
UNIT_BEHIND = re.compile(rf"\s*{BEFORE_UNIT}{IN_YEN}\s*$")
QUALIFIER = re.compile(
    r"^(?:構成|該当|対象|所属する|所属|体系上の|位置付け|位置づけ|corporate|council|city|community|key|strategic|main|capital)(?=.)"
)
EITHER = re.compile(r"\s*[/／・･&＆]\s*|\s+(?:or|and|oder|und|ou|et|o|y)\s+|または|又は|及び|および")
"""What stands between words for one thing."""
KINDS_OF_ROWS = {"計画": "TargetValue", "予定": "TargetValue", "見込み": "ForecastValue"}
"""What rows are called besides the words of headings, where several are about one indicator."""
SHARES_OF_ROWS = {
    **dict.fromkeys(("国", "国庫", "県", "都", "道", "府", "国県", "県支出"), "Grants"),
    **dict.fromkeys(("一般", "一財"), "GeneralFunds"),
    **dict.fromkeys(("債", "地方債等"), "Bonds"),
}
"""What rows with the shares of one sum are called in short."""
OF_OTHERS = {
    "related": frozenset(("code", "label", "tier_name")),
    "former": frozenset(("code", "label", "tier_name", "office")),
}
"""The fields that a heading may have that is of another thing."""
ENOUGH = 88.0
"""From how like a word a heading that is none is taken for it (percent)."""
SHORTEST_LIKE = 4
"""How many letters a heading has at least that is taken for a word that it only is like or only holds."""


@dataclass(frozen=True)
class Meaning:
    """What a heading means.

    Attributes
    ----------
    field : str
        The field.
    reason : Words
        Why.
    certain : int
        How sure it is: 3 the very word, 2 the word of a tier and what is said of it, 1 a word within, 0 only like one.
    kind, level, of_indicator : str, int, bool
        What more the vocabulary says of the field.
    tier, part : str
        The tier that the column speaks of, and whether it holds the ``name``, the ``code``, a ``text`` or perhaps both
        name and code (empty).
    of_other : str
        Of which other thing it is than the row's own: ``related``, ``former`` or of none.
    """

    field: str
    reason: Words
    certain: int
    kind: str = ""
    level: int = 0
    of_indicator: bool = False
    tier: str = ""
    part: str = ""
    of_other: str = ""


class Vocabulary:
    """The words of one or more files; what a later one says comes first.

    Parameters
    ----------
    files : iterable of VocabularyFile
        The files.
    """

    def __init__(self, files: Iterable[VocabularyFile]) -> None:
        self.files = list(files)
        self._words: dict[str, FieldWords] = {}
        self._spelled: dict[str, str] = {}
        for file in self.files:
            for field in file.fields:
                for word in (*field.words, *field.alone):
                    self._words[plain(word)] = field
                    self._spelled.setdefault(plain(word), word)
                    self._words.setdefault(plain(word).replace("ß", "ss"), field)
                    self._spelled.setdefault(plain(word).replace("ß", "ss"), word)
        words_of_tiers = [(word, tier.kind) for file in self.files for tier in file.tiers for word in tier.words]
        self.tiers = {form: told for told in words_of_tiers for form in forms(told[0])}
        self.tiers |= {plain(word): (word, kind) for word, kind in words_of_tiers}
        self._ranks = {
            word: rank
            for file in self.files
            for rank, word in enumerate(plain(word) for tier in file.tiers for word in tier.words)
        }
        self._parts = {plain(end): part for file in self.files for part, ends in file.parts.items() for end in ends}
        self._others = [
            (word, sort)
            for file in self.files
            for sort, words in (("related", file.others.related), ("former", file.others.former))
            for word in words
        ]
        self.totals = {plain(word) for file in self.files for word in file.rows.totals}
        self.notes = tuple(word for file in self.files for word in file.rows.notes)
        self.units = frozenset(plain(unit) for file in self.files for unit in file.units)
        self.whole = frozenset(plain(word) for file in self.files for word in file.whole)
        self.plurals = {word: many for file in self.files for word, many in file.plurals.items()}
        self._areas = {form: word for file in self.files for word in file.areas for form in forms(word)}
        self.shares = frozenset(plain(word) for file in self.files for word in file.shares)
        self._standings = _turned(file.standings for file in self.files)
        self._dated = {plain(word): field.kind for file in self.files for field in file.fields for word in field.dated}
        self._standings_within = {
            _as_usual(phrase): standing
            for file in self.files
            for standing, phrases in file.standings_within.items()
            for phrase in phrases
        }
        self._denials = tuple(word for file in self.files for word in file.denials)
        self._courses = _turned(file.courses for file in self.files)

    @classmethod
    def load(cls, more: Iterable[Path] = ()) -> Vocabulary:
        """Read the bundled vocabulary, and more files of the same form.

        Raises
        ------
        TableError
            If one is not of the form.
        """
        return cls([read_words(path) for path in (BUNDLED, *more)])

    def rank(self, tier: str) -> int:
        """Return the place of a tier among all that are known, from the top down."""
        return self._ranks.get(plain(tier), 0)

    def kind_of(self, tier: str) -> str:
        """Return the class of a tier by its word; empty if it is not known."""
        return self.tiers.get(plain(tier), ("", ""))[1]

    def standing(self, word: str) -> str:
        """Return where a word of a scale stands, or a sentence with such words; empty if it does not say.

        A sentence that speaks of several standings, or denies what it speaks of, does not say.
        """
        if known := self._standings.get(_as_usual(bare_heading(word)), ""):
            return known
        said, rest = set(), _as_usual(unicodedata.normalize("NFKC", word).lower())
        for phrase in sorted(self._standings_within, key=len, reverse=True):
            rest, times = re.subn(_within_a_sentence(phrase), " ", rest)
            said |= {self._standings_within[phrase]} if times else set()
        denied = any(re.search(_within_a_sentence(each), rest) for each in self._denials)
        return said.pop() if len(said) == 1 and not denied else ""

    def area_of(self, text: str) -> str:
        """Return what a text calls one of a city's areas, of which it is the word for one or several; else nothing."""
        return self._areas.get(plain(text), "")

    def area_called(self, heading: str) -> str:
        """Return what a heading calls one of the areas below it: 地区 of 対象地区名, District of Districts."""
        bare = bare_heading(heading)
        named = next((bare.removesuffix(end) for end in self._parts if bare.endswith(end)), bare)
        if called := self._areas.get(bare) or self._areas.get(named):
            return called
        longest_first = sorted(self._areas, key=len, reverse=True)
        holds = (form for form in longest_first if (bare.startswith if form[0].isascii() else named.endswith)(form))
        return self._areas.get(next(holds, ""), "")

    @cached_property
    def _goals(self) -> dict[str, int]:
        return {plain(row.label_ja): int(row.code) for row in read_sdgs(resources.DATA / "sdg", []).goals}

    def goal(self, heading: str) -> int:
        """Return the number of the goal of the SDGs whose name a heading is; 0 if it is none."""
        bare = plain(re.sub(r"^[\s0-9０-９.．:：]+", "", heading))
        return self._goals.get(bare, 0)

    def course(self, word: str) -> str:
        """Return to what a direction comes; empty if its words do not say."""
        return self._courses.get(_as_usual(bare_heading(word)), "")

    def meaning(self, heading: str) -> Meaning | None:
        """Return the meaning of a heading; None if nothing like it is known."""
        spelled_out = plain(without_years(UNIT_BEHIND.sub("", BRACKET_MARKS.sub("", heading))))
        whole = self._exact(spelled_out) if BRACKETS.search(plain(heading)) else None
        if whole and whole.kind:  # 事業費（決算） is a settlement, and 決算（見込）額 an estimate of one
            return whole
        spellings = dict.fromkeys((bare_heading(heading), bare_heading(without_gloss(heading))))
        within = partial(self._within, heading=heading)
        ways = (
            *(self._exact, self._of_tier, partial(self._of_either, heading=heading)),
            *(partial(self._of_other, heading=heading), within, self._like),
        )
        found = ((way(bare) for bare in spellings) for way in ways)
        return next((meaning for meanings in found for meaning in meanings if meaning), None)

    def meaning_of_tier(self, heading: str) -> Meaning | None:
        """Return the tier that a heading names, also where its word has another meaning elsewhere."""
        return self._of_tier(bare_heading(heading))

    def is_total(self, text: str) -> bool:
        """Check whether a text is a word for a sum of rows."""
        return plain(text) in self.totals

    def tier_of(self, text: str) -> str:
        """Return the tier whose word a text is; empty if it is none."""
        return self.tiers.get(plain(text), ("", ""))[0]

    def kind_of_figures(self, text: str) -> str:
        """Return the kind of figures that a text names, such as 目標 or 決算額; empty if it names none."""
        found = self._exact(bare_heading(text))
        return found.kind if found else KINDS_OF_ROWS.get(bare_heading(text), "")

    def kind_beside_year(self, heading: str) -> str:
        """Return the kind of figures that a heading names by a word beside a year, as Ist 2024 does; empty if none."""
        return self._dated.get(bare_heading(heading), "") if without_years(heading) != heading else ""

    def kind_of_row(self, text: str) -> str:
        """Return the kind of figures that a row is said to hold, also by the short word for a share of a sum."""
        return self.kind_of_figures(text) or SHARES_OF_ROWS.get(bare_heading(text), "")

    def is_word(self, heading: str) -> bool:
        """Check whether a heading is a known word itself."""
        bare = bare_heading(without_gloss(heading))
        return bool(self._exact(bare) or self._of_tier(bare))

    def _exact(self, bare: str) -> Meaning | None:
        if bare in self._words:
            return self._meaning(bare, 3, EXACT)
        return None

    def _of_tier(self, bare: str) -> Meaning | None:
        if bare in self.tiers:
            word = self.tiers[bare][0]
            return Meaning("tier_name", _said(OF_TIER, bare, word), 2, tier=word)
        for length in range(len(bare) - 1, 0, -1):
            if bare[:length] in self.tiers and bare[length:] in self._parts:
                word, part = self.tiers[bare[:length]][0], self._parts[bare[length:]].removeprefix("both")
                return Meaning("tier_name", _said(OF_TIER, bare, word), 2, tier=word, part=part)
        shorter = QUALIFIER.sub("", bare)
        return self._of_tier(shorter) if shorter != bare else None

    def _of_either(self, _: str, heading: str) -> Meaning | None:
        """Read a heading that names things of one tier by several of its words: Action / project, 事業または取組."""
        found = [self._of_tier(bare_heading(part)) for part in EITHER.split(heading)]
        kinds = {self.kind_of(each.tier) if each else "" for each in found}
        return found[0] if len(found) > 1 and len(kinds) == 1 and kinds != {""} else None

    def _of_other(self, bare: str, heading: str) -> Meaning | None:
        """Read a heading that names another thing than the row's own by its code or name: 関連施策番号, Parent ID."""
        begins = sorted(
            (other for other in self._others if bare.startswith(plain(other[0]))), key=lambda one: -len(one[0])
        )
        for word, sort in (other for other in begins if _stands_in(other[0], heading)):
            rest = bare.removeprefix(plain(word)).removeprefix("の")
            inner = (self._exact(rest) or self._of_tier(rest) or self._within(rest, rest)) if rest else None
            if inner and inner.field in OF_OTHERS[sort]:
                return replace(inner, of_other=sort)
        return None

    @cached_property
    def _longest_first(self) -> list[str]:
        alone = {plain(word) for file in self.files for field in file.fields for word in field.alone}
        return sorted((word for word in self._words if len(word) > 1 and word not in alone), key=len, reverse=True)

    def _within(self, bare: str, heading: str) -> Meaning | None:
        if len(bare) < 3:  # noqa: PLR2004 - so short a heading is a word or none
            return None
        words = [word for word in self._longest_first if word in bare and _stands_in(word, heading)]
        ends = (word for word in words if bare.removesuffix("s" if word.isascii() else "").endswith(word))
        begins = (word for word in words if len(word) >= 3 and bare.startswith(word))  # noqa: PLR2004
        word = next(ends, None) or next(begins, None)  # 補助金の名称 is a name: the last word says what a heading is
        return self._meaning(word, 1, WITHIN) if word else None

    def _like(self, bare: str) -> Meaning | None:
        if len(bare) < SHORTEST_LIKE:
            return None
        from rapidfuzz import fuzz, process

        best = process.extractOne(bare, self._longest_first, scorer=fuzz.ratio, score_cutoff=ENOUGH)
        return self._meaning(best[0], 0, LIKE) if best else None

    def _meaning(self, word: str, certain: int, why: Words) -> Meaning:
        field, reason = self._words[word], _said(why, "", self._spelled[word])
        return Meaning(field.field, reason, certain, field.kind, field.level, field.of_indicator)


EXACT = Words("見出しの語「{word}」", "the heading is the word '{word}'")
OF_TIER = Words("見出し「{heading}」は「{word}」を指す語", "the heading '{heading}' speaks of '{word}'")
WITHIN = Words("見出しに語「{word}」を含む", "the heading holds the word '{word}'")
LIKE = Words("見出しが語「{word}」に似る", "the heading is like the word '{word}'")


def _stands_in(word: str, heading: str) -> bool:
    """Check that a word in Latin letters is a word of the heading, as "end" is of "Year end" and not of "Trend"."""
    if not word.isascii() or not word.isalpha():
        return True
    spaced = r"\W*".join(word)
    return re.search(rf"(?<![^\W\d_]){spaced}s?(?![^\W\d_])", without_snake(heading), re.IGNORECASE) is not None


def _said(words: Words, heading: str, word: str) -> Words:
    return Words(*(text.format(heading=heading, word=word) for text in words))


def _turned(tables: Iterable[dict[str, list[str]]]) -> dict[str, str]:
    return {_as_usual(plain(word)): name for table in tables for name, words in table.items() for word in words}


def _within_a_sentence(phrase: str) -> str:
    """Return how a phrase stands in a sentence: as whole words, in a script that parts these by spaces."""
    parted = unicodedata.name(phrase[0], "").startswith("LATIN")
    return rf"\b{re.escape(phrase)}\b" if parted else re.escape(phrase)


def _as_usual(word: str) -> str:
    """Write 概ね and 通り as おおむね and どおり, for words of scales are written in either way."""
    return word.replace("概ね", "おおむね").replace("通り", "どおり").replace("充分", "十分")
