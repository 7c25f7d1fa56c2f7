"""What a check found, as text, JSON and HTML."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plangraph.errors import Problem

TITLES: Mapping[str, Words] = {
    "tables": Words("表", "Tables"),
    "shapes": Words("事実の規則（SHACL）", "Rules on facts (SHACL)"),
    "ontology": Words("オントロジーの規則", "Rules on the ontology"),
    "consistency": Words("無矛盾性（HermiT）", "Consistency (HermiT)"),
}
COUNTED: Mapping[str, Words] = {
    "tables": Words("{:,} 個の表", "{:,} tables"),
    "shapes": Words("{:,} 個の文", "{:,} statements"),
    "ontology": Words("{:,} 個のクラスと関係", "{:,} classes and relations"),
    "consistency": Words("{:,} 個の文", "{:,} statements"),
}
SAID: Mapping[str, Words] = {
    "fine": Words("問題なし", "nothing wrong"),
    "wrong": Words("問題 {:,} 件", "{:,} wrong"),
    "sound": Words("健全です。", "It is sound."),
    "unsound": Words("問題が {:,} 件あります。", "There is something wrong: {:,} in all."),
    "fact": Words("事実", "fact"),
    "axiom": Words("公理", "axiom"),
    "also": Words("同じ矛盾がほかに {:,} 件あります", "the same clash elsewhere: {:,}"),
}
SHOWN = 3  # places of the same clash; JSON has them all
STYLE = """:root{color-scheme:light dark;--paper:#FBFAF7;--ink:#1C2430;--soft:#545D6A;--line:#E3DFD6;--wrong:#B3261E;
--right:#0B6E6E}@media(prefers-color-scheme:dark){:root{--paper:#14181D;--ink:#ECE8DF;--soft:#A9B0BA;--line:#343A42;
--wrong:#FF8A80;--right:#5CC4BF}}body{font:16px/1.55 "Hiragino Sans","Yu Gothic UI","Noto Sans JP","Noto Sans CJK JP",
system-ui,sans-serif;background:var(--paper);color:var(--ink);max-width:60rem;margin:2rem auto;padding:0 1rem;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}:lang(ja){line-height:1.75;line-break:strict;
word-break:auto-phrase}h1{font-size:1.5rem;line-height:1.3}h2{font-size:1.1rem;margin:2rem 0 .5rem;
border-bottom:1px solid var(--line)}h2:before{content:"✓ ";color:var(--right)}h2.bad:before{content:"✗ ";
color:var(--wrong)}ul{padding-left:1.2rem}.wrong{border-left:3px solid var(--wrong);padding-left:.8rem;list-style:none}
.wrong>strong{font-weight:600}li{margin:.4rem 0}code{font-size:.9em;color:var(--soft)}"""


class Reason(NamedTuple):
    """A fact or an axiom.

    Attributes
    ----------
    place : str
        The file and line in which it stands; nothing if that is not known.
    words : Words
        What it says.
    """

    place: str
    words: Words


@dataclass(frozen=True)
class Finding:
    """A problem, and why it is one.

    Attributes
    ----------
    problem : Problem
        What is wrong, and where.
    facts, axioms : tuple of Reason
        For a contradiction, the facts that clash, and the axioms that they clash with.
    also : tuple of str
        The other places (file and line) that clash in the same way.
    """

    problem: Problem
    facts: tuple[Reason, ...] = ()
    axioms: tuple[Reason, ...] = ()
    also: tuple[str, ...] = ()

    def reasons(self, lang: str) -> list[tuple[str, str]]:
        """List what clashes, each with its place, and how often the same clashes elsewhere."""
        said = [
            (f"{SAID[sort].of(lang)}: {reason.words.of(lang)}", reason.place)
            for sort, reasons in (("fact", self.facts), ("axiom", self.axioms))
            for reason in reasons
        ]
        if self.also:
            first = ", ".join(self.also[:SHOWN]) + (" …" if len(self.also) > SHOWN else "")
            said.append((SAID["also"].of(lang).format(len(self.also)), first))
        return said


@dataclass(frozen=True)
class Section:
    """One kind of check.

    Attributes
    ----------
    name : str
        A key of :data:`TITLES`.
    size : int
        How much was checked.
    findings : sequence of Finding
        What is wrong.
    """

    name: str
    size: int
    findings: Sequence[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class Report:
    """The outcome of a check.

    Attributes
    ----------
    datasets : sequence of str
        What was checked.
    sections : sequence of Section
        The kinds of checks, in order.
    """

    datasets: Sequence[str]
    sections: Sequence[Section]

    @property
    def problems(self) -> int:
        """How many things are wrong."""
        return sum(len(section.findings) for section in self.sections)

    @property
    def exit_code(self) -> int:
        """0 if nothing is wrong, else 1."""
        return 1 if self.problems else 0

    def to_text(self, lang: str = "ja") -> str:
        """Write the report for a terminal."""
        return "\n".join(self._lines(lang))

    def to_json(self) -> str:
        """Write the report as data, in both languages where it has words."""
        content: dict[str, Any] = {
            "datasets": list(self.datasets),
            "sound": not self.problems,
            "sections": [
                {
                    "name": section.name,
                    "title": TITLES[section.name]._asdict(),
                    "checked": section.size,
                    "problems": [_plain(finding) for finding in section.findings],
                }
                for section in self.sections
            ],
        }
        return json.dumps(content, ensure_ascii=False, indent=1)

    def to_html(self, lang: str = "ja") -> str:
        """Write the report as a page that needs nothing from outside."""
        parts = [
            f'<!doctype html>\n<html lang="{escape(lang)}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{escape(', '.join(self.datasets))} · plangraph check</title><style>{STYLE}</style></head><body>",
            f"<h1>{escape(', '.join(self.datasets))}</h1><p>{escape(self._verdict(lang))}</p>",
        ]
        for section in self.sections:
            bad = ' class="bad"' if section.findings else ""
            title, state = escape(TITLES[section.name].of(lang)), escape(_state(section, lang))
            parts.append(f"<h2{bad}>{title}</h2><p>{state}</p>")
            if section.findings:
                parts.append("<ul>" + "".join(_item(finding, lang) for finding in section.findings) + "</ul>")
        return "\n".join([*parts, "</body></html>"])

    def _verdict(self, lang: str) -> str:
        return SAID["unsound"].of(lang).format(self.problems) if self.problems else SAID["sound"].of(lang)

    def _lines(self, lang: str) -> Iterator[str]:
        for section in self.sections:
            yield f"{'✗' if section.findings else '✓'} {TITLES[section.name].of(lang)}: {_state(section, lang)}"
            for finding in section.findings:
                yield f"    {finding.problem.text(lang)}"
                for words, place in finding.reasons(lang):
                    yield f"      {words}" + (f"  ({place})" if place else "")
        yield self._verdict(lang)


def _state(section: Section, lang: str) -> str:
    counted = COUNTED[section.name].of(lang).format(section.size)
    found = len(section.findings)
    return f"{counted}, {SAID['wrong'].of(lang).format(found) if found else SAID['fine'].of(lang)}"


def _item(finding: Finding, lang: str) -> str:
    problem = finding.problem
    column = f" <code>{escape(problem.column)}</code>" if problem.column else ""
    why = "".join(f"<li>{escape(words)} <code>{escape(where)}</code></li>" for words, where in finding.reasons(lang))
    inner = f"<ul>{why}</ul>" if why else ""
    message = escape(problem.message.of(lang))
    return f'<li class="wrong"><code>{escape(problem.place)}</code>{column}<br><strong>{message}</strong>{inner}</li>'


def _plain(finding: Finding) -> dict[str, Any]:
    content = asdict(finding.problem) | {"message": finding.problem.message._asdict()}
    if finding.facts or finding.axioms:
        content["facts"], content["axioms"] = (
            [{"place": place, "text": words._asdict()} for place, words in reasons]
            for reasons in (finding.facts, finding.axioms)
        )
        content["also"] = list(finding.also)
    return content
