"""将要出现的错误须提前处理。

看什么：今后若干天里什么也不改会不会出现新的错误：豁免到期，“解读拟公布日期”过去，
定好日期的内容到了公布的日子，规则从某一天起改变。
怎样算错：到那一天会有今天没有的错误，网站就不能再更新。在此以前只警告，不挡住生成，也不挡住正式发布。
豁免的是警告的，到期后不能再正式发布，在此以前提示。
怎样改：在写明的那一天以前，照所说的改法改好；豁免到期的，把问题改好后删去豁免，或经批准改写有效期。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from gongkai.column.register import Register
from gongkai.column.register.subjects import waived_place
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, a_policy, a_waiver
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.standard import DAY, Standard

ID = "coming-error"
_RENSHI = {**CLEAN, **a_policy("renshi", 发文字号="示民发〔2026〕8号")}
EXAMPLE = Example(
    good={**_RENSHI, **a_waiver(有效期至="2027-06-30")},
    bad=a_waiver(有效期至="2026-11-30"),
    message="从 2026-12-01 起是错误",
    edges=(
        Edge("从 2026-12-21 起是错误", a_waiver(有效期至="2026-12-21"), a_waiver(有效期至="2026-12-20")),
        Edge("从 2026-11-22 起是错误", a_waiver(有效期至="2026-11-20"), a_waiver(有效期至="2026-11-21")),
    ),
)
PARAMETERS = {"提前天数": as_count}
#: what the check finds on another day
Later = Callable[[dt.date], Sequence[Problem]]


def scope(register: Register) -> Iterable[Record]:
    return register.content


def turns(register: Register, rule: Standard) -> Iterable[dt.date]:
    """The days on which this rule begins to warn: so many before each day that brings an error."""
    before = dt.timedelta(days=rule.number("提前天数"))
    return (day - before for day in sorted(_error_days(register, {rule.slug: rule})))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    """Nothing by itself: what the other rules will say is asked by ``foretold``, once they are done."""
    yield from ()


def foretold(
    register: Register,
    rule: Standard,
    standards: Mapping[str, Standard],
    found: Sequence[Problem],
    later: Later,
) -> Iterator[Problem]:
    """Every coming error that is none today, and every warning whose waiver ends, at the first day."""
    known = {_key(problem) for problem in found if problem.level is Level.ERROR}
    warned = {_key(problem) for problem in found if problem.level is not Level.NOTICE}
    last = register.today + dt.timedelta(days=rule.number("提前天数"))
    for day in sorted(each for each in _error_days(register, standards) if register.today < each <= last):
        for problem in later(day):
            ended = _ending(register, problem, day)
            if problem.level is Level.ERROR and _key(problem) not in known:
                known.add(_key(problem))
                yield _told(rule, rule.level, day, problem, ended)
            elif problem.level is Level.WARNING and ended and _key(problem) not in warned:
                warned.add(_key(problem))
                yield _told(rule, Level.NOTICE, day, problem, ended)


def _error_days(register: Register, standards: Mapping[str, Standard]) -> set[dt.date]:
    """The days on which an error may appear although nobody changed a file."""
    days = {each.published for each in register.content if not each.is_public(register.today)}
    days |= {waiver.expires_on + DAY for waiver in register.waivers}
    days |= {policy.interpretation_due + DAY for policy in register.policies if policy.interpretation_due}
    days |= {row.withdrawn_on for row in register.moved if row.withdrawn_on}
    days |= {span.start for standard in standards.values() for span in standard.spans() if span.start}
    return days


def _ending(register: Register, problem: Problem, day: dt.date) -> list[str]:
    """The waivers that excuse a problem up to the day before."""
    return [
        waiver.source.path
        for waiver in register.waivers
        if waiver.rule == problem.rule
        and waiver.expires_on + DAY == day
        and waived_place(register, waiver) in {(problem.path, problem.row), (problem.path, None)}
    ]


def _told(rule: Standard, level: Level, day: dt.date, problem: Problem, ended: Sequence[str]) -> Problem:
    why = f"豁免到 {day - DAY} 为止（{'、'.join(ended)}），" if ended else ""
    name = f"（{problem.name} {problem.rule}）"
    message = f"{why}从 {day} 起是{problem.level.value}{name}：{problem.message}"
    return replace(problem, rule=rule.slug, name=rule.title, level=level, message=message)


def _key(problem: Problem) -> tuple[object, ...]:
    return problem.rule, problem.path, problem.row, problem.at
