"""The limits that the server works within, each a command-line option and an environment variable."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

MIB = 1024 * 1024


def _limit(default: float | int, text: str) -> float:
    return field(default=default, metadata={"help": text})  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Settings:
    """What the server serves, and its limits.

    Attributes
    ----------
    store : str
        The folder of a build, or the URL of a SPARQL endpoint.

    Every other attribute is a limit; what it means, and its unit, is in its help text.
    """

    store: str
    workers: int = field(
        default_factory=lambda: max(2, min(8, os.cpu_count() or 2)),
        metadata={"help": "Processes that answer queries."},
    )
    time_limit: float = _limit(30.0, "Seconds that a query may run.")
    memory_limit: int = _limit(1024, "MiB that a query may take beyond the data.")  # type: ignore[assignment]
    max_rows: int = _limit(100_000, "Rows or triples of an answer.")  # type: ignore[assignment]
    max_bytes: int = _limit(64 * MIB, "Bytes of an answer.")  # type: ignore[assignment]
    max_length: int = _limit(65_536, "Characters of a query.")  # type: ignore[assignment]
    max_depth: int = _limit(32, "Brackets inside each other in a query.")  # type: ignore[assignment]
    max_optionals: int = _limit(40, "OPTIONALs of a query.")  # type: ignore[assignment]
    max_unions: int = _limit(100, "UNIONs of a query.")  # type: ignore[assignment]
    queue: int = _limit(512, "Queries that may wait.")  # type: ignore[assignment]
    client_queue: int = _limit(32, "Queries of one client that may wait.")  # type: ignore[assignment]
    queue_time: float = _limit(30.0, "Seconds that a query may wait.")
    cache: int = _limit(64, "MiB of answers that are kept.")  # type: ignore[assignment]
    grace: float = _limit(10.0, "Seconds that running queries are given when the server stops.")
