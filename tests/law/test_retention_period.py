"""Every kind of record has its period, where the column has a table of them."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN
from gongkai.law.rules.retention_period import ROW

PATH = "data/retention/wenshu.yml"


def told(run, table):
    outcome = run({**CLEAN, PATH: table} if table else CLEAN)
    return [(p.level.value, p.path, *p.at) for p in outcome.problems if p.rule == "retention-period"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (None, []),
        (ROW, []),
        (ROW.replace(", 页面", ""), [("提示", "content/pages/zhinan.md")]),
        (
            ROW.replace("会议", "会义"),
            [("错误", PATH, "内容", 2), ("提示", "content/meetings/2026/changwuhui-46.md")],
        ),
    ],
)
def test_a_kind_without_a_period_and_a_period_without_a_kind_are_told(run, table, expected):
    assert sorted(told(run, table)) == sorted(expected)
