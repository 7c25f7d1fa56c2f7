"""What changed in a plan between two builds: its contributions, and what is said of its elements."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from plangraph.coverage.known_facts import known_facts
from plangraph.pages import render
from plangraph.store.answers import Rows
from plangraph.store.readable import Reading
from plangraph.store.terms import Literal, NamedNode, text
from plangraph.words import LANGUAGES, Count, Words, in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from plangraph.asking import Ask
    from plangraph.coverage.known_facts import Known

    KnownByIri = Mapping[str, Known]

COLUMNS = ("change", "element", "code", "label", "target", "target_code", "target_label", "field", "before", "after")
SAID: Mapping[str, Words] = {
    "title": Words("計画とSDGsへの貢献の変化", "What changed in the plan and its contributions to the SDGs"),
    "none": Words(
        "計画の要素にも SDGs への貢献にも変化はありません。",
        "Nothing changed in the plan's elements or in its contributions to the SDGs.",
    ),
    "lead": Words(
        "加わった貢献{gained}件、なくなった貢献{lost}件、変わった項目{changed}件。",
        "{gained} {gained:contribution|contributions} gained, {lost} lost, {changed} {changed:field|fields} changed.",
    ),
    "facts": Words(
        "要素についての変化は{facts}件。",
        "{facts} {facts:change|changes} in what is said of elements.",
    ),
}
HEADINGS: Mapping[str, Words] = {
    "change": Words("変化", "Change"),
    "code": Words("番号", "Code"),
    "label": Words("要素", "Element"),
    "target_code": Words("ターゲット", "Target"),
    "target_label": Words("名称", "Name"),
    "field": Words("項目", "Field"),
    "before": Words("前", "Before"),
    "after": Words("後", "After"),
}
"""The columns that are shown to people."""
VALUES: Mapping[str, Words] = {
    "gained": Words("加わった", "gained"),
    "lost": Words("なくなった", "lost"),
    "changed": Words("変わった", "changed"),
    "basis": Words("根拠の区分", "basis"),
    "rationale_ja": Words("理由（日本語）", "rationale (ja)"),
    "rationale_en": Words("理由（英語）", "rationale (en)"),
    "sources": Words("出典", "sources"),
    "element": Words("要素", "element"),
    "name": Words("名称", "name"),
    "parent": Words("上位", "parent"),
    "offices": Words("所管", "offices"),
    "office": Words("部署", "office"),
    "succession": Words("引き継ぐ部署", "office that it succeeds"),
    "wards": Words("地域", "areas"),
    "budget": Words("予算額", "budget"),
    "settlement": Words("決算額", "settlement"),
    "grade": Words("達成度", "grade"),
    "direction": Words("方向性", "direction"),
    "baseline": Words("基準値", "baseline"),
    "target": Words("目標値", "target"),
    "actual": Words("実績値", "actual value"),
}
"""The kinds of changes, and the fields that change."""
GROUNDS = ("rationale_ja", "rationale_en", "sources")
FIELDS = ("basis", *GROUNDS)

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
        goal or target; if it stands with several bases, they and their rationales are compared together. Then one row
        an element or indicator gained or lost, and one a fact about those in both: name, parent, offices, areas, and by
        year money, grade, direction, baseline, target and actual value; an office that is renamed, or succeeds another,
        is told once, and not again with each element in its charge. These have no target.
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
    return Rows(list(COLUMNS), [*rows, *_facts_changed(before, after, lang)])


def _facts_changed(before: Ask, after: Ask, lang: str) -> Iterator[tuple[NamedNode | Literal | None, ...]]:
    old, new = (known_facts(ask, lang) for ask in (before, after))
    for iri in [*new, *(iri for iri in old if iri not in new)]:
        known = new.get(iri) or old[iri]
        for change, name, was, now in _told(iri, old, new):
            about = (NamedNode(iri), Literal(known.code), text(known.label, lang), None, Literal(""), Literal(""))
            yield (Literal(change), *about, Literal(name), Literal(was), Literal(now))


def _told(iri: str, old: KnownByIri, new: KnownByIri) -> list[tuple[str, str, str, str]]:
    """Return what changed of one thing: the change, the field, and what stood and stands there."""
    earlier, later = (side[iri].facts if iri in side else {} for side in (old, new))
    if iri in old and iri in new:
        fields = [name for name in {**earlier, **later} if earlier.get(name, "") != later.get(name, "")]
        if _go_on(old[iri].offices, new[iri].offices, new):
            fields = [name for name in fields if name != "offices"]
        return [("changed", name, earlier.get(name, ""), later.get(name, "")) for name in fields]
    known = new.get(iri) or old[iri]
    if known.earlier is None:
        return [("gained" if iri in new else "lost", "element", earlier.get("name", ""), later.get("name", ""))]
    if iri in old:
        return [("lost", "office", known.label, "")]
    if before := [each.label for office, each in old.items() if office in known.earlier]:
        return [("changed", "succession", " / ".join(before), known.label)]
    return [("gained", "office", "", known.label)]


def _go_on(was: AbstractSet[str], now: AbstractSet[str], known: KnownByIri) -> bool:
    """Check whether some offices (IRIs) are those before, or their successors and nothing else."""
    earlier = {office: (known[office].earlier or set()) if office in known else set() for office in now}
    left = was - now - set().union(*earlier.values())
    return not left and all(earlier[office] & was for office in now - was)


def to_html(rows: Rows, lang: str) -> str:
    """Write changes as one self-contained page."""
    found = rows.to_dicts()
    links = [row for row in found if row["target"]]
    counts = {kind: Count(sum(row["change"] == kind for row in links)) for kind in ("gained", "lost", "changed")}
    said = [SAID["lead"].of(lang).format(**counts)] if links or not found else []
    if facts := len(found) - len(links):
        said.append(SAID["facts"].of(lang).format(facts=Count(facts)))
    return render(
        "coverage/changes.html",
        lang=lang,
        said=in_language(SAID, lang),
        lead=("" if lang == "ja" else " ").join(said),
        headings=[words.of(lang) for words in HEADINGS.values()],
        rows=[[_shown(row, name, lang) for name in HEADINGS] for row in found],
    )


def reading(rows: Rows, lang: str) -> Reading:
    """Return changes as people read them, in a language."""
    headings = [words.of(lang) for words in HEADINGS.values()]
    cells = [tuple(text(_shown(row, name, lang), lang) for name in HEADINGS) for row in rows.to_dicts()]
    return Reading(Rows(headings, cells), lang, title=SAID["title"].of(lang))


def _contributions(ask: Ask, lang: str) -> Contributions:
    links: dict[str, dict[str, Any]] = {}
    sources: dict[str, set[str]] = defaultdict(set)
    for asked in LANGUAGES:
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
    joined = {name: " | ".join(filter(None, (m[name] for m in members))) for name in GROUNDS}
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


def _shown(row: Mapping[str, Any], name: str, lang: str) -> str:
    value = str(row[name])
    return field_words(value, lang) if name in {"change", "field"} else value


def field_words(field: str, lang: str) -> str:
    """Return what a change or a field is called, with its year if it has one."""
    name, _, year = field.partition(":")
    return " ".join(filter(None, (VALUES[name].of(lang), year)))
