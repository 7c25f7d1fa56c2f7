"""What a check found, as text, JSON and HTML."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from plangraph.errors import by_cause, told
from plangraph.pages import render
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
        sections = [
            {
                "title": TITLES[section.name].of(lang),
                "state": _state(section, lang),
                "findings": [
                    {
                        "problem": finding.problem,
                        "message": finding.problem.message.of(lang),
                        "reasons": finding.reasons(lang),
                    }
                    for finding in section.findings
                ],
            }
            for section in self.sections
        ]
        title = ", ".join(self.datasets)
        return render("reasoning/findings.html", lang=lang, title=title, verdict=self._verdict(lang), sections=sections)

    def _verdict(self, lang: str) -> str:
        return SAID["unsound"].of(lang).format(self.problems) if self.problems else SAID["sound"].of(lang)

    def _lines(self, lang: str) -> Iterator[str]:
        for section in self.sections:
            yield f"{'✗' if section.findings else '✓'} {TITLES[section.name].of(lang)}: {_state(section, lang)}"
            for cause in by_cause(sorted(f.problem for f in section.findings if not f.reasons(lang))):
                yield from (f"    {line}" for line in told(cause, lang))
            for finding in section.findings:
                reasons = finding.reasons(lang)
                if reasons:
                    yield f"    {finding.problem.text(lang)}"
                yield from (f"      {words}" + (f"  ({place})" if place else "") for words, place in reasons)
        yield self._verdict(lang)


def _state(section: Section, lang: str) -> str:
    counted = COUNTED[section.name].of(lang).format(section.size)
    found = len(section.findings)
    said = SAID["wrong"].of(lang).format(found) if found else SAID["fine"].of(lang)
    return Words("、", ", ").of(lang).join((counted, said))


def _plain(finding: Finding) -> dict[str, Any]:
    content = asdict(finding.problem) | {"message": finding.problem.message._asdict()}
    if finding.facts or finding.axioms:
        content["facts"], content["axioms"] = (
            [{"place": place, "text": words._asdict()} for place, words in reasons]
            for reasons in (finding.facts, finding.axioms)
        )
        content["also"] = list(finding.also)
    return content
