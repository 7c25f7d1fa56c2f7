"""Which jobs are short: their share of the workers is their own, so that no long query keeps a page waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plangraph.server.workers.channel import Job

SHORT, LONG = "short", "long"
SECONDS = 0.25  # of a worker, up to which a job is short
NEWEST = 0.3  # the weight of the newest among the seconds that jobs of a kind took
FREE = "sparql"  # a query that a stranger wrote may be anything

Kind = tuple[str, str]


class Lanes:
    """Which lane a job takes: SPARQL the long one, everything else by what its kind took lately."""

    def __init__(self) -> None:
        self._seconds: dict[Kind, float] = {}

    def of(self, job: Job) -> str:
        """Return the lane of a job."""
        return LONG if job.name == FREE or self._usual(_kind(job)) > SECONDS else SHORT

    def note(self, job: Job, seconds: float) -> None:
        """Record what a job took."""
        kind = _kind(job)
        self._seconds[kind] = NEWEST * seconds + (1 - NEWEST) * self._usual(kind)

    def _usual(self, kind: Kind) -> float:
        return self._seconds.get(kind, 0.0)


def _kind(job: Job) -> Kind:
    """Return the kind of a job: its name, and of a question, of which there are so many, which one it is."""
    return job.name, str(job.arguments["name"]) if job.name == "question" else ""
