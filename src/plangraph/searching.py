"""What a search by name finds, also where its text is spelt in another way, and what of it comes first."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from plangraph.english import standing
from plangraph.errors import UnknownThing
from plangraph.hits import CODE, CONTEXT, EXACT, LAST, NAMED, ORDER, READ, READING, WITHIN_CODE
from plangraph.known_spellings import Spellings
from plangraph.store.answers import expect_rows
from plangraph.store.folding import folded
from plangraph.store.romanisation import romanised
from plangraph.store.terms import Literal, NamedNode, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.asking import Ask
    from plangraph.name_lookup import Manifest
    from plangraph.naming import Names
    from plangraph.store.answers import Rows
    from plangraph.store.terms import Term

ALL = "search-hits"
"""The question that leaves nothing out."""
ADDRESS = re.compile("[:/]")
"""What stands in an address or a key with its prefix, and in few names."""
CALLED = 'SELECT ?label WHERE {{ {thing} rdfs:label ?label FILTER(STRENDS(LANG(?label), "{lang}")) }} LIMIT 1'


def found_by_name(names: Names, ask: Ask, question: str, text: str, lang: str) -> tuple[str, Rows]:
    """Return the rows that a question has for a text, and the text that was found in the end.

    Where nothing is called so, it may be the address or key of a thing (``3/1-1-1``, ``sdg:11.5``), its words may
    stand apart in a name, it may be a short form (``健福局``) or a reading in Latin letters, or a letter of a word may
    be wrong.
    """
    found = _as_read(ask, question, text, lang)
    if not len(found) and (label := _label_of(names, text, lang)):
        return label, ask(question, text=label, lang=lang)
    if not len(found) and text.strip():
        for words in _spellings(ask).meant(text):
            if len(rows := _with_each_word(ask, question, words, lang)):
                return " ".join(words), rows
    return text, found


def _as_read(ask: Ask, question: str, text: str, lang: str) -> Rows:
    """Return the rows for a text, and where no name has it, first those for names that are romanised as it is read."""
    found = ask(question, text=text, lang=lang)
    ranks = found["rank"]
    if not (read := romanised(text)) or any(rank < READ for rank in ranks):
        return found
    english = ask(question, text=read, lang=lang)
    both = {_thing(found, row): row for row in (*found.rows, *english.rows)}
    first = [_thing(found, row) for row in english.rows]
    return replace(found, rows=[both[thing] for thing in dict.fromkeys((*first, *both))])


def _label_of(names: Names, text: str, lang: str) -> str:
    """Return the label of the thing whose address or key a text is; nothing if it is neither."""
    if not ADDRESS.search(text):
        return ""
    try:
        thing = NamedNode(names.thing(text.strip()))
    except UnknownThing:
        return ""
    called = expect_rows(names.engine.query(CALLED.format(thing=thing, lang=lang)))
    return next((str(label) for (label,) in called), "")


def _with_each_word(ask: Ask, question: str, words: Sequence[str], lang: str) -> Rows:
    """Return the rows of what is found by each of some words, or by some of them where the others say its context."""
    if len(words) == 1:
        return _as_read(ask, question, words[0], lang)
    every = [_as_read(ask, ALL, word, lang) for word in words]
    having = {word: {_thing(rows, row) for row in rows.rows} for word, rows in zip(words, every, strict=True)}
    told = every if question == ALL else [_as_read(ask, question, word, lang) for word in words]
    rank = told[0].variables.index("rank")
    context = [at for at, name in enumerate(told[0].variables) if name in CONTEXT]
    found: dict[object, tuple[Term | None, ...]] = {}
    for row in sorted((row for rows in told for row in rows.rows), key=lambda row: str(row[rank])):
        around = folded(" ".join(shown(row[at]) for at in context))
        if all(_thing(told[0], row) in having[word] or says(around, folded(word)) for word in words):
            found.setdefault(_thing(told[0], row), row)
    return replace(told[0], rows=[*found.values()])


def says(text: str, word: str) -> bool:
    """Check whether a text holds a word; a code only from its beginning on, as in the questions."""
    if not CODE.search(word):
        return word in text
    return any(not WITHIN_CODE.search(before) for before in text.split(word)[:-1])


def _thing(rows: Rows, row: Sequence[Term | None]) -> Term | None:
    return row[rows.variables.index("thing")]


def _spellings(ask: Ask) -> Spellings:
    spelt = [each for (each,) in ask("spellings").rows if isinstance(each, Literal)]
    read = [each.value for each in spelt if (each.language or "").lower() == READING]
    return Spellings([each.value for each in spelt if (each.language or "").lower() != READING], read)


def best_first(hits: Rows, text: str, manifest: Manifest) -> Rows:
    """Return the hits of a search for a text in the order in which people look for them (:data:`plangraph.hits.ORDER`).

    What is of the city, and of the plan, that questions are about comes before what is of others.
    """
    own, words = manifest.city(manifest.plan), folded(text).split()

    def place(at: int) -> list[int]:
        row = hits[at]
        thing, plan, rank, kind = (row[name] for name in ("thing", "plan", "rank", "order"))
        name, code, city = folded(row["label"]), folded(row["code"] or ""), manifest.city(thing)
        asked = {
            "otherwise": rank != EXACT and not (city and name == folded(text)),
            "elsewhere": city not in {"", own},
            "outside": kind is None and not (row["tier"] and plan) and thing not in manifest.scopes,
            "unsaid": sum(not (code.startswith(word) or says(name, word)) for word in words),
            "named": rank >= NAMED,
            "standing": sum(standing(name, word) for word in words),
            "rank": rank,
            "other_plan": plan != manifest.plan and plan in manifest.scopes,
            "kind": LAST if kind is None else kind,
        }
        return [asked[each] for each in ORDER]

    return replace(hits, rows=[hits.rows[at] for at in sorted(range(len(hits)), key=place)])
