"""What the network tests share."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import plangraph
    from plangraph.network import Network


@pytest.fixture
def small() -> Network:
    """A network small enough to measure by hand."""
    spec = importlib.util.spec_from_file_location("small", Path(__file__).with_name("small.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    network: Network = module.small_network()
    return network


@pytest.fixture(scope="session")
def whole(kawasaki: plangraph.Graph) -> Network:
    """Kawasaki's plan as a network."""
    return kawasaki.network()
