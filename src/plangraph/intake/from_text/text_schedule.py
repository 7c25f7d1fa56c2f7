"""The schedule and the period of a plan, as its text says them."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.eras import ERAS
from plangraph.fiscal_years import year_alone, years_in
from plangraph.intake.from_text.text_forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.intake.from_text.text_elements import Headings
    from plangraph.intake.from_text.text_forms import TextForms
    from plangraph.intake.from_text.text_pages import TextLine

APRIL = 4  # the month in which a fiscal year begins
THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, 0)}
YEAR = re.compile(
    rf"^(?P<year>(?:{'|'.join(ERAS)})\s?(?:[0-9]{{1,2}}|元)\s?(?:\((?:19|20)[0-9]{{2}}\)\s?)?年?|(?:19|20)[0-9]{{2}}\s?年)"
    r"\s?(?P<fiscal>度)?\s*"
)
MONTH = re.compile(
    r"^(?P<month>1[0-2]|[1-9])\s?月\s?(?:(?P<day>3[01]|[12][0-9]|[1-9])\s?日|(?P<third>[上中下])旬|中|頃|末)?"
    r"(?:\s?[~〜～-]\s?(?:(?P<last>1[0-2]|[1-9])\s?月)\s?(?:(?P<last_third>[上中下])旬|中|頃|末)?)?\s*[:、]?\s*"
)
PERIOD = re.compile(r"(.{0,40}?年度?)\s?(?:から|~|〜|～|-)\s?(.{2,30}?年度?)(?:まで)?")
LINES_OF_PERIOD = 6
LINES_OF_TITLE = 12
LONGEST_HEADING = 20  # letters
MOST_LINES = 200


@dataclass(frozen=True)
class Step:
    """A step of a schedule: its name, its first and last day as precise as they are known, and where it stands."""

    label: str
    date: str
    end: str
    said: str
    at: TextLine
    index: int


def read_schedule(lines: Sequence[TextLine], forms: TextForms, headings: Headings) -> list[Step]:
    """Read the lines with dates under a heading of a schedule.

    A month without a year is of the last year that was named; where that is a fiscal year, January to March are of
    the calendar year after it.
    """
    steps, seen = list[Step](), set[tuple[str, str]]()
    for start, end in _under(lines, forms.file.schedule.headings, headings):
        for step in _steps(lines, start, end):
            if (step.label, step.date) not in seen:
                seen.add((step.label, step.date))
                steps.append(step)
    return steps


def _under(lines: Sequence[TextLine], words: Sequence[str], headings: Headings) -> Iterator[tuple[int, int]]:
    starts = sorted({part.index for part in headings.parts} | {element.index for element in headings.elements})
    headed = {part.index for part in headings.parts if any(word in part.heading for word in words)}
    for at, line in enumerate(lines):
        alone = len(line.text) <= LONGEST_HEADING and any(word in line.text for word in words) and "。" not in line.text
        if at in headed or alone:
            next_start = bisect_right(starts, at)
            yield at + 1, starts[next_start] if next_start < len(starts) else min(len(lines), at + MOST_LINES)


def _steps(lines: Sequence[TextLine], start: int, end: int) -> Iterator[Step]:
    year, fiscal, whole = 0, False, ""
    for at in range(start, end):
        text = lines[at].text
        folded = fold(text)
        place = 0
        if found := YEAR.match(folded):
            named = years_in(found["year"])
            year, fiscal, place = (named[0] if named else 0), bool(found["fiscal"]), found.end()
            whole = folded[: found.end()].strip()
        month = MONTH.match(folded[place:])
        label = text[place + month.end() :].strip() if month else ""
        if not (month and year and label):
            continue
        said = f"{'' if place else f'{whole} '}{folded[: place + month.end()]}".strip()
        date, last = _days(month, year, fiscal=fiscal)
        yield Step(label, date, last, said, lines[at], at)


def _days(month: re.Match[str], year: int, *, fiscal: bool) -> tuple[str, str]:
    """Return the first and the last day that a month, its day or its third says."""
    first = int(month["month"])
    date, end = _day(first, _calendar(first, year, fiscal=fiscal), month["day"], month["third"])
    if month["last"]:
        last = int(month["last"])
        last_year = _calendar(last, year, fiscal=fiscal) + (0 if fiscal or last >= first else 1)
        start, finish = _day(last, last_year, None, month["last_third"])
        end = finish or start
    return date, end


def _calendar(month: int, year: int, *, fiscal: bool) -> int:
    return year + 1 if fiscal and month < APRIL else year


def _day(month: int, year: int, day: str | None, third: str | None) -> tuple[str, str]:
    stem = f"{year}-{month:02}"
    last_of_month = calendar.monthrange(year, month)[1]
    if day:
        return (f"{stem}-{int(day):02}", "") if int(day) <= last_of_month else (stem, "")
    if third:
        first, last = THIRDS[third]
        return f"{stem}-{first:02}", f"{stem}-{last or last_of_month:02}"
    return stem, ""


def _is_period(text: str) -> bool:
    """Check whether a line, as one below a title, says a period and nothing else: (令和7年度～令和11年度)."""
    found = PERIOD.fullmatch(text.strip("()[]<> "))
    return bool(found and year_alone(found[1]) and year_alone(found[2]))


def read_period(lines: Sequence[TextLine], forms: TextForms, headings: Headings) -> tuple[int, int] | None:
    """Read the fiscal years of the plan on the line or under the heading of its period; None if none or several are."""
    found = set[tuple[int, int]]()
    words = tuple(map(fold, forms.file.period.headings))
    texts = [line.text for line in lines if fold(line.text).startswith(words)]
    texts += [line.text for line in lines[:LINES_OF_TITLE] if _is_period(fold(line.text))]
    for start, end in _under(lines, forms.file.period.headings, headings):
        texts.append("".join(line.text for line in lines[start : min(end, start + LINES_OF_PERIOD)]))
    for text in texts:
        if match := PERIOD.search(fold(text)):
            first, last = years_in(match[1]), years_in(match[2])
            if first and last and first[-1] <= last[0]:
                found.add((first[-1], last[0]))
    return found.pop() if len(found) == 1 else None
