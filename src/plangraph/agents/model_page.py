"""The model on a page, and the plans that are here: what an assistant reads first."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from plangraph.labelling import name_of
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.agents.tools import Desk

CURRENT = Words("（指定がなければこれ）", " (taken when none is named)")


def guide(desk: Desk, lang: str) -> str:
    """Return the page about the model in a language (``ja`` or ``en``), with the plans."""
    page = files("plangraph.agents").joinpath(f"guide.{lang}.md").read_text("utf-8")
    return f"{page}\n{plans(desk, lang)}"


def plans(desk: Desk, lang: str) -> str:
    """Return the plans that can be asked about, a line each."""
    names = desk.graph.labels(list(desk.graph.manifest.scopes), lang)
    current = desk.graph.manifest.plan
    return "\n".join(
        f"- {name_of(iri)}: {name}{CURRENT.of(lang) if iri == current else ''}" for iri, name in names.items()
    )
