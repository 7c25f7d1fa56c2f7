"""What the reference of the tables says may be missing may be missing, and nothing else."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from plangraph.build.judgement import broken_rules, read_facts
from plangraph.build.writing import registry
from plangraph.column_words import COLUMNS
from plangraph.store.embedded import Memory
from plangraph.suggestions.review_row import ReviewRow
from plangraph.tables.plan_models import TABLES_OF_SETTINGS, Tier
from plangraph.tables.reading import read_table
from plangraph.tables.rows import TABLES
from plangraph.tables.wording import BLANK
from plangraph.validation import Shapes

if TYPE_CHECKING:
    from plangraph.errors import Problem
    from plangraph.tables.row import Row

CITIES = [Path(__file__).parents[1] / "queries" / "data" / name for name in ("minato", "testville", "plantown")]
MINATO = CITIES[0]
OF_A_CITY = [model for model in TABLES.values() if not model.shared]


def may_be_missing(model: type[Row], column: str) -> bool:
    return not model.must_have(column) and column not in model.conditions and column not in model.inherits


def without(text: str, dropped: set[str]) -> str:
    rows = list(csv.DictReader(io.StringIO(text)))
    kept = [column for column in rows[0] if column not in dropped]
    out = io.StringIO()
    lines = csv.DictWriter(out, kept, extrasaction="ignore", lineterminator="\n")
    lines.writeheader()
    lines.writerows(rows)
    return out.getvalue()


def test_all_columns_that_may_be_missing_may_be_missing_together(tmp_path: Path) -> None:
    for file in MINATO.iterdir():
        text = file.read_text("utf-8")
        model = TABLES.get(file.stem)
        if model:
            text = without(text, {column for column in model.columns() if may_be_missing(model, column)})
        (tmp_path / file.name).write_text(text, "utf-8")

    facts = read_facts([tmp_path])

    assert [*facts.problems, *broken_rules(facts, Memory.of(facts.quads), Shapes.of_data())] == []


@pytest.mark.parametrize("model", OF_A_CITY, ids=lambda model: model.table)
def test_a_column_that_must_be_there_is_asked_for(tmp_path: Path, model: type[Row]) -> None:
    needed = {column for column in model.columns() if model.must_have(column)}
    there = model.columns()[-1]
    (tmp_path / f"{model.table}.csv").write_text(f"{there}\n1\n", "utf-8")
    found: list[Problem] = []

    read_table(tmp_path, model, found)

    assert {problem.column for problem in found} - {there} == needed - {there}


@pytest.mark.parametrize("model", TABLES.values(), ids=lambda model: model.table)
def test_what_may_stand_only_once_in_a_table_are_columns_of_it(model: type[Row]) -> None:
    assert model.what
    assert set(model.identity) <= set(model.columns())


@pytest.mark.parametrize("model", OF_A_CITY, ids=lambda model: model.table)
def test_each_table_has_a_function_that_writes_its_rows(model: type[Row]) -> None:
    assert model in registry.WRITERS


def test_each_column_has_words_on_sheets_and_no_words_are_of_no_column() -> None:
    models: list[type[Row]] = [*TABLES.values(), ReviewRow]
    tables = [column for model in models for column in model.columns()]
    settings = [
        field.alias or name for model in TABLES_OF_SETTINGS.values() for name, field in model.model_fields.items()
    ]

    assert COLUMNS.keys() == {*tables, *settings}


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (model.table, column)
        for model in OF_A_CITY
        for column in model.columns()
        if model.must_have(column) and column not in model.inherits
    ],
)
def test_a_blank_cell_of_a_column_that_must_be_there_is_refused_by_its_name_alone(
    tmp_path: Path, table: str, column: str
) -> None:
    city = next(city for city in CITIES if (city / f"{table}.csv").is_file())
    folder = Path(shutil.copytree(city, tmp_path / city.name))
    rows = list(csv.DictReader(io.StringIO((folder / f"{table}.csv").read_text("utf-8"))))
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as out:
        lines = csv.DictWriter(out, rows[0])
        lines.writeheader()
        lines.writerows([*rows[:-1], rows[-1] | {column: " "}])

    facts = read_facts([folder])
    found = [*facts.problems, *broken_rules(facts, Memory.of(facts.quads), Shapes.of_data())]

    of_the_row = {(problem.column, problem.message) for problem in found if problem.file == f"{table}.csv"}
    assert of_the_row == {(column, BLANK)}


def test_a_document_without_a_title_is_told_of_by_the_column_for_titles(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(MINATO, tmp_path / "minato"))
    (folder / "sources.csv").write_text("key,kind\nsheets-2025,CityDocument\n", "utf-8")

    facts = read_facts([folder])
    (problem,) = broken_rules(facts, Memory.of(facts.quads), Shapes.of_data())

    assert (problem.place, problem.column) == ("sources.csv:2", "title_ja")


def test_figures_of_an_indicator_have_its_unit_also_where_its_plan_cannot_be_read(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(MINATO, tmp_path / "minato"))
    (folder / "plans.csv").write_text((folder / "plans.csv").read_text("utf-8").replace(",", ";"), "utf-8")

    assert [problem.file for problem in read_facts([folder]).problems] == ["plans.csv"]


def test_a_fiscal_year_that_is_none_is_told_as_one_is_written(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(MINATO, tmp_path / "minato"))
    (folder / "evaluations.csv").write_text("element,fiscal_year,grade\n0086,this year,F\n", "utf-8")

    (problem,) = read_facts([folder]).problems

    assert problem.text("en") == (
        "evaluations.csv:2: column fiscal_year: 'this year' is not a fiscal year, such as 2024, 令和6年度 or R6"
    )


def test_what_a_city_says_of_itself_stays_as_it_was_read() -> None:
    tier = Tier.model_validate({"word": " 施策 ", "class": "Measure"})

    with pytest.raises(ValidationError, match="frozen"):
        tier.word = "事業"  # type: ignore[misc]
    assert tier.word == "施策"
