"""What a city calls the tiers of its plan, its districts and top-level offices, said for the common words."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache, partial
from itertools import takewhile
from typing import TYPE_CHECKING

from plangraph import common_words
from plangraph.english import several, with_articles
from plangraph.namespaces import PG
from plangraph.store.answers import expect_rows
from plangraph.store.terms import NamedNode
from plangraph.words import LANGUAGES, SAID_AGAIN, Words, capital

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from plangraph.store.engine import Engine

    Speaker = Callable[[str], str]

LEVELS = ("itemTier", "judgedTier", "directedTier", "fundedTier")
"""On which tier of a plan a question counts its projects: the first of these that it asks for, or the first of all."""
TIERS = """
SELECT DISTINCT ?tier ?common (LANG(?common) AS ?lang) ?word (LANG(?word) AS ?spoken) ?plural WHERE {{
  {{ ?class pg:trunk true ; rdfs:label ?common }}
  UNION {{ VALUES (?class ?common) {{ {places} }} }}
  OPTIONAL {{
    {{ ?class pg:trunk true . ?element a ?class ; pg:tier ?tier . FILTER(?class NOT IN (pg:Project, pg:Measure)) }}
    UNION {{ VALUES ?class {{ pg:Project }} <{plan}> pg:{level} ?tier }}
    UNION {{ VALUES ?class {{ pg:Measure }} <{plan}> pg:groupTier ?tier }}
    UNION {{ VALUES ?class {{ pg:Ward pg:WardPlan }} ?thing a ?class ; dcterms:type ?tier }}
    UNION {{
      VALUES ?class {{ pg:TopLevelOffice }}
      ?thing a ?class OPTIONAL {{ ?thing dcterms:type ?own }} BIND(COALESCE(?own, ?class) AS ?tier)
    }}
    ?tier rdfs:label ?word
    OPTIONAL {{ ?tier pg:plural ?plural FILTER(LANG(?plural) = LANG(?word)) }}
  }}
}}
"""
COUNTS = """
SELECT ?tier (SAMPLE(?word) AS ?called) (COUNT(DISTINCT ?element) AS ?elements) WHERE {{
  ?tier a pg:Tier ; pg:rank ?rank ; rdfs:label ?word FILTER(STRENDS(LANG(?word), "{lang}"))
  ?element pg:tier ?tier .
}}
GROUP BY ?tier ?rank ORDER BY ?rank ?tier
"""
WARDS_BY_NAME = "SELECT ?city WHERE { ?city pg:wardsByName true }"
DISTRICTS = {"pg:Ward": Words(*common_words.DISTRICT), "pg:WardPlan": Words(*common_words.DISTRICT_PLAN)}
"""What the classes of districts and of their plans are called where a city has no word, or no one word, for them."""
PLACES = {
    word: (kind, lang)
    for kind, words in (("pg:Ward", common_words.WARD), ("pg:WardPlan", common_words.WARD_PLAN))
    for word, lang in zip(words, LANGUAGES, strict=True)
}
"""The common words for districts and their plans: class and language."""
HIGHEST = {"最上位の部署": ("pg:TopLevelOffice", "ja"), "Top-level office": ("pg:TopLevelOffice", "en")}
"""The common words for top-level offices: class and language."""
OFFICES = Words("部署", "Office")
"""What top-level offices are called where of some it is not known what stands above them."""
CITIES = 64
"""Of how many plans and levels it is kept how they say things."""
LAST_WORD = re.compile(rf"(?<= )[^ ]+$|[{common_words.KANJI}]{{2,}}$")
"""The word that what ends several words ends in itself: a whole one, or two letters of Japanese or more."""


def said(words: Words, own: Mapping[str, Words]) -> Words:
    """Return words as a city says them.

    Parameters
    ----------
    words : Words
        What is to be said, in the words common to all cities.
    own : mapping of str to Words
        For each common word of a tier, in either language, what the city calls it in that language.
    """
    japanese, english = _speakers(tuple(own.items()))
    return Words(japanese(words.ja), english(words.en))


def in_common_words(text: str, own: Mapping[str, Words]) -> str:
    """Return a text with a city's words (see :func:`said`) as the words common to all cities."""
    common = {form(word).lower(): form(word) for word in own for form in (str, several)}
    for word, words in own.items():
        for each in {each for each in words if each.isascii() == word.isascii() and words != OFFICES}:
            common.setdefault(each.lower(), word)
            common.setdefault(several(each).lower(), several(word))
    pattern = "|".join(
        rf"\b{re.escape(each)}\b" if each.isascii() else re.escape(each)
        for each in sorted(filter(None, common), key=lambda each: (-len(each), each))
    )
    return re.sub(pattern, lambda found: common[found[0].lower()], text, flags=re.IGNORECASE) if pattern else text


def tier_words(engine: Engine, plan: str, scope: Sequence[str], level: str) -> dict[str, Words]:
    """Return what a plan calls the tiers of each class of the policy system, by the words common to all cities.

    A word of a language other than Japanese and English, and one whose plural the city says, is said as it is written,
    and what several are called stands by the common plural.
    Projects are what stands on the tier that a question counts, measures what holds them. Several tiers of one class go
    by the word in which theirs end, such as 事業 for 重点事業 and 一般事業. A class keeps its common word where the
    plan has none of it, or they end in none; districts, and offices above which others may stand, go by a word that is
    right everywhere then.

    Parameters
    ----------
    engine : Engine
        What answers queries.
    plan : str
        The plan (IRI).
    scope : sequence of str
        The graphs (IRIs) of its scope.
    level : str
        One of :data:`LEVELS`.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    plurals: dict[str, str] = {}
    places = " ".join(f'({kind} "{common}"@{lang})' for common, (kind, lang) in (PLACES | HIGHEST).items())
    query = TIERS.format(plan=NamedNode(plan).value, level=level, places=places)
    for tier, common, lang, word, spoken, plural in expect_rows(engine.query(query, scope)):
        tiers = found[str(common)]
        if plural:
            plurals[str(word)] = str(plural)
        if tier:
            tiers.setdefault(str(tier), "")
            if str(spoken).rpartition(SAID_AGAIN)[2] == str(lang) or (lang == "ja" and not tiers[str(tier)]):
                tiers[str(tier)] = str(word)
    undeclared = any(not any(tiers.values()) for common, tiers in found.items() if common in PLACES)
    wards = undeclared and bool(expect_rows(engine.query(WARDS_BY_NAME, scope)))
    neutral = {} if wards else {common: DISTRICTS[kind] for common, (kind, _) in PLACES.items()}
    unplaced = {common: OFFICES for common in HIGHEST if PG.Office in found[common]}
    neutral |= unplaced
    together = {
        common: tiers
        for common, tiers in found.items()
        if common not in unplaced and (common not in PLACES or len(tiers) == 1)
    }
    for_all = {common: _word_of_all([*together.get(common, {}).values()]) for common in found}
    own = {
        common: Words(word, word) if word else neutral.get(common, Words(common, common))
        for common, word in for_all.items()
    }
    of_several = ((several(common), plurals.get(words.en)) for common, words in own.items() if common.isascii())
    return own | {common: Words(plural, plural) for common, plural in of_several if plural}


def elements_by_tier(engine: Engine, lang: str) -> list[tuple[str, str, int]]:
    """Return the tiers (IRIs) of all cities that have elements, each city's from the top down: word, and how many."""
    rows = expect_rows(engine.query(COUNTS.format(lang=lang)))
    return [(str(tier), str(word), int(str(elements))) for tier, word, elements in rows]


def _word_of_all(words: Sequence[str]) -> str:
    """Return what several tiers are called together: the word in which all of theirs end; empty if they end in none."""
    if len(words) == 1:
        return words[0]
    from_behind = zip(*(reversed(f" {word}") for word in words), strict=False)
    alike = [letters[0] for letters in takewhile(lambda letters: len({*letters}) == 1, from_behind)]
    shared = LAST_WORD.search("".join(reversed(alike)))
    return capital(shared[0]) if shared else ""


@lru_cache(maxsize=CITIES)
def _speakers(own: tuple[tuple[str, Words], ...]) -> tuple[Speaker, Speaker]:
    """Return what says Japanese and English texts in a city's words: made once, for every heading is said in them."""
    return _japanese(dict(own)), _english(dict(own))


def _japanese(own: Mapping[str, Words]) -> Speaker:
    longest_first = sorted(
        (common for common in own if not common.isascii()), key=lambda common: (-len(common), common)
    )
    pattern = "|".join(common_words.ALONE.format(word) if len(word) == 1 else re.escape(word) for word in longest_first)
    return _replacing(pattern, "・", lambda found: own[found[0]].ja)


def _english(own: Mapping[str, Words]) -> Speaker:
    """Replace whole words, in the singular and the plural, with a capital where the common word has one."""
    said_of_several = {form(common).lower(): form(words.en) for common, words in own.items() for form in (str, several)}
    forms = said_of_several | {common.lower(): words.en for common, words in own.items()}
    plurals = {common: several(common) for common in own if several(common) != common and several(common) in own}
    as_written = {own[common].en for both in plurals.items() for common in both}
    pattern = "|".join(rf"\b{re.escape(common)}\b" for common in sorted(forms, key=lambda each: (-len(each), each)))

    def cased(found: re.Match[str]) -> str:
        word = forms[found[0].lower()]
        if word in as_written:
            return word
        return capital(word) if found[0][0].isupper() else word.lower()

    replaced = _replacing(pattern, ", ", cased)
    return lambda text: with_articles(replaced(text))


def _replacing(pattern: str, comma: str, own: Callable[[re.Match[str]], str]) -> Speaker:
    """Return what replaces common words; of several in a list that the city calls by one word, it says that once."""
    if not pattern:
        return str
    one = re.compile(pattern, re.IGNORECASE)
    some = re.compile(rf"(?:{pattern})(?:{comma}(?:{pattern}))*", re.IGNORECASE)

    def listed(found: re.Match[str]) -> str:
        once: dict[str, str] = {}
        for word in one.finditer(found[0]):
            once.setdefault(own(word).lower(), own(word))
        return comma.join(once.values())

    return partial(some.sub, listed)
