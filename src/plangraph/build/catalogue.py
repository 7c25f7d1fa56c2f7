"""What is here, from where and how much: VoID (W3C) for programs that query it, beside DCAT for people."""

from __future__ import annotations

from collections import Counter, defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.build.contents import digest
from plangraph.build.dcat import Writer, dataset_of, describe_catalogue, describe_dataset
from plangraph.build.layout import Manifest
from plangraph.errors import StoreNotFound
from plangraph.namespaces import DCAT, DCTERMS, GRAPHS, ONTOLOGY, PG, PREFIXES, RDF, VOID
from plangraph.store.terms import Literal, NamedNode, integer, name_of
from plangraph.version import __version__
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plangraph.build.contents import Sorted, Summary
    from plangraph.store.terms import Triple
    from plangraph.tables.plan_models import Settings

CATALOGUE = iris.graph("catalogue")
VOID_CLASS = PREFIXES["void"] + "class"  # "class" is no name in Python
READ = frozenset(
    {VOID.rootResource, VOID.uriSpace, VOID.triples, VOID.entities, VOID_CLASS}
    | {DCTERMS.identifier, DCTERMS.source, DCAT.version, PG.currency, PG.yearBegins}
)
"""Of what a manifest is read."""


def catalogue(
    lines: Sorted,
    cities: Sequence[Settings],
    graphs: Mapping[str, Summary],
    scopes: Mapping[str, list[str]],
    meant: str,
) -> None:
    """Describe the datasets and graphs of a build.

    It names the digest of every other graph, so its own digest, taken before it is told, is that of the whole: the
    build's identity, which its last statement says.

    Parameters
    ----------
    lines : Sorted
        What the description is added to: nothing.
    cities : sequence of Settings
        What ``plan.toml`` says of each city.
    graphs : mapping of str to Summary
        What each graph (IRI) holds.
    scopes : mapping of str to list of str
        For each plan (IRI), the graphs (IRIs) of its scope.
    meant : str
        A digest of what the build means (see :func:`plangraph.build.freshness.meanings`).

    Raises
    ------
    OSError
        If the disk does not take it.
    """
    out = Writer(CATALOGUE)
    out.say(CATALOGUE, RDF.type, NamedNode(DCAT.Catalog), NamedNode(VOID.DatasetDescription))
    describe_catalogue(out, CATALOGUE, cities)
    out.say(CATALOGUE, DCAT.version, Literal(__version__))
    out.say(ONTOLOGY, DCAT.version, Literal(meant))
    for city in cities[:1]:
        out.say(CATALOGUE, VOID.rootResource, NamedNode(iris.thing(city.key, city.plan)))
    of_cities: dict[str, list[str]] = defaultdict(list)
    for name in graphs:
        of_cities[iris.city_of(name)].append(name)
    for city in cities:
        names = of_cities.pop(city.key, [])
        _city(out, city, names)
        _partitions(out, dataset_of(city), _in_several([graphs[name] for name in names]))
        for name in names:
            _graph(out, name, graphs[name])
        lines.add_from(out.quads)
    for name in (name for names in of_cities.values() for name in names):
        _graph(out, name, graphs[name])
    for plan, members in scopes.items():
        out.say(plan, DCTERMS.source, *(NamedNode(name) for name in members))
    lines.add_from(out.quads)
    out.say(CATALOGUE, VOID.triples, integer(sum(1 for _ in lines) + 2))  # with itself and the identity
    lines.add_from(out.quads)
    out.say(CATALOGUE, DCTERMS.identifier, Literal(digest(lines)))
    lines.add_from(out.quads)


def read_manifest(triples: Iterable[Triple]) -> Manifest:
    """Read from a catalogue what a build holds.

    Parameters
    ----------
    triples : iterable of Triple
        The catalogue's graph.

    Raises
    ------
    StoreNotFound
        If it is not the catalogue of a whole build.
    """
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in (triple for triple in triples if triple.predicate.value in READ):
        said[triple.predicate.value][name_of(triple.subject)].append(name_of(triple.object))
    plans, identities = said[VOID.rootResource][CATALOGUE], said[DCTERMS.identifier][CATALOGUE]
    if not plans or not identities:
        raise StoreNotFound(Words("構築の完全な目録がありません", "there is no whole catalogue of a build"))
    of_cities = {dataset: space for dataset, [space] in sorted(said[VOID.uriSpace].items())}
    return Manifest(
        identity=identities[0],
        datasets=sorted(said[DCTERMS.identifier][dataset][0] for dataset in of_cities),
        plan=plans[0],
        plans={space: said[VOID.rootResource][dataset][0] for dataset, space in of_cities.items()},
        currencies={space: said[PG.currency][dataset][0] for dataset, space in of_cities.items()},
        scopes={plan: sorted(graphs) for plan, graphs in sorted(said[DCTERMS.source].items())},
        graphs={name: int(sizes[0]) for name, sizes in sorted(said[VOID.triples].items())},
        counts=_counts(said),
        program=next(iter(said[DCAT.version][CATALOGUE]), ""),
        meanings=next(iter(said[DCAT.version][ONTOLOGY]), ""),
    )


def _counts(said: Mapping[str, Mapping[str, list[str]]]) -> dict[str, int]:
    """Return how many things there are of each class (IRI): as a city says, or else its graphs together."""
    of_cities, of_graphs = dict[tuple[str, str], int](), Counter[tuple[str, str]]()
    for partition, [kind] in said[VOID_CLASS].items():
        city, number = iris.city_of(partition.partition("#")[0]), int(said[VOID.entities][partition][0])
        if partition.startswith(GRAPHS):
            of_graphs[city, kind] += number
        else:
            of_cities[city, kind] = number
    counts = Counter[str]()
    for (city, kind), number in of_graphs.items():
        counts[kind] += of_cities.get((city, kind), number)
    return dict(sorted(counts.items()))


def _graph(out: Writer, name: str, summary: Summary) -> None:
    out.say(CATALOGUE, DCTERMS.hasPart, NamedNode(name))
    out.say(name, RDF.type, NamedNode(VOID.Dataset))
    out.say(name, VOID.triples, integer(summary.triples))
    out.say(name, DCTERMS.identifier, Literal(summary.digest))
    _partitions(out, name, summary.classes)


def _in_several(summaries: Iterable[Summary]) -> dict[str, int]:
    """Return how many things a city has of those classes (IRIs) of which several of its graphs tell of one thing."""
    classes, again = Counter[str](), Counter[str]()
    for summary in summaries:
        classes.update(summary.classes)
        again.update(summary.again)
    return {kind: classes[kind] - number for kind, number in again.items()}


def _partitions(out: Writer, name: str, classes: Mapping[str, int]) -> None:
    for kind, number in sorted(classes.items()):
        partition = f"{name}#class-{_short(kind)}"
        out.say(name, VOID.classPartition, NamedNode(partition))
        out.say(partition, VOID_CLASS, NamedNode(kind))
        out.say(partition, VOID.entities, integer(number))


def _short(kind: str) -> str:
    """Name a class within a partition's IRI: by its prefix and local name, as local names alone may be equal."""
    named = (f"{prefix}-{kind[len(base) :]}" for prefix, base in PREFIXES.items() if kind.startswith(base))
    return next(named, sha256(kind.encode()).hexdigest())


def _city(out: Writer, city: Settings, graphs: list[str]) -> None:
    dataset = dataset_of(city)
    describe_dataset(out, CATALOGUE, city, graphs)
    out.say(dataset, RDF.type, NamedNode(VOID.Dataset))
    out.say(dataset, DCTERMS.conformsTo, NamedNode(ONTOLOGY))
    out.say(dataset, DCTERMS.identifier, Literal(city.key))
    out.say(dataset, VOID.uriSpace, Literal(iris.thing(city.key) + "/"))
    out.say(dataset, VOID.rootResource, NamedNode(iris.thing(city.key, city.plan)))
    out.say(dataset, PG.currency, Literal(city.currency))
    out.say(dataset, PG.yearBegins, integer(city.first_month))
    out.say(dataset, VOID.subset, *(NamedNode(name) for name in sorted(graphs)))
    for name in graphs:
        out.say(name, VOID.dataDump, NamedNode(f"{name}?format=turtle"))
