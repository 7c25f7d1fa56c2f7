"""The questions that Virtuoso 7.2 does not answer as the embedded store does, and what is seen there."""

from __future__ import annotations

COMPILER = "its compiler ends in an internal error (VECSL: ssl refd before set; SQ156: Bad dfe)"
NAMES = "what the question is about is not found there by its code"
ROWS = "it answers with other rows, or in another order"

ASKED_OTHERWISE = {
    "budget-totals": COMPILER,
    "challenge-reach": NAMES,
    "contents-by-tier": ROWS,
    "coverage-matrix": COMPILER,
    "coverage-targets-within": ROWS,
    "document-coverage": NAMES,
    "facts-by-source": ROWS,
    "grade-counts": COMPILER,
    "notation": ROWS,
    "offices-of-element": ROWS,
    "plans-around": ROWS,
    "plans-of-thing": ROWS,
    "projects-by-direction": ROWS,
    "projects-by-standing": ROWS,
    "projects-of-office": NAMES,
    "projects-without": ROWS,
    "schedule": NAMES,
    "served-plans": ROWS,
    "standing-counts": COMPILER,
    "strategy-aims": NAMES,
    "strategy-reach": NAMES,
    "top-level": COMPILER,
    "top-level-offices": ROWS,
}
