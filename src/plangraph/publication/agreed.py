"""What a published site and the explorer have to agree on; the explorer takes it from here at its build."""

from __future__ import annotations

COLON = "~"
"""What stands for a colon, which no file on Windows may have in its name."""
DATA = {"turtle": "data.ttl", "jsonld": "data.jsonld"}
"""The files of what is said of a thing, by their formats."""
GLANCE = 40
"""As many rows as are seen at a glance: of the things of larger sets, a view shows none before one is chosen."""
