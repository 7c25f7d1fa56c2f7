"""A picture leaves the screen whole: with its title, what was chosen, its legend, source, licence and date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator
    from tests.browser.reading import Reader

SVG = "{http://www.w3.org/2000/svg}"


def texts(reader: Reader, address: str) -> list[str]:
    page = reader.open(address)
    return texts_from(page.get_by_text("図を書き出す", exact=True))


def texts_from(way_out: Locator) -> list[str]:
    page = way_out.page
    way_out.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG", exact=True).click()
    root = ElementTree.fromstring(Path(download.value.path()).read_text("utf-8"))  # noqa: S314 (our own)
    assert not [element.tag for element in root.iter() if not element.tag.startswith(SVG)]
    return [text for element in root.iter(f"{SVG}text") if (text := "".join(element.itertext()).strip())]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/ja/coverage?by=policy&metric=budget", ["数えるもの: 予算", "良好な都市環境の形成を推進する", "対応なし"]),
        ("/ja/strategies", ["良好な都市環境の形成を推進する", "先端技術を活用するSociety5.0の進展"]),
        ("/ja/query/plan-outline?as=tree", ["計画: 川崎市総合計画 第3期実施計画", "10101010 防災対策管理運営事業"]),
        ("/ja/plans-around", ["かわさき強靱化計画", "期間が定まっている"]),
        ("/ja/wards", ["麻生区", "地図の色: 事業", "国土交通省"]),
        ("/ja/thing/kawasaki/place/asao-ku", ["区の地図（事務事業の数）", "幸区", "国土交通省", "令和4年度"]),
    ],
)
def test_it_says_all_that_a_report_needs(reader: Reader, address: str, said: list[str]) -> None:
    found = texts(reader, address)
    whole = "".join(found)

    assert found[0].startswith("川崎市総合計画 第3期実施計画: ")
    assert [part for part in [*said, "出典：", "利用条件：", "に作成"] if part not in whole] == []
    assert [text for text in found if text.endswith("…")] == []


def test_one_picture_of_several_leaves_alone_with_all_that_a_report_needs(reader: Reader) -> None:
    page = reader.open("/ja/thing/kawasaki/place/asao-ku")
    ways = page.get_by_text("この図だけ書き出す", exact=True)
    expect(ways).not_to_have_count(0)
    wards, *others = (texts_from(way) for way in ways.all())

    for part in ("麻生区 – 区の地図（事務事業の数）", "出典：", "利用条件：", "に作成", "国土交通省"):
        assert part in "".join(wards)
    assert "幸区" in wards
    assert "令和4年度" not in wards
    assert [other for other in others if "令和4年度" in other and "幸区" not in other]


@pytest.mark.parametrize("address", ["children?as=bars", "plan-outline", "plan-outline?as=tree&filter=no-such-row"])
def test_what_is_not_drawn_is_no_picture_to_export(reader: Reader, address: str) -> None:
    page = reader.open(f"/ja/query/{address}")

    expect(page.get_by_role("form")).to_be_visible()
    expect(page.locator(".work .loading")).to_have_count(0)
    expect(page.get_by_text("図を書き出す", exact=True)).to_have_count(0)


def test_each_picture_gives_the_code_to_embed_it(reader: Reader) -> None:
    page = reader.open("/en/coverage")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.get_by_text("Export", exact=True).click()
    page.get_by_role("button", name="Copy the code to embed it").click()

    page.wait_for_function("window.copied")
    assert f'<iframe src="{reader.origin}/embed/en/coverage" title="' in page.evaluate("window.copied")


def test_a_long_tree_leaves_the_screen_in_columns(reader: Reader) -> None:
    page = reader.open("/ja/query/plan-outline?as=tree")
    page.get_by_text("図を書き出す", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG", exact=True).click()
    header = Path(download.value.path()).read_bytes()[16:24]
    width, height = (int.from_bytes(header[at : at + 4], "big") for at in (0, 4))

    assert width > 1500, "twice its size"
    assert height < 10 * width


def test_the_text_of_a_picture_is_measured_with_one_range(reader: Reader) -> None:
    """The browser sets each range right at each change of the page, so that thousands of them would halt it."""
    page = reader.open("/ja/query/plan-outline?as=tree")
    page.evaluate("""() => {
      window.ranges = 0;
      document.createRange = () => (window.ranges++, Document.prototype.createRange.call(document));
    }""")
    texts_from(page.get_by_text("図を書き出す", exact=True))

    assert page.evaluate("delete document.createRange && window.ranges") == 1
