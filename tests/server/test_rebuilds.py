"""Rebuilds under load: an answer is that of the build whose identity it carries, and it does not stay beyond that."""

from __future__ import annotations

import itertools
import threading
import time
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.server.builds import NAME, PROJECT, make_current, two_builds
from tests.server.serving import PATIENCE, Server, serving

from plangraph.build import layout
from plangraph.server.admission.cache import Cache
from plangraph.server.settings import Settings
from plangraph.server.workers import jobs
from plangraph.server.workers.channel import Reply
from plangraph.server.workers.served_graph import ServedGraph

if TYPE_CHECKING:
    from pathlib import Path

REBUILDS = 100
PAUSE = 0.03  # seconds; the server looks once a second, so that most rebuilds come and go unseen
ADDRESSES = (
    "/sparql?format=csv&query={query}",
    "/api/queries/children?element=1-1-1&lang=en&format=csv",
    f"{PROJECT}?format=turtle",
    f"{PROJECT}?format=html&lang=en",
)


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A folder with two builds, and what each calls its first project, by identity."""
    return two_builds(tmp_path_factory.mktemp("rebuilds"))


def ask_until(server: Server, done: threading.Event, words: dict[str, str], wrong: list[str], seen: set[str]) -> None:
    """Ask, partly what is kept and partly what is new, and note what is not as its build has it."""
    with httpx.Client(base_url=server.url, timeout=60) as client:
        for number in itertools.count():
            address = ADDRESSES[number % len(ADDRESSES)].format(query=NAME + f" # {number % 12}")
            response = client.get(address)
            identity = response.headers.get("x-plangraph-build", "")
            if response.status_code != 200 or words[identity] not in response.text:
                wrong.append(f"{response.status_code} {identity} {response.headers.get('etag')} {response.text[:200]}")
            seen.add(words.get(identity, ""))
            time.sleep(0.02)
            if done.is_set():
                return


def settled(server: Server, identity: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while httpx.get(f"{server.url}/healthz", timeout=30).json()["identity"] != identity:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def answered(server: Server, word: str) -> None:
    """Ask until an answer has the word."""
    deadline = time.monotonic() + PATIENCE
    while word not in (last := httpx.get(server.url + ADDRESSES[1], timeout=30).text):
        assert time.monotonic() < deadline, last
        time.sleep(0.05)


@pytest.mark.parametrize("limit", [0, 1024], ids=["on disk", "in memory"])
def test_a_worker_reads_the_build_of_its_generation_whatever_becomes_the_current_one(
    builds: tuple[Path, dict[str, str]], limit: int
) -> None:
    out, words = builds
    first, second = (folder.name for folder in sorted(out.glob("0*")))
    make_current(out, first)
    served = ServedGraph.open(Settings(str(out), data_in_memory=limit))
    make_current(out, second)
    assert words[served.identity()] in jobs.sparql(served, NAME, "csv").body.decode()
    assert served.graph.manifest.identity == served.identity()


@pytest.mark.parametrize("options", [("--data-in-memory", "0"), ()], ids=["on disk", "in memory"])
def test_a_hundred_rebuilds_back_and_forth_under_load_give_no_wrong_answer(
    builds: tuple[Path, dict[str, str]], tmp_path: Path, options: tuple[str, ...]
) -> None:
    out, words = builds
    names = {layout.read_manifest(folder).identity: folder.name for folder in out.glob("0*")}
    wrong: list[str] = []
    seen: set[str] = set()
    done = threading.Event()
    make_current(out, next(iter(names.values())))
    with serving(out, tmp_path / "log", "--workers", "2", *options) as server:
        threads = [threading.Thread(target=ask_until, args=(server, done, words, wrong, seen)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for number, identity in zip(range(REBUILDS), itertools.cycle(names), strict=False):
            make_current(out, names[identity])
            time.sleep(PAUSE)
            if number < len(names):  # each is seen at least once
                settled(server, identity)
        done.set()
        for thread in threads:
            thread.join()
        for identity, name in names.items():  # both: the server may just be taking up the build before the last
            make_current(out, name)
            answered(server, words[identity])
    assert not wrong, (len(wrong), wrong[:3])
    assert seen == set(words.values())


def test_no_answer_is_given_of_an_endpoint_that_was_filled_anew_until_the_server_has_taken_that_up(
    builds: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    out, words = builds
    first, second = sorted(out.glob("0*"))
    make_current(out, first.name)
    with (
        serving(out, tmp_path / "behind", "--workers", "2") as behind,
        serving(f"{behind.url}/sparql", tmp_path / "front", "--workers", "2") as front,
    ):
        make_current(out, second.name)
        settled(behind, layout.read_manifest(second).identity)
        answers: list[httpx.Response] = []
        deadline = time.monotonic() + PATIENCE
        while not answers or answers[-1].status_code != 200:
            assert time.monotonic() < deadline, answers[-1].text
            query = {"query": f"{NAME} # {len(answers)}"}
            answers.append(httpx.get(f"{front.url}/sparql", params=query, timeout=30))
            time.sleep(0.1)
    assert answers[0].status_code == 503
    assert answers[0].headers["retry-after"]
    assert words[answers[-1].headers["x-plangraph-build"]] == "Exercises"
    assert "Exercises" in answers[-1].text


def test_the_cache_gives_no_answer_of_another_build_and_keeps_none_of_no_build() -> None:
    cache = Cache(100_000)
    cache.put("key", Reply(b"old", identity="a"))
    assert cache.get("a", "key") is not None
    assert cache.get("b", "key") is None
    cache.put("nameless", Reply(b"of what?"))
    assert cache.get("", "nameless") is None
