"""先审后发。

看什么：已公布的政策、解读和信息的“审核”：初审、复审、终审和保密审查日期。
怎样算错：政策或解读没有写全，同一个人写了初审、复审、终审中的两项，或保密审查晚于发布日期。信息只提示；
一条也没有写的，合起来提示一次。每一件照它发布那天的规定看：2019年5月15日以前发布的只看保密审查，
只提示；2008年5月1日以前发布的不看。
怎样改：补写“审核”下的初审、复审、终审（姓名或岗位）和保密审查日期。当年在别处发布、现在补录的，
写当年的审查日期。人手少、批准由一人审几道的单位，在本区的规则调整里写进“可以兼审的单位”，写明依据。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.law.shared.review_steps import STEPS, apart, signed_apart, steps, twice, units
from gongkai.records.base import ContentRecord, Record, Review
from gongkai.records.types.item import Item
from gongkai.records.types.standard import Standard


def _by(first: str, second: str) -> Files:
    return a_policy(审核=f"{{初审: {first}, 复审: {second}, 终审: 丙, 保密审查日期: 2026-11-05}}")


def _reviewed(day: str) -> Files:
    return a_policy(审核=f"{{初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: {day}}}")


def _unreviewed(day: str) -> Files:
    return a_policy(成文日期=day, 发布日期=day, 施行日期=day, 审核=None)


EXAMPLE = Example(
    good=CLEAN,
    bad=a_policy(审核="{初审: 甲, 复审: 乙}"),
    message="“审核”缺少终审、保密审查日期",
    edges=(
        Edge("须先审查后发布", _reviewed("2026-11-05"), _reviewed("2026-11-06")),
        Edge("“初审”和“复审”写的是同一个人", _by("甲", "乙"), _by("甲", "　甲")),
        # 三审 is asked for from 2019-05-15 on, the secrecy review from 2008-05-01 on
        Edge("缺少初审、复审、终审", _unreviewed("2019-05-14"), _unreviewed("2019-05-15")),
        Edge("缺少保密审查日期", _unreviewed("2008-04-30"), _unreviewed("2008-05-01")),
    ),
)
PARAMETERS = {"环节": steps, "分人审的": signed_apart, "可以兼审的单位": units}
#: 发布日期: what is entered afterwards is held to what held when it was published
BY_DAY = True
FIX = "发布前完成三审和保密审查，在“审核”下写上初审、复审、终审和保密审查日期"
LATE = "核对这两个日期；当年在别处发布、现在补录的，写当年的审查日期；确实漏审的先撤下再审"
APART = "由两个人审，写实际审的人；本单位批准由一人审几道的，由区里写进规则调整的“可以兼审的单位”"


def scope(register: Register) -> Iterable[Record]:
    return (*register.policies, *register.interpretations, *register.items)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in (*register.policies, *register.interpretations):
        if then := rule.on(record.published):
            yield from _recorded(then, record, then.level)
            yield from _same(then, register, record, then.level)
    without = []
    for item in register.items:
        then = rule.on(item.published)
        if then and item.review is not None:
            yield from _recorded(then, item, Level.NOTICE)
            yield from _same(then, register, item, Level.NOTICE)
        elif then:
            without.append(item)
    if without:
        first: Item = min(without, key=lambda item: item.source.path)
        message = f"有 {len(without)} 条信息没有写“审核”，这是其中一条"
        yield rule.problem(first, "审核", message, FIX, Level.NOTICE)


def _recorded(rule: Standard, record: ContentRecord, level: Level) -> Iterator[Problem]:
    review = record.review or Review()
    values = (review.first, review.second, review.final, review.secrecy)
    written = dict(zip(STEPS, values, strict=True))
    missing = [name for name in steps(rule.parameters["环节"]) if written[name] is None]
    if missing:
        yield rule.problem(record, "审核", f"“审核”缺少{'、'.join(missing)}", FIX, level)
    if review.secrecy is not None and review.secrecy > record.published:
        message = f"保密审查日期 {review.secrecy} 晚于发布日期 {record.published}，须先审查后发布"
        yield rule.problem(record, ("审核", "保密审查日期"), message, LATE, level)


def _same(rule: Standard, register: Register, record: ContentRecord, level: Level) -> Iterator[Problem]:
    """Two steps that one person signed, where the unit may not do so."""
    review = record.review or Review()
    names = {"初审": review.first, "复审": review.second, "终审": review.final}
    if found := twice(apart(rule.parameters, register.units_of(record)), names):
        first, second = found
        message = f"“{first}”和“{second}”写的是同一个人"
        yield rule.problem(record, ("审核", second), message, APART, level)
