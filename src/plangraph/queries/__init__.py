"""Questions: what analysts ask, as files."""

from plangraph.queries.binding import bind, over
from plangraph.queries.question import Parameter, Question, all_questions, find

__all__ = ["Parameter", "Question", "all_questions", "bind", "find", "over"]
