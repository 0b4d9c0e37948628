"""机构信息须齐全。

看什么：data/units/ 里写了领导或内设机构的在用单位。
怎样算错：职责、领导、内设机构、地址、办公时间没有写全，或者没有对外电话。
怎样改：在单位的文件里补上；对外电话写在 data/contacts/。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_unit
from gongkai.records.base import Record
from gongkai.records.types.contact import Contact
from gongkai.records.types.standard import Standard
from gongkai.records.types.unit import Unit

_PART = {
    "职责": "负责社会救助。",
    "领导": "[{职务: 局长, 分工: 主持全面工作}]",
    "内设机构": "[{名称: 办公室}]",
    "办公时间": "工作日 09:00—17:30",
}


def _merged(day: str) -> Files:
    return a_unit(slug="minzheng-ju", 状态="撤并", 撤并日期=day, **_PART)


EXAMPLE = Example(
    good={**CLEAN, **a_unit(slug="minzheng-ju", 地址="示例区安民大街20号", 对外电话="010-00000000", **_PART)},
    bad=a_unit(slug="minzheng-ju", **_PART),
    message="没有写地址、对外电话",
    edges=(
        # from the day on which it is merged another unit has its tasks
        Edge("没有写地址、对外电话", _merged("2026-11-21"), _merged("2026-11-22")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return _told(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    called = {unit.id for each in register.public(Contact) if (unit := register.unit(each.unit))}
    for unit in _told(register):
        if missing := _missing(unit, called):
            message = f"“{unit.name}”没有写{'、'.join(missing)}"
            yield rule.problem(unit, (), message, "在单位的文件里补上；对外电话写在 data/contacts/")


def _told(register: Register) -> list[Unit]:
    """Units that say who leads them or what they are made of: they are to say the rest as well."""
    return [u for u in register.units if (u.leaders or u.offices) and not u.merged_by(register.today)]


def _missing(unit: Unit, called: set[str]) -> list[str]:
    parts = {
        "职责": unit.duties,
        "领导": unit.leaders,
        "内设机构": unit.offices,
        "地址": unit.address,
        "办公时间": unit.hours,
        "对外电话": unit.phone or unit.id in called,
    }
    return [key for key, value in parts.items() if not value]
