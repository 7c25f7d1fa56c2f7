"""What a process of workers loads before its first job."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.errors import PlangraphError
from plangraph.server.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from plangraph.server.workers.served_graph import ServedGraph


def load(order: Mapping[str, Any], tell: Callable[[dict[str, Any]], None]) -> ServedGraph | None:
    """Load a graph and all that its jobs need, and tell that it is ready, or why it is not.

    Parameters
    ----------
    order : mapping
        The ``settings``, and the folder of the ``build`` (nothing: the current one).
    tell : callable
        Told what the graph holds, as ``ready``, or the reason, as ``failed``.
    """
    gc.disable()
    try:
        from plangraph import coverage, network, reasoning  # noqa: F401 - read now, for jobs may open nothing
        from plangraph.pages import prepare
        from plangraph.server.html import facts, ontology_page
        from plangraph.server.workers import worker  # noqa: F401
        from plangraph.server.workers.served_graph import ServedGraph

        prepare(facts.TEMPLATE)
        prepare(ontology_page.TEMPLATE)
        ontology_page.questions()
        build = Path(order["build"]) if order["build"] else None
        served = ServedGraph.open(Settings(**order["settings"]), build)
    except PlangraphError as error:
        tell({"failed": error.words})
        return None
    except Exception as error:  # the server waits for an answer in any case
        tell({"failed": (f"グラフを読み込めませんでした: {error!r}", f"the graph could not be loaded: {error!r}")})
        return None
    finally:
        gc.freeze()  # what is loaded stays: it is not searched for garbage, and no fork copies it for that
        gc.enable()
    tell({"ready": served.about()})
    return served
