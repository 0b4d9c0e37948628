"""会议议题须有结果。

看什么：已经公布的会议的每一个议题。
怎样算错：议定的公开议题既没有“形成的文件”，也没有“未形成文件说明”；
形成的文件找不到或还没有公布；结果在会后 3 个工作日以后才公布，
或开放的会议开过 3 个工作日还没有写“议定结果”（警告）；有结果没有“结果公布日期”（提示）。
怎样改：在议题下补写“议定结果”“结果公布日期”“形成的文件”；没有形成文件的写“未形成文件说明”。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import At, Level, Problem
from gongkai.common.workdays import HOLIDAYS, UnknownYear, Workdays, read_tables
from gongkai.law.duties.duty import Duty
from gongkai.law.duties.meeting_outcome import NEEDS, of_meeting
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, TOPIC, Edge, Example, Files, a_meeting
from gongkai.law.shared.names import hidden_reference, policy_reference
from gongkai.records.base import Record
from gongkai.records.types.meeting import Agenda, Meeting
from gongkai.records.types.standard import DAY, Standard

OPEN = a_meeting(议题="[{标题: 审议养老服务办法, 承办单位: 区民政局}]")


def _held(day: str, told: str = "") -> Files:
    """A meeting of a day, with its outcome published on another."""
    topic = TOPIC.replace("2026-11-05", told) if told else TOPIC.replace("    结果公布日期: 2026-11-05\n", "")
    return a_meeting(日期=day, 预告日期=min(day, "2026-10-28"), 议题=topic)


def _open_on(day: str) -> Files:
    return a_meeting(日期=day, 议题="[{标题: 审议养老服务办法, 承办单位: 区民政局}]")


_YEAR_END, _OPEN_LATER = _open_on("2026-12-30"), _open_on("2027-01-04")


EXAMPLE = Example(
    good=CLEAN,
    bad=a_meeting(
        议题="""
  - 标题: 审议养老服务办法
    承办单位: 区民政局
    议定结果: 审议通过。
    结果公布日期: 2026-11-05"""
    ),
    message="议定了，没有写形成了什么文件",
    edges=(
        Edge(
            "才公布，超过 3 个",
            passes=a_meeting(议题=TOPIC.replace("2026-11-05", "2026-11-06")),
            fails=a_meeting(议题=TOPIC.replace("2026-11-05", "2026-11-07")),
        ),
        Edge("还没有公布议定结果", passes=OPEN, fails=OPEN, last="2026-11-06", first="2026-11-07"),
        # Saturday 2026-10-10 is worked for the holidays before it
        Edge("会后第", _held("2026-09-30", "2026-10-10"), _held("2026-09-30", "2026-10-11")),
        Edge("会后第", _held("2016-09-06", "2016-11-01"), _held("2016-09-07", "2016-11-01")),
        Edge("没有写“结果公布日期”", _held("2026-11-22"), _held("2026-11-21")),
        Edge("最迟哪一天公布算不出来", _YEAR_END, _YEAR_END, last="2026-12-31", first="2027-01-01"),
        # the year of the meeting itself is for the rule of the calendar
        Edge("最迟哪一天公布算不出来", _OPEN_LATER, _YEAR_END, last="2027-01-20", first="2027-01-20"),
    ),
)
PARAMETERS = NEEDS


def scope(register: Register) -> Iterable[Record]:
    return (meeting for meeting in register.everything(Meeting) if meeting.agenda)


def turns(register: Register, rule: Standard) -> Iterable[dt.date]:
    calendar = Workdays(read_tables(rule.parameters))
    for meeting in register.everything(Meeting):
        try:
            yield calendar.after(meeting.date, rule.number("工作日")) + DAY
        except UnknownYear:
            continue  # the rule of the calendar reports the year


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    terms = Terms.of_rule(register, rule)
    for meeting in register.everything(Meeting):
        owed = of_meeting(terms, meeting) if meeting.is_public(register.today) else {}
        for place, topic in enumerate(meeting.agenda):
            yield from _documents(register, rule, meeting, place, topic)
            if meeting.is_public(register.today):
                yield from _decided(rule, meeting, place, topic)
            if place in owed and meeting.date <= register.today:
                yield from _in_time(terms, meeting, place, topic, owed[place])


def _documents(
    register: Register, rule: Standard, meeting: Meeting, place: int, topic: Agenda
) -> Iterator[Problem]:
    for number, name in enumerate(topic.documents):
        at: At = ("议题", place, "形成的文件", number)
        yield from policy_reference(register, rule, meeting, at, name, "形成的文件")
        yield from hidden_reference(register, rule, meeting, at, name, "形成的文件")


def _decided(rule: Standard, meeting: Meeting, place: int, topic: Agenda) -> Iterator[Problem]:
    if topic.open and topic.outcome and not topic.documents and not topic.no_document:
        message = f"议题“{topic.title}”议定了，没有写形成了什么文件"
        fix = "加上“形成的文件”（政策的文件名或文号）；没有形成文件的，加上“未形成文件说明”"
        yield rule.problem(meeting, ("议题", place, "议定结果"), message, fix)


def _in_time(terms: Terms, meeting: Meeting, place: int, topic: Agenda, duty: Duty) -> Iterator[Problem]:
    at: At = ("议题", place, "结果公布日期" if topic.outcome_on else "标题")
    day = topic.outcome_on or terms.today
    if topic.outcome and not topic.outcome_on:
        message, fix = f"议题“{topic.title}”有议定结果，没有写“结果公布日期”", "加上“结果公布日期”一行"
        yield terms.standard.problem(meeting, ("议题", place, "议定结果"), message, fix, Level.NOTICE)
    elif duty.due is None:
        yield from _unreckoned(terms, meeting, at, topic, day)
    elif duty.is_past(day):
        yield _late(terms, meeting, at, topic, day)


def _unreckoned(terms: Terms, meeting: Meeting, at: At, topic: Agenda, day: dt.date) -> Iterator[Problem]:
    """The last day is not known, and the day is in or after the year that is missing."""
    try:
        terms.calendar.after(meeting.date, terms.number("工作日"))
    except UnknownYear as unknown:
        if meeting.date.year < unknown.year <= day.year:  # else the rule of the calendar reports the year
            message = f"议题“{topic.title}”的结果最迟哪一天公布算不出来：{unknown}"
            fix = f"把{unknown.year}年的放假安排{HOLIDAYS}"
            yield terms.standard.problem(meeting, at, message, fix, Level.WARNING)


def _late(terms: Terms, meeting: Meeting, at: At, topic: Agenda, day: dt.date) -> Problem:
    limit = terms.number("工作日")
    when = terms.calendar.told(meeting.date, limit, day)
    if topic.outcome_on:
        message = f"议题“{topic.title}”的结果到 {day} 会后{when}才公布，超过 {limit} 个"
        fix = "日期写错的改正；确实晚了的经批准写豁免"
    else:
        message = f"议题“{topic.title}”到会后{when}还没有公布议定结果，超过 {limit} 个"
        fix = "写上“议定结果”“结果公布日期”和“形成的文件”；没有形成文件的写“未形成文件说明”"
    return terms.standard.problem(meeting, at, message, fix, Level.WARNING)
