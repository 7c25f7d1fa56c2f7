"""What a build says of each element of a plan: its name, place, offices, areas, money, grades, and its indicators."""

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
    """What is known of an element or indicator.

    Attributes
    ----------
    code, label : str
        Its code, or nothing, and its name.
    facts : dict of str to str
        What is said of it, by field; one of a year has that behind a colon (``budget:2024``).
    """

    code: str
    label: str
    facts: dict[str, str] = field(default_factory=dict)


def known_facts(ask: Ask, lang: str) -> dict[str, Known]:
    """Return what a build says of the elements and indicators of a plan, by their IRIs, from the top down.

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
    return found


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
