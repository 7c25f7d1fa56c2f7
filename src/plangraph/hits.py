"""By which rules hits of a search are chosen and put in order; the explorer reads them, too.

What ranks mean stands in the questions ``search`` and ``search-hits``. ``tests/hits.json`` holds both sides to one
list of cases.
"""

from __future__ import annotations

import re

EXACT = 0
"""The rank of a thing that has just this code."""
NAMED = 2
"""From which rank on a search has found a name, not a code."""
READ = 5
"""From which rank on it has found no name either, but how it is read."""
READING = "ja-hira"
"""The tag of a reading, in small letters."""
CODE = re.compile("^[0-9]+[-.][0-9]")
"""How the text of a code begins."""
WITHIN_CODE = re.compile("[0-9][-.]?$")
"""What the text of a code does not stand behind: it is found from its beginning on."""
CONTEXT = ("class_label", "tier_label", "place", "plan_label", "city_label", "office_label")
"""The columns in which the other words of a text may stand: what a thing is, what holds it, and who is in charge."""
LAST = 1000
"""The place of a kind among what is found that has none of its own."""
ORDER = ("otherwise", "elsewhere", "outside", "unsaid", "named", "standing", "rank", "other_plan", "kind")
"""What is asked of each hit in turn; the one with the lower number comes first.

Whether the words are neither its code nor its whole name; whether it is of another city; whether it is no element of a
plan; how many of the words stand in neither its code nor its name; whether it is found by a name instead of a code; how
the words stand in its name (park, parks, parking); its rank; whether it is of another plan; and the place of its kind
among what is found.
"""
