"""叫人去的地方须有地址。

看什么：办事指南的受理单位，正在征求意见、可以报名的“当面”方式，还没有举行的活动和可以列席的会议的地点。
怎样算错：叫人到一个单位的大厅、窗口去，它的文件里没有“地址”，也没有它的查阅点；活动、会议的“地点”没有路名门牌，
也不在写了地址的单位里。在线访谈不看，“所在社区居民委员会”这样各人不同的地方不看。
怎样改：在 data/units/ 里写这个单位的“地址”和“办公时间”，所有叫人去那里的网页就都带上；
别的地方，在“地点”后面写上地址。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.column.whereabouts import NUMBERED, houses, sent_to, whereabouts
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_unit
from gongkai.records.base import Record
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.service import Service
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.meetings import EventKind, Opening

_SERVICE = Service.EXAMPLE.replace(
    "相关政策: [示建发〔2026〕21号]\n",
    "办理地点: [街道办事处政务服务大厅]\n审查标准: [材料齐全]\n环节: [{名称: 决定, 单位: 望槐街道}]\n"
    "结果查询: [{渠道: 电话, 号码: 010-00000000}]\n",
)
_STREET = {"名称": "望槐街道办事处", "简称": "[望槐街道]", "类别": "街道"}


def _office(**fields: str) -> Files:
    return a_unit(slug="wanghuai-jiedao", 曾用名=None, **_STREET, **fields)


def _event(place: str, held: str = "2026-12-04") -> Files:
    text = f"名称: 公开讲\n类型: 政策公开讲\n日期: {held}\n地点: {place}\n主办单位: 区民政局\n"
    return {"content/events/2026/jiang.md": f"---\n{text}预告日期: 2026-11-02\n---\n讲解。\n"}


_SENDS = {"data/services/dianti.yml": _SERVICE}
_HALL = "望槐街道一层政务服务大厅"

EXAMPLE = Example(
    good={**CLEAN, **_SENDS, **_office(地址="示例区望槐路3号")},
    bad=_office(),
    message="“望槐街道办事处”没有写地址",
    edges=(
        Edge("没有写地址", _office(地址="示例区望槐路3号"), _office()),
        Edge("没有路名门牌", _event(_HALL), _event("望槐街道文化活动站")),
        Edge("没有路名门牌", _event("文化活动站（示例区望槐路9号）"), _event("文化活动站")),
        Edge("没有路名门牌", _event("文化活动站", "2026-11-21"), _event("文化活动站", "2026-11-22")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    yield from (unit for unit, _ in sent_to(register))
    yield from (each for each, _ in _places(register))


def turns(register: Register, rule: Standard) -> Iterable[dt.date]:
    yield from (each.date for each in register.everything(Event))
    yield from (each.date for each in register.everything(Meeting))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for unit, records in sent_to(register):
        if not whereabouts(register, unit).address:
            more = f"等 {len(records)} 处" if records[1:] else ""
            message = f"“{unit.name}”没有写地址，“{records[0].name}”{more}却叫人到那里去"
            yield rule.problem(unit, (), message, "加上“地址”和“办公时间”，叫人去那里的网页都会带上")
    for record, place in _places(register):
        known = any(whereabouts(register, unit).address for unit in houses(register, place))
        if not known and not NUMBERED.search(place):
            message = f"地点“{place}”没有路名门牌，没有去过的人找不到"
            yield rule.problem(record, "地点", message, f"写成 {place}（…路…号）")


def _places(register: Register) -> Iterator[tuple[Event | Meeting, str]]:
    """Where people are expected on a day to come."""
    for each in register.public(Event):
        if each.place and register.today < each.date and each.kind is not EventKind.INTERVIEW:
            yield each, each.place
    for meeting in register.public(Meeting):
        open_to_all = meeting.open and Opening.ATTEND in meeting.openings
        if meeting.place and register.today < meeting.date and open_to_all:
            yield meeting, meeting.place
