"""The demonstration builds on any later day too: `scripts/build` asks for the real date by default."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai import pipeline
from gongkai.common.problems import Level
from gongkai.settings import PROJECT, Settings, read_column


@pytest.mark.parametrize("today", [dt.date(2026, 12, 31), dt.date(2027, 6, 1), dt.date(2029, 6, 1)])
def test_nothing_in_the_demonstration_becomes_an_error(today: dt.date) -> None:
    checked = pipeline.check(Settings(PROJECT, today, read_column(PROJECT)))
    assert [problem.as_text() for problem in checked.problems if problem.level is Level.ERROR] == []
