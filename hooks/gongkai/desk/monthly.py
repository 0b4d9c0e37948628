"""A unit's monthly report: what is late, due and ending, what it published, what the check still finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gongkai.column.register import Register
from gongkai.common.paper.blocks import Block, Bullets, Heading, Paper, Paragraph, Row, Table
from gongkai.common.problems import Problem, told
from gongkai.common.title_marks import in_marks
from gongkai.desk.report import grouping
from gongkai.law.duties import Duty, DutyState
from gongkai.law.duties.owners import Owners
from gongkai.law.matrix import Cell, Matrix, matrix_of
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.types.unit import Unit

#: how far ahead the report looks, in days
DUE, EXPIRES = 30, 90
#: kinds of duties that come from something ending
ENDING = ("policy-expiry", "waiver-expiry")
#: the rule that says for how many days a verified number, address or opening hours hold
_VERIFIED = ("contact-verified", "核验天数")


@dataclass(frozen=True)
class Column:
    """What all reports of one run are made from: the column on a day."""

    register: Register
    duties: Sequence[Duty]
    problems: Sequence[Problem]
    standards: Mapping[str, Standard]

    @cached_property
    def matrix(self) -> Matrix:
        """Who owes what on the day."""
        return matrix_of(self.register, self.standards)

    @cached_property
    def owners(self) -> Owners:
        """Whose each problem is, worked out once for all units."""
        return Owners(self.register)


def report(column: Column, unit: Unit, month: str) -> Paper:
    """The report of one unit; ``month`` (``2026-11``) is the month whose publications it lists.

    What is late and due counts from the register's day.
    """
    register = column.register
    owed = [duty for duty in column.duties if unit in duty.units]
    late = [duty for duty in owed if duty.state in {DutyState.OVERDUE, DutyState.BLANK}]
    soon = [
        duty
        for duty in owed
        if duty.kind not in ENDING and within(register, duty.due, DUE) and still_open(duty)
    ]
    ends = ending(column, unit, owed)
    published = [each for each in register.records_of(unit) if f"{each.published:%Y-%m}" == month]
    faults = [problem for problem in column.problems if unit in column.owners.of(problem)]
    counts = (len(late), len(soon), len(ends), len(published), len(faults))
    blocks: list[Block] = [
        Paragraph(f"数据截至 {register.today}。栏目：{register.column.portal}·{register.column.name}。"),
        Bullets(_summary(counts)),
        *duty_table("一、已经逾期和还没有公开过的", late, "没有逾期的事项。"),
        *_owed(column, unit),
        *duty_table(f"二、今后 {DUE} 天到期的", soon, f"今后 {DUE} 天没有到期的事项。"),
        *table(f"三、今后 {EXPIRES} 天失效或者要核验的", ("内容", "到期"), ends, "没有。"),
        *_published(register, published, month),
        *_faults(faults),
    ]
    year, number = month.split("-")
    title = f"{unit.name}政务公开月报（{year}年{int(number)}月）"
    return Paper(title, register.column.organiser, register.today, tuple(blocks))


def _owed(column: Column, unit: Unit) -> list[Block]:
    """What the unit should have published by the norms of the country, the city and the district."""
    cells = [cell for mark in column.matrix.of_unit(unit) for cell in mark.cells if _asked(cell)]
    rows = [
        (f"{cell.norm.title}（{cell.period}）" if cell.period else cell.norm.title,
         f"{cell.due}" if cell.due else cell.norm.limit.told or "没有写明", cell.state.value, cell.norm.basis)
        for cell in cells
    ]  # fmt: skip
    return table("应当公开还没有公开的", ("事项", "最后一天", "状态", "依据"), rows, "没有缺的。")


def _asked(cell: Cell) -> bool:
    """What another rule asks already stands among what is late."""
    return cell.state.missing and not cell.told_elsewhere


def _summary(counts: tuple[int, ...]) -> tuple[str, ...]:
    words = (
        "逾期和空白 {} 件",
        f"{DUE} 天内到期 {{}} 件",
        f"{EXPIRES} 天内失效或者要核验 {{}} 件",
        "当月公布 {} 条",
        "检查发现的问题 {} 处",
    )
    return tuple(word.format(count) for word, count in zip(words, counts, strict=True))


def still_open(duty: Duty) -> bool:
    """Whether it is not yet due and not yet done."""
    return duty.state in {DutyState.DUE_LATER, DutyState.DUE_SOON}


def within(register: Register, day: dt.date | None, days: int) -> bool:
    """Whether a day is among so many to come."""
    return day is not None and register.today <= day <= register.today + dt.timedelta(days=days)


def ending(column: Column, unit: Unit, owed: Iterable[Duty]) -> list[tuple[str, ...]]:
    """Documents that end, waivers that end, numbers and hours to be verified again; by day."""
    register = column.register
    found = {(duty.due, duty.title) for duty in owed if duty.kind in ENDING and still_open(duty)}
    told = {duty.record.id for duty in owed if duty.kind in ENDING}
    for record in register.records_of(unit):
        if isinstance(record, Policy) and record.id not in told and register.standing(record).in_force:
            found.add((record.expires_on, f"{in_marks(record.title)}有效期届满"))
        elif due := _verified_until(column, record):
            found.add((due, f"核验“{record.name}”的电话、地址和时间"))
    ahead = {(day, title) for day, title in found if day and within(register, day, EXPIRES)}
    return [(title, day.isoformat()) for day, title in sorted(ahead)]


def _verified_until(column: Column, record: ContentRecord) -> dt.date | None:
    """The last day for verifying again a record that says when it was last verified."""
    rule, name = _VERIFIED
    checked = getattr(record, "checked_on", None)
    standard = column.standards.get(rule)
    days = standard.parameters.get(name, "") if standard else ""
    return checked + dt.timedelta(days=int(days)) if checked and days.isdecimal() else None


def duty_table(title: str, duties: Sequence[Duty], none: str) -> list[Block]:
    """Duties with their days, under a heading."""
    rows = [
        (duty.title, f"{duty.due}" if duty.due else "没有写明", duty.state.value, duty.basis)
        for duty in duties
    ]
    return table(title, ("事项", "最后一天", "状态", "依据"), rows, none)


def _published(register: Register, records: Sequence[ContentRecord], month: str) -> list[Block]:
    title = f"四、{month} 公布的"
    rows = [
        (each.name, each.LABEL, each.published.isoformat(), register.column.root + each.url)
        for each in records
    ]
    return table(title, ("标题", "种类", "公布日期", "网址"), rows, "当月没有公布内容。")


def _faults(problems: Sequence[Problem]) -> list[Block]:
    rows = []
    for each in grouping.told(problems):
        problem = each.shorter()
        place = f"{problem.file}:{problem.line or 1}"
        rows.append((problem.message, problem.level.value, f"{place}。{each.rest}".rstrip("。"), problem.fix))
    return table("五、检查发现的问题", ("问题", "级别", "位置", "改法"), rows, "检查没有发现问题。")


#: by the first words of their headers
_WIDTHS = {"内容": (80, 20), "事项": (40, 15, 11, 34), "标题": (40, 12, 15, 33), "问题": (34, 8, 26, 32)}


def table(title: str, header: tuple[str, ...], rows: Sequence[tuple[str, ...]], none: str) -> list[Block]:
    """Rows under a heading; ``none`` where there are none."""
    if not rows:
        return [Heading(title), Paragraph(none)]
    caption = f"共 {len(rows)} 项"
    return [
        Heading(title),
        Table(caption, header, tuple(Row(tuple(map(told, row))) for row in rows), _WIDTHS[header[0]]),
    ]
