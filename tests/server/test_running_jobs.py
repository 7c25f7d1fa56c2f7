"""What is told of a job that somebody waits for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from plangraph.server.admission import running_jobs
from plangraph.server.admission.lanes import LONG
from plangraph.server.admission.running_jobs import TEXT, Entry, text_of
from plangraph.server.workers.channel import Job

if TYPE_CHECKING:
    import pytest


def test_a_job_is_told_with_the_seconds_that_it_has_waited_and_then_run(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter([102.26, 110.5])
    monkeypatch.setattr(running_jobs, "time", SimpleNamespace(monotonic=lambda: next(now)))
    entry = Entry(3, "192.0.2.7", LONG, "ASK {}", since=101.0)

    assert entry.told() == {
        "number": 3,
        "client": "192.0.2.7",
        "state": "waiting",
        "seconds": 1.3,
        "query": "ASK {}",
    }
    entry.began = 105.0
    assert (entry.told()["state"], entry.began) == ("running", 105.0)


def test_a_job_is_known_by_its_query_as_far_as_that_is_kept_or_by_what_it_is_called() -> None:
    assert text_of(Job("sparql", {"text": "x" * (TEXT + 1)})) == "x" * TEXT
    question = Job("question", {"name": "tiers"})
    assert text_of(question) == question.key
