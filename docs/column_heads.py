"""What stands at the head of the pages on tables, ``plan.toml`` and ``mapping.toml``."""

from plangraph.words import Words

PLAN_TOML = """```toml
[city]
key = "minato"
label_ja = "みなと市総合計画"
place = "minato"
plan = "plan"
source = "document"

[[tiers]]
word = "施策"
class = "Measure"

[[tiers]]
word = "事業"
class = "Project"
alone = true

[[directions]]
code = "拡充"
word = "事業を拡充する"
course = "Expand"
```
"""

TABLES_HEAD = Words(
    """# 表

[English](tables.md)

データセットは [`plan.toml`](plan-file.ja.md) と次の表のあるフォルダーです。表は `<表>.csv`、または `<表>/` に置いた
CSV ファイル（UTF-8、一行目は列の名前）です。省略できる列は、行ごとに空欄にもできます。一つのセルの複数の値は
`|` で区切ります。

一つのブック（`.xlsx`。`plangraph new`、`plangraph convert` で作ります）でもよく、シートが表です。見出しは日本語で、列の
名前はメモにあります。

事実の表でないもの（用語集など）は、読み込まれない `notes/` に置きます。ほかの知らない表は受け付けません。

フォルダーには、場所の形を収めた `geometry.geojson` も置けます（なくてもかまいません）。地図のもとになります。
経度と緯度の面（Polygon、MultiPolygon）の FeatureCollection です。`properties` の `key` か `area_code` が場所を、
`features` と並ぶ `source` が出典のキーを示します。出典は地図に記されます。ブックでは、`minato.xlsx` と並べて
`minato.geometry.geojson` とします。

| セルからの参照 | 指すもの |
| --- | --- |
| `1-1-1` | その行の計画か、それが実現する計画の要素（コードで） |
| `4/1-1` | 計画 `4` の要素 |
| `施策:01`、`施策:4/01` | 層「施策」の要素（二つの層に同じコードがあるとき） |
| `plan:3`、`office:…`、`place:…`、`source:…`、`milestone:…` | キーの行（場所・計画は名称でも、部署は名称だけでも） |
| `sdg:11.5` | SDGs のゴールかターゲット |
""",
    """# The tables

[日本語](tables.ja.md)

A dataset is a folder with [`plan.toml`](plan-file.md) and these tables. A table is `<table>.csv`, or a folder
`<table>/` of CSV files (UTF-8, header row). A column that may be left out may also be blank in single rows.
Several values in one cell are separated by `|`.

A dataset may also be one workbook (`.xlsx`, made by `plangraph new` or `plangraph convert`) with a sheet for each
table. Its headings are in Japanese, with the name of the column as a note.

What is not a table of facts, such as a glossary, goes into the folder `notes/`, which is not read. Any other table or
sheet is refused.

A folder may hold the outlines of its places, from which the explorer draws a map: `geometry.geojson`, a
FeatureCollection of Polygons or MultiPolygons in longitude and latitude. Each feature names its place by the property
`key` or `area_code`; beside `features`, `source` is the key of the source of all outlines, which the map credits.
A workbook has the file beside it and named after it: `minato.geometry.geojson` beside `minato.xlsx`.

| A cell refers | to |
| --- | --- |
| `1-1-1` | an element of the row's plan, or of a plan that it realises, by its code |
| `4/1-1` | an element of the plan `4` |
| `施策:01`, `施策:4/01` | an element of the tier 施策, where two tiers share a code |
| `plan:3`, `office:…`, `place:…`, `source:…`, `milestone:…` | a row by its key (or name: an office, place or plan) |
| `sdg:11.5` | a goal or target of the SDGs |
""",
)
MAPPING_TOML = """```toml
[[sheets]]
file = "kosai.xlsx"
header_rows = [3, 4]
tier = "事務事業"
fiscal_year = 2023

[[sheets.columns]]
column = "B"
heading = "事務事業名"
field = "label"
part = "name"

[[sheets.columns]]
column = "E"
heading = "予算額"
field = "figure"
kind = "Budget"
unit = "千円"
```
"""
MAPPING_HEAD = Words(
    """# mapping.toml

[English](mapping.md)

表の列が何であるかを述べる、`plangraph import` のためのファイルです（[あなたの市の計画を一時間で](your-city.ja.md)）。
`--draft` が、列ごとの推定と理由を添えて書き、人が直します。同梱の対応表は `-m gyosei-review`（行政事業レビュー見える化
サイトの CSV）と `-m shien-seido`（自治体標準オープンデータセットの支援制度（給付金）情報。市は `--key` と `--city` で
指定）です。その列は[下](#同梱の対応表)にあります。

シートごとに `[[sheets]]` が、その下に列ごとの `[[sheets.columns]]` が並びます。シート全体のことは、`[[sheets]]` と、
最初の `[[sheets.columns]]` とのあいだに書きます。文字は半角の `"` で囲み、数字と true、false は囲みません。

"""
    + MAPPING_TOML
    + """
`kind`、`class`、`plan_kind` に書ける名前の一覧は、[表の終わり](tables.ja.md#セルに書ける名前)にあります。
列の `field` は次のどれかです。

| field | 何か |
| --- | --- |
""",
    """# mapping.toml

[日本語](mapping.ja.md)

This file tells `plangraph import` what each column of a sheet is ([your city's plan within an hour](your-city.md)).
`--draft` writes it with a guess and a reason for each column, and a person corrects it. A bundled mapping is named by
`-m`: `gyosei-review`, for the CSV files of 行政事業レビュー見える化サイト, or `shien-seido`, for 支援制度（給付金）情報
of the standard open data of municipalities (name the city with `--key` and `--city`). Their columns are
[below](#bundled-mappings).

Each sheet has a `[[sheets]]`, and below it a `[[sheets.columns]]` for each column. What is true of the whole sheet
stands between `[[sheets]]` and its first `[[sheets.columns]]`. Texts stand in quotes; numbers, true and false do not.

"""
    + MAPPING_TOML
    + """
The names that `kind`, `class` and `plan_kind` may have are listed [below the tables](tables.md#what-cells-may-name).
The `field` of a column is one of these.

| field | what it is |
| --- | --- |
""",
)
BUNDLED_HEAD = Words(
    """## 同梱の対応表

見出しの決まったファイルから運ぶ列です。ファイルにない見出しは飛ばします。ここにない列は運ばず、取込の記録に残します。
""",
    """## Bundled mappings

What is taken from files whose headings are fixed. A heading that a file does not have is ignored. A column that is not
listed is left out, and the account of the import says so.
""",
)
PLAN_HEAD = Words(
    """# plan.toml

[English](plan-file.md)

自治体が、みずからと、その計画の立て方について述べるファイルです。`plangraph new` と `plangraph import` が書き、人が
直します。省略できるキーは、書かなければ、示した既定の値になるか、値がないものとします。ブックでは、下に示すシートがこれに
あたります。文字は半角の `"` で囲み、日付、数字と true、false は囲みません。`[[tiers]]` のような二重の括弧の表は、
いくつでも並べられます。

"""
    + PLAN_TOML
    + """
`class` と `under` に書ける名前の一覧は、[表の終わり](tables.ja.md#セルに書ける名前)にあります。
""",
    """# plan.toml

[日本語](plan-file.ja.md)

This file says who a city is and how it plans. `plangraph new` and `plangraph import` write it, and people edit it. A
key that may be left out has the default shown, or no value. In a workbook, the sheets named below take its place.
Texts stand in quotes; dates, numbers, true and false do not. Tables in double brackets, such as `[[tiers]]`, may be
repeated.

"""
    + PLAN_TOML
    + """
The names that `class` and `under` may have are listed [below the tables](tables.md#what-cells-may-name).
""",
)
