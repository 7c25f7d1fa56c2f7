"""The wheel carries everything, and works where nothing else is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plangraph.namespaces import BASE

if TYPE_CHECKING:
    from email.message import Message

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "src" / "plangraph" / "explorer" / "package-lock.json"
RULE = f"\n{'-' * 80}\n"


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert built.is_dir()
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def metadata(unpacked: Path) -> Message:
    (file,) = unpacked.glob("*.dist-info/METADATA")
    return Parser().parsestr(file.read_text("utf-8"))


@pytest.fixture(scope="module")
def notices(unpacked: Path) -> list[str]:
    """What is said of each library in the explorer: name and version, licence, author or page, and its full text."""
    return (unpacked / "plangraph/server/static/third-party-notices.txt").read_text("utf-8").split(RULE)


def test_the_wheel_carries_ontology_questions_data_and_explorer(unpacked: Path) -> None:
    package = unpacked / "plangraph"
    assert (package / "bundled" / "ontology" / "plangraph.ttl").is_file()
    assert (package / "bundled" / "queries" / "evaluation" / "standing-counts.rq").is_file()
    assert (package / "bundled" / "data" / "kawasaki" / "plan.toml").is_file()
    assert (package / "server" / "static" / "index.html").is_file()
    assert (package / "cli/messages/ja/LC_MESSAGES/messages.mo").is_file()
    assert (package / "py.typed").is_file()
    assert not (package / "explorer").exists()


def test_each_licence_file_that_the_metadata_name_is_in_the_wheel(unpacked: Path, metadata: Message) -> None:
    (licences,) = unpacked.glob("*.dist-info/licenses")
    names = metadata.get_all("License-File", [])
    assert {"LICENSE", "LICENSES/CC-BY-4.0.txt", "LICENSES/THIRD-PARTY.md"} == set(names)
    assert all((licences / name).is_file() for name in names)


def test_each_library_in_the_explorer_has_its_notice(notices: list[str]) -> None:
    packages: dict[str, dict[str, str]] = json.loads(LOCK.read_text("utf-8"))["packages"]
    shipped = {place for place, of in packages.items() if place and not {"dev", "optional", "devOptional"} & set(of)}
    named = {notice.strip().partition(" ")[0] for notice in notices}
    assert {place.rpartition("node_modules/")[2] for place in shipped} | {"svelte"} <= named


def test_the_licence_expression_has_the_licence_of_each_library(notices: list[str], metadata: Message) -> None:
    ours = set(metadata["License-Expression"].split(" AND "))
    theirs = {notice.strip().splitlines()[1].strip("()") for notice in notices}
    assert all(ours & set(licence.split(" OR ")) for licence in theirs), theirs - ours


def test_the_readme_of_the_package_links_to_whole_addresses_of_files_that_there_are(metadata: Message) -> None:
    source = next(url for url in metadata.get_all("Project-URL", []) if url.startswith("Source, ")).split(", ")[1]
    links = re.findall(r"\]\(([^)]+)\)", str(metadata.get_payload()))
    assert all(link.startswith("https://") for link in links)
    assert all((ROOT / link.removeprefix(source)).exists() for link in links if link.startswith(source))
    assert any(link.startswith(source) for link in links)


def test_all_that_names_the_project_has_its_one_address(metadata: Message) -> None:
    hatch = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]
    home = hatch["metadata"]["hooks"]["custom"]["home"]
    links = [link.split(", ")[1] for link in metadata.get_all("Project-URL", [])]
    cited = re.search(r"^url: (.*)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    assert len(links) == 4
    assert all(link.startswith(home) for link in links)
    assert home == BASE
    assert cited
    assert cited[1] == home


def test_the_first_use_of_the_wheel_builds_the_bundled_dataset_and_says_so(unpacked: Path, tmp_path: Path) -> None:
    environment = {"PYTHONPATH": str(unpacked), "PATH": "", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    words = [sys.executable, "-m", "plangraph", "query", "standing-counts", "--lang", "en", "--format", "csv"]
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert "Protect lives from disasters" in done.stdout
    assert len(done.stdout.splitlines()) == 24
    assert "building the dataset 'kawasaki'" in done.stderr
    assert (tmp_path / ".plangraph" / "CURRENT").is_file()
