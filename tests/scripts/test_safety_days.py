"""The demonstration on the last of the days to come, and a column a later day breaks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import lxml.html
import pytest

import safety_days
from gongkai.render.parts import Part
from gongkai.settings import PROJECT

TODAY = dt.date(2026, 11, 21)
MINI = PROJECT / "tests/sites/mini"


@pytest.mark.night
def test_the_demonstration_is_built_on_the_last_day_of_the_next_three_years(capfd):
    """By night scripts/safety builds it on every one of them."""
    assert safety_days.measure(quick=True) == {"days": 1, "built": 1, "failed": 0}, capfd.readouterr().err


def test_the_days_go_from_today_to_three_years_on():
    column = safety_days.Column.read(MINI, TODAY)
    days = column.turning()
    assert days[0] == TODAY and days == sorted(set(days))
    assert dt.timedelta(days=1000) < days[-1] - TODAY <= dt.timedelta(days=1095)
    # a document to come, the day after, and the first of a month
    assert {dt.date(2027, 1, 5), dt.date(2027, 1, 6), dt.date(2028, 3, 1)} <= set(days)


def test_a_day_on_which_the_content_is_wrong_is_not_built_and_says_why(capsys):
    column = safety_days.Column.read(MINI, TODAY)
    assert column.built_on(TODAY)
    assert not column.built_on(dt.date(2027, 1, 5))
    assert "weilai.md" in capsys.readouterr().err


def test_a_fault_of_the_program_on_a_later_day_is_counted(capsys, monkeypatch: pytest.MonkeyPatch):
    column = safety_days.Column.read(MINI, TODAY)
    broken = Part(pages=lambda site: iter([None]))
    monkeypatch.setattr("gongkai.render.gathering.home.PART", broken)
    assert not column.built_on(TODAY)
    assert "Traceback" in capsys.readouterr().err


def test_the_pages_of_a_day_are_those_of_a_build(tmp_path: Path, mini_site: Path):
    column = safety_days.Column.read(MINI, TODAY)
    stage = column.make(TODAY, tmp_path)
    for path in ("index.html", "policies/2026/dianti/index.html", "feeds/policies.rss.xml"):
        assert (stage / path).read_bytes() == (mini_site / path).read_bytes()
    assert lxml.html.parse(stage / "index.html").findtext(".//title")
