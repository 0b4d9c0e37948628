"""公布过的日期改了，须写明原因。

看什么：读者会记下的日期（会议和活动的日期、征集的开始和截止日期、报名截止、完成时限、施行日期等），
data/dates/ 里登记的、公布过的日期，和“日期变更”。
怎样算错：日期和登记的不一样，又没有一项“日期变更”从那一天改到现在这一天；“日期变更”前后接不上，
最后一项不到现在写的日期；“字段”不是这类内容的日期；公布日期还没有到。
怎样改：写错的改回公布过的日期；确实要改的，加一项“日期变更”，写字段、原日期、新日期、原因、公布日期。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import At, Problem
from gongkai.law.example import CLEAN, Edge, Example, a_meeting
from gongkai.law.shared.earlier_names import earlier_names
from gongkai.records.base import Record
from gongkai.records.fields.confirmed import confirmed_keys, told_dates
from gongkai.records.fields.parts import Move
from gongkai.records.types.standard import Standard

MOVE = """
  - 字段: 日期
    原日期: 2026-11-01
    新日期: 2026-11-03
    原因: 会场检修
    公布日期: 2026-10-29"""
EXAMPLE = Example(
    good={**CLEAN, **a_meeting(日期变更=MOVE)},
    bad=a_meeting(日期变更=MOVE.replace("2026-11-03", "2026-11-02")),
    message="变更后的新日期 2026-11-02 不是现在写的“日期”2026-11-03",
    edges=(
        Edge(
            "变更的公布日期 2026-11-22 还没有到",
            a_meeting(日期变更=MOVE.replace("2026-10-29", "2026-11-21")),
            a_meeting(日期变更=MOVE.replace("2026-10-29", "2026-11-22")),
        ),
    ),
)
HOW = "写错的改回 {day}；确实要改的，在“日期变更”下加一项：字段 {key}、原日期、新日期、原因、公布日期"


def scope(register: Register) -> Iterable[Record]:
    """Every public record with a day that readers count on."""
    return register.promising


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    before = earlier_names(register)
    for record in register.promising:
        yield from _written(register, rule, record)
        for key in confirmed_keys(type(record)):
            yield from _kept(register, rule, record, key, [*before.get(record.url, ()), record.lasting_id])


def _written(register: Register, rule: Standard, record: Record) -> Iterator[Problem]:
    """Each 日期变更 is of a date there is, leads on to the next, and is announced."""
    known = confirmed_keys(type(record))
    moves: tuple[Move, ...] = getattr(record, "moves", ())
    for place, move in enumerate(moves):
        at: At = ("日期变更", place)
        if move.key not in known:
            message = f"“{move.key}”不是{record.LABEL}里公布的日期"
            yield rule.problem(record, (*at, "字段"), message, f"写其中一个：{'、'.join(known)}")
            continue
        later = next((each for each in moves[place + 1 :] if each.key == move.key), None)
        day = later.old if later else known[move.key].date(record)
        if move.new != day:
            what = "下一次变更的原日期" if later else f"现在写的“{move.key}”"
            message = f"变更后的新日期 {move.new} 不是{what}{' ' if later else ''}{day or '（没有写）'}"
            fix = f"“{move.key}”写最后一次变更后的日期，几次变更前后相接"
            yield rule.problem(record, (*at, "新日期"), message, fix)
        if move.announced_on > register.today:
            message = f"变更的公布日期 {move.announced_on} 还没有到，写上就会提前公开"
            yield rule.problem(record, (*at, "公布日期"), message, "到公布那一天再写")


def _kept(
    register: Register, rule: Standard, record: Record, key: str, names: list[str]
) -> Iterator[Problem]:
    """Every date announced before still stands, or is one it was moved from."""
    told = told_dates(record, key)
    announced = [day for name in names for day in register.announced.get((name, key), ())]
    for day in dict.fromkeys(day for day in announced if day not in told):
        yield _lost(rule, record, key, day, told[-1] if told else None)


def _lost(rule: Standard, record: Record, key: str, day: dt.date, now: dt.date | None) -> Problem:
    what = f"现在是 {now}" if now else "现在没有写"
    message = f"公布过的“{key}”是 {day}，{what}，没有写日期变更和原因"
    at = confirmed_keys(type(record))[key].at
    return rule.problem(record, at, message, HOW.format(day=day, key=key))
