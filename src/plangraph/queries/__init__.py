"""Questions: what analysts ask, as files."""

from plangraph.queries.binding import bind, chosen, over
from plangraph.queries.headings import wording
from plangraph.queries.library import Library
from plangraph.queries.question import Column, Parameter, Question
from plangraph.store.columns import Heading

__all__ = ["Column", "Heading", "Library", "Parameter", "Question", "bind", "chosen", "over", "wording"]
