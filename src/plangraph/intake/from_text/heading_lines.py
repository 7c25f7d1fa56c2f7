"""A line of a text read as a numbered heading, with the lines that its name runs on to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.intake.from_text.text_forms import fold, number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.from_text.text_elements import Headings
    from plangraph.intake.from_text.text_forms import Form, TextForms
    from plangraph.intake.from_text.text_pages import TextLine

DECORATION = "■□◆◇●○◎▼▽▶▷★☆【〔《<[# "
ENDS = "】〕》>]:. "
LONGEST = 60
"""How many letters a heading has at most."""
LONGEST_PART = 90
"""How many letters the heading of a part of the document has at most."""
LONGEST_WRAPPED = 30  # letters
MOST_WRAPPED = 3  # lines
BULLET = re.compile(r"^[・•→⇒※＊*\-–○●◎■□◆◇▶▼(（「]")
JAPANESE = r"[^\x00-\x7f]"


@dataclass(frozen=True)
class FoundHeading:
    """A heading as its form reads it."""

    word: str
    number: str
    level: int
    name: str
    index: int


def heading_at(lines: Sequence[TextLine], at: int, forms: TextForms, told: Headings) -> FoundHeading | None:
    """Read a line as a heading by the first form that fits, with the signs that adorn it or without them."""
    whole = lines[at].text
    if not whole or len(whole) > LONGEST_PART:
        return None
    for text in dict.fromkeys((whole, whole.lstrip(DECORATION))):
        folded = fold(text)
        for form, pattern in forms.patterns:
            if match := pattern.match(folded):
                return _as_heading(text, match, form, lines, at, forms, told)
    return None


def _as_heading(
    text: str,
    match: re.Match[str],
    form: Form,
    lines: Sequence[TextLine],
    at: int,
    forms: TextForms,
    told: Headings,
) -> FoundHeading | None:
    word = match.groupdict().get("word") or form.tier
    rest = fold(text)[match.end() :]
    name = text[match.end() :].lstrip(ENDS).strip()
    if name:
        name = _whole(lines, at, name, forms.file.headings.continues)
    elif word:
        name = _next(lines, at)
    if _is_name(name, rest, forms, worded=bool(word)):
        return FoundHeading(word, number_of(match["number"]), form.level, name, at)
    if word and name:
        told.doubtful.append(lines[at])
    return None


def _next(lines: Sequence[TextLine], at: int) -> str:
    """Return the line after a heading that has a number only."""
    for line in lines[at + 1 : at + 3]:
        if line.text:
            return line.text
    return ""


def _whole(lines: Sequence[TextLine], at: int, name: str, continues: Sequence[str]) -> str:
    """Return a name with the short lines that it runs on to: its brackets are open, or no name ends as it does."""
    parts = [name]
    for line in lines[at + 1 : at + 1 + MOST_WRAPPED]:
        if not _balanced("".join(parts)) and line.text:
            parts.append(line.text)
            continue
        if not line.text:
            if not _balanced("".join(parts)):
                continue
            break
        if len(line.text) > LONGEST_WRAPPED or BULLET.match(line.text) or re.match(r"\S{0,6}[0-9０-９]", line.text):
            break
        if "。" in line.text or not parts[-1].endswith(tuple(continues)):
            break
        parts.append(line.text)
    return run_together(parts)


def _balanced(text: str) -> bool:
    """Check whether each bracket that is opened is closed."""
    return all(text.count(first) == text.count(last) for first, last in ("()", "（）", "「」", "『』"))


def run_together(parts: Sequence[str]) -> str:
    """Join the lines of one name; between Japanese letters the break leaves nothing."""
    return re.sub(rf"(?<={JAPANESE}) (?={JAPANESE})", "", " ".join(parts)) if len(parts) > 1 else parts[0]


def _is_name(name: str, rest: str, forms: TextForms, *, worded: bool) -> bool:
    bare = fold(name)
    if not 1 < len(name) <= (LONGEST if worded else LONGEST_PART) or "。" in name or name.endswith(("、", "，")):
        return False
    if not _balanced(name) or not re.search(r"[^\W\d_]", bare) or re.match(r"[-~〜～=+@]", bare):
        return False
    glued = rest[:1] not in {"", " "} and rest[:1] not in ENDS and rest[:1] not in "「『"
    starts = tuple(forms.file.headings.sentences)
    return not (glued and worded and rest.startswith(starts)) and not (not worded and bare.startswith(starts))
