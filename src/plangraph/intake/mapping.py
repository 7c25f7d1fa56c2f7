"""``mapping.toml``: what each column of a sheet is in a dataset; drafted by a machine, decided by a person."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from plangraph.fiscal_years import FIRST_MONTH, NamedBy, first_month
from plangraph.tables.forms import (  # noqa: TC001 - read by pydantic
    CityKey,
    Currency,
    Key,
    Language,
    Letters,
    Mark,
    Moment,
    Url,
    Year,
)
from plangraph.tables.plan_models import Figure, Tier
from plangraph.words import Words

FieldName = Literal[
    "code",
    "label",
    "label_en",
    "alt_ja",
    "reading_ja",
    "tier",
    "above",
    "also",
    "office",
    "area",
    "start",
    "end",
    "period",
    "legal_basis",
    "page",
    "note",
    "sdg",
    "year",
    "quarter",
    "figure",
    "figure_kind",
    "figure_year",
    "grade",
    "direction",
    "evaluation_note",
    "indicator",
    "unit",
    "city",
    "area_code",
    "person",
    "none",
]
FIELDS: dict[str, Words] = {
    "code": Words("その行のもののコード", "the code of what the row is about"),
    "label": Words("その行のものの名称", "the name of what the row is about"),
    "label_en": Words("英語の名称", "its name in English"),
    "alt_ja": Words("別名", "another name of it"),
    "reading_ja": Words("名称の読み（かな）", "how its name is read, in kana"),
    "tier": Words("その行のものの層（行ごとに違うとき）", "its tier, where rows differ in it"),
    "above": Words("上の層のもの（`tier` に層の語、`part` に name か code）", "what it is under: `tier` and `part`"),
    "also": Words(
        "ほかに属するもの（`tier` に層の語。`value` があれば、印のあるセル）",
        "what else it is part of: `tier`; with `value`, a mark",
    ),
    "office": Words("担当の組織（`level` 1 が最上位）", "an office in charge; `level` 1 is the top one"),
    "area": Words(
        "対象とする区・地域（`value` があれば、印のあるセル）",
        "wards or other areas of the city that it is about; with `value`, a mark",
    ),
    "start": Words("開始年度", "the fiscal year in which it begins"),
    "end": Words("終了年度", "the fiscal year in which it ends"),
    "period": Words("開始から終了までの年度（R4～R8 など）", "the fiscal years from which and to which it lasts"),
    "legal_basis": Words("根拠法令", "its legal basis"),
    "page": Words("出典のページ", "the page of the source"),
    "note": Words("備考（見出しを添えて運ぶ）", "a note, carried with its heading"),
    "sdg": Words(
        "SDGs のゴールかターゲット（`goal` があれば、印のあるセル）", "SDGs that it serves; with `goal`, a mark"
    ),
    "year": Words("その行の数値と評価の年度", "the fiscal year of the row's figures and evaluation"),
    "quarter": Words("その行の数値と評価の四半期", "the quarter of the row's figures and grades"),
    "figure": Words("数値（`kind`、`fiscal_year`、`unit`）", "a figure: `kind`, `fiscal_year`, `unit`"),
    "figure_kind": Words("その行の数値の種類（目標、実績など）", "what the row's figures are: target, actual, …"),
    "figure_year": Words("`year_from` で指した数値の年度", "the fiscal year of figures that name it as `year_from`"),
    "grade": Words("評価の段階", "a grade"),
    "direction": Words("今後の方向性", "a direction"),
    "evaluation_note": Words("評価の文", "an evaluation in words"),
    "indicator": Words("指標の名称（`indicator` に番号）", "the name of an indicator, numbered by `indicator`"),
    "unit": Words(
        "その指標の単位（`indicator` がなければ、その行の金額の単位）",
        "the unit of that indicator; without `indicator`, of the row's amounts",
    ),
    "city": Words("自治体の名称", "the name of the municipality"),
    "area_code": Words("団体コード", "the code of the municipality"),
    "person": Words("個人に関するもの。運ばない", "about a person: left out"),
    "none": Words("運ばない", "left out"),
}
"""What each field of a column means."""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Dataset(_Table):
    """The dataset that is made: the table ``[dataset]``."""

    key: CityKey = Field(description="The city's segment in every IRI, such as kosai.")
    label_ja: str = Field(min_length=1, description="The name of the dataset.")
    city: str = Field("", description="The name of the municipality.")
    language: Language = Field("ja", description="The language (ISO 639) that the sheets are in.")
    currency: Currency = Field("JPY", description="The code (ISO 4217) of the currency of all amounts of money.")
    decimal: Literal["", ".", ","] = Field(
        "",
        description="The sign before the fraction of numbers that are texts. Left out: the one that the sheets show, "
        "or else the usual one of their language.",
    )
    dates: Literal["", "day", "month"] = Field(
        "",
        description="What comes first in dates such as 01/04/2026. Left out: what other dates of the column show, or "
        "else what is usual in the language of the sheets.",
    )
    year_begins: int = Field(
        FIRST_MONTH, ge=1, le=12, description="The month with which a fiscal year begins, for what the sheets date."
    )
    year_named_by: NamedBy = Field(
        "beginning",
        description="Which of its two calendar years gives a fiscal year its name: FY2026 of a city whose years begin "
        "in October 2025 is named by its end.",
    )
    area_code: str = Field("", description="Its standard area code (C22221) or its code of local governments (222216).")
    district: str = Field(
        "",
        description="What the city calls one of its areas, such as District or 地区. Left out: what is right "
        "everywhere.",
    )
    districts: str = Field("", description="What it calls several of them, where the word is in no English.")
    plan: Key = Field("plan", description="The key of the plan that the elements are of.")
    plan_label: str = Field(min_length=1, description="The name of the plan.")
    plan_kind: str = Field("ImplementationPlan", description="The kind of plan, a class of the ontology.")
    start: Year | None = Field(None, description="The first fiscal year of the plan.")
    end: Year | None = Field(None, description="The last fiscal year of the plan.")
    source: str = Field(min_length=1, description="The title of the document that the sheets are from.")
    source_date: Moment | None = Field(None, description="When it was published.")
    source_url: Url | None = Field(None, description="Where it stands on the web.")
    source_of_city: bool = Field(
        default=True, description="Whether it is a document of the city itself, so that what it says is official."
    )

    @property
    def first_month(self) -> int:
        """The month with which fiscal years begin, as :func:`plangraph.fiscal_years.first_month` counts it."""
        return first_month(self.year_begins, self.year_named_by)


class GradeOf(_Table):
    """A grade of the city's scale: one ``[[grades]]`` each, in the city's order."""

    code: Mark = Field(description="What the tables call the grade.")
    word: str = Field(min_length=1, description="What it means, in the city's words.")
    en: str = Field("", description="The word in English.")
    values: list[str] = Field(default=[], description="How cells write it, besides its code and word.")
    standing: str = Field(
        "",
        description="Ahead, OnTarget, Behind or NotJudged. Left out: the grade is carried as words, since nobody has "
        "said which end is good.",
    )
    reason: str = Field("", description="Why the draft says so.")


class DirectionOf(_Table):
    """A direction that the city gives: one ``[[directions]]`` each."""

    code: Mark = Field(description="What the tables call the direction.")
    word: str = Field(min_length=1, description="What it means, in the city's words.")
    en: str = Field("", description="The word in English.")
    values: list[str] = Field(default=[], description="How cells write it, besides its code and word.")
    course: str = Field(
        "",
        description="Continue, Improve, Expand, Reduce, Merge, End or Other. Left out: the direction is carried as "
        "words.",
    )
    reason: str = Field("", description="Why the draft says so.")


class Column(_Table):
    """A column: one ``[[sheets.columns]]`` each."""

    column: Letters = Field("", description="Its letter. Left out: it is found by its heading.")
    heading: str = Field("", description="What stands over it. Left out: it is found by its letter.")
    field: FieldName = Field(description="What it is in the dataset; none to leave it out.")
    tier: str = Field(
        "",
        description="Of `above` and `also`: the word of the tier. Of what is said of a thing: the tier of what the row "
        "stands under, where it is said of that. Left out: of what the row is about.",
    )
    part: Literal["", "name", "code"] = Field(
        "",
        description="Of `above` and `label`: whether it holds the name or the code. Left out: both, code first. Of "
        "`indicator`: code for the column of its codes.",
    )
    level: int = Field(0, ge=0, le=9, description="Of `office`: 1 for the top level. Left out: several in one cell.")
    kind: str = Field(
        "", description="Of `figure`: the kind of figures, such as Budget or TargetValue. Left out: the row's."
    )
    year_from: Letters = Field("", description="Of `figure`: the letter of the column with its fiscal year.")
    fiscal_year: Year | None = Field(None, description="The fiscal year. Left out: the row's, or else the sheet's.")
    quarter: int = Field(
        0,
        ge=0,
        le=4,
        description="Of `figure`, `grade` and `direction`: the quarter, 1 to 4, with which the part of the fiscal year "
        "ends that it is of. Left out: the row's, or the year as a whole.",
    )
    unit: str = Field("", description="Of `figure`: the unit, such as 千円.")
    indicator: int = Field(0, ge=0, le=99, description="The number of the indicator that it belongs to, in its row.")
    goal: int = Field(0, ge=0, le=17, description="Of `sdg`: the goal that a mark in the cell means.")
    value: str = Field(
        "", description="Of `grade`, `direction`, `office`, `area` and `also`: what a mark in the cell means."
    )
    fill_down: bool = Field(default=False, description="Whether a blank cell says what the one above it says.")
    indented: bool = Field(
        default=False,
        description="Of `label`: whether the indentation of a name tells its tier; the deepest level is the `tier` of "
        "the sheet.",
    )
    separators: str = Field(
        "", description="Of `office`, `area` and `above`: the letters between several values in one cell."
    )
    examples: str = Field("", description="What the first cells say, for the person who decides.")
    reason: str = Field("", description="Why the draft says so.")


class SheetOf(_Table):
    """A table on a sheet: one ``[[sheets]]`` each."""

    file: str = Field("", description="The file's name. Left out: any of the files.")
    sheet: str = Field("", description="The sheet's name. Left out: any sheet of the file.")
    header_rows: list[int] = Field(default=[], description="The rows of headings, from 1. Left out: they are found.")
    last_row: int = Field(0, ge=0, description="The last row of the table. Left out: the last of the sheet.")
    form: bool = Field(
        default=False,
        description="Whether each sheet is a form about one thing; its values are found by the labels beside or over "
        "them, which are the headings of the columns.",
    )
    tier: str = Field(description="The word of the tier of what a row is about.")
    fiscal_year: Year | None = Field(None, description="The fiscal year of figures and evaluations that state none.")
    unit: str = Field("", description="The unit of amounts of money that state none.")
    section: str = Field(
        "", description="What a row with a single text names for the rows below it: the word of a tier, or `office`."
    )
    within: str = Field(
        "",
        description="What all its rows stand under, where it is written over the table and not in a column; its tier "
        "is `section`.",
    )
    office: str = Field("", description="The office above those that the rows name, where the sheet is one office's.")
    skip: bool = Field(default=False, description="Whether to leave the sheet out.")
    reason: str = Field("", description="What the draft found on the sheet.")
    columns: list[Column] = []


class Mapping(_Table):
    """All of ``mapping.toml``."""

    dataset: Dataset
    tiers: list[Tier] = Field(min_length=1)
    grades: list[GradeOf] = []
    directions: list[DirectionOf] = []
    figures: list[Figure] = []
    sheets: list[SheetOf] = Field(min_length=1)

    @model_validator(mode="after")
    def _indicators_have_a_tier(self) -> Mapping:
        named = any(column.field == "indicator" for sheet in self.sheets for column in sheet.columns)
        if named and not any(tier.kind == "Indicator" for tier in self.tiers):
            self.tiers.append(Tier.model_validate(tier_of_indicators(in_japanese=self.dataset.language == "ja")))
        return self


def tier_of_indicators(*, in_japanese: bool) -> dict[str, Any]:
    """Return the tier of indicators for which the city has no word."""
    return {"word": "指標" if in_japanese else "Indicator", "class": "Indicator", "en": "Indicator", "under": []}


TABLES_OF_MAPPING: dict[str, type[BaseModel]] = {
    "dataset": Dataset,
    "tiers": Tier,
    "grades": GradeOf,
    "directions": DirectionOf,
    "figures": Figure,
    "sheets": SheetOf,
    "sheets.columns": Column,
}
"""The tables of ``mapping.toml``, by name."""
