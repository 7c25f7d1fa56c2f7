"""What a search by name finds, also where its text is spelt in another way, and what of it comes first."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from plangraph.english import standing
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

EXACT = 0
"""The rank of a thing that has just this code."""
NAMED = 2
"""From which rank on a search has found a name, not a code."""
READ = 5
"""From which rank on it has found no name either, but how it is read."""
READING = "ja-hira"
"""The tag of a reading, in small letters."""
CODED = re.compile(r"\D+\d[\d.-]*")
"""What may be the word of a tier or kind before a code."""
CODE = re.compile(r"[0-9]+[-.][0-9]")
"""How the text of a code begins."""
CONTEXT = ("class_label", "tier_label", "place", "plan_label", "city_label", "office_label")
"""The columns in which the other words of a text may stand: what a thing is, what holds it, and who is in charge."""
ALL = "search-hits"
"""The question that leaves nothing out."""
CALLED = 'SELECT ?label WHERE {{ {thing} rdfs:label ?label FILTER(STRENDS(LANG(?label), "{lang}")) }} LIMIT 1'


def found_by_name(names: Names, ask: Ask, question: str, text: str, lang: str) -> tuple[str, Rows]:
    """Return the rows that a question has for a text, and the text that was found in the end.

    Where nothing is called so, it may be another way to name a thing (``健福局``), its words may stand apart in a name,
    it may be a reading in Latin letters, or a letter of a word may be wrong.
    """
    found = _as_read(ask, question, text, lang)
    coded = CODED.fullmatch(text.strip()) and EXACT not in found["rank"]
    if (coded or not len(found)) and (label := _meant(names, text, lang)):
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


def _meant(names: Names, text: str, lang: str) -> str:
    """Return the label of the thing that a text names in another way, if it is one."""
    things = names.known(text, names.manifest.plan)
    query = CALLED.format(thing=NamedNode(things[0]), lang=lang) if len(things) == 1 else ""
    return next((str(label) for (label,) in expect_rows(names.engine.query(query))), "") if query else ""


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
        if all(_thing(told[0], row) in having[word] or _says(around, folded(word)) for word in words):
            found.setdefault(_thing(told[0], row), row)
    return replace(told[0], rows=[*found.values()])


def _says(text: str, word: str) -> bool:
    """Check whether a text holds a word; a code only from its beginning on, as in the questions."""
    return bool(re.search((r"(?<![0-9])(?<![0-9][-.])" if CODE.match(word) else "") + re.escape(word), text))


def _thing(rows: Rows, row: Sequence[Term | None]) -> Term | None:
    return row[rows.variables.index("thing")]


def _spellings(ask: Ask) -> Spellings:
    spelt = [each for (each,) in ask("spellings").rows if isinstance(each, Literal)]
    read = [each.value for each in spelt if (each.language or "").lower() == READING]
    return Spellings([each.value for each in spelt if (each.language or "").lower() != READING], read)


def best_first(hits: Rows, text: str, manifest: Manifest) -> Rows:
    """Return the hits of a search for a text with very codes and names first, then elements, then others.

    Of each, what is of the city that questions are about comes before what is of others, and what holds the words
    themselves (park) before what holds several of them or only begins so (parking).
    """
    (tier, plan, label), ranks = map(hits.variables.index, ("tier", "plan", "label")), hits["rank"]
    own = manifest.city(manifest.plan)
    foreign = tuple(space for key, space in manifest.spaces.items() if key != own)

    words = folded(text).split()

    def place(at: int) -> tuple[bool, bool, bool, int]:
        row, thing = hits.rows[at], shown(_thing(hits, hits.rows[at]))
        is_element = (row[tier] is not None and row[plan] is not None) or thing in manifest.scopes
        is_it = ranks[at] < NAMED or folded(shown(row[label])) == folded(text)
        held = sum(standing(folded(shown(row[label])), word) for word in words)
        return not is_it, not is_element, thing.startswith(foreign), held

    return replace(hits, rows=[hits.rows[at] for at in sorted(range(len(hits)), key=place)])
