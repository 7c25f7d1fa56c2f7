"""Briefs: what is known of one thing, or of all goals, on paper. All of it comes from questions."""

from plangraph.briefs.brief import brief_of, voluntary_review
from plangraph.briefs.formats_of_briefs import FORMATS, write

__all__ = ["FORMATS", "brief_of", "voluntary_review", "write"]
