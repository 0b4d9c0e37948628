"""开放的会议须有参加的办法。

看什么：已经开过的、写着“是否开放: 是”的会议；新闻发布会本来就是开放的，不看。
怎样算错：没有写“报名方式”（怎样列席、在哪里收看），也没有公众代表列席：只写一个“是”，不算开放，会议开放率也不计。
怎样改：补写“报名方式”或者“列席代表”；其实没有开放的，“是否开放”改为“否”。还没有开的会议由“参加的办法须写全”看。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_meeting
from gongkai.records.base import Record
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.meetings import MeetingKind


def _came(number: int) -> Files:
    return a_meeting(列席代表=f"[{{类别: 公众代表, 人数: {number}}}]")


EXAMPLE = Example(
    good=CLEAN,
    bad=a_meeting(列席代表=None),
    message="写着开放，没有报名方式，也没有公众代表列席",
    edges=(
        Edge("没有公众代表列席", _came(1), _came(0)),
        Edge(
            "没有公众代表列席",
            a_meeting(列席代表=None, 是否开放="否", 开放方式=None),
            a_meeting(列席代表=None),
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return _held_open(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for meeting in _held_open(register):
        if not meeting.has_way_in:
            message = "写着开放，没有报名方式，也没有公众代表列席"
            fix = "补写“报名方式”或者“列席代表”；其实没有开放的，“是否开放”改为“否”"
            yield rule.problem(meeting, "是否开放", message, fix)


def _held_open(register: Register) -> list[Meeting]:
    return [
        each
        for each in register.meetings
        if each.open and each.kind is not MeetingKind.PRESS and each.date < register.today
    ]
