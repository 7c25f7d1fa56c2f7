"""The language in which a person is spoken to: the one asked for, or else that of the terminal's locale (POSIX, 8.2).

What plangraph says is in ``Words``. What click says of itself ("Usage", "Missing argument") it looks up by gettext, for
which ``messages/`` has the Japanese.
"""

from __future__ import annotations

import gettext
import locale
import os
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MESSAGES = Path(__file__).parent / "messages"
OF_GETTEXT = "LANGUAGE"
"""The variable of the environment that tells gettext the language before all others."""
_asked: ContextVar[str] = ContextVar("asked", default="")


def speak(lang: str) -> None:
    """Speak a language (``ja`` or ``en``) from here on, until the one of the terminal is spoken again."""
    _asked.set(lang)
    os.environ[OF_GETTEXT] = lang


@contextmanager
def of_terminal() -> Iterator[None]:
    """Speak the language of the terminal, unless a command asks for another; forget what it asked for at the end."""
    before, environment = _asked.set(""), os.environ.get(OF_GETTEXT)
    try:
        yield
    finally:
        _asked.reset(before)
        os.environ.pop(OF_GETTEXT, None)
        if environment is not None:
            os.environ[OF_GETTEXT] = environment


def language() -> str:
    """Return ``ja`` in a Japanese locale, and ``en`` in any other; Windows tells its own where no variable does.

    Where a command was asked to speak one of them, it is that.
    """
    if _asked.get():
        return _asked.get()
    named = (*map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG")), locale.getlocale()[0])
    return "ja" if next(filter(None, named), "").lower().startswith("ja") else "en"


def said(ja: str, en: str) -> str:
    """Return the message in the language of the terminal."""
    return Words(ja, en).of(language())


def japanese(text: str) -> str | None:
    r"""Return a command's help in a Japanese locale; in any other, it is the docstring of the command.

    Each paragraph keeps its lines (click's ``\b``): without spaces, there is nowhere for click to break them.
    """
    return "\n\n".join(f"\b\n{part.strip()}" for part in text.split("\n\n")) if language() == "ja" else None


def spoken(_context: click.Context, _option: click.Parameter, lang: str) -> str:
    """Return the language that a command is asked to answer in, and say all else in it too."""
    speak(lang)
    return lang


def lang_option(told: str, *, of_messages: bool = False) -> Callable[[Any], Any]:
    """Make the option of the language; a command that prints messages but no answer does not see it itself."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default=language,
        callback=spoken,
        is_eager=True,
        expose_value=not of_messages,
        help=told,
    )


def speech_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option of the language to a command that prints messages, but no answer."""
    told = said(
        "メッセージの言語（作るブックのメモも）  [既定: 端末の言語]",
        "The language of messages, and of notes in workbooks.  [default: that of the terminal]",
    )
    decorated: Callable[..., Any] = lang_option(told, of_messages=True)(command)
    return decorated


gettext.bindtextdomain("messages", str(MESSAGES))
