"""SDG coverage: what a plan serves, through what, on which grounds, and where nothing does."""

from plangraph.coverage.tracing import Trace, trace

__all__ = ["Trace", "trace"]
