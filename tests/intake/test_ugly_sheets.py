"""A drawer of sheets as cities send them, made up: each is read rightly, or refused with a sentence that helps."""

from __future__ import annotations

import io
import time
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from tests.intake.sheets_as_sent import Sent, write_workbook

from plangraph.errors import SheetError
from plangraph.intake.carrying import Carrying
from plangraph.intake.draft import Named, draft
from plangraph.intake.heading_words import Vocabulary
from plangraph.intake.mapping import Mapping
from plangraph.intake.spellings import Spellings
from plangraph.sheets import bounds, read_sheets

if TYPE_CHECKING:
    from pathlib import Path

WORDS = Vocabulary.load()


def carried(path: Path, confirmed: dict[tuple[str, str], tuple[str, bool]] | None = None) -> tuple[Any, Carrying]:
    """Import a file as the draft of its mapping says."""
    sheets = read_sheets(path)
    carrying = Carrying(Mapping.model_validate(draft(sheets, WORDS, Named("minato"))), WORDS, Spellings(confirmed))
    return carrying.carry(sheets).tables, carrying


def elements(tables: Any) -> list[str]:
    """Say each element as ``code name < parent @ offices``."""
    return [
        " ".join(
            filter(
                None,
                (
                    row["code"],
                    row.get("label_ja"),
                    f"< {row['parent']}" if "parent" in row else "",
                    f"@ {row['responsible']}" if "responsible" in row else "",
                ),
            )
        )
        for row in tables["elements"]
    ]


def figures(tables: Any) -> list[str]:
    """Say each figure as ``about kind year value unit``."""
    return [
        " ".join(
            filter(
                None, (row.get(k) for k in ("about", "kind", "fiscal_year", "comparator", "value", "unit", "note_ja"))
            )
        )
        for row in tables["observations"]
    ]


def evaluations(tables: Any) -> list[str]:
    return [
        " ".join(row[k] for k in ("element", "grade", "direction", "note_ja") if k in row)
        for row in tables["evaluations"]
    ]


DRAWER = {
    "merged cells that go down, code and name in one cell, a total, a gap": (
        Sent(
            [
                ["第2次みなと市総合計画　実施計画事業一覧"],
                ["政策", "施策", "事業名", "担当課", "R6予算額\n（千円）", "R7予算額\n（千円）"],
                ["1 安全なまち", "1-1 防災", "避難所整備事業", "防災課", 1000, 1200],
                [None, None, "訓練事業", "防災課", 200, "－"],
                [None, "1-2 防犯", "防犯灯設置", "市民課", "1,300", 310],
                ["合計", None, None, None, 1500, 1510],
            ],
            ("A3:A5", "B3:B4"),
        ),
        [
            *("1 安全なまち", "1-1 防災 < 1", "1-1-1 避難所整備事業 < 1-1 @ 防災課", "1-1-2 訓練事業 < 1-1 @ 防災課"),
            *("1-2 防犯 < 1", "1-2-1 防犯灯設置 < 1-2 @ 市民課"),
        ],
        [
            *("1-1-1 Budget 2024 1000 千円", "1-1-1 Budget 2025 1200 千円", "1-1-2 Budget 2024 200 千円"),
            *("1-2-1 Budget 2024 1300 千円", "1-2-1 Budget 2025 310 千円"),
        ],
    ),
    "blank cells that mean the same, ditto marks, a loss, the year in the sheet's name": (
        Sent(
            [
                ["基本目標", "施策名", "No", "事務事業名", "所管課", "決算額（円）"],
                ["安全", "防災", "a1", "訓練", "防災課", 1000000],
                ["", "", "a2", "堤防", "〃", 2000000],
                ["", "防犯", "a3", "灯", "市民課", "△500"],
                ["産業", "商業", "a4", "支援", "商工課", "…"],
            ],
            title="令和5年度",
        ),
        [
            *("1 安全", "1-1 防災 < 1", "a1 訓練 < 1-1 @ 防災課", "a2 堤防 < 1-1 @ 防災課", "1-2 防犯 < 1"),
            *("a3 灯 < 1-2 @ 市民課", "2 産業", "2-1 商業 < 2", "a4 支援 < 2-1 @ 商工課"),
        ],
        ["a1 Settlement 2023 1000000 円", "a2 Settlement 2023 2000000 円", "a3 Settlement 2023 -500 円"],
    ),
    "rows that are a heading for those below them, with subtotals": (
        Sent(
            [
                ["事業番号", "事業名", "担当", "令和6年度当初予算額（千円）"],
                ["政策１　安全なまちづくり"],
                [101, "訓練", "防災課", 10],
                ["小計", None, None, 10],
                ["政策２　元気なまちづくり"],
                [201, "商店街", "商工課", 40],
                ["総計", None, None, 50],
            ],
            ("A2:D2", "A5:D5"),
        ),
        ["1 安全なまちづくり", "101 訓練 < 1 @ 防災課", "2 元気なまちづくり", "201 商店街 < 2 @ 商工課"],
        ["101 Budget 2024 10 千円", "201 Budget 2024 40 千円"],
    ),
    "blocks of years under merged headings, bounds, asides, several indicators of one measure": (
        Sent(
            [
                ["施策", "成果指標", "単位", "基準値", "目標値", None, "実績値", None],
                [None, None, None, "R3", "R4", "R5", "R4", "R5"],
                ["防災", "訓練参加者数", "人", 100, 110, "120以上", "105", "29（4）"],
                ["", "備蓄率", "％", 50.5, "約60", 70, "61.2％", "－"],
            ],
            ("A1:A2", "B1:B2", "C1:C2", "E1:F1", "G1:H1"),
        ),
        ["1 防災"],
        [
            *("1.1 BaselineValue 2021 100", "1.1 TargetValue 2022 110", "1.1 TargetValue 2023 atLeast 120"),
            *("1.1 ActualValue 2022 105", "1.1 ActualValue 2023 29 （4）", "1.2 BaselineValue 2021 50.5"),
            *("1.2 TargetValue 2022 about 60", "1.2 TargetValue 2023 70", "1.2 ActualValue 2022 61.2 %"),
        ],
    ),
    "two tables on one sheet, of which the second names the first's codes": (
        Sent(
            [
                ["表1 施策一覧"],
                ["施策番号", "施策名", "担当部"],
                ["1", "防災", "総務部"],
                ["2", "商業", "産業部"],
                [],
                ["表2 事務事業一覧"],
                ["施策番号", "事業番号", "事務事業名", "予算額（千円）"],
                ["1", "11", "訓練", 10],
                ["2", "21", "支援", 30],
            ],
            title="R6",
        ),
        ["1 防災 @ 総務部", "2 商業 @ 産業部", "11 訓練 < 1", "21 支援 < 2"],
        ["11 Budget 2024 10 千円", "21 Budget 2024 30 千円"],
    ),
    "a row of units and one of numbers under the headings": (
        Sent(
            [
                ["事業名", "担当課", "予算額", "決算額"],
                [None, None, "（千円）", "（百万円）"],
                ["①", "②", "③", "④"],
                ["訓練", "防災課", 10, 9],
            ],
            title="令和4年度",
        ),
        ["1 訓練 @ 防災課"],
        ["1 Budget 2022 10 千円", "1 Settlement 2022 9 百万円"],
    ),
    "headings far below notes, under groups": (
        Sent(
            [
                *[[None]] * 6,
                ["※注意事項"],
                ["", "事業概要等", "", "予算・決算（千円）", ""],
                ["", "事業名", "担当", "R5決算", "R6予算"],
                ["", "訓練", "防災課", 10, 20],
            ],
            ("B8:C8", "D8:E8"),
        ),
        ["1 訓練 @ 防災課"],
        ["1 Settlement 2023 10 千円", "1 Budget 2024 20 千円"],
    ),
    "headings printed again on each page": (
        Sent(
            [
                ["事業名", "担当課", "R6予算（千円）"],
                ["訓練", "防災課", 10],
                ["2ページ"],
                ["事業名", "担当課", "R6予算（千円）"],
                ["堤防", "土木課", 20],
            ]
        ),
        ["1 訓練 @ 防災課", "2 堤防 @ 土木課"],
        ["1 Budget 2024 10 千円", "2 Budget 2024 20 千円"],
    ),
    "several offices in a cell, a bureau before its division, and a project under two measures": (
        Sent(
            [
                ["施策コード", "施策名称", "事業コード", "事業名称", "担当課"],
                ["1", "防災", "101", "訓練", "防災課、消防本部"],
                ["2", "福祉", "101", "訓練", "福祉課\n介護課"],
                ["2", "福祉", "102", "見守り", "福祉部　高齢課"],
            ]
        ),
        ["1 防災", "101 訓練 < 1 @ 防災課|消防本部|福祉課|介護課", "2 福祉", "102 見守り < 2 @ 高齢課"],
        [],
    ),
    "codes as text and as numbers, sums in words": (
        Sent(
            [
                ["コード", "事業名", "課名", "令和6年度決算額　単位：円"],
                ["0101", "a", "A課", "1,234円"],
                [102, "b", "B課", "3億2,000万円"],
                ["（01）－03", "c", "C課", "1.5百万円"],
            ]
        ),
        ["0101 a @ A課", "102 b @ B課", "01-03 c @ C課"],
        ["0101 Settlement 2024 1234 円", "102 Settlement 2024 320000000 円", "01-03 Settlement 2024 1.5 百万円"],
    ),
    "three levels called 大項目, 中項目, 小項目": (
        Sent(
            [
                ["大項目", "中項目", "小項目", "具体的な取組", "担当課"],
                ["1 暮らし", "(1) 防災", "① 備え", "訓練の実施", "防災課"],
                ["1 暮らし", "(1) 防災", "① 備え", "備蓄", "防災課"],
            ]
        ),
        [
            "1 暮らし",
            "1 防災 < 大項目:1",
            "1 備え < 中項目:1",
            "1-1 訓練の実施 < 小項目:1 @ 防災課",
            "1-2 備蓄 < 小項目:1 @ 防災課",
        ],
        [],
    ),
    "numbers that begin anew under each measure": (
        Sent(
            [
                ["施策名", "No.", "事業名"],
                ["防災", 1, "訓練"],
                ["防災", 2, "備蓄"],
                ["商業", 1, "支援"],
            ]
        ),
        ["1 防災", "1-1 訓練 < 1", "1-2 備蓄 < 1", "2 商業", "2-1 支援 < 2"],
        [],
    ),
    "what looks like a formula, and HTML": (
        Sent([["No", "事業名", "担当課"], [1, "<b>太字</b>", "土木課"], [2, "@SUM(1)", "防災課"]]),
        ["1 <b>太字</b> @ 土木課", "2 @ 防災課"],
        [],
    ),
}


@pytest.mark.parametrize("name", DRAWER)
def test_a_sheet_is_read_rightly(name: str, tmp_path: Path) -> None:
    sent, expected, numbers = DRAWER[name]
    tables, _ = carried(write_workbook(tmp_path / "sheet.xlsx", sent))
    assert elements(tables) == expected
    assert figures(tables) == numbers


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "utf-8", "utf-8-sig", "utf-16", "iso2022_jp"])
@pytest.mark.parametrize("mark", [",", "\t"])
def test_a_table_of_text_is_read_in_any_encoding(encoding: str, mark: str, tmp_path: Path) -> None:
    rows = [["事業番号", "事業名", "担当課", "R6予算額（千円）"], ["1", "防災訓練を実施する事業", "危機管理課", "10"]]
    (tmp_path / "a.csv").write_bytes("\r\n".join(mark.join(row) for row in rows).encode(encoding))
    tables, _ = carried(tmp_path / "a.csv")
    assert elements(tables) == ["1 防災訓練を実施する事業 @ 危機管理課"]
    assert figures(tables) == ["1 Budget 2024 10 千円"]


def test_letters_that_windows_added_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("№,事業名\r\n1,㈱髙橋①ビル\r\n".encode("cp932"))
    assert elements(carried(tmp_path / "a.csv")[0]) == ["1 ㈱髙橋①ビル"]


def test_an_open_document_is_read(tmp_path: Path) -> None:
    cells = [["事業番号", "事業名"], ["1", "訓練"]]
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in cells
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    table = f'<table:table table:name="s">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>")
    assert elements(carried(tmp_path / "a.ods")[0]) == ["1 訓練"]


def test_one_name_in_several_spellings_is_one_and_a_doubtful_one_is_asked_about(tmp_path: Path) -> None:
    names = [
        "安全・安心なまちづくり",
        "安全･安心なまちづくり",
        "安全・安心な まちづくり",
        "安全・安心なまちずくり",
        "産業の振興",
    ]
    sent = Sent([["政策名", "事業名"], *([name, f"事業{at}"] for at, name in enumerate(names))])
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", sent))
    policies = [row for row in tables["elements"] if row["tier"] == "政策"]
    assert [row["label_ja"] for row in policies] == ["安全・安心なまちづくり", "安全・安心なまちずくり", "産業の振興"]
    assert set(policies[0]["alt_ja"].split("|")) == {"安全･安心なまちづくり", "安全・安心な まちづくり"}
    (asked,) = [one for one in carrying.spellings.found if not one.same]
    assert (asked.spelling, asked.taken_as) == ("安全・安心なまちずくり", "安全・安心なまちづくり")
    said = {("政策", asked.spelling): (asked.taken_as, True)}
    tables, _ = carried(tmp_path / "a.xlsx", said)
    assert [row["label_ja"] for row in tables["elements"] if row["tier"] == "政策"] == [names[0], "産業の振興"]


def test_names_that_differ_in_a_number_are_never_one(tmp_path: Path) -> None:
    sent = Sent([["政策名", "事業名"], ["第1期まちづくり計画の推進", "a"], ["第2期まちづくり計画の推進", "b"]])
    _, carrying = carried(write_workbook(tmp_path / "a.xlsx", sent))
    assert carrying.spellings.found == []


def test_what_tells_of_persons_is_left_out_and_said(tmp_path: Path) -> None:
    sent = Sent(
        [
            ["事業名", "担当課（内線）", "担当者", "連絡先", "備考"],
            [
                "訓練",
                "防災課（内線2345）",
                "山田　太郎",
                "03-1234-5678",
                "詳しくは担当（abc@city.example.jp）へ問い合わせること",
            ],
            ["堤防", "土木課", "鈴木　花子", "03-1234-5679", "堤防を直す"],
        ]
    )
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", sent))
    told = repr(tables)
    assert not [word for word in ("山田", "1234", "2345", "@") if word in told.replace("'@", "")]
    assert carrying.account.reasons["person"] == 4
    assert "山田" not in repr(draft(read_sheets(tmp_path / "a.xlsx"), WORDS, Named("minato")))


def test_a_legend_tells_which_end_of_a_scale_is_good(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["事業名", "評価", "今後の方向性"],
        ["訓練", "A", "拡充"],
        ["堤防", "Ｃ", "廃止"],
        ["A：順調　B：概ね順調　C：遅れ"],
    ]
    sheets = read_sheets(write_workbook(tmp_path / "a.xlsx", Sent(rows, title="R5")))
    drafted = draft(sheets, WORDS, Named("minato"))
    assert {row["code"]: row["standing"] for row in drafted["grades"]} == {"A": "OnTarget", "C": "Behind"}
    assert {row["word"]: row["course"] for row in drafted["directions"]} == {"拡充": "Expand", "廃止": "End"}
    assert evaluations(carried(tmp_path / "a.xlsx")[0]) == ["1 A 拡充", "2 C 廃止"]


def test_a_scale_that_nobody_explains_is_carried_as_words(tmp_path: Path) -> None:
    rows = [["事業名", "評価"], ["訓練", "A"], ["堤防", "B"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, title="R5")))
    assert evaluations(tables) == ["1 評価: A", "2 評価: B"]


def test_marks_under_the_numbers_of_goals_are_links(tmp_path: Path) -> None:
    rows: list[list[object]] = [["事業名", "SDGs", None, None], [None, 3, 11, 13], ["訓練", None, "○", "●"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("A1:A2", "B1:D1"))))
    assert [row["object"] for row in tables["links"]] == ["sdg:11", "sdg:13"]


def test_figures_without_year_or_unit_are_left_out_and_said(tmp_path: Path) -> None:
    rows: list[list[object]] = [["事業名", "予算額", "R6決算額", "R5予算額（千円）"], ["訓練", 10, 20, "三十"]]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert tables["observations"] == []
    assert {cell.why: cell.text for cell in carrying.account.left} == {"no year": "10", "no unit": "20"}
    assert carrying.account.carried == 2


def test_sheets_of_offices_are_put_together(tmp_path: Path) -> None:
    book = Workbook()
    heads = ["番号", "事業名"]
    write_workbook(tmp_path / "a.xlsx", Sent([["みなと市"], ["この表は…"]], title="表紙"), book)
    write_workbook(tmp_path / "a.xlsx", Sent([heads, [1, "訓練"]], title="総務部"), book)
    write_workbook(tmp_path / "a.xlsx", Sent([heads, [2, "支援"]], title="産業部"), book)
    assert elements(carried(tmp_path / "a.xlsx")[0]) == ["1 訓練 @ 総務部", "2 支援 @ 産業部"]


FORM = [
    ["事務事業評価シート"],
    ["事務事業名", "訓練"],
    ["担当課", "防災課"],
    ["予算額（千円）", 100],
    ["事業の目的", "備える"],
]


@pytest.mark.parametrize(
    ("rows", "said"),
    [([["あ", "い"], ["う", "え"]], "no row of headings"), (FORM, "a list with a project a row")],
    ids=["no headings", "a form about one project"],
)
def test_a_sheet_without_a_table_is_refused_with_what_to_do(
    rows: list[list[object]], said: str, tmp_path: Path
) -> None:
    with pytest.raises(SheetError, match=said):
        carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))


def far_cell() -> bytes:
    book, out = Workbook(), io.BytesIO()
    assert book.active is not None
    book.active["XFD1048576"] = 1
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("~$a.xlsx", b"\x05user", "close Excel"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "remove the password"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 damaged", "save it as an Excel Workbook"),
        ("a.xlsx", b"PK\x03\x04 cut off", "open it in Excel and save it again"),
        ("a.csv", b"\x00\x01\x02\x03\xff\xfe", "neither a table nor a text"),
        ("a.csv", b"  \n", "is empty"),
        ("a.xlsx", b"%PDF-1.7", "the table that it was made from"),
        ("a.xlsx", far_cell, "Ctrl\\+End"),
    ],
    ids=["lock", "password", "xls", "cut off", "binary", "empty", "pdf", "far cell"],
)
def test_a_file_that_cannot_be_read_says_what_to_do(name: str, content: Any, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content())
    with pytest.raises(SheetError, match=said):
        read_sheets(tmp_path / name)


def test_a_file_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_workbook(tmp_path / "a.xlsx", Sent([["事業名", "担当課"], ["訓練", "防災課"]]))
    monkeypatch.setattr(bounds, "LARGEST_UNPACKED", 1000)
    with pytest.raises(SheetError, match="unpacks to more"):
        read_sheets(path)


def test_three_thousand_rows_are_imported_within_ten_seconds(tmp_path: Path) -> None:
    lines = ["施策名,事業番号,事業名,担当課,R5決算額（千円）,R6予算額（千円）,成果指標,単位,R5実績値,備考"]
    lines += [
        f"施策{at // 50},{at},事業の名称{at},第{at % 90}課,{at},{at * 2},指標{at},件,{at},備考の文"
        for at in range(3000)
    ]
    (tmp_path / "a.csv").write_text("\n".join(lines), "utf-8")
    begin = time.process_time()
    tables, _ = carried(tmp_path / "a.csv")
    assert time.process_time() - begin < 10
    assert len(tables["observations"]) == 9000
