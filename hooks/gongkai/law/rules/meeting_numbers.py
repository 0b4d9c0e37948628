"""会议次数缺的须说明。

看什么：同一单位、同一类型、写了“届次”（如 第46次）的已公布会议。
怎样算错：两次之间缺了一次或几次，既没有网页，也没有在后一次的“缺号”里说明为什么没有；写了“届次”，没有写“主办单位”，不知道是谁的第几次。
怎样改：写上主办单位；补上缺的那一次会议；没有可以公开的议题的，在后一次会议里加上“缺号”，写“从”“到”和“说明”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.meeting_series import gaps, series
from gongkai.column.register import Register
from gongkai.common.problems import Edit, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_meeting
from gongkai.records.base import Record
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.standard import Standard


def _two(first: str, **more: str) -> Files:
    return {**a_meeting("qian", 届次=first, 日期="2026-11-02"), **a_meeting(届次="第46次", **more)}


EXAMPLE = Example(
    good={**CLEAN, **_two("第44次", 缺号="[{从: 45, 说明: 没有可以公开的议题}]")},
    bad=_two("第44次"),
    message="缺第 45 次",
    edges=(
        Edge("缺第", _two("第45次"), _two("第44次")),
        Edge("没有写主办单位", a_meeting(主办单位=None), a_meeting(主办单位=None, 届次="第46次")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return (meeting for meeting in register.meetings if meeting.ordinal is not None)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    done: set[str] = set()
    for meeting in register.meetings:
        if meeting.ordinal is None or meeting.id in done:
            continue
        same = series(register, meeting)
        done |= {each.id for each in same}
        if not meeting.hosts:
            yield from _of_nobody(register, rule, same)
            continue
        yield from _of_series(rule, same)


def _of_nobody(register: Register, rule: Standard, same: list[Meeting]) -> Iterator[Problem]:
    """Meetings that are numbered and say of no unit that it held them; the unit that the name begins with."""
    for meeting in same:
        named = [unit.name for unit in register.units if meeting.title.startswith(unit.names)]
        edit = Edit(max(named, key=len), key="主办单位") if named else None
        message = f"写了{meeting.session}，没有写主办单位（原因：不知道是谁的第几次，缺不缺也看不出）"
        fix = f"加上一行 主办单位: {edit.new if edit else '…（谁开的会）'}"
        yield rule.problem(meeting, "届次", message, fix, edit=edit)


def _of_series(rule: Standard, same: list[Meeting]) -> Iterator[Problem]:
    told = {number for each in same for part in each.skipped for number in part.numbers}
    for meeting, numbers in gaps(same):
        if lacking := [f"{number}" for number in numbers if number not in told]:
            message = f"和前一次公布的会议之间缺第 {'、'.join(lacking)} 次"
            fix = "补上那一次；没有可以公开的议题的，加上“缺号”，写“从”“到”和“说明”"
            yield rule.problem(meeting, "届次", message, fix)
