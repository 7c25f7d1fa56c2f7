"""Briefs of all sorts of things in two unlike cities, in every format."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from tests.cli.running import run
from tests.queries.conftest import HERE
from tests.shared import built_once

import plangraph
from plangraph.briefs import FORMATS, brief_of, voluntary_review, write
from plangraph.briefs.bars import bars
from plangraph.briefs.column_widths import ALONE, PAGE
from plangraph.briefs.heat import heat
from plangraph.briefs.lines import of_indicators, over_years
from plangraph.briefs.shortening import shortened
from plangraph.errors import UnknownThing
from plangraph.store.answers import Rows, expect_rows
from plangraph.store.readable import Reading
from plangraph.store.terms import Literal, number

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.briefs.brief import Brief
    from plangraph.briefs.picture import Picture


def titles(brief: Brief) -> list[str]:
    return [section.title for section in brief.sections]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("10101010", "Money over the years"),
        ("1-1-1", "Money over the years (sums of the projects inside)"),
        ("sdg:13", "Projects that serve it, by budget"),
        ("高津区", "What is planned in the ward"),
        ("危機管理本部", "Money over the years (sums of the projects inside)"),
        ("kawasaki/4", "What it has, and how much of it"),
    ],
)
def test_a_brief_begins_with_what_its_reader_asks_first(kawasaki: plangraph.Graph, name: str, first: str) -> None:
    brief = brief_of(kawasaki, name, lang="en")
    assert titles(brief)[0] == first
    assert "not the city's word" in brief.note


def test_a_brief_holds_money_grades_and_reasons(kawasaki: plangraph.Graph) -> None:
    page = write(brief_of(kawasaki, "10101010"), "html").decode()
    for part in ("1.5億円", "ほぼ目標どおり", "災害による被害の削減", "3ページ", "川崎市総合計画"):
        assert part in page


def test_a_brief_of_a_project_has_its_money_year_by_year_and_says_it_once(kawasaki: plangraph.Graph) -> None:
    sections = {section.title: section for section in brief_of(kawasaki, "10401070", lang="en").sections}
    money = [" ".join(line) for line in sections["Money over the years"].reading.lines()]
    assert any("outlier" in line for line in money)
    assert {line[0] for line in sections["Other figures"].reading.lines()} == {"Personnel cost"}
    (picture,) = sections["Money over the years"].pictures
    assert picture.svg.count("※</text>") == 3


def test_a_brief_of_what_indicators_measure_has_them(minato: plangraph.Graph) -> None:
    found = minato.sparql("SELECT ?e WHERE { ?i a pg:Indicator ; pg:measures ?e } ORDER BY ?e")
    (measured, *_) = expect_rows(found).to_dicts()
    assert "成果指標" in titles(brief_of(minato, measured["e"]))


def test_what_is_not_to_be_broken_has_room(kawasaki: plangraph.Graph) -> None:
    projects = {section.title: section for section in brief_of(kawasaki, "1-1-1").sections}[
        "事務事業（予算の大きい順）"
    ]
    shares = dict(zip([column.title for column in projects.columns], projects.shares(), strict=True))
    assert shares["コード"] * PAGE >= len("10101070")
    assert sum(shares.values()) <= 1.001


@pytest.fixture(scope="module")
def review(kawasaki: plangraph.Graph) -> Brief:
    """The review of all goals, in Japanese."""
    return voluntary_review(kawasaki)


def test_titles_over_figures_take_more_lines_before_names_do(review: Brief) -> None:
    goals = review.sections[0]
    shares = dict(zip([column.title for column in goals.columns], goals.shares(), strict=True))
    assert shares["名称"] > shares["貢献のあるターゲット"]
    assert shares["名称"] * PAGE > ALONE * 0.7


def test_what_is_to_be_known_of_a_sum_stands_below_its_table(kawasaki: plangraph.Graph) -> None:
    for name in ("1-4", "10401070", "sdg:1", "sdg:13"):
        (money,) = [each for each in brief_of(kawasaki, name).sections if each.title.startswith("金額の推移")]
        assert "値への注意" not in [column.title for column in money.columns]
        assert [line[0] for line in money.rows if "※" in line[0]] == [told.split()[0] for told in money.remarks] != []
        assert all("外れ値" in told for told in money.remarks)


def test_what_stands_above_is_told_from_the_top_down(kawasaki: plangraph.Graph) -> None:
    above = dict(brief_of(kawasaki, "10101010").facts)["上位"].split(" / ")
    assert [each.split()[0] for each in above] == ["V", "1", "1-1", "1-1-1"]


def test_what_a_city_does_not_have_is_left_out(minato: plangraph.Graph) -> None:
    brief = brief_of(minato, "政策:01", lang="en")
    assert brief.sections
    assert all(len(section.reading.rows) for section in brief.sections)


@pytest.mark.parametrize(
    ("lang", "said"), [("ja", "ほかに何もないという意味ではありません"), ("en", "tell no more of it")]
)
def test_a_brief_without_a_section_says_that_nothing_more_is_known(
    lang: str, said: str, minato: plangraph.Graph
) -> None:
    assert said in brief_of(minato, "sdg:11", lang=lang).note
    assert said not in brief_of(minato, "0086", lang=lang).note


def test_the_parts_of_a_brief_have_titles_in_the_words_of_the_city(tmp_path_factory: pytest.TempPathFactory) -> None:
    riverton = plangraph.open(built_once(tmp_path_factory, HERE / "data" / "riverton"))
    brief = brief_of(riverton, "Transportation Department", lang="en")
    drawn = [f"{picture.text} {picture.svg}" for section in brief.sections for picture in section.pictures]

    assert all(any("actions" in each.lower() for each in told) for told in (titles(brief), drawn))
    assert not any("project" in each.lower() for each in (*titles(brief), *drawn))


def test_what_no_brief_is_of_is_refused(kawasaki: plangraph.Graph) -> None:
    with pytest.raises(UnknownThing, match="a brief is of"):
        brief_of(kawasaki, "pg:Measure", lang="en")


@pytest.fixture(scope="module")
def testville(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    return plangraph.open(built_once(tmp_path_factory, HERE / "data" / "testville"), in_memory=True)


@pytest.mark.parametrize(
    ("city", "lang", "at_a_glance", "holes_of_goal"),
    [
        ("kawasaki", "ja", "ゴールごとの状況", "資するもののないターゲットと理由"),
        ("testville", "en", "The goals at a glance", "Targets that nothing serves, and why"),
        ("minato", "en", "The goals at a glance", "Targets that nothing serves, and why"),
    ],
)
def test_a_review_says_of_each_goal_which_targets_nothing_serves_and_why(
    city: str, lang: str, at_a_glance: str, holes_of_goal: str, review: Brief, request: pytest.FixtureRequest
) -> None:
    graph: plangraph.Graph = request.getfixturevalue(city)
    brief = review if city == "kawasaki" else voluntary_review(graph, lang=lang)
    assert titles(brief)[0] == at_a_glance
    told = {
        (section.title.split()[0], row[0])
        for section in brief.sections
        if section.title.endswith(holes_of_goal)
        for row in section.rows
    }
    holes = graph.query("coverage-holes", lang=lang).to_dicts()
    assert (len(holes) > 0) == (city != "minato")
    assert {goal for goal, _ in told} == {row["goal_code"] for row in holes}
    assert len(told) == len(holes)
    assert all(target.split()[0].startswith(f"{goal}.") for goal, target in told)


def test_a_review_shows_a_few_rows_of_each_goal_and_how_to_list_all(kawasaki: plangraph.Graph, review: Brief) -> None:
    of_goals = [each for each in review.sections if each.title.startswith("13 ")]
    projects, money, reasons, holes = of_goals
    assert [len(projects.rows), len(reasons.rows)] == [5, 5]
    budgets = [row["code"] for row in kawasaki.query("projects", goal="sdg:13", sort="budget").to_dicts()]
    assert [row[0] for row in projects.rows] == budgets[:5]
    (told,) = projects.remarks
    assert told.startswith(
        f"全 {len(budgets)} 件のうち 5 件です。すべては plangraph query projects --sort budget --goal sdg:13、"
    )
    targets = [row[2].split()[0] for row in reasons.rows]
    assert sorted(set(targets)) == ["13.1", "13.2", "13.3"] and targets[0] == "13.1"
    assert not money.rest
    assert not holes.rest


def test_each_value_has_its_turn_before_another_has_two() -> None:
    rows = Rows(["code"], [(Literal(text),) for text in "aaabac"])
    assert shortened(rows, 4, "code").rows == [(Literal(text),) for text in "aabc"]
    assert shortened(rows, 6) is shortened(rows, None) is rows


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_the_same_words(minato: plangraph.Graph, form: str) -> None:
    brief = brief_of(minato, "政策:01")
    told = _text(write(brief, form), form)
    assert all(title in told for title in (brief.title.split()[-1], *titles(brief)))


def _text(content: bytes, form: str) -> str:
    if form == "docx":
        with zipfile.ZipFile(BytesIO(content)) as parts:
            return parts.read("word/document.xml").decode()
    if form == "pdf":
        return "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content))
    return content.decode()


def test_the_command_writes_a_file_or_says_what_it_wants(
    minato_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ("--store", str(minato_folder))
    file = tmp_path / "brief.html"
    assert run(capsys, "report", "政策:01", "-o", str(file), *store)[0] == 0
    assert file.stat().st_size
    assert run(capsys, "report", "-o", str(file), *store)[0] == 2
    code, _, said = run(capsys, "report", "政策:01", "-o", str(tmp_path / "brief.odt"), *store)
    assert code == 2
    assert ".docx, .pdf, .html" in said


def pictures(brief: Brief) -> list[Picture]:
    return [picture for section in brief.sections for picture in section.pictures]


def test_a_brief_is_drawn_alike_in_every_format(kawasaki: plangraph.Graph) -> None:
    brief = brief_of(kawasaki, "1-1-1", lang="en")
    years, projects, grades, goals = pictures(brief)
    assert years.text.startswith("Money over the years (sums of the projects inside). Budget (yen): 2022 35.1bn, 2023 ")
    assert projects.text.endswith("the first 10 of 13")
    assert grades.text == "Projects by grade: 3 About on target 11, 4 Below target 2"
    assert "11 (12)" in goals.text

    page = write(brief, "html").decode()
    assert page.count("<svg") == 4
    with zipfile.ZipFile(BytesIO(write(brief, "docx"))) as book:
        assert sum(name.endswith(".png") for name in book.namelist()) == 4
        assert projects.text in book.read("word/document.xml").decode()


def test_a_ward_is_drawn_on_the_map_among_the_others(kawasaki: plangraph.Graph) -> None:
    places, *_ = pictures(brief_of(kawasaki, "高津区"))
    assert [place["name"] for place in places.values["places"] if place["chosen"]] == ["高津区"]
    assert len(places.values["places"]) == 7
    assert "国土数値情報" in places.svg


def test_a_goal_is_drawn_by_the_policies_that_serve_it(kawasaki: plangraph.Graph) -> None:
    *_, policies = pictures(brief_of(kawasaki, "sdg:13"))
    matrix = kawasaki.query("coverage-matrix", by="pg:Policy").to_dicts()
    served = [row for row in matrix if row["part"] == "cell" and row["goal_code"] == "13" and row["row"]]
    assert [bar["text"] for row in policies.values["rows"] for bar in row["bars"]] == [
        str(row["projects"]) for row in served
    ]


def test_rows_by_goals_are_the_cells_of_the_matrix(kawasaki: plangraph.Graph) -> None:
    matrix = kawasaki.query("coverage-matrix", lang="en")
    drawn = heat(matrix, Reading(matrix, lang="en"), "Goals", "Numbers", {"13": "#3F7E44", "14": "#0A97D9"}, {})
    assert drawn
    assert [row["name"].split()[0] for row in drawn.values["rows"]][:3] == ["1-1", "1-2", "1-3"]
    cells = {row["name"].split()[0]: [cell["text"] for cell in row["cells"]] for row in drawn.values["rows"]}
    assert (cells["1-3"], cells["1-2"]) == (["3", "2"], [])


def test_an_indicator_of_several_target_years_is_one_line() -> None:
    columns = ["label", "unit", *(f"{stage}{of}" for stage in ("baseline", "target", "actual") for of in ("", "_year"))]
    of, base, first = Literal("加入率", language="ja"), number(Decimal(55)), number(Decimal(2024))
    aims = [(number(Decimal(56)), number(Decimal(2026))), (number(Decimal(57)), number(Decimal(2027)))]
    rows = Rows(columns, [(of, None, base, first, *aim, None, None) for aim in aims])
    (picture,) = of_indicators(rows, Reading(rows, "ja"), "成果指標")
    assert "2024 55, 2026 56, 2027 57" in picture.text


def test_no_word_of_a_cell_or_title_is_wider_than_its_column(kawasaki: plangraph.Graph) -> None:
    for section in brief_of(kawasaki, "sdg:1", lang="en").sections:
        columns = zip(*[[column.title for column in section.columns], *section.rows], strict=True)
        for share, cells in zip(section.shares(), columns, strict=True):
            words = [word for cell in cells for word in cell.split() if word.isascii()]
            assert all(len(word) <= share * PAGE * section.crowded for word in words)


def test_lines_leave_out_what_is_not_known_and_need_two_years() -> None:
    def drawn(*sums: str | None) -> Picture | None:
        cells = [(number(Decimal(2022 + at)), number(Decimal(each)) if each else None) for at, each in enumerate(sums)]
        rows = Rows(["year", "budget"], list(cells))
        return over_years(rows, Reading(rows, lang="en"), "Money", "year", ["budget"])

    picture = drawn("200", None, "100")
    assert picture
    assert picture.text == "Money. budget: 2022 200, 2024 100"
    high, low = (point["y"] for point in picture.values["lines"][0]["points"])
    assert high < low < picture.values["zero"]
    assert drawn("200", None) is None


def test_what_is_not_known_has_no_bar_and_one_sum_no_picture() -> None:
    def rows(*sums: str | None) -> Rows:
        cells = [(Literal(f"<{at}>"), number(Decimal(each)) if each else None) for at, each in enumerate(sums)]
        return Rows(["label", "budget"], list(cells))

    def picture(*sums: str | None) -> Picture | None:
        return bars(rows(*sums), Reading(rows(*sums)), "Money", ["label"], ["budget"])

    drawn = picture("200", None, "100", "0")
    assert drawn
    assert [row["name"] for row in drawn.values["rows"]] == ["<0>", "<2>", "<3>"]
    longest, half, none = [bar["length"] for row in drawn.values["rows"] for bar in row["bars"]]
    assert (longest / half, none) == (2, 0)
    assert "&lt;0&gt;" in drawn.svg
    assert picture("200", None) is None


def test_facts_and_relations_begin_with_a_capital(kawasaki: plangraph.Graph, minato: plangraph.Graph) -> None:
    begun = {}
    for graph, name in ((kawasaki, "1-1-1"), (minato, "政策:01")):
        brief = brief_of(graph, name, lang="en")
        begun[name] = [fact for fact, _ in brief.facts] + [row[0] for each in brief.sections for row in each.rows]
        assert "Kind" in begun[name]
        assert [words for words in begun[name] if words[:1].islower()] == []
    assert "Renamed to" in begun["1-1-1"]
