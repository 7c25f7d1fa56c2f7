"""The limits that the server works within, each a command-line option and an environment variable."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

from plangraph.words import Words

MIB = 1024 * 1024
FORK, SPAWN = "fork", "spawn"


def _limit(default: float | str, ja: str, en: str) -> Any:
    return field(default=default, metadata={"help": Words(ja, en)})


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
                "処理の増やし方。fork はデータを共有し、spawn（Windows など）はそれぞれが読み込む",
                "How workers are made: fork shares the data; spawn, as on Windows, has each load it.",
            ),
            "choices": (FORK, SPAWN),
        },
    )
    time_limit: float = _limit(30.0, "一つの問い合わせの実行時間の上限（秒）", "Seconds that a query may run.")
    memory_limit: int = _limit(
        1024, "一つの問い合わせがデータのほかに使えるメモリ（MiB）", "MiB that a query may take beyond the data."
    )
    max_rows: int = _limit(100_000, "答えの行またはトリプルの数の上限", "Rows or triples of an answer.")
    max_bytes: int = _limit(64 * MIB, "答えのバイト数の上限", "Bytes of an answer.")
    max_length: int = _limit(65_536, "問い合わせの文字数の上限", "Characters of a query.")
    max_tokens: int = _limit(10_000, "問い合わせの語と記号の数の上限", "Words and signs of a query.")
    max_depth: int = _limit(32, "問い合わせの括弧の深さの上限", "Brackets inside each other in a query.")
    max_optionals: int = _limit(40, "問い合わせの OPTIONAL の数の上限", "OPTIONALs of a query.")
    max_unions: int = _limit(100, "問い合わせの UNION の数の上限", "UNIONs of a query.")
    max_operators: int = _limit(
        2000, "問い合わせの演算子 (! ^ | & + - * / =) の数の上限", "Operators (! ^ | & + - * / =) of a query."
    )
    max_clauses: int = _limit(
        200,
        "問い合わせの FILTER、BIND、MINUS、GRAPH、VALUES、副 SELECT の数の上限",
        "FILTERs, BINDs, MINUSes, GRAPHs, VALUES and sub-SELECTs of a query.",
    )
    queue: int = _limit(512, "待てる問い合わせの数", "Queries that may wait.")
    client_queue: int = _limit(32, "一つの相手について待てる問い合わせの数", "Queries of one client that may wait.")
    queue_time: float = _limit(30.0, "一つの問い合わせが待てる時間（秒）", "Seconds that a query may wait.")
    data_in_memory: int = _limit(
        1024,
        "メモリに読み込む N-Quads の大きさ（MiB）。超えるとディスクから読む",
        "MiB of N-Quads that are read into memory; more is read from disk.",
    )
    spill: int = _limit(
        4096,
        "読み取りを待つ大きな答えが占めてよいディスク（MiB）",
        "MiB on disk of large answers that wait to be read.",
    )
    connections: int = _limit(1000, "同時に開ける接続の数", "Connections that are open at once.")
    client_connections: int = _limit(
        100, "一つの相手が同時に開ける接続の数", "Connections of one client that are open at once."
    )
    header_time: float = _limit(
        15.0, "要求のヘッダーが届くまでの時間（秒）", "Seconds in which the head of a request is to arrive."
    )
    body_time: float = _limit(
        30.0, "要求の本体が届くまでの時間（秒）", "Seconds in which the body of a request is to arrive."
    )
    write_time: float = _limit(
        30.0,
        "答えの続き（64 KiB）が読み取られるまでの時間（秒）",
        "Seconds in which the client is to read what is on its way (some 64 KiB).",
    )
    root_path: str = _limit(
        "",
        "すべてを置くパス（/plangraph など）。信頼するプロキシの X-Forwarded-Prefix はこれより優先",
        "The path that everything is under, such as /plangraph; above it is X-Forwarded-Prefix of a trusted proxy.",
    )
    proxies: str = _limit(
        "",
        "X-Forwarded-For、-Proto、-Prefix を信じるプロキシのアドレス（コンマ区切り）",
        "Proxies (addresses, networks; with commas) whose X-Forwarded-For, -Proto and -Prefix are believed.",
    )
    cors: str = _limit(
        "*",
        "ほかのウェブページから答えを読めるオリジン（コンマ区切り）。* はすべて、空なら不可",
        "Origins whose web pages may read the answers, with commas: * for all, nothing for none.",
    )
    log_level: str = field(
        default="info",
        metadata={
            "help": Words(
                "記録の細かさ。info は要求ごと、warning は遅い問い合わせと警告、error は不具合だけ",
                "What is logged: each request (info), slow queries and warnings (warning), or faults alone (error).",
            ),
            "choices": ("info", "warning", "error"),
        },
    )
    slow_query: float = _limit(
        5.0, "記録に本文を残す問い合わせの実行時間（秒）", "Seconds after which a query is written to the log."
    )
    metrics: str = _limit(
        "",
        "/metrics だけの待ち受け先（127.0.0.1:9100 など）。空なら、ほかと同じ",
        "An address of its own for /metrics, such as 127.0.0.1:9100; without one, that of everything else.",
    )
    control: str = _limit(
        "",
        "運用者のためのソケットのファイル（'plangraph running'）。空なら利用者のフォルダー、none ならなし",
        "The socket for who runs the server ('plangraph running'): a file; by default in the user's own folder; "
        "or none.",
    )
    cache: int = _limit(64, "取っておく答えの大きさ（MiB）", "MiB of answers that are kept.")
    grace: float = _limit(
        10.0,
        "停止するとき実行中の問い合わせを待つ時間（秒）",
        "Seconds that running queries are given when the server stops.",
    )
