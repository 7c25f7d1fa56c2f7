"""Is it sound, and why does it follow: checks, HermiT, and explanations."""

from plangraph.reasoning.check import check
from plangraph.reasoning.explain import explain, rules_of
from plangraph.reasoning.hermit import to_owlready
from plangraph.reasoning.statements import Statement
from plangraph.reasoning.tree import drawn, tree

__all__ = ["Statement", "check", "drawn", "explain", "rules_of", "to_owlready", "tree"]
