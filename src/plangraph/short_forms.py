"""What a short form is short for: a name that has its letters in order (健福局 for 健康福祉局)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plangraph.store.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable


def short_for(text: str, names: Iterable[str], *, cut: bool = False) -> list[str]:
    """Return the names that begin and end as a text does and have its letters in order, the shortest first.

    The explorer does so by itself (``lib/known_spellings.ts``); ``tests/known_spellings.json`` holds both.

    Parameters
    ----------
    text : str
        The short form.
    names : iterable of str
        The names.
    cut : bool
        Whether a name may go on behind the last letter.

    Examples
    --------
    >>> short_for("健福局", ["健康福祉局", "健康福祉局総務部"])
    ['健康福祉局']
    >>> short_for("健総部", ["健康福祉局総務部長"], cut=True)
    ['健康福祉局総務部長']
    """
    in_order = re.compile(".*".join(map(re.escape, folded(text))) + ("" if cut else "$"), re.DOTALL)
    return sorted((name for name in names if in_order.match(folded(name))), key=len)
