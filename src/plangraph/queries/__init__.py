"""Questions: what analysts ask, as files."""

from plangraph.queries.binding import Piece, bind, chosen, cut, over, unknown_parameter, whole
from plangraph.queries.headings import wording
from plangraph.queries.library import Library
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
