"""What is wrong is quoted so that it can be found, and no longer than a line."""

from __future__ import annotations

import pytest

from plangraph.tables.wording import SHOWN, no_number


@pytest.mark.parametrize(("letters", "cut"), [(SHOWN - 2, False), (SHOWN - 1, True)])
def test_a_cell_is_quoted_whole_where_it_is_short_enough(letters: int, cut: bool) -> None:
    quoted = no_number("x" * letters).en.partition(" is ")[0]

    assert quoted == ("'" + "x" * (SHOWN - 1) + "…" if cut else "'" + "x" * letters + "'")
