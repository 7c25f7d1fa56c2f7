"""The pages that show what tables and ``plan.toml`` may say, from the models that read them."""

from __future__ import annotations

import inspect
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from docs.column_heads import BUNDLED_HEAD, MAPPING_HEAD, PLAN_HEAD, TABLES_HEAD
from docs.relation_ends import ends_of

from plangraph import ontology
from plangraph.column_words import SETTINGS, called
from plangraph.intake.mapping import FIELDS, TABLES_OF_MAPPING
from plangraph.intake.mapping_file import bundled_mapping, read_mapping
from plangraph.namespaces import PREFIXES, RDFS
from plangraph.store.terms import Literal, name_of
from plangraph.tables.descriptions import described
from plangraph.tables.forms import FORMS
from plangraph.tables.plan_models import TABLES_OF_SETTINGS, PlanFile
from plangraph.tables.rows import TABLES
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from plangraph.ontology import Ontology
    from plangraph.tables.row import Row

BUNDLED = ("gyosei-review", "shien-seido")
KEYS_HEAD = Words("キー | 省略 | 形 | 何か", "key | may be left out | form | what it says")
COLUMNS_HEAD = Words("列 | 見出し | 省略 | 形", "column | heading | may be left out | form")
NAMES_HEAD = Words("名前 | 日本語 | 英語", "name | in Japanese | in English")
RELATIONS_HEAD = Words("名前 | 日本語 | 英語 | 起点 | 終点", "name | in Japanese | in English | from | to")
BUNDLED_COLUMNS = Words("見出し | field | 何か", "heading | field | what it is")
YES, NO = Words("可", "yes"), Words("不可", "no")
NEEDED, OPTIONAL = Words("必要です。", "Required."), Words("なくてもかまいません。", "Optional.")
KINDS = {
    "string": Words("文字", "text"),
    "boolean": Words("true か false", "true or false"),
    "array": Words("文字、または文字の並び", "a text or a list of texts"),
    "number": Words("数", "number"),
    "integer": Words("整数", "whole number"),
}
MOST_NAMES = 10
"""How many names a cell of the page lists; more have a table of their own."""
REFERENCE = Words("上に述べた参照", "a reference as above")
NAME = Words("下の一覧の名前", "a name from the lists below")
SOURCE, PLACE = Words("`sources` のキー", "a key of `sources`"), Words("`places` のキー", "a key of `places`")
ELEMENT, OFFICE = (
    Words("要素のコード", "the code of an element"),
    Words("`organizations` のキー", "a key of `organizations`"),
)
TEXTS = {
    **dict.fromkeys(("about", "subject", "object"), REFERENCE),
    **dict.fromkeys(("relation", "status", "comparator", "caution", "reason"), NAME),
    **dict.fromkeys(("source", "part_of"), SOURCE),
    **dict.fromkeys(("place", "within"), PLACE),
    **dict.fromkeys(("element", "also_part_of", "elements.parent"), ELEMENT),
    **dict.fromkeys(("organizations.parent", "organizations.succeeds"), OFFICE),
    "responsible": Words("`organizations` のキーか名称", "a key of `organizations`, or a name there"),
    "plan": Words("`plans` のキー", "a key of `plans`"),
    "tier": Words("plan.toml の層の言葉", "a word of a tier in plan.toml"),
    "grade": Words("plan.toml の `[[grades]]` のコード", "a code of `[[grades]]` in plan.toml"),
    "direction": Words("plan.toml の `[[directions]]` のコード", "a code of `[[directions]]` in plan.toml"),
    "kind": Words("下の一覧の名前か、plan.toml の市の言葉", "a name from the lists below, or a word of plan.toml"),
    "unit": Words("下の一覧の名前か、ほかの言葉", "a name from the lists below, or another word"),
}
"""What a text is in a column, or in one of one table."""
NAMED = {
    Words("層のクラス（`class`）", "The class of a tier (`class` in plan.toml)"): ("PlanElement", "Indicator"),
    Words("計画の種類（`kind`）", "`kind` of a plan"): ("Plan",),
    Words("場所の種類（`kind`）", "`kind` of a place"): ("geo:Feature",),
    Words("組織の種類（`kind`）", "`kind` of an organisation"): ("org:Organization", "Post", "PeopleGroup"),
}
"""Headings, and the classes below which the names stand that a cell may have."""
OF_ALL = frozenset({"PlanElement"})
"""The classes that no cell names: they tell nothing apart."""
SCHEMES = {
    Words("数値の種類（`kind`）", "`kind` of a figure"): "ObservationKind",
    Words("単位（`unit`。ほかの言葉でもよい）", "`unit`, besides any other text"): "Unit",
    Words("値の読み方（`comparator`）", "`comparator`"): "Comparator",
    Words("状態（`status`）", "`status`"): "Status",
    Words("値への注意（`caution`）", "`caution`"): "Caution",
    Words("根拠の区分（`basis`）", "`basis` of a link"): "LinkBasis",
    Words("空白の理由の区分（`reason`）", "`reason` of a justified hole"): "HoleReason",
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
        "countedAs",
        "countsAs",
    }
    | {"course", "coveredGoal", "coveringPlan", "coversGoal", "definedIn", "direction", "endPrecision"}
    | {"directedTier", "fundedTier", "groupTier", "itemTier", "judgedTier", "needsParent", "rowTier"}
    | {"continuesIn", "officeCountedIn", "placedUnder"}
    | {"evaluates", "excuses", "grade", "inPlan", "inheritsGoal", "isDetailedBy", "isHeldBy", "isMentionedBy"}
    | {"isRealizedBy", "isSucceededBy", "kind"}
    | {"measures", "milestoneOf", "multipleOf", "object", "officeSucceeds", "partOf", "precision"}
    | {"reason", "relation", "responsible", "standing", "standsUnder", "status", "subject", "supersedes"}
    | {"tier", "unit", "within"}
)
"""Relations that columns of their own say, or that follow from others."""


def tables(lang: str) -> str:
    """Describe the columns of each table, and the names that their cells may have."""
    rows = (part for model in TABLES.values() for part in _table(model, lang))
    return "\n".join([TABLES_HEAD.of(lang), *rows, *_names(ontology.load(), lang)])


def _names(terms: Ontology, lang: str) -> Iterator[str]:
    """List the names of classes, concepts and relations, with what they are called in both languages."""
    called = _called(terms)
    yield Words("## セルに書ける名前\n", "## What cells may name\n").of(lang)
    yield Words(
        "クラスと関係は名前で、ほかは名前か、日本語・英語の言い方で書きます。\n",
        "Write classes and relations by their name, everything else by its name or one of its labels.\n",
    ).of(lang)
    for heading, tops in NAMED.items():
        names = [name for kind in terms.classes if (name := _local(kind)) and _below(terms, kind, tops)]
        names = [name for name in names if name not in OF_ALL]
        yield _list(heading, sorted(names), called, lang)
    for heading, scheme in SCHEMES.items():
        yield _list(heading, sorted({_local(iri) for iri in terms.scheme(scheme).values()}), called, lang)
    relations = {_local(iri) for iri in terms.object_properties} - BY_COLUMNS - {""}
    yield f"### {Words('関連の種類（`relation`）', '`relation` of a link').of(lang)}\n"
    yield _head(RELATIONS_HEAD, lang)
    found = ends_of(terms, lang)
    for name in sorted(relations):
        ends = found[f"{PREFIXES['pg']}{name}"]
        yield f"| `{name}` | {called[name]['ja']} | {called[name]['en']} | {' | '.join(ends)} |"
    yield ""


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


def _list(heading: Words, names: list[str], called: dict[str, dict[str, str]], lang: str) -> str:
    rows = [f"| `{name}` | {called[name]['ja']} | {called[name]['en']} |" for name in names]
    return "\n".join([f"### {heading.of(lang)}\n", _head(NAMES_HEAD, lang), *rows, ""])


def mapping(lang: str) -> str:
    """Describe the fields and keys of ``mapping.toml``."""
    fields = "".join(f"| `{name}` | {words.of(lang)} |\n" for name, words in FIELDS.items())
    parts = [MAPPING_HEAD.of(lang) + fields]
    for name, model in TABLES_OF_MAPPING.items():
        parts.append(f"## {f'[{name}]' if name == 'dataset' else f'[[{name}]]'}\n\n{_said(model, lang)}\n")
        parts += _keys(model, lang)
    parts.append(BUNDLED_HEAD.of(lang))
    for name in BUNDLED:
        parts += _bundled(name, lang)
    return "\n".join(parts)


def _bundled(name: str, lang: str) -> Iterator[str]:
    """List the columns that a bundled mapping takes, with what each is."""
    path = bundled_mapping(name)
    assert path, name
    bundled = read_mapping(path)
    yield f"### {name}: {bundled.dataset.source}\n"
    yield _head(BUNDLED_COLUMNS, lang)
    for column in (column for sheet in bundled.sheets for column in sheet.columns):
        more = column.model_dump(exclude_defaults=True, exclude={"heading", "field"})
        field = ", ".join([f"`{column.field}`", *(f"`{key} = {value}`" for key, value in more.items())])
        yield f"| {column.heading} | {field} | {FIELDS[column.field].of(lang)} |"
    yield ""


def plan_file(lang: str) -> str:
    """Describe the keys of ``plan.toml``."""
    parts = [PLAN_HEAD.of(lang)]
    for name, model in TABLES_OF_SETTINGS.items():
        one = name == "city"
        must = PlanFile.model_fields[name].is_required()
        parts.append(f"## {f'[{name}]' if one else f'[[{name}]]'}\n\n{_said(model, lang)}\n")
        said = NEEDED if must else OPTIONAL
        sheet = SETTINGS[name].ja
        in_book = Words(f"ブックでは、シート「{sheet}」です。", f" In a workbook: the sheet {sheet}.")
        parts.append(f"{said.then(in_book).of(lang)}\n")
        parts += _keys(model, lang)
    return "\n".join(parts)


def _head(columns: Words, lang: str) -> str:
    names = columns.of(lang)
    return f"| {names} |\n|{' --- |' * len(names.split(' | '))}"


def _keys(model: type[BaseModel], lang: str) -> Iterator[str]:
    yield _head(KEYS_HEAD, lang)
    properties = model.model_json_schema()["properties"]
    for name, field in model.model_fields.items():
        if field.description:
            key = field.alias or name
            missing = NO.of(lang) if field.is_required() else _default(field.default, lang)
            yield f"| `{key}` | {missing} | {_form(properties[key], lang)} | {_in(lang, field.description)} |"
    yield ""


def _table(model: type[Row], lang: str) -> list[str]:
    properties = model.model_json_schema()["properties"]
    rows = [
        f"| `{name}` | {called(name).of(lang)} | {_missing(model, name, lang)} "
        f"| {_form_of_cell(model.table, name, properties[name], lang)} |"
        for name in model.columns()
    ]
    once = Words("二つの行が同じであってはならない列: {}", "No two rows may have the same {}.").of(lang)
    return [
        f"## `{model.table}`: {model.what.of(lang)}\n\n{_said(model, lang)}\n",
        _head(COLUMNS_HEAD, lang),
        *rows,
        f"\n{once.format(', '.join(f'`{name}`' for name in model.identity))}\n",
    ]


def _said(model: type[BaseModel], lang: str) -> str:
    return _in(lang, inspect.cleandoc(model.__doc__ or ""))


def _in(lang: str, text: str) -> str:
    """Return what the code says in a language, in one paragraph."""
    return described(text).of(lang).replace("\n\n", "\n")


def _missing(model: type[Row], column: str, lang: str) -> str:
    if column in model.conditions:
        return _in(lang, model.conditions[column])
    if column in model.inherits:
        words = Words(f"plan.toml に `{column}` があれば", f"if plan.toml has `{column}`")
        if column == "plan":
            words = Words(f"可（plan.toml の `{column}` になる）", f"yes, it is `{column}` of plan.toml then")
        return words.of(lang)
    return (NO if model.must_have(column) else YES).of(lang)


def _default(value: object, lang: str) -> str:
    if isinstance(value, bool) or (value and isinstance(value, str | int)):
        said = str(value).lower() if isinstance(value, bool) else value
        return Words(f"可（既定 `{said}`）", f"yes (default `{said}`)").of(lang)
    return YES.of(lang)


def _form_of_cell(table: str, column: str, schema: dict[str, Any], lang: str) -> str:
    """Put a column's form in words; of a text, what it names."""
    form = _form(schema, lang)
    named = TEXTS.get(f"{table}.{column}", TEXTS.get(column))
    return named.of(lang) if named and form == KINDS["string"].of(lang) else form


def _form(schema: dict[str, Any], lang: str) -> str:
    """Put a column's form in words, from its JSON schema."""
    options = list(_options(schema))
    form = next((option for option in options if "pattern" in option and option["pattern"] in FORMS), options[0])
    if form.get("pattern") in FORMS:
        return FORMS[form["pattern"]].of(lang)
    if len(form.get("enum", ())) > MOST_NAMES:
        return Words("上の一覧の `field`", "a `field` listed above").of(lang)
    if "enum" in form:
        return Words(" か ", " or ").of(lang).join(filter(None, form["enum"]))
    if form.get("format") == "date":
        return Words("2021-04-11 の形の日付（引用符なし）", "a date such as 2021-04-11, without quotes").of(lang)
    if form.get("items", {}).get("type") == "integer":
        return Words("[3, 4] の形の整数の並び", "a list of whole numbers such as [3, 4]").of(lang)
    kind = KINDS.get(form.get("type", ""), KINDS["integer"])
    least, most = form.get("minimum", form.get("ge")), form.get("maximum", form.get("le"))
    if least is not None:
        more = Words(f"（{least} から {most}）", f", {least} to {most}")
        kind = kind.then(more if most is not None else Words(f"（{least} 以上）", f", {least} or more"))
    return kind.of(lang)


def _options(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the forms that a column may have, each with the bounds that stand above it."""
    bounds = {key: schema[key] for key in ("ge", "le") if key in schema}
    for option in schema.get("anyOf", ()):
        yield from _options(bounds | option)
    if "anyOf" not in schema and schema.get("type") != "null":
        yield schema
