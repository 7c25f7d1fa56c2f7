"""The page of a report: whole in itself, in both languages, and running nothing of the data."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from tests.coverage.reports import report_of

from plangraph.coverage.report_page import to_html
from plangraph.store.terms import Literal, integer
from plangraph.tier_words import said
from plangraph.words import Words

if TYPE_CHECKING:
    import plangraph

TIERS = ("basic-policy", "policy", "measure", "strategy", "ward", "office")


def links_of(_row: str, _goal: str) -> set[str]:
    return set()


class Page(HTMLParser):
    """What a page refers to, what its tags are, and whether they are closed."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.outside: list[str] = []
        self.tags: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if str(given.get("href", "")).startswith("#"):
            self.links.append(str(given["href"])[1:])
        self.outside += [
            str(given[name]) for name in ("src", "href") if name in given and not str(given[name]).startswith("#")
        ]


@pytest.mark.parametrize("by", TIERS)
def test_the_page_needs_nothing_from_outside_and_its_cells_lead_somewhere(by: str, oddtown: plangraph.Graph) -> None:
    content = to_html({language: report_of(oddtown, by, language) for language in ("ja", "en")}, "ja", links_of)
    page = Page(content)

    assert not page.outside
    assert "@import" not in content
    assert not re.search(r"url\((?!#)", content)
    assert page.links
    assert set(page.links) <= set(page.ids)
    assert len(set(page.ids)) == len(page.ids)
    assert {place for place in page.ids if re.fullmatch(r"(?:ja|en)-.+-\d+", place)} <= set(page.links)
    assert page.tags.count("svg") == 1 + 2
    assert page.tags.index("pattern") < page.tags.index("main")


def test_the_page_shows_the_contributions_of_a_cell_and_runs_nothing_of_the_data(oddtown: plangraph.Graph) -> None:
    reports = {language: report_of(oddtown, "measure", language) for language in ("ja", "en")}
    everything = {str(row["link"]) for row in reports["en"].part("links")}
    content = to_html(reports, "en", lambda _row, _goal: everything)

    assert "=cmd|&#39; /C calc&#39;!A0 &lt;script&gt;" in content
    assert "<b>" not in content
    assert Page(content).tags.count("script") == 1
    assert '<tr class="old">' in content
    assert "It raises preparedness" in content
    assert "備えを高める" in content


def test_the_page_leads_with_what_is_served_and_tells_it_goal_by_goal(oddtown: plangraph.Graph) -> None:
    reports = {language: report_of(oddtown, "office", language) for language in ("ja", "en")}
    english = to_html(reports, "en", links_of).partition('<main class="tongue" lang="en">')[2]
    lines = re.findall('<p class="lead">(.*?)</p>', english)
    rows = [re.findall("<td.*?>(.*?)</td>", row) for row in re.findall("<tr>(<td><span.*?)</tr>", english)]

    assert lines[:3] == [
        "3 measures and 4 projects contribute to 4 of the 17 goals by 6 contributions "
        "(official 1, assumed 4, suggested 1).",
        "Of the 169 targets, 3 are served, 1 is left unserved with a reason why a city need not, "
        "and 165 are open holes.",
        "13 of these holes are of goals that something serves as a whole, naming no target.",
    ]
    assert rows[0][1:] == ["1", "0", "6", "1", "0", "1", "0", "1", "2", "1,333,334", "1 / 0 / 1"]
    assert rows[1][1:] == ["0", "0", "8", "0", "0", "0", "0", "0", "0", "", ""]
    assert rows[7][-2:] == ["0", "0 / 0 / 0"]


def test_the_citys_own_words_agree_with_their_numbers(oddtown: plangraph.Graph) -> None:
    own = {"measure": Words("大施策", "Activity")}
    report = replace(report_of(oddtown), say=partial(said, own=own))
    told = Words("", "{measures:,} {measures:measure|measures} {measures:is|are} served")

    assert report.text(told, measures=1) == "1 activity is served"
    assert report.text(told, measures=1200) == "1,200 activities are served"


def test_the_page_of_a_plan_without_contributions_says_so(oddtown: plangraph.Graph) -> None:
    reports = {language: report_of(oddtown, "office", language) for language in ("ja", "en")}
    links = reports["en"].matrix.variables.index("links")
    none = [(*row[:links], integer(0), *row[links + 1 :]) for row in reports["en"].matrix.rows]
    reports["en"] = replace(reports["en"], matrix=replace(reports["en"].matrix, rows=none))
    english = to_html(reports, "en", links_of).partition('<main class="tongue" lang="en">')[2]

    assert len(re.findall('<p class="lead">', english)) == 1


def test_the_page_shows_the_first_fifteen_pairs_and_twelve_digits_of_the_build(oddtown: plangraph.Graph) -> None:
    report = report_of(oddtown)
    pair = [Literal(f"pair-{name}") for name in report.parts["synergies"].variables]
    parts = {**report.parts, "synergies": replace(report.parts["synergies"], rows=[tuple(pair)] * 16)}
    content = to_html({"en": replace(report, parts=parts)}, "en", links_of)

    assert content.count("pair-other_code</td>") == 15
    assert "0" * 12 in content
    assert "0" * 13 not in content


def test_the_page_shows_the_language_asked_for_first_without_scripts(oddtown: plangraph.Graph) -> None:
    reports = {language: report_of(oddtown, "policy", language) for language in ("ja", "en")}

    assert 'value="en" checked' in to_html(reports, "en", links_of)
    assert '<html lang="ja">' in to_html(reports, "ja", links_of)
