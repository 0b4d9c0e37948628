"""No false alarms: a made-up column of every type that keeps every rule has nothing said of it.

``scripts/bench check`` does the same with 5,000 records and measures what it costs.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.settings import Settings, read_column

LIB = Path(__file__).parents[2] / "scripts/lib"


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    sys.path.insert(0, str(LIB))
    try:
        import clean_column  # noqa: PLC0415
    finally:
        sys.path.remove(str(LIB))
    root = tmp_path_factory.mktemp("clean") / "column"
    clean_column.make(root, 400)
    return pipeline.check(Settings(root, dt.date(2026, 11, 21), read_column(root)))


def test_nothing_is_said_of_it(checked):
    # its units are there for the sake of their records: what else they owe is not
    told = [problem.as_text() for problem in checked.problems if problem.rule != "duty-silent"]
    assert told == [], "the column is made by scripts/lib/clean_column.py: mend it there"


def test_it_has_what_it_is_said_to_have(checked):
    counts = Counter(record.TYPE for record in checked.register.content)
    assert sum(counts.values()) >= 400
    assert min(counts[name] for name in ("policy", "interpretation", "meeting", "event", "decision")) >= 8
    assert counts["item"] > 200
