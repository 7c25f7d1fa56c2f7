"""Axioms and statements in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.english import BEFORE_QUOTED_VOWEL, with_articles
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.inference import Rule

AXIOMS: Mapping[str, Words] = {
    "cax-sco": Words("「{0}」はすべて「{1}」である", "every '{0}' is a '{1}'"),
    "cls-hv2": Words("「{0}」が「{1}」であるものは「{2}」である", "what has '{0}' '{1}' is a '{2}'"),
    "cls-svf1": Words("「{0}」の先に「{1}」があるものは「{2}」である", "what has '{0}' to a '{1}' is a '{2}'"),
    "cls-int1": Words(
        "「{1}」の先に「{2}」がある「{0}」は「{3}」である", "a '{0}' that has '{1}' to a '{2}' is a '{3}'"
    ),
    "prp-spo1": Words("「{0}」の関係は「{1}」の関係でもある", "'{0}' implies '{1}'"),
    "prp-dom": Words("「{0}」の関係をもつものは「{1}」である", "what has the relation '{0}' is a '{1}'"),
    "prp-rng": Words("「{0}」の関係の先にあるものは「{1}」である", "what the relation '{0}' leads to is a '{1}'"),
    "prp-inv1": Words("「{0}」と「{1}」は互いに逆向きの関係である", "'{0}' and '{1}' are inverse to each other"),
    "prp-inv2": Words("「{0}」と「{1}」は互いに逆向きの関係である", "'{0}' and '{1}' are inverse to each other"),
    "prp-trp": Words("「{0}」は続けてたどれる関係である", "'{0}' carries on from one to the next (it is transitive)"),
    "cax-dw": Words("「{0}」と「{1}」の両方であるものはない", "nothing is both a '{0}' and a '{1}'"),
    "dt-not-type": Words("「{0}」の値のデータ型は {1} である", "the value of '{0}' is of the datatype {1}"),
    "prp-symp": Words("「{0}」は両方向に成り立つ関係である", "'{0}' holds in both directions"),
}


SENTENCE = Words("「{0}」─{1}→「{2}」", "'{0}' {1} '{2}'")


def axiom_words(rule: Rule, names: Mapping[str, Words]) -> Words:
    """Express a rule's axiom in words.

    Parameters
    ----------
    rule : Rule
        The rule.
    names : mapping of str to Words
        The label of each IRI of the axiom.
    """
    terms = [names[iri] for iri in rule.axiom]
    if rule.name == "prp-spo2":
        return _chain(*terms)
    ja, en = AXIOMS[rule.name]
    return Words(
        ja.format(*(term.ja for term in terms)),
        with_articles(en.format(*(term.en for term in terms)), BEFORE_QUOTED_VOWEL),
    )


def _chain(whole: Words, *links: Words) -> Words:
    ja = "、".join(f"「{link.ja}」" for link in links)
    en = " and then ".join(f"'{link.en}'" for link in links)
    return Words(f"{ja}と順にたどった先は「{whole.ja}」である", f"{en} make '{whole.en}'")


def sentence(subject: Words, predicate: Words, object: Words) -> Words:
    """Write a statement for a reader, from the labels of its parts."""
    parts = (subject, predicate, object)
    en = SENTENCE.en.format(*(part.en for part in parts))
    return Words(SENTENCE.ja.format(*(part.ja for part in parts)), with_articles(en, BEFORE_QUOTED_VOWEL))
