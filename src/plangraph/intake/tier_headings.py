"""Headings that name several tiers at once, from the top down: 政策・施策・事業名."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plangraph.intake.heading_words import Vocabulary


def tiers_named(heading: str, vocabulary: Vocabulary) -> list[str]:
    """List the tiers that a heading names, if they are of different kinds and nothing else."""
    meanings = map(vocabulary.meaning, re.split(r"[・･/／＞>→－-]", heading))
    tiers = [meaning.tier if meaning else "" for meaning in meanings]
    return tiers if all(tiers) and len({vocabulary.kind_of(tier) for tier in tiers}) == len(tiers) else []
