"""In which language sheets are that are not in Japanese: told by their small words and headings."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SMALL_WORDS = {
    "en": "the of and for to in on with by from at our",
    "de": "der die das und für von mit im zur zum auf den des bei",
    "fr": "le la les des du et pour sur dans aux une par",
    "es": "el la los las del y para con por una en",
    "it": "il lo gli della delle dei e per con una nel",
    "nl": "het een van voor met en op bij naar door",
    "pl": "w na dla do z oraz i przy od",
    "sv": "och för av med till på att som",
    "da": "og for af med til på at som",
    "pt": "o os do da dos das e para com uma em",
}
"""By language (ISO 639); a word of two languages counts for both."""
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
    language: frozenset(f"{words} {WORDS_OF_HEADINGS.get(language, '')}".split())
    for language, words in SMALL_WORDS.items()
}
WORD = re.compile(r"[^\W\d_]+")


def language_of(texts: Iterable[str]) -> str:
    """Return the language (ISO 639) of texts in Latin letters; English where they do not tell.

    Examples
    --------
    >>> language_of(["Photovoltaik auf städtischen Dächern", "Teilhabe für alle"])
    'de'
    >>> language_of(["Paths and parks", "En route"])
    'en'
    """
    counted = Counter(
        language
        for text in texts
        for word in WORD.findall(text.lower())
        for language, small in LANGUAGES.items()
        if word in small
    )
    return max(counted, key=lambda language: (counted[language], language == "en"), default="en")
