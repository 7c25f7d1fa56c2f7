"""Pictures and files of networks: at rest, self-contained, safe, and readable by other programs."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from plangraph.errors import ParameterError
from plangraph.network import FORMATS, Network, draw, network_html, save
from plangraph.network.drawing import force, layered, raster
from plangraph.network.drawing.style import key_column, legend
from plangraph.network.notation import notation
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    import plangraph

SVG = "{http://www.w3.org/2000/svg}"
NASTY = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \"'&"


@pytest.fixture
def nasty(small: Network) -> Network:
    for node in small:
        small.nodes[node].update(label_ja=NASTY, label_en=NASTY, kind_ja=NASTY, kind_en=NASTY)
    return small


def test_the_page_fetches_nothing(small: Network) -> None:
    page = draw(small, "html").decode()
    assert not re.search(r"<(?:link|script|img|iframe)[^>]+(?:src|href)\s*=", page)
    assert "cdn.jsdelivr.net" not in page
    assert "cdnjs" not in page
    assert "default-src 'none'" in page


def test_a_network_says_how_large_it_is(small: Network) -> None:
    assert repr(small) == f"<Network of {len(small)} things and {small.number_of_edges()} ties>"


def test_markup_in_labels_stays_text(nasty: Network) -> None:
    page = draw(nasty, "html", title=Words(NASTY, NASTY)).decode()
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    picture = draw(nasty, "svg", title=Words(NASTY, NASTY))
    texts = [element.text for element in ET.fromstring(picture).iter() if element.tag.endswith("title")]  # noqa: S314
    assert any(NASTY in (text or "") for text in texts)


def test_the_page_opens_at_rest_with_positions(small: Network) -> None:
    page = draw(small, "html").decode()
    assert json.loads(re.search(r"^const options = (.*);$", page, re.M)[1])["physics"] == {"enabled": False}  # type: ignore[index]
    nodes = json.loads(re.search(r"^const nodes = new vis\.DataSet\((.*)\);$", page, re.M)[1])  # type: ignore[index]
    assert all({"x", "y"} <= set(node) for node in nodes)
    assert len({(node["x"], node["y"]) for node in nodes}) == len(small)


@pytest.mark.parametrize(("code", "words"), [("JPY", {"ja": "円", "en": "yen"}), ("USD", {"ja": "USD", "en": "USD"})])
def test_the_page_names_the_currency_of_its_city(small: Network, code: str, words: dict[str, str]) -> None:
    small.graph["currency"] = code
    page = draw(small, "html").decode()
    assert json.loads(re.search(r"^const plan = (.*);$", page, re.M)[1])["currency"] == words  # type: ignore[index]


def test_the_page_has_both_languages_and_a_legend(small: Network) -> None:
    page = draw(small, "html", lang="en", title=Words("題", "Title")).decode()
    assert '<html lang="en">' in page
    assert '<span lang="ja">題</span><span lang="en">Title</span>' in page
    assert 'data-family="Measure"' in page
    assert "assumed (set by a person, with a reason)" in page


def test_the_whole_plan_becomes_one_page(kawasaki: plangraph.Graph) -> None:
    page = network_html(kawasaki)
    assert len(page) < 4_000_000
    assert "川崎市総合計画 第3期実施計画" in page


def test_the_same_network_is_drawn_the_same_by_every_process(
    kawasaki: plangraph.Graph, kawasaki_folder: Path, whole: Network
) -> None:
    code = (
        "import hashlib, plangraph; from plangraph.network import draw;"
        f"graph = plangraph.open({str(kawasaki_folder)!r});"
        "found = graph.network(), graph.network(around='1-1-1', depth=2);"
        "print([hashlib.sha256(draw(network, 'json')).hexdigest() for network in found])"
    )
    there = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": "1"},  # this process has another, of its own
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    here = [
        hashlib.sha256(draw(network, "json")).hexdigest()
        for network in (whole, kawasaki.network(around="1-1-1", depth=2))
    ]
    assert there == f"{here}\n"


def test_no_two_nodes_stand_on_the_same_spot(whole: Network) -> None:
    spots = layered(whole)
    assert set(spots) == set(whole)
    assert len(set(spots.values())) == len(whole)


def test_the_columns_of_tiers_stand_in_the_order_of_the_city(small: Network) -> None:
    tiers = {"Measure": 1, "BasicPolicy": 2, "Policy": 3, "Project": 4}  # in the notation, measures stand further right
    for data in small.nodes.values():
        if data["kind"] in tiers:
            data["tier"] = tiers[data["kind"]]
    small.nodes["J1"]["tier"] = 5  # two tiers of one kind
    spots = layered(small)
    left_to_right = sorted({(spots[node][0], data["tier"]) for node, data in small.nodes.items() if "tier" in data})
    assert [tier for _, tier in left_to_right] == [1, 2, 3, 4, 5]
    assert len({x for x, _ in left_to_right}) == 5


def test_a_tier_beside_the_policy_system_keeps_the_column_of_its_kind(small: Network) -> None:
    tiers = {"BasicPolicy": 1, "Policy": 2, "Measure": 3, "Challenge": 9}
    small.add_node("C9", **{**small.nodes["P1"], "kind": "Challenge", "code": "C9"})
    for data in small.nodes.values():
        if data["kind"] in tiers:
            data["tier"] = tiers[data["kind"]]
    spots = layered(small)
    assert spots["C9"][0] < min(x for node, (x, _) in spots.items() if small.nodes[node]["kind"] == "BasicPolicy")


def test_force_gives_the_same_picture_for_the_same_seed(small: Network) -> None:
    assert force(small, seed=1) == force(small, seed=1)
    assert force(small, seed=1) != force(small, seed=2)


def test_no_line_goes_through_a_name(small: Network) -> None:
    picture = ET.fromstring(draw(small, "svg"))  # noqa: S314 - our own
    drawn = next(group for group in picture.iter(SVG + "g") if group.find(SVG + "rect") is not None)
    tags = [child.tag.removeprefix(SVG) for child in drawn]
    assert tags == ["path"] * len(small.edges) + ["rect"] * len(small) + ["g"] * len(small)
    for rect, name in zip(drawn.findall(SVG + "rect"), drawn.findall(f"{SVG}g/{SVG}text"), strict=True):
        assert float(rect.attrib["width"]) > 6 * len(name.text or "")


def test_a_network_without_nodes_can_be_drawn(small: Network) -> None:
    small.clear()
    for form in FORMATS:
        assert draw(small, form)


def test_graphml_opens_again_with_labels(small: Network) -> None:
    again = nx.read_graphml(io.BytesIO(draw(small, "graphml", lang="ja")), force_multigraph=True)
    check_labels(again, small)
    assert {data["relation"] for _, _, data in again.edges(data=True)} == {
        "partOf", "contributesToTarget", "broader", "responsible",
    }  # fmt: skip


def test_gexf_opens_again_with_labels(small: Network) -> None:
    again = nx.read_gexf(io.BytesIO(draw(small, "gexf", lang="ja")))
    check_labels(again, small)


def test_cytoscape_opens_again_with_labels(small: Network) -> None:
    content = json.loads(draw(small, "json", lang="ja"))
    check_labels(nx.cytoscape_graph(content), small)
    assert all({"x", "y"} <= set(element["position"]) for element in content["elements"]["nodes"])


def test_the_whole_plan_survives_graphml(whole: Network) -> None:
    again = nx.read_graphml(io.BytesIO(draw(whole, "graphml")), force_multigraph=True)
    assert (again.number_of_nodes(), again.number_of_edges()) == (len(whole), whole.number_of_edges())


def test_graphml_declares_each_key_once(whole: Network) -> None:
    graphml = ET.fromstring(draw(whole, "graphml"))  # noqa: S314
    keys = [element.attrib for element in graphml.iter() if element.tag.endswith("}key")]
    assert len({key["id"] for key in keys}) == len(keys)
    assert len({(key["for"], key["attr.name"]) for key in keys}) == len(keys)
    assert {"label", "budget", "radius"} <= {key["attr.name"] for key in keys}


def test_png_is_a_picture(small: Network) -> None:
    assert draw(small, "png", lang="en").startswith(b"\x89PNG")


def test_a_picture_for_a_report_says_what_its_marks_mean_and_where_it_is_from(small: Network) -> None:
    picture = draw(small, "svg", lang="en").decode()
    assert "Source: Plan" in picture
    assert "assumed (set by a person, with a reason)" in picture


def test_a_png_is_the_svg_twice_as_sharp(small: Network) -> None:
    picture = draw(small, "png")
    width, height = (int.from_bytes(picture[place : place + 4], "big") for place in (16, 20))
    drawn = ET.fromstring(draw(small, "svg"))  # noqa: S314
    assert (width, height) == (2 * int(drawn.attrib["width"]), 2 * int(drawn.attrib["height"]))


def test_a_png_is_no_larger_than_programs_open(small: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    assert raster.LARGEST <= 16_000  # pixels; a picture of that size takes half a minute to draw
    monkeypatch.setattr(raster, "LARGEST", 300)
    picture = draw(small, "png")
    assert max(int.from_bytes(picture[place : place + 4], "big") for place in (16, 20)) == 300


@pytest.mark.parametrize("form", ["html", "svg"])
def test_pictures_draw_the_marks_of_the_notation(small: Network, form: str) -> None:
    assert notation().look("Measure").outline in draw(small, form).decode()


def test_another_pyvis_is_told_in_clear_words(small: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    import pyvis.network

    monkeypatch.setattr(pyvis.network.Network, "generate_html", lambda *_, **__: "<html>something else</html>")
    with pytest.raises(RuntimeError, match="pyvis no longer fills in the template"):
        draw(small, "html")


def test_a_kind_without_a_look_of_its_own_has_that_of_the_nearest_above_it() -> None:
    assert notation().look("WardPlan") == notation().look("Plan")
    assert notation().look("Office").family == "Organization"
    assert notation().look("NoSuchKind") == notation().look("PlanElement")


def test_a_network_of_no_plan_names_no_source(small: Network) -> None:
    small.graph.clear()
    assert "Source" not in draw(small, "svg", lang="en").decode()


def test_an_unknown_format_is_refused(small: Network, tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="html, svg"):
        save(small, tmp_path / "plan.docx")


def test_a_network_shows_itself_in_a_notebook(small: Network) -> None:
    assert "<svg" in small._repr_html_()


def test_commands_that_draw_nothing_do_not_read_the_heavy_libraries() -> None:
    code = "import sys, plangraph.cli.network, plangraph; print({'networkx', 'pyvis', 'resvg_py'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def check_labels(again: nx.Graph[str], small: Network) -> None:
    assert set(again) == set(small)
    assert again.number_of_edges() == small.number_of_edges()
    for node, data in small.nodes(data=True):
        assert again.nodes[node]["label_ja"] == data["label_ja"]
        assert again.nodes[node]["label"] == small.label(node, "ja")
        assert again.nodes[node]["kind"] == data["kind"]


def test_a_legend_has_room_for_its_longest_entry(small: Network) -> None:
    entries, lines = legend(small)
    words = [entry.words.en for entry in entries] + [line.words.en for line in lines]
    longest = max(words, key=len)
    assert key_column([*entries, *lines], "en") > 30 + 6 * len(longest)
