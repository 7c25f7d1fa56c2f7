"""``plangraph.toml``: the options of ``plangraph serve`` in a file, each under its own name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plangraph.errors import ConfigurationError, Problem
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = Path("plangraph.toml")
PLACE = re.compile(r"\(at line (\d+)|\(at end")
SORTS = {
    "boolean": (bool, Words("true か false", "true or false")),
    "integer": (int, Words("整数（例: 8）", "a whole number, such as 8")),
    "float": (int | float, Words("数（例: 10 や 0.5）", "a number, such as 10 or 0.5")),
}
TEXT = Words('引用符で囲んだ文字（例: "127.0.0.1"）', 'a text in quotes, such as "127.0.0.1"')


def read_configuration(path: Path, options: Mapping[str, click.Parameter]) -> dict[str, Any]:
    """Read what a file says of options.

    Parameters
    ----------
    path : Path
        The file: TOML, a key an option, such as ``time-limit = 10``; several texts may be a list.
    options : mapping of str to Parameter
        The options that there are, by their names in the program.

    Returns
    -------
    dict
        The values by the same names.

    Raises
    ------
    ConfigurationError
        If anything in the file is wrong; all of it is told.
    """
    text = path.read_bytes().decode("utf-8-sig", "replace")
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = PLACE.search(str(error))
        row = int(place[1]) if place and place[1] else text.count("\n") + 1
        raise ConfigurationError(
            [Problem(path.name, row, "", Words(f"TOML として読めません: {error}", f"this is not TOML: {error}"))]
        ) from error
    values, problems = {}, []
    typed = {_typed(option): name for name, option in options.items()}
    for key, value in given.items():
        name = typed.get(key.replace("_", "-"), "")
        wrong = _misfit(value, options[name]) if name else _unknown(key, typed)
        if wrong:
            problems.append(Problem(path.name, _row(text, key), key, wrong))
        else:
            values[name] = ",".join(value) if isinstance(value, list) else value
    if problems:
        raise ConfigurationError(problems)
    return values


def _typed(option: click.Parameter) -> str:
    """Return the name by which an option is typed: ``open``, where it is ``browse`` in the program."""
    return max(option.opts, key=len).lstrip("-")


def _unknown(key: str, names: Iterable[str]) -> Words:
    meant = did_you_mean(key.replace("_", "-"), names)
    return Words(f"そのような設定はありません{meant.ja}", f"there is no such option{meant.en}")


def _misfit(value: object, option: click.Parameter) -> Words | None:
    """Describe what is wrong with a value, if anything is."""
    wanted, said = SORTS.get(option.type.name.removesuffix(" range"), (str, TEXT))
    if isinstance(value, list) and wanted is str and all(isinstance(each, str) for each in value):
        return None
    if isinstance(value, bool) is not (wanted is bool) or not isinstance(value, wanted):
        return Words(f"{said.ja}を書いてください（{value!r} ではなく）", f"write {said.en}, not {value!r}")
    if isinstance(option.type, click.Choice) and value not in option.type.choices:
        there = ", ".join(map(str, option.type.choices))
        return Words(f"「{value}」は使えません。使えるもの: {there}", f"'{value}' is not taken; there is: {there}")
    if isinstance(option.type, click.IntRange | click.FloatRange) and isinstance(value, int | float):
        return _out_of(option.type, value)
    return None


def _out_of(bounds: click.IntRange | click.FloatRange, value: float) -> Words | None:
    least, most = bounds.min or 0, bounds.max
    if least <= value <= (value if most is None else most) and not (bounds.min_open and value == least):
        return None
    if most is not None:
        return Words(f"{least} から {most} の数を書いてください", f"write a number from {least} to {most}")
    if bounds.min_open:
        return Words(f"{least} より大きい数を書いてください", f"write a number above {least}")
    return Words(f"{least} 以上の数を書いてください", f"write a number of at least {least}")


def _row(text: str, key: str) -> int:
    """Return the line of a key."""
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[=.\]]|\s*\[+\s*{re.escape(key)}\b""", line):
            return number
    return 1
