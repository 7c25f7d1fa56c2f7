"""Explanations as files: a tree in words, data, or a small graph."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from plangraph.network import draw
from plangraph.reasoning.rendering import drawn, tree
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def to_json(explanation: Mapping[str, Any], lang: str) -> str:  # noqa: ARG001 - it is in both languages
    """Write an explanation as JSON."""
    return json.dumps(explanation, ensure_ascii=False, indent=1)


def _picture(form: str, explanation: Mapping[str, Any], lang: str) -> str:
    title = Words(**explanation["statement"]["text"])
    return draw(drawn(explanation), form, lang=lang, title=title).decode()


FORMATS: Mapping[str, Callable[[Mapping[str, Any], str], str]] = {
    "text": tree,
    "json": to_json,
    "svg": partial(_picture, "svg"),
    "html": partial(_picture, "html"),
}
"""What writes an explanation in a language; a picture is one of the formats of :mod:`plangraph.network`."""
