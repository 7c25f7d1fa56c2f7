"""Marks that stand in names of things and are no part of them: footnotes, stars, 【新規】, （再掲）."""

from __future__ import annotations

import re
from dataclasses import dataclass

FOOTNOTE = re.compile(r"\s*(?:[（(]?[※＊*](?:[0-9０-９]{1,2}|[①-⑳])?[)）]?|[（(]注[0-9０-９]{0,2}[)）])$")
STAR = re.compile(r"^[★☆◎●■◆▲※＊*・･•]+\s*(?=\S)")
STATES = "一部新規|新規|拡充|拡大|継続|重点|主要|廃止|終了|見直し|組替|臨時|新|拡|継"
STATE = re.compile(rf"^\s*[【\[［〔<＜(（]({STATES})[】\]］〕>＞)）]\s*(?=\S)")
STATE_ALONE = re.compile(rf"[【\[［〔<＜(（〇○◯]?(?:{STATES})[】\]］〕>＞)）]?")
STATE_BEHIND = re.compile(r"(?<=\S)\s*[【\[［〔<＜(（](一部新規|新規|拡充|継続)[】\]］〕>＞)）]$")
BULLET = re.compile(r"^\s*[・･●○◯〇■□◆◇▪•‣➢▶►✓]\s*(?=\S)")
AGAIN = re.compile(r"\s*[（(【\[［〔]\s*再\s*掲\s*[)）】\]］〕]\s*|(?<=\S)\s+再掲$")

WRAPPED = re.compile(
    r"[■□◆◇●○★☆▼▶►\s]*(?:[【［\[〔《＜<「『〈]\s*([^【】［］\[\]〔〕《》＜＞<>「」『』〈〉]+?)\s*[】］\]〕》＞>」』〉])?\s*"
)
"""What a heading of rows is set in: ■, 【総務部】."""


@dataclass(frozen=True)
class Unmarked:
    """A name without its marks.

    Attributes
    ----------
    name : str
        The name.
    again : bool
        Whether it says that the thing is listed elsewhere too (再掲).
    states : tuple of str
        What is said of the thing in brackets before the name, such as 新規.
    """

    name: str
    again: bool
    states: tuple[str, ...]


def is_state(text: str) -> bool:
    """Check whether a cell says nothing but that a thing is new, extended, goes on or ends."""
    return bool(STATE_ALONE.fullmatch(text))


def unwrapped(text: str) -> str:
    """Return a heading of rows without the brackets that stand around all of it, or the mark before it.

    Examples
    --------
    >>> unwrapped("■ 総務部"), unwrapped("【総務部】"), unwrapped("【新規】福祉")
    ('総務部', '総務部', '【新規】福祉')
    """
    found = WRAPPED.match(text)
    whole = found and found[1] and found.end() == len(text)
    return found[1] if found and whole else re.sub(r"^[■□◆◇▼▶►○●◎・]\s*(?=\S)", "", text)


def bulleted(cell: object) -> list[str]:
    """List the lines of a cell in which each begins with a bullet; none if it is no such list."""
    lines = [line for line in str(cell or "").replace("_x000D_", "").splitlines() if line.strip()]
    return [BULLET.sub("", line).strip() for line in lines] if len(lines) > 1 and all(map(BULLET.match, lines)) else []


def unmarked(label: str) -> Unmarked:
    """Remove the marks from a name; one that is nothing but marks is left as it is."""
    name, states = label, list[str]()
    again = bool(AGAIN.search(name))
    name = AGAIN.sub("", name)
    for _ in range(3):
        if found := STATE.match(name):
            states.append(found[1])
            name = name[found.end() :]
        if found := STATE_BEHIND.search(name):
            states.append(found[1])
            name = name[: found.start()]
        name = FOOTNOTE.sub("", STAR.sub("", name)).strip()
    return Unmarked(name or label, again, tuple(states))
