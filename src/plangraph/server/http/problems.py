"""Errors as HTTP answers (RFC 9457, problem details)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from plangraph.errors import (
    Busy,
    MissingExtra,
    NotAcceptable,
    PlangraphError,
    QuestionError,
    TooLarge,
    Unavailable,
    UnknownQuestion,
    UnknownThing,
)
from plangraph.server.http.negotiation import PROBLEM
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STATUSES: tuple[tuple[type[PlangraphError], int], ...] = (
    (UnknownQuestion, 404),
    (UnknownThing, 404),
    (QuestionError, 400),
    (NotAcceptable, 406),
    (MissingExtra, 406),
    (TooLarge, 413),
    (Busy, 429),
    (Unavailable, 503),
)
TITLES = {
    400: ("The question cannot be answered as it was put", "この質問にはそのままでは答えられません"),
    404: ("Nothing is here", "ここには何もありません"),
    405: ("This cannot be done here", "ここではその操作はできません"),
    406: ("Not in that format", "その形式では答えられません"),
    413: ("Too large", "大きすぎます"),
    414: ("The address is too long", "アドレスが長すぎます"),
    415: ("It cannot be sent in that form", "その形式では送れません"),
    429: ("Too many questions at once", "同時の質問が多すぎます"),
    431: ("The head of the request is too long", "要求のヘッダーが長すぎます"),
    500: ("The server could not answer this", "サーバーが答えられませんでした"),
    503: ("The question could not be answered now", "いまは答えられませんでした"),
}
RETRY = {429: "2", 503: "5"}


def problem(
    status: int, detail: Words, headers: Mapping[str, str] | None = None, *, place: Sequence[int] = ()
) -> Response:
    """Return the answer of an error.

    Parameters
    ----------
    status : int
        The HTTP status.
    detail : Words
        What is wrong.
    headers : mapping of str to str, optional
        More headers.
    place : sequence of int
        The line and the column of a query in which it lies, where they are known.
    """
    title, title_ja = TITLES[status]
    content = {
        "type": "about:blank",
        "title": title,
        "title_ja": title_ja,
        "status": status,
        "detail": detail.en,
        "detail_ja": detail.ja,
        **dict(zip(("line", "column"), place, strict=False)),
    }
    retry = {"Retry-After": RETRY[status]} if status in RETRY else {}
    return JSONResponse(
        content,
        status,
        {"Cache-Control": "no-store", **retry, **(headers or {})},
        media_type=PROBLEM,
    )


def problem_of(error: PlangraphError) -> Response:
    """Return the answer of an error that plangraph raised on purpose."""
    status = next((status for kind, status in STATUSES if isinstance(error, kind)), 503)
    return problem(status, error.words)


def too_long(name: str, limit: int) -> Words:
    """Describe that a value has too many characters."""
    return Words(f"{name} が {limit} 字より長くなっています", f"{name}: longer than {limit} characters")
