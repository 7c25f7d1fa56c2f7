"""The graph on HTTP: SPARQL 1.1 Protocol (W3C), questions, linked data, and the explorer's files."""

from plangraph.server.app import create_app
from plangraph.server.settings import Settings

__all__ = ["Settings", "create_app"]
