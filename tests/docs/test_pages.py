"""The generated files say what is true now."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from docs.pages import WRITTEN

from plangraph.intake.mapping import SheetOf
from plangraph.suggestions.review_row import ReviewRow
from plangraph.tables.descriptions import JAPANESE, described
from plangraph.tables.plan_models import PlanFile

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def written(kawasaki_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    environment = {**os.environ, "PLANGRAPH_STORE": str(kawasaki_folder)}
    subprocess.run([sys.executable, "-m", "docs", str(folder)], cwd=ROOT, env=environment, check=True)
    return folder


@pytest.mark.parametrize("name", WRITTEN)
def test_a_generated_file_has_not_drifted(written: Path, name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == (written / name).read_text("utf-8"), "run 'make docs'"


def test_no_sentence_is_kept_in_japanese_that_no_page_or_note_has() -> None:
    pages = "".join((ROOT / f"docs/{name}.ja.md").read_text("utf-8") for name in ("tables", "mapping", "plan-file"))
    notes = [described(text).ja for text in ReviewRow.conditions.values()]
    assert [english for english, japanese in JAPANESE.items() if japanese not in pages and japanese not in notes] == []


@pytest.mark.parametrize("lang", ["", ".ja"])
def test_the_examples_of_files_that_people_edit_are_of_their_form(lang: str) -> None:
    plan, mapping = (
        tomllib.loads(re.findall(r"```toml\n(.+?)```", (ROOT / f"docs/{name}{lang}.md").read_text("utf-8"), re.S)[0])
        for name in ("plan-file", "mapping")
    )
    assert [tier.word for tier in PlanFile.model_validate(plan).tiers] == ["施策", "事業"]
    assert [SheetOf.model_validate(sheet).fiscal_year for sheet in mapping["sheets"]] == [2023]
