"""How alike measures are by what they serve."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from plangraph.network.measures.measuring import registered
from plangraph.network.measures.ties import SDG, SERVED, served
from plangraph.network.plan_levels import ROW, lifting, under_rows
from plangraph.network.table import NamedThing, Record, Table, things
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from plangraph.network.labelled import LabelledGraph

TITLE = Words("めざすものが似ている、別の政策の施策", "Measures of different policies that serve alike")
RELATIONS = (*SDG, "advances", "carriesOut", "addresses")
FEWEST = 2  # things that both serve
COLUMNS = {
    "one": Words("施策", "measure"),
    "other": Words("似ている施策", "like it"),
    "similarity": Words("類似度", "similarity"),
    "shared": Words("共通の数", "in common"),
    "which": Words("共通にめざすもの", "which"),
}


@registered(
    TITLE,
    question=Words("別の政策で似たものをめざす施策はどれか", "which measures of different policies serve alike?"),
    method="Jaccard 1912",
    needs=SERVED,
)
def similar(network: LabelledGraph) -> Table:
    """Compare measures of different policies by the targets, strategies, themes and challenges that they serve.

    The similarity is that of Jaccard [1]_: what two measures serve in common, as a share of what either serves.

    Returns
    -------
    Table
        One row a pair with at least two things in common, the most alike first.

    References
    ----------
    .. [1] Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist 11(2), 37-50.
    """
    level = under_rows(network)
    sets = served(network, level, RELATIONS)
    row_of = lifting(network, ROW)
    rows = {each: row_of(each) for each in sets}
    records: list[Record] = []
    for one, other in combinations(sets, 2):
        shared = sets[one] & sets[other]
        if len(shared) >= FEWEST and rows[one] != rows[other]:
            records.append(
                {
                    "one": NamedThing.of(network, one),
                    "other": NamedThing.of(network, other),
                    "similarity": jaccard(sets[one], sets[other]),
                    "shared": len(shared),
                    "which": things(network, shared),
                }
            )
    records.sort(key=lambda r: (-r["similarity"], -r["shared"], r["one"].code, r["other"].code))
    count = Count(len(records))
    reading = Words(
        f"類似度1は、めざすもの（ターゲット・戦略・主な取組・課題）がすべて同じことを表します。"
        f"政策の異なる {len(records)} 組が、二つ以上を共通にめざしています。調整や統合を考える手がかりです。",
        f"A similarity of 1 means that both serve exactly the same targets, strategies, themes and challenges. "
        f"{count} {count:pair|pairs} across policies {count:has|have} two or more in common: places to "
        "look for coordination.",
    )
    return Table("similar", TITLE, reading, COLUMNS, records, level)


def jaccard(one: set[str], other: set[str]) -> float:
    """Return the size of what two sets have in common as a share of what is in either; 0 for two empty sets."""
    union = one | other
    return len(one & other) / len(union) if union else 0.0
