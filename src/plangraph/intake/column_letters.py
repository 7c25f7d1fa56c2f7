"""The letters by which spreadsheets name their columns."""

from __future__ import annotations


def letters_of(index: int) -> str:
    """Return the letters of a column from its place, counted from 0: ``AA`` for 26."""
    letters, number = "", index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def index_of(letters: str) -> int | None:
    """Return the place of a column from its letters, counted from 0; None if there are none."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1 if number else None
