"""The files that are written by ``make docs`` from what they describe, so that they cannot drift.

Each function gives the text of one page; ``tests/docs`` holds the committed pages against them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from docs.columns import mapping, plan_file, tables
from docs.context import context
from docs.document_coverage import document_coverage

from plangraph.cli import COMMANDS, every_command
from plangraph.cli.serve import BY_PROCESSORS
from plangraph.network import MEASURES
from plangraph.queries import Library
from plangraph.server.addresses import ADDRESSES
from plangraph.server.settings import Settings
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from plangraph.server.http.address import Address

NOTE = "<!-- Written by `make docs`; edit what it describes instead. -->\n"


def commands(title: str, other: str) -> str:
    """Describe each command by what it says of itself in the language of the terminal, below a link to the other."""
    parts = [NOTE, f"# {title}\n", f"{other}\n"]
    everything = every_command()
    context = click.Context(everything, info_name="plangraph", terminal_width=100, **everything.context_settings)
    for name in COMMANDS:
        command = every_command().get_command(context, name)
        assert command is not None
        parts += _help(command, click.Context(command, info_name=name, parent=context, terminal_width=100))
    return "\n".join(parts)


def questions() -> str:
    """List the questions with their titles and descriptions, by topic."""
    parts = [NOTE, "# The questions — 問いの一覧\n"]
    topic = ""
    for question in Library().listed():
        if question.topic != topic:
            topic = question.topic
            parts.append(f"## {topic}: {question.wording.topics[topic].ja} — {question.wording.topics[topic].en}\n")
        parts.append(
            f"### {question.name}\n\n**{question.summary('ja')}** — {question.description('ja')}\n\n"
            f"**{question.summary('en')}** — {question.description('en')}\n\n"
            f"パラメーター / parameters: {_named((p.name, p.words) for p in question.parameters)}\n\n"
            f"列 / columns: {_named((c.name, c.heading.words) for c in question.columns)}\n"
        )
    return "\n".join(parts)


def networks(lang: str) -> str:
    """Put the table of measures into the page on networks, which else is written by hand."""
    rows = "".join(
        f"| `{name}` | {one.question.of(lang)} | {one.method} "
        f"| {' '.join(f'`--{option.name}`' for option in one.options)} |\n"
        for name, one in MEASURES.items()
    )
    head = _head(Words("名前 | 問い | 方法 | オプション", "name | question | method | options"), lang)
    return _between(_by_hand("networks", lang), "measures", head + rows)


def endpoint(lang: str) -> str:
    """Put the tables of addresses and limits into the page of the endpoint, which else is written by hand."""
    addresses = "".join(f"| {_address(each, lang)} | {each.words.of(lang)} |\n" for each in ADDRESSES)
    limits = "".join(
        f"| `{_option(limit)}` | {_escaped(limit.metadata['help'].of(lang))} | {_default(limit, lang)} |\n"
        for limit in fields(Settings)
        if "help" in limit.metadata
    )
    head = _head(Words("アドレス | 答え", "address | answers with"), lang)
    text = _between(_by_hand("endpoint", lang), "addresses", head + addresses)
    return _between(text, "limits", _head(Words("制限 | 何の | 既定", "limit | of | default"), lang) + limits)


def _by_hand(name: str, lang: str) -> str:
    ending = ".ja.md" if lang == "ja" else ".md"
    return (Path(__file__).parent / f"{name}{ending}").read_text("utf-8")


def _head(words: Words, lang: str) -> str:
    columns = words.of(lang)
    return f"| {columns} |\n|{' --- |' * len(columns.split(' | '))}\n"


def _address(address: Address, lang: str) -> str:
    needed = Words("（必要）", " (needed)").of(lang)
    names = ", ".join(f"`{each.name}`" + (needed if each.required else "") for each in address.parameters)
    path = address.path.replace("{path:path}", "…")
    return f"`{path}`" + (f": {names}" if names else "")


def _escaped(text: str) -> str:
    return text.removesuffix(".").removesuffix("。").replace("|", "\\|")


def _option(limit: Field[Any]) -> str:
    return limit.name.replace("_", "-")


def _default(limit: Field[Any], lang: str) -> str:
    if limit.default is MISSING:
        return BY_PROCESSORS.of(lang)
    return f"{limit.default}" or Words("なし", "none").of(lang)


def _between(text: str, name: str, table: str) -> str:
    """Put a table between two comments that mark its place."""
    before, start, rest = text.partition(f"<!-- {name}: written by `make docs` -->\n")
    _, end, after = rest.partition(f"<!-- end of {name} -->\n")
    assert start, name
    assert end, name
    return f"{before}{start}{table}{end}{after}"


def _named(words: Iterable[tuple[str, Words]]) -> str:
    return ", ".join(f"`{name}` {both.ja} / {both.en}" for name, both in words) or "—"


WRITTEN: dict[str, Callable[[], str]] = {
    "docs/tables.md": lambda: f"{NOTE}\n{tables('en')}",
    "docs/tables.ja.md": lambda: f"{NOTE}\n{tables('ja')}",
    "docs/mapping.md": lambda: f"{NOTE}\n{mapping('en')}",
    "docs/mapping.ja.md": lambda: f"{NOTE}\n{mapping('ja')}",
    "docs/plan-file.md": lambda: f"{NOTE}\n{plan_file('en')}",
    "docs/plan-file.ja.md": lambda: f"{NOTE}\n{plan_file('ja')}",
    "docs/commands.md": lambda: _commands_in("C.UTF-8", "The commands", "[日本語](commands.ja.md)"),
    "docs/commands.ja.md": lambda: _commands_in("ja_JP.UTF-8", "コマンド", "[English](commands.md)"),
    "docs/questions.md": questions,
    "docs/endpoint.md": lambda: endpoint("en"),
    "docs/endpoint.ja.md": lambda: endpoint("ja"),
    "docs/networks.md": lambda: networks("en"),
    "docs/networks.ja.md": lambda: networks("ja"),
    "docs/document-coverage.md": lambda: f"{NOTE}\n{document_coverage('en')}",
    "docs/document-coverage.ja.md": lambda: f"{NOTE}\n{document_coverage('ja')}",
    "ontology/context.jsonld": context,
}
"""The generated files, by path."""


def _commands_in(locale: str, title: str, other: str) -> str:
    """Describe the commands in a process of its own, as each has one language, that of its terminal."""
    program = f"from docs.pages import commands; print(commands({title!r}, {other!r}), end='')"
    environment = os.environ | {"LC_ALL": locale, "LANGUAGE": "", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout


def _help(command: click.Command, context: click.Context) -> list[str]:
    parts = [f"## {context.command_path}\n\n```\n{command.get_help(context)}\n```\n"]
    if isinstance(command, click.Group) and command.commands:  # questions.md has those of query
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            parts += _help(inner, click.Context(inner, info_name=name, parent=context, terminal_width=100))
    return parts
