"""Monthly figures of applications: what the rule says of each kind of slip, and what readers see when."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.example import CLEAN
from gongkai.records.types.request_stats import RequestStats

PATH = "data/requests/2026.yml"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("按时答复: 6", "按时答复: 7", "2026-01 按时答复 7 件，多于办结 6 件"),
        ("编号: 2026-01", "编号: 2025-01", "2025-01 不属于 2026 年"),
        ("新收: 5", "新收: 2", "2026-01 办结 6 件，多于上月结转加新收 5 件"),
    ],
)
def test_each_slip_is_named(run, old, new, message):
    text = RequestStats.EXAMPLE
    assert {problem.rule for problem in run({**CLEAN, PATH: text}).problems} == {"request-stats-due"}
    found = [p for p in run({**CLEAN, PATH: text.replace(old, new)}).problems if p.rule == "request-months"]
    assert any(message in problem.message for problem in found)


def test_a_month_is_seen_from_its_day_on(build):
    second = RequestStats.EXAMPLE.partition("月份:\n")[2].replace("2026-01", "2026-02")
    register = build({PATH: RequestStats.EXAMPLE + second.replace("2026-02-05", "2026-03-05")})
    (stats,) = register.everything(RequestStats)
    assert [month.month for month in stats.months_on(dt.date(2026, 3, 4))] == ["2026-01"]
    assert [month.month for month in stats.months_on(dt.date(2026, 3, 5))] == ["2026-01", "2026-02"]
    assert stats.last_change(dt.date(2026, 3, 4)) == dt.date(2026, 2, 5)


def test_results_without_their_grounds_are_only_hinted_at(run):
    text = RequestStats.EXAMPLE.replace("    不予公开理由: {国家秘密: 1}\n", "")
    found = [p for p in run({**CLEAN, PATH: text}).problems if p.rule == "request-grounds"]
    assert [(p.level, p.message) for p in found] == [("提示", "2026-01 不予公开 1 件，没有写理由")]
