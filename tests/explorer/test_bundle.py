"""The explorer's bundle is never made from anything but what stands in the tree."""

from __future__ import annotations

import importlib.util
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.node import EXPLORER

from plangraph.namespaces import ABSOLUTE, PREFIXES, THINGS
from plangraph.store.folding import folded
from plangraph.store.formats import RDF, RESULTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IMPORTED = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""")


@pytest.fixture
def bundle() -> Any:
    spec = importlib.util.spec_from_file_location("bundle", EXPLORER / "bundle.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copy(bundle: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A house with nothing in it but one small file for each input, and the bundle that was made from them."""
    for path in bundle.inputs():
        there = tmp_path / path.relative_to(bundle.ROOT)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_text(path.name, "utf-8")
    monkeypatch.setattr(bundle, "HERE", tmp_path / bundle.HERE.relative_to(bundle.ROOT))
    monkeypatch.setattr(bundle, "ROOT", tmp_path)
    monkeypatch.setattr(bundle, "STATIC", tmp_path / "static")
    bundle.STATIC.mkdir()
    (bundle.STATIC / bundle.DIGEST).write_text(bundle.digest(), "ascii")
    return bundle


def test_a_bundle_is_stale_without_its_digest(copy: Any) -> None:
    assert not copy.is_stale()
    (copy.STATIC / copy.DIGEST).unlink()
    assert copy.is_stale()


def test_every_input_that_changes_makes_the_bundle_stale(copy: Any) -> None:
    own = (
        "svelte.config.js",
        "tsconfig.json",
        ".npmrc",
        "vite.config.ts",
        "index.html",
        "public/theme.js",
        "src/main.ts",
    )
    for path in [*(copy.HERE / name for name in own), *(copy.ROOT / name for name in copy.SHARED)]:
        kept = path.read_text("utf-8")
        path.write_text(kept + " ", "utf-8")
        assert copy.is_stale(), path
        path.write_text(kept, "utf-8")
        assert not copy.is_stale(), path


def test_an_input_that_comes_or_goes_makes_the_bundle_stale(copy: Any) -> None:
    new = copy.HERE / "src" / "new.ts"
    new.write_text("", "utf-8")
    assert copy.is_stale()
    new.unlink()
    assert not copy.is_stale()
    (copy.HERE / "src" / "main.ts").unlink()
    assert copy.is_stale()


def test_what_is_not_bundled_does_not_make_the_bundle_stale(copy: Any) -> None:
    kept = ("node_modules/a/index.js", ".svelte-check/manifest.json", "src/generated/goals.json")
    for name in ("tests/new.test.ts", *kept):
        (copy.HERE / name).parent.mkdir(parents=True, exist_ok=True)
        (copy.HERE / name).write_text("new", "utf-8")
    assert not copy.is_stale()


def outside() -> Iterator[Path]:
    """Every file outside the explorer's folder that one of its modules imports."""
    for path in EXPLORER.joinpath("src").rglob("*"):
        if path.suffix not in {".ts", ".svelte", ".css"}:
            continue
        for name in IMPORTED.findall(path.read_text("utf-8")):
            there = (path.parent / name.split("?")[0]).resolve()
            if EXPLORER not in there.parents:
                yield there


def test_what_is_imported_from_elsewhere_is_an_input(bundle: Any) -> None:
    assert set(outside()) <= set(bundle.inputs())


def test_python_and_typescript_know_the_same_prefixes_goals_and_letters(bundle: Any) -> None:
    bundle.generate()
    read = {path.stem: json.loads(path.read_text("utf-8")) for path in EXPLORER.joinpath("src/generated").iterdir()}
    assert read["namespaces"] == {"things": THINGS, "prefixes": PREFIXES, "absolute": ABSOLUTE.pattern}
    assert [goal["code"] for goal in read["goals"]] == [str(number) for number in range(1, 18)]
    assert len(read["targets"]) == 169
    media_types = EXPLORER.joinpath("src/lib/media_types.ts").read_text("utf-8")
    known = {each.media_type for forms in (RDF, RESULTS) for each in forms.values()}
    assert set(re.findall('"(.+)"', media_types)) <= {*known, "application/sparql-query"}
    large = read["folding"]["large"]
    for letter, other in read["folding"]["letters"].items():
        assert folded(letter) == large.get(other, other), letter
