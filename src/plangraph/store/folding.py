"""Spellings of the same words made equal, in names, codes and searches alike."""

from __future__ import annotations

import re
import unicodedata

DASHES = re.compile(
    r"(?<=\d)[-\u00ad\u2010-\u2015\u2043\u207b\u208b\u2212\u2500\u2501\u30fc\u3161\ufe58\ufe63\uff0d\uff70](?=\d)"
)
"""What people type between two digits for a hyphen; between other letters, ー is a letter."""

RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾"
    "⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲"
)
IDEOGRAPHS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹"
    "艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀"
)
"""CJK radicals and the letters that they look like (Unicode Character Database, EquivalentUnifiedIdeograph), as far
as Normalization Form KC leaves them."""

OLD = (
    "亞惡壓圍醫爲壹隱榮營衞驛圓鹽緣應歐毆櫻奧橫溫穩假價畫會繪壞懷擴學覺樂卷陷寬關觀勸歡氣歸龜僞戲犧舊據擧虛峽挾狹鄕曉區驅勳薰"
    "徑惠揭溪經螢輕繼鷄藝擊儉劍圈檢權獻縣險顯驗嚴廣效恆鑛號國黑碎濟齋劑棧參慘贊殘絲齒兒辭濕實寫釋壽收從澁獸縱處敍將稱燒證乘剩"
    "壤孃條淨狀疊讓釀囑觸眞寢愼盡圖粹醉穗隨髓數樞聲靜齊攝竊專戰淺潛纖踐錢禪雙壯搜插爭總聰莊裝騷增藏臟卽屬續墮體對帶滯臺瀧擇澤"
    "單擔膽團彈斷癡遲晝蟲鑄廳徵聽鎭遞鐵點轉傳黨燈當盜稻鬪德獨讀屆貳惱腦霸拜廢賣麥發髮拔蠻祕濱甁拂佛竝變邊辨寶豐沒飜每萬滿默彌"
    "譯藥與豫餘譽搖樣謠來賴亂覽龍兩獵綠壘勵禮隸靈齡戀爐勞樓錄灣峯嶋冨﨑髙邉濵桒栁𠮷槇遙堯巖曾舘瀨"
)
NEW = (
    "亜悪圧囲医為壱隠栄営衛駅円塩縁応欧殴桜奥横温穏仮価画会絵壊懐拡学覚楽巻陥寛関観勧歓気帰亀偽戯犠旧拠挙虚峡挟狭郷暁区駆勲薫"
    "径恵掲渓経蛍軽継鶏芸撃倹剣圏検権献県険顕験厳広効恒鉱号国黒砕済斎剤桟参惨賛残糸歯児辞湿実写釈寿収従渋獣縦処叙将称焼証乗剰"
    "壌嬢条浄状畳譲醸嘱触真寝慎尽図粋酔穂随髄数枢声静斉摂窃専戦浅潜繊践銭禅双壮捜挿争総聡荘装騒増蔵臓即属続堕体対帯滞台滝択沢"
    "単担胆団弾断痴遅昼虫鋳庁徴聴鎮逓鉄点転伝党灯当盗稲闘徳独読届弐悩脳覇拝廃売麦発髪抜蛮秘浜瓶払仏並変辺弁宝豊没翻毎万満黙弥"
    "訳薬与予余誉揺様謡来頼乱覧竜両猟緑塁励礼隷霊齢恋炉労楼録湾峰島富崎高辺浜桑柳吉槙遥尭巌曽館瀬"
)
"""Old and variant letters and those in use (Jōyō Kanji table of 2010; the rest are frequent in names)."""

BETWEEN = re.compile(
    r"\s+|[・、，,/／]|(?<=.)(?:における|に関する|について|のための|から|まで|より|への|での|との|[のをにがはとでへ])(?=[^ぁ-ゖー]|$)"
)
"""What stands between two words: a mark, or a Japanese particle before what is not hiragana."""
LINKED = re.compile(r"\s*([-\u2010-\u2015\u2212\u30fc\uff0d])\s*(?=\d)")
SPACED = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])-(?=\d)")
NUMBERED = re.compile(r"\d+(?:[./_．／＿\s・、のノ]\d+)+")
NUMERAL = re.compile(r"(?<=第)[一二三四五六七八九十]{1,3}|[一二三四五六七八九十]{1,3}$")
NUMERALS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", start=1)}
HIRAGANA = {katakana: katakana - 0x60 for katakana in range(ord("ァ"), ord("ヶ") + 1)}
LARGE = dict(zip(map(ord, "ぁぃぅぇぉ"), "あいうえお", strict=True))
IN_USE = dict(zip(map(ord, OLD), NEW, strict=True))
LETTERS = dict(zip(map(ord, RADICALS), IDEOGRAPHS.translate(IN_USE), strict=True)) | IN_USE | HIRAGANA


def folded(words: str) -> str:
    """Return the words in the one spelling in which names and searches are compared.

    Width and compatibility forms (Normalization Form KC, Unicode Standard Annex 15), CJK radicals, old and variant
    letters, both kinds of kana, ウィ and ウイ, the dashes between digits, and upper and lower case are the same then.

    Examples
    --------
    >>> folded("ＩＣＴとｹｱ")
    'ictとけあ'
    >>> folded("１−１") == folded("1‐1") == "1-1"
    True
    >>> folded("髙津⺠生")
    '高津民生'
    """
    return (
        DASHES.sub("-", unicodedata.normalize("NFKC", DASHES.sub("-", words)))
        .translate(LETTERS)
        .translate(LARGE)
        .lower()
    )


def loosened(words: str) -> list[str]:
    """Return what people mean who write spaces inside a name, a dash before its number, or numbers as 第三期 or 1.1.1.

    Examples
    --------
    >>> loosened("高津　区"), loosened("1 - 1"), loosened("第三期"), loosened("1.1.1"), loosened("高津区")
    (['高津区'], ['1-1'], ['第3期'], ['1-1-1'], [])
    """
    tight = SPACED.sub("", LINKED.sub(r"\1", words.strip()))
    dashed = NUMBERED.sub(lambda found: re.sub(r"\D", "-", found[0]), words.strip())
    return [each for each in dict.fromkeys((tight, counted(tight), dashed)) if each != words]


def apart(words: str) -> list[str]:
    """Return the words of a text without the particles and marks between them.

    Examples
    --------
    >>> apart("子育ての予算"), apart("公園・緑地について"), apart("ものづくり")
    (['子育て', '予算'], ['公園', '緑地'], ['ものづくり'])
    """
    return [word for word in BETWEEN.split(words) if word]


def counted(words: str) -> str:
    """Return words with figures for the numerals behind 第 or at their end: ``第3期`` for ``第三期``."""
    return NUMERAL.sub(lambda found: str(numeral(found[0])), words)


def numeral(numerals: str) -> int:
    """Return the number that numerals up to 九十九 write."""
    tens, ten, ones = numerals.rpartition("十")
    return 10 * NUMERALS.get(tens, 1) * bool(ten) + NUMERALS.get(ones, 0)
