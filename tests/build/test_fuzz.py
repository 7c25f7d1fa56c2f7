"""Whatever stands in a cell, a build ends, and soon: in facts, or in problems that name file, row and column."""

from __future__ import annotations

import csv
import io
import shutil
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangraph.build.judgement import Shared, broken_rules, read_dataset
from plangraph.errors import Problem, TableError
from plangraph.store.embedded import Memory

pytestmark = pytest.mark.long

CITIES = Path(__file__).parents[1] / "queries" / "data"
MINATO = CITIES / "minato"
TABLES = {
    path: list(csv.reader(io.StringIO(path.read_text("utf-8"))))
    for city in (MINATO, CITIES / "plantown")
    for path in sorted(city.glob("*.csv"))
}
CELLS = [
    (path, row, column)
    for path, rows in TABLES.items()
    for row, cells in enumerate(rows)
    for column in range(len(cells))
]
KEYS = [line for line in (MINATO / "plan.toml").read_text("utf-8").splitlines() if " = " in line]
HOSTILE = [
    "",
    " ",
    "1E+999999",
    "1E-5000000",
    "-1",
    "NaN",
    "Infinity",
    "9" * 5_000,
    "http://a/%zz",
    "https://[::1",
    "https://a b/",
    "javascript:alert(1)",
    "2025-02-30",
    "２０２５",
    "a\u2028b",
    "a\u0085b",
    "a\ufeff",
    "a\nb",
    'a"b',
    "\u202eabc",
    "施策:施策:01",
    "施策:nowhere/01",
    "office:office:市民部",
    "plan:second",
    "sdg:11.5",
    "|||",
    "../../x",
    "<script>",
    "😀",
    "\U000e0041",
]


shared = cache(Shared)


def problems(folder: Path) -> list[Problem]:
    """Read and judge a dataset; a fault of plangraph's own would be raised."""
    try:
        facts = read_dataset(folder, shared())
    except TableError as error:
        return list(error.problems)
    return [*facts.problems, *broken_rules(facts, Memory.of(facts.quads), shared().shapes)]


def assert_told(found: list[Problem], name: str) -> None:
    for problem in found:
        assert problem.file.endswith((".csv", ".toml", ".geojson")), problem
        assert problem.message.ja
        assert problem.message.en
        assert problem.row or not problem.file.endswith(".csv"), f"{name}: {problem}"


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(CELLS), st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(codec="utf-8"), max_size=30)))
def test_a_cell_may_hold_anything(cell: tuple[Path, int, int], text: str) -> None:
    path, row, column = cell
    rows = [list(cells) for cells in TABLES[path]]
    rows[row][column] = text
    with TemporaryDirectory() as place:
        folder = Path(shutil.copytree(path.parent, Path(place) / path.parent.name))
        with (folder / path.name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        begin = time.process_time()
        found = problems(folder)
        assert time.process_time() - begin < 1  # seconds of this process; a quiet machine needs a quarter of one
    assert_told(found, path.name)


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(KEYS), st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(codec="utf-8"), max_size=30)))
def test_a_key_of_plan_toml_may_say_anything(line: str, text: str) -> None:
    escaped = "".join(f"\\U{ord(letter):08x}" for letter in text)
    whole = (MINATO / "plan.toml").read_text("utf-8").replace(line, f'{line.partition(" = ")[0]} = "{escaped}"', 1)
    with TemporaryDirectory() as place:
        folder = Path(shutil.copytree(MINATO, Path(place) / "minato"))
        (folder / "plan.toml").write_text(whole, "utf-8")
        found = problems(folder)
    assert_told(found, "plan.toml")


@pytest.mark.parametrize(
    ("name", "old", "new", "row", "column", "words"),
    [
        ("observations.csv", ",1200,", ",1E+999999,", 2, "value", "too large or too fine a number"),
        ("observations.csv", ",1200,", ",1E-5000000,", 2, "value", "too large or too fine a number"),
        ("observations.csv", "2023-10", "2023-13", 10, "date", "a date such as"),
        (
            "organizations.csv",
            "市民部,,,市民部",
            "市民部,,くらし係,市民部",
            3,
            "parent",
            "lead back to the office itself",
        ),
        ("organizations.csv", "道路課,,都市部,道路課,", "道路課,,都市部,道路課,道路公園課", 7, "succeeds", "lead back"),
        *(
            (
                "sources.csv",
                "publisher,date\nsheets-2025,CityDocument,事務事業評価シート 令和7年度,みなと市,2025",
                f"publisher,date,url\nsheets-2025,CityDocument,事務事業評価シート 令和7年度,みなと市,2025,{url}",
                2,
                "url",
                words,
            )
            for url, words in (("http://a/%zz", "begins with http"), ("https://[::1", "not a web address"))
        ),
        (
            "places.csv",
            "area_code\nminato,City,みなと市,C99999",
            "within\nminato,City,みなと市,minato",
            2,
            "within",
            "lead back",
        ),
        (
            "plan.toml",
            'place = "minato"',
            'place = "minato"\nlicence = "https://a b/"',
            7,
            "city.licence",
            "an address that begins with http",
        ),
        ("elements.csv", "施策,01,01", "施策,0/1,01", 4, "code", "not a code of letters, digits, ( ) . - _ and ・"),
        (
            "plan.toml",
            'place = "minato"',
            'place = "minato"\nlicence = "javascript:alert(1)"',
            7,
            "city.licence",
            "http",
        ),
        (
            "plan.toml",
            'place = "minato"',
            'place = "minato"\nlicense = "x"',
            7,
            "city.license",
            "did you mean 'licence'?",
        ),
        ("plan.toml", 'course = "End"', 'course = "Ende"', 74, "directions[3].course", "did you mean 'End'?"),
        ("plan.toml", 'class = "Programme"', 'class = "Program"', 20, "tiers[3].class", "did you mean 'Programme'?"),
        ("plan.toml", "under = []", 'under = "施索"', 29, "tiers[5].under", "did you mean '施策'?"),
    ],
)
def test_what_is_wrong_is_named_by_file_row_and_column(
    tmp_path: Path, name: str, old: str, new: str, row: int, column: str, words: str
) -> None:
    folder = Path(shutil.copytree(MINATO, tmp_path / "minato"))
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")

    found = {
        problem.row: problem.message for problem in problems(folder) if (problem.file, problem.column) == (name, column)
    }

    assert words in found[row].en


def test_a_byte_order_mark_and_a_line_separator_are_read(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(MINATO, tmp_path / "minato"))
    for name, old, new in (
        ("plan.toml", "# A made-up", "\ufeff# A made-up"),
        ("elements.csv", "見守り,", "見\u2028守り,"),
    ):
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")

    assert problems(folder) == []
