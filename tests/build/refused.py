"""What is said of a dataset that is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plangraph.build.pipeline import build
from plangraph.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path


def problems_of(folder: Path, out: Path) -> DataError:
    with pytest.raises(DataError) as caught:
        build([folder], out)
    return caught.value
