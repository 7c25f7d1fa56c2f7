"""How this package asks the graph: by questions alone, so that whatever it shows can be asked for again."""

from __future__ import annotations

from collections.abc import Callable

from plangraph.store.answers import Rows

Ask = Callable[..., Rows]
"""Answers a question by its name, with its parameters as keywords."""
