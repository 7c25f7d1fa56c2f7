"""An empty dataset to fill in, with two rows of examples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from plangraph import ontology
from plangraph.dataset_files.content import Content
from plangraph.errors import ParameterError
from plangraph.intake.heading_words import Vocabulary
from plangraph.tables.forms import CITY, FORMS
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence


LONGEST_KEY = 40  # letters


def new_dataset(key: str, city: str, tiers: Sequence[str]) -> Content:
    """Make a dataset with the sheets that everyone needs, and an example on each.

    Parameters
    ----------
    key : str
        The city's key.
    city : str
        Its name.
    tiers : sequence of str
        The tiers from the top down: words that are known, or ``word:Class``.

    Raises
    ------
    ParameterError
        If the key is none, or it is not known what a tier is.
    """
    check_key(key)
    name = city or key
    declared = [_tier(tier) for tier in tiers]
    if not declared:
        raise ParameterError(Words("層を一つ以上指定してください", "name at least one tier"))
    settings: dict[str, Any] = {
        "city": {"key": key, "label_ja": f"{name} 計画", "place": key, "plan": "plan", "source": "document"},
        "tiers": declared,
    }
    elements, parent = [], ""
    for number, tier in enumerate(declared, 1):
        code = "-".join(["1"] * number)
        elements.append(
            {"tier": tier["word"], "code": code, "parent": parent, "label_ja": f"（例）{tier['word']}の名称"}
        )
        parent = code
    elements[-1]["responsible"] = "office-1"
    second = "-".join(["1"] * (len(declared) - 1) + ["2"])
    elements.append({**elements[-1], "code": second, "label_ja": f"（例）二つめの{declared[-1]['word']}の名称"})
    figures = [
        {"plan": "plan", "about": row["code"], "kind": "予算額", "fiscal_year": "2024", "value": value, "unit": "千円"}
        for row, value in zip(elements[-2:], ("1200", "3400"), strict=True)
    ]
    return Content(
        settings,
        {
            "sources": [
                {"key": "document", "kind": "CityDocument", "title_ja": "（例）計画書の題名", "publisher": name}
            ],
            "organizations": [
                {"key": "city", "kind": "Municipality", "label_ja": name},
                {"key": "office-1", "label_ja": "（例）担当課"},
            ],
            "plans": [
                {
                    "key": "plan",
                    "kind": "ImplementationPlan",
                    "label_ja": f"{name} 計画",
                    "start": "2024",
                    "end": "2027",
                }
            ],
            "elements": elements,
            "observations": figures if len(elements) > 1 else [],
        },
    )


def check_key(key: str) -> None:
    """Check a city's key.

    Raises
    ------
    ParameterError
        If it is none.
    """
    if not re.match(CITY, key) or len(key) > LONGEST_KEY:
        form = FORMS[CITY]
        raise ParameterError(Words(f"「{key}」は{form.ja}ではありません", f"'{key}' is not {form.en}"))


def _tier(tier: str) -> dict[str, str]:
    word, _, kind = tier.partition(":")
    vocabulary = Vocabulary.load()
    known = kind or vocabulary.kind_of(word)
    if ontology.load().own_class(known) is None:
        words = [said for said, _ in vocabulary.tiers.values()]
        message = Words(
            f"層「{word}」の種類が分かりません。「{word}:Measure」のように、クラスを添えてください",
            f"it is not known what the tier '{word}' is: write its class too, as in {word}:Measure",
        )
        raise ParameterError(message.then(did_you_mean(word, words)))
    return {"word": word, "class": known}
