"""开放日和新闻发布会须够次数。

看什么：上一年的政务开放日，上一个季度的新闻发布会；“适用自”以前的不看。
怎样算错：次数不足规定。本栏目从来没有办过这类活动的、第一次办以前的，不看。
怎样改：办过而没有登记的补上；确实没有办的，今后按计划安排。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.duties.periods import Period, period_of
from gongkai.law.example import CLEAN, Edge, Example, Files, a_meeting
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count, as_date
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.meetings import EventKind, MeetingKind


def _event(number: int, day: str) -> Files:
    text = (
        f"---\n名称: 第{number}场开放日\n类型: 政务开放日\n日期: {day}\n主办单位: 区民政局\n"
        f"预告日期: {day}\n情况公布日期: {day}\n参加人数: 18\n---\n请居民参观。\n"
    )
    return {f"content/events/2026/kaifangri-{number}.md": text}


def _events(count: int) -> Files:
    found: dict[str, str] = {}
    for number in range(1, count + 1):
        found |= _event(number, f"2026-{number:02d}-12")
    return found


def _only(day: str) -> Files:
    """One day of this kind and no other."""
    return {**_event(1, day), **{f"content/events/2026/kaifangri-{n}.md": "" for n in (2, 3, 4)}}


def _conferences(*days: str) -> Files:
    found: dict[str, str] = {}
    for day in days:
        found |= a_meeting(
            f"fabuhui-{day}", 类型="新闻发布会", 日期=f"2026-{day}", 预告日期=f"2026-{day}", 议题=None
        )
    return found


_THREE = {"content/events/2026/kaifangri-4.md": ""}


EXAMPLE = Example(
    good={**CLEAN, **_events(4)},
    bad={"content/events/2026/kaifangri-4.md": ""},
    message="2026年政务开放日 3 次，不足 4 次",
    today="2027-01-05",
    edges=(
        Edge("年政务开放日 3 次，不足 4 次", _THREE, _THREE, last="2026-12-31", first="2027-01-01"),
        Edge("年政务开放日 3 次，不足 4 次", _event(4, "2026-01-01"), _event(4, "2025-12-31")),
        Edge("年政务开放日 3 次，不足 4 次", _event(4, "2026-12-31"), _event(4, "2027-01-01")),
        # the year before the first there ever was is not looked at
        Edge("年政务开放日 1 次", _only("2027-01-01"), _only("2026-12-31")),
        Edge(
            "2026年第四季度新闻发布会 1 次，不足 2 次",
            _conferences("10-01", "12-31"),
            _conferences("09-30", "12-31"),
        ),
        Edge(
            "新闻发布会 1 次",
            _conferences("12-20"),
            _conferences("12-20"),
            last="2026-12-31",
            first="2027-01-01",
        ),
        Edge(
            "2026年第一季度新闻发布会 1 次",
            _conferences("03-20"),
            _conferences("03-20"),
            last="2026-03-31",
            first="2026-04-01",
        ),
    ),
)
PARAMETERS = {"开放日每年": as_count, "发布会每季度": as_count, "适用自": as_date}


def scope(register: Register) -> Iterable[Record]:
    yield from _open_days(register)
    yield from _press(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    yield from _short(register, rule, "政务开放日", _open_days(register), 12, "开放日每年")
    yield from _short(register, rule, "新闻发布会", _press(register), 3, "发布会每季度")


def _short(
    register: Register,
    rule: Standard,
    what: str,
    held: Sequence[Event | Meeting],
    months: int,
    parameter: str,
) -> Iterator[Problem]:
    period = _before(register.today, months)
    if not held or period.first < as_date(rule.parameters["适用自"]):
        return
    if period.last < min(each.date for each in held):  # nothing of the kind was held yet
        return
    count, least = sum(period.first <= each.date <= period.last for each in held), rule.number(parameter)
    if count < least:
        message = f"{period}{what} {count} 次，不足 {least} 次，最近的是这一次"
        yield rule.problem(held[0], "日期", message, "办过而没有登记的补上；今后按计划安排")


def _before(today: dt.date, months: int) -> Period:
    """The last whole period that is over."""
    return period_of(period_of(today, months).first - dt.timedelta(days=1), months)


def _open_days(register: Register) -> list[Event]:
    return [each for each in register.public(Event) if each.kind is EventKind.OPEN_DAY]


def _press(register: Register) -> list[Meeting]:
    return [each for each in register.meetings if each.kind is MeetingKind.PRESS]
