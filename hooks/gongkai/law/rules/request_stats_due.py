"""依申请公开数字须按月公布。

看什么：data/requests/ 里公布过数字的单位，从“适用自”起的每一个月。
怎样算错：一个月过去“月后天数”天，还没有公布这个月的数字。
怎样改：在当年的文件里加上这个月的数字和“公布日期”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.duties.duty import Duty, DutyState
from gongkai.law.duties.request_stats import NEEDS, owed
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.records.base import Record
from gongkai.records.types.request_stats import RequestStats
from gongkai.records.types.standard import Standard


def _months(last: int) -> Files:
    month = "  - {编号: 2026-%02d, 公布日期: 2026-%02d-05, 上月结转: 0, 新收: 0, 办结: {}, 按时答复: 0}\n"
    head = "标题: 2026年政府信息公开申请办理情况\n单位: 区民政局\n发布日期: 2026-02-05\n月份:\n"
    rows = "".join(month % (number, number + 1) for number in range(1, last + 1))
    return {"data/requests/2026.yml": head + rows}


EXAMPLE = Example(
    good={**CLEAN, **_months(10)},
    bad=_months(9),
    message="2026-10 的数字应在 2026-11-15 前公布",
    edges=(
        Edge("2026-11 的数字应在 2026-12-15 前公布", last="2026-12-15", first="2026-12-16"),
        Edge("，另有 1 个月也没有公布", _months(9), _months(8)),
    ),
)
PARAMETERS = NEEDS


def scope(register: Register) -> Iterable[Record]:
    return register.public(RequestStats)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    late: dict[str, list[Duty]] = {}
    for duty in owed(Terms.of_rule(register, rule)):
        if duty.state is DutyState.OVERDUE:
            late.setdefault(duty.record.id, []).append(duty)
    for duties in late.values():
        newest = duties[-1]
        more = f"，另有 {len(duties) - 1} 个月也没有公布" if len(duties) > 1 else ""
        message = f"{newest.period} 的数字应在 {newest.due} 前公布，现在还没有{more}"
        fix = f"在 data/requests/{newest.period[:4]}.yml 里加上这个月"
        yield rule.problem(newest.record, "月份", message, fix)
