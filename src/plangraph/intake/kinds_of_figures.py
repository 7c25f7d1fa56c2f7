"""The kinds of figures that sheets speak of, by what tells them apart."""

from __future__ import annotations

from plangraph.build.writing import figures
from plangraph.namespaces import PG
from plangraph.ontology import load, local

MONEY = frozenset(local(kind) for kind in load().narrower(PG.Amount))
"""The kinds of figures that are amounts of money."""
SUMS = frozenset(("Budget", "RevisedBudget", "Settlement", "SettlementEstimate"))
"""The kinds of amounts of which there is one a year."""
SHARES = frozenset(("Grants", "Bonds"))
"""The kinds of figures of which several shares of one sum may be."""
VALUES_OF_YEARS = {
    "目標": "TargetValue",
    "計画": "TargetValue",
    "実績": "ActualValue",
    "見込": "ForecastValue",
    "基準": "BaselineValue",
    "現状": "BaselineValue",
    "策定時": "BaselineValue",
}
COSTS_OF_YEARS = {"決算": "Settlement", "予算": "Budget", "実施計画": "Budget", "事業費": "Budget"}
"""What amounts under bare years are, by a word over the table."""
OF_INDICATORS = frozenset(map(local, figures.OF_INDICATORS))
"""The kinds of figures that are about indicators."""
