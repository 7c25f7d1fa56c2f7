"""The explorer with the made-up cities of the questions' tests: nothing in it is Kawasaki's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import DESK, visit
from tests.browser.publishing import publishing
from tests.node import VIEWS
from tests.queries.conftest import HERE as CITIES
from tests.server.serving import serving
from tests.shared import built_once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from tests.browser.reading import Reader


@pytest.fixture(scope="module")
def served(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of one city."""
    assert built.is_dir()
    store = built_once(tmp_path_factory, CITIES / "data" / "plantown")
    with serving(store, tmp_path_factory.mktemp("log") / "access.log") as server:
        yield server.url


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the published site of one city."""
    with publishing(tmp_path_factory, built_once(tmp_path_factory, CITIES / "data" / "plantown")) as address:
        yield address


@pytest.fixture(params=["served", "published"])
def plantown(request: pytest.FixtureRequest, browser: Browser, served: str, site: str) -> Iterator[Reader]:
    """A person at the explorer of Plantown, which a server answers, or the files of a site."""
    origin = site if request.param == "published" else served
    with visit(browser, origin, viewport=DESK) as person:
        yield person


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_of_its_site_speaks_of_kawasaki(browser: Browser, site: str, view: str) -> None:
    more = {"thing": "/plantown/basic/policy/1-2", "search": "?q=事業"}.get(view, "")
    with visit(browser, site, viewport=DESK) as person:
        page = person.open(f"/ja/{view}{more}")
        said, heading = page.locator("main").inner_text(), page.locator("main h1").inner_text()

    assert (heading == "全体") == (view == "overview")
    assert [word for word in ("川崎", "Kawasaki") if word in said] == []


def test_a_plan_stands_beside_the_one_that_follows_it(plantown: Reader) -> None:
    page = plantown.open("/ja/plans-over-time")

    expect(page.locator(".sentence")).to_contain_text("3 の政策は次の計画の 3 になります")
    expect(page.locator(".sentence")).to_contain_text("対応はどれも、理由を添えた想定です")
    for plan, years in (("第2期実施計画", "令和4～7年度"), ("第3期実施計画", "令和8～11年度")):
        expect(page.get_by_role("heading", level=2, name=plan)).to_contain_text(years)


def test_an_element_tells_what_became_of_it_and_what_it_was(plantown: Reader) -> None:
    page = plantown.open("/en/thing/plantown/basic/policy/1-2")
    became = page.locator("section", has=page.get_by_role("heading", name="In the next plan"))
    expect(became).to_contain_text("Merged into 1-3 Raise and learn Third plan")
    expect(became).to_contain_text("The word raise is kept")

    became.get_by_role("link", name="Raise and learn").click()
    was = page.locator("section", has=page.get_by_role("heading", name="In the plan before"))
    expect(was).to_contain_text("1-2 Raise Basic plan → merged into this")


def test_where_no_plan_follows_or_comes_before_that_is_said(browser: Browser, cities: str) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open("/en/plans-over-time?plan=testville/2")

        expect(page.locator(".sentence")).to_contain_text("do not say what becomes of this plan's elements")


def test_who_else_does_this_is_answered_with_like_names_of_another_city(browser: Browser, cities: str) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open("/en/thing/testville/2/project/10101010")

        alike = page.locator("section", has=page.get_by_role("heading", name="Who else does this?"))
        expect(alike).to_contain_text("confirmed by nobody")
        expect(alike.get_by_role("listitem").first).to_contain_text("Plantown")
        expect(alike.get_by_role("link", name="Drills")).to_have_attribute(
            "href", re.compile(r"/en/thing/plantown/2/project/10101010\?plan=testville%2F2$")
        )


def test_a_question_about_a_thing_waits_for_one_of_the_citys_own(plantown: Reader) -> None:
    page = plantown.open("/en/query")
    page.locator('main a[href*="children"]').click()

    expect(page.get_by_text("Give what is required")).to_be_visible()
    page.get_by_label("Element").fill("1-1")
    page.get_by_role("button", name="Show the answer").click()
    expect(page.get_by_role("table")).to_contain_text("Disaster preparedness")


def test_money_that_no_table_holds_is_not_shown_as_zero(plantown: Reader) -> None:
    page = plantown.open("/ja/overview")

    figures = page.get_by_role("complementary")
    expect(figures).to_contain_text("350万円")
    expect(figures).not_to_contain_text("決算見込")


def test_a_sum_of_settlements_names_the_figure_to_be_read_with_caution(browser: Browser, cities: str) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        figures = person.open("/en/overview?plan=testville/2").get_by_role("complementary")

        expect(figures).to_contain_text("¥5.14 m※")
        figures.get_by_text("※ To know before reading: 1").click()
        expect(figures.get_by_text("10101020 Shelters: An outlier, 1.2 times the budget")).to_be_visible()


def test_a_plan_of_which_no_link_to_goals_is_recorded_is_not_said_to_have_none(plantown: Reader) -> None:
    page = plantown.open("/ja/coverage")

    expect(page.locator(".sentence")).to_contain_text("SDGs との対応は記録されていません。対応していないという意味では")
    expect(page.get_by_role("grid")).to_have_count(0)
    expect(page.get_by_text("図を書き出す", exact=True)).to_have_count(0)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("strategies", "1 の課題に応えるのは 2 の戦略のうち 1 です。戦略は、1 の主な取組を通じて 2 の政策に及びます"),
        ("plans-over-time", "3 になります。同名で続くもの 1、統合 1、見られなくなるもの 1、新しいもの 1。"),
    ],
)
def test_a_sentence_says_only_what_there_is(plantown: Reader, view: str, said: str) -> None:
    expect(plantown.open(f"/ja/{view}").locator(".sentence")).to_contain_text(said)


def test_a_thing_of_two_kinds_goes_by_the_one_with_a_name(plantown: Reader) -> None:
    page = plantown.open("/ja/thing/plantown/dataset")

    expect(page.locator(".sentence")).to_contain_text("データセットです")


def test_two_cities_are_looked_at_from_one_store_each_in_its_own_words(browser: Browser, cities: str) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open("/ja/compare?plan=minato/second")
        rows = page.locator(".controls select").first
        expect(rows.locator("option")).to_have_text(["政策", "施策", "基本事業", "最上位の部署", "計画・都市"])

        top = page.get_by_role("group", name="見ている計画")
        top.get_by_label("都市と計画").select_option(label="第2期実施計画")
        expect(page).to_have_url(re.compile("plan=plantown"))
        expect(page.get_by_role("navigation", name="画面")).to_contain_text("区")
        expect(rows.locator("option")).to_contain_text(["政策", "区"])
        assert "みなと" not in page.locator("main").inner_text()

        for view in ("search?q=市民", "query/wards?as=bars"):
            page = person.open(f"/ja/{view}&plan=minato/second")
            page.get_by_label("都市と計画").select_option(label="第2期実施計画")
            expect(page).to_have_url(re.compile("plan=plantown"))
            assert view.partition("?")[0] in page.url
            assert view.partition("?")[2] in unquote(page.url)


@pytest.mark.parametrize("view", ["coverage", "compare"])
def test_pillars_of_a_strategy_that_are_a_tier_are_one_way_of_rows(browser: Browser, cities: str, view: str) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open(f"/ja/{view}?plan=oumi/senryaku")

        expect(page.locator(".controls select").first.locator("option")).to_contain_text(["戦略の柱"])


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("overview?plan=mirai/senryaku", "1 の戦略、2 の戦略の柱、2 の具体的な取組からなります"),
        ("graph?plan=mirai/senryaku", "2 の戦略の柱"),
        ("compare?plan=mirai/senryaku", "具体的な取組はそれぞれ 1 と 1 です"),
        ("thing/mirai/sogo/measure/1?plan=mirai/sogo", "2 の中施策、2 の小施策、2 の主な事業"),
        ("overview?plan=mirai/kankyo", "「未来県総合計画」は、2 の大施策"),
    ],
)
def test_a_prefecture_with_a_strategy_of_its_own_is_told_of_in_its_tiers(
    browser: Browser, cities: str, address: str, told: str
) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open(f"/ja/{address}")

        expect(page.locator(".sentence").first).to_contain_text(told)


def test_money_of_unlike_numbers_of_projects_is_not_compared(browser: Browser, cities: str) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open("/ja/money?plan=oumi/sogo")
        expect(page.locator(".sentence")).to_contain_text("増減は示しません")
        expect(page.get_by_role("columnheader", name="増減")).to_have_count(0)

        chart = person.open("/ja/thing/oumi/sogo").locator("figure", has_text="線で結んでいません")
        expect(chart).to_contain_text("令和6年度が 5 件、令和7年度が 1 件")
        expect(chart.locator("path:not(.axis)")).to_have_count(0)


def test_a_thing_of_another_plan_is_told_of_in_the_words_of_that_plan_or_its_city(
    browser: Browser, cities: str
) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open("/ja/thing/oumi/senryaku/strategy/1?plan=oumi/sogo")

        expect(page.get_by_role("heading", level=2).first).to_have_text("具体的な施策")
        page = person.open("/ja/thing/plantown/green/indicator/I1")
        expect(page.get_by_role("combobox", name="都市と計画").locator("option:checked")).to_have_text("第2期実施計画")


def test_districts_of_a_plan_without_money_are_told_of_without(browser: Browser, cities: str) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open("/ja/wards?plan=mirai/sogo")

        expect(page.locator(".sentence")).to_contain_text("北部圏域の 1 事業です")
        assert "予算" not in page.locator("main").inner_text()


def test_an_indicator_goes_by_the_citys_word_and_tells_from_what_it_is_to_come_to_what(
    browser: Browser, cities: str
) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open("/ja/thing/minato/second/indicator/M1")

        expect(page.locator(".sentence")).to_contain_text("まちの指標です")
        expect(page.locator("main")).to_contain_text("をめざします")


def test_a_thing_of_another_city_is_seen_in_the_plan_of_that_city(browser: Browser, cities: str) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open("/ja/thing/minato/second/indicator/M1?plan=oumi/senryaku")

        expect(page).to_have_url(re.compile("plan=minato"))


def test_a_plan_says_how_many_stand_on_each_of_its_tiers(plantown: Reader) -> None:
    page = plantown.open("/en/thing/plantown/2")

    expect(page.locator(".sentence")).to_contain_text(re.compile(r"\d+ measures?, \d+ projects?"))


def test_a_view_without_anything_in_it_opens_from_an_old_link(browser: Browser, cities: str) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open("/en/strategies?plan=minato/second")

        expect(page.locator(".sentence")).to_contain_text("nothing to show under “Strategies”")


def test_what_is_searched_is_found_and_leads_to_its_page(plantown: Reader) -> None:
    page = plantown.open("/en/search?q=disaster")
    expect(page.locator(".sentence")).not_to_contain_text("Nothing is called")
    page.locator(".results").get_by_role("link", name=re.compile("Disaster preparedness")).click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Disaster preparedness")


def test_projects_are_narrowed_by_facets_and_the_address_keeps_it(plantown: Reader) -> None:
    page = plantown.open("/en/projects")
    page.get_by_role("group").get_by_role("checkbox").first.check()
    expect(page.locator(".sentence")).to_contain_text("The filter leaves")
    said = page.locator(".sentence").inner_text()

    plantown.open_again()
    expect(page.locator(".sentence")).to_have_text(said)


def test_what_has_no_code_is_shown_by_its_name_once(browser: Browser, cities: str) -> None:
    with visit(browser, cities, viewport=DESK) as person:
        page = person.open("/en/overview?plan=hill/1&at=hill/1/project/Parks")
        expect(page.locator("main").get_by_text("Better lives").first).to_be_visible()
        expect(page.locator("p.kind")).to_have_text(re.compile(r"^\s*Project\s*$"))
