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
    from collections.abc import Mapping

FILE = Path("plangraph.toml")
PLACE = re.compile(r"\(at line (\d+)|\(at end")
SORTS = {
    click.INT: (int, Words("整数（例: 8）", "a whole number, such as 8")),
    click.FLOAT: (int | float, Words("数（例: 10 や 0.5）", "a number, such as 10 or 0.5")),
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
    for key, value in given.items():
        name = key.replace("-", "_")
        wrong = _unknown(key, options) if name not in options else _misfit(value, options[name])
        if wrong:
            problems.append(Problem(path.name, _row(text, key), key, wrong))
        else:
            values[name] = ",".join(value) if isinstance(value, list) else value
    if problems:
        raise ConfigurationError(problems)
    return values


def _unknown(key: str, options: Mapping[str, click.Parameter]) -> Words:
    names = [name.replace("_", "-") for name in options]
    meant = did_you_mean(key.replace("_", "-"), names)
    return Words(f"という設定はありません{meant.ja}", f"there is no such option{meant.en}")


def _misfit(value: object, option: click.Parameter) -> Words | None:
    """Say what is wrong with a value, if anything is."""
    kind = click.INT if isinstance(option.type, click.IntRange) else option.type
    wanted, said = SORTS.get(kind, (str, TEXT))
    if isinstance(value, list) and wanted is str and all(isinstance(each, str) for each in value):
        return None
    if isinstance(value, bool) or not isinstance(value, wanted):
        return Words(f"{said.ja}を書いてください（{value!r} ではなく）", f"write {said.en}, not {value!r}")
    if isinstance(option.type, click.Choice) and value not in option.type.choices:
        there = ", ".join(map(str, option.type.choices))
        return Words(f"「{value}」は使えません。使えるもの: {there}", f"'{value}' is not taken; there is: {there}")
    if isinstance(option.type, click.IntRange) and isinstance(value, int):
        least, most = option.type.min or 0, option.type.max or value
        if not least <= value <= most:
            return Words(f"{least} から {most} の整数を書いてください", f"write a number from {least} to {most}")
    return None


def _row(text: str, key: str) -> int:
    """Return the line of a key."""
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[=.\]]|\s*\[+\s*{re.escape(key)}\b""", line):
            return number
    return 1
