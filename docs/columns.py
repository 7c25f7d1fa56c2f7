"""The pages that show what tables and ``plan.toml`` may say, from the models that read them."""

from __future__ import annotations

import inspect
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from plangraph import ontology
from plangraph.intake.mapping import FIELDS, TABLES_OF_MAPPING, bundled_mapping, read_mapping
from plangraph.namespaces import PREFIXES, RDFS
from plangraph.store.terms import Literal, name_of
from plangraph.tables.forms import FORMS
from plangraph.tables.plan_models import TABLES_OF_SETTINGS, PlanFile
from plangraph.tables.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from plangraph.ontology import Ontology
    from plangraph.tables.rows import Row

TABLES_HEAD = """# The tables — 表

A dataset is a folder with [`plan.toml`](plan-file.md) and these tables. A table is `<table>.csv`, or a folder
`<table>/` of CSV files (UTF-8, header row). A column that may be missing may also be blank in a row. Several values in
one cell are separated by `|`.

データセットは [`plan.toml`](plan-file.md) と次の表のあるフォルダーです。表は `<表>.csv`、または `<表>/` に置いた
CSV ファイル（UTF-8、一行目は列の名前）です。なくてもよい列は、行ごとに空欄にもできます。一つのセルの複数の値は
`|` で区切ります。

Or it is one workbook (`.xlsx`, made by `plangraph new` or `plangraph convert`) with a sheet for each table, whose
headings are in Japanese with the column's key as a note. 一つのブック（`plangraph new`、`plangraph convert` で
作ります）でもよく、シートが表です。見出しは日本語で、列の名前はメモにあります。

What is no table of facts, such as a glossary, has its place in `notes/`, which is not read; any other sheet is refused.
事実の表でないもの（用語集など）は、読み込まれない `notes/` に置きます。ほかの知らない表は受け付けません。

A folder may hold the outlines of its places, from which the explorer draws a map: `geometry.geojson`, a
FeatureCollection of Polygons or MultiPolygons in longitude and latitude. Each feature names its place by the property
`key` or `area_code`; beside `features`, `source` is the key of the source of all outlines, which the map credits.
A workbook has the file beside it and named after it: `minato.geometry.geojson` beside `minato.xlsx`.
フォルダーには、場所の形を収めた `geometry.geojson` も置けます（なくてもかまいません）。地図のもとになります。
経度と緯度の面（Polygon、MultiPolygon）の FeatureCollection です。`properties` の `key` か `area_code` が場所を、
`features` と並ぶ `source` が出典のキーを示します。出典は地図に記されます。ブックでは、`minato.xlsx` と並べて
`minato.geometry.geojson` とします。

A cell refers to something by | セルからの参照 |
--- | ---
`1-1-1` | an element of the row's plan, or of a plan that it realizes, by its code
`4/1-1` | an element of the plan `4`
`施策:01`, `施策:4/01` | an element of the tier 施策, where two tiers share a code
`plan:3`, `office:…`, `place:…`, `source:…`, `milestone:…` | a row by its key (an office also by its bare key or name)
`sdg:11.5` | a goal or target of the SDGs
"""
MAPPING_HEAD = """# mapping.toml

What each column of a sheet is in a dataset, for `plangraph import` ([your city's plan within an hour](your-city.md)).
`--draft` writes it with a guess and a reason for each column; a person edits it. A bundled mapping is named by `-m`:
`gyosei-review`, for the CSV files of 行政事業レビュー見える化サイト, or `shien-seido`, for 支援制度（給付金）情報
of the standard open data of municipalities; name the city with `--key` and `--city`. Their columns are
[below](#bundled-mappings).

表の列が何であるかを述べるファイルです（[あなたの市の計画を一時間で](your-city.ja.md)）。同梱の対応表は
`-m gyosei-review`（行政事業レビュー見える化サイトの CSV）と
`-m shien-seido`（自治体標準オープンデータセットの支援制度（給付金）情報。市は `--key` と `--city` で指定）です。
その列は[下](#bundled-mappings)にあります。

| field | 意味 | what it is |
| --- | --- | --- |
"""
BUNDLED_HEAD = """# Bundled mappings

What is taken from files whose headings are fixed. A heading that a file does not have is passed over; a column that is
not listed is left out, and the account of the import says so.

同梱の対応表が、見出しの決まったファイルから運ぶ列です。ファイルにない見出しは飛ばします。ここにない列は運ばず、取込の記録に
残します。
"""
BUNDLED = ("gyosei-review", "shien-seido")
PLAN_HEAD = """# plan.toml

What a city says of itself and of how it plans. A key that may be missing has the value that is given, or none.
自治体が、みずからと、その計画の立て方について述べるファイルです。
"""


NAMED = {
    "The class of a tier (`class` in plan.toml) — 層のクラス": ("PlanElement", "Indicator"),
    "`kind` of a plan — 計画の種類": ("Plan",),
    "`kind` of a place — 場所の種類": ("geo:Feature",),
    "`kind` of an organisation — 組織の種類": ("org:Organization", "Post", "PeopleGroup"),
}
"""Headings, and the classes below which the names stand that a cell may have."""
SCHEMES = {
    "`kind` of a figure — 数値の種類": "ObservationKind",
    "`unit`, besides any other text — 単位（ほかの言葉でもよい）": "Unit",
    "`comparator` — 値の読み方": "Comparator",
    "`status` — 確かさ・段階": "Status",
    "`caution` — 値への注意": "Caution",
    "`basis` of a link — 関連の根拠": "LinkBasis",
    "`reason` of a justified hole — 空白の理由": "HoleReason",
}
BY_COLUMNS = frozenset(
    {
        "about",
        "alsoPartOf",
        "belongsTo",
        "countedIn",
        "basis",
        "becomes",
        "caution",
        "comesFrom",
        "comparator",
        "contains",
        "contributesTo",
    }
    | {"course", "coveredGoal", "coveringPlan", "coversGoal", "definedIn", "direction", "endPrecision"}
    | {"evaluates", "excuses", "grade", "inPlan", "inheritsGoal", "isRealizedBy", "isSucceededBy", "kind"}
    | {"measures", "milestoneOf", "multipleOf", "object", "officeSucceeds", "partOf", "precision"}
    | {"reason", "relation", "responsible", "standing", "standsUnder", "status", "subject", "supersedes"}
    | {"tier", "unit", "within"}
)
"""Relations that columns of their own say, or that follow from others."""


def tables() -> str:
    """Describe the columns of each table, and the names that their cells may have."""
    rows = (part for model in TABLES.values() for part in _table(model))
    return "\n".join([TABLES_HEAD, *rows, *_names(ontology.load())])


def _names(terms: Ontology) -> Iterator[str]:
    """List the names of classes, concepts and relations, with what they are called in both languages."""
    called = _called(terms)
    yield "# What cells may name — セルに書ける名前\n"
    yield "Classes and relations by their name, the rest by its name or either label."
    yield "クラスと関連は名前で、ほかは名前か見出しで書きます。\n"
    for heading, tops in NAMED.items():
        names = [name for kind in terms.classes if (name := _local(kind)) and _below(terms, kind, tops)]
        yield _list(heading, sorted(names), called)
    for heading, scheme in SCHEMES.items():
        yield _list(heading, sorted({_local(iri) for iri in terms.scheme(scheme).values()}), called)
    relations = {_local(iri) for iri in terms.object_properties} - BY_COLUMNS - {""}
    yield _list("`relation` of a link — 関連の種類", sorted(relations), called)


def _below(terms: Ontology, kind: str, tops: tuple[str, ...]) -> bool:
    above = {kind, *terms.ancestors(kind)}
    return any(terms.own_class(top) in above for top in tops)


def _local(iri: str) -> str:
    own, name = iri.startswith(PREFIXES["pg"]), iri.rpartition("#")[2]
    return name if own else ""


def _called(terms: Ontology) -> dict[str, dict[str, str]]:
    called: dict[str, dict[str, str]] = defaultdict(dict)
    for triple in terms.triples:
        if isinstance(triple.object, Literal) and triple.predicate.value == RDFS.label:
            called[_local(name_of(triple.subject))][triple.object.language or ""] = triple.object.value
    return called


def _list(heading: str, names: list[str], called: dict[str, dict[str, str]]) -> str:
    rows = [f"| `{name}` | {called[name]['ja']} | {called[name]['en']} |" for name in names]
    return "\n".join([f"## {heading}\n", "| name | 日本語 | English |\n| --- | --- | --- |", *rows, ""])


def mapping() -> str:
    """Describe the fields and keys of ``mapping.toml``."""
    fields = "".join(f"| `{name}` | {words.ja} | {words.en} |\n" for name, words in FIELDS.items())
    parts = [MAPPING_HEAD + fields]
    for name, model in TABLES_OF_MAPPING.items():
        parts.append(f"## {f'[{name}]' if name == 'dataset' else f'[[{name}]]'}\n\n{_said(model)}\n")
        parts += _keys(model)
    parts.append(BUNDLED_HEAD)
    for name in BUNDLED:
        parts += _bundled(name)
    return "\n".join(parts)


def _bundled(name: str) -> Iterator[str]:
    """List the columns that a bundled mapping takes, with what each is."""
    path = bundled_mapping(name)
    assert path, name
    bundled = read_mapping(path)
    yield f"## {name} — {bundled.dataset.source}\n"
    yield "| 見出し heading | field | 意味 | what it is |\n| --- | --- | --- | --- |"
    for column in (column for sheet in bundled.sheets for column in sheet.columns):
        words = FIELDS[column.field]
        more = column.model_dump(exclude_defaults=True, exclude={"heading", "field"})
        field = ", ".join([f"`{column.field}`", *(f"`{key} = {value}`" for key, value in more.items())])
        yield f"| {column.heading} | {field} | {words.ja} | {words.en} |"
    yield ""


def plan_file() -> str:
    """Describe the keys of ``plan.toml``."""
    parts = [PLAN_HEAD]
    for name, model in TABLES_OF_SETTINGS.items():
        one = name == "city"
        must = PlanFile.model_fields[name].is_required()
        parts.append(f"## {f'[{name}]' if one else f'[[{name}]]'}\n\n{_said(model)}\n")
        parts.append(f"{'Needed.' if must else 'May be missing.'}\n")
        parts += _keys(model)
    return "\n".join(parts)


def _keys(model: type[BaseModel]) -> Iterator[str]:
    yield "| key | may be missing | form | what it says |\n| --- | --- | --- | --- |"
    properties = model.model_json_schema()["properties"]
    for name, field in model.model_fields.items():
        if field.description:
            key = field.alias or name
            missing = "no" if field.is_required() else _default(field.default)
            yield f"| `{key}` | {missing} | {_form(properties[key])} | {field.description} |"
    yield ""


def _table(model: type[Row]) -> list[str]:
    properties = model.model_json_schema()["properties"]
    rows = [f"| `{name}` | {_missing(model, name)} | {_form(properties[name])} |" for name in model.columns()]
    return [
        f"## {model.table} — {model.what.ja}\n\n{_said(model)}\n",
        "| column | may be missing | form |\n| --- | --- | --- |",
        *rows,
        f"\nOnly once: {', '.join(f'`{name}`' for name in model.identity)}.\n",
    ]


def _said(model: type[BaseModel]) -> str:
    return inspect.cleandoc(model.__doc__ or "")


def _missing(model: type[Row], column: str) -> str:
    if column in model.conditions:
        return model.conditions[column]
    if column in model.inherits:
        return f"yes, it is `{column}` of plan.toml then" if column == "plan" else f"if plan.toml has `{column}`"
    return "no" if model.must_have(column) else "yes"


def _default(value: object) -> str:
    return f"yes: `{str(value).lower()}`" if isinstance(value, bool) else "yes"


def _form(schema: dict[str, Any]) -> str:
    """Put a column's form in words, from its JSON schema."""
    options = [option for option in schema.get("anyOf", [schema]) if option.get("type") != "null"]
    form = next((option for option in options if "pattern" in option and option["pattern"] in FORMS), options[0])
    if form.get("pattern") in FORMS:
        return FORMS[form["pattern"]].en
    if "enum" in form:
        return " or ".join(form["enum"])
    kind = {"string": "text", "boolean": "true or false", "array": "a text or a list of texts"}.get(form.get("type"))
    kind = kind or ("number" if any(option.get("type") == "number" for option in options) else "whole number")
    if "minimum" in form:
        kind += f", {form['minimum']} to {form['maximum']}" if "maximum" in form else f", {form['minimum']} or more"
    return kind
