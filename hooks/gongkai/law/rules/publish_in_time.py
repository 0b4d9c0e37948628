"""形成后 20 个工作日内公开。

看什么：主动公开的政策从“成文日期”到“发布日期”，信息从“形成日期”到“发布日期”。
怎样算错：超过 20 个工作日（节假日和调休上班日照公布的安排计算）。
怎样改：日期写错的改正；确实晚了的今后及时公开，这一条经批准写豁免。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.common.workdays import UnknownYear, Workdays, read_tables
from gongkai.law.example import CLEAN, Edge, Example, Files, an_item
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.item import Item
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import Disclosure


def _item(made: str, published: str) -> Files:
    return an_item(形成日期=made, 发布日期=published)


EXAMPLE = Example(
    good={**CLEAN, **an_item(形成日期="2026-10-08", 发布日期="2026-11-04")},
    bad=_item("2026-09-30", "2026-11-04"),
    message="第 21 个工作日才公开",
    edges=(
        Edge("个工作日才公开", _item("2026-09-30", "2026-11-03"), _item("2026-09-30", "2026-11-04")),
        # Saturday 2026-10-10 is worked for the holidays before it
        Edge("个工作日才公开", _item("2026-09-14", "2026-10-18"), _item("2026-09-14", "2026-10-19")),
        # the first regulation asks for it from 2008-05-01 on
        Edge("个工作日才公开", _item("2008-04-30", "2009-01-05"), _item("2008-05-01", "2009-01-05")),
    ),
)
PARAMETERS = {"工作日": as_count}
#: the day it was made
BY_DAY = True


def scope(register: Register) -> Iterable[Record]:
    return (record for record, _ in _made(register))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    calendar = Workdays(read_tables(rule.parameters))
    for record, made in _made(register):
        then = rule.on(made)
        # never more working days than days: most records need no calendar
        if then and (record.published_on - made).days > then.number("工作日"):
            yield from _late(then, calendar, record, made)


def _made(register: Register) -> Iterator[tuple[Policy | Item, dt.date]]:
    for policy in register.policies:
        if policy.disclosure is Disclosure.ACTIVE:
            yield policy, policy.made_on
    for item in register.items:
        if item.formed_on is not None:
            yield item, item.formed_on


def _late(rule: Standard, calendar: Workdays, record: Policy | Item, made: dt.date) -> Iterator[Problem]:
    limit = rule.number("工作日")
    try:
        if not calendar.is_past(made, limit, record.published_on):
            return
    except UnknownYear:
        return  # the rule of the calendar reports the year
    when = calendar.told(made, limit, record.published_on)
    message = f"{made} 形成，到 {record.published_on} {when}才公开，超过 {limit} 个工作日"
    last = calendar.after(made, limit)
    fix = f"最迟应在 {last} 公开；日期写错的改正，确实晚了的经批准写豁免"
    yield rule.problem(record, "发布日期", message, fix)
