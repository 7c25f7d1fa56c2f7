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
