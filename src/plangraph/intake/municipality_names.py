"""The name of a municipality in what stands over a table, or is a file's name: 第６次北川市総合計画 is of 北川市."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

BEFORE = re.compile(
    r"(?:[\s_・■□◆◇●○◎★☆※「『【〔〈《(]"
    r"|第?[0-9一二三四五六七八九十]+[次期]"
    r"|(?:(?:令和|平成|[RrHh])?[0-9]+年?度?|(?:令和|平成)元年度?)(?:[(][^)]*[)])?(?=[^0-9])"
    r"|[~\-–—](?=[0-9令平RrHh]))+"
)
"""What may stand before the name: a mark, which edition of a plan it is, years."""
LETTERS = r"[\u3041-\u30ff\u4e00-\u9fff々]"
NAME = rf"(北海道|{LETTERS}{{1,10}}?[都道府県市区町村])"
GOES_ON = (
    r"[\s_(「『【〔〈《0-9A-Z第令平の版]|$|総合|長期|中期|基本|前期|後期|実施|事務|行政|行財政|施策|政策|重点|主要|予算|決算"
    r"|まち・ひと|地方創生|人口ビジョン|都市|地域|未来|企画|教育委員会|における"
)
AT_BEGINNING = re.compile(rf"{NAME}(?={GOES_ON})")
ALONE = re.compile(rf"({LETTERS}{{2,10}}[都道府県市町村])(?:役所|役場)?")
BETWEEN = re.compile(r"[\s_()「」『』【】〔〕〈〉《》:、,]+")
NO_NAME = re.compile(
    r"(?:[本当各全同両新市]|全[都道府県]|都道府|市町|近隣|周辺|対象|担当|中核|政令|特例)?[都道府県市区町村]|都市"
    r"|.*(?:市町村|市区町村|[町農山漁]村|道府県)"
)
"""Words that end like a name and are none."""
COUNCIL = re.compile(
    r"(?:The\s+)?(?:City|Town|Village|Municipality|Township|County|District|Borough|Region|Shire|Ville|Stadt|Gemeinde|"
    r"Communauté (?:de communes|d'agglomération|urbaine)|Métropole|"
    r"Ayuntamiento|Comune|Câmara Municipal|Município) (?:of |de |di |do |da |d')?[^\W\d_][\w'’-]*"
    r"(?: (?:an der|am|im|on|upon|sur|de la|(?:del?|de los|de las|d[aou]|des) [A-Z][\w'’-]+"
    r"|d['’][A-Z][\w'’-]+|[A-Z][\w'’-]+))*"
    r"|(?:[A-Z][\w'’-]+ ){1,4}?(?:(?:City|Borough|District|County|Town|Shire|Regional|Metropolitan) )*Council\b"
    r"|(?:[A-Z][\w'’-]+ ){1,3}?(?:County|Township|Borough)\b"
    r"(?= (?:Strategic|Comprehensive|Annual|Capital|Community|Budget|Performance|Plan|20))"
    r"|[가-힣]{1,10}?(?:특별자치시|특별시|광역시|시|군|구)(?=\s)"
)
"""The name of a municipality in languages of Europe, at the beginning of a text: City of Bath, Leeds City Council."""


def municipality_in(texts: Iterable[str]) -> str:
    """Return the name of the municipality that one of some titles begins with, or else has as a part that stands alone.

    Parameters
    ----------
    texts : iterable of str
        The titles, those first that are believed first.

    Returns
    -------
    str
        The name; nothing if no title has one.

    Examples
    --------
    >>> municipality_in(["北川市総合計画 実施計画事業一覧"]), municipality_in(["令和６年度　第六次東村山町総合計画"])
    ('北川市', '東村山町')
    >>> municipality_in(["事業一覧（北川市）"]), municipality_in(["市町村別の事業一覧", "都市計画 事業一覧"])
    ('北川市', '')
    """
    folded = [unicodedata.normalize("NFKC", text) for text in texts]
    ways = (_at_beginning, _alone)
    return next((name for way in ways for text in folded if (name := way(text))), "")


def _at_beginning(text: str) -> str:
    before = BEFORE.match(text)
    found = AT_BEGINNING.match(text, before.end() if before else 0)
    if found and not NO_NAME.fullmatch(found[1]):
        return found[1]
    council = COUNCIL.match(text)
    return council[0] if council else ""


def _alone(text: str) -> str:
    parts = [found[1] for part in BETWEEN.split(text) if (found := ALONE.fullmatch(part))]
    return next((part for part in parts if not NO_NAME.fullmatch(part)), "")
