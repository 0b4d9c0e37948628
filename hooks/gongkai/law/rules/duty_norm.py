"""应公开事项须写得对。

看什么：data/norms/district.yml 的应公开事项，data/norms/not-owed.yml 的不承担的事项。
怎样算错：编号用了两次，写的规则不存在（错误）；期限没有写出处，数字写着出自依据而没有写核对；不承担的事项写了没有的编号，或者已过有效期。
怎样改：按提示改正；过期而仍不承担的，重新批准，改写“有效期至”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.discovery import rules
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.law.matrix.faults import norm_faults
from gongkai.records.base import Record
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.not_owed import NotOwed
from gongkai.records.types.standard import Standard

_NORMS, _NOT_OWED = "data/norms/district.yml", "data/norms/not-owed.yml"


def _excused(day: str = "2027-12-31", number: str = "QJ-01") -> Files:
    return {_NOT_OWED: NotOwed.EXAMPLE.replace("2027-12-31", day).replace("GJ-15", number)}


EXAMPLE = Example(
    good={**CLEAN, _NORMS: DutyNorm.EXAMPLE, **_excused()},
    bad={_NORMS: DutyNorm.EXAMPLE * 2},
    message="编号“QJ-01”已经用在",
    edges=(
        Edge("已过有效期", _excused("2026-11-21"), _excused("2026-11-20")),
        Edge("没有编号为“QJ-9”的应公开事项", _excused(), _excused(number="QJ-9")),
        Edge(
            "没有写核对到什么程度",
            fails={
                _NORMS: DutyNorm.EXAMPLE.replace("期限: 本级自定", "期限: 依据").replace(
                    "  核对: {条款: 条文}\n", ""
                )
            },
        ),
        Edge("“期限”没有写出处", fails={_NORMS: DutyNorm.EXAMPLE.replace(", 期限: 本级自定", "")}),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    yield from _own(register)
    yield from register.everything(NotOwed)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    norms = register.everything(DutyNorm)
    shipped_first = sorted(norms, key=lambda norm: norm.source.path.startswith("data/"))
    for fault in norm_faults(shipped_first, rules()):
        if fault.norm.source.path.startswith("data/"):
            yield rule.problem(fault.norm, fault.at, fault.message, fault.fix, fault.level)
    numbers = {norm.number for norm in norms}
    for each in register.everything(NotOwed):
        if each.number not in numbers:
            message = f"没有编号为“{each.number}”的应公开事项"
            yield rule.problem(each, "编号", message, "改为应公开事项的编号；不用了就删去这一项")
        if each.expires_on < register.today:
            message = f"“{each.unit}”不承担 {each.number} 已过有效期 {each.expires_on}，重新算作应当公开"
            yield rule.problem(
                each, "有效期至", message, "仍不承担的重新批准，改写有效期；已经承担的删去这一项"
            )


def _own(register: Register) -> list[DutyNorm]:
    """The district's rows; what comes with the program was looked at when it was read."""
    return [each for each in register.everything(DutyNorm) if each.source.path.startswith("data/")]
