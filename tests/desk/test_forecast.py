"""What if nothing more is done: what goes overdue till a later day, and what cannot be reckoned."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from gongkai import settings
from gongkai.common.problems import Problem
from gongkai.common.workdays import Workdays, YearTable
from gongkai.desk import cli
from gongkai.desk.forecast import NOBODY, as_dict, as_text, forecast
from gongkai.law.duties import Duty, DutyState

NOW, THEN = dt.date(2026, 11, 21), dt.date(2027, 1, 31)


@pytest.fixture
def owed(small_column):
    """A duty of a unit of the small column, or of nobody."""
    unit = small_column().units[0]

    def make(key: str, state: DutyState, due: dt.date | None, *, named: bool = True) -> Duty:
        return Duty(key, "catalogue", f"公开“{key}”", unit, (unit,) * named, due, state, "某办法", unit.url)

    return make


def test_only_what_is_not_overdue_today_is_told_by_unit(owed):
    late, soon = dt.date(2026, 10, 31), dt.date(2026, 12, 31)
    today = [owed("甲", DutyState.OVERDUE, late), owed("乙", DutyState.DUE_LATER, soon)]
    then = [
        owed("甲", DutyState.OVERDUE, late),
        owed("乙", DutyState.OVERDUE, soon),
        owed("丙", DutyState.OVERDUE, soon, named=False),
        owed("丁", DutyState.DONE, soon),
        owed("戊", DutyState.DUE_LATER, None),
    ]
    found = forecast((NOW, THEN), (today, then), [], Workdays())
    (unit,) = then[0].units
    assert {name: [duty.key for duty in coming.duties] for name, coming in found.units.items()} == {
        unit.name: ["乙"],
        NOBODY: ["丙"],
    }
    text = as_text(found)
    assert "会有 2 件到期没有办" in text
    assert "2026-12-31 前：公开“乙”（依据：某办法）" in text and "甲" not in text
    assert "2027年的放假安排还没有录入" in text and "另有 1 件算不出最后一天" in text


def test_new_problems_stand_at_the_units_they_belong_to(small_column):
    one, two = small_column().units[:2]
    shared, nobody = Problem("a", "b.md", "两家的", "改"), Problem("a", "c.md", "没有人的", "改")
    found = forecast((NOW, THEN), ([], []), [(shared, [one, two]), (nobody, [])], Workdays())
    text = as_text(found)
    assert [*found.units][-1] == NOBODY and "没有人的" in text.split(NOBODY)[1]
    assert text.count("两家的") == 2 and "检查会多出 2 处问题" in text
    told: Any = as_dict(found)
    assert [each["message"] for each in told["problems"]] == ["两家的", "没有人的"]
    assert told["problems_by_unit"] == {one.name: 1, two.name: 1, NOBODY: 1}


def test_who_has_most_before_it_stands_first_and_what_never_had_a_day_is_not_undated(owed, small_column):
    one, two = small_column().units[:2]
    late = dt.date(2026, 12, 31)
    then = [
        owed("甲", DutyState.OVERDUE, late),
        replace(owed("乙", DutyState.OVERDUE, late), units=(two,)),
        replace(owed("丙", DutyState.OVERDUE, late), units=(two,)),
        *(owed(key, DutyState.OVERDUE, late, named=False) for key in "丁戊己"),
        owed("庚", DutyState.BLANK, None),
    ]
    found = forecast((NOW, THEN), ([], then), [], Workdays())
    assert [*found.units] == [two.name, one.name, NOBODY] and found.undated == 0


def test_a_year_that_editors_entered_is_not_missing():
    known = Workdays({2027: YearTable()})
    found = forecast((NOW, THEN), ([], []), [], known)
    assert found.unknown_years == [] and "放假安排" not in as_text(found)


@pytest.fixture
def check(mini, monkeypatch):
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")
    return lambda *words: cli.main(["check", "--root", str(mini), *words])


def test_a_waiver_that_ends_is_among_what_appears(check, capsys):
    assert check("--date", "2031-01-31", "--compare", "2026-11-21", "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["today"], told["then"]) == ("2026-11-21", "2031-01-31")
    assert "data/waivers/yanglao.yml" in {each["path"] for each in told["problems"]}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--date", "2026-11-21", "--compare", "2026-11-21"), "--date 要写 2026-11-21 以后的一天"),
        (("--date", "2027-01-31", "--compare", "昨天"), "2026-11-21 这样"),
        (("--date", "2027-01-31", "--compare", "2026-11-21", "--format", "sarif"), "只能用"),
        (("--date", "2027-01-31", "--compare", "2026-11-21", "--changed", "HEAD"), "不能一起用"),
    ],
)
def test_a_question_that_makes_no_sense_is_2(check, capsys, words, said):
    assert check(*words) == 2
    outcome = capsys.readouterr()
    assert said in outcome.err and not outcome.out
