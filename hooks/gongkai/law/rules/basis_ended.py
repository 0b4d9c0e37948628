"""现行文件所依据的文件须有效。

看什么：现行有效的政策，它所依据的本栏目的文件：表头写了“配套”的，标题是“《…》实施细则”一类的，
正文说“根据《…》制定”的。
怎样算错：所依据的文件已经废止、失效。
怎样改：由制定机关清理：按现行文件修改依据，或废止本文件；确认继续有效的，经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.implementing import Carrying, carries_out, ended
from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, OLD_POLICY, Edge, Example, Files, a_policy
from gongkai.law.shared.stated import place
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard

_OLD = "《示例区养老服务办法（jiu）》（示民发〔2020〕5号）"


def _based(words: str = f"根据{_OLD}第二条，制定本细则。", **fields: str) -> Files:
    """A document in force that rests on the old one."""
    return a_policy(
        "xize",
        body=f"第一条　{words}",
        发文字号="示民发〔2026〕23号",
        成文日期="2026-10-09",
        发布日期="2026-10-12",
        施行日期="2026-10-20",
        是否规范性文件="否",
        审核="{初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: 2026-10-10}",
        **fields,
    )


def _repealed(day: str) -> Files:
    """The old document ends on a day."""
    return {**OLD_POLICY, **_based(), **a_policy(废止=f"[{{文件: jiu, 日期: {day}}}]")}


EXAMPLE = Example(
    good={**CLEAN, **OLD_POLICY, **_based()},
    bad=_repealed("2026-11-10"),
    message="（示民发〔2020〕5号）2026-11-10 起废止，依据示民发〔2026〕21号",
    edges=(
        Edge("所依据的", _repealed("2026-11-22"), _repealed("2026-11-21")),
        # to name an article is not to rest on it
        Edge(
            "所依据的",
            {**_repealed("2026-11-10"), **_based(f"依照{_OLD}第二条申请的，不再申请。")},
            {**_repealed("2026-11-10"), **_based("依照旧办法申请的，不再申请。", 配套="[jiu]")},
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return _in_force(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in _in_force(register):
        for each in carries_out(register, policy):
            if ended(register, each.on):
                yield _problem(register, rule, each)


def _in_force(register: Register) -> list[Policy]:
    return [each for each in register.policies if register.standing(each).in_force]


def _problem(register: Register, rule: Standard, each: Carrying) -> Problem:
    other, standing = each.on, register.standing(each.on)
    number = f"（{other.number}）" if other.number else ""
    by = standing.basis
    basis = (by.number or by.title) if by else standing.basis_text
    ended_by = f"，依据{basis}" if basis else ""
    said = next((f"，正文{place(each.by, point.sentence)}" for point in each.points if point.basis), "")
    message = (
        f"所依据的{in_marks(other.title)}{number}{standing.since} 起{standing.status.value}{ended_by}{said}"
    )
    now = standing.successor
    instead = f"现行的是{in_marks(now.title)}{f'（{now.number}）' if now.number else ''}；" if now else ""
    fix = f"{instead}由制定机关修改依据或废止本文件；确认继续有效的，经批准写豁免"
    return rule.problem(each.by, "标题", message, fix)
