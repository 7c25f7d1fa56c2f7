"""The questions as resources."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from tests.queries.conftest import LIBRARY

from plangraph import queries
from plangraph.server.addresses import ADDRESSES
from plangraph.server.settings import Settings
from plangraph.server.workers import jobs
from plangraph.server.workers.served_graph import ServedGraph
from plangraph.store.formats import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    import plangraph

ABOUT = ("summary", "summary_ja", "description", "description_ja")


def test_every_question_is_listed_with_what_it_takes(client: httpx.Client) -> None:
    listed = client.get("/api/queries").json()
    assert [entry["name"] for entry in listed] == [question.name for question in LIBRARY.listed()]
    entry = next(entry for entry in listed if entry["name"] == "standing-counts")
    assert set(entry) == {
        "name", "topic", "topic_label", "topic_needs", "form", "summary", "description", "parameters", "columns",
        "sparql",
    }  # fmt: skip
    assert (entry["topic_label"], entry["topic_needs"]) == ({"ja": "評価", "en": "Evaluation"}, "grades")
    projects = {"name": "projects", "label": {"ja": "事務事業の数", "en": "Projects"}, "holds": "count", "values": {}}
    assert projects in entry["columns"]
    holes = next(entry for entry in listed if entry["name"] == "coverage-holes")["columns"]
    (status,) = (column["values"] for column in holes if column["name"] == "status")
    assert status["justified"] == {"ja": "理由のある空白", "en": "justified hole"}
    assert set(entry["summary"]) == set(entry["description"]) == {"ja", "en"}
    parameters = {parameter["name"]: parameter for parameter in entry["parameters"]}
    assert parameters["lang"]["choices"] == ["ja", "en"]
    assert parameters["year"] == {
        "name": "year", "label": {"ja": "年度", "en": "Fiscal year"}, "type": "integer", "default": None,
        "choices": [], "choice_labels": {}, "derived": True, "required": False,
    }  # fmt: skip
    assert parameters["lang"]["choice_labels"]["ja"] == {"ja": "日本語", "en": "Japanese"}


def test_an_internal_question_answers_and_describes_itself_but_is_not_listed(client: httpx.Client) -> None:
    listed = {entry["name"] for entry in client.get("/api/queries").json()}
    described = client.get("/api/queries/plan-outline", params={"format": "description"}).json()

    assert "plan-outline" not in listed
    assert "/api/queries/plan-outline" not in client.get("/api/openapi.json").json()["paths"]
    assert client.get("/api/queries/plan-outline").json()["results"]["bindings"]
    assert (described["name"], described["topic"]) == ("plan-outline", "explore")
    assert [column["name"] for column in described["columns"]][:2] == ["element", "class"]


def test_an_answer_is_that_of_python(client: httpx.Client, kawasaki: plangraph.Graph) -> None:
    answer = client.get("/api/queries/standing-counts", params={"lang": "en", "year": 2024})
    expected = kawasaki.query("standing-counts", lang="en", year=2024)
    assert answer.text == expected.to_json()
    exact = client.get("/api/queries/standing-counts", params={"lang": "en", "format": "csv-w3c"})
    assert exact.text == expected.serialize("csv")


def test_an_answer_is_a_file_as_on_the_command_line(client: httpx.Client, kawasaki: plangraph.Graph) -> None:
    given = {"lang": "en", "year": "2024"}
    reading = kawasaki.reading(kawasaki.query("standing-counts", **given), "standing-counts", given, lang="en")
    for name, form in TABLES.items():
        answer = client.get("/api/queries/standing-counts", params={**given, "format": name})
        assert answer.headers["content-type"] == form.content_type
        named = answer.headers.get("content-disposition", "")
        assert named == ("" if name == "html" else f'attachment; filename="standing-counts{form.suffix}"')
        if name not in {"xlsx", "parquet"}:  # which hold the time at which they were written
            assert answer.content == form.write(reading)
    sheet = load_workbook(io.BytesIO(client.get("/api/queries/standing-counts?format=xlsx").content)).worksheets[0]
    assert sheet["A1"].value == "コード"


def test_a_browser_is_given_a_page_and_a_spreadsheet_its_own_csv(client: httpx.Client) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    page = client.get("/api/queries/standing-counts", headers=browser)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "<th" in page.text
    table = client.get("/api/queries/standing-counts", headers={"Accept": "text/csv"})
    assert table.content.startswith("\ufeffコード,".encode())
    plain = client.get("/api/queries/standing-counts", headers={"Accept": "application/json"})
    assert plain.headers["content-type"] == "application/sparql-results+json"


def test_the_query_that_it_stands_for_gives_the_same(client: httpx.Client) -> None:
    text = client.get("/api/queries/children", params={"element": "1-1", "format": "sparql"})
    assert text.headers["content-type"] == "application/sparql-query"
    direct = client.post("/sparql", data={"query": text.text}, headers={"Accept": "text/csv"}).text
    asked = client.get("/api/queries/children", params={"element": "1-1", "format": "csv-w3c"}).text
    children = [sorted({row["child"] for row in csv.DictReader(io.StringIO(text))}) for text in (direct, asked)]
    assert children[0] == children[1] != []


def test_values_may_be_codes(client: httpx.Client) -> None:
    by_code = client.get("/api/queries/children", params={"element": "1-1"})
    iri = client.get("/api/resolve", params={"name": "1-1"}).json()["iri"]
    assert by_code.json() == client.get("/api/queries/children", params={"element": iri}).json()


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/api/queries/policies-by-grad", 404, "/api/queries"),
        ("/api/queries/budget-total", 404, "did you mean 'budget-totals'"),
        ("/api/queries/standing-counts?year=soon", 400, "fiscal year"),
        ("/api/queries/standing-counts?lang=fr", 400, "ja (Japanese), en (English)"),
        ("/api/queries/standing-counts?yaer=2024", 400, "year"),
        ("/api/queries/standing-counts?year=2024&year=2023", 400, "once"),
        ("/api/queries/standing-counts?format=turtle", 406, "json"),
        ("/api/queries/search?text=", 400, "text is empty"),
        ("/api/queries/search?text=%E3%80%80", 400, "text is empty"),
        ("/api/queries/children?element=no+such+thing", 404, "no such thing"),
        ("/api/resolve", 400, "name"),
        ("/api/trace?from=1-1", 400, "to"),
        ("/api/trace?from=1-1&to=1-2&max_length=99", 400, "max_length"),
        ("/api/explain?subject=1-1&predicate=within", 400, "object"),
        ("/api/network.html?depth=99", 400, "depth"),
    ],
)
def test_what_is_wrong_is_said(client: httpx.Client, address: str, status: int, said: str) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert said in response.json()["detail"]
    assert re.search("[ぁ-ん]", response.json()["detail_ja"])


def test_values_stay_values(client: httpx.Client) -> None:
    attack = '1-1"@ja } UNION { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } #'
    assert client.get("/api/queries/children", params={"element": attack}).status_code == 404


def test_a_spreadsheet_runs_nothing_and_programs_get_the_exact_values(
    client: httpx.Client, kawasaki_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'SELECT ("=1+1" AS ?計算) {}'
    assert client.get("/sparql", params={"query": text, "format": "csv"}).content == "計算\r\n=1+1\r\n".encode()
    sheet = client.get("/sparql", params={"query": text, "format": "xlsx"}).content
    (cell,) = load_workbook(io.BytesIO(sheet)).worksheets[0][2]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    served = ServedGraph.open(Settings(str(kawasaki_folder)))
    asked = queries.Question("sum", "explore", text, dict.fromkeys(ABOUT, "a sum"))
    monkeypatch.setattr(queries.Library, "find", lambda _library, _name: asked)
    served.__dict__["questions"] = {"sum": asked}
    assert jobs.question(served, "sum", {}, "csv").body.decode("utf-8") == "\ufeff計算\r\n'=1+1\r\n"


def test_answers_are_kept_by_the_client_until_the_build_changes(client: httpx.Client) -> None:
    for address in (
        "/api/queries",
        "/api/queries/standing-counts",
        "/api/info",
        "/api/openapi.json",
        "/id/kawasaki/3",
    ):
        first = client.get(address)
        assert first.headers["cache-control"] == "public, max-age=0, must-revalidate"
        again = client.get(address, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
        assert (again.status_code, again.content) == (304, b""), address
        assert again.headers["etag"] == first.headers["etag"]


def test_formats_have_different_tags(client: httpx.Client) -> None:
    tags = {
        client.get(f"/api/queries/children?element=1-1&format={form}").headers["etag"]
        for form in ("json", "csv", "sparql")
    }
    assert len(tags) == 3


def test_info_tells_what_the_build_holds(client: httpx.Client, kawasaki: plangraph.Graph) -> None:
    info = client.get("/api/info").json()
    assert info["identity"] == kawasaki.manifest.identity
    assert info["graphs"] == kawasaki.manifest.graphs
    assert {"version", "plan", "datasets", "counts"} <= set(info)


def test_traces_and_explanations_are_those_of_python(client: httpx.Client, kawasaki: plangraph.Graph) -> None:
    trace = client.get("/api/trace", params={"from": "1-1-1", "to": "sdg:11", "max_length": 3})
    assert trace.json() == kawasaki.trace("1-1-1", "sdg:11", max_length=3).to_dict()
    names = ("1-1", "pg:coversGoal", "sdg:11")
    explained = client.get("/api/explain", params=dict(zip(("subject", "predicate", "object"), names, strict=True)))
    assert explained.json() == kawasaki.explain(*names)


def test_what_is_near_in_meaning_is_told_as_suggested(client: httpx.Client) -> None:
    told = client.get("/api/near", params={"text": "洪水", "plan": "kawasaki/3", "lang": "en"}).json()
    assert told["basis"] == "Suggested"
    assert "Inundation control" in {each["label"] for each in told["near"]}
    assert all(0 < each["score"] <= 1 and each["words"] for each in told["near"])
    assert client.get("/api/near", params={"text": "zzz"}).json()["near"] == []


def test_a_network_is_handed_out_as_a_file_in_a_sandbox(client: httpx.Client) -> None:
    response = client.get("/api/network.html", params={"around": "1-1", "lang": "en"})
    assert response.headers["content-disposition"].startswith("attachment")
    assert "sandbox allow-scripts" in response.headers["content-security-policy"]
    assert response.text.startswith("<!doctype html>")


def test_openapi_describes_every_address_but_the_explorers_own(client: httpx.Client) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    for address in ADDRESSES:
        path = address.path.replace("{path:path}", "{path}")
        assert (path in paths) is address.is_of_the_api
        if address.is_of_the_api:
            told = [each["name"] for each in paths[path]["get"]["parameters"] if each["in"] == "query"]
            assert told == [parameter.name for parameter in address.parameters]
    assert set(paths["/sparql"]["post"]["requestBody"]["content"]) == {
        "application/x-www-form-urlencoded",
        "application/sparql-query",
    }


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/api/trace?from=1-1&to=sdg:11&size=3", "there is no parameter 'size' here; there is: from, to, plan"),
        ("/api/trace?from=1-1", "to: where it ends"),
        ("/api/resolve?name=", "at most 500 characters"),
        ("/api/resolve?name=1-1&name=1-2", "each parameter once"),
        ("/api/network.html?depth=9", "0 to 4"),
        ("/api/network.html?inferred=maybe", "true or false"),
        ("/sparql?query=ASK%7B%7D&format=pdf", "no format 'pdf' here"),
    ],
)
def test_what_an_address_does_not_take_is_refused_in_words(client: httpx.Client, address: str, said: str) -> None:
    response = client.get(address)
    assert response.status_code in {400, 406}
    assert said in response.json()["detail"]
    assert response.json()["detail_ja"]


def test_a_format_goes_by_its_name_or_its_media_type(client: httpx.Client) -> None:
    for form in ("tsv", "text/tab-separated-values"):
        response = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 1", "format": form})
        assert response.headers["content-type"].startswith("text/tab-separated-values")
    quads = client.get("/id/kawasaki/3", params={"format": "application/n-quads"})
    assert quads.headers["content-type"] == "application/n-quads"


def test_openapi_names_parameters_choices_and_examples(client: httpx.Client) -> None:
    document = client.get("/api/openapi.json").json()
    operation = document["paths"]["/api/queries/standing-counts"]["get"]
    parameters = {parameter["name"]: parameter for parameter in operation["parameters"]}
    assert parameters["lang"]["schema"]["enum"] == ["ja", "en"]
    assert parameters["plan"]["example"] == "https://w3id.org/plangraph/id/kawasaki/3"
    assert not parameters["year"]["required"]
    assert {f"/api/queries/{question.name}" for question in LIBRARY.listed()} <= set(document["paths"])
