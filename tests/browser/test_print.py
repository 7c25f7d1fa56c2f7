"""What comes out of the printer: A4, whole, without controls."""

from __future__ import annotations

import re
from math import hypot
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FS_MATRIX, FPDFText_GetFontSize, FPDFText_GetMatrix
from tests.browser.graphing import open_graph

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.reading import Reader

UPRIGHT, LANDSCAPE = (595, 842), (842, 595)
SMALLEST = 6.0  # points
LONGEST_FETCH = 20  # times half a second
CREDITED = re.compile(r"(Source: |出典：).*(Licence: |利用条件：)")


def printed(page: Page, *, landscape: bool = False) -> list[str]:
    """The text of each page as it is printed on A4, the way round that the reader chooses."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("main p", has_text=CREDITED)).to_have_count(1)  # it is asked for when the page is at rest
    paper = page.pdf(landscape=landscape, print_background=True, format="A4", prefer_css_page_size=True)
    with PdfDocument(paper) as pdf:
        assert pdf[0].get_size() == pytest.approx(LANDSCAPE if landscape else UPRIGHT, abs=1.5)
        return [" ".join(one.get_textpage().get_text_bounded().split()) for one in pdf]


def unspaced(text: str) -> str:
    """Leave out the spaces: where letters stand apart, the reader of the PDF guesses them."""
    return text.replace(" ", "")


def test_the_coverage_of_a_plan_lies_on_two_pages_whole(reader: Reader) -> None:
    page = reader.open("/ja/coverage")
    codes = page.locator("tbody .code").all_inner_texts()
    heat, targets = printed(page)

    assert len(codes) == 23
    assert all(f"{code} " in heat for code in codes)
    assert "548" in heat
    for target in ("1.1", "11.c", "17.19"):
        assert target in targets


def test_a_long_table_is_printed_whole_with_its_head_on_each_page(reader: Reader) -> None:
    page = reader.open("/en/overview")
    pages = printed(page, landscape=True)

    whole = " ".join(pages)
    assert sum(whole.count(f" {code} ") > 0 for code in ("10101010", "40402225", "50401010")) >= 2
    headed = [unspaced("Settlement, or its estimate") in unspaced(one) for one in pages]
    assert all(headed[headed.index(True) + 1 : -1])
    assert headed.index(True) <= 3  # the picture takes no more pages, with a line for each measure


@pytest.mark.parametrize(
    ("view", "landscape", "row"),
    [
        ("en/plans-over-time", True, "Kept|Renamed|Merged|Gone|New"),
        ("en/plans-around", True, "Ward plan|Sectoral plan"),
        ("ja/money", False, r"\d-\d "),  # with the notes below them
    ],
)
def test_the_last_page_of_a_table_holds_more_than_where_it_is_from(
    reader: Reader, view: str, landscape: bool, row: str
) -> None:
    ends_with_rows(printed(reader.open(f"/{view}"), landscape=landscape)[-1], view, row)


def ends_with_rows(last: str, view: str, row: str) -> None:
    """Check that the last page of a view holds some rows."""
    assert f"/{view} · " in last
    assert CREDITED.search(last)
    assert not re.search("(Basis|根拠) —(?! none given| 記載なし)", last)
    assert len(re.findall(row, last)) >= 4


@pytest.mark.parametrize(("view", "landscape"), [("projects", False), ("query/projects", True)])
def test_each_project_of_the_list_is_printed_once(reader: Reader, view: str, landscape: bool) -> None:
    page = reader.open(f"/ja/{view}")
    rows = page.request.get("/api/queries/projects?lang=ja").json()["results"]["bindings"]
    codes = [row["code"]["value"] for row in rows]

    assert len(rows) == 572
    pages = printed(page, landscape=landscape)
    whole = "\n".join(pages)
    assert sorted(re.findall(r"(?<!\d)\d{8}(?!\d)", whole)) == sorted(codes)  # once in each row
    assert 60 < len(re.findall("[‹>]", whole)) < 400  # what they are part of, once over those that share it
    assert len(pages) <= 25


def test_a_graph_larger_than_the_screen_is_printed_whole_without_its_map(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 500})
    page = reader.open("/en/graph")
    names = page.locator("main svg .words").all_inner_texts()
    in_small = page.get_by_role("img", name="Where this is in the whole")
    expect(in_small).to_be_visible()
    first = printed(page)[0]

    assert len(names) > 40
    assert "17 Partnerships for the goals" in first
    page.emulate_media(media="print")
    expect(in_small).to_be_hidden()


@pytest.mark.parametrize("landscape", [False, True])
def test_a_graph_with_a_policy_opened_is_printed_in_letters_that_can_be_read(reader: Reader, landscape: bool) -> None:
    page = reader.open("/en/graph?opened=kawasaki/basic/policy/1-4")
    names = page.locator("main .box .name title").all_text_contents()
    paper = page.pdf(landscape=landscape, print_background=True, format="A4", prefer_css_page_size=True)
    with PdfDocument(paper) as pdf:
        pictured = [one.get_textpage() for one in list(pdf)[: 1 + landscape]]
        whole = unspaced(" ".join(one.get_text_bounded() for one in pictured).replace("\r\n", ""))
        capitals = [
            text.get_charbox(at, loose=True)  # as high as the letters are set
            for text in pictured
            for at, letter in enumerate(text.get_text_range())
            if letter.isupper()
        ]

    assert len(names) == 7 + 23 + 17 + 7
    assert [name for name in names if unspaced(name) not in whole] == []
    assert min(top - bottom for _, bottom, _, top in capitals) >= SMALLEST


@pytest.mark.parametrize(
    ("view", "landscape"),
    [("thing/kawasaki/3/project/40601170", False), ("overview", False), ("strategies", True), ("coverage", False)],
)
def test_a_picture_is_printed_in_letters_that_can_be_read(reader: Reader, view: str, landscape: bool) -> None:
    page = reader.open(f"/en/{view}")
    expect(page.locator("main .loading")).to_have_count(0)
    paper = page.pdf(landscape=landscape, print_background=True, format="A4", prefer_css_page_size=True)
    turned, sizes = FS_MATRIX(), []
    with PdfDocument(paper) as pdf:
        for text in (one.get_textpage() for one in list(pdf)[:2]):
            for at, letter in enumerate(text.get_text_range()):
                if letter.isalnum() and FPDFText_GetMatrix(text, at, turned):
                    sizes.append(FPDFText_GetFontSize(text, at) * hypot(turned.b, turned.d))

    assert len(sizes) > 300
    assert min(sizes) > SMALLEST - 0.05  # as it is rounded in the file


def test_the_first_page_of_the_wards_is_filled_and_the_last_holds_some(reader: Reader) -> None:
    pages = printed(reader.open("/ja/wards"))
    first = unspaced(pages[0])

    ends_with_rows(pages[-1], "ja/wards", "麻生区 ")
    assert sum(first.count(ward) > 2 for ward in ("川崎区", "幸区", "中原区", "高津区")) >= 3  # map, table, projects


def test_what_is_selected_stands_in_its_place_on_paper_too(reader: Reader) -> None:
    page = reader.open("/en/overview?at=kawasaki/basic/policy/1-4")
    page.emulate_media(media="print")
    before, chosen = (page.locator(f'[data-iri$="/basic/policy/{code}"]').bounding_box() for code in ("1-3", "1-4"))

    assert before and chosen
    assert chosen["x"] == before["x"]
    assert chosen["y"] > before["y"]


def test_the_whole_plan_is_printed_as_it_stands(reader: Reader) -> None:
    page = open_graph(reader)
    expect(page.locator("[data-standing]")).to_be_visible()
    with PdfDocument(page.pdf(print_background=True, format="A4", prefer_css_page_size=True)) as pdf:
        pictures = list(pdf[0].get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))

    assert len(pictures) == 1


@pytest.mark.parametrize("thing", ["3/measure/1-1-1", "place/tama-ku"])
def test_the_map_of_a_place_is_printed_on_one_page(reader: Reader, thing: str) -> None:
    page = reader.open(f"/ja/thing/kawasaki/{thing}")
    around = page.locator("nav.map .box").all_inner_texts()

    assert len(around) > 7
    for landscape in (False, True):
        pages = [unspaced(one) for one in printed(page, landscape=landscape)]
        assert any(all(unspaced(name).replace("\n", "") in one for name in around) for one in pages)


@pytest.mark.parametrize(("lang", "landscape"), [("ja", False), ("en", True)])
def test_no_page_ends_with_what_the_relations_on_the_next_are_called(
    reader: Reader, lang: str, landscape: bool
) -> None:
    page = reader.open(f"/{lang}/thing/kawasaki/3")
    called = [unspaced(one).replace("\n", "") for one in page.locator("main summary").all_inner_texts()]

    assert len(called) > 10
    ends = [unspaced(one) for one in printed(page, landscape=landscape)]
    assert [one for one in ends if one.endswith(tuple(called))] == []


def test_relations_that_are_closed_on_the_screen_are_printed_whole(reader: Reader) -> None:
    page = reader.open("/ja/thing/kawasaki/4")
    group = page.locator("main details", has_text="「計画に属する」でここにつながるもの")
    total = int(group.locator("summary .figure").inner_text())
    expect(group).not_to_have_attribute("open", "")
    listed = 0
    for _ in range(LONGEST_FETCH):  # they come when nothing else is to be done
        whole = "".join(map(unspaced, printed(page))).partition("「計画に属する」でここにつながるもの")[2]
        listed = whole.count("推論")
        if listed == total:
            break
        page.wait_for_timeout(500)

    assert total > 400
    assert listed == total  # the word stands once beside each
    codes = re.findall(r"(?<![\d-])\d-\d-\d(?:-\d\d)?(?!\d)", whole)
    assert len(codes) > 300
    # tier by tier in the city's order, though they came by the hundred
    assert codes == sorted(codes, key=lambda code: (len(code), code))
    assert "一覧は、画面で開けます" not in whole
    page.emulate_media(media="print")
    expect(group.locator("summary")).to_have_css("list-style-type", "none")
    expect(group).not_to_have_attribute("open", "")
