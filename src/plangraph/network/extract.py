"""Networks taken from a built graph."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any

import networkx as nx

from plangraph.errors import ParameterError, QuestionError
from plangraph.iris import city_of
from plangraph.labelling import name_of
from plangraph.namespaces import PG
from plangraph.network.notation import notation
from plangraph.network.notebook import Network
from plangraph.network.plan_levels import DISTRICT, DISTRICTS
from plangraph.network.source import asked, rows
from plangraph.ontology import local
from plangraph.store.answers import Triples
from plangraph.store.terms import NamedNode
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.network.source import Source

NAMES = ("code", *(f"label_{lang}" for lang in LANGUAGES))
COMMON = frozenset({"Goal", "Target"})
STRUCTURAL, ANSWERED = "Structural", "Answered"


def network(
    source: Source,
    plan: str | None = None,
    *,
    kinds: Sequence[str] = (),
    relations: Sequence[str] = (),
    around: str | None = None,
    depth: int = 1,
    construct: str | None = None,
    inferred: bool = False,
    suggested: bool = False,
    **parameters: object,
) -> Network:
    """Extract a network from a graph.

    Parameters
    ----------
    source : Source
        The graph.
    plan : str, optional
        The plan that the elements belong to; without one, the plan that questions are about.
    kinds : sequence of str
        Kinds of nodes to keep, by local name (``Measure``) or label (``施策``); without any, all.
    relations : sequence of str
        Relations to keep, by local name (``advances``) or label; without any, all but ``definedIn``.
    around : str, optional
        A node (code, label or IRI) that all others must be near.
    depth : int
        How many steps from ``around`` are near, in either direction.
    construct : str, optional
        A CONSTRUCT query, or the name of a question that is one; its triples are the edges then.
    inferred : bool
        Whether to add edges that only follow from others; their basis is ``Inferred``.
    suggested : bool
        Whether to add edges that an algorithm only suggests.
    **parameters
        Parameters of the ``construct`` question.

    Returns
    -------
    Network
        Nodes without any edge are left out.

    Raises
    ------
    ParameterError
        If a kind or relation is not in the plan's network, or the depth is negative.
    QuestionError
        If ``construct`` answers with no triples.
    UnknownThing
        If the plan or the node is not known.
    """
    if depth < 0:
        raise ParameterError(
            Words(f"depth: {depth} は 0 より小さい歩数です", f"depth: {depth} steps are less than none")
        )
    iri = source.manifest.plan if plan is None else source.resolve(plan, sort=PG.Plan)
    found = Network(plan=iri, currency=source.manifest.currency(iri))
    _add_nodes(found, source, iri)
    district, of_several = (source.in_own_words(words, iri) for words in (DISTRICT, DISTRICTS))
    found.graph.update(district_ja=district.ja, district_en=district.en, districts_en=of_several.en)
    for lang in LANGUAGES:
        found.graph[f"plan_{lang}"] = found.nodes.get(iri, {}).get(f"label_{lang}", local(iri))
    if construct is None:
        _add_edges(found, source, iri, inferred=inferred, suggested=suggested)
    else:
        _add_triples(found, source, construct, parameters)
    _size(found)
    _keep_relations(found, relations, default=construct is None)
    if around is not None:
        centre = source.resolve(around, None if plan is None else iri)
        _keep_near(found, centre, depth)
        found.graph["around"] = centre
    _keep_kinds(found, kinds)
    found.remove_nodes_from([node for node in nx.isolates(found) if node != found.graph.get("around")])
    if construct is None and around is None and not kinds:
        _leave_out_what_is_common(found)
    return found


def _leave_out_what_is_common(found: Network) -> None:
    """Leave out goals and targets, which all plans share, to which nothing of the plan leads."""
    for tied in list(nx.weakly_connected_components(found)):
        if all(found.nodes[node]["kind"] in COMMON for node in tied):
            found.remove_nodes_from(tied)


def _add_nodes(found: Network, source: Source, plan: str) -> None:
    outside = {row["thing"]: row for row in asked(source, "network-outside", mentioning=plan)}
    of_city = (row for row in asked(source, "plurals") if city_of(row["tier"]) == city_of(plan))
    plurals = {row["label"]: row["plural"] for row in of_city}
    for row in rows(source, "network-nodes", plan, inferred=True):
        row |= {name: text for name, text in outside.get(row["node"], {}).items() if name in NAMES}
        data = {name: value for name, value in row.items() if value is not None and name != "node"}
        if "tier_rank" in data:
            data["tier"] = int(data.pop("tier_rank"))
            if data.get("tier_en") in plurals:
                data["tier_plural"] = plurals[data["tier_en"]]
        if "rank" in data:
            data["rank"] = int(data["rank"])
        kind = local(data.pop("kind"))
        named = {f"kind_{lang}": data.get(f"kind_{lang}") or kind for lang in LANGUAGES}
        label = data.get("label_en") or data.get("label_ja") or local(row["node"])
        labels = {f"label_{lang}": data.get(f"label_{lang}") or label for lang in LANGUAGES}
        found.add_node(row["node"], **{**data, **labels, **named, "kind": kind})
    latest: dict[str, int] = {}
    for row in rows(source, "network-budgets", plan, inferred=True):
        if row["element"] in found and row["year"] >= latest.get(row["element"], 0):
            latest[row["element"]] = row["year"]
            found.nodes[row["element"]]["budget"] = int(row["budget"])
    for row in rows(source, "top-level", plan, inferred=True):
        if row["element"] in found:
            found.nodes[row["element"]].update(top=row["top_code"], hue=int(row["number"]))


def _add_edges(found: Network, source: Source, plan: str, *, inferred: bool, suggested: bool) -> None:
    for row in rows(source, "network-edges", plan, inferred=False):
        basis = local(row["basis"]) if row["basis"] else STRUCTURAL
        if suggested or basis != "Suggested":
            _add_edge(found, row, basis)
    if inferred:
        for row in rows(source, "network-edges", plan, inferred=True):
            if not found.has_edge(row["subject"], row["object"], local(row["relation"])):
                _add_edge(found, row, "Inferred")


def _add_edge(found: Network, row: dict[str, Any], basis: str) -> None:
    one, other, relation = row["subject"], row["object"], local(row["relation"])
    if one in found and other in found:
        labels = {f"label_{lang}": row[f"relation_{lang}"] or relation for lang in LANGUAGES}
        found.add_edge(one, other, key=relation, relation=relation, basis=basis, **labels)


def _add_triples(found: Network, source: Source, construct: str, parameters: dict[str, object]) -> None:
    labels = {row["relation"]: row for row in asked(source, "relations")}
    is_text = "{" in construct
    answer = source.sparql(construct) if is_text else source.answer(construct, parameters)
    if not isinstance(answer, Triples):
        raise QuestionError(
            Words(
                "ネットワークはトリプルから作ります。CONSTRUCT を指定してください",
                "a network is made from triples: a CONSTRUCT is needed here",
            )
        )
    for triple in answer:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
            for node in (triple.subject.value, triple.object.value):
                if node not in found:
                    name = local(node)
                    found.add_node(node, label_ja=name, label_en=name, kind="", kind_ja="", kind_en="")
            relation = triple.predicate.value
            known = labels.get(relation, {})
            named = {f"relation_{lang}": known.get(f"label_{lang}") for lang in LANGUAGES}
            row = {"subject": triple.subject.value, "relation": relation, "object": triple.object.value}
            _add_edge(found, {**row, **named}, ANSWERED)


def _size(found: Network) -> None:
    """Set the radius of each mark as ``pg:growth`` says: by budget or, in a plan without any, by the things inside."""
    budgeted = any("budget" in data for _, data in found.nodes(data=True))
    growing = [node for node, data in found.nodes(data=True) if notation().look(data["kind"]).growth]
    values = {node: max(found.budget(node) or 0, 0) if budgeted else len(found.below(node)) for node in growing}
    largest: dict[str, int] = {}
    for node, value in values.items():
        kind = found.nodes[node]["kind"]
        largest[kind] = max(value, largest.get(kind, 1))
    for node, value in values.items():
        look = notation().look(found.nodes[node]["kind"])
        share = value / largest[found.nodes[node]["kind"]]
        found.nodes[node]["radius"] = round(look.radius * (1 + look.growth * sqrt(share)), 1)


def _keep_relations(found: Network, relations: Sequence[str], *, default: bool) -> None:
    if relations or default:
        kept = found.relations_named(relations) if relations else found.relations() - notation().hidden
        found.remove_edges_from([edge for edge in found.edges(keys=True) if edge[2] not in kept])


def _keep_kinds(found: Network, kinds: Sequence[str]) -> None:
    if kinds:
        kept = found.kinds_named(kinds)
        found.remove_nodes_from([node for node, data in found.nodes(data=True) if data["kind"] not in kept])


def _keep_near(found: Network, node: str, depth: int) -> None:
    if node not in found:
        raise ParameterError(
            Words(
                f"around: 「{name_of(node)}」はこの計画のネットワークにありません",
                f"around: '{name_of(node)}' is not in the network of this plan",
            )
        )
    near = nx.single_source_shortest_path_length(found.to_undirected(as_view=True), node, cutoff=depth)
    found.remove_nodes_from([other for other in found if other not in near])
