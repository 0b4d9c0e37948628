"""单位名称须对得上。

看什么：各类内容里写的单位，和 data/units/ 里的单位文件。
怎样算错：写的单位没有；单位撤并以后还在发布；承接单位没有、就是自己、互相承接；
一个名称有两个单位都说是自己的；会议没有写主办单位，名称也看不出是政府常务会。
怎样改：写单位的名称、简称或曾用名；会议写主办单位；撤并后的事情写承接单位；重复的名称从一个单位里删去。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import At, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_meeting, a_unit, an_item
from gongkai.law.shared.cycles import cycles
from gongkai.law.shared.names import unit_reference
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.of_level import called_standing
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Refers
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.types.theme import Theme
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.meetings import MeetingKind


def _merged(day: str) -> Files:
    """The unit of an item of 2026-11-04 is merged on a day."""
    return a_unit(状态="撤并", 撤并日期=day)


EXAMPLE = Example(
    good={**CLEAN, **an_item(单位="区民政处")},
    bad=an_item(单位="区民政居"),
    message="单位“区民政居”在 data/units/ 里没有",
    edges=(
        Edge("不能在 2026-11-04 发布", _merged("2026-11-05"), _merged("2026-11-04")),
        Edge("没有写主办单位", a_meeting(主办单位=None), a_meeting(会议名称="座谈会", 主办单位=None)),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    yield from (record for record in register.content if any(_named(record)))
    yield from register.units
    yield from register.everything(Theme)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in register.content:
        for at, name in _named(record):
            unit = register.unit(name)
            if unit is None:
                yield from unit_reference(register, rule, record, at, name)
            elif unit.merged_on is not None and unit.merged_by(_acted(record)):
                message = f"“{unit.name}”已于 {unit.merged_on} 撤并，不能在 {_acted(record)} 发布"
                yield rule.problem(
                    record, at, message, f"改为承接单位：{unit.merged_into or '（先在单位文件里写明）'}"
                )
    yield from _of_nobody(register, rule)
    for theme in register.everything(Theme):
        for at, name in references(theme, Refers.UNIT):
            if register.unit(name) is None:
                yield from unit_reference(register, rule, theme, at, name)
    yield from _successors(register, rule)
    yield from _claims(register, rule)


def _of_nobody(register: Register, rule: Standard) -> Iterator[Problem]:
    """Meetings that readers would take for the government's own, since nothing says whose they are."""
    for meeting in register.everything(Meeting):
        standing = meeting.kind is MeetingKind.STANDING and called_standing(meeting.title)
        if not (meeting.hosts or standing or meeting.ordinal is not None):
            message = "没有写主办单位，名称也看不出是谁开的会（原因：读者会当成政府的，单位的网页上也没有它）"
            fix = "加上一行 主办单位: …（单位的名称、简称或曾用名）"
            yield rule.problem(meeting, "会议名称", message, fix)


def _named(record: ContentRecord) -> Iterator[tuple[At, str]]:
    """The units that answer for a record, and those that it names beside them."""
    yield from references(record, Refers.UNIT)
    yield from references(record, Refers.NAMED_UNIT)


def _acted(record: ContentRecord) -> dt.date:
    """The day on which the unit acted: it made the document, held the meeting, published the rest."""
    if isinstance(record, Policy):
        return record.made_on
    return record.date if isinstance(record, Meeting) else record.published


def _successors(register: Register, rule: Standard) -> Iterator[Problem]:
    leads: dict[str, list[str]] = {}
    for unit in register.units:
        if unit.merged_into is None:
            continue
        yield from unit_reference(register, rule, unit, ("承接单位",), unit.merged_into)
        successor = register.unit(unit.merged_into)
        if unit.state != "撤并":
            yield rule.problem(
                unit, "承接单位", "写了“承接单位”，状态却不是“撤并”", "加上 状态: 撤并，或删去“承接单位”"
            )
        if successor is not None:
            leads[unit.id] = [successor.id]
    by_id = {unit.id: unit for unit in register.units}
    for cycle in cycles(leads):
        names = " → ".join(by_id[each].name for each in (*cycle, cycle[0]))
        message = f"承接单位成了环：{names}"
        yield rule.problem(by_id[cycle[0]], "承接单位", message, "写撤并后真正承接的单位")


def _claims(register: Register, rule: Standard) -> Iterator[Problem]:
    for name, units in sorted(register.unit_names.claims.items()):
        if len(units) > 1:
            first, *others = sorted(units, key=lambda unit: unit.source.path)
            for unit in others:
                message = f"名称“{name}”有两个单位都在用：{first.source.path} 和 {unit.source.path}"
                yield rule.problem(
                    unit, _place(unit, name), message, "从其中一个单位的名称、简称或曾用名里删去"
                )


def _place(unit: Unit, name: str) -> At:
    listed = {"简称": unit.short_names, "曾用名": unit.former_names, "联合名称": unit.joint_names}
    for key, names in listed.items():
        if name in names:
            return (key, names.index(name))
    return ("名称",)
