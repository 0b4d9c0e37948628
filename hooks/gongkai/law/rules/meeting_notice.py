"""开放的会议须提前预告。

看什么：“适用自”以后举行的、开放的会议（新闻发布会除外）的“预告日期”和“日期”。
怎样算错：没有写预告日期，或预告离会议不足规定的天数。
怎样改：定下会期就预告；日期写错的改正；紧急会议经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_meeting
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count, as_date
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.meetings import MeetingKind


def _unannounced(day: str) -> Files:
    return a_meeting(日期=day, 预告日期=None)


EXAMPLE = Example(
    good=CLEAN,
    bad=a_meeting(预告日期="2026-11-01"),
    message="提前 2 天预告，不足 3 天",
    edges=(
        Edge("天预告，不足 3 天", a_meeting(预告日期="2026-10-31"), a_meeting(预告日期="2026-11-01")),
        # on the day itself; later is a matter of the order of dates
        Edge("天预告，不足 3 天", a_meeting(预告日期="2026-11-04"), a_meeting(预告日期="2026-11-03")),
        Edge("没有写预告日期", _unannounced("2019-12-31"), _unannounced("2020-01-01")),
    ),
)
PARAMETERS = {"天数": as_count, "适用自": as_date}


def scope(register: Register) -> Iterable[Record]:
    return _opened(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    since, limit = as_date(rule.parameters["适用自"]), rule.number("天数")
    for meeting in _opened(register):
        if meeting.date < since:
            continue
        if meeting.announced_on is None:
            fix = "加上“预告日期”一行；没有预告过的，今后提前预告"
            yield rule.problem(meeting, "日期", "会议是开放的，没有写预告日期", fix)
        elif 0 <= (days := (meeting.date - meeting.announced_on).days) < limit:
            message = f"{meeting.date} 开会，提前 {days} 天预告，不足 {limit} 天"
            yield rule.problem(meeting, "预告日期", message, "日期写错的改正；今后定下会期就预告")


def _opened(register: Register) -> list[Meeting]:
    return [each for each in register.meetings if each.open and each.kind is not MeetingKind.PRESS]
