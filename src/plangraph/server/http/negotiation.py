"""Media types of answers, and which of them a client wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.errors import NotAcceptable
from plangraph.store.formats import RDF, RESULTS, ROWS, TABLES, Format
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

JSON = "application/json"
PROBLEM = "application/problem+json"
FORM = "application/x-www-form-urlencoded"
HTML: dict[str, Format] = {"html": TABLES["html"]}
QUERY = {"sparql": Format("sparql", "application/sparql-query", ".rq", "")}
DESCRIPTION = {"description": Format("description", JSON, ".json", "")}
ALIASES = {JSON: ("json", "jsonld"), "application/xml": ("xml", "rdfxml"), "text/plain": ("ntriples",)}


def content_type(form: str) -> str:
    """Return the Content-Type of a format by its name."""
    return (RESULTS | ROWS | RDF | HTML | QUERY | DESCRIPTION)[form].content_type


def offered_for(form: str) -> Mapping[str, Format]:
    """Return the formats in which a query of a form (SELECT, ASK, CONSTRUCT, DESCRIBE) is answered: the W3C's first."""
    if form == "SELECT":
        return {**RESULTS, **{name: table for name, table in TABLES.items() if name not in {*RESULTS, *HTML}}}
    return RESULTS if form == "ASK" else RDF


def offered_for_question(form: str) -> Mapping[str, Format]:
    """Return the formats in which a question of a form is answered; its text and what the list says of it are two."""
    return {**(ROWS if form == "SELECT" else offered_for(form)), **QUERY, **DESCRIPTION}


def names_of(offered: Mapping[str, Format]) -> list[str]:
    """Return what the parameter ``format`` takes: names and media types."""
    return list(dict.fromkeys([*offered, *(each.media_type for each in offered.values())]))


def choose(accept: str | None, offered: Mapping[str, Format], asked: str | None = None) -> str:
    """Choose the format that a client likes best.

    Parameters
    ----------
    accept : str or None
        The ``Accept`` header.
    offered : mapping of str to Format
        The formats by their names, the server's favourite first.
    asked : str, optional
        A format that the client named in the address, or its media type, which is above the header.

    Raises
    ------
    NotAcceptable
        If nothing offered would do.
    """
    if asked is not None:
        asked = asked.strip().lower().replace(" ", "+")  # in an address, a plus is a space
        alias = ALIASES.get(asked, ())
        named = next((n for n, each in offered.items() if asked in {n, each.media_type} or n in alias), None)
        if named is None:
            raise NotAcceptable(
                Words(
                    f"「{asked}」という形式はありません。あるもの: {', '.join(offered)}",
                    f"no format '{asked}' here; there is: {', '.join(offered)}",
                )
            )
        return named
    wishes = _wishes(accept or "*/*")
    ranked = sorted(offered, key=lambda form: -_quality(form, offered[form].media_type, wishes))
    if _quality(ranked[0], offered[ranked[0]].media_type, wishes) <= 0:
        there = ", ".join(form.media_type for form in offered.values())
        raise NotAcceptable(
            Words(
                f"求められた形式はどれもありません。あるもの: {there}",
                f"none of the formats that are asked for is here; there is: {there}",
            )
        )
    return ranked[0]


def prefers_page(accept: str | None) -> bool:
    """Check whether a client would rather have a page than data: a browser that goes to an address does."""
    wishes = _wishes(accept or "*/*")
    return _quality("html", HTML["html"].media_type, wishes) > _quality("json", JSON, wishes)


def _wishes(accept: str) -> list[tuple[str, float]]:
    wishes = []
    for part in accept.split(",")[:50]:
        name, *parameters = (word.strip() for word in part.lower().split(";"))
        quality = next((word[2:].strip() for word in parameters if word.startswith("q=")), "1")
        try:
            wishes.append((name, min(1.0, max(0.0, float(quality)))))
        except ValueError:
            wishes.append((name, 0.0))
    return wishes


def _quality(form: str, media: str, wishes: Sequence[tuple[str, float]]) -> float:
    """Return the quality of the most specific wish that a media type fulfils."""
    best = (-1, 0.0)
    for name, quality in wishes:
        if name == media or form in ALIASES.get(name, ()):
            rank = 2
        elif name.endswith("/*") and media.startswith(name[:-1]):
            rank = 1
        elif name == "*/*":
            rank = 0
        else:
            continue
        best = max(best, (rank, quality))
    return best[1]
