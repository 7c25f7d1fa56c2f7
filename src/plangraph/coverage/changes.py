"""What changed in a plan's contributions between two builds."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING, Any

from plangraph.store.answers import Rows
from plangraph.store.terms import Literal, NamedNode, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.asking import Ask

COLUMNS = ("change", "element", "code", "label", "target", "target_code", "target_label", "field", "before", "after")
WORDS = {
    "ja": {
        "gained": "加わった",
        "lost": "なくなった",
        "changed": "変わった",
        "title": "SDGsへの貢献の変化",
        "none": "変化はありません。",
        "lead": "加わった貢献{gained}件、なくなった貢献{lost}件、変わった項目{changed}件。",
        **{"change": "変化", "code": "番号", "label": "要素", "target_code": "ターゲット", "target_label": "名称"},
        **{"field": "項目", "before": "前", "after": "後"},
        **{"basis": "根拠の区分", "rationale_ja": "理由（日本語）", "rationale_en": "理由（英語）", "sources": "出典"},
    },
    "en": {
        "gained": "gained",
        "lost": "lost",
        "changed": "changed",
        "title": "What changed in the contributions to the SDGs",
        "none": "Nothing changed.",
        "lead": "{gained} contributions gained, {lost} lost, {changed} fields changed.",
        **{"change": "Change", "code": "Code", "label": "Element", "target_code": "Target", "target_label": "Name"},
        **{"field": "Field", "before": "Before", "after": "After"},
        **{"basis": "basis", "rationale_ja": "rationale (ja)", "rationale_en": "rationale (en)", "sources": "sources"},
    },
}
FIELDS = ("basis", "rationale_ja", "rationale_en", "sources")
SHOWN = ("change", "code", "label", "target_code", "target_label", "field", "before", "after")

Contributions = dict[tuple[str, str], dict[str, str]]


def compare(before: Ask, after: Ask, lang: str) -> Rows:
    """Compare the contributions of two builds.

    Parameters
    ----------
    before, after : callable
        Answer questions about the same plan of the older and the newer build.
    lang : str
        The language of labels, ``ja`` or ``en``.

    Returns
    -------
    Rows
        One row a contribution gained or lost, and one a field changed. A contribution is told by its element and its
        goal or target; if it stands with several bases, they and their rationales are compared together.
    """
    old, new = (_contributions(ask, lang) for ask in (before, after))
    rows = []
    for key in sorted(old.keys() | new.keys(), key=lambda key: (new.get(key) or old[key])["order"]):
        if key not in old:
            rows.append(_row("gained", new[key], "basis", "", new[key]["basis"], lang))
        elif key not in new:
            rows.append(_row("lost", old[key], "basis", old[key]["basis"], "", lang))
        else:
            rows += [
                _row("changed", new[key], field, old[key][field], new[key][field], lang)
                for field in FIELDS
                if old[key][field] != new[key][field]
            ]
    return Rows(list(COLUMNS), rows)


def to_html(rows: Rows, lang: str) -> str:
    """Write changes as one self-contained page."""
    words = WORDS[lang]
    found = rows.to_dicts()
    counts = {kind: sum(row["change"] == kind for row in found) for kind in ("gained", "lost", "changed")}
    head = "".join(f"<th>{words[name]}</th>" for name in SHOWN)
    body = "".join(
        "<tr>" + "".join(f"<td>{_shown(row, name, words)}</td>" for name in SHOWN) + "</tr>" for row in found
    )
    table = (
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if found else f"<p>{words['none']}</p>"
    )
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{words['title']}</title><style>{STYLE}</style></head><body><h1>{words['title']}</h1>"
        f"<p>{words['lead'].format(**counts)}</p>{table}</body></html>\n"
    )


STYLE = (
    "body{margin:2rem auto;max-width:80rem;padding:0 1rem;background:#fbfaf7;color:#1c2430;"
    'font:16px/1.7 "Hiragino Sans",'
    '"Yu Gothic UI","Noto Sans JP","Noto Sans CJK JP",system-ui,sans-serif}div,body{overflow-x:auto}'
    "table{border-collapse:collapse;font-size:.875rem}th,td{padding:.35rem .6rem;text-align:left;vertical-align:top;"
    "border-bottom:1px solid #e3dfd6}@media(prefers-color-scheme:dark){body{background:#14181d;color:#ece8df}"
    "th,td{border-color:#343a42}}"
)


def _contributions(ask: Ask, lang: str) -> Contributions:
    links: dict[str, dict[str, Any]] = {}
    sources: dict[str, set[str]] = defaultdict(set)
    for asked in ("ja", "en"):
        for row in ask("contributions", lang=asked).to_dicts():
            link = links.setdefault(row["link"], {**row, "rationale_ja": "", "rationale_en": ""})
            link[f"rationale_{asked}"] = row["rationale"] or ""
            if asked == lang:
                link |= {name: row[name] for name in ("label", "target_label", "basis_label")}
                sources[row["link"]].add(row["source_label"] or "")
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for iri, link in sorted(links.items()):
        grouped[link["element"], link["target"]].append({**link, "sources": ", ".join(sorted(sources[iri]))})
    return {key: _joined(members) for key, members in grouped.items()}


def _joined(members: list[dict[str, Any]]) -> dict[str, str]:
    first = members[0]
    joined = {name: " | ".join(filter(None, (m[name] for m in members))) for name in FIELDS[1:]}
    order = f"{first['code']} {first['target_code']:>5}"
    return {**first, **joined, "basis": " | ".join(m["basis_label"] for m in members), "order": order}


def _row(
    change: str, link: Mapping[str, str], field: str, before: str, after: str, lang: str
) -> tuple[NamedNode | Literal, ...]:
    return (
        Literal(change),
        NamedNode(link["element"]),
        Literal(link["code"]),
        text(link["label"], lang),
        NamedNode(link["target"]),
        Literal(link["target_code"]),
        text(link["target_label"], lang),
        Literal(field),
        Literal(before),
        Literal(after),
    )


def _shown(row: Mapping[str, Any], name: str, words: Mapping[str, str]) -> str:
    value = str(row[name])
    return escape(words[value] if name in {"change", "field"} else value)
