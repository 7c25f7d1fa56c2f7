"""One exchange with a SPARQL endpoint: SPARQL 1.1 Protocol (W3C), bounded in time and size.

SPARQLWrapper makes the request. It is sent from here, as SPARQLWrapper alone would read error pages without end,
follow a redirect by a GET that has lost the query, and change how the whole process opens URLs to log in.
"""

from __future__ import annotations

import re
import socket
import ssl
import time
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPRedirectHandler,
    Request,
    build_opener,
)

from SPARQLWrapper import CONSTRUCT, DESCRIBE, JSON, POST, TURTLE, SPARQLWrapper

from plangraph.errors import EndpointError
from plangraph.version import __version__
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from email.message import Message

PIECE = 1 << 16  # bytes
UNREACHABLE = {
    ConnectionRefusedError: Words("そこで待ち受けているサーバーがありません", "no server listens there"),
    socket.gaierror: Words("その名前のサーバーが見つかりません", "no server is known by this name"),
    ssl.SSLError: Words("安全な接続（TLS）を確立できません", "no secure connection (TLS) can be made"),
}
"""Why an endpoint cannot be reached; what is rarer, the system says in its own words."""
TAG = re.compile(r"<(style|script|title)\b.*?</\1>|<!.*?>|</?[a-z][^>]*>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Reply:
    """What an endpoint answered.

    Attributes
    ----------
    status : int
        The HTTP status.
    media_type : str
        The media type of the body, in lower case and without parameters.
    headers : Message
        All headers.
    body : bytes
        The whole body.
    """

    status: int
    media_type: str
    headers: Message
    body: bytes

    @property
    def ok(self) -> bool:
        """Whether the status says that it is an answer."""
        return self.status // 100 == 2  # noqa: PLR2004 - of HTTP

    def said(self, length: int = 300) -> str:
        """Return the beginning of the body as one line, without the tags of a page, to be quoted in an error."""
        text = self.body[: 4 * length].decode("utf-8", "replace")
        words = " ".join((TAG.sub(" ", text) if self.media_type == "text/html" else text).split())
        return "".join(c for c in words if c.isprintable())[:length]


class Wire:
    """The way to an endpoint.

    Parameters
    ----------
    url, update_url : str
        Where queries and updates are sent.
    user, password : str
        With what to log in (Basic or Digest, as the endpoint asks), or nothing.
    timeout : float
        How many seconds an answer may take.
    max_bytes : int
        How many bytes an answer may have.
    """

    def __init__(self, url: str, update_url: str, user: str, password: str, timeout: float, max_bytes: int) -> None:
        self.url, self.update_url = url, update_url
        self.timeout, self.max_bytes = timeout, max_bytes
        known = HTTPPasswordMgrWithDefaultRealm()
        if user:
            known.add_password(None, [url, update_url], user, password)
        self._opener = build_opener(_Stay, _Digest(known), _Basic(known))

    def send(self, text: str, form: str, accept: str, parameters: Mapping[str, Sequence[str]]) -> Reply:
        """Send a query or an update.

        Parameters
        ----------
        text : str
            The query or update.
        form : str
            What SPARQLWrapper calls its type: ``SELECT``, ``ASK``, ``CONSTRUCT``, ``DESCRIBE``, or ``INSERT`` for
            any update.
        accept : str
            The media types that are understood.
        parameters : mapping of str to sequence of str
            Further parameters of the protocol.

        Raises
        ------
        EndpointError
            If no whole answer comes back in time, or it is too long.
        """
        wrapper = SPARQLWrapper(self.url, self.update_url, agent=f"plangraph/{__version__}")
        wrapper.setReturnFormat(TURTLE if form in {CONSTRUCT, DESCRIBE} else JSON)
        wrapper.setOnlyConneg(True)
        wrapper.setMethod(POST)
        wrapper.queryType, wrapper.queryString = form, text
        wrapper.addCustomHttpHeader("Accept", accept)
        for name, values in parameters.items():
            for value in values:
                wrapper.addParameter(name, value)
        return self._exchange(wrapper._createRequest())

    def _exchange(self, request: Request) -> Reply:
        deadline = time.monotonic() + self.timeout
        try:
            with self._open(request) as response:
                body = self._read(response, deadline)
                media_type = str(response.headers.get_content_type()) if "Content-Type" in response.headers else ""
                return Reply(response.status, media_type, response.headers, body)
        except TimeoutError as error:
            raise self._slow() from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._slow() from error
            refused = _unreachable(error.reason)
            raise EndpointError(
                Words(f"{request.full_url} に接続できません: ", f"{request.full_url} cannot be reached: ").then(refused)
            ) from error
        except (OSError, HTTPException, ValueError) as error:
            why = str(error) or type(error).__name__
            raise EndpointError(
                Words(
                    f"{request.full_url} の答えが途切れました: {why}", f"{request.full_url} broke off its answer: {why}"
                )
            ) from error

    def _open(self, request: Request) -> Any:
        try:
            return self._opener.open(request, timeout=self.timeout)
        except HTTPError as error:  # an answer like any other, whose status says what is wrong
            return error

    def _read(self, response: Any, deadline: float) -> bytes:
        pieces, size = [], 0
        while piece := response.read1(PIECE):
            size += len(piece)
            pieces.append(piece)
            if size > self.max_bytes:
                raise EndpointError(
                    Words(
                        f"{self.url} の答えが {self.max_bytes:,} バイトを超えています。問い合わせを絞ってください",
                        f"{self.url} answers with more than {self.max_bytes:,} bytes: ask for less",
                    )
                )
            if time.monotonic() > deadline:
                raise self._slow()
        announced = response.headers.get("Content-Length", "")
        if announced.isdigit() and int(announced) != size:
            raise EndpointError(
                Words(
                    f"{self.url} の答えが途切れました。{int(announced):,} バイトのうち {size:,} バイトでした",
                    f"{self.url} broke off its answer: {size:,} of {int(announced):,} bytes came",
                )
            )
        return b"".join(pieces)

    def _slow(self) -> EndpointError:
        return EndpointError(
            Words(
                f"{self.url} が {self.timeout:g} 秒以内に答えませんでした",
                f"{self.url} did not answer within {self.timeout:g} s",
            )
        )


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: a POST would become a GET without its query, and go where nobody asked."""

    def redirect_request(self, *_: Any) -> None:
        return None


class _Digest(HTTPDigestAuthHandler):
    """Logs in by Digest, once: the standard library's tries again, then gives an error without the answer."""

    def http_error_401(self, req: Request, fp: Any, *said: Any) -> Any:
        asked = _asked(said[-1], "digest")
        if not asked or req.has_header("Authorization"):
            return None
        answer = self.retry_http_digest_auth(req, asked)
        if answer is not None:
            fp.close()
        return answer


class _Basic(HTTPBasicAuthHandler):
    """Logs in by Basic where that is asked for; the standard library's raises where only Digest is."""

    def http_error_401(self, req: Request, fp: Any, code: int, msg: str, headers: Any) -> Any:
        if not _asked(headers, "basic"):
            return None
        answer = super().http_error_401(req, fp, code, msg, headers)
        if answer is not None:
            fp.close()
        return answer


def _asked(headers: Message, scheme: str) -> str:
    """Return in which words an endpoint asks to log in by a scheme (RFC 9110, 11.6.1), or nothing."""
    return next((each for each in headers.get_all("WWW-Authenticate", ()) if each.lower().startswith(scheme)), "")


def _unreachable(reason: str | BaseException) -> Words:
    said = getattr(reason, "strerror", None) or str(reason)
    return next((words for kind, words in UNREACHABLE.items() if isinstance(reason, kind)), Words(said, said))
