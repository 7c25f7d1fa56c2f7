"""What is lost if an element is cut: targets no longer served, and the money behind them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from plangraph.errors import ParameterError
from plangraph.labelling import name_of
from plangraph.network.measures.measuring import Option, registered
from plangraph.network.measures.ties import CONTRIBUTIONS, SDG
from plangraph.network.plan_levels import GROUP, TRUSTED, on_level
from plangraph.network.table import NamedThing, Record, Table, things
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plangraph.network.labelled import LabelledGraph

TITLE = Words("なくしたときに失われるもの", "What is lost if it is cut")
HALF = 0.5  # share of money
LOST, WEAKENED = Words("失われる", "lost"), Words("弱まる", "weakened")
COLUMNS = {
    "element": Words("なくす要素", "cut"),
    "budget": Words("予算額（{currency}）", "budget ({currency})"),
    "serves": Words("支えるターゲット", "targets served"),
    "lost": Words("失われる", "lost"),
    "which": Words("失われるターゲット", "which are lost"),
    "halved": Words("資金が半減以下", "money halved or worse"),
    "weakened": Words("資金が半減以下になるターゲット", "which"),
}
SERVES_NOTHING = Words(
    "この種類の要素に、SDGsに貢献するものはデータにありません。",
    "In the plan's data no element of this kind contributes to the SDGs.",
)
CUT_COLUMNS = {
    "target": Words("ターゲット", "target"),
    "state": Words("結果", "result"),
    "before": Words("支える予算額（{currency}）", "money behind it ({currency})"),
    "after": Words("残る予算額（{currency}）", "money left ({currency})"),
    "share": Words("残る割合", "share left"),
    "left": Words("残る支え手", "still served by"),
}


class Coverage:
    """Which elements serve which targets and goals, and with how much money.

    The money behind a target is the budget of all projects that serve it, themselves or by being below an element
    that does; what serves two targets counts for both.

    Parameters
    ----------
    network : LabelledGraph
        A plan's network.
    """

    def __init__(self, network: LabelledGraph) -> None:
        self._network = network
        self.supporters: dict[str, set[str]] = defaultdict(set)
        for one, other, data in network.edges(data=True):
            if data["relation"] in SDG and data["basis"] in TRUSTED:
                self.supporters[other].add(one)
        self._below = {node: network.below(node) for nodes in self.supporters.values() for node in nodes}

    def tiers(self) -> list[Words]:
        """Return the tiers of the elements that can be cut, as the city calls them, that of the fewest first.

        They are those of what serves a target or goal, and of what stands above or below it.
        """
        served = {node for nodes in self.supporters.values() for node in nodes}
        waiting, found = list(served), served.union(*self._below.values())
        while waiting:
            above = self._network.parent(waiting.pop())
            if above and above not in found:
                found.add(above)
                waiting.append(above)
        counted = Counter(map(self._network.tier, sorted(found)))
        return [tier for tier, _ in reversed(counted.most_common())]

    def cut(self, elements: Iterable[str]) -> set[str]:
        """Return all that goes when elements go: what is below them, and what is left with nothing below it."""
        gone: set[str] = set()
        for element in elements:
            gone |= {element} | self._network.below(element)
        waiting = sorted(gone)
        while waiting:
            parent = self._network.parent(waiting.pop())
            if parent and parent not in gone and "tier" in self._network.nodes[parent]:
                children = [child for child, _, name in self._network.in_edges(parent, keys=True) if name == "partOf"]
                if gone.issuperset(children):
                    gone.add(parent)
                    waiting.append(parent)
        return gone

    def money(self, target: str, gone: set[str] | frozenset[str] = frozenset()) -> int | None:
        """Return the money behind a target, when some elements are gone; None if no budget of what is left is known."""
        projects: set[str] = set()
        for supporter in self.supporters[target] - gone:
            projects |= {supporter} | self._below[supporter]
        return self._network.budget_of(projects - gone)

    def touched(self, gone: set[str]) -> list[str]:
        """Return the targets that something among the elements gone serves, or would have."""
        return [
            target
            for target, elements in self.supporters.items()
            if any(element in gone or not gone.isdisjoint(self._below[element]) for element in elements)
        ]


@registered(
    TITLE,
    question=Words("要素をなくすと、資金も含めて何が失われるか", "what is lost if an element is cut, also in money?"),
    method="removal; a measure goes with its last project",
    needs=CONTRIBUTIONS,
    options=(
        Option("without", Words("取り除く要素（繰り返せます）", "Cut this element (repeatable)."), of_elements=True),
        Option(
            "kind",
            Words(
                "この種類の要素を一つずつ取り除く  [既定: 施策]",
                "Cut each element of this kind in turn.  [default: Measure]",
            ),
        ),
    ),
)
def removal(network: LabelledGraph, *, without: Sequence[str] = (), kind: str | None = None) -> Table:
    """Return which SDG targets are no longer served if elements are cut, and how much money is left behind the others.

    An element goes with all below it; a measure goes when its last project does. A target is lost when all that serves
    it is gone.

    Parameters
    ----------
    network : LabelledGraph
        A plan's network.
    without : sequence of str
        The elements (IRIs) to cut together; without any, each element of a kind is cut by itself in turn.
    kind : str, optional
        That kind, by local name (``Project``), label or the city's word for a tier (``事務事業``); without one, what
        holds the plan's items (measures).

    Returns
    -------
    Table
        One row a target that is touched; or, without any element to cut, one row an element of the kind that serves
        something, the most targets lost first.

    Raises
    ------
    ParameterError
        If an element or the kind is not in the network, or an element is of a kind that serves no goal.
    """
    coverage = Coverage(network)
    return _together(network, coverage, without) if without else _each(network, coverage, kind)


def _each(network: LabelledGraph, coverage: Coverage, kind: str | None) -> Table:
    before = {target: coverage.money(target) for target in coverage.supporters}
    records: list[Record] = []
    for element in network.of_name(kind) if kind else on_level(network, GROUP):
        gone = coverage.cut([element])
        touched = coverage.touched(gone)
        if not touched:
            continue
        lost = [target for target in touched if coverage.supporters[target] <= gone]
        halved = [
            target
            for target in touched
            if target not in lost
            and (behind := before[target])
            and ((left := coverage.money(target, gone)) is None or left <= HALF * behind)
        ]
        records.append(
            {
                "element": NamedThing.of(network, element),
                "budget": network.budget(element),
                "serves": len(touched),
                "lost": len(lost),
                "which": things(network, lost),
                "halved": len(halved),
                "weakened": things(network, halved),
            }
        )
    records.sort(key=lambda r: (-r["lost"], -r["halved"], network.code_key(r["element"].iri)))
    keen = sum(1 for record in records if record["lost"])
    reading = Words(
        f"一つずつなくした場合です。{len(records)} のうち {keen} は、なくすと支え手のなくなるターゲットがあります。"
        "「資金が半減以下」は、支え手は残るが背後の予算が半分以下になるターゲットです。",
        f"Each is cut by itself. Of {len(records)}, {keen} leave targets that nothing serves any more; 'money halved "
        "or worse' counts targets that are still served, with at most half of the budget behind them.",
    )
    return Table("removal", TITLE, reading if records else SERVES_NOTHING, COLUMNS, records)


def _check_elements(network: LabelledGraph, coverage: Coverage, elements: Iterable[str]) -> None:
    """Refuse what is not there, and what is on no tier that serves the goals or stands above or below what does."""
    tiers = coverage.tiers()
    for element in elements:
        if element not in network:
            raise ParameterError(
                Words(
                    f"「{name_of(element)}」はこの計画のネットワークにありません",
                    f"'{name_of(element)}' is not in the network of this plan",
                )
            )
        tier = network.tier(element)
        if tier not in tiers:
            raise ParameterError(
                Words(
                    f"「{network.label(element)}」は{tier.ja}で、取り除けません。"
                    f"取り除けるのは次の種類の要素です: {'、'.join(each.ja for each in tiers)}",
                    f"'{network.label(element, 'en')}' is of the kind {tier.en} and cannot be cut; "
                    f"what can be: {', '.join(each.en for each in tiers)}",
                )
            )


def _together(network: LabelledGraph, coverage: Coverage, without: Sequence[str]) -> Table:
    _check_elements(network, coverage, without)
    gone = coverage.cut(without)
    records: list[Record] = []
    for target in sorted(coverage.touched(gone), key=network.code_key):
        before = coverage.money(target)
        after = None if before is None else coverage.money(target, gone) or 0
        left = coverage.supporters[target] - gone
        records.append(
            {
                "target": NamedThing.of(network, target),
                "state": WEAKENED if left else LOST,
                "before": before,
                "after": after,
                "share": after / before if after is not None and before else None,
                "left": things(network, left),
            }
        )
    records.sort(key=lambda r: (r["state"] == WEAKENED, r["share"] if isinstance(r["share"], float) else 0.0))
    lost_count, touched = Count(sum(not record["left"] for record in records)), Count(len(records))
    budget = network.budget_of(gone)
    cut = Words("これら（予算額は不明）", "all of this, whose budget is not known,")
    if budget is not None:
        cut = Words(f"合わせて {budget:,} {{currency}}の予算", f"a budget of {budget:,} {{currency}} in all")
    reading = Words(
        f"{cut.ja}を削ると、{len(records)} のターゲットに影響し、{lost_count} は支えを失います。",
        f"Cutting {cut.en} touches {touched} {touched:target|targets}; {lost_count} of them {lost_count:is|are} lost.",
    )
    return Table("removal", TITLE, reading, CUT_COLUMNS, records)
