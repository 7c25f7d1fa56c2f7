"""Which texts may be spelt otherwise than names have them; the explorer reads these rules, too."""

from __future__ import annotations

SHORTEST_PART = 2
"""How many letters of a text that is written without spaces are a word at least."""
SPACED = "[A-Za-zＡ-Ｚａ-ｚ]"
"""What stands in words that are not divided: in their language, spaces do."""
MIXED = "^[㐀-鿿]+[ぁ-ゖ]{1,3}[㐀-鿿]+[ぁ-ゖ]{0,3}$"
"""A word in Chinese characters with kana between them, which others may write otherwise."""
AFTER_HAN = "[ぁ-ゖ]+$"
BETWEEN_HAN = "[ぁ-ゖ]+"
OTHER_KANA = "(?:[ぁ-ゖ]{0,2}|[㐀-鿿]{1,2})"
"""What may stand in place of such kana."""
SHORT_FORM = "^[㐀-鿿]{3,8}$"
"""A word that may be short for a name."""
SHORTEST = 3
"""How many letters a text has at least in which one may be wrong."""
SHORTEST_LATIN = 4
"""The same of Latin letters: of three, too many words have a part that is near (``bad`` is no slip of ``ahead``)."""
SORTS = ("[a-z0-9]", "[ぁ-ゖー]", "[々㐀-鿿]")
"""Letters in a folded name between which no word begins: those of one sort."""
SCRIPTS = ("^[ぁ-ゖ]+$", "^[ァ-ヺー]+$")
"""Words of one script of kana: a word of the other is another word, though its sounds be near."""
SURE = ("[0-9]", "[0-9a-z]")
"""What is no slip in a text: its digits and, among Japanese, Latin letters, such as in 第3期 and A評価."""
