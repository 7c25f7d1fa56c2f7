"""``mapping.toml`` read, and everything that is wrong with it at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from plangraph.errors import Problem, TableError
from plangraph.intake.heading_words import Vocabulary
from plangraph.intake.mapping import TABLES_OF_MAPPING, Mapping
from plangraph.namespaces import PREFIXES
from plangraph.ontology import load
from plangraph.store.folding import folded
from plangraph.tables.plan_file import KIND, wrong_class_of_tier
from plangraph.tables.toml_files import dotted, read_toml
from plangraph.tables.wording import explained, none_of, unknown
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel


TIER_OF_NAME = Words(
    "この列の層は、表の tier に書いてください（上の層の名称なら field に above と書いてください）",
    "write the tier of this column as tier of its sheet; if it names what a row stands under, write above as field",
)


def bundled_mapping(name: str) -> Path | None:
    """Return the file of a mapping that plangraph brings for sheets of a known make, or None."""
    path = Path(__file__).with_name("mappings") / f"{name}.toml"
    return path if re.fullmatch(r"[a-z-]+", name) and path.is_file() else None


def read_mapping(path: Path) -> Mapping:
    """Read ``mapping.toml``.

    Raises
    ------
    TableError
        If it is not of the form: everything that is wrong with it at once.
    """
    text, told = read_toml(path)
    try:
        mapping = Mapping.model_validate(told)
    except ValidationError as error:
        problems = []
        for detail in error.errors():
            place, said = detail["loc"], explained(detail)
            if detail["type"] == "extra_forbidden":
                said = said.then(did_you_mean(str(place[-1]), _keys(place)))
            problems.append(Problem(path.name, _line(text, place), dotted(place), said))
        raise TableError(problems) from error
    meaningless = [Problem(path.name, _line(text, place), dotted(place), said) for place, said in _meaningless(mapping)]
    if meaningless:
        raise TableError(meaningless)
    return mapping


def _meaningless(mapping: Mapping) -> Iterator[tuple[tuple[str | int, ...], Words]]:
    """Find each name of a class, standing, course or kind of figures that stands for nothing."""
    ontology = load()
    for at, tier in enumerate(mapping.tiers):
        if wrong := wrong_class_of_tier(tier.kind, ontology):
            yield ("tiers", at, "class"), wrong
    for at, grade in enumerate(mapping.grades):
        if grade.standing and ontology.concept("Standing", grade.standing) is None:
            yield ("grades", at, "standing"), none_of(grade.standing, list(ontology.scheme("Standing")))
    for at, direction in enumerate(mapping.directions):
        if direction.course and ontology.concept("Course", direction.course) is None:
            yield ("directions", at, "course"), none_of(direction.course, list(ontology.scheme("Course")))
    yield from _tiers_of_names(mapping)
    known = set(ontology.spellings[PREFIXES["pg"] + "ObservationKind"])
    known |= {folded(name) for figure in mapping.figures for name in (figure.code, figure.word)}
    for number, sheet in enumerate(mapping.sheets):
        for at, column in enumerate(sheet.columns):
            if column.kind and folded(column.kind) not in known:
                place = ("sheets", number, "columns", at, "kind")
                meant = Vocabulary.load().kind_of_figures(column.kind)
                labels = {meant: Words(column.kind, column.kind)} if meant else {}
                yield place, unknown(KIND, column.kind, ontology.scheme("ObservationKind"), labels)


def _tiers_of_names(mapping: Mapping) -> Iterator[tuple[tuple[str | int, ...], Words]]:
    """Find each tier on a column of what a row is about: its tier is that of the sheet."""
    for number, sheet in enumerate(mapping.sheets):
        for at, column in enumerate(sheet.columns):
            if column.tier and column.field in {"label", "code"}:
                yield ("sheets", number, "columns", at, "tier"), TIER_OF_NAME


def _keys(place: tuple[str | int, ...]) -> list[str]:
    name = ".".join(part for part in place[:-1] if isinstance(part, str))
    model: type[BaseModel] = TABLES_OF_MAPPING.get(name, Mapping)
    return [field.alias or key for key, field in model.model_fields.items()]


def _line(text: str, place: tuple[str | int, ...]) -> int:
    """Find the line on which a table of the place begins; 0 if it stands nowhere."""
    at = 0
    lines = text.splitlines()
    name = ""
    for part, following in zip(place, (*place[1:], None), strict=True):
        if not isinstance(part, str) or not isinstance(following, int):
            continue
        name = f"{name}.{part}".removeprefix(".")
        wanted = re.compile(rf"^\s*\[\[\s*{re.escape(name)}\s*\]\]")
        starts = [number for number, line in enumerate(lines, 1) if number > at and wanted.match(line)]
        if following < len(starts):
            at = starts[following]
    return at
