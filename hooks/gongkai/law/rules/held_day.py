"""公布过的发布日期、形成日期、成文日期不改。

看什么：各类内容的“发布日期”“形成日期”和“成文日期”，data/dates/ 里登记的、公布过的同一个日期。
怎样算错：和登记的不一样，又没有一条更正写明：原文里有登记的那一天，更正后里有现在这一天。
旧信息改了日期再排到前面，就成了新信息：这是伪造发稿日期。
怎样改：改回公布过的日期；原来就写错的，另写一条更正，原文写原来的日期，更正后写对的日期。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, an_item
from gongkai.law.shared.corrected_day import corrected
from gongkai.law.shared.earlier_names import earlier_names
from gongkai.records.base import ContentRecord
from gongkai.records.fields.confirmed import fixed_keys
from gongkai.records.types.standard import Floor, Standard

FLOOR = Floor.LEVEL
ITEM = "items/minzheng-ju/2026/jiuzhu"


def _registered(day: str) -> Files:
    return {"data/dates/items.txt": f"{ITEM} 发布日期 {day}\n"}


EXAMPLE = Example(
    good={**CLEAN, **_registered("2026-11-04")},
    bad=an_item(发布日期="2026-11-05"),
    message="公布过的“发布日期”是 2026-11-04，现在是 2026-11-05",
    edges=(
        Edge("公布过的“发布日期”是 2026-11-03", _registered("2026-11-04"), _registered("2026-11-03")),
        Edge("公布过的“发布日期”是 2026-11-05", _registered("2026-11-04"), _registered("2026-11-05")),
    ),
)


def scope(register: Register) -> list[ContentRecord]:
    return [record for record in register.content if fixed_keys(type(record)) and not record.held_back]


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    before = earlier_names(register) if register.announced else {}
    for record in scope(register) if register.announced else ():
        for key, attribute in fixed_keys(type(record)).items():
            now: dt.date | None = getattr(record, attribute)
            names = (*before.get(record.url, ()), record.lasting_id)
            told = [day for name in names for day in register.announced.get((name, key), ())]
            for day in dict.fromkeys(told):
                if day != now and not corrected(register.corrections_of(record), day, now):
                    yield _moved(rule, record, key, day, now)


def _moved(rule: Standard, record: ContentRecord, key: str, day: dt.date, now: dt.date | None) -> Problem:
    message = f"公布过的“{key}”是 {day}，现在{f'是 {now}' if now else '没有写'}，没有更正"
    fix = f"改回 {day}；原来就写错的，在 content/corrections/ 写一条更正，原文写 {day}，更正后写对的日期"
    return rule.problem(record, key, message, fix)
