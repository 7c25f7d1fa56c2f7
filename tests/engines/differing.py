"""The questions that Virtuoso 7.2.5 answers otherwise, each with the habit that is at fault.

Each of them must really differ: what Virtuoso comes to answer rightly is to be taken from this list.
"""

from __future__ import annotations

OPTIONAL_STEP = "a path step with ? inside a sequence or beside a constant matches too much or too little"
CLOSURE = "a path with + that is joined with more patterns loses rows"
UNTAKEN = "MINUS of what a path with * reaches takes nothing away"
COMPILER = "a SELECT DISTINCT inside OPTIONAL breaks its compiler (SQ156)"
GARBLED = "CONCAT of a constant beyond ASCII with other text gives the bytes of its UTF-8 as characters"

VIRTUOSO = {
    "coverage-by-basic-policy": OPTIONAL_STEP,
    "coverage-by-bureau": OPTIONAL_STEP,
    "coverage-by-measure": OPTIONAL_STEP,
    "coverage-by-policy": OPTIONAL_STEP,
    "coverage-by-strategy": OPTIONAL_STEP,
    "coverage-links": OPTIONAL_STEP,
    "coverage-links-outside": OPTIONAL_STEP,
    "coverage-projects": OPTIONAL_STEP,
    "coverage-targets-within": OPTIONAL_STEP,
    "document-coverage": GARBLED,
    "place": CLOSURE,
    "plan-relations": CLOSURE,
    "plan-timeline": CLOSURE,
    "population-projection": OPTIONAL_STEP,
    "sources": UNTAKEN,
    "wards": COMPILER,
}
