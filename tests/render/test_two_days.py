"""A page changes when something happened: what passes with the days is told by the browser on its own day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.exports import door
from gongkai.gate import released
from gongkai.render import Facts, Site, plan
from gongkai.settings import PROJECT, Settings, read_column

GOOD = Path(__file__).parents[1] / "sites/good"
#: two days without any event in the good column, in one month
DAYS = (dt.date(2026, 11, 28), dt.date(2026, 11, 29))
#: which says for a whole part up to which day it was counted, so that its other pages need not
COUNTED = {"quality/", "rulebook/", "duties/", "duties/matrix/"}


@pytest.fixture(scope="module")
def pages():
    """Address → (content, head, title, what the search finds) on each of the days."""
    found = []
    for day in DAYS:
        checked = pipeline.check(Settings(GOOD, day, read_column(GOOD)))
        law = pipeline.applied(checked, register := released(checked.register))
        site = Site.of(Facts(register, door.plan(register), law), PROJECT / "overrides")
        made = (planned.make() for planned in plan(site))
        found.append({each.url: (each.content, each.head, each.title, each.document) for each in made})
    return found


def test_a_day_on_which_nothing_happens_changes_no_page(pages):
    first, second = pages
    assert first.keys() == second.keys()
    assert {url for url in first if first[url] != second[url]} == COUNTED
