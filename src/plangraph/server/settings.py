"""The limits that the server works within, each a command-line option and an environment variable."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

from plangraph.words import Words

MIB = 1024 * 1024
FORK, SPAWN = "fork", "spawn"
MAY_BE_ZERO = frozenset({"queue", "client_queue", "data_in_memory", "spill", "slow_query", "cache", "grace"})
"""The limits in numbers that may be zero; all others are above it."""


def _limit(default: float | str, ja: str, en: str) -> Any:
    return field(default=default, metadata={"help": Words(ja, en)})


def _of_http(default: float | str, ja: str, en: str, choices: tuple[str, ...] = ()) -> Any:
    """Make a limit that has no meaning where an assistant is served over standard input and output."""
    more = {"choices": choices} if choices else {}
    return field(default=default, metadata={"help": Words(ja, en), "http": True, **more})


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
        default_factory=lambda: max(3, min(8, os.cpu_count() or 3)),
        metadata={"help": Words("問い合わせに答えるプロセスの数", "Processes that answer queries.")},
    )
    workers_by: str = field(
        default=FORK if hasattr(os, "fork") else SPAWN,
        metadata={
            "help": Words(
                "プロセスの作り方。fork はデータを共有し、spawn（Windows など）はそれぞれが読み込む",
                "How workers are made: fork shares the data; spawn, as on Windows, has each load it.",
            ),
            "choices": (FORK, SPAWN),
        },
    )
    time_limit: float = _limit(30.0, "一つの問い合わせの実行時間の上限（秒）", "Seconds that a query may run.")
    memory_limit: int = _limit(
        1024,
        "一つの問い合わせがデータのほかに使えるメモリ（MiB）",
        "MiB that a query may take besides the data.",
    )
    max_rows: int = _limit(100_000, "答えの行またはトリプルの数の上限", "Rows or triples in an answer.")
    max_bytes: int = _limit(64 * MIB, "答えのバイト数の上限", "Bytes in an answer.")
    max_length: int = _limit(65_536, "問い合わせの文字数の上限", "Characters in a query.")
    max_tokens: int = _limit(10_000, "問い合わせの語と記号の数の上限", "Words and signs in a query.")
    max_depth: int = _limit(32, "問い合わせの括弧の深さの上限", "Levels of nested brackets in a query.")
    max_optionals: int = _limit(40, "問い合わせの OPTIONAL の数の上限", "OPTIONALs in a query.")
    max_unions: int = _limit(100, "問い合わせの UNION の数の上限", "UNIONs in a query.")
    max_operators: int = _limit(
        2000, "問い合わせの演算子 (! ^ | & + - * / =) の数の上限", "Operators (! ^ | & + - * / =) in a query."
    )
    max_clauses: int = _limit(
        200,
        "問い合わせの FILTER、BIND、MINUS、GRAPH、VALUES、副 SELECT の数の上限",
        "FILTERs, BINDs, MINUSes, GRAPHs, VALUES and sub-SELECTs in a query.",
    )
    queue: int = _limit(512, "待てる問い合わせの数", "Queries that may wait.")
    client_queue: int = _limit(32, "一つの相手について待てる問い合わせの数", "Queries of one client that may wait.")
    queue_time: float = _limit(30.0, "一つの問い合わせが待てる時間（秒）", "Seconds that a query may wait.")
    data_in_memory: int = _limit(
        1024,
        "メモリに読み込む N-Quads の大きさ（MiB）。超えるとディスクから読む",
        "MiB of N-Quads that are read into memory; more is read from disk.",
    )
    spill: int = _of_http(
        4096,
        "読み取りを待つ大きな答えが占めてよいディスク（MiB）",
        "MiB of disk for large answers that clients are still reading.",
    )
    connections: int = _of_http(1000, "同時に開ける接続の数", "Connections open at once.")
    client_connections: int = _of_http(
        100, "一つの相手が同時に開ける接続の数", "Connections of one client open at once."
    )
    header_time: float = _of_http(
        15.0, "要求のヘッダーが届くまでの時間（秒）", "Seconds within which the headers of a request have to arrive."
    )
    body_time: float = _of_http(
        30.0, "要求の本体が届くまでの時間（秒）", "Seconds within which the body of a request has to arrive."
    )
    write_time: float = _of_http(
        30.0,
        "答えの続き（64 KiB）が読み取られるまでの時間（秒）",
        "Seconds within which the client has to read the next part of an answer (some 64 KiB).",
    )
    root_path: str = _of_http(
        "",
        "すべてを置くパス（/plangraph など）。信頼するプロキシの X-Forwarded-Prefix はこれより優先",
        "The path that everything is under, such as /plangraph; X-Forwarded-Prefix of a trusted proxy overrides it.",
    )
    proxies: str = _of_http(
        "",
        "X-Forwarded-For、-Proto、-Prefix を信じるプロキシのアドレス（コンマ区切り）",
        "Proxies (addresses or networks, separated by commas) whose X-Forwarded-For, -Proto and -Prefix are believed.",
    )
    cors: str = _of_http(
        "*",
        "ほかのウェブページから答えを読めるオリジン（コンマ区切り）。* はすべて、空なら不可",
        "Origins whose web pages may read the answers, separated by commas; * for all, empty for none.",
    )
    log_level: str = _of_http(
        "info",
        "記録の細かさ。info は要求ごと、warning は遅い問い合わせと警告、error は不具合だけ",
        "What is logged: each request (info), slow queries and warnings (warning), or faults only (error).",
        ("info", "warning", "error"),
    )
    slow_query: float = _of_http(
        5.0, "記録に本文を残す問い合わせの実行時間（秒）", "Seconds after which a query is written to the log."
    )
    metrics: str = _of_http(
        "",
        "/metrics だけの待ち受け先（127.0.0.1:9100 など）。空なら、ほかと同じ",
        "An address of its own for /metrics, such as 127.0.0.1:9100; by default that of everything else.",
    )
    control: str = _of_http(
        "",
        "運用者のためのソケットのファイル（'plangraph running'）。空なら利用者のフォルダー、none ならなし",
        "The file of the socket by which 'plangraph running' asks; by default in the user's own folder; none for no "
        "socket.",
    )
    cache: int = _of_http(64, "取っておく答えの大きさ（MiB）", "MiB of answers kept in the cache.")
    grace: float = _of_http(
        10.0,
        "停止するとき実行中の問い合わせを待つ時間（秒）",
        "Seconds that running queries have to end when the server stops.",
    )
