"""What an assistant asks of a graph: few tools, each with a short answer that says what it rests on.

The tools are plain functions of a :class:`~plangraph.graph.Graph` and know nothing of how they are called; the server
and ``plangraph mcp`` hand them out by the Model Context Protocol (https://modelcontextprotocol.io).
"""

from plangraph.agents.model_page import guide, plans
from plangraph.agents.tools import TOOLS, Desk

WORK = {**TOOLS, "guide": guide, "plans": plans}
"""What can be done at a desk, by name: the tools, and the pages that an assistant may read."""

__all__ = ["TOOLS", "WORK", "Desk"]
