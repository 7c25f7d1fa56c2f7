"""What the tables' columns and the keys of ``plan.toml`` are called on sheets, in both languages.

A column without words of its own is called by its key, so that a new one has a place on the sheets at once.
"""

from __future__ import annotations

from plangraph.words import Words

REQUIRED = "＊"
"""The mark behind the heading of a column that may not be left out."""
IN_BOOK = (".xlsx:", ".xlsm:")
"""What stands in the name of a file that is a sheet of a workbook, between the workbook's name and the sheet's."""

COLUMNS = {
    "about": Words("対象", "About"),
    "accept": Words("採用", "Accept"),
    "alone": Words("親なし可", "May stand alone"),
    "also_part_of": Words("再掲先", "Also part of"),
    "alt_ja": Words("別名", "Other names"),
    "area_code": Words("標準地域コード", "Area code"),
    "attribution": Words("表示する提供者", "Attribution"),
    "basis": Words("根拠の区分", "Basis"),
    "class": Words("クラス", "Class"),
    "code": Words("コード", "Code"),
    "currency": Words("通貨", "Currency"),
    "year_begins": Words("年度の始まる月", "First month of the year"),
    "year_named_by": Words("年度を名づける年", "Year named by"),
    "caution": Words("注意", "Caution"),
    "codes_nest": Words("コードは入れ子", "Codes nest"),
    "colour": Words("色", "Colour"),
    "comparator": Words("読み方", "Comparator"),
    "contact": Words("問い合わせ先の URL", "Contact"),
    "course": Words("共通の方向", "Course"),
    "date": Words("日付", "Date"),
    "direction": Words("方向性", "Direction"),
    "element": Words("要素", "Element"),
    "en": Words("英語", "English"),
    "end": Words("終了年度", "End"),
    "end_date": Words("終了日", "End date"),
    "established": Words("策定日", "Established"),
    "fiscal_year": Words("年度", "Fiscal year"),
    "held_by": Words("述べている行", "Rows that say it"),
    "goal": Words("ゴール", "Goal"),
    "grade": Words("評価の段階", "Grade"),
    "issued": Words("公開日", "Issued"),
    "key": Words("キー", "Key"),
    "keywords_en": Words("キーワード（英語）", "Keywords (English)"),
    "keywords_ja": Words("キーワード", "Keywords"),
    "kind": Words("種類", "Kind"),
    "label_en": Words("名称（英語）", "Name (English)"),
    "label_ja": Words("名称", "Name"),
    "language": Words("市の語の言語", "Language"),
    "legal_basis": Words("根拠法令", "Legal basis"),
    "licence": Words("利用条件の URL", "Licence"),
    "modified": Words("更新日", "Modified"),
    "note_en": Words("備考（英語）", "Note (English)"),
    "note_ja": Words("備考", "Note"),
    "number": Words("番号", "Number"),
    "object": Words("関連先", "Object"),
    "object_label": Words("関連先の名称", "Object: name"),
    "page": Words("ページ", "Page"),
    "parent": Words("上位", "Parent"),
    "part_of": Words("属する文書", "Part of"),
    "passage": Words("本文", "Passage"),
    "place": Words("場所", "Place"),
    "plan": Words("計画", "Plan"),
    "plural": Words("複数の語", "Plural"),
    "publisher": Words("発行者", "Publisher"),
    "publisher_en": Words("発行者（英語）", "Publisher (English)"),
    "rationale_en": Words("理由（英語）", "Rationale (English)"),
    "rationale_ja": Words("理由", "Rationale"),
    "reading_ja": Words("読み", "Reading"),
    "reason": Words("理由の区分", "Reason"),
    "reason_en": Words("ない理由（英語）", "Reason for none (English)"),
    "reason_ja": Words("ない理由", "Reason for none"),
    "reject": Words("不採用", "Reject"),
    "relation": Words("関連の種類", "Relation"),
    "responsible": Words("担当", "Responsible"),
    "score": Words("確からしさ", "Score"),
    "section": Words("箇所", "Section"),
    "source": Words("出典", "Source"),
    "standing": Words("目標との比較", "Standing"),
    "start": Words("開始年度", "Start"),
    "statement_en": Words("述べること（英語）", "Statement (English)"),
    "statement_ja": Words("述べること", "Statement"),
    "status": Words("状態", "Status"),
    "subject": Words("関連元", "Subject"),
    "subject_label": Words("関連元の名称", "Subject: name"),
    "succeeds": Words("前身の組織", "Succeeds"),
    "target": Words("ターゲット", "Target"),
    "terms": Words("根拠の語", "Words that count"),
    "tier": Words("層", "Tier"),
    "title_en": Words("題名（英語）", "Title (English)"),
    "title_ja": Words("題名", "Title"),
    "under": Words("上の層・上の種類", "Under"),
    "unit": Words("単位", "Unit"),
    "url": Words("URL", "URL"),
    "value": Words("値", "Value"),
    "within": Words("含む場所", "Within"),
    "word": Words("語", "Word"),
}
"""The columns by key."""

SETTINGS = {
    "city": Words("市", "City"),
    "tiers": Words("層", "Tiers"),
    "grades": Words("評価の段階", "Grades"),
    "directions": Words("今後の方向性", "Directions"),
    "figures": Words("数値の種類", "Kinds of figures"),
    "kinds": Words("計画・場所・組織の種類", "Kinds of things"),
    "units": Words("単位", "Units"),
}
"""The tables of ``plan.toml`` as sheets, by name."""


def called(column: str) -> Words:
    """Return what a column is called."""
    return COLUMNS.get(column, Words(column, column))


def is_sheet(file: str) -> bool:
    """Check whether the file of a problem is a sheet of a workbook."""
    return any(mark in file for mark in IN_BOOK)


def of_settings(file: str) -> bool:
    """Check whether a file is ``plan.toml``, or a sheet of a workbook that says what it says."""
    sheet = file.rpartition(":")[2]
    return file.endswith("plan.toml") or (is_sheet(file) and any(sheet in words for words in SETTINGS.values()))
