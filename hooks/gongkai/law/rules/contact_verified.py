"""对外电话须按期核验。

看什么：data/contacts/ 里各单位的对外电话。
怎样算错：从“核验日期”算起，超过规定的天数没有再核验；电话所在的单位已经撤并；同一单位写了两份（错误）。
怎样改：逐个拨打核对，改正后改写“核验日期”；单位撤并的，把电话并入承接单位。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_unit
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.contact import Contact
from gongkai.records.types.standard import Standard

_FILE = "data/contacts/minzheng-ju.yml"


def _merged(day: str) -> Files:
    return a_unit(状态="撤并", 撤并日期=day)


EXAMPLE = Example(
    good={**CLEAN, _FILE: Contact.EXAMPLE},
    bad={_FILE: Contact.EXAMPLE.replace("2026-09-01", "2026-03-02")},
    message="2026-03-02 核验，到今天已 264 天",
    edges=(
        Edge("到今天已 181 天", last="2027-02-28", first="2027-03-01"),
        Edge("已经撤并", _merged("2026-11-22"), _merged("2026-11-21")),
    ),
)
PARAMETERS = {"核验天数": as_count}


def scope(register: Register) -> Iterable[Record]:
    return register.public(Contact)


def turns(register: Register, rule: Standard) -> Iterable[dt.date]:
    after = dt.timedelta(days=rule.number("核验天数") + 1)
    return (record.checked_on + after for record in register.everything(Contact))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    known: dict[str, Contact] = {}
    for record in register.public(Contact):
        days, limit = (register.today - record.checked_on).days, rule.number("核验天数")
        if days > limit:
            message = f"{record.name}{record.checked_on} 核验，到今天已 {days} 天，超过 {limit} 天"
            yield rule.problem(record, "核验日期", message, "逐个拨打核对，改正后改写“核验日期”")
        unit = register.unit(record.unit)
        if unit is None:
            continue
        if unit.merged_by(register.today):
            message = f"“{unit.name}”已经撤并，它的电话还列着"
            yield rule.problem(record, "单位", message, "把还用的电话并入承接单位，删去这个文件")
        first = known.setdefault(unit.id, record)
        if first is not record:
            message = f"“{unit.name}”的电话已写在 {first.source.path}"
            yield rule.problem(record, "单位", message, "把两份合成一份", Level.ERROR)
