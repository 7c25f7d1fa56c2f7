"""The columns of the tables of documents, places and offices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from plangraph.tables.forms import Blank, Kana, Key, Moment, Url
from plangraph.tables.row import NAMED_IN_ENGLISH, Row, Sourced, registered
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@registered
class SourceRow(Row):
    """A document (``CityDocument``: of the city itself), or a passage of the document named in ``part_of``."""

    table = "sources"
    conditions: ClassVar[Mapping[str, str]] = {
        "title_ja": "if there is a `title_en`",
        "part_of": "unless it is a Passage",
    }
    own_words: ClassVar[Mapping[str, str]] = {"label_ja": "title_ja", "label_en": "title_en"}
    prefix = "source"
    what = Words("出典", "source")
    key: Key
    kind: Literal["CityDocument", "SourceDocument", "Passage"]
    title_ja: str = ""
    title_en: str = ""
    publisher: str = ""
    publisher_en: str = ""
    date: Annotated[Moment | None, Blank] = None
    url: Annotated[Url | None, Blank] = None
    part_of: str = ""
    note_ja: str = ""
    note_en: str = ""


@registered
class PlaceRow(Sourced):
    """A place with its standard area code (e-Stat).

    How it is read, in kana, stands in ``reading_ja``; other names with its name in them are read so too.
    """

    table = "places"
    after = "sources"
    conditions: ClassVar[Mapping[str, str]] = {
        "label_ja": NAMED_IN_ENGLISH,
        "within": "unless it is a Ward",
        "source": "yes",
    }
    prefix = "place"
    what = Words("場所", "place")
    key: Key
    kind: str
    label_ja: str = ""
    label_en: str = ""
    reading_ja: Kana = ""
    within: str = ""
    area_code: str = ""


@registered
class OrganizationRow(Sourced):
    """An office or another body, the one above it (left out, the municipality), and the offices that it succeeds.

    A kind that is left out is ``Office``, on whatever level.
    """

    table = "organizations"
    after = "places"
    conditions: ClassVar[Mapping[str, str]] = {
        "kind": "yes, it is Office then; one row has to be the Municipality",
        "label_ja": NAMED_IN_ENGLISH,
        "parent": "yes, nothing is known above it but the municipality then; not for a PlanningBody",
        "source": "yes",
    }
    prefix = "office"
    what = Words("組織", "office")
    key: Key
    kind: str = ""
    parent: str = ""
    label_ja: str = ""
    label_en: str = ""
    alt_ja: str = ""
    reading_ja: Kana = ""
    place: str = ""
    succeeds: str = ""
