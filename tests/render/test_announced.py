"""What was announced before a day is told as such after it, and nothing said of taking part is left."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.render.facts import Facts
from gongkai.render.records.views.phases import Phase, phases

PATH = "content/consultations/2026/guihua.md"
TEXT = """\
---
标题: 规划（草案）征求意见
单位: 区民政局
发布日期: 2026-11-02
开始日期: 2026-11-02
截止日期: 2026-12-03
方式: [{渠道: 电话, 动作: 口头提意见, 号码: 010-00000000, 时间: 全天, 说明: 有人记录}]
摘要: 请居民提意见。
---
草案。
"""


@pytest.fixture
def on(small_column):
    def of(day: dt.date) -> list[Phase]:
        register = small_column({PATH: TEXT}, day)
        return phases(Facts(register), register.record("guihua"))

    return of


def test_an_invitation_is_one_up_to_its_last_day_and_what_was_announced_from_the_next_on(on):
    assert not on(dt.date(2026, 12, 3))[0].passed
    assert on(dt.date(2026, 12, 4))[0].passed
    ahead = on(dt.date(2026, 11, 23))
    assert next(each.begins for each in ahead if each.passed) == dt.date(2026, 12, 4)


def test_whom_to_ask_afterwards_says_nothing_of_taking_part(on):
    (before,) = on(dt.date(2026, 12, 3))[0].act.doors
    assert before.does == "口头提意见" and "有人记录" in before.notes
    (after,) = on(dt.date(2026, 12, 4))[0].act.doors
    assert (after.does, after.shown, after.notes) == ("打电话问", "010-00000000", ("全天",))
