"""How long a text is to a language model, which reads and pays by tokens."""

from __future__ import annotations

from math import ceil

MOST = 1_800
"""Tokens of an answer."""
CHARACTERS_A_TOKEN = 3
"""Of English with codes and figures among the words; a kana or kanji is about a token of its own."""


def tokens(text: str) -> int:
    """Estimate the tokens of a text; models differ, and most need fewer."""
    plain = len(text.encode("ascii", "ignore"))
    return ceil(plain / CHARACTERS_A_TOKEN) + len(text) - plain


def shortened(text: str, most: int) -> str:
    """Return the beginning of a text, with an ellipsis if anything was left out.

    Parameters
    ----------
    text : str
        The text.
    most : int
        The most characters to return.
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
