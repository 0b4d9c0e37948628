"""Hostile texts by the thousand: no sign of one vanishes without a mark that accounts for it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from hypothesis import HealthCheck, Phase, given, seed, settings

import kept_words
from gongkai.text import UnsafeText, find_faults

LABEL = "正文一字不少"
#: texts: for every proposal, by night
QUICK, FULL = 500, 20_000
#: what the check says of definitions and notes that nobody sees
TOLD = {"unused-reference", "duplicate-note", "duplicate-reference"}


def gone(body: str) -> str:
    """The signs a text loses without a mark and without a word about it; of a text that is refused, none."""
    with suppress(UnsafeText):
        lost = kept_words.lost(body)
        return "" if lost and {each.rule for each in find_faults(body)} & TOLD else lost
    return ""


def measure(quick: bool = False) -> dict[str, int]:
    """How many texts were tried, and whether one lost a sign; it is printed."""
    counts = {"tried": 0, "lost": 0}

    @settings(
        max_examples=QUICK if quick else FULL, deadline=None, database=None, derandomize=quick,
        phases=(Phase.generate, Phase.shrink), suppress_health_check=list(HealthCheck), print_blob=False,
    )  # fmt: skip
    @given(kept_words.TEXTS)
    def example(body: str) -> None:
        counts["tried"] += 1
        assert gone(body) == "", f"{gone(body)!r} of {body!r}"

    try:
        (example if quick else seed(int.from_bytes(os.urandom(4), "big"))(example))()
    except AssertionError as error:
        print(f"{LABEL}: {error}", file=sys.stderr)
        counts["lost"] = 1
    return counts
