from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from plangraph.errors import SheetError, TableError
from plangraph.suggestions.corpus import Candidate, Element
from plangraph.suggestions.review import apply_review, as_csv, review_rows, write_workbook
from plangraph.suggestions.review_row import ReviewRow
from plangraph.suggestions.suggesting import Suggestion

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = frozenset({"3", "3.4", "11.5"})
ACCEPTED = {"accept": "x", "rationale_ja": "理由"}


def suggestion(code: str, label: str, target: str) -> Suggestion:
    element = Element(code, code, label, "tier", "施策", True, label, frozenset({code}))
    return Suggestion(element, "contributesToTarget", Candidate(target, target, "軽減"), 0.5, [("災害", 0.4)])


def rows(**cells: str) -> list[dict[str, str]]:
    found = list(review_rows([suggestion("1-1", "災害対策", "sdg:11.5"), suggestion("m2", "-予防", "sdg:3.4")], "3"))
    found[0] |= cells
    return found


def as_file(path: Path, **cells: str) -> Path:
    if path.suffix == ".xlsx":
        write_workbook(ReviewRow, rows(**cells), path, "ja")
    else:
        path.write_text(as_csv(ReviewRow, rows(**cells)), "utf-8-sig")
    return path


def test_a_review_names_terms_and_weights_and_runs_no_formula() -> None:
    text = as_csv(ReviewRow, rows())

    assert "災害=0.400" in text
    assert ",'-予防," in text


@pytest.mark.parametrize("mark", ["x", "ｘ", "Ｙ", "○"])
@pytest.mark.parametrize("name", ["review.csv", "review.xlsx"])
def test_accepted_rows_become_assumed_links(name: str, mark: str, tmp_path: Path) -> None:
    links, others = apply_review(as_file(tmp_path / name, **ACCEPTED | {"accept": mark}), KNOWN)

    assert others == 1
    assert [{column: value for column, value in link.items() if value} for link in links] == [
        {
            **{"plan": "3", "subject": "1-1", "relation": "contributesToTarget", "object": "sdg:11.5"},
            **{"basis": "Assumed", "rationale_ja": "理由"},
        }
    ]


def test_a_workbook_has_headings_in_japanese_text_cells_and_marks_to_choose(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(as_file(tmp_path / "review.xlsx"))["提案"]

    assert [cell.value for cell in sheet[1]][1:4] == ["関連元＊", "関連元の名称", "関連の種類＊"]
    assert (sheet["B2"].value, sheet["B2"].number_format) == ("1-1", "@")
    assert {str(each.sqref).rstrip("0123456789") for each in sheet.data_validations.dataValidation} == {"J2:J", "K2:K"}


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"accept": "x"}, "rationale_ja"),
        (ACCEPTED | {"reject": "x"}, "reject"),
        ({"accept": "perhaps"}, "accept"),
        (ACCEPTED | {"object": "sdg:99.9"}, "object"),
        (ACCEPTED | {"subject": "2001/1/1"}, "subject"),
    ],
)
def test_incomplete_rows_are_refused(tmp_path: Path, cells: dict[str, str], column: str) -> None:
    with pytest.raises(TableError) as caught:
        apply_review(as_file(tmp_path / "review.csv", **cells), KNOWN)

    assert [(problem.column, problem.row) for problem in caught.value.problems] == [(column, 2)]


def test_a_file_that_is_no_review_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    (tmp_path / "sjis.csv").write_bytes("要素".encode("cp932"))
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    (tmp_path / "none.xlsx").write_bytes(b"no workbook")

    for name in ("other.csv", "sjis.csv", "none.xlsx"):
        with pytest.raises(TableError, match=name):
            apply_review(tmp_path / name, KNOWN)
    with pytest.raises(SheetError, match=r"other\.xlsx: is empty"):
        apply_review(tmp_path / "other.xlsx", KNOWN)


def test_a_source_and_a_page_go_with_an_accepted_row(tmp_path: Path) -> None:
    path = as_file(tmp_path / "review.csv", **ACCEPTED | {"source": "ward-book", "page": "12"})

    assert [(link["source"], link["page"]) for link in apply_review(path, KNOWN).links] == [("ward-book", "12")]


def test_a_code_that_begins_like_a_formula_comes_back_as_it_was(tmp_path: Path) -> None:
    path = as_file(tmp_path / "review.csv", **ACCEPTED | {"subject": "-1"})

    assert next(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))["subject"] == "'-1"
    assert apply_review(path, KNOWN).links[0]["subject"] == "-1"
