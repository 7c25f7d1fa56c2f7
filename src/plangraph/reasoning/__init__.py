"""Is it sound, and why does it follow: checks, HermiT, and explanations."""

from plangraph.reasoning.explanation import explain, rules_of
from plangraph.reasoning.hermit import to_owlready
from plangraph.reasoning.rendering import drawn, tree
from plangraph.reasoning.statements import Statement

__all__ = ["Statement", "drawn", "explain", "rules_of", "to_owlready", "tree"]
