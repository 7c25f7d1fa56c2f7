"""A check says in one report whether a dataset is sound, and explains what clashes."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from tests.small_city import write_city

from plangraph import resources
from plangraph.cli import main
from plangraph.errors import MissingExtra
from plangraph.namespaces import PG, PREFIXES, RDF
from plangraph.ontology import load
from plangraph.reasoning import check, hermit, to_owlready
from plangraph.reasoning.clashes import disjoint_pairs, smallest_conflict
from plangraph.store.terms import NamedNode, Triple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import plangraph


def triple(subject: str, predicate: str, target: str) -> Triple:
    return Triple(NamedNode(subject), NamedNode(predicate), NamedNode(target))


@pytest.fixture
def clashing(tmp_path: Path) -> Path:
    """Kawasaki with one link more, which makes a measure a challenge."""
    folder = tmp_path / "clashing"
    shutil.copytree(resources.DATA / "kawasaki", folder)
    with (folder / "links" / "strategies.csv").open("a", encoding="utf-8") as table:
        table.write("3,1-1-1,addresses,1-1-2,Assumed,<b>試み</b>,<b>a try</b>,,,\n")
    return folder


def test_kawasaki_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--lang", "en", "--format", "json"])
    out, err = capsys.readouterr()
    assert err == ""
    report = json.loads(out)
    assert report["sound"] is True
    assert [section["name"] for section in report["sections"]] == ["tables", "shapes", "ontology"]
    assert all(section["checked"] for section in report["sections"])


def test_problems_name_file_row_and_column(tmp_path: Path) -> None:
    write_city(tmp_path)
    table = tmp_path / "places.csv"
    table.write_text(table.read_text("utf-8") + "nowhere,Ward,どこか,Nowhere,elsewhere,,\n", "utf-8")
    report = check([tmp_path])
    assert report.exit_code == 1
    row = len(table.read_text("utf-8").splitlines())
    assert any((p.problem.file, p.problem.row, p.problem.column) == ("places.csv", row, "within")
               for section in report.sections for p in section.findings)  # fmt: skip
    assert f"places.csv:{row}" in report.to_text("ja")


def test_an_unsound_dataset_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_city(tmp_path)
    (tmp_path / "places.csv").write_text("key,kind\nnowhere,Nonsense\n", "utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["check", str(tmp_path), "--lang", "en"])
    assert stop.value.code == 1
    assert "There is something wrong" in capsys.readouterr().out


def test_a_clash_is_explained_by_its_facts_and_axioms(clashing: Path) -> None:
    report = check([clashing], owl=True)
    (finding,) = report.sections[-1].findings
    rows = len((clashing / "links" / "strategies.csv").read_text("utf-8").splitlines())
    places = [place for place, _ in finding.facts]
    assert places[0] == f"links/strategies.csv:{rows}"
    assert places[1].startswith("elements/measures.csv:")
    assert [axiom["en"] for axiom in finding.axioms] == [
        "what the relation 'addresses' leads to is a 'Challenge'",
        "nothing is both a 'Challenge' and a 'Measure'",
    ]
    assert report.exit_code == 1
    assert "<b>" not in report.to_html("ja")


def test_the_explained_facts_clash_and_would_not_if_one_were_left_out() -> None:
    ontology = list(load().triples)
    one, other = "https://w3id.org/plangraph/id/x/1", "https://w3id.org/plangraph/id/x/2"
    facts = [triple(one, PREFIXES["pg"] + "addresses", other), triple(other, RDF.type, PREFIXES["pg"] + "Measure")]
    assert not hermit.is_consistent([*ontology, *facts])
    assert all(hermit.is_consistent([*ontology, fact]) for fact in facts)


def test_the_smallest_conflict_is_found_among_many() -> None:
    facts = [triple(f"http://x/{number}", RDF.type, PG.Link) for number in range(40)]
    guilty = {facts[3], facts[17], facts[38]}

    def consistent(some: Sequence[Triple]) -> bool:
        return not guilty.issubset(some)

    assert set(smallest_conflict(facts, [], consistent)) == guilty


def test_disjoint_pairs_are_read_from_both_kinds_of_axioms() -> None:
    pairs = disjoint_pairs(load().triples)
    pg = PREFIXES["pg"]
    assert (pg + "City", pg + "Ward") in pairs
    assert (pg + "Challenge", pg + "Measure") in pairs


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "owlready2", None)
    with pytest.raises(MissingExtra, match=r"plangraph\[owl\]"):
        check([tmp_path], owl=True)


def test_owlready_has_the_plan_as_objects(kawasaki: plangraph.Graph) -> None:
    world = kawasaki.to_owlready()
    measure = world["https://w3id.org/plangraph/id/kawasaki/3/measure/1-1-1"]
    assert measure.partOf[0].iri.endswith("/kawasaki/basic/policy/1-1")


def test_owlready_is_handed_everything() -> None:
    triples = list(load().triples)
    assert len(to_owlready(triples).graph) >= len(set(triples)) - len({t for t in triples if "imports" in str(t)})


def test_a_page_marks_what_is_wrong_and_fits_a_small_screen(clashing: Path) -> None:
    page = check([clashing]).to_html("ja")
    assert '<meta name="viewport" content="width=device-width">' in page
    assert '<h2 class="bad">事実の規則（SHACL）</h2>' in page
    assert "<h2>オントロジーの規則</h2>" in page
    assert "default-src 'none'" in page
    assert "<ul></ul>" not in page
