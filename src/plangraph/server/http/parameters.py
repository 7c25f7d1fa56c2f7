"""Parameters of addresses: read from a request within their limits, and told in OpenAPI by the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plangraph.errors import ParameterError
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from starlette.requests import Request

SWITCH = {"true": True, "false": False}


@dataclass(frozen=True)
class Parameter:
    """A parameter: a text, unless a subclass says otherwise.

    Attributes
    ----------
    name : str
        What it is called in the address.
    words : Words
        What it means.
    argument : str
        What the handler calls it, if not the same.
    required : bool
        Whether there is no answer without it.
    example : str
        A value that is right.
    longest : int
        Characters that a value may have.
    """

    name: str
    words: Words
    argument: str = ""
    required: bool = False
    example: str = ""
    longest: int = 500

    def read(self, value: str) -> Any:
        """Read a value.

        Raises
        ------
        ParameterError
            If it cannot be taken.
        """
        if not 0 < len(value) <= self.longest:
            raise ParameterError(
                Words(
                    f"{self.name} には {self.longest} 字以内の値を与えてください（{self.words.ja}）",
                    f"{self.name}: {self.words.en}, of at most {self.longest} characters",
                )
            )
        return value

    def schema(self) -> dict[str, Any]:
        """Return its schema in OpenAPI."""
        return {"type": "string", "minLength": 1, "maxLength": self.longest}

    def described(self) -> dict[str, Any]:
        """Describe it in OpenAPI."""
        told = {
            "name": self.name,
            "in": "query",
            "required": self.required,
            "schema": self.schema(),
            "description": f"{self.words.ja} / {self.words.en}",
        }
        return {**told, "example": self.example} if self.example else told

    def refused(self, value: str) -> ParameterError:
        """Return the error of a value that it cannot take."""
        return ParameterError(
            Words(
                f"{self.name}={value[:50]} は使えません。{self.words.ja}",
                f"{self.name}={value[:50]} is not taken: {self.words.en}",
            )
        )


@dataclass(frozen=True)
class Number(Parameter):
    """A whole number within bounds."""

    least: int = 0
    most: int = 1
    default: int | None = None

    def read(self, value: str) -> int:
        """Read it."""
        if value.isascii() and value.isdecimal() and len(value) < 10 and self.least <= int(value) <= self.most:  # noqa: PLR2004
            return int(value)
        raise self.refused(value)

    def schema(self) -> dict[str, Any]:
        """Return its schema."""
        told = {"type": "integer", "minimum": self.least, "maximum": self.most}
        return told if self.default is None else {**told, "default": self.default}


@dataclass(frozen=True)
class Choice(Parameter):
    """One of some words."""

    choices: tuple[str, ...] = ()

    def read(self, value: str) -> str:
        """Read it."""
        if value not in self.choices:
            raise self.refused(value)
        return value

    def schema(self) -> dict[str, Any]:
        """Return its schema."""
        return {"type": "string", "enum": [*self.choices]}


@dataclass(frozen=True)
class Switch(Parameter):
    """True or false."""

    def read(self, value: str) -> bool:
        """Read it."""
        if value not in SWITCH:
            raise self.refused(value)
        return SWITCH[value]

    def schema(self) -> dict[str, Any]:
        """Return its schema."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Listing(Parameter):
    """Several words with commas between."""

    def read(self, value: str) -> list[str]:
        """Read them."""
        return [part.strip() for part in super().read(value).split(",") if part.strip()]


def read(request: Request, parameters: Sequence[Parameter], ignored: Collection[str] = ()) -> dict[str, Any]:
    """Read the parameters of a request, by what the handler calls them.

    Parameters
    ----------
    request : Request
        The request.
    parameters : sequence of Parameter
        Those that the address has.
    ignored : collection of str
        Names that others read.

    Raises
    ------
    ParameterError
        If one is missing, unknown, given twice, or not within its limits.
    """
    given = request.query_params.multi_items()
    values: Mapping[str, str] = dict(given)
    known = {parameter.name: parameter for parameter in parameters}
    there = Words(*(", ".join(known),) * 2)
    for name, _ in given:
        if name not in known and name not in ignored:
            raise ParameterError(
                Words(
                    f"ここに「{name[:50]}」というパラメーターはありません。あるもの: {there.ja or 'なし'}",
                    f"there is no parameter '{name[:50]}' here; there is: {there.en or 'none'}",
                )
            )
    if len(values) < len(given):
        raise ParameterError(Words("パラメーターはそれぞれ一度だけ与えてください", "give each parameter once"))
    for parameter in parameters:
        if parameter.required and parameter.name not in values:
            raise ParameterError(
                Words(
                    f"{parameter.name} を与えてください（{parameter.words.ja}）",
                    f"{parameter.name}: {parameter.words.en}, of at most {parameter.longest} characters",
                )
            )
    return {known[name].argument or name: known[name].read(value) for name, value in values.items() if name in known}
