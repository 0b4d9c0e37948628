"""Places of a text in the order of what follows them, in the fewest leaves: against a plain sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.search.grams import buckets, leaves, sorting
from gongkai.search.grams.columns import units
from gongkai.search.grams.text import STOP

Found = list[tuple[str, list[int], int]]
MANY = "".join(map(chr, range(0x4E00, 0x4E00 + 5000)))


def found(text: str) -> Found:
    """(key, places, how much the key has of the one before) of every leaf."""
    ranks = buckets.ranked(units((text + STOP * leaves.DEEPEST).encode("utf-16-le")))
    pairs, made = buckets.paired(ranks), []
    for bucket in buckets.buckets(buckets.blocks(ranks)):
        each = sorting.sorted_leaves(pairs, bucket)
        order, begins = each.order.to_pylist(), each.begins.to_pylist()
        for leaf, (depth, shared) in enumerate(
            zip(each.depths.to_pylist(), each.shared.to_pylist(), strict=True)
        ):
            places = order[begins[leaf] : begins[leaf + 1]]
            made.append((text[places[0] :].ljust(depth, STOP)[:depth], sorted(places), shared))
    return made


def plain(text: str) -> Found:
    """The same without any of it."""
    tailed = text + STOP * leaves.DEEPEST

    @cache
    def times(depth: int) -> Counter[str]:
        return Counter(tailed[at : at + depth] for at in range(len(tailed)))

    keys: dict[str, list[int]] = {}
    for place, first in enumerate(text):
        if first != STOP:
            keys.setdefault(_key(tailed, place, times), []).append(place)
    ordered = sorted(keys)
    return [
        (
            key,
            keys[key],
            sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(before, key, strict=False))),
        )
        for before, key in zip(["", *ordered], ordered, strict=False)
    ]


def _key(text: str, place: int, times: Callable[[int], Counter[str]]) -> str:
    for depth in range(2, leaves.DEEPEST):
        key = text[place : place + depth]
        if key[-1] == STOP or times(depth)[key] <= leaves.LIMIT:
            return key
    return text[place : place + leaves.DEEPEST]


@pytest.fixture(scope="module", autouse=True)
def _small():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(leaves, "LIMIT", 3)
        patch.setattr(buckets, "BUCKET", 40)
        patch.setattr(buckets, "BLOCK", 50)
        yield


@settings(max_examples=30, deadline=None, database=None, derandomize=True)
@given(
    st.lists(st.sampled_from(["甲", "乙丙", "12a", "甲乙丙丁" * 5, STOP, "\uffff"]), min_size=1, max_size=30)
)
def test_leaves_are_those_of_a_plain_sort(pieces: list[str]) -> None:
    text = "".join(pieces)
    # of the first in a bucket the common part is not told: it begins a file
    assert [each[:2] for each in found(text)] == [each[:2] for each in plain(text)]
    assert all(one[2] in (0, other[2]) for one, other in zip(found(text), plain(text), strict=True))


def test_more_kinds_of_characters_than_are_counted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(buckets, "BUCKET", 100_000)
    monkeypatch.setattr(buckets, "BLOCK", 3000)
    assert len(MANY).bit_length() > sorting.COUNTED
    text = f"{MANY[:2500]}{STOP}{MANY[::-1]}{STOP}{MANY}{STOP}{MANY[1000:4000]}"
    keys = [key for key, _, _ in found(text)]
    assert keys == sorted(keys) and len(keys) > 5000
    assert sorted(place for _, places, _ in found(text) for place in places) == [
        place for place, char in enumerate(text) if char != STOP
    ]
    assert all(text.startswith(key.rstrip(STOP), place) for key, places, _ in found(text) for place in places)
