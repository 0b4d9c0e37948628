"""Offering the name that was probably meant."""

from __future__ import annotations

import difflib
import heapq
from collections.abc import Iterable

CANDIDATES = 40


def nearest(name: str, known: Iterable[str], count: int = 3) -> str:
    """``是不是“…”、“…”？`` with the nearest of the known names; empty when none is near."""
    pairs = _pairs(name)
    # difflib is slow on long lists: compare in full only the names that share most with the given one
    likely = heapq.nlargest(
        CANDIDATES, sorted(set(known)), key=lambda each: len(pairs & _pairs(each)) / (len(each) + 1)
    )
    found = difflib.get_close_matches(name, likely, n=count, cutoff=0.5)
    return "是不是" + "、".join(f"“{each}”" for each in found) + "？" if found else ""


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)} | set(text)
