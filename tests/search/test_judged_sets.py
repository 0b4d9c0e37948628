"""The judged queries: enough, each once, each with addresses that the demonstration has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
NAMES = (
    "judged",
    "judged_held",
    "judged_fresh",
    "judged_fresh2",
    "judged_fresh3",
    "judged_fresh4",
    "judged_fresh5",
)
SETS = {name: yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8")) for name in NAMES}


def _queries(name: str) -> list[tuple[str, list[Any]]]:
    return [each for group in SETS[name].values() for each in group.items()]


def test_there_are_enough_and_none_stands_in_two() -> None:
    judged, held, fresh, fresh2, fresh3, fresh4, fresh5, fresh6 = (_queries(name) for name in SETS)
    assert len(judged) >= 150 and len(held) >= 60 and len(fresh) >= 25 and len(fresh2) >= 60
    assert len(fresh3) >= 60 and len(fresh4) >= 80 and len(fresh5) >= 60 and len(fresh6) >= 60
    texts = [query for query, _ in (*judged, *held, *fresh, *fresh2, *fresh3, *fresh4, *fresh5, *fresh6)]
    assert len(texts) == len(set(texts))


def test_each_says_how_far_up_and_what() -> None:
    for query, (within, *addresses) in (each for name in NAMES for each in _queries(name)):
        assert within in {1, 3, 5} and addresses, query
        assert all(isinstance(each, str) and each.endswith("/") for each in addresses), query
