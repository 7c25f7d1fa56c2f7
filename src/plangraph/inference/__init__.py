"""OWL 2 RL materialisation by rules compiled from the ontology's own axioms."""

from plangraph.inference.closure import close, keys_of
from plangraph.inference.rules import DECLARATIONS, Rule, compile_rules

__all__ = ["DECLARATIONS", "Rule", "close", "compile_rules", "keys_of"]
