"""How things and graphs are named."""

from __future__ import annotations

from urllib.parse import quote, unquote

from plangraph.namespaces import GRAPHS, THINGS
from plangraph.words import WORD_STARTS

INFERRED = "inferred"
READINGS = "readings"
OF_ALL_CITIES = ("ontology", "sdg", "coverage", "likeness", "catalogue")
"""The names of the graphs that belong to no city, by which therefore no city can go."""
OF_EACH_CITY = frozenset(
    {
        INFERRED,
        READINGS,
        "dataset",
        "source",
        "place",
        "office",
        "milestone",
        "observation",
        "evaluation",
        "link",
        "justified-hole",
    }
    | {name + ending for name in ("tier", "grade", "direction", "figure", "kind", "unit") for ending in ("", "s")}
)
"""What follows a city's key in the IRIs of its things other than plans, by which therefore no plan can go."""


def kebab(name: str) -> str:
    """Write a class's local name as a path segment: ``BasicPolicy`` becomes ``basic-policy``."""
    return WORD_STARTS.sub("-", name).lower()


def thing(*segments: str) -> str:
    """Mint the IRI of a thing from its path, such as ``("kawasaki", "3", "project", "10101010")``."""
    return THINGS + "/".join(quote(segment, safe="") for segment in segments)


def graph(*segments: str) -> str:
    """Mint the IRI of a named graph from its path, such as ``("kawasaki", "3")``."""
    return GRAPHS + "/".join(quote(segment, safe="") for segment in segments)


def path_of(iri: str) -> str:
    """Return the path of which the IRI of a thing was made, as it is read; any other text without its encoding.

    >>> path_of(thing("minato", "tier", "施策"))
    'minato/tier/施策'
    """
    return unquote(iri.removeprefix(THINGS))


def key_in(iri: str) -> str:
    """Return the last part of such a path: the key or word by which the tables name a thing.

    >>> key_in(thing("minato", "tier", "施策")), key_in("https://w3id.org/plangraph/ontology#Budget")
    ('施策', 'Budget')
    """
    return unquote(iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :])


def city_of(iri: str) -> str:
    """Return the key of the city to which the IRI of a thing or graph belongs, or the name of what all cities share."""
    return iri.removeprefix(THINGS).removeprefix(GRAPHS).partition("/")[0]


def graph_stem(iri: str) -> str:
    """Return how the file of a graph is called before its ending: ``kawasaki-3`` for ``…/graph/kawasaki/3``."""
    path = iri.removeprefix(GRAPHS) if iri.startswith(GRAPHS) else "ontology"
    return path.replace("/", "-")


def inferred(graph_iri: str) -> str:
    """Name the graph of what follows from another graph."""
    return f"{graph_iri}/{INFERRED}"


def is_inferred(graph_iri: str) -> bool:
    """Check whether a graph is one of what follows from another."""
    return graph_iri.endswith(f"/{INFERRED}")


def readings(city: str) -> str:
    """Name the graph of how the names of a city, by its key, or of the SDGs are read."""
    return graph(city, READINGS)


def is_derived(graph_iri: str) -> bool:
    """Check whether a program made what a graph says from what others do: by inference, or as readings."""
    return is_inferred(graph_iri) or graph_iri.endswith(f"/{READINGS}")
