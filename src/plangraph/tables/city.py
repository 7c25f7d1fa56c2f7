"""A city's dataset: its settings and all its rows, and what its names stand for."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from plangraph.errors import Problem, TableError
from plangraph.iris import OF_ALL_CITIES
from plangraph.tables.names import Names
from plangraph.tables.reading import Lost, read_table
from plangraph.tables.rows import (
    ElementRow,
    EvaluationRow,
    JustifiedHoleRow,
    LinkRow,
    MilestoneRow,
    ObservationRow,
    OrganizationRow,
    PlaceRow,
    PlanRow,
    Row,
    SourceRow,
)
from plangraph.tables.wording import explained, unknown
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from plangraph.ontology import Ontology
    from plangraph.tables.names import KeyedRow

SETTINGS = "plan.toml"


class Settings(BaseModel):
    """The ``[city]`` table of ``plan.toml``.

    Attributes
    ----------
    key : str
        The city's segment in every IRI.
    label_ja, label_en : str
        The name of the dataset.
    place : str
        The key of the city in the table of places.
    plan : str
        The key of the plan that questions are about unless they name another.
    licence, attribution : str
        Under what terms the dataset may be used, and who is to be named.
    note_ja, note_en : str
        What a reader of the data has to know about it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    label_ja: str
    label_en: str
    place: str
    plan: str
    licence: str
    attribution: str
    note_ja: str = ""
    note_en: str = ""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    city: Settings
    tiers: dict[str, str]


@dataclass(frozen=True)
class City:
    """A dataset as its tables say it.

    Attributes
    ----------
    settings : Settings
        What ``plan.toml`` says of the city.
    tiers : mapping of str to str
        The city's own words for tiers, and the local names of the classes that they mean.
    names : Names
        What the references in the tables stand for.

    The other attributes hold the rows of the table of their name.
    """

    settings: Settings
    tiers: Mapping[str, str]
    names: Names
    sources: list[SourceRow]
    places: list[PlaceRow]
    organizations: list[OrganizationRow]
    plans: list[PlanRow]
    elements: list[ElementRow]
    milestones: list[MilestoneRow]
    links: list[LinkRow]
    observations: list[ObservationRow]
    evaluations: list[EvaluationRow]
    justified_holes: list[JustifiedHoleRow]


def read_city(folder: Path, ontology: Ontology, sdg_codes: frozenset[str], problems: list[Problem]) -> City:
    """Read a dataset's folder.

    Parameters
    ----------
    folder : Path
        The folder with ``plan.toml`` and the tables.
    ontology : Ontology
        What classes there are for tiers and kinds.
    sdg_codes : frozenset of str
        The codes of the goals and targets that references may name.
    problems : list of Problem
        To which each problem found in the tables is added.

    Raises
    ------
    TableError
        If ``plan.toml`` is missing or wrong, without which no table can be read.
    """
    settings, tiers = _read_settings(folder)
    for word, name in tiers.items():
        if ontology.own_class(name) is None:
            means = Words(f"「{word}」の意味とされる「{name}」は、", f"'{word}' means '{name}', ")
            message = means.then(Words("オントロジーのクラスではありません", "which is no class of the ontology"))
            problems.append(Problem(SETTINGS, 0, "tiers", message))
    if settings.key in OF_ALL_CITIES:
        taken = Words(f"「{settings.key}」は都市のキーに使えません", f"'{settings.key}' cannot be the key of a city")
        reason = Words("（共通のグラフの名前です）", ": a graph that all cities share goes by it")
        problems.append(Problem(SETTINGS, 0, "city.key", taken.then(reason)))
    lost = Lost()
    sources = read_table(folder, SourceRow, problems, lost)
    places = read_table(folder, PlaceRow, problems, lost)
    organizations = read_table(folder, OrganizationRow, problems, lost)
    plans = read_table(folder, PlanRow, problems, lost)
    elements = read_table(folder, ElementRow, problems, lost)
    milestones = read_table(folder, MilestoneRow, problems, lost)
    links = read_table(folder, LinkRow, problems, lost)
    observations = read_table(folder, ObservationRow, problems, lost)
    evaluations = read_table(folder, EvaluationRow, problems, lost)
    justified_holes = read_table(folder, JustifiedHoleRow, problems, lost)
    for rows in (
        sources,
        places,
        organizations,
        plans,
        elements,
        milestones,
        links,
        observations,
        evaluations,
        justified_holes,
    ):
        problems += _doubles(rows)
    keyed: dict[str, Sequence[KeyedRow]] = {
        "office": organizations,
        "place": places,
        "source": sources,
        "milestone": milestones,
    }
    names = Names(settings.key, plans, elements, links, keyed, tiers, sdg_codes, lost)
    if not names.is_plan(settings.plan) and not lost.holds("plans", settings.plan):
        message = unknown(Words("計画", "plan"), settings.plan, (row.key for row in plans))
        problems.append(Problem(SETTINGS, 0, "plan", message))
    return City(
        settings,
        tiers,
        names,
        sources,
        places,
        organizations,
        plans,
        elements,
        milestones,
        links,
        observations,
        evaluations,
        justified_holes,
    )


def _read_settings(folder: Path) -> tuple[Settings, Mapping[str, str]]:
    path = folder / SETTINGS
    if not path.is_file():
        message = Words(
            f"{folder.name} にありません。データセットは plan.toml のあるフォルダーです",
            f"missing in {folder.name}: a dataset is a folder with plan.toml",
        )
        raise TableError([Problem(SETTINGS, 0, "", message)])
    try:
        content: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        file = _File.model_validate(content)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = Words(f"TOML として読めません（{error}）", f"not TOML: {error}")
        raise TableError([Problem(SETTINGS, 0, "", message)]) from error
    except ValidationError as error:
        raise TableError(
            [Problem(SETTINGS, 0, ".".join(map(str, detail["loc"])), explained(detail)) for detail in error.errors()]
        ) from error
    return file.city, file.tiers


def _doubles(rows: Sequence[Row]) -> Iterator[Problem]:
    first: dict[tuple[object, ...], Row] = {}
    for row in rows:
        identity = tuple(getattr(row, column) for column in row.identity)
        if (other := first.setdefault(identity, row)) is not row:
            named = ", ".join(str(value) for value in identity if value not in {None, ""})
            column = row.identity[-1] if row.identity[-1] in {"key", "code"} else ""
            message = Words(
                f"「{named}」は {other.file}:{other.line} にすでにあります",
                f"'{named}' stands already at {other.file}:{other.line}",
            )
            yield Problem(row.file, row.line, column, message)
