"""Tables fit the width that there is; numbers and codes stay whole; words are broken where a reader would."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import click
import pytest
from rich.cells import cell_len

from plangraph.cli.table import hanging, wrapped, write_table
from plangraph.store.answers import Rows
from plangraph.store.columns import Heading
from plangraph.store.readable import Reading
from plangraph.store.terms import Literal, NamedNode, integer, number, text
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.store.columns import Holds
    from plangraph.store.terms import Term

THING = NamedNode("https://w3id.org/plangraph/id/mini/3/project/10101010")
HEADINGS = {
    "project": Heading(Words("事務事業", "Project"), "thing"),
    "code": Heading(Words("コード", "Code"), "code"),
    "label": Heading(Words("名称", "Name"), "label"),
    "office": Heading(Words("組織", "Office"), "thing"),
    "budget": Heading(Words("予算額", "Budget"), "money"),
    "rate": Heading(Words("執行率（%）", "Rate (%)"), "percent"),
    "note": Heading(Words("備考", "Note"), "text"),
}
GRADES = {
    "grade": Heading(Words("達成度", "Grade"), "grade"),
    "grade_label": Heading(Words("達成度の名称", "Grade: name"), "grade"),
}
ROW = (
    THING,
    Literal("10101010"),
    text("災害に備える防災施設の整備と維持管理に関する長い名前の事業", "ja"),
    NamedNode("https://w3id.org/plangraph/id/mini/office/works"),
    integer(42_767_564_600),
    number(Decimal("98.72")),
    None,
)


def rows(*some: tuple[object, ...]) -> Rows:
    return Rows(list(HEADINGS), list(some or (ROW,)), headings=HEADINGS, currency="JPY")  # type: ignore[arg-type]


def reading(lang: str = "ja", *, ids: bool = False, exact: bool = False) -> Reading:
    names = {"https://w3id.org/plangraph/id/mini/office/works": "土木課"}
    return Reading(rows(), lang, names=names, ids=ids, exact=exact)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_line_is_wider_than_the_terminal(width: int, lang: str) -> None:
    lines = [click.unstyle(line) for line in write_table(reading(lang), width)]

    assert lines
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", [40, 60, 80])
def test_codes_and_figures_stay_whole(width: int) -> None:
    written = "\n".join(write_table(reading(), width))

    assert {"10101010", "427.7億円", "98.7"} <= set(written.split())


def test_where_a_table_does_not_fit_each_row_is_a_block() -> None:
    lines = list(write_table(reading(), 30))

    assert "1/1" in lines[0]
    assert any(line.startswith("予算額") and line.endswith("427.7億円") for line in lines)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_titles_are_broken_between_phrases_where_there_is_room_for_them(width: int) -> None:
    titles = {
        "name": "行",
        "projects": "事務事業の数",
        "without": "金額の欠ける事務事業",
        "sum": "予算額の計",
        "rate": "執行率（%）",
    }
    headings = {
        name: Heading(Words(title, name), "label" if name == "name" else "count") for name, title in titles.items()
    }
    row = (text("誰もが安心して暮らせる地域のつながり・しくみをつくる", "ja"), *(integer(12) for _ in range(4)))
    lines = [
        click.unstyle(line) for line in write_table(Reading(Rows(list(titles), [row], headings=headings), "ja"), width)
    ]
    head = lines[: next(at for at, line in enumerate(lines) if line.startswith("─"))]

    assert max(map(cell_len, lines)) <= width
    for part in " ".join(head).split():
        assert part in {"行", "事務事業の数", "事務事業の", "数", "金額の", "欠ける", "金額の欠ける", "事務事業",
                        "予算額の計", "予算額の", "計", "執行率（%）", "執行率", "（%）"}  # fmt: skip
    assert "…" not in "".join(lines)


def test_remarks_stand_below_the_table() -> None:
    headings = {"label": HEADINGS["label"], "caution": Heading(Words("注意", "Caution"), "remark")}
    some = [(text("健康福祉局", "ja"), text("予算額の約114倍の外れ値", "ja")), (text("環境局", "ja"), None)]
    lines = list(write_table(Reading(Rows(list(headings), some, headings=headings), "ja"), 40))
    assert [click.unstyle(line) for line in lines] == [
        *("名称", "──────────", "健康福祉局", "環境局"),
        *("", "注意", "  健康福祉局  予算額の約114倍の外れ値", ""),
    ]


def test_a_thing_that_is_named_beside_is_shown_by_its_code_and_label_alone() -> None:
    assert [column.title for column in reading().columns] == ["コード", "事務事業", "組織", "予算額", "執行率（%）"]
    assert next(column.title for column in reading(ids=True).columns) == "事務事業"
    assert THING.value.rpartition("/id/")[2] in next(iter(reading(ids=True).lines()))


def test_other_things_go_by_their_names_and_what_nobody_knows_is_said_to_be_unknown() -> None:
    assert "土木課" in next(iter(reading().lines()))
    assert reading().blank == ["備考"]


def test_the_code_of_a_sum_is_said_in_the_words_of_its_name() -> None:
    values = {"total": Words("計", "total")}
    headings = {**HEADINGS, "code": Heading(Words("コード", "Code"), "code", values)}
    lines = [(Literal("01"), text("環境", "ja")), (Literal("total"), Literal("計"))]
    sums = Rows(["code", "label"], lines, headings=headings)

    assert list(Reading(sums).lines()) == [["01", "環境"], ["", "計"]]


def test_the_name_that_stands_for_a_code_is_said_once_wherever_in_the_row_it_stands() -> None:
    headings = {**HEADINGS, "measures": Heading(Words("測る対象", "What is measured"), "label")}
    lines = [tuple(map(Literal, row)) for row in (("満足度", "健康づくり", "健康づくり"), ("件数", "防災", "防災"))]
    named = Reading(Rows(["label", "measures", "code"], lines, headings=headings))

    assert [column.title for column in named.columns] == ["名称", "測る対象"]


def test_things_of_which_only_the_names_are_told_are_not_said_to_be_unknown() -> None:
    columns = ["office", "office_label", "note"]
    several = Rows(columns, [(None, text("市民課, 道路公園課", "ja"), None)], headings=HEADINGS)

    assert Reading(several).blank == ["備考"]


def test_money_is_readable_or_exact() -> None:
    assert next(iter(reading(exact=True).lines()))[3] == "42,767,564,600"
    assert [column.title for column in reading("en", exact=True).columns][3] == "Budget (yen)"
    assert next(iter(reading("en").lines()))[3] == "42.8bn"


@pytest.mark.parametrize(
    ("money", "lang", "told"),
    [
        (999, "en", "999"),
        (5_000, "en", "5.0k"),
        (1_200_000, "en", "1.2m"),
        (999_900_000_000, "en", "999.9bn"),
        (1_000_000_000_000, "en", "1,000bn"),
        (-5_000, "en", "-5.0k"),
        (9_999, "ja", "9,999円"),
        (12_345, "ja", "1.2万円"),
        (1_234_567_890, "ja", "12.3億円"),
        (150_000_000_000, "ja", "1,500億円"),
    ],
)
def test_sums_of_money_are_read_in_the_largest_unit_that_they_have(money: int, lang: str, told: str) -> None:
    assert next(iter(Reading(rows((*ROW[:4], integer(money), *ROW[5:])), lang).lines()))[3] == told


def test_what_is_unknown_is_blank_and_zero_is_zero() -> None:
    known, unknown = (Reading(rows((*ROW[:4], money, *ROW[5:]))) for money in (integer(0), None))

    assert next(iter(known.lines()))[3] == "0"
    assert "0" not in next(iter(unknown.lines()))


def test_a_code_and_its_label_are_one_column() -> None:
    cells = (Literal("1-1"), text("備え", "ja"), integer(5))
    found = Reading(Rows(["measure_code", "measure_label", "budget"], [cells], headings=HEADINGS))

    assert list(found.lines()) == [["1-1 備え", "5"]]


def test_a_code_whose_label_stands_beside_it_is_not_a_second_column_of_the_same_name() -> None:
    grades = [(Literal("3"), text("ほぼ目標どおり", "ja")), (Literal("4"), None)]
    found = Reading(Rows([*GRADES], grades, headings=GRADES))

    assert list(found.lines()) == [["3 ほぼ目標どおり"], ["4"]]
    assert [column.title for column in found.columns] == ["達成度"]
    assert [column.title for column in found.as_data().columns] == ["達成度", "達成度の名称"]
    blank = Reading(Rows([*GRADES], [(None, None)], headings=GRADES))
    assert (blank.blank, blank.blank_but("grade")) == (["達成度"], [])


def test_a_thing_that_nothing_beside_it_names_is_shown() -> None:
    headings = {name: HEADINGS[name] for name in ("project", "budget")}
    found = Reading(Rows([*headings], [(THING, integer(0))], headings=headings))

    assert [column.title for column in found.columns] == ["事務事業", "予算額"]


def test_a_thing_that_another_column_calls_by_its_name_wherever_it_stands_is_not_shown_too() -> None:
    kept = NamedNode("https://example.org/keptAs")
    rows = [(kept, text("同名で続く", "ja")), (None, text("なくなる", "ja"))]
    headings = {"relation": Heading(Words("関係", "Relation"), "thing")}
    found = Reading(Rows(["relation", "change"], rows, headings=headings), names={kept.value: "同名で続く"})

    assert list(found.lines()) == [["同名で続く"], ["なくなる"]]


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("Fewer deaths and losses", 12, ["Fewer deaths", "and losses"]),
        ("あいうえお、かきくけこ", 10, ["あいうえ", "お、", "かきくけこ"]),
        ("計画（既定）", 6, ["計画", "（既", "定）"]),
        ("計画と年度: 2024", 8, ["計画と", "年度:", "2024"]),
        ("危機管理室", 8, ["危機", "管理室"]),
        ("ページ（https://example.jp/a）です", 12, ["ページ（", "https://exa…", "）です"]),
        ("Internationalisation", 8, ["Interna…"]),
        ("", 8, [""]),
    ],
)
def test_a_text_is_broken_between_words_and_never_before_a_full_stop(words: str, width: int, lines: list[str]) -> None:
    assert wrapped(words, width) == lines


@pytest.mark.parametrize(
    ("holds", "value", "told"),
    [
        ("date", Literal("2024-04-01T12:00:00"), "2024-04-01"),
        ("text", Literal("2024-04-01T12:00:00"), "2024-04-01T12:00:00"),
        ("flag", Literal(True), "yes"),
        ("flag", Literal(False), "no"),
        ("year", integer(2024), "2024"),
        ("order", integer(12_000), "12000"),
        ("code", integer(12_000), "12000"),
        ("count", integer(12_000), "12,000"),
        ("percent", number(Decimal("1234.56")), "1,234.6"),
        ("number", number(Decimal("1234.5")), "1,234.5"),
        ("grade", Literal("good"), "went well"),
        ("grade", Literal("other"), "other"),
        ("thing", THING, "mini/3/project/10101010"),
        ("text", None, ""),
    ],
)
def test_a_value_is_written_as_what_its_column_holds(holds: Holds, value: Term | None, told: str) -> None:
    values = {"good": Words("よい", "went well")}

    assert Reading(Rows(["x"], []), "en").text(value, holds, values) == told


@pytest.mark.parametrize("at", [0, 1])
def test_the_names_of_all_things_that_are_shown_are_needed(at: int) -> None:
    works = NamedNode("https://w3id.org/plangraph/id/mini/office/works")
    found = Reading(rows(*[(*ROW[:3], works if row == at else None, *ROW[4:]) for row in range(2)]))

    assert found.things() == [works.value]


@pytest.mark.parametrize(
    ("values", "told"), [((2024, 9999), ["2024", "9999"]), ((2024, -10_000), ["2,024", "-10,000"])]
)
def test_a_number_of_no_known_kind_is_grouped_where_one_is_too_large_for_a_year(
    values: tuple[int, ...], told: list[str]
) -> None:
    assert [line[0] for line in Reading(Rows(["n"], [(integer(value),) for value in values])).lines()] == told


def test_a_text_may_hang_from_its_first_line_and_loses_nothing() -> None:
    assert hanging("query budget-of-offices-and-wards by office", 20, "├─ ", "│    ") == [
        *("├─ query", "│    budget-of-offic", "│    es-and-wards by", "│    office"),
    ]


@pytest.mark.parametrize(
    ("value", "unit", "exact", "told"),
    [
        (1_281_050_000_000, "円", False, "12,810.5億"),
        (3_504_000, "円", False, "3,504,000"),
        (1_243_456_789, "円", False, "1,243,456,789"),
        (1_281_050_000_000, "円", True, "1,281,050,000,000"),
        (1_200_000, "世帯", False, "1,200,000"),
        (100_000_000, "円", False, "1億"),
        (99_000_000, "円", False, "99,000,000"),
        (-123_000_000, "円", False, "-1.23億"),
        (123_400_000, "円", False, "123,400,000"),
    ],
)
def test_figures_in_a_currency_are_read_in_its_units_where_nothing_is_lost(
    value: int, unit: str, *, exact: bool, told: str
) -> None:
    headings = {
        "value": Heading(Words("値", "Value"), "number"),
        "unit": Heading(Words("単位", "Unit"), "thing"),
    }
    figure = Rows(list(headings), [(integer(value), text(unit, "ja"))], headings=headings, currency="JPY")

    assert list(Reading(figure, "ja", exact=exact).lines()) == [[told, unit]]


def test_a_long_text_is_not_cut_as_long_as_a_short_one_can_be_narrower() -> None:
    short, long = text("短い名前の防災の事業", "ja"), text("長い備考は三行に収まる" * 3, "ja")
    table = Reading(
        rows((*ROW[:2], short, *ROW[3:6], long)), names={"https://w3id.org/plangraph/id/mini/office/works": "土木課"}
    )

    assert not any("…" in line for line in write_table(table, 80))


def test_no_more_words_are_torn_than_the_room_asks_for() -> None:
    one, other = text("人権を尊重し共に生きる社会をつくる", "ja"), text("災害に強いまちをつくる", "ja")
    table = write_table(Reading(rows((None, None, one, None, None, None, other))), 24)

    assert [line.split() for line in table][-3:] == [
        ["人権を尊重し", "災害に"],
        ["共に生きる", "強いまちを"],
        ["社会をつくる", "つくる"],
    ]


@pytest.mark.parametrize(
    ("codes", "columns"), [(("備えを整える", "2"), ["code", "label"]), (("備えを整える", None), ["label"])]
)
def test_a_code_that_says_what_the_name_says_is_shown_once(codes: tuple[str | None, ...], columns: list[str]) -> None:
    names = ("備えを整える", "備えを広げる")
    cells = [(Literal(code) if code else None, text(name, "ja")) for code, name in zip(codes, names, strict=True)]
    reading = Reading(Rows(["code", "label"], cells))

    assert [column.title for column in reading.columns] == columns
    assert next(iter(reading.lines()))[-1] == names[0]
    assert [column.title for column in reading.as_data().columns] == ["code", "label"]
