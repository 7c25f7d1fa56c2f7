"""The limits that the server works within, each a command-line option and an environment variable."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

MIB = 1024 * 1024


def _limit(default: float, text: str) -> Any:
    return field(default=default, metadata={"help": text})


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
    memory_limit: int = _limit(1024, "MiB that a query may take beyond the data.")
    max_rows: int = _limit(100_000, "Rows or triples of an answer.")
    max_bytes: int = _limit(64 * MIB, "Bytes of an answer.")
    max_length: int = _limit(65_536, "Characters of a query.")
    max_tokens: int = _limit(10_000, "Words and signs of a query.")
    max_depth: int = _limit(32, "Brackets inside each other in a query.")
    max_optionals: int = _limit(40, "OPTIONALs of a query.")
    max_unions: int = _limit(100, "UNIONs of a query.")
    max_operators: int = _limit(2000, "Operators (! ^ | & + - * / =) of a query.")
    max_clauses: int = _limit(200, "FILTERs, BINDs, MINUSes, GRAPHs, VALUES and sub-SELECTs of a query.")
    queue: int = _limit(512, "Queries that may wait.")
    client_queue: int = _limit(32, "Queries of one client that may wait.")
    queue_time: float = _limit(30.0, "Seconds that a query may wait.")
    data_in_memory: int = _limit(1024, "MiB of N-Quads that are read into memory; more is read from disk.")
    cache: int = _limit(64, "MiB of answers that are kept.")
    grace: float = _limit(10.0, "Seconds that running queries are given when the server stops.")
