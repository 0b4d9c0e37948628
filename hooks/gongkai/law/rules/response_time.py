"""突发事件须及时回应。

看什么：回应关切的发生和回应的日期、时间；写明“突发事件”级别的，看多久以后在哪里回应。
怎样算错：回应早于发生（错误）；规定级别的突发事件没有举行新闻发布会，或发生和回应
相隔超过规定的小时数，没有写时间的按最短的可能算。
怎样改：核对日期和时间；渠道漏写的补上“新闻发布会”；确实晚了的经批准写豁免。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.duties.duty import Duty
from gongkai.law.duties.response import NEEDS, concerns, of_response, time_of
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.records.base import Record
from gongkai.records.types.response import Response
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.participation import ResponseChannel

RESPONSE = """\
---
标题: 供水管线抢修情况发布会
关切: 居民关心什么时候恢复供水
回应单位: 区民政局
突发事件: 重大
发生日期: 2026-11-04
发生时间: 18:20
回应日期: {date}
回应时间: {time}
渠道: [新闻发布会, 政府网站]
---
管线已经修复，全部恢复供水。
"""
PATH = "content/responses/2026/gongshui.md"


def _at(date: str, time: str) -> dict[str, str]:
    return {PATH: RESPONSE.format(date=date, time=time)}


EXAMPLE = Example(
    good={**CLEAN, PATH: RESPONSE.format(date="2026-11-05", time="10:00")},
    bad={PATH: RESPONSE.format(date="2026-11-06", time="10:00")},
    message="超过 24 小时",
    edges=(
        Edge(
            "超过 24 小时",
            passes={PATH: RESPONSE.format(date="2026-11-05", time="18:20")},
            fails={PATH: RESPONSE.format(date="2026-11-05", time="18:21")},
        ),
        Edge("早于发生", _at("2026-11-04", "18:20"), _at("2026-11-04", "18:19")),
    ),
)
PARAMETERS = NEEDS


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Response)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    terms = Terms.of_rule(register, rule)
    for response in register.everything(Response):
        if _begins(response) > _ends(response):
            message = f"回应 {_when(response)} 早于发生"
            yield rule.problem(response, "回应日期", message, "核对日期和时间，改正写错的一个", Level.ERROR)
        elif concerns(terms, response):
            yield from _channel(rule, response)
            yield from _in_time(rule, response, of_response(terms, response))


def _channel(rule: Standard, response: Response) -> Iterator[Problem]:
    if ResponseChannel.PRESS not in response.channels:
        message = f"{response.incident}突发事件的回应，渠道里没有新闻发布会"
        fix = "举行了的补写“新闻发布会”；没有举行的经批准写豁免"
        yield rule.problem(response, "渠道", message, fix)


def _in_time(rule: Standard, response: Response, duty: Duty) -> Iterator[Problem]:
    if duty.is_past(response.answered_on, time_of(response.answered_at)):
        message = f"{response.incident}突发事件到 {_when(response)} 才回应，超过 {rule.number('小时')} 小时"
        yield rule.problem(response, "回应日期", message, "日期写错的改正；确实晚了的经批准写豁免")


def _begins(response: Response) -> dt.datetime:
    return dt.datetime.combine(response.raised_on, time_of(response.raised_at) or dt.time.min)


def _ends(response: Response) -> dt.datetime:
    return dt.datetime.combine(response.answered_on, time_of(response.answered_at) or dt.time.max)


def _when(response: Response) -> str:
    return " ".join(filter(None, (response.answered_on.isoformat(), response.answered_at)))
