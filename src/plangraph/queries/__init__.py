"""Questions: what analysts ask, as files."""

from plangraph.queries.binding import bind, over
from plangraph.queries.headings import wording
from plangraph.queries.question import Column, Parameter, Question, all_questions, find, listed
from plangraph.store.columns import Heading

__all__ = ["Column", "Heading", "Parameter", "Question", "all_questions", "bind", "find", "listed", "over", "wording"]
