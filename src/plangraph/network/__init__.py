"""The plan as networks: taken from the graph, measured, drawn."""

from plangraph.network.extract import network
from plangraph.network.network import Network

__all__ = ["Network", "network"]
