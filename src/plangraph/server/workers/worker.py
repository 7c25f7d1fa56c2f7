"""A worker: a fork of the forkserver that does one job after the other within its limits."""

from __future__ import annotations

import json
import os
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from plangraph.errors import PlangraphError, SparqlError, StoreError, UnknownQuestion, UnknownThing
from plangraph.server.settings import MIB
from plangraph.server.workers import jobs, limits, spill
from plangraph.server.workers.channel import Pipes, Reply, read_job, send_reply
from plangraph.words import Words

if TYPE_CHECKING:
    import socket

    from plangraph.server.workers.channel import Job
    from plangraph.server.workers.served_graph import ServedGraph


NO_STORE = Words("データの置き場所がいま応答していません", "the store behind this server does not answer now")
CHANGING = Words(
    "データがいま新しいものに置き換わっています", "the data behind this server are being replaced by newer ones"
)
NO_ROOM = Words("大きな答えを置く場所がいまサーバーにありません", "the server has no room for so large an answer now")
FAILED = Words("サーバーが答えを出せませんでした", "the server could not answer this")
COURTESY = 5  # the server itself comes first, or it could not even refuse
OFFLINE = {"sparql", "question", "thing", "resolve"}


def work(channel: socket.socket | Pipes, served: ServedGraph) -> None:
    """Do jobs until the server closes the channel.

    Parameters
    ----------
    channel : socket or Pipes
        The way to the server; large replies are handed over in files, as only a socket can.
    served : ServedGraph
        What is served.
    """
    if hasattr(os, "nice"):
        os.nice(COURTESY)
    limits.limit_memory(served.settings.memory_limit * MIB)
    file = -1 if isinstance(channel, Pipes) else spill.new_file()  # in time, for later nothing may be opened
    while (job := read_job(channel)) is not None:
        limits.limit_time(served.settings.time_limit)
        limits.limit_files(closed=served.in_memory and job.name in OFFLINE)
        start = time.perf_counter()
        reply = _read_from_one_build(served, _do(served, job))
        reply = replace(reply, seconds=time.perf_counter() - start)
        if len(reply.body) <= spill.SPILL or isinstance(channel, Pipes):
            send_reply(channel, reply)
            continue
        _spill(channel, reply, file)
        if len(reply.body) > spill.TIRING:
            return
        limits.limit_files(closed=False)
        file = spill.new_file()


def _spill(channel: socket.socket, reply: Reply, file: int) -> None:
    """Pass a large reply in the file, which is the server's from then on."""
    try:
        spill.fill(file, reply.body)
    except OSError as error:
        send_reply(channel, replace(_problem(503, NO_ROOM), fault=str(error), identity=reply.identity))
    else:
        send_reply(channel, reply, file)
    os.close(file)


def _read_from_one_build(served: ServedGraph, reply: Reply) -> Reply:
    """Return from which build a reply was read; where an endpoint was filled anew meanwhile, it is none."""
    try:
        identity = served.identity()
    except PlangraphError as error:
        return replace(_problem(503, NO_STORE), fault=str(error), identity=served.manifest.identity)
    if identity != served.manifest.identity:
        reply = _problem(503, CHANGING)
    return replace(reply, identity=identity)


def _do(served: ServedGraph, job: Job) -> Reply:
    try:
        return jobs.JOBS[job.name](served, **job.arguments)
    except (UnknownQuestion, UnknownThing) as error:
        return _problem(404, error.words)
    except StoreError as error:  # the path of the store is not for clients
        return replace(_problem(503, NO_STORE), fault=str(error))
    except PlangraphError as error:
        said = Words(*(text.replace(served.settings.store, "store") for text in error.words))
        return replace(_problem(400, said), place=error.place if isinstance(error, SparqlError) else ())
    except MemoryError:
        limit = served.settings.memory_limit
        return _problem(
            503,
            Words(
                f"問い合わせが上限 memory-limit（{limit} MiB）より多くのメモリを使おうとしました",
                f"the query needs more memory than the limit memory-limit, {limit} MiB",
            ),
        )
    except Exception as error:
        return replace(_problem(500, FAILED), fault=repr(error))


def _problem(status: int, said: Words) -> Reply:
    return Reply(json.dumps(said).encode(), status=status)
