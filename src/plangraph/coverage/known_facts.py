"""What a build says of the elements of a plan (name, place, offices, areas, money, grades), indicators and offices."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from plangraph.store.columns import called
from plangraph.store.written_figures import with_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.asking import Ask

OF_MONEY = ("budget", "settlement")
OF_INDICATORS = ("baseline", "target", "actual")


@dataclass
class Known:
    """What is known of an element, an indicator or an office.

    Attributes
    ----------
    code, label : str
        Its code, or nothing, and its name.
    facts : dict of str to str
        What is said of it, by field; one of a year has that behind a colon (``budget:2024``).
    offices : set of str
        The offices (IRIs) in charge of it.
    earlier : set of str
        Of an office, those (IRIs) that it succeeds; None of anything else.
    """

    code: str
    label: str
    facts: dict[str, str] = field(default_factory=dict)
    offices: set[str] = field(default_factory=set)
    earlier: set[str] | None = None


def known_facts(ask: Ask, lang: str) -> dict[str, Known]:
    """Return what a build says of a plan's elements and indicators, from the top down, and of its offices, by IRIs.

    Parameters
    ----------
    ask : callable
        Answers questions about the plan.
    lang : str
        The language of names, ``ja`` or ``en``.
    """
    found: dict[str, Known] = {}
    years = [row["year"] for row in ask("plan-years").to_dicts()] or [None]
    for year in years:
        of_year = {"lang": lang} | ({"year": year} if year else {})
        outline = ask("plan-outline", **of_year)
        currency = called(outline.currency).of(lang)
        rows = {row["element"]: row for row in outline.to_dicts()}
        for iri, row in rows.items():
            known = found.setdefault(iri, Known(row["code"] or "", row["label"], {"name": row["label"]}))
            above = rows.get(row["parent"])
            known.facts["parent"] = _named(above) if above else ""
            row["grade"] = _named({"code": row["grade_code"], "label": row["grade_label"]})
            _say(known, {name: _figure(row[name], currency) for name in OF_MONEY}, OF_MONEY, year)
            _say(known, row, ("grade",), year)
        for row in ask("projects", **of_year).to_dicts():
            if known_project := found.get(row["project"]):
                row["direction"] = _named({"code": row["direction_code"], "label": row["direction_label"]})
                known_project.facts |= {name: row[name] or "" for name in ("offices", "wards")}
                _say(known_project, row, ("direction",), year)
    for row in ask("plan-indicators", lang=lang).to_dicts():
        known = found.setdefault(
            row["indicator"], Known(row["indicator_code"] or "", row["label"], {"name": row["label"]})
        )
        for name in OF_INDICATORS:
            reading = row["target_reading"] if name == "target" else None
            value = _figure(row[name], row["unit"] or "")
            _say(known, {name: " ".join(filter(None, (value, reading)))}, (name,), row[f"{name}_year"])
    return found | _offices(ask, lang, found)


def _offices(ask: Ask, lang: str, found: Mapping[str, Known]) -> dict[str, Known]:
    """Return the offices with those that they succeed, and say who is in charge of each of some elements."""
    offices = {
        row["office"]: Known("", row["label"], {"name": row["label"]}, earlier=set())
        for row in ask("offices", lang=lang).to_dicts()
    }
    for row in ask("offices-in-charge").to_dicts():
        if row["element"] in found:
            found[row["element"]].offices.add(row["office"])
        if row["earlier"] and (later := offices.get(row["office"])):
            later.earlier = {*(later.earlier or ()), row["earlier"]}
    for known in found.values():
        if known.offices:
            names = " / ".join(office.label for iri, office in offices.items() if iri in known.offices)
            known.facts.setdefault("offices", names)
    return offices


def _say(known: Known, row: Mapping[str, Any], names: tuple[str, ...], year: object) -> None:
    for name in names:
        if told := _text(row[name]):
            known.facts[f"{name}:{year}" if year else name] = told


def _named(row: Mapping[str, Any]) -> str:
    return " ".join(filter(None, (row["code"], row["label"])))


def _figure(value: object, unit: str) -> str:
    """Write a figure in full with its unit; nothing where it is not known."""
    try:
        return "" if value is None else with_unit(f"{Decimal(str(value)):,f}", unit)
    except InvalidOperation:  # an indicator may have words for a value
        return str(value)


def _text(value: object) -> str:
    return "" if value is None else str(value)
