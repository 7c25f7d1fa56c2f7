"""Axioms and statements in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.inference import Rule

AXIOMS: Mapping[str, Mapping[str, str]] = {
    "cax-sco": {"ja": "「{0}」はすべて「{1}」である", "en": "every '{0}' is a '{1}'"},
    "cls-hv2": {"ja": "「{0}」が「{1}」であるものは「{2}」である", "en": "what has '{0}' '{1}' is a '{2}'"},
    "prp-spo1": {"ja": "「{0}」の関係は「{1}」の関係でもある", "en": "'{0}' implies '{1}'"},
    "prp-dom": {"ja": "「{0}」の関係をもつものは「{1}」である", "en": "what has the relation '{0}' is a '{1}'"},
    "prp-rng": {
        "ja": "「{0}」の関係の先にあるものは「{1}」である",
        "en": "what the relation '{0}' leads to is a '{1}'",
    },
    "prp-inv1": {"ja": "「{0}」と「{1}」は互いに逆向きの関係である", "en": "'{0}' and '{1}' are inverse to each other"},
    "prp-inv2": {"ja": "「{0}」と「{1}」は互いに逆向きの関係である", "en": "'{0}' and '{1}' are inverse to each other"},
    "prp-trp": {
        "ja": "「{0}」は続けてたどれる関係である",
        "en": "'{0}' carries on from one to the next (it is transitive)",
    },
    "cax-dw": {"ja": "「{0}」と「{1}」の両方であるものはない", "en": "nothing is both a '{0}' and a '{1}'"},
    "dt-not-type": {
        "ja": "「{0}」の値のデータ型は {1} である",
        "en": "the value of '{0}' is of the datatype {1}",
    },
    "prp-symp": {"ja": "「{0}」は両方向に成り立つ関係である", "en": "'{0}' holds in both directions"},
}


def axiom_words(rule: Rule, names: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Say in both languages what a rule's axiom says.

    Parameters
    ----------
    rule : Rule
        The rule.
    names : mapping of str to mapping of str to str
        For each IRI of the axiom, its labels by language.
    """
    said = {}
    for lang in ("ja", "en"):
        words = [names[iri][lang] for iri in rule.axiom]
        said[lang] = (
            _chain(words, lang) if rule.name == "prp-spo2" else _articles(AXIOMS[rule.name][lang].format(*words))
        )
    return said


def _chain(words: Sequence[str], lang: str) -> str:
    whole, *links = words
    if lang == "ja":
        return "、".join(f"「{link}」" for link in links) + f"と順にたどった先は「{whole}」である"
    return " and then ".join(f"'{link}'" for link in links) + f" make '{whole}'"


def sentence(labels: Mapping[str, str], lang: str) -> str:
    """Write a statement for a reader, from the labels of its ``subject``, ``predicate`` and ``object``."""
    form = "「{subject}」─{predicate}→「{object}」" if lang == "ja" else "'{subject}' {predicate} '{object}'"
    return _articles(form.format(**labels))


def _articles(text: str) -> str:
    """Write "an" before a name that begins with a vowel."""
    return re.sub(r"\ba (?='(?:[AEIOaeio]|SDG))", "an ", text)
