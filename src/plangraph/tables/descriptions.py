"""What the models of tables, ``plan.toml`` and ``mapping.toml`` say of their columns, in both languages."""

from __future__ import annotations

import tomllib
from pathlib import Path

from plangraph.words import Words

JAPANESE = tomllib.loads(Path(__file__).with_name("descriptions.toml").read_text("utf-8"))
"""The Japanese, by the English that the code says, its white space as single spaces."""


def described(text: str) -> Words:
    """Return a description that the code gives in English, in both languages.

    Parameters
    ----------
    text : str
        The description as the code has it, in as many lines as it likes; an empty one stays empty.

    Returns
    -------
    Words
        The description.

    Raises
    ------
    KeyError
        If nobody has said it in Japanese, which is a fault of the code.
    """
    return Words(JAPANESE[" ".join(text.split())], text) if text else Words("", "")
