"""``python -m tests.server.soak [--minutes N]``: a server under everything at once, and what came of it in figures.

Honest clients ask and compare; hostile ones attack; some connect and say nothing; some ask for much and read nothing.
Meanwhile workers are killed, and builds are made, some of them killed half-way.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
from tests.server.builds import two_builds
from tests.server.crowd import Crowd, Outcome, honest, hostile, idle, kill, rebuild, unread
from tests.server.serving import PATIENCE, Server, serving

from plangraph.build import build_folder
from plangraph.build.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

OPTIONS = (
    *("--workers", "3", "--time-limit", "1", "--memory-limit", "300", "--queue-time", "20", "--cache", "4"),
    *("--header-time", "5", "--write-time", "3", "--client-connections", "50", "--connections", "400", "--grace", "3"),
)
MIB = 1024


def resident(process: int) -> int:
    """Return the resident memory of a process in KiB, nothing of one that is gone."""
    with suppress(OSError):
        lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
        return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)
    return 0


def measure(server: Server, outcome: Outcome) -> None:
    """Record memory and open files."""
    outcome.memory.append(sum(map(resident, (server.process.pid, *server.forkservers()))))
    outcome.files.append(len(list(Path(f"/proc/{server.process.pid}/fd").iterdir())))


async def rage(
    server: Server,
    outcome: Outcome,
    crowd: Crowd,
    seconds: float,
    renew: Callable[[], Awaitable[None]],
    is_enough: Callable[[], bool] = lambda: True,
) -> None:
    """Let everybody loose for some seconds, and on until it is enough; then let the server come to rest."""
    await asyncio.to_thread(measure, server, outcome)
    kinds = ((honest, crowd.honest), (hostile, crowd.hostile), (idle, crowd.idle), (unread, crowd.unread))
    starts = [(act, number) for act, many in kinds for number in range(many)]
    tasks = [asyncio.ensure_future(act(server, outcome, at)) for at, (act, _) in enumerate(starts)]
    tasks += [asyncio.ensure_future(kill(server, outcome, crowd)), asyncio.ensure_future(renew())]
    pause = seconds / max(6, int(seconds / 10))
    start = time.monotonic()
    while (spent := time.monotonic() - start) < seconds or (spent < seconds + PATIENCE and not is_enough()):
        await asyncio.sleep(pause)
        await asyncio.to_thread(measure, server, outcome)
        failed = [task.exception() for task in tasks if task.done()]
        assert not failed, failed
    for task in tasks:
        task.cancel()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    assert {type(end) for end in ended} == {asyncio.CancelledError}


def faults(log: Path) -> list[str]:
    """Return the lines of the log that tell of faults."""
    entries = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    return [str(entry) for entry in entries if entry.get("status") == 500 or "fault" in entry or "dropped" in entry]


def told(outcome: Outcome, log: Path, seconds: float) -> str:
    """Return what came of it."""
    delays = sorted(outcome.delays)
    p50, p99, longest = statistics.median(delays), delays[int(len(delays) * 0.99)], delays[-1]
    figures = {
        "seconds": round(seconds),
        "honest answers, each compared": sum(outcome.answers.values()),
        "wrong answers": len(outcome.wrong),
        "honest answers asked for again (429, 503)": outcome.again,
        "honest connections lost": outcome.lost,
        "p50, p99, longest (s)": f"{p50:.3f}, {p99:.2f}, {longest:.1f}",
        "hostile requests refused": dict(sorted(outcome.refusals.items())),
        "workers killed": outcome.killed,
        "builds; killed half-way": f"{outcome.builds}; {outcome.builds_killed}",
        "idle connections; answers not read": f"{outcome.idle}; {outcome.unread}",
        "memory before, at most, after (MiB)": ", ".join(
            str(each // MIB) for each in (outcome.memory[0], max(outcome.memory), outcome.memory[-1])
        ),
        "open files before, at most, after": f"{outcome.files[0]}, {max(outcome.files)}, {outcome.files[-1]}",
        "faults in the log": len(faults(log)),
    }
    return "\n".join(f"{name}: {value}" for name, value in figures.items())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.server.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long")
    seconds = 60 * parser.parse_args().minutes
    with tempfile.TemporaryDirectory() as place:
        out, words = two_builds(Path(place))
        outcome, crowd, log = Outcome(words), Crowd(), Path(place) / "log"
        with serving(out, log, *OPTIONS) as server:
            asyncio.run(rage(server, outcome, crowd, seconds, lambda: rebuild(out, outcome, crowd)))
            time.sleep(10)
            measure(server, outcome)
            assert httpx.get(f"{server.url}/healthz", timeout=30).status_code == 200
        build([out.parent / "Drills"], out)  # removes what those that were killed left
        left = [path.name for path in out.iterdir() if path.name.startswith(build_folder.PARTIAL)]
        print(told(outcome, log, seconds))
        print(*outcome.wrong[:5], *faults(log)[:5], sep="\n")
        print(f"left behind by builds: {left}")
        return int(bool(outcome.wrong or faults(log)))


if __name__ == "__main__":
    sys.exit(main())
