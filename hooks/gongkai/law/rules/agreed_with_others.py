"""涉及别的机关须协商一致。

看什么：两个以上机关发文的政策和它的“审核”里的“协商一致”；别的内容写了“协商一致”的，也看日期。
怎样算错：第一个以外的发文机关没有书面确认的记录；确认的日期晚于发布日期（警告）。
2019年5月15日以前发布的不看。
怎样改：发布前请有关机关确认，在“审核”的“协商一致”里写上单位和日期；这些不公布。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy, a_unit
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard

_STEPS = "初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: 2019-05-05"


def a_joint_policy(agreed: str, day: str = "2026-11-05") -> Files:
    """A policy of two organs, with what is recorded of the second."""
    days = {"成文日期": day, "发布日期": day} if day != "2026-11-05" else {}
    review = f"{{{_STEPS}, 协商一致: [{agreed}]}}" if agreed else f"{{{_STEPS}}}"
    return a_policy(发文机关="[区民政局, 区财政局]", 审核=review, **days)


def _confirmed(day: str) -> str:
    return f"{{单位: 区财政局, 日期: {day}}}"


EXAMPLE = Example(
    good={
        **CLEAN,
        **a_unit("caizheng", 名称="区财政局", 曾用名="[区财政处]"),
        **a_joint_policy(_confirmed("2026-11-03")),
    },
    bad=a_joint_policy(""),
    message="没有写“区财政局”协商一致的记录",
    edges=(
        Edge(
            "晚于发布日期", a_joint_policy(_confirmed("2026-11-05")), a_joint_policy(_confirmed("2026-11-06"))
        ),
        Edge("没有写“区财政局”", a_joint_policy("", "2019-05-14"), a_joint_policy("", "2019-05-15")),
        # by whatever name, but no other organ
        Edge(
            "没有写“区财政局”",
            a_joint_policy(_confirmed("2026-11-03").replace("财政局", "财政处")),
            a_joint_policy(_confirmed("2026-11-03").replace("财政局", "民政局")),
        ),
    ),
)
#: 发布日期: what is entered afterwards is held to what held when it was published
BY_DAY = True


def scope(register: Register) -> Iterable[Record]:
    return _asked(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in _asked(register):
        if then := rule.on(record.published):
            yield from _missing(register, then, record)
            yield from _late(then, record)


def _asked(register: Register) -> list[ContentRecord]:
    """What has more than one issuer, and what says with whom it was agreed."""
    return [
        each
        for each in register.all
        if (isinstance(each, Policy) and len(each.issuers) > 1 and not each.elsewhere)
        or (each.review and each.review.agreed_with)
    ]


def _missing(register: Register, rule: Standard, record: ContentRecord) -> Iterator[Problem]:
    if not isinstance(record, Policy):
        return
    agreed = record.review.agreed_with if record.review else ()
    known = {unit.id for each in agreed if (unit := register.unit(each.unit))}
    for name in record.issuers[1:]:
        if (unit := register.unit(name)) and unit.id not in known:
            fix = "发布前请它确认，在“审核”的“协商一致”里写上单位和日期"
            yield rule.problem(record, "审核", f"没有写“{name}”协商一致的记录", fix)


def _late(rule: Standard, record: ContentRecord) -> Iterator[Problem]:
    for place, each in enumerate(record.review.agreed_with if record.review else ()):
        if each.agreed_on > record.published:
            message = f"“{each.unit}”{each.agreed_on} 才协商一致，晚于发布日期 {record.published}"
            at = ("审核", "协商一致", place, "日期")
            yield rule.problem(record, at, message, "核对日期；今后先协商一致再发布", Level.WARNING)
