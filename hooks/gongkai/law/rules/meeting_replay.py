"""直播的会须有回放。

看什么：“开放方式”里有网络直播的会议，“适用自”以前开的不看。
怎样算错：会后过了“天数”，没有写“回放”。
怎样改：写上回放的网址；按规定不留回放的，经批准写豁免。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_meeting
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count, as_date
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.meetings import Opening

_WAY = "[{渠道: 网上, 网址: https://www.gov.cn/zhibo/}]"


def a_stream(replay: str | None = None, day: str = "2026-11-03", **fields: str) -> Files:
    """A meeting that was streamed."""
    written = {"开放方式": "[网络直播]", "报名方式": _WAY, "日期": day, **fields}
    return a_meeting(回放=replay, **written)


_THERE = a_stream("https://www.gov.cn/zhibo/46")
EXAMPLE = Example(
    good={**CLEAN, **_THERE},
    bad=a_stream(),
    message="会后超过 10 天还没有写回放的网址",
    edges=(
        Edge("没有写回放", a_stream(), a_stream(), last="2026-11-13", first="2026-11-14"),
        Edge("没有写回放", a_stream(开放方式="[列席]"), a_stream()),
        Edge(
            "没有写回放",
            a_stream(day="2025-12-31", 预告日期="2025-12-20"),
            a_stream(day="2026-01-01", 预告日期="2025-12-20"),
        ),
    ),
)
PARAMETERS = {"天数": as_count, "适用自": as_date}


def scope(register: Register) -> Iterable[Record]:
    return _streamed(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    since, days = as_date(rule.parameters["适用自"]), rule.number("天数")
    for meeting in _streamed(register):
        late = register.today > meeting.date + dt.timedelta(days=days)
        if meeting.date >= since and late and meeting.replay is None:
            message = f"会后超过 {days} 天还没有写回放的网址"
            yield rule.problem(meeting, "开放方式", message, "加上“回放”一行，写回放的网址")


def _streamed(register: Register) -> list[Meeting]:
    return [each for each in register.meetings if each.open and Opening.STREAM in each.openings]
