"""In which language sheets are that are not in Japanese: told by their small words and headings."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from plangraph.meaning.latin_words import SMALL_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS_OF_HEADINGS = {
    "de": "maßnahme maßnahmen zuständig zuständigkeit handlungsfeld ziel ziele kosten haushalt stadt gemeinde amt",
    "fr": "objectif mesure projet coût mairie ville année",
    "es": "objetivo medida acción proyecto presupuesto coste ayuntamiento ciudad año",
    "it": "obiettivo misura azione progetto costo comune città anno",
    "nl": "doel maatregel begroting kosten gemeente stad jaar",
    "pl": "cel działanie koszt miasto gmina rok",
    "sv": "mål åtgärd kostnad kommun stad år",
    "da": "mål indsats omkostning kommune by år",
    "pt": "objetivo medida ação projeto orçamento custo município cidade ano",
}
LANGUAGES = {
    lang: frozenset(f"{words} {WORDS_OF_HEADINGS.get(lang, '')}".split()) for lang, words in SMALL_WORDS.items()
}
HANGUL = re.compile("[가-힣]")
WORD = re.compile(r"[^\W\d_]+")


def language_of(texts: Iterable[str]) -> str:
    """Return the language (ISO 639) of texts in Latin or Korean letters; English where they do not tell.

    Examples
    --------
    >>> language_of(["Photovoltaik auf städtischen Dächern", "Teilhabe für alle"])
    'de'
    >>> language_of(["하천 정비", "2026", "km", "보육과"])
    'ko'
    >>> language_of(["Paths and parks", "En route"])
    'en'
    """
    texts = [text for text in texts if WORD.search(text)]
    if sum(HANGUL.search(text) is not None for text in texts) * 2 > len(texts):
        return "ko"
    counted = Counter(
        lang
        for text in texts
        for word in WORD.findall(text.lower())
        for lang, small in LANGUAGES.items()
        if word in small
    )
    return max(counted, key=lambda lang: (counted[lang], lang == "en"), default="en")
