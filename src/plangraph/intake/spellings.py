"""One name written in several ways: found, reported, and made one where it is certain or a person has confirmed it."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.errors import Problem, TableError
from plangraph.intake.values import plain
from plangraph.sheets.delimited import decoded
from plangraph.store.folding import folded
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

HEADER = ("what", "spelling", "rows", "taken_as", "score", "same")
MARKS = frozenset({"x", "1", "y", "yes", "○", "◯", "〇", "✓", "✔", "はい"})
LIKE = 88.0
"""From how like each other (percent) two names are proposed as one."""
MIDDLE_DOTS = re.compile(r"[・･·•,，、.．。!！?？\"'“”‘’「」『』()（）\[\]]")
NO_MARK = Words(
    "印ではありません。同じものなら x と書き、違えば空けてください",
    "no mark: write x if they are one, or leave it blank",
)


@dataclass(frozen=True)
class Spelling:
    """A spelling, and the one that it may be taken as.

    Attributes
    ----------
    what : str
        What it names: the word of a tier, or 組織.
    spelling, taken_as : str
        The spelling, and the more frequent one.
    rows : int
        In how many cells it stands.
    score : float
        How like they are (percent); 100 if they differ in width, spaces, dashes and punctuation only.
    same : bool
        Whether it is taken so: for certain, or because a person has said so.
    """

    what: str
    spelling: str
    rows: int
    taken_as: str
    score: float
    same: bool


class Spellings:
    """The spellings of the names in some sheets.

    Parameters
    ----------
    confirmed : mapping of (str, str) to (str, bool)
        What a person has said: by what and spelling, as what it is to be taken, and whether it is.
    """

    def __init__(self, confirmed: Mapping[tuple[str, str], tuple[str, bool]] | None = None) -> None:
        self._confirmed = dict(confirmed or {})
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        self.found: list[Spelling] = []
        self._taken: dict[tuple[str, str], str] = {}

    def count(self, what: str, name: str) -> None:
        """Count a name."""
        self._counts[what][name] += 1

    def cluster(self) -> None:
        """Find the spellings of each name among all that were counted."""
        for what, counts in self._counts.items():
            leaders: dict[str, str] = {}
            of_all: Counter[str] = Counter()
            for name, rows in sorted(counts.items(), key=_best_first):
                key = _key(name)
                of_all[key] += rows
                if key in leaders:
                    self._note(Spelling(what, name, rows, leaders[key], 100.0, self._said(what, name, default=True)))
                else:
                    leaders[key] = name
            self._near(what, of_all, {key: leaders[key] for key, _ in of_all.most_common()})
        for one in self.found:
            if one.same:
                self._taken[one.what, one.spelling] = one.taken_as

    def taken(self, what: str, name: str) -> str:
        """Return the spelling as which a name is taken."""
        for _ in range(3):  # a spelling may be that of one that is itself taken as another
            following = self._taken.get((what, name), name)
            if following == name:
                return name
            name = following
        return name

    def others(self, what: str, name: str) -> list[str]:
        """List the spellings that are taken as a name."""
        return [
            one.spelling
            for one in self.found
            if one.same and one.what == what and self.taken(what, one.spelling) == name
        ]

    def _near(self, what: str, counts: Mapping[str, int], leaders: Mapping[str, str]) -> None:
        from rapidfuzz import fuzz, process

        keys = list(leaders)
        for at, key in enumerate(keys[1:], 1):
            name = leaders[key]
            said = self._confirmed.get((what, name))
            if said and said[1]:
                score = _percent(fuzz.ratio(key, _key(said[0])))
                self._note(Spelling(what, name, counts[key], said[0], score, same=True))
                continue
            if len(key) < 4:  # noqa: PLR2004 - too short to be told apart by likeness
                continue
            digits = digits_in(key)
            before = [other for other in keys[:at] if digits_in(other) == digits]
            best = process.extractOne(key, before, scorer=fuzz.ratio, score_cutoff=LIKE)
            if best:
                self._note(Spelling(what, name, counts[key], leaders[best[0]], _percent(best[1]), same=False))

    def _said(self, what: str, name: str, *, default: bool) -> bool:
        return self._confirmed.get((what, name), ("", default))[1]

    def _note(self, one: Spelling) -> None:
        self.found.append(one)


def _best_first(counted: tuple[str, int]) -> tuple[int, bool, bool, int, str]:
    """Sort the more frequent spelling first, then the one without spaces, odd widths or gaps."""
    name, rows = counted
    return -rows, " " in name, name != unicodedata.normalize("NFKC", name), -len(name), name


def _percent(score: float) -> float:
    return min(round(score, 1), 99.9)


def _key(name: str) -> str:
    return MIDDLE_DOTS.sub("", plain(folded(name)))


def digits_in(text: str) -> list[str]:
    """List the numbers in a name: 第1期 and 第2期 are never one."""
    return re.findall(r"[0-9]+|[一二三四五六七八九十]+", unicodedata.normalize("NFKC", text))


def spellings_csv(found: Iterable[Spelling]) -> str:
    """Write spellings as a table to be confirmed."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(HEADER)
    for one in found:
        lines.writerow([one.what, one.spelling, one.rows, one.taken_as, f"{one.score:g}", "x" if one.same else ""])
    return out.getvalue()


def read_spellings(path: Path) -> dict[tuple[str, str], tuple[str, bool]]:
    """Read what a person has confirmed.

    Raises
    ------
    TableError
        If a mark is none, or a column is missing.
    """
    reader = csv.DictReader(io.StringIO(decoded(path.read_bytes(), path.name).removeprefix("\ufeff"), newline=""))
    missing = [name for name in ("what", "spelling", "taken_as", "same") if name not in (reader.fieldnames or ())]
    if missing:
        said = Words("この列がありません", "the column is missing")
        raise TableError([Problem(path.name, 1, name, said) for name in missing])
    said_of, problems = {}, []
    for row in reader:
        mark = unicodedata.normalize("NFKC", row["same"] or "").strip().lower()
        if mark and mark not in MARKS and (row["same"] or "").strip() not in MARKS:
            problems.append(
                Problem(
                    path.name,
                    reader.line_num,
                    "same",
                    Words(f"「{row['same']}」は", f"'{row['same']}' is ").then(NO_MARK),
                )
            )
        said_of[row["what"], row["spelling"]] = (row["taken_as"], bool(mark))
    if problems:
        raise TableError(problems)
    return said_of
