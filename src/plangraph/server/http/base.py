"""The path under which everything is served: the server's own, or the one that a proxy that is trusted tells.

A proxy may take the path off what it hands on, or leave it there: both are understood.
"""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING, Any

from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from plangraph.errors import ParameterError
from plangraph.words import Words

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Scope

PREFIX = b"x-forwarded-prefix"
BASE = re.compile(r"(?:/[A-Za-z0-9._~-]+)*", re.ASCII)
LONGEST = 200  # characters


def read_base(text: str) -> str:
    """Read a base path: ``/plangraph``, with or without a slash at its end; nothing of ``/``.

    Raises
    ------
    ParameterError
        If it is none.
    """
    base = text.strip().rstrip("/")
    if len(base) <= LONGEST and BASE.fullmatch(base) and not {".", ".."} & set(base.split("/")):
        return base
    raise ParameterError(
        Words(
            f"root-path は /plangraph のように、/ で始め、英数字と . _ ~ - で書いてください（{text[:50]}）",
            f"root-path: begin with / and use letters, digits and . _ ~ - as in /plangraph, not '{text[:50]}'",
        )
    )


class Proxies:
    """The proxies that are believed.

    Parameters
    ----------
    text : str
        Addresses and networks, with commas; ``*`` for anybody.

    Raises
    ------
    ParameterError
        If one is neither.
    """

    def __init__(self, text: str) -> None:
        names = [name.strip() for name in text.split(",") if name.strip()]
        self._is_anybody = names == ["*"]
        try:
            self._networks = [] if self._is_anybody else [ip_network(name, strict=False) for name in names]
        except ValueError as error:
            raise ParameterError(
                Words(
                    f"proxies には 10.0.0.2 や 172.16.0.0/12 のような値を書いてください（{error}）",
                    f"proxies: write addresses or networks, such as 10.0.0.2, 172.16.0.0/12 ({error})",
                )
            ) from error

    def __contains__(self, host: str) -> bool:
        try:
            address = ip_address(host)
        except ValueError:
            return self._is_anybody
        return self._is_anybody or any(address in network for network in self._networks)


class Forwarded(ProxyHeadersMiddleware):
    """Takes client, scheme and base path from proxies that are trusted, and from nobody else."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Pass a request on."""
        client = scope.get("client")
        if scope["type"] == "http" and client and client[0] in self.trusted_hosts:
            told = dict(scope["headers"]).get(PREFIX)
            try:
                scope["root_path"] = read_base(told.decode("latin-1")) if told else ""
            except ParameterError:
                scope["root_path"] = ""
        await super().__call__(scope, receive, send)


def enter(scope: Scope, own: str) -> None:
    """Note under which path a request came, and take it off: routes know nothing of it.

    Parameters
    ----------
    scope : Scope
        The request; a proxy's word, in ``root_path``, is above the server's own.
    own : str
        The server's own base path.
    """
    base = scope.get("root_path") or own
    scope["root_path"] = ""
    scope.setdefault("state", {})["base"] = base
    for name, prefix, root in (("path", base, "/"), ("raw_path", base.encode(), b"/")):
        if base and (scope[name] == prefix or scope[name].startswith(prefix + root)):  # type: ignore[operator]
            scope[name] = scope[name].removeprefix(prefix) or root


def raw_path(request: Request) -> str:
    """Return the path of a request below our base as it came, percent-encoded."""
    path = request.scope.get("raw_path", request.url.path.encode())
    return str(path.decode("ascii", "replace").partition("?")[0].rstrip("/"))


def base_of(request: Request) -> str:
    """Return the path that everything is under for who asks: nothing, or such as ``/plangraph``."""
    return str(request.state.base)


def placed(request: Request, path: str) -> str:
    """Return the address of a path of ours for who asks."""
    return base_of(request) + path


def absolute(request: Request, path: str) -> str:
    """Return the whole address of a path of ours for who asks."""
    return str(request.url.replace(path=placed(request, path), query=""))
