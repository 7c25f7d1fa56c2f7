"""What the engine says of a query that it cannot read, in words: where, and what it expected."""

from __future__ import annotations

import re

from plangraph.words import Words

COMPLAINT = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): expected (?:one of )?(?P<rest>.*)", re.DOTALL)
LETTERS = re.compile(r"(?:\[(?:_|'.+?')\]|<unreported>)(?:, |$)", re.DOTALL)
SENTENCE = re.compile(r"\w+ \w")
REASONS = {
    "Prefix not found": "宣言されていない接頭辞です",
    "IRI parsing failed": "IRI として読めません",
    "language tag parsing failed": "言語タグとして読めません",
    "Duplicated variable name in SELECT": "SELECT に同じ変数が二度あります",
    "The SELECT contains a variable that is unbound": "SELECT に、集計していない変数があります",
    "The SELECT overrides an existing variable using an expression": "SELECT の式の名前が、すでにある変数と同じです",
}
"""What the engine's grammar gives as a reason, in Japanese."""


def readable(complaint: str) -> Words:
    """Leave out of a complaint the classes of characters that the engine's grammar is made of.

    A reason, such as a prefix that is not declared, stands among what was expected; it is then all that is said.

    Parameters
    ----------
    complaint : str
        What the engine says.

    Returns
    -------
    Words
        The same in both languages, with the line and the column; what is not known here stays as the engine says it.
    """
    told = COMPLAINT.fullmatch(complaint)
    if not told:
        return Words(complaint, complaint)
    expected = LETTERS.sub("", told["rest"]).removesuffix(", ")
    reasons = [part for part in expected.split(", ") if SENTENCE.match(part)]
    if reasons:
        japanese, english = "。".join(REASONS.get(reason, reason) for reason in reasons), "; ".join(reasons)
    elif expected:
        japanese, english = f"次のどれかが入ります: {expected}", f"expected one of {expected}"
    else:
        japanese, english = "ここから先が SPARQL の形になっていません", "this is not SPARQL"
    line, column = told["line"], told["column"]
    return Words(f"{line} 行目の {column} 文字目: {japanese}", f"error at {line}:{column}: {english}")
