"""活动须公布情况。

看什么：活动的预告、报名截止、举行、情况公布日期，“参加人数”“答疑”“问卷”“意见”。
怎样算错：预告或报名截止晚于举行；写了参加人数、答疑、问卷或意见而没有写“情况公布日期”；
情况公布日期早于举行，或还没有到；收回的问卷多于发放的。
举行后超过规定天数还没有公布情况（提示）。
怎样改：核对日期；活动后写上参加人数、答疑、问卷、意见和回应，并写“情况公布日期”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.duties.event_report import of_event
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.event import Event
from gongkai.records.types.standard import Standard

EVENT = """\
---
名称: 走进社区养老服务驿站
类型: 政务开放日
日期: 2026-11-12
主办单位: 区民政局
预告日期: 2026-11-02
参加人数: 18
问卷: {survey}
情况公布日期: 2026-11-16
---
请居民参观驿站的助餐和日间照料。
"""
PATH = "content/events/2026/yizhan.md"
UNREPORTED = {PATH: EVENT.replace("参加人数: 18\n问卷: {survey}\n情况公布日期: 2026-11-16\n", "")}


def _survey(returned: int) -> dict[str, str]:
    return {PATH: EVENT.format(survey=f"{{发放: 18, 收回: {returned}}}")}


def _with(old: str, new: str) -> dict[str, str]:
    return {PATH: _survey(16)[PATH].replace(old, new)}


EXAMPLE = Example(
    good={**CLEAN, **_survey(16)},
    bad=_survey(61),
    message="收回的问卷 61 份，多于发放的 18 份",
    edges=(
        Edge("还没有公布情况", passes=UNREPORTED, fails=UNREPORTED, last="2026-12-12", first="2026-12-13"),
        Edge("多于发放的 18 份", _survey(18), _survey(19)),
        Edge(
            "晚于活动日期",
            _with("预告日期: 2026-11-02", "预告日期: 2026-11-12"),
            _with("预告日期: 2026-11-02", "预告日期: 2026-11-13"),
        ),
        Edge(
            "报名截止 2026-11-13 晚于活动日期",
            _with("参加人数: 18", "报名截止: 2026-11-12"),
            _with("参加人数: 18", "报名截止: 2026-11-13"),
        ),
        Edge("早于活动日期", _with("2026-11-16", "2026-11-12"), _with("2026-11-16", "2026-11-11")),
        Edge("2026-11-22 还没有到", _with("2026-11-16", "2026-11-21"), _with("2026-11-16", "2026-11-22")),
    ),
)
PARAMETERS = {"公布天数": as_count}
CHECK_DATES = "核对这两个日期，改正写错的一个"


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Event)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for event in register.everything(Event):
        yield from _dates(rule, event)
        if event.survey and event.survey.returned > event.survey.given:
            message = f"收回的问卷 {event.survey.returned} 份，多于发放的 {event.survey.given} 份"
            yield rule.problem(event, ("问卷", "收回"), message, "核对这两个数")
        yield from _report(register, rule, event)


def _dates(rule: Standard, event: Event) -> Iterator[Problem]:
    for key, day in (("预告日期", event.announced_on), ("报名截止", event.register_by)):
        if day and day > event.date:
            yield rule.problem(event, key, f"{key} {day} 晚于活动日期 {event.date}", CHECK_DATES)


def _report(register: Register, rule: Standard, event: Event) -> Iterator[Problem]:
    day, key = event.reported_on, "情况公布日期"
    if day is None:
        yield from _undated(rule, event)
        yield from _owed(register, rule, event)
    elif day < event.date:
        yield rule.problem(event, key, f"{key} {day} 早于活动日期 {event.date}", CHECK_DATES)
    elif day > register.today:
        message = f"{key} {day} 还没有到，写上就会提前公开"
        yield rule.problem(event, key, message, "到公布那一天再写活动的情况")


def _undated(rule: Standard, event: Event) -> Iterator[Problem]:
    parts = {
        "参加人数": event.attended,
        "答疑": event.answers,
        "问卷": event.survey,
        "意见": event.suggestions,
    }
    written = [key for key, value in parts.items() if value not in (None, ())]
    if written:
        message = f"写了{'、'.join(written)}，没有写“情况公布日期”"
        yield rule.problem(event, written[0], message, "加上“情况公布日期”一行")


def _owed(register: Register, rule: Standard, event: Event) -> Iterator[Problem]:
    days = (register.today - event.date).days
    if event.is_public(register.today) and of_event(Terms.of_rule(register, rule), event).late:
        message = f"{event.date} 举行，到今天已 {days} 天，还没有公布情况"
        fix = "写上参加人数、答疑、问卷、意见和回应，以及“情况公布日期”"
        yield rule.problem(event, "日期", message, fix, Level.NOTICE)
