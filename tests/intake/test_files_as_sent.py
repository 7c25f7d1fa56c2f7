"""Files as cities send them: in any form and encoding, or refused with a sentence that helps."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from tests.intake.as_drafted import WORDS, carried, elements, figures
from tests.intake.sheets_as_sent import Sent, write_workbook

from plangraph.errors import SheetError
from plangraph.intake.carrying import Carrying
from plangraph.intake.draft import Named, draft
from plangraph.intake.mapping import Mapping
from plangraph.intake.spellings import Spellings
from plangraph.sheets import bounds, read_sheets

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "utf-8", "utf-8-sig", "utf-16", "iso2022_jp"])
@pytest.mark.parametrize("mark", [",", "\t"])
def test_a_table_of_text_is_read_in_any_encoding(encoding: str, mark: str, tmp_path: Path) -> None:
    rows = [["事業番号", "事業名", "担当課", "R6予算額（千円）"], ["1", "防災訓練を実施する事業", "危機管理課", "10"]]
    (tmp_path / "a.csv").write_bytes("\r\n".join(mark.join(row) for row in rows).encode(encoding))
    tables, _ = carried(tmp_path / "a.csv")
    assert elements(tables) == ["1 防災訓練を実施する事業 @ 危機管理課"]
    assert figures(tables) == ["1 Budget 2024 10 千円"]


@pytest.mark.parametrize(
    ("encoding", "street"),
    [("cp1252", "Mühlstraße"), ("cp1252", "Hôtel de l’Épée"), ("cp1250", "Ścieżka wzdłuż Łódki")],
)
def test_a_table_of_european_text_and_numbers_is_read(encoding: str, street: str, tmp_path: Path) -> None:
    rows = ["Nr.;Handlungsfeld;Maßnahme;Kosten 2025 in T€;Fördermittel 2025 (EUR);SDG"]
    rows += [f"A.1.b;A Wohnen;{street};1.204;12.500,00;3,11", "A.1.c;A Wohnen;Höfe;45,5;k. A.;7", "Summe;;;1.249,5;;"]
    (tmp_path / "a.csv").write_bytes("\r\n".join(rows).encode(encoding))
    tables, _ = carried(tmp_path / "a.csv")
    assert elements(tables) == ["A Wohnen", f"A.1.b {street} < A", "A.1.c Höfe < A"]
    assert figures(tables) == [
        "A.1.b Budget 2025 1204 thousand EUR",
        "A.1.b Grants 2025 12500.00 EUR",
        "A.1.c Budget 2025 45.5 thousand EUR",
    ]
    assert sorted(row["object"] for row in tables["links"]) == ["sdg:11", "sdg:3", "sdg:7"]


def test_a_table_of_text_with_no_letter_but_a_pound_sign_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Ref,Project,Budget 2025/26 (£000)\r\n1,Library,1.5\r\n".encode("cp1252"))
    assert figures(carried(tmp_path / "a.csv")[0]) == ["1 Budget 2025 1.5 thousand GBP"]


@pytest.mark.parametrize(("above", "below"), [("Priority", "Outcome"), ("Outcome", "Priority")])
def test_what_stands_above_in_the_sheet_is_above_in_the_classes(above: str, below: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{above},{below},Initiative\nA,A1,Paths\nA,A2,Trees\n", "utf-8")
    tiers = draft(read_sheets(tmp_path / "a.csv"), WORDS, Named("hill"))["tiers"]
    assert [(tier["word"], tier["class"]) for tier in tiers] == [
        (above, "BasicPolicy"),
        (below, "Policy"),
        ("Initiative", "Project"),
    ]


@pytest.mark.parametrize(
    ("begins", "end", "year"),
    [(1, "31/03/2029", "2029"), (4, "31.03.2029", "2028"), (7, "30/06/2027", "2026"), (7, "03/08/2027", "")],
)
def test_a_date_is_in_the_fiscal_year_of_the_city(begins: int, end: str, year: str, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", Sent([["Ref", "Action", "End date"], ["1", "Trees", end]]))
    drafted = draft(sheets := read_sheets(path), WORDS, Named("minato"))
    drafted["dataset"]["year_begins"] = begins
    content = Carrying(Mapping.model_validate(drafted), WORDS, Spellings()).carry(sheets)
    assert content.tables["elements"][0].get("end", "") == year


def test_a_sign_of_several_currencies_has_to_be_told(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", Sent([["ID", "Action", "FY25 Budget ($000)"], ["1", "Hotel levy", 5]]))
    drafted = draft(read_sheets(path), WORDS, Named("minato"))
    assert drafted["dataset"]["currency"] == ""
    assert drafted["sheets"][0]["columns"][2]["unit"] == "thousand $"


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


def test_a_sheet_without_a_table_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="no row of headings"):
        carried(write_workbook(tmp_path / "a.xlsx", Sent([["あ", "い"], ["う", "え"]])))
    letters = [[*"事業名担当課予算額"], ["訓練", None, None, "防災課", None, None, 10]]
    with pytest.raises(SheetError, match="one letter in each cell"):
        carried(write_workbook(tmp_path / "b.xlsx", Sent(letters)))


def far_cell() -> bytes:
    book, out = Workbook(), io.BytesIO()
    assert book.active is not None
    book.active["XFD1048576"] = 1
    book.save(out)
    return out.getvalue()


def archive_of(part: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(part, "")
    return out.getvalue()


def blank() -> bytes:
    out = io.BytesIO()
    Workbook().save(out)
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
        ("a.xls", b"\r\n<HTML><table><tr><td>1</td></tr></table>", "web page"),
        ("a.xls", b'<?xml version="1.0"?><Workbook/>', "web page"),
        ("a.docx", archive_of("word/document.xml"), "take the table out"),
        ("a.xlsx", blank, "is empty"),
    ],
    ids=[
        *("lock", "password", "xls", "cut off", "binary", "empty", "pdf", "far cell", "page", "XML", "Word"),
        "empty sheet",
    ],
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


@pytest.mark.parametrize(("written", "unit"), [("EUR", "EUR"), ("€000", "thousand EUR"), ("EUR m", "million EUR")])
def test_a_sheet_in_english_makes_a_dataset_in_english(written: str, unit: str, tmp_path: Path) -> None:
    rows: list[list[object]] = [["Project name", f"Adopted budget ({written})", "Notes"], ["Bridge", 1200, "Two lanes"]]
    sheets = read_sheets(write_workbook(tmp_path / "a.xlsx", Sent(rows, title="FY2025")))
    mapping = Mapping.model_validate(draft(sheets, WORDS, Named("minato"), "en"))
    content = Carrying(mapping, WORDS, Spellings()).carry(sheets)
    city = content.settings["city"]
    assert (city["language"], city["currency"], "label_en" in city) == ("en", "EUR", True)
    assert [row["label_en"] for row in content.tables["elements"]] == ["Bridge"]
    assert figures(content.tables) == [f"1 Budget 2025 1200 {unit}"]


def test_a_sheet_whose_names_nobody_finds_is_refused_with_what_to_do(tmp_path: Path) -> None:
    rows: list[list[object]] = [["番号", "計画の名", "計画期間", "所管課"], [1, "環境基本計画", "R5～R14", "環境課"]]
    with pytest.raises(SheetError, match="label"):
        carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))


def test_a_sheet_shows_how_the_numbers_of_its_file_are_written(tmp_path: Path) -> None:
    plans = Sent(
        [["N°", "Action", "Budget 2025 (EUR)"], ["1.1", "Plant trees", "1 250 000,50"], ["1.2", "Mow", "85,00"]]
    )
    others = Sent(
        [["N°", "Action", "Budget 2026 (EUR)"], ["1.1", "Plant trees", "38,5"], ["1.2", "Mow", "1"]], title="Grants"
    )
    write_workbook(tmp_path / "a.xlsx", plans, book := Workbook())
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", others, book))
    assert figures(tables) == [
        "1.1 Budget 2025 1250000.50 EUR",
        "1.2 Budget 2025 85.00 EUR",
        "1.1 Budget 2026 38.5 EUR",
        "1.2 Budget 2026 1 EUR",
    ]


def test_indicators_have_a_tier_where_the_mapping_names_none(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx", Sent([["施策番号", "施策名", "成果指標", "R6目標値"], ["1", "緑化", "本数", 5]])
    )
    mapping = draft(sheets := read_sheets(path), WORDS, Named("minato"))
    mapping["tiers"] = [tier for tier in mapping["tiers"] if tier["class"] != "Indicator"]
    content = Carrying(Mapping.model_validate(mapping), WORDS, Spellings()).carry(sheets)
    assert [tier["word"] for tier in content.settings["tiers"]] == ["施策", "指標"]
    assert [(row["element"], row["code"]) for row in content.tables["indicators"]] == [("1", "1.1")]


@pytest.mark.parametrize(
    ("heads", "tier", "district"),
    [
        ("Nr.;Massnahmen;Stadtteile;Budget 2025 (1000 CHF)", "Massnahme", "Stadtteil"),
        ("Nr.;Maßnahme;Ortsteil;Budget 2025 (EUR)", "Maßnahme", "Ortsteil"),
        ("N°;Actions;Arrondissements;Budget 2025 (EUR)", "Action", "Arrondissement"),
        ("No;Acciones;Barrio;Presupuesto 2025 (EUR)", "Acción", "Barrio"),
        ("No;Projects;District name;Budget 2025 (EUR)", "Project", "District"),
        ("番号;事業名;対象地区;R7予算額（千円）", "事業", "地区"),
        ("番号;事業名;対象区;R7予算額（千円）", "事業", ""),
    ],
)
def test_tiers_and_areas_go_by_the_word_of_the_sheet_for_one_of_them(
    heads: str, tier: str, district: str, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(f"{heads}\n1;Park;Nord;10\n2;Pont;Sud;20\n", "utf-8")
    drafted = draft(read_sheets(tmp_path / "a.csv"), WORDS, Named("a"))
    tables, carrying = carried(tmp_path / "a.csv")

    assert [each["word"] for each in drafted["tiers"]] == [tier]
    assert drafted["tiers"][0].get("plural") == WORDS.plurals.get(tier, "Projects" if tier == "Project" else None)
    assert drafted["dataset"].get("district", "") == district
    assert {row["kind"] for row in tables["places"]} == {"City", district or "Ward"}
    assert not carrying.account.left


def test_marks_under_a_tier_say_what_else_a_row_is_part_of_and_a_name_alone_is_what_it_is_elsewhere(
    tmp_path: Path,
) -> None:
    book = Workbook()
    sheet = book.create_sheet("事業", 0)
    sheet.append(["", "", "", "重点プロジェクト", ""])
    sheet.append(["基本目標", "施策", "主要事業", "浜のにぎわい", "脱炭素"])
    for row in (
        ["安心", "防災", "避難所", "○", "◎"],
        ["稼ぐ", "観光", "案内所", "○", None],
        ["稼ぐ", "農業", "新規就農", None, None],
    ):
        sheet.append(row)
    sheet.merge_cells("D1:E1")
    kpi = book.create_sheet("KPI")
    kpi.append(["施策", "指標名", "単位", "令和６年度実績値"])
    kpi.append(["観光", "観光客数", "人", 12])
    book.save(tmp_path / "a.xlsx")
    tables, carrying = carried(tmp_path / "a.xlsx")
    names = {f"{row['tier']}:{row['code']}": row["label_ja"] for row in tables["elements"]}

    assert [row["label_ja"] for row in tables["elements"] if row["tier"] == "施策"] == ["防災", "観光", "農業"]
    assert {
        row["label_ja"]: [names[other] for other in row.get("also_part_of", "").split("|") if other]
        for row in tables["elements"]
        if row["tier"] == "主要事業"
    } == {"避難所": ["浜のにぎわい", "脱炭素"], "案内所": ["浜のにぎわい"], "新規就農": []}
    assert names[f"施策:{tables['indicators'][0]['element']}"] == "観光"
    assert not carrying.account.left


@pytest.mark.parametrize(
    ("heads", "above", "told", "unit"),
    [
        (
            "Action,Coût prévisionnel 2025 (k€)",
            "Projet de territoire 2025-2030",
            {"start": 2025, "end": 2030},
            "thousand EUR",
        ),
        ("Project,Budget 2025 (₹ lakh)", "Town of Devpur", {"currency": "INR"}, "lakh INR"),
        ("Project,2025 Budget", "Amounts in thousand pesos", {"currency": ""}, "thousand pesos"),
        (
            "Outcome,Project,FY2025 Adopted ($000)",
            "Plan FY2025-FY2029",
            {"currency": "", "start": 2025, "end": 2029},
            "thousand $",
        ),
    ],
)
def test_amounts_in_words_of_other_countries_are_read(
    heads: str, above: str, told: dict[str, Any], unit: str, tmp_path: Path
) -> None:
    row = ",".join(["Roads"] * heads.count(",") + ["12"])
    (tmp_path / "a.csv").write_text(f"{above}\n\n{heads}\n{row}\n", "utf-8")
    drafted = draft(read_sheets(tmp_path / "a.csv"), WORDS, Named("a"))

    assert told.items() <= drafted["dataset"].items()
    figures_of = [column for column in drafted["sheets"][0]["columns"] if column["field"] == "figure"]
    assert [(column["kind"], column.get("unit")) for column in figures_of] == [("Budget", unit)]


def test_a_word_that_begins_with_a_letter_and_an_accent_is_one_grade(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Action,Statut 2025\nVélo,Réalisé\nPont,Évalué\nGare,A順調\n", "utf-8")
    drafted = draft(read_sheets(tmp_path / "a.csv"), WORDS, Named("a"))
    assert [each["word"] for each in drafted["grades"] if each["code"] in {"A", "Réalisé"}] == ["順調", "Réalisé"]


def test_a_measure_beside_its_unit_is_an_indicator(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ID,Project,Measure,Unit,FY2025 Actual\nP-1,Trails,Miles open,miles,12\n", "utf-8")
    tables, _ = carried(tmp_path / "a.csv")
    assert [row["label_en"] for row in tables["indicators"]] == ["Miles open"]
    assert elements(tables) == ["P-1 Trails"]
