"""A build that was made with another ontology, or by another version, is refused: it would answer wrongly."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from tests.small_city import write_city
from tests.store.endpoints import StoreEndpoint, serving

import plangraph
from plangraph import resources
from plangraph.build import layout
from plangraph.build.pipeline import build
from plangraph.build.publishing import publish
from plangraph.errors import StoreError
from plangraph.server.settings import Settings
from plangraph.server.workers.served_graph import ServedGraph
from plangraph.store.remote import Remote

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OPENED: list[Callable[[Path], object]] = [
    plangraph.open,
    lambda out: ServedGraph.open(Settings(str(out), data_in_memory=0)),
    lambda out: publish(layout.current(out), Remote("http://127.0.0.1:9")),
]


@pytest.mark.parametrize("opened", OPENED, ids=["open", "serve", "push"])
@pytest.mark.parametrize(
    ("part", "said"), [("meanings", "with another ontology"), ("program", "by another version (0.0.9)")]
)
def test_a_build_of_another_ontology_or_version_is_refused_wherever_it_is_opened(
    tmp_path: Path, part: str, said: str, opened: Callable[[Path], object]
) -> None:
    build([write_city(tmp_path / "city")], tmp_path / "out")
    manifest = layout.current(tmp_path / "out") / layout.MANIFEST
    manifest.write_text(json.dumps({**json.loads(manifest.read_text("utf-8")), part: "0.0.9"}), "utf-8")
    with pytest.raises(StoreError, match=re.escape(f"was built {said}")) as caught:
        opened(tmp_path / "out")
    assert "run 'plangraph build' again" in str(caught.value)
    assert "もう一度 'plangraph build' を実行してください" in caught.value.words.ja


def test_a_build_is_of_another_ontology_as_soon_as_the_ontology_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([write_city(tmp_path / "city")], tmp_path / "out")
    shutil.copytree(resources.ONTOLOGY, tmp_path / "ontology")
    monkeypatch.setattr(resources, "ONTOLOGY", tmp_path / "ontology")
    with serving(StoreEndpoint()) as url:
        publish(layout.current(tmp_path / "out"), Remote(url))
        for store in (tmp_path / "out", url):
            plangraph.open(store)
        with next((tmp_path / "ontology" / "modules").glob("*.ttl")).open("a", encoding="utf-8") as module:
            module.write("# more\n")
        for store, remedy in ((tmp_path / "out", "plangraph build"), (url, f"plangraph build && plangraph push {url}")):
            with pytest.raises(
                StoreError,
                match=re.escape(f"with another ontology, and would answer questions wrongly: run '{remedy}'"),
            ):
                plangraph.open(store)
