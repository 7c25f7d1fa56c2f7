"""The tools, pages and beginnings as the Model Context Protocol has them (https://modelcontextprotocol.io).

What the tools answer is made elsewhere, in a process that can be ended: here they are described, and what an assistant
gives is checked.
"""

from __future__ import annotations

import inspect
import json
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from mcp import types
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError
from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from plangraph.agents.tools import TOOLS
from plangraph.errors import ParameterError, PlangraphError, UnknownThing
from plangraph.version import __version__
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from mcp.server.context import ServerRequestContext

    Work = Callable[[str, Mapping[str, Any], Any], Awaitable[str]]
    Context = ServerRequestContext[Any, Any]

GUIDE, PLANS, QUESTION = "plangraph://guide", "plangraph://plans", "plangraph://question/"
INSTRUCTIONS = """The comprehensive plans of cities as a knowledge graph: what they want, which projects carry it, with
what money, how they stand, and which SDGs they serve. Answer from the tools and not from memory; cite the numbered
sources with their pages; tell 'Assumed' and 'Suggested' links from what the city itself says; what is not there is not
known, and never zero. Begin with 'questions' (prepared ones, to be put by 'ask') or 'find'."""
PROMPTS = tomllib.loads(files("plangraph.agents").joinpath("prompts.toml").read_text("utf-8"))


def make_server(work: Work) -> Server[Any]:
    """Make a server of the protocol, for any transport.

    Parameters
    ----------
    work : callable
        Has a tool do its work: given its name, its arguments, and the HTTP request that asks or None; it returns the
        text of the answer, or raises a :class:`~plangraph.errors.PlangraphError`.
    """

    async def call(context: Context, asked: types.CallToolRequestParams) -> types.CallToolResult:
        given = asked.arguments or {}
        lang = "en" if given.get("lang") == "en" else "ja"
        try:
            text = await work(asked.name, checked(asked.name, given), context.request)
        except PlangraphError as error:
            return types.CallToolResult(content=[_text(_what_to_try(error).of(lang))], is_error=True)
        return types.CallToolResult(content=[_text(text)])

    async def read(context: Context, asked: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        tool, arguments = _page(str(asked.uri))
        try:
            text = await work(tool, arguments, context.request)
        except PlangraphError as error:
            raise MCPError(types.INVALID_PARAMS, "\n".join(error.words)) from None
        return types.ReadResourceResult(
            contents=[types.TextResourceContents(uri=asked.uri, text=text, mime_type="text/markdown")]
        )

    return Server(
        "plangraph",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=_list_tools,
        on_call_tool=call,
        on_list_resources=_list_pages,
        on_list_resource_templates=_list_families_of_pages,
        on_read_resource=read,
        on_list_prompts=_list_prompts,
        on_get_prompt=_prompt,
    )


def _what_to_try(error: PlangraphError) -> Words:
    """Return what an error says, and where it offers nothing to choose from, how a name is found."""
    if not isinstance(error, UnknownThing) or "\n" in error.words.en:
        return error.words
    return error.words.then(Words("。名前の一部を find で探せます", "; look for a part of the name with 'find'"))


def checked(tool: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an assistant gives a tool, in the types that it takes.

    Raises
    ------
    ParameterError
        If there is no such tool, or it cannot take what is given.
    """
    if tool not in MODELS:
        there = ", ".join(MODELS)
        raise ParameterError(
            Words(f"「{tool}」という道具はありません。あるもの: {there}", f"no tool '{tool}': {there}")
        )
    try:
        return MODELS[tool](**{name: _read(value) for name, value in given.items()}).model_dump()
    except ValidationError as error:
        raise ParameterError(_wrong(tool, error)) from None


def _wrong(tool: str, error: ValidationError) -> Words:
    """Describe what is wrong with the arguments of a tool, and what it takes."""
    takes = ", ".join(MODELS[tool].model_fields)
    told = Words("", "")
    for each in error.errors():
        name, kind = ".".join(map(str, each["loc"])), each["type"]
        if kind == "extra_forbidden":
            told = told.then(Words(f"{name} という引数はありません。", f"there is no argument {name}; "))
        elif kind == "missing":
            told = told.then(Words(f"{name} が必要です。", f"{name} is needed; "))
        else:
            told = told.then(Words(f"{name} が正しくありません（{each['msg']}）。", f"{name}: {each['msg']}; "))
    return told.then(Words(f"{tool} の引数: {takes}", f"{tool} takes: {takes}"))


def _read(value: object) -> object:
    """Read an object that came as the text of one, as assistants write it."""
    if isinstance(value, str) and value.startswith("{") and value.endswith("}"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _model(tool: Callable[..., str]) -> type[BaseModel]:
    """Return the model of what a tool takes, from its signature; the desk that it works at is none of it."""
    parameters = list(inspect.signature(tool, eval_str=True).parameters.values())[1:]
    fields = {each.name: (each.annotation, ... if each.default is each.empty else each.default) for each in parameters}
    model: type[BaseModel] = create_model(tool.__name__, __config__=ConfigDict(extra="forbid"), **fields)  # type: ignore[call-overload]
    return model


MODELS = {name: _model(tool) for name, tool in TOOLS.items()}
"""What each tool takes, by its name."""


async def _list_tools(context: Context, asked: object) -> types.ListToolsResult:  # noqa: ARG001 - the protocol's
    read_only = types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    return types.ListToolsResult(
        tools=[
            types.Tool(
                name=name,
                description=inspect.getdoc(tool),
                input_schema=MODELS[name].model_json_schema(),
                annotations=read_only,
            )
            for name, tool in TOOLS.items()
        ]
    )


async def _list_pages(context: Context, asked: object) -> types.ListResourcesResult:  # noqa: ARG001
    titles = {GUIDE: "The model on a page", PLANS: "The plans that can be asked about"}
    return types.ListResourcesResult(
        resources=[
            types.Resource(uri=f"{page}/{lang}", name=f"{title} ({lang})", mime_type="text/markdown")
            for page, title in titles.items()
            for lang in LANGUAGES
        ]
    )


async def _list_families_of_pages(context: Context, asked: object) -> types.ListResourceTemplatesResult:  # noqa: ARG001
    family = types.ResourceTemplate(
        uri_template=QUESTION + "{name}", name="A prepared question: what it asks, takes and tells"
    )
    return types.ListResourceTemplatesResult(resource_templates=[family])


async def _list_prompts(context: Context, asked: object) -> types.ListPromptsResult:  # noqa: ARG001
    lang = types.PromptArgument(name="lang", description="ja or en", required=False)
    return types.ListPromptsResult(
        prompts=[
            types.Prompt(
                name=name,
                description=each["description"],
                arguments=[
                    types.PromptArgument(name=each["about"], description=each["meaning"], required=True),
                    lang,
                ],
            )
            for name, each in PROMPTS.items()
        ]
    )


async def _prompt(context: Context, asked: types.GetPromptRequestParams) -> types.GetPromptResult:  # noqa: ARG001
    given, found = asked.arguments or {}, PROMPTS.get(asked.name)
    if found is None:
        raise MCPError(types.INVALID_PARAMS, f"no prompt '{asked.name}'; there are: {', '.join(PROMPTS)}")
    if not (about := given.get(found["about"])):
        raise MCPError(types.INVALID_PARAMS, f"'{asked.name}' needs {found['about']}: {found['meaning']}")
    text = found["en" if given.get("lang") == "en" else "ja"].strip().replace("{}", about)
    return types.GetPromptResult(messages=[types.PromptMessage(role="user", content=_text(text))])


def _page(uri: str) -> tuple[str, dict[str, Any]]:
    """Return the work that gives a page, and its arguments.

    Raises
    ------
    MCPError
        If there is no such page.
    """
    for page, work in ((GUIDE, "guide"), (PLANS, "plans")):
        for lang in LANGUAGES:
            if uri in {f"{page}/{lang}", *({page} if lang == "ja" else ())}:
                return work, {"lang": lang}
    if uri.startswith(QUESTION):
        return "questions", {"words": uri.removeprefix(QUESTION), "lang": "ja"}
    raise MCPError(types.INVALID_PARAMS, f"no such page: {uri}")


def _text(text: str) -> types.TextContent:
    return types.TextContent(type="text", text=text)
