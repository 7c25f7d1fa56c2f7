"""``plangraph query``: answer a question; each question is a command of its own."""

from __future__ import annotations

import sys
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from plangraph.cli.locale import japanese, language, said, spoken
from plangraph.cli.options import (
    AMOUNT,
    FISCAL_YEAR,
    answer_format_option,
    exact_option,
    ids_option,
    language_option,
    open_store,
    out_option,
    store_option,
)
from plangraph.cli.output import FORMATS, write_answer
from plangraph.errors import ParameterError
from plangraph.namespaces import THINGS
from plangraph.opening import library
from plangraph.queries import chosen
from plangraph.queries.parameter_terms import YEAR
from plangraph.store.terms import NamedNode
from plangraph.store.terms import shown as written
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from plangraph import queries
    from plangraph.store.readable import Reading

STORE = "plangraph.store"
SEARCHED = Words(
    "。コードか名称を書きます（plangraph search で探せます）", " (a code or a name; plangraph search finds them)"
)
TYPES = {"integer": click.INT, "decimal": AMOUNT}
METAVARS = {
    "iri": Words("名称・コード", "NAME|CODE"),
    "integer": Words("整数", "INTEGER"),
    "decimal": Words("数", "NUMBER"),
    YEAR: Words("年度", "YEAR"),
}
OF_GOALS = "pg:inheritsGoal"
"""The relation that a question asks for whose element may be a goal, too."""
ASKED_OF = {
    "plan": Words("都市が尋ねる計画", "the plan that the city asks about"),
    "city": Words("その計画の都市", "the city of that plan"),
}
"""The parameters whose default is what a build is asked about."""


class _Choice(click.ParamType[str]):
    """One of a parameter's choices, by itself or by what it is called in either language.

    Parameters
    ----------
    question : Question
        The question.
    parameter : Parameter
        Its parameter.
    """

    name = "choice"

    def __init__(self, question: queries.Question, parameter: queries.Parameter) -> None:
        self._question, self._parameter = question, parameter

    def called(self, choice: str) -> str:
        """Return what a choice is called in the reader's language."""
        words = self._question.wording.choices.get(choice, Words(choice, choice))
        return choice if self._parameter.name == "lang" else words.of(language())

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - click's signature
        return f"[{'|'.join(map(self.called, self._parameter.choices))}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        return chosen(self._question, self._parameter, str(value))

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        every = dict.fromkeys((*map(self.called, self._parameter.choices), *self._parameter.choices))
        return [CompletionItem(each) for each in every if each.startswith(incomplete)]


class _Questions(click.Group):
    """The questions, found by the names of their files."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [question.name for question in library().listed()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _command(cmd_name, library(ctx.meta.get(STORE)).find(cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        ctx.meta[STORE] = dict(pairwise(args)).get("--store")  # its datasets may have brought the question
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Leave the questions out of the help: ``plangraph queries`` lists them."""


class _Question(click.Command):
    """The command of a question, which tells its parameters to those who give another.

    Parameters
    ----------
    question : Question
        The question.
    named : dict
        What click makes a command of.
    """

    def __init__(self, question: queries.Question, **named: Any) -> None:
        super().__init__(question.name, **named)
        self._own = [f"--{parameter.name}" for parameter in question.parameters]
        self._takes_goals = "--element" in self._own and OF_GOALS in question.sparql

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if not self._own or set(self._own) & set(error.possibilities or ()):
                raise
            own = ", ".join(self._own)
            told = error.message + said(f"この問いにあるもの: {own}", f" This question has: {own}")
            if self._takes_goals and error.option_name == "--goal":
                told += said("。ゴールは --element sdg:11 のように指定します", "; a goal is given as --element sdg:11")
            raise click.NoSuchOption(error.option_name, told, ctx=error.ctx) from error


def _command(name: str, question: queries.Question) -> click.Command:
    """Make a command of a question by one of its names: its parameters are the options."""
    lang = language()
    options: list[click.Parameter] = [_option(question, parameter, lang) for parameter in question.parameters]

    named = {parameter.name for parameter in question.parameters}

    def answer(store: Path | None, form: str | None, out: Path | None, ids: bool, exact: bool, **given: Any) -> None:
        graph = open_store(store)
        parameters = {key: given[key] for key in named & given.keys() if given[key] is not None}
        parameters |= _asked_for(name, graph.lacking(name, parameters))
        found = graph.answer(name, parameters)
        read = partial(
            graph.reading,
            name=name,
            parameters=parameters,
            lang=given.get("lang") or language(),
            ids=ids,
            exact=exact,
        )

        def remark(reading: Reading) -> Words | None:
            if question.most and len(reading.rows) >= question.most:
                return Words(
                    f"この問いの答えは {question.most} 行までです。続きは plangraph search で見られます",
                    f"this question gives {question.most} rows at most: plangraph search has them all",
                )
            return graph.without_data(name, parameters) if reading.blank else None

        write_answer(found, form, out, read=read, empty=partial(graph.why_empty, name, parameters), remark=remark)

    command: click.Command = _Question(
        question,
        params=options,
        callback=answer,
        help=_help(question, lang),
        short_help=question.summary(lang),
    )
    headings = () if "lang" in named else (language_option,)
    for decorate in (store_option, *headings, out_option, answer_format_option(*FORMATS), ids_option, exact_option):
        command = _with(command, decorate)
    return command


def _asked_for(name: str, lacking: Mapping[queries.Parameter, Sequence[Words]]) -> dict[str, str]:
    """Ask for the parameters without which a question means nothing.

    Raises
    ------
    ParameterError
        If nobody is there who could answer.
    """
    given = {}
    for parameter, choices in lacking.items():
        what, there = parameter.words.of(language()), [words.of(language()) for words in choices]
        if sys.stdin.isatty() and sys.stdout.isatty():
            click.echo("\n".join(f"  {words}" for words in there), nl=bool(there), err=True)
            given[parameter.name] = str(click.prompt(what, err=True))
            continue
        listed = Words(*("".join(f"\n  {words.of(lang)}" for words in choices) for lang in LANGUAGES))
        if parameter.type == "iri" and not choices:
            listed = SEARCHED
        raise ParameterError(
            Words(
                f"問い '{name}' には {parameter.words.ja}（--{parameter.name}）の指定が必要です",
                f"'{name}' needs --{parameter.name}: {parameter.words.en.lower()}",
            ).then(listed)
        )
    return given


def _with(command: click.Command, decorate: Callable[[Any], Any]) -> click.Command:
    decorated: click.Command = decorate(command)
    return decorated


def _option(question: queries.Question, parameter: queries.Parameter, lang: str) -> click.Option:
    default = language() if parameter.name == "lang" else None
    choice = _Choice(question, parameter)
    typed_as = FISCAL_YEAR if parameter.name == YEAR else TYPES.get(parameter.type, click.STRING)
    kind = choice if parameter.choices else typed_as
    typed = choice.called(_typed(parameter)) if parameter.choices else _typed(parameter)
    shown = default or typed or _taken(parameter)
    return click.Option(
        [f"--{parameter.name}"],
        type=kind,
        default=default,
        callback=spoken if default else None,
        is_eager=bool(default),
        help=parameter.words.of(lang) + (said(f"  [既定: {shown}]", f"  [default: {shown}]") if shown else ""),
        metavar=None
        if parameter.choices
        else (METAVARS.get(parameter.name) or METAVARS.get(parameter.type, Words("文字", "TEXT"))).of(lang),
    )


def _typed(parameter: queries.Parameter) -> str:
    """Return a default as a person would type it."""
    default = parameter.default or ""
    return written(NamedNode(default)).removeprefix(THINGS) if "://" in default else default


def _taken(parameter: queries.Parameter) -> str:
    """Describe where a value comes from that nobody gives; nothing if it has to be given, or need not be."""
    if parameter.name in ASKED_OF:
        return ASKED_OF[parameter.name].of(language())
    if not parameter.derive:
        return ""
    if parameter.type == "integer":
        return said("計画にデータのある最新の年度など", "as the plan has it, such as the newest year with data")
    return said("計画のもつもの", "what the plan has")


def _help(question: queries.Question, lang: str) -> str:
    columns = said("、", ", ").join(dict.fromkeys(column.heading.words.of(lang) for column in question.columns))
    example = " ".join(
        ["plangraph query", question.name]
        + [f"--{each.name} …" for each in question.parameters if each.required and each.name not in ASKED_OF]
    )
    parts = [question.summary(lang), question.description(lang)]
    if columns:
        parts.append(said(f"列: {columns}", f"Columns: {columns}"))
    return "\n\n".join([*parts, f"\b\n{example}"])


@click.command(
    cls=_Questions,
    subcommand_metavar="NAME [PARAMETERS]",
    help=japanese("""
問い NAME に答えます。パラメーターは --PARAMETER VALUE の形で指定します。

問いごとの説明とパラメーターは plangraph query NAME --help で分かります。
問いは plangraph queries WORDS で探せます。

plangraph query standing-counts --year 2024
plangraph query children --element 1-1
"""),
)
def command() -> None:
    """Answer the question NAME; its parameters are given as --PARAMETER VALUE.

    plangraph query NAME --help says what a question asks and takes; plangraph queries WORDS finds questions.

    \b
    plangraph query standing-counts --year 2024
    plangraph query children --element 1-1
    """
