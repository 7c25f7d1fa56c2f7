"""The lists from which cells of a workbook are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from plangraph.namespaces import GEO, PG, PREFIXES
from plangraph.tables.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plangraph.dataset_files.content import Content
    from plangraph.ontology import Ontology
    from plangraph.tables import Sdgs

PLANS = (
    *("BasicConcept", "BasicPlan", "ImplementationPlan", "SectoralPlan", "CrossSectoralPlan", "WardPlan"),
    *("ReformProgram", "Guideline", "FiscalPlan"),
)
PLACES = ("City", "Ward")
RELATIONS = (
    "contributesToTarget",
    "contributesToGoal",
    "advances",
    "addresses",
    "inWard",
    "realizes",
    "coordinatesWith",
)
CLASSES = (
    *("Vision", "DevelopmentGoal", "BasicPolicy", "Policy", "Measure", "Programme", "Project"),
    *("Strategy", "Theme", "Challenge", "Indicator"),
)


@dataclass(frozen=True)
class Choices:
    """Lists by the column that they are for: ``table.column``, or ``column`` in every table."""

    lists: Mapping[str, Sequence[str]]


def choices_of(content: Content, ontology: Ontology, sdgs: Sdgs) -> Choices:
    """Gather the lists for a dataset: its own tiers, grades, directions and offices, and what is common to all."""
    settings = content.settings
    own_kinds = [row["word"] for row in settings.get("figures", ())]
    offices = [_chosen(row.get("key", ""), row.get("label_ja", "")) for row in content.tables.get("organizations", ())]
    goals = [f"sdg:{row.code}　{row.label_ja}" for rows in (sdgs.goals, sdgs.targets) for row in rows]
    common = _of_the_ontology(ontology)
    of_sort = {
        f"{table}.kind": [
            *(row["word"] for row in settings.get("kinds", ()) if ontology.is_a(row["class"], above)),
            *common[f"{table}.kind"],
        ]
        for table, above in (("plans", PG.Plan), ("places", GEO.Feature))
    }
    return Choices(
        {
            "tier": [row["word"] for row in settings.get("tiers", ())],
            "observations.kind": [*_concepts(ontology, "ObservationKind"), *own_kinds],
            "grade": _coded(settings.get("grades", ())),
            "direction": _coded(settings.get("directions", ())),
            "responsible": offices,
            "organizations.parent": offices,
            "links.object": goals,
            "target": goals,
            **common,
            **of_sort,
            **_literals(),
        }
    )


def _of_the_ontology(ontology: Ontology) -> dict[str, Sequence[str]]:
    """List what is common to all datasets."""
    return {
        "plans.kind": [name for name in PLANS if ontology.own_class(name)],
        "places.kind": PLACES,
        "unit": _concepts(ontology, "Unit"),
        "relation": [name for name in RELATIONS if ontology.relation(name)],
        "comparator": _concepts(ontology, "Comparator"),
        "status": _concepts(ontology, "Status"),
        "caution": _concepts(ontology, "Caution"),
        "reason": _concepts(ontology, "HoleReason"),
        "standing": _names(ontology, "Standing"),
        "course": [*_names(ontology, "Course"), "Other"],
        "class": list(CLASSES),
        "kinds.class": [*PLANS, *PLACES, "Office"],
    }


def _concepts(ontology: Ontology, scheme: str) -> list[str]:
    """List what the concepts of a scheme are called in Japanese."""
    return list(dict.fromkeys(ontology.called(iri).ja for iri in ontology.scheme(scheme).values()))


def _names(ontology: Ontology, scheme: str) -> list[str]:
    """List the local names of the concepts of a scheme."""
    return [name for name, iri in ontology.scheme(scheme).items() if iri == PREFIXES["pg"] + name]


def _coded(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    return [_chosen(row["code"], row["word"]) for row in rows]


def _chosen(key: str, name: str) -> str:
    return key if key == name or not name else f"{key}　{name}"


def _literals() -> dict[str, list[str]]:
    """List what a column may say where its model names the values."""
    return {
        f"{table}.{name}": [str(value) for value in get_args(field.annotation)]
        for table, model in TABLES.items()
        for name, field in model.model_fields.items()
        if get_args(field.annotation) and all(isinstance(value, str) for value in get_args(field.annotation))
    }
