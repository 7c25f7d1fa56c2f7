"""The command line: one file a command, each read only when it is called."""

from __future__ import annotations

import errno
import os
import re
import sys
import traceback
from gettext import gettext
from importlib import import_module
from itertools import pairwise
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import click

from plangraph.cli.completion import add_completions
from plangraph.cli.encoding import degrade_output
from plangraph.cli.locale import japanese, language, of_terminal, said, speak, speech_option
from plangraph.errors import PlangraphError
from plangraph.version import __version__
from plangraph.words import LANGUAGES, Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    "build",
    "changes",
    "check",
    "convert",
    "coverage",
    "explain",
    "export",
    "import",
    "info",
    "mcp",
    "network",
    "new",
    "publish",
    "push",
    "queries",
    "query",
    "report",
    "running",
    "search",
    "serve",
    "sparql",
    "suggest",
    "trace",
)
LANG = re.compile("--lang(?:=|$)")
LONGEST = 400
"""How long what a command is for may be, in characters."""
REFUSED = {
    errno.ENOENT: Words("ファイルもフォルダーもありません", "no such file or folder"),
    errno.EACCES: Words(
        "読み書きの権限がありません（Excel で開いていれば、閉じてください）",
        "no permission to read or write it (if it is open in Excel, close it)",
    ),
    errno.EPERM: Words("読み書きの権限がありません", "no permission to read or write it"),
    errno.EROFS: Words("書き込めない場所です", "it cannot be written to"),
    errno.EISDIR: Words("ファイルではなくフォルダーです", "it is a folder, not a file"),
    errno.ENOTDIR: Words("フォルダーではなくファイルです", "it is a file, not a folder"),
    errno.ENOSPC: Words("ディスクに空きがありません", "no space is left on the disk"),
    errno.ENAMETOOLONG: Words("名前が長すぎます", "the name is too long"),
}
"""What the operating system refuses, by its number; it says what is rarer in its own words."""


class _Context(click.Context):
    """What click knows of a command that is called, with its help in lines that fit the terminal."""

    def make_formatter(self) -> click.HelpFormatter:
        from plangraph.cli.help_text import HelpText

        return HelpText(width=self.terminal_width, max_width=self.max_content_width)


class _Commands(click.Group):
    """The commands, found by the names of their files."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            meant = _as_question(cmd_name) or did_you_mean(cmd_name, COMMANDS)
            ctx.fail(
                said(
                    f"「{cmd_name}」というコマンドはありません{meant.ja}。",
                    f"No such command '{cmd_name}'{meant.en}.",
                )
            )
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = import_module(f"plangraph.cli.{module}").command
        assert isinstance(command, click.Command)  # noqa: S101 - for the type checker
        if all(option.name != "lang" for option in command.params):
            speech_option(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command is for, whole: click cuts what has no spaces to cut at."""
        with formatter.section(gettext("Commands")):
            commands = ((name, self.get_command(ctx, name)) for name in COMMANDS)
            formatter.write_dl([(name, one.get_short_help_str(LONGEST)) for name, one in commands if one])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # the reader has left, as `head` does: nothing is wrong
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


def every_command() -> click.Group:
    """Return all commands together, described in the language that is spoken now."""

    @click.group(
        cls=_Commands,
        help=japanese("総合計画を知識グラフにして、問いに答えます。"),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    @speech_option
    @click.version_option(__version__, package_name="plangraph")
    def cli() -> None:
        """Ask a city's comprehensive plan, built as a knowledge graph."""

    return cli


def _as_question(name: str) -> Words | None:
    """Describe how to ask a question whose name stands where a command's does; None if no question has it."""
    from plangraph.opening import library

    if name not in {question.name for question in library().listed()}:
        return None
    asked = f"plangraph query {name}"
    return Words(f"（問いです: {asked}）", f" (it is a question: {asked})")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 fine, 1 the data has problems, 2 the command could not run."""
    degrade_output()
    add_completions()
    click.Command.context_class = _Context
    with of_terminal():
        if lang := _asked_for(sys.argv[1:] if arguments is None else arguments):
            speak(lang)
        _run(arguments)


def _asked_for(arguments: Sequence[str]) -> str:
    """Return the language that ``--lang`` asks for, also where the rest cannot be read or is a call for help."""
    given = (words.partition("=")[2] or after for words, after in pairwise([*arguments, ""]) if LANG.match(words))
    return next((lang for lang in given if lang in LANGUAGES), "")


def _run(arguments: Sequence[str] | None) -> None:
    try:
        every_command().main(args=arguments, prog_name="plangraph", standalone_mode=False)
    except PlangraphError as error:
        click.echo(error.words.of(language()), err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo(said("中断しました", "stopped"), err=True)
        sys.exit(130)
    except OSError as error:
        click.echo(_refusal(error), err=True)
        sys.exit(2)
    except Exception as error:
        click.echo(_fault(error), err=True)
        sys.exit(2)


def _fault(error: Exception) -> str:
    *_, (frame, line) = traceback.walk_tb(error.__traceback__)
    what = f"{type(error).__name__}: {error} ({frame.f_code.co_filename}:{line})"
    return said(
        f"plangraph の不具合です。次の内容を開発者に知らせてください: {what}",
        f"plangraph has a fault; please tell its developers: {what}",
    )


def _refusal(error: OSError) -> str:
    known = REFUSED.get(error.errno or 0)
    reason = known.of(language()) if known else error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason
