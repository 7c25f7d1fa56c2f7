"""The lists from which cells of a workbook are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from plangraph.namespaces import PREFIXES
from plangraph.store.terms import Literal, NamedNode
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
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


@dataclass(frozen=True)
class Choices:
    """Lists by the column that they are for: ``table.column``, or ``column`` in every table."""

    lists: Mapping[str, Sequence[str]]


def choices_of(content: Content, ontology: Ontology, sdgs: Sdgs) -> Choices:
    """Gather the lists for a dataset: its own tiers, grades, directions and offices, and what is common to all."""
    labels = {
        triple.subject.value: triple.object.value
        for triple in ontology.triples
        if triple.predicate.value == LABEL
        and isinstance(triple.object, Literal)
        and triple.object.language == "ja"
        and isinstance(triple.subject, NamedNode)
    }

    def concepts(scheme: str) -> list[str]:
        return list(dict.fromkeys(labels.get(iri, name) for name, iri in ontology.scheme(scheme).items()))

    def local(scheme: str) -> list[str]:
        return [name for name, iri in ontology.scheme(scheme).items() if iri == PREFIXES["pg"] + name]

    goals = [f"sdg:{row.code}　{row.label_ja}" for rows in (sdgs.goals, sdgs.targets) for row in rows]
    settings = content.settings
    kinds = [*concepts("ObservationKind"), *(row["word"] for row in settings.get("figures", ()))]
    offices = [_chosen(row.get("key", ""), row.get("label_ja", "")) for row in content.tables.get("organizations", ())]
    lists: dict[str, Sequence[str]] = {
        "tier": [row["word"] for row in settings.get("tiers", ())],
        "observations.kind": kinds,
        "plans.kind": [name for name in PLANS if ontology.own_class(name)],
        "places.kind": ["City", "Ward"],
        "unit": concepts("Unit"),
        "grade": _coded(settings.get("grades", ())),
        "direction": _coded(settings.get("directions", ())),
        "responsible": offices,
        "organizations.parent": offices,
        "links.object": goals,
        "target": goals,
        "relation": [name for name in RELATIONS if ontology.relation(name)],
        "comparator": concepts("Comparator"),
        "status": concepts("Status"),
        "caution": concepts("Caution"),
        "reason": concepts("HoleReason"),
        "standing": local("Standing"),
        "course": [*local("Course"), "Other"],
        "class": list(CLASSES),
        **_literals(),
    }
    return Choices(lists)


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
