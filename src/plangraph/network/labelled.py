"""A networkx graph of things that knows their labels, kinds and place in the hierarchy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from plangraph.errors import ParameterError
from plangraph.words import Words, coded_name, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Base = nx.MultiDiGraph[str]
else:
    Base = nx.MultiDiGraph


class LabelledGraph(Base):
    """A directed multigraph of things (IRIs).

    Every node has the attributes ``label_ja``, ``label_en``, ``kind`` (the local name of its class, such as
    ``Measure``), ``kind_ja``, ``kind_en`` and, where there is one, ``code``, ``top`` (the code of the top-level element
    that it is or stands under) with that one's number ``hue``, ``colour`` (SDG goals and targets), ``budget``,
    ``tier`` (the rank of its tier in the city's own order) with its words ``tier_ja`` and ``tier_en`` and, where the
    city says it, ``tier_plural``, what several are called, ``levels`` (on which of the plan's levels it stands:
    ``row``, ``group``, ``item``) and ``radius`` (pixels). Every edge has its
    relation's local name as its key and as ``relation``, with ``label_ja`` and ``label_en``, and ``basis``:
    ``Official``, ``Reported``, ``Assumed``, ``Suggested``, ``Structural`` (the plan's own structure says it),
    ``Inferred``, or ``Answered`` (a CONSTRUCT gave it). Attributes are text and numbers only, so that
    every file format can hold them.
    """

    def of_kind(self, *kinds: str) -> list[str]:
        """List the nodes of some kinds, in the order of their codes."""
        found = [node for node, data in self.nodes(data=True) if data.get("kind") in kinds]
        return sorted(found, key=self.code_key)

    def kinds_named(self, names: Sequence[str]) -> set[str]:
        """Return the kinds of nodes that go by some names: local names (``Measure``) or labels (``施策``).

        Raises
        ------
        ParameterError
            If no node is of that kind.
        """
        known = ((data["kind"], data["kind_ja"], data["kind_en"]) for _, data in self.nodes(data=True))
        return _chosen("kind", names, known)

    def relations(self) -> set[str]:
        """Return the relations (local names) that there are edges of."""
        return {relation for _, _, relation in self.edges(keys=True)}

    def relations_named(self, names: Sequence[str]) -> set[str]:
        """Return the relations that go by some names: local names (``advances``) or labels.

        Raises
        ------
        ParameterError
            If there is no edge of that relation.
        """
        known = ((data["relation"], data["label_ja"], data["label_en"]) for _, _, data in self.edges(data=True))
        return _chosen("relation", names, known)

    def code_key(self, node: str) -> tuple[Any, ...]:
        """Return a key that sorts nodes as their codes are counted, ``1-2`` before ``1-10``; others by rank."""
        data = self.nodes[node]
        code = str(data.get("code", ""))
        if not code or code in {data.get("label_ja"), data.get("label_en")}:
            return ((True, data.get("rank", 0), code),), node
        parts = code.replace(".", "-").split("-")
        return tuple((not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts), node

    def label(self, node: str, lang: str = "ja") -> str:
        """Name a node for a reader: its code and its label."""
        data = self.nodes[node]
        label = data.get(f"label_{lang}") or data.get("label_en") or data.get("label_ja") or node
        return coded_name(data.get("code"), str(label))

    def links(self, *relations: str) -> Iterable[tuple[str, str]]:
        """List the ends of the edges with some relations (local names)."""
        return ((one, other) for one, other, relation in self.edges(keys=True) if relation in relations)

    def parent(self, node: str) -> str | None:
        """Return the element right above an element, or None."""
        return next((up for _, up, relation in self.out_edges(node, keys=True) if relation == "partOf"), None)

    def upwards(self, node: str) -> list[str]:
        """List an element and those that it stands under, up to the top."""
        found = [node]
        while (above := self.parent(found[-1])) is not None and above not in found:
            found.append(above)
        return found

    def tier(self, node: str) -> Words:
        """Return what the city calls the tier that an element stands on; of what stands on none, its kind."""
        data = self.nodes[node]
        kind = Words(data["kind_ja"], data["kind_en"])
        return Words(data.get("tier_ja") or kind.ja, data.get("tier_en") or kind.en)

    def of_name(self, name: str) -> list[str]:
        """List the nodes of a tier by its word (``基本目標``), or of a kind (see :meth:`kinds_named`), by their codes.

        Raises
        ------
        ParameterError
            If there is neither such a tier nor such a kind.
        """
        found = [node for node in self if name.casefold() in {word.casefold() for word in self.tier(node)}]
        return sorted(found, key=self.code_key) or self.of_kind(*self.kinds_named([name]))

    def below(self, node: str) -> set[str]:
        """Return all elements below an element in the hierarchy."""
        found: set[str] = set()
        waiting = [node]
        while waiting:
            for child, _, relation in self.in_edges(waiting.pop(), keys=True):
                if relation == "partOf" and child not in found:
                    found.add(child)
                    waiting.append(child)
        return found

    def budget(self, *nodes: str) -> int | None:
        """Return the budget of elements with all below them, each counted once; None if none of them is known."""
        return self.budget_of({one for node in nodes for one in (node, *self.below(node))})

    def budget_of(self, nodes: Iterable[str]) -> int | None:
        """Return the budget of elements without what is below them; None if none of them is known."""
        known = [int(self.nodes[node]["budget"]) for node in nodes if "budget" in self.nodes[node]]
        return sum(known) if known else None


def _chosen(what: str, given: Sequence[str], known: Iterable[tuple[str, str, str]]) -> set[str]:
    if isinstance(given, str):
        raise ParameterError(
            Words(
                f'{what}: 文字列「{given}」ではなくリストで指定してください: {what}s=["{given}"]',
                f"{what}: give a list and not the text '{given}': {what}s=[\"{given}\"]",
            )
        )
    called = {name: Words(ja, en) for name, ja, en in known}
    names = {spelling.casefold(): name for name, words in called.items() for spelling in (name, *words)}
    for name in given:
        if name.casefold() not in names:
            hint = did_you_mean(name, dict.fromkeys(each for one, words in called.items() for each in (*words, one)))
            there = Words("。あるもの: ", "; there is: ")
            for lang, mark in (("ja", "、"), ("en", ", ")):
                words = sorted({each.of(lang) for each in called.values()})
                there = there._replace(**{lang: there.of(lang) + mark.join(words)})
            raise ParameterError(
                Words(
                    f"{what}: このネットワークに「{name}」はありません{hint.ja or there.ja}",
                    f"{what}: there is no '{name}' in this network{hint.en or there.en}",
                )
            )
    return {names[name.casefold()] for name in given}
