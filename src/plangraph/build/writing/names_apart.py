"""What offices are called in a list: one whose name others have too is told apart by what it stands under."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from plangraph.tables.actor_rows import OrganizationRow

BETWEEN, AROUND = Words(" ", ", "), Words("{}（{}）", "{} ({})")


def names_apart(rows: Sequence[OrganizationRow], municipalities: Collection[str]) -> dict[str, Words]:
    """Return what each organization is called in a list, by its key; blank in a language in which it has no name.

    What stands above it is told by the highest office and the one right above, or by all of them where these are the
    same for several. ``municipalities`` are the keys of those that are not told.
    """
    by_key = {row.key: row for row in rows}
    above = {key: _above(row, by_key, municipalities) for key, row in by_key.items()}
    ja, en = (_in_one_language(by_key, above, lang) for lang in Words._fields)
    return {key: Words(ja[key], en[key]) for key in by_key}


def _above(
    row: OrganizationRow, by_key: Mapping[str, OrganizationRow], municipalities: Collection[str]
) -> list[OrganizationRow]:
    """Return what an organization stands under, the highest first."""
    found: list[OrganizationRow] = []
    while (key := row.parent.removeprefix("office:")) in by_key and key not in municipalities:
        row = by_key[key]
        if row in found:
            break
        found.insert(0, row)
    return found


def _in_one_language(
    by_key: Mapping[str, OrganizationRow], above: Mapping[str, Sequence[OrganizationRow]], lang: str
) -> dict[str, str]:
    own = {key: Words(row.label_ja, row.label_en).of(lang) for key, row in by_key.items()}
    whole = {key: [Words(each.label_ja, each.label_en).of(lang) for each in chain] for key, chain in above.items()}
    alike = defaultdict[str, list[str]](list)
    for key, name in own.items():
        alike[name].append(key)
    names = dict(own)
    for name, keys in alike.items():
        if not name or len(keys) == 1:
            continue
        ends = {key: tuple(dict.fromkeys((*whole[key][:1], *whole[key][-1:]))) for key in keys}
        times = Counter(ends.values())
        for key in keys:
            if told := ends[key] if times[ends[key]] == 1 else whole[key]:
                names[key] = AROUND.of(lang).format(name, BETWEEN.of(lang).join(told))
    return names
