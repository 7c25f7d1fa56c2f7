"""The questions that Virtuoso 7.2 does not answer as the embedded store does, and what is seen there."""

from __future__ import annotations

COMPILER = "its compiler ends in an internal error (SQ156: Bad dfe)"
ROWS = "it answers with other rows, or in another order"
TWICE = "it gives a row twice, whatever DISTINCT says"
TIME = "it takes seconds for a city of six projects, and more than a minute for Kawasaki"

ASKED_OTHERWISE = {
    "coverage-matrix": TIME,
    "facts-by-source": ROWS,
    "notation": ROWS,
    "plans-around": ROWS,
    "search-hits": TWICE,
    "top-level": COMPILER,
}

ASKED_OF_SAITAMA = {
    "assumed-links",
    "budget-totals",
    "budget-years",
    "contents-by-tier",
    "contributions",
    "coverage-goals",
    "coverage-projects",
    "coverage-targets-within",
    "directions",
    "drawn-links",
    "goals-on-few-projects",
    "inside",
    "largest-gaps",
    "largest-projects",
    "links-between",
    "network-budgets",
    "network-edges",
    "network-nodes",
    "offices",
    "offices-of-element",
    "plan-outline",
    "projects",
    "projects-by-direction",
    "projects-by-standing",
    "projects-of-changed-elements",
    "projects-of-office",
    "served-plans",
    "spending-per-resident",
    "standing-of-plans",
    "strategy-flows",
    "strategy-reach",
    "ties",
    "top-level-offices",
    "trace-edges",
    "tree",
    "ward-plan",
    "wards",
}
"""What Virtuoso takes 0.3 to 9 s of processor time for, with Kawasaki's plan.

It is asked of Saitama's, a fifth of that, and of the made-up cities.
"""
