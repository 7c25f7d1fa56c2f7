"""What all cities' districts are called where no one city is spoken of; the explorer reads it too.

Each is Japanese first and then English.
"""

from __future__ import annotations

WARD = ("区", "Ward")
WARD_PLAN = ("区計画", "Ward plan")
DISTRICT = ("地域", "Area")
"""What the class of districts is called where a city has no word, or no one word, for them."""
DISTRICT_PLAN = ("地域別計画", "Area plan")
KANJI = "一-鿿々"
ALONE = rf"(?<![{KANJI}]){{}}(?=別|計画|[^{KANJI}]|$)"
"""A common word of one letter, which other words hold too (区分, 地区)."""
