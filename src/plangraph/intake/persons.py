"""What in a sheet tells of persons: it is left out, and said, unless somebody names the column."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from plangraph.intake.offices import is_office
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
TELEPHONE = re.compile(
    r"(?<![0-9-])(?=(?:[0-9][-()]?){10,11}(?![0-9]))0[0-9]{1,4}[-(][0-9]{1,4}[-)][0-9]{3,4}(?![0-9-])|(?<![0-9])0[789]0[0-9]{8}(?![0-9])"
)
EXTENSION = re.compile(r"内線\s*[:：]?\s*[0-9]{2,}")
SURNAMES = "|".join(Path(__file__).with_name("surnames.txt").read_text("utf-8").split())
"""The surnames that are most frequent in Japan: by them a name without a space is known."""
UNSPACED = re.compile(
    rf"(?:{SURNAMES})[一-鿿々ぁ-ん]{{0,2}}"
    "[郎朗子男美夫雄介也樹人一二三司志博弘浩明和代恵香奈菜佳紀彦之幸治輔太斗平哉里理江枝乃希衣織翔健誠隆豊茂実勇剛哲修徹聡洋進]"
)
"""A surname and a given name, told by how given names end."""
ADDRESSED = re.compile(
    rf"(?:{SURNAMES})(?![市町村区県])[一-鿿々ぁ-ん]{{0,3}}?(?:さん|氏|様|主査|主任|主事|係長|課長補佐|課長|室長|部長|次長|局長|参事)"
)
"""A person as colleagues speak of one in a note: 山田係長."""
NAME = re.compile(r"^[一-鿿々]{1,4}[ 　][一-鿿々ぁ-んァ-ヶ]{1,4}$")
MUCH = 0.3  # share of cells


def tells_of_persons(texts: Sequence[str], *, office: bool) -> Words | None:
    """Explain why a column is about persons, from its cells; None if it is not.

    Parameters
    ----------
    texts : sequence of str
        The cells that say something.
    office : bool
        Whether the heading is that of offices, of which a telephone number may stand behind the name.
    """
    if not texts:
        return None
    folded = [unicodedata.normalize("NFKC", text) for text in texts]
    numbers = sum(_is_contact(text) for text in folded)
    if numbers > len(folded) * MUCH and not office:
        return Words("電話番号かメールアドレスが並ぶ", "telephone numbers or e-mail addresses")
    names = sum(_is_name(text) for text in folded)
    if names > len(folded) * 0.6:
        return Words("人の氏名のような文字が並ぶ", "what looks like names of persons")
    return None


def _is_name(text: str) -> bool:
    return bool(NAME.match(text) or UNSPACED.fullmatch(text)) and not is_office(text)


def _is_contact(text: str) -> bool:
    """Check whether a text is a telephone number or address, and not a sentence with one in it."""
    found = MAIL.search(text) or TELEPHONE.search(text) or EXTENSION.match(text)
    return found is not None and len(found[0]) * 3 >= len(text) * 2


SIGNED = re.compile(
    r"(?:記入者|作成者|担当者|責任者|評価者|氏名|課長|部長|係長|主査|主任|担当)\s*(?:名|氏名)?\s*[:：]\s*"
    r"([^\s、,。（）()/／:：]+(?:[ \u3000][一-鿿々ぁ-んァ-ヶ]{1,4})?)"
)
"""Who has written or answers for something, in the middle of a text: 作成者：山田太郎."""


def without_persons(text: str) -> str:
    """Return a text that is quoted, without telephone numbers, addresses and what seems to be a person's name."""
    bare, _ = without_contacts(text)
    return "（氏名か）" if text and (not bare or _is_name(bare)) else bare


def _unsigned(text: str) -> str:
    if UNSPACED.fullmatch(text) and not is_office(text):
        return ""
    text = ADDRESSED.sub("", text)
    return SIGNED.sub(lambda found: found[0] if is_office(found[1]) else "", text)


def without_contacts(text: str) -> tuple[str, bool]:
    """Return a text without telephone numbers, addresses and who signs it, and whether there were any."""
    folded = _unsigned(unicodedata.normalize("NFKC", text))
    signed = folded != unicodedata.normalize("NFKC", text)
    if not (signed or MAIL.search(folded) or TELEPHONE.search(folded) or EXTENSION.search(folded)):
        return text, False
    bare = EXTENSION.sub("", TELEPHONE.sub("", MAIL.sub("", folded)))
    return re.sub(r"[(（]\s*(?:TEL|電話|メール|内線|FAX|連絡先)?[\s:：、,]*[)）]", "", bare).strip(), True
