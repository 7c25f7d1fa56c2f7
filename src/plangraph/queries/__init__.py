"""Questions: what analysts ask, as files."""

from plangraph.queries.binding import bind, unknown_parameter
from plangraph.queries.headings import wording
from plangraph.queries.library import Library
from plangraph.queries.parameter_terms import chosen, whole
from plangraph.queries.pieces import Piece, cut, over
from plangraph.queries.question import Column, Parameter, Question
from plangraph.store.columns import Heading

__all__ = [
    "Column",
    "Heading",
    "Library",
    "Parameter",
    "Piece",
    "Question",
    "bind",
    "chosen",
    "cut",
    "over",
    "unknown_parameter",
    "whole",
    "wording",
]
