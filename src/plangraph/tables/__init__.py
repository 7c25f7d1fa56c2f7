"""Rows read and checked."""

from plangraph.tables.city import City, read_city
from plangraph.tables.sdg import Sdgs, read_sdgs

__all__ = ["City", "Sdgs", "read_city", "read_sdgs"]
