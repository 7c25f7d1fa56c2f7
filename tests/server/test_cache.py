"""Which answers are kept, and which have to go."""

from __future__ import annotations

from plangraph.server.admission.cache import SHARE, Cache
from plangraph.server.workers.channel import Reply

BODY = 1_000
KEPT = 2 + BODY + 1000  # bytes: a key of one letter, the body, and what else an entry takes


def reply(body: int = BODY, packed: bytes | None = None) -> Reply:
    return Reply(b"x" * body, identity="build", packed=packed)


def filled(size: int, keys: str) -> Cache:
    cache = Cache(size)
    for key in keys:
        cache.put(key, reply())
    return cache


def kept(cache: Cache, keys: str) -> str:
    return "".join(key for key in keys if cache.get("build", key))


def test_what_was_not_asked_for_longest_goes_first() -> None:
    cache = filled(KEPT * SHARE, "abcdefgh")
    assert kept(cache, "bcdefgha") == "bcdefgha"
    cache.put("i", reply())
    assert kept(cache, "abcdefghi") == "acdefghi"
    assert cache.used == KEPT * SHARE


def test_an_answer_of_more_than_its_share_is_not_kept() -> None:
    cache = Cache(KEPT * SHARE)
    cache.put("a", reply())
    cache.put("b", reply(BODY + 1))
    cache.put("c", reply(BODY - 1, packed=b"xx"))
    assert kept(cache, "abc") == "a"
    assert [cache.takes(size) for size in (KEPT - 1, KEPT, KEPT + 1)] == [True, True, False]


def test_an_answer_of_less_than_its_share_is_kept() -> None:
    cache = Cache(KEPT * SHARE)
    cache.put("a", reply(BODY - 1))
    assert (kept(cache, "a"), cache.used) == ("a", KEPT - 1)


def test_each_letter_of_a_key_takes_two_bytes() -> None:
    cache = Cache(KEPT * SHARE * 2)
    cache.put("abc", reply())
    assert cache.used == KEPT + 4


def test_an_answer_of_no_build_is_not_kept() -> None:
    cache = Cache(KEPT * SHARE)
    cache.put("a", Reply(b"x"))
    assert cache.used == 0


def test_an_answer_that_is_kept_anew_takes_its_place_once() -> None:
    cache = filled(KEPT * SHARE, "aa")
    assert cache.used == KEPT


def test_hits_and_misses_are_counted() -> None:
    cache = filled(KEPT * SHARE, "a")
    assert kept(cache, "aab") == "aa"
    assert (cache.hits, cache.misses) == (2, 1)


def test_nothing_is_left_after_all_is_forgotten() -> None:
    cache = filled(KEPT * SHARE, "ab")
    cache.clear()
    assert (cache.used, kept(cache, "ab")) == (0, "")
