"""What ``plan.toml`` may say: of the city, and of how it plans."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - read by pydantic
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from plangraph.fiscal_years import FIRST_MONTH, NamedBy, first_month
from plangraph.tables.forms import CityKey, Currency, Key, Language, Mark, Url  # noqa: TC001 - read by pydantic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Word = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Settings(_Table):
    """The city and its dataset: the table ``[city]``."""

    key: CityKey = Field(description="The city's segment in every IRI.")
    label_ja: str = Field("", description="The name of the dataset in Japanese; needed unless there is an English one.")
    label_en: str = Field("", description="The name of the dataset in English.")
    language: Language = Field(
        "ja",
        description="The language (ISO 639) of the city's own words for tiers, grades, directions, figures, kinds and "
        "units. Where it is neither Japanese nor English, it is that of all that stands in the columns for English "
        "too, and a word without `en` is read in English as it is written, in Japanese as the common word for its "
        "class, if it has one.",
    )
    place: str = Field(description="The key of the city in the table of places.")
    plan: str = Field(
        description="The key of the plan that questions are about unless they name another, and of rows that name none."
    )
    source: str = Field("", description="The key of the source of every row that names none.")
    year_begins: int = Field(
        FIRST_MONTH,
        ge=1,
        le=12,
        description="The month with which a fiscal year begins: it tells to which one a dated value, as of a quarter, "
        "belongs.",
    )
    year_named_by: NamedBy = Field(
        "beginning",
        description="Which of its two calendar years gives a fiscal year its name: FY2026 of a city whose years begin "
        "in October 2025 is named by its end.",
    )
    currency: Currency = Field("JPY", description="The code (ISO 4217) of the currency of all amounts of money.")
    codes_nest: bool = Field(
        default=False, description="Whether the code of an element begins with that of its parent."
    )
    licence: Annotated[Url | None, BeforeValidator(lambda value: value or None)] = Field(
        None, description="The address of the terms under which the dataset may be used."
    )
    attribution: str = Field("", description="Who has to be credited by those who use the dataset.")
    publisher: str = Field("", description="Who publishes the dataset, if it is not the one to be credited.")
    contact: Annotated[Url | None, BeforeValidator(lambda value: value or None)] = Field(
        None, description="The address of the page where questions about the dataset are taken."
    )
    issued: date | None = Field(None, description="The day on which the dataset was first published.")
    modified: date | None = Field(None, description="The day on which the dataset was last changed.")
    keywords_ja: list[Word] = Field([], description="Keywords of the dataset in Japanese.")
    keywords_en: list[Word] = Field([], description="Keywords of the dataset in English.")
    note_ja: str = Field("", description="What a reader of the data has to know about it, in Japanese.")
    note_en: str = Field("", description="What a reader of the data has to know about it, in English.")

    @property
    def first_month(self) -> int:
        """The month with which fiscal years begin, as :func:`plangraph.fiscal_years.first_month` counts it."""
        return first_month(self.year_begins, self.year_named_by)

    @property
    def other_language(self) -> str:
        """The language of what stands in the columns for English."""
        return "en" if self.language == "ja" else self.language


PLURAL = (
    "What several are called: of the word in English if there is one, else of the city's word. Left out: a tier or "
    "kind has the usual ending in English; a unit, and a word in no English, stays as it is."
)


class Tier(_Table):
    """A tier of the city's plans, from the top down, in the city's own word: one ``[[tiers]]`` each."""

    word: Word = Field(description="The city's word for the tier, which the tables use.")
    kind: str = Field(alias="class", description="The class of the ontology that its elements are of, such as Measure.")
    en: str = Field("", description="The word in English.")
    under: Annotated[list[str] | None, BeforeValidator(_one_or_more)] = Field(
        None,
        description="The words of the tiers on which parents stand. Left out: any tier before it, up to the last that "
        "says `under = []`, which begins a policy system of its own.",
    )
    alone: bool = Field(default=False, description="Whether its elements may also stand without a parent.")
    plural: str = Field("", description=PLURAL)


class Grade(_Table):
    """A grade of achievement, in the city's order: one ``[[grades]]`` each."""

    code: Mark = Field(description="What the tables call the grade.")
    word: Word = Field(description="What the grade means, in the city's words.")
    en: str = Field("", description="The word in English.")
    standing: str = Field(description="How the grade compares with the target: Ahead, OnTarget, Behind or NotJudged.")


class Direction(_Table):
    """A direction that an evaluation may give, in the city's order: one ``[[directions]]`` each."""

    code: Mark = Field(description="What the tables call the direction.")
    word: Word = Field(description="What the direction means, in the city's words.")
    en: str = Field("", description="The word in English.")
    course: str = Field(
        description="What it means in terms common to all cities: Continue, Improve, Expand, Reduce, Merge, End or "
        "Other."
    )


class Figure(_Table):
    """A kind of figures of the city's own, under a bundled one if it is a case of it: one ``[[figures]]`` each."""

    code: Key = Field(description="What the tables call the kind.")
    word: Word = Field(description="What is measured, in the city's words.")
    en: str = Field("", description="The word in English.")
    under: str = Field(
        "",
        description="The kind, bundled or declared earlier, of which it is a special case; a kind of money needs one.",
    )


class Kind(_Table):
    """A kind of plans, places or offices in the city's own word, such as 地域 or 局: one ``[[kinds]]`` each."""

    word: Word = Field(description="The city's word for the kind; the column `kind` of a table takes it, or the class.")
    kind: str = Field(
        alias="class", description="The class of the ontology that it is, such as Ward, WardPlan or Office."
    )
    en: str = Field("", description="The word in English.")
    plural: str = Field("", description=PLURAL)


class Unit(_Table):
    """A unit of the city's own of which more is to be said than tables do: one ``[[units]]`` each."""

    word: Word = Field(description="What the tables call the unit, where there is one of it.")
    en: str = Field("", description="The word in English.")
    plural: str = Field("", description=PLURAL)


class PlanFile(_Table):
    """All of ``plan.toml``."""

    city: Settings
    tiers: list[Tier] = Field(min_length=1)
    grades: list[Grade] = []
    directions: list[Direction] = []
    figures: list[Figure] = []
    kinds: list[Kind] = []
    units: list[Unit] = []


class Tiers:
    """A city's tiers, from the top down.

    Parameters
    ----------
    tiers : sequence of Tier
        The tiers as declared.
    """

    def __init__(self, tiers: Sequence[Tier]) -> None:
        self.all = {tier.word: tier for tier in tiers}
        self._ranks = {word: rank for rank, word in enumerate(self.all, 1)}
        self._above: dict[str, tuple[str, ...]] = {}
        system: list[str] = []
        for word, tier in self.all.items():
            if tier.under == []:
                system = []
            self._above[word] = tuple(system if tier.under is None else filter(self.all.__contains__, tier.under))
            system.append(word)

    def __contains__(self, word: str) -> bool:
        return word in self.all

    def rank(self, word: str) -> int:
        """Return the position of a tier, the top being 1."""
        return self._ranks[word]

    def above(self, word: str) -> tuple[str, ...]:
        """Return the tiers on which the parents of a tier's elements may stand."""
        return self._above[word]

    def needs_parent(self, word: str) -> bool:
        """Check whether each element of a tier has to have a parent."""
        return not self.all[word].alone and bool(set(self._above[word]) - {word})


TABLES_OF_SETTINGS: Mapping[str, type[BaseModel]] = {
    "city": Settings,
    "tiers": Tier,
    "grades": Grade,
    "directions": Direction,
    "figures": Figure,
    "kinds": Kind,
    "units": Unit,
}
"""The tables of ``plan.toml``, by name."""
