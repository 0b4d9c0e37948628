"""The judged queries: enough, each once, each with addresses that the demonstration has."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
#: how many queries each has at least
LEAST = {
    "judged": 150,
    "judged_held": 60,
    "judged_fresh": 25,
    "judged_fresh2": 60,
    "judged_fresh3": 60,
    "judged_fresh4": 80,
    "judged_fresh5": 60,
    "judged_fresh6": 60,
    "judged_fresh7": 55,
    "judged_fresh8": 100,
    "judged_fresh8_dev": 60,
    "judged_fresh9": 100,
    "judged_fresh10": 110,
    "judged_fresh10_dev": 150,
    "judged_fresh11": 120,
    "judged_fresh12": 120,
    "judged_fresh12_dev": 20,
    "judged_fresh12_aside": 20,
    "judged_fresh13": 110,
    "judged_fresh11_dev": 70,
    "judged_fresh11_aside": 70,
    "judged_fresh10_aside": 60,
    "judged_fresh9_dev": 30,
    "judged_fresh9_aside": 30,
    "judged_strangers_dev": 25,
    "judged_voices": 75,
    "judged_voices_held": 75,
}
NAMES = tuple(LEAST)


@cache
def _queries(name: str) -> list[tuple[str, list[Any]]]:
    groups = yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
    return [each for group in groups.values() for each in group.items()]


def test_there_are_enough_and_none_stands_in_two() -> None:
    assert all(len(_queries(name)) >= least for name, least in LEAST.items())
    texts = [query for name in NAMES for query, _ in _queries(name)]
    assert len(texts) == len(set(texts))


def test_each_says_how_far_up_and_what() -> None:
    for query, (within, *addresses) in (each for name in NAMES for each in _queries(name)):
        assert within in {1, 3, 5} and addresses, query
        assert all(isinstance(each, str) and each.endswith("/") for each in addresses), query
