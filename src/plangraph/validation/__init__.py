"""Shapes held against facts."""

from plangraph.validation.shapes import Shapes, Violation

__all__ = ["Shapes", "Violation"]
