"""The questions as an assistant finds and asks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.agents.length import MOST, shortened, tokens
from plangraph.errors import ParameterError, UnknownQuestion
from plangraph.labelling import name_of
from plangraph.queries import chosen, unknown_parameter
from plangraph.queries.by_words import FoundQuestions
from plangraph.words import LANGUAGES, Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.agents.answer import Answer
    from plangraph.graph import Graph
    from plangraph.queries import Library, Parameter, Question

DESCRIBED = 8
"""Up to how many questions are described; of more, only names and titles are told."""
LONGEST_DESCRIPTION = 240  # letters
SHOWN_CHOICES = 12  # of a parameter


def list_of_questions(graph: Graph, answer: Answer, words: str) -> Answer:
    """Write which questions words find: few with their parameters, many with their titles, one with all about it."""
    every, lang = graph.questions(), answer.lang
    exact = [question for question in every if question.name == words.strip()]
    found, whole, named = FoundQuestions(exact, whole=True) if exact else graph.find_questions(words)
    if not found:
        return answer.say(
            Words(f"「{words}」についての問いはありません", f"no question is about '{words}'").then(
                did_you_mean(words, [question.name for question in every])
            )
        )
    if named:
        answer.say(named)
    if not whole:
        answer.say(Words("すべての語に合う問いはなく、近いものです", "none has all the words; these are the nearest"))
    if exact:
        return answer.say(_fully(exact[0], lang))
    write = _briefly if len(found) <= DESCRIBED else _by_title
    room = MOST - tokens(answer.text())
    for number, question in enumerate(found):
        line = write(question, lang)
        room -= tokens(line)
        if room < 0:
            return answer.say(Words(f"ほかに {len(found) - number} 件", f"and {len(found) - number} more"))
        answer.say(line)
    return answer


def say_plans(graph: Graph, answer: Answer) -> Answer:
    """Write by which short names plans are asked about, if they are of several cities."""
    names = list(map(name_of, graph.manifest.scopes))
    if len({name.partition("/")[0] for name in names}) == 1:
        return answer
    taken = name_of(graph.manifest.plan)
    return answer.say(
        Words(
            f"plan に書けるもの: {', '.join(names)}（なければ {taken}）",
            f"What plan may be: {', '.join(names)} (without one: {taken})",
        )
    )


def parameters_of(question: Question, given: Mapping[str, object], lang: str) -> dict[str, str]:
    """Return the parameters that a question is asked with, as text, and the language if it takes one.

    Raises
    ------
    ParameterError
        If it does not have one of them, or cannot take its value.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            raise unknown_parameter(question, name)
    own = {"lang": lang} if "lang" in known else {}
    return own | {name: chosen(question, known[name], str(value)) for name, value in given.items() if value != ""}


def question_of(library: Library, name: str) -> Question:
    """Return the question with a name.

    Raises
    ------
    UnknownQuestion
        If there is none; its message says how to find one.
    """
    try:
        return library.find(name)
    except UnknownQuestion as error:
        meant = did_you_mean(name, [question.name for question in library.listed()])
        raise UnknownQuestion(
            Words(
                f"問い '{name}' はありません{meant.ja}。道具 questions で、言葉から探せます",
                f"no question '{name}'{meant.en}; find one by words with the tool questions",
            )
        ) from error


def lacks(question: Question, lacking: Mapping[Parameter, Sequence[Words]]) -> ParameterError:
    """Return the error that a question lacks parameters, with what may be given for each, if it is few."""
    said = Words(f"問い '{question.name}' には次が必要です", f"'{question.name}' needs")
    for parameter, choices in lacking.items():
        there = [", ".join(words.of(lang) for words in choices[:SHOWN_CHOICES]) for lang in LANGUAGES]
        said = said.then(
            Words(
                f"\n{parameter.name}: {parameter.words.ja}" + (f"（{there[0]}）" if choices else ""),
                f"\n{parameter.name}: {parameter.words.en}" + (f" ({there[1]})" if choices else ""),
            )
        )
    return ParameterError(said)


def _by_title(question: Question, lang: str) -> str:
    return f"{question.name}: {question.summary(lang)}"


def _briefly(question: Question, lang: str) -> str:
    about = shortened(question.description(lang), LONGEST_DESCRIPTION)
    return f"{_by_title(question, lang)}\n  {about}\n  {_parameters(question, lang)}"


def _fully(question: Question, lang: str) -> str:
    columns = ", ".join(dict.fromkeys(column.heading.words.of(lang) for column in question.columns))
    lines = [_by_title(question, lang), question.description(lang), _parameters(question, lang)]
    return "\n".join([*lines, Words("列: ", "Columns: ").of(lang) + columns])


def _parameters(question: Question, lang: str) -> str:
    told = [_parameter(question, each, lang) for each in question.parameters if each.name != "lang"]
    return Words("パラメーター: ", "Parameters: ").of(lang) + ("; ".join(told) or "-")


def _parameter(question: Question, parameter: Parameter, lang: str) -> str:
    need = Words("（必須）", " (required)").of(lang) if parameter.required else ""
    called = (question.wording.choices.get(choice, Words(choice, choice)).of(lang) for choice in parameter.choices)
    choices = f" [{', '.join(called)}]" if parameter.choices else ""
    return f"{parameter.name} = {parameter.words.of(lang)}{need}{choices}"
