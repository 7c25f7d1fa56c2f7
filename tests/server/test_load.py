"""A short soak: everybody at once for some seconds, while workers are killed and builds change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
from tests.server.builds import two_builds
from tests.server.crowd import ALLOWED, Crowd, Outcome, point
from tests.server.event_loop import run
from tests.server.serving import serving
from tests.server.soak import OPTIONS, faults, rage

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 4.0
GROWTH = 150 * 1024  # KiB


def test_honest_clients_are_answered_rightly_whatever_the_others_do(tmp_path: Path) -> None:
    out, words = two_builds(tmp_path)
    crowd, outcome = Crowd(honest=60, hostile=8, kill_every=1.0, build_every=2.0), Outcome(words)

    def all_has_happened() -> bool:
        everybody = len(outcome.answers) == crowd.honest and min(outcome.idle, outcome.unread) >= 6
        return everybody and {400, 413, 503} <= set(outcome.refusals) and outcome.killed >= 3 and outcome.builds >= 2

    with serving(out, tmp_path / "log", *OPTIONS) as server:
        run(rage(server, outcome, crowd, SECONDS, lambda: point(out, outcome, crowd), all_has_happened))
        assert httpx.get(f"{server.url}/healthz", timeout=30).status_code == 200
    assert (outcome.wrong, outcome.lost) == ([], 0)
    assert faults(tmp_path / "log") == []
    assert len(outcome.answers) == crowd.honest  # no honest client went without
    assert {400, 413, 503} <= set(outcome.refusals) <= ALLOWED
    assert outcome.killed >= 3
    assert outcome.builds >= 2
    assert min(outcome.idle, outcome.unread) >= 6
    assert outcome.memory[-1] - outcome.memory[0] < GROWTH
