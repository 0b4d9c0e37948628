"""栏目须及时更新。

看什么：全栏目、动态类（信息、会议、活动、回应关切）和政策文件各自最近一次公布或更新的日期，
和全栏目最近一周公布的条数。公布过的内容不到“起看条数”的，还谈不上更新，不看。
怎样算错：离最近一次超过规定的天数；一周里公布的不足规定条数。
怎样改：把应当公开的内容及时公布；确实没有的，复核已有内容并写上“更新说明”。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy, an_item
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.values import as_count
from gongkai.records.traits import Trait
from gongkai.records.types.standard import Standard


def _items(day: str) -> Files:
    found: dict[str, str] = {}
    for number in range(10):
        found |= an_item(f"dongtai-{number}", 形成日期=None, 发布日期=day)
    return found


def _policies(count: int) -> Files:
    """So many policies with the one there is."""
    found: dict[str, str] = {}
    for number in range(1, count):
        found |= a_policy(f"zhengce-{number}", 发文字号=f"示民发〔2026〕{30 + number}号")
    return found


def _in_a_week(count: int) -> Files:
    """So many items in the last week, where a district asks for two."""
    asked = {"data/rulebook/freshness.yml": "依据: [{文件: 示例区办法}]\n参数: {每周条数: 2}\n"}
    return {**asked, **_items("2026-11-10"), **dict(list(_items("2026-11-20").items())[:count])}


def _whole(count: int) -> Files:
    """So many records in the whole column, by taking items away."""
    return dict.fromkeys(list(_items("2026-11-20"))[count - 5 :], "")


EXAMPLE = Example(
    good={**CLEAN, **_items("2026-11-20")},
    bad=_items("2026-10-25"),
    message="动态类栏目 16 天没有更新",
    edges=(
        Edge("全栏目 15 天没有更新", last="2026-12-04", first="2026-12-05"),
        Edge("动态类栏目 15 天没有更新", last="2026-12-04", first="2026-12-05"),
        Edge(
            "政策文件 181 天没有更新",
            _policies(10),
            last="2027-05-04",
            first="2027-05-05",
            fails=_policies(10),
        ),
        Edge("政策文件 181 天没有更新", _policies(9), _policies(10), last="2027-05-05", first="2027-05-05"),
        Edge("最近一周公布和更新 0 条，不足 1 条", last="2026-11-26", first="2026-11-27"),
        Edge("最近一周公布和更新 1 条，不足 2 条", _in_a_week(2), _in_a_week(1)),
        # with the nine records of an empty column nothing is looked at yet
        Edge("全栏目", _whole(9), _whole(10), last="2026-12-20", first="2026-12-20"),
        Edge("最近一周公布和更新 0 条", _whole(9), _whole(10), last="2026-12-20", first="2026-12-20"),
    ),
)
PARAMETERS = {
    **dict.fromkeys(("首页天数", "动态天数", "政策天数", "每周条数", "起看条数"), as_count),
}
_WEEK = dt.timedelta(days=7)


def scope(register: Register) -> Iterable[Record]:
    return register.all


def turns(register: Register, rule: Standard) -> Iterable[dt.date]:
    """So many days after each change that was or will be the newest of its column."""
    limits = {rule.number(name) + 1 for name in ("首页天数", "动态天数", "政策天数")} | {_WEEK.days}
    oldest = register.today - dt.timedelta(days=max(limits))
    days = {day for each in register.content for day in each.change_days if day >= oldest}
    return {day + dt.timedelta(days=limit) for day in days for limit in limits}


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    if any(issubclass(each.record_type, ContentRecord) for each in register.broken):
        return  # the newest may be among the faulty files: they will be mended
    groups: tuple[tuple[str, str, list[ContentRecord]], ...] = (
        ("全栏目", "首页天数", register.all),
        ("动态类栏目", "动态天数", [each for each in register.all if Trait.LIVELY in each.TRAITS]),
        ("政策文件", "政策天数", list(register.policies)),
    )
    for label, parameter, records in groups:
        if len(records) >= rule.number("起看条数"):
            yield from _stale(register.today, rule, label, rule.number(parameter), records)
    if len(register.all) >= rule.number("起看条数"):
        yield from _weekly(register, rule)


def _stale(
    today: dt.date, rule: Standard, label: str, limit: int, records: Sequence[ContentRecord]
) -> Iterator[Problem]:
    newest = max(records, key=lambda each: (each.last_change(today), each.id))
    days = (today - newest.last_change(today)).days
    if days > limit:
        message = f"{label} {days} 天没有更新，超过 {limit} 天，最近的是这一条"
        yield rule.problem(newest, (), message, "公布应当公开的内容，或复核已有内容并写上“更新说明”")


def _weekly(register: Register, rule: Standard) -> Iterator[Problem]:
    since = register.today - _WEEK
    count = sum(record.last_change(register.today) > since for record in register.all)
    if count < rule.number("每周条数"):
        message = f"最近一周公布和更新 {count} 条，不足 {rule.number('每周条数')} 条，最近的是这一条"
        yield rule.problem(register.all[0], (), message, "每周至少公布或更新一次")
