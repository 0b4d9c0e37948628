"""重点单位每月公开条数。

看什么：“单位”里列的重点领域单位，刚过去的一个整月里在本栏目公布的各类内容。
怎样算错：不足“条数”。只看刚过去的一个月，“适用自”以前的不看；栏目里没有的单位不看。
怎样改：把这个月应当公开的内容补上；确实没有可公开的，经批准写豁免（对象写单位的文件路径）。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.duties.periods import Period, period_of
from gongkai.law.example import CLEAN, Edge, Example, Files, a_unit, an_item
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count, as_date, as_text
from gongkai.records.types.standard import Standard
from gongkai.records.types.unit import Unit

_UNIT = "区房管局"


def _items(count: int) -> Files:
    found = dict(a_unit("fangguan-ju", 名称=_UNIT, 曾用名=None))
    for number in range(count):
        found |= an_item(f"fangwu-{number}", 单位=_UNIT, 形成日期=None, 发布日期=f"2026-10-2{number}")
    return found


def _fourth(day: str) -> Files:
    """One of the five items is of another day."""
    return an_item("fangwu-4", 单位=_UNIT, 形成日期=None, 发布日期=day)


EXAMPLE = Example(
    good={**CLEAN, **_items(5)},
    bad={"content/items/minzheng-ju/2026/fangwu-4.md": ""},
    message="2026-10 公开 4 条，不足 5 条",
    edges=(
        Edge("2026-09 公开 0 条，不足 5 条", last="2026-09-30", first="2026-10-01"),
        Edge("公开 4 条，不足 5 条", _fourth("2026-10-01"), _fourth("2026-09-30")),
        Edge("公开 4 条，不足 5 条", _fourth("2026-10-31"), _fourth("2026-11-01")),
    ),
)
PARAMETERS = {"单位": as_text, "条数": as_count, "适用自": as_date}


def scope(register: Register) -> Iterable[Record]:
    return (unit for unit in register.units if unit.state == "在用")


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    month = _last_month(register.today)
    if month.first < as_date(rule.parameters["适用自"]):
        return
    for unit in _units(register, rule):
        days = (record.published for record in register.records_of(unit))
        count = sum(month.first <= day <= month.last for day in days)
        if count < rule.number("条数"):
            message = f"“{unit.label}”{month} 公开 {count} 条，不足 {rule.number('条数')} 条"
            yield rule.problem(unit, "名称", message, "补上这个月应当公开的内容；没有的经批准写豁免")


def _last_month(today: dt.date) -> Period:
    return period_of(period_of(today, 1).first - dt.timedelta(days=1), 1)


def _units(register: Register, rule: Standard) -> list[Unit]:
    found = filter(None, map(register.unit, rule.parameters["单位"].split()))
    return [unit for unit in {unit.id: unit for unit in found}.values() if unit.state == "在用"]
