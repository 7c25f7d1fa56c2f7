"""``plan.toml``, or the sheets that stand for it: read, and every name in it checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from pydantic import ValidationError

from plangraph.errors import Problem, TableError
from plangraph.iris import OF_ALL_CITIES
from plangraph.namespaces import GEO, ORG, PG, PREFIXES
from plangraph.store.folding import folded
from plangraph.tables.plan_models import TABLES_OF_SETTINGS, PlanFile
from plangraph.tables.rows import TABLES
from plangraph.tables.toml_files import dotted, read_toml
from plangraph.tables.wording import explained, none_of, not_of_these, one_of_these, unknown
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from plangraph.ontology import Ontology
    from plangraph.tables.book import Book

SETTINGS = "plan.toml"
PREFIXED_NAMES = frozenset({"sdg", *(model.prefix for model in TABLES.values() if model.prefix)})
HEADER = re.compile(r"^\s*\[\[?\s*([\w-]+)\s*\]\]?\s*(?:#.*)?$")
OF_KINDS = (PG.Plan, GEO.Feature, ORG.Organization, PG.Post, PG.PeopleGroup)
"""The classes of which the tables of plans, places and organizations take kinds."""
OF_ALL_TIERS = Words(
    "どの層の要素もこのクラスなので、層が計画のどこにあたるかが分かりません。最も近いものを選んでください。",
    "the elements of all tiers are of this class, so it does not say what part the tier plays: choose the nearest. ",
)
SCALES = {"standing": ("grades", "Standing"), "course": ("directions", "Course")}
"""The keys that say where a city's word stands on a scale common to all, by table and scheme."""
CLASS, TIER, KIND = Words("クラス", "class"), Words("層", "tier"), Words("数値の種類", "kind of figures")


def read_settings(dataset: Path | Book, ontology: Ontology, problems: list[Problem]) -> PlanFile:
    """Read ``plan.toml``, or the sheets of a workbook that say what it says.

    Parameters
    ----------
    dataset : Path or Book
        The dataset's folder, or its workbook.
    ontology : Ontology
        What the names of classes, standings, courses and kinds mean.
    problems : list of Problem
        To which each name that means nothing is added.

    Raises
    ------
    TableError
        If the file is missing or is not of the form, without which no table can be read.
    """
    settled: _Settled = _of_file(dataset) if isinstance(dataset, Path) else dataset.settings(TABLES_OF_SETTINGS)
    try:
        file = PlanFile.model_validate(settled.content)
    except ValidationError as error:
        raise TableError([_problem(settled, detail, ontology) for detail in error.errors()]) from error
    problems += [settled.problem(place, said) for place, said in _meaningless(file, ontology)]
    return file


class _Settled(Protocol):
    """What ``plan.toml`` or its sheets say, and where each part stands."""

    @property
    def content(self) -> dict[str, Any]: ...

    def problem(self, place: Sequence[str | int], message: Words) -> Problem: ...


@dataclass(frozen=True)
class _File:
    """What ``plan.toml`` says."""

    text: str
    content: dict[str, Any]

    def problem(self, place: Sequence[str | int], message: Words) -> Problem:
        """Return a problem with what stands at a place, such as ``("tiers", 0, "class")``."""
        return Problem(SETTINGS, _line(self.text, place), dotted(place), message)


def _of_file(folder: Path) -> _File:
    path = folder / SETTINGS
    if not path.is_file():
        message = Words(
            f"{folder.name} にありません。データセットは plan.toml のあるフォルダーか、plangraph new で作るブックです",
            f"missing in {folder.name}: a dataset is a folder with plan.toml, or a workbook as of `plangraph new`",
        )
        raise TableError([Problem.of_file(SETTINGS, message)])
    return _File(*read_toml(path))


def _meaningless(file: PlanFile, ontology: Ontology) -> Iterator[tuple[tuple[str | int, ...], Words]]:
    """Find each name that stands for nothing, or twice."""
    if file.city.key in OF_ALL_CITIES:
        taken = Words(f"「{file.city.key}」は都市のキーに使えません", f"'{file.city.key}' cannot be the key of a city")
        reason = Words("（共通のグラフの名前です）", ": a graph that all cities share goes by it")
        yield ("city", "key"), taken.then(reason)
    if not (file.city.label_ja or file.city.label_en):
        yield ("city", "label_ja"), Words("または label_en が必要です", "or label_en is needed")
    yield from _of_tiers(file, ontology)
    for at, kind in enumerate(file.kinds):
        if not any(ontology.is_a(kind.kind, one) for one in OF_KINDS):
            yield ("kinds", at, "class"), not_of_these(kind.kind, ontology.own_classes(OF_KINDS))
    for table, column, rows in _codes(file):
        for at, name in enumerate(rows):
            if name in rows[:at]:
                yield (table, at, column), Words(f"「{name}」が二つあります", f"'{name}' stands twice")
    for column, (table, scheme) in SCALES.items():
        for at, row in enumerate(getattr(file, table)):
            if ontology.concept(scheme, name := getattr(row, column)) is None:
                yield (table, at, column), not_of_these(name, _of_scale(scheme, ontology))
    known = set(ontology.spellings[PREFIXES["pg"] + "ObservationKind"])
    for at, figure in enumerate(file.figures):
        if figure.under and folded(figure.under) not in known:
            yield ("figures", at, "under"), unknown(KIND, figure.under, ontology.scheme("ObservationKind"))
        known |= {folded(figure.code), folded(figure.word)}


def _of_tiers(file: PlanFile, ontology: Ontology) -> Iterator[tuple[tuple[str | int, ...], Words]]:
    words = [tier.word for tier in file.tiers]
    for at, tier in enumerate(file.tiers):
        if wrong := wrong_class_of_tier(tier.kind, ontology):
            yield ("tiers", at, "class"), wrong
        if tier.word in PREFIXED_NAMES:
            yield ("tiers", at, "word"), _prefix(tier.word)
        above = words[: at + 1]
        for word in tier.under or ():
            if word not in above:
                none_before = Words("これより前に", "before this one ")
                yield ("tiers", at, "under"), none_before.then(unknown(TIER, word, above))


def wrong_class_of_tier(name: str, ontology: Ontology) -> Words | None:
    """Describe what is wrong with a tier's class: it is unknown, or that of no tier, or of all; None if it is right."""
    classes = ontology.own_classes((PG.PlanElement, PG.Indicator))
    general = PG.PlanElement.removeprefix(PREFIXES["pg"])
    telling = {one: said for one, said in classes.items() if one != general}
    kind = ontology.own_class(name)
    if kind is None:
        return unknown(CLASS, name, telling, telling)
    if kind == PG.PlanElement:
        return OF_ALL_TIERS.then(not_of_these(name, telling))
    return None if kind.removeprefix(PREFIXES["pg"]) in telling else none_of(name, list(telling))


def _prefix(word: str) -> Words:
    return Words(
        f"「{word}」は層の名前に使えません（表の中で「{word}:…」はほかのものを指します）",
        f"'{word}' cannot be the word of a tier, for in the tables '{word}:…' names something else",
    )


def _codes(file: PlanFile) -> Iterator[tuple[str, str, list[str]]]:
    yield "tiers", "word", [tier.word for tier in file.tiers]
    yield "kinds", "word", [kind.word for kind in file.kinds]
    yield "units", "word", [unit.word for unit in file.units]
    for table, rows in (("grades", file.grades), ("directions", file.directions), ("figures", file.figures)):
        yield table, "code", [row.code for row in rows]


def _of_scale(scheme: str, ontology: Ontology) -> dict[str, Words]:
    """Return what may be said on a scale common to all cities, with what each means."""
    return {name: ontology.called(concept) for name, concept in ontology.scheme(scheme).items()}


def _problem(settled: _Settled, detail: ErrorDetails, ontology: Ontology) -> Problem:
    place = tuple(detail["loc"])
    message = explained(detail)
    if detail["type"] == "missing" and place[-1] in SCALES:
        message = message.then(one_of_these(_of_scale(SCALES[str(place[-1])][1], ontology)))
    if detail["type"] == "extra_forbidden":
        message = message.then(did_you_mean(str(place[-1]), _keys(place)))
    return settled.problem(place, message)


def _keys(place: Sequence[str | int]) -> list[str]:
    """Return the keys that a table may have, from the place of one that it may not have."""
    model: type[BaseModel] = PlanFile
    if len(place) > 1:
        model = TABLES_OF_SETTINGS.get(str(place[0]), PlanFile)
    return [field.alias or name for name, field in model.model_fields.items()]


def _line(text: str, place: Sequence[str | int]) -> int:
    """Find the line of a key, or else of the table that it is missing in; 0 if neither stands there."""
    table, *rest = place
    number = next((part for part in rest if isinstance(part, int)), 0)
    key = next((part for part in reversed(rest) if isinstance(part, str)), "")
    wanted = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""") if key else None
    begin, seen, inside = 0, -1, False
    for at, line in enumerate(text.splitlines(), 1):
        if header := HEADER.match(line):
            seen += header[1] == table
            inside = header[1] == table and seen == number
            begin = at if inside else begin
        elif inside and wanted and wanted.match(line):
            return at
    return begin
