"""Offices as cells name them: several in one, on several levels, with telephone numbers behind them."""

from __future__ import annotations

import re
import unicodedata

from plangraph.intake.values import text_of

ENDS = (
    *(
        "課",
        "室",
        "局",
        "部",
        "係",
        "班",
        "署",
        "所",
        "館",
        "園",
        "院",
        "校",
        "センター",
        "委員会",
        "事務局",
        "本部",
        "グループ",
    ),
    *(
        "担当",
        "チーム",
        "区役所",
        "会計",
        "議会",
        "省",
        "庁",
        "支所",
        "図書館",
        "公民館",
        "財団",
        "公社",
        "協議会",
        "担当課長",
    ),
)
"""How the names of offices end."""
TELEPHONE = re.compile(
    r"[(（]?\s*(?:内線|TEL|電話|直通|☎|℡)\s*[:：.]?\s*[0-9０-９()（）ー－\-‐]+\s*[)）]?|[(（]\s*[0-9０-９\-－‐]{3,}\s*[)）]",
    re.IGNORECASE,
)
ACCOUNT = re.compile(r"(?:一般|特別|企業|事業|水道|下水道|病院|公営).*会計|各会計")
"""Accounts of a budget, which are called as the office that keeps them."""
BUREAU = re.compile(r"(?:部|局|本部|委員会)$")
SPACED = re.compile(r"(?:\S\s+)+\S")
"""A name whose letters stand apart to fill its cell: 土　木　課."""
PATH = re.compile(r"\s+|(?<=[部局])[>＞・/／](?=\S)")


def is_office(text: str) -> bool:
    """Check whether a text is called as offices are."""
    bare = re.sub(r"[(（][^()（）]*[)）]$", "", TELEPHONE.sub("", text_of(text)))
    return 1 < len(bare) <= 40 and bare.endswith(ENDS) and not ACCOUNT.fullmatch(bare)  # noqa: PLR2004


def offices_in(cell: object, separators: str) -> list[list[str]]:
    """List the offices that a cell names, each as its path from the top level down.

    Parameters
    ----------
    cell : object
        The cell.
    separators : str
        The letters that stand between several; a line break does too, where what stands before and after it are
        names of offices.
    """
    text = str(cell or "").replace("_x000D_", "").replace("\u3000", " ")
    lines = [line.strip() for line in re.split(r"[\r\n]+", text) if line.strip()]
    if len(lines) > 1 and not all(is_office(line) for line in lines):
        lines = ["".join(lines)]
    found = []
    for line in lines:
        for part in _parts(line, separators):
            bare = text_of(TELEPHONE.sub("", part))
            if SPACED.fullmatch(bare):
                bare = bare.replace(" ", "")
            if bare:
                found.append(path_of(bare))
    return found


def _parts(line: str, separators: str) -> list[str]:
    """Split a line; at ・ only behind the name of an office, for こども・若者支援課 is one."""
    bare = separators.replace("・", "")
    parts = re.split(f"[{re.escape(bare)}]", line) if bare else [line]
    return parts if bare == separators else [name for part in parts for name in _behind_offices(part)]


def _behind_offices(text: str) -> list[str]:
    names, begun = list[str](), ""
    for part in re.split("([・･])", text):
        begun += part
        if is_office(begun):
            names, begun = [*names, begun], ""
        elif begun in {"・", "･"}:
            begun = ""
    return names if names and not begun else [text]


def path_of(name: str) -> list[str]:
    """Split a name that includes its bureau: ``企画部　資産経営課``."""
    parts = [part for part in PATH.split(name) if part]
    if len(parts) > 1 and all(is_office(part) for part in parts):
        return list(dict.fromkeys(parts))
    return [name]


def under_bureau(name: str, before: tuple[str, str] | None) -> str:
    """Return an office that a row names for those below it, behind the bureau that such a row named before it."""
    bureau = before[1].split(" ")[0] if before and before[0] == "office" else ""
    of_bureau = BUREAU.search(bureau) and not BUREAU.search(name) and is_office(bureau)
    return f"{bureau} {name}" if of_bureau else name


def key_of(path: tuple[str, ...]) -> str:
    """Return a key for an office: its name in the letters that keys may have."""
    name = "-".join(unicodedata.normalize("NFKC", part) for part in path)
    return re.sub(r"-{2,}", "-", re.sub(r"[^\w・]|_", "-", name)).strip("-・")[:80] or "office"
