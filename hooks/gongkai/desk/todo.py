"""待办 of a unit: what is late, due, ending, to be looked at again, never begun, and what a new year asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache

from gongkai.column.register import Register
from gongkai.common.paper.blocks import Block, Bullets, Paper, Paragraph
from gongkai.desk.monthly import (
    DUE,
    ENDING,
    EXPIRES,
    Column,
    duty_table,
    ending,
    still_open,
    table,
    within,
)
from gongkai.law.duties import Duty, DutyState
from gongkai.law.matrix import Cell, Matrix, matrix_of
from gongkai.records.base import ContentRecord
from gongkai.records.types.decision import Decision
from gongkai.records.types.project import Project
from gongkai.records.types.unit import Unit
from gongkai.records.types.work_task import WorkTask
from gongkai.records.vocabulary.norms import CellState

#: the kinds of duties that are to look again at what stands there
REVIEWS = ("page-review", "dataset-update")
_NONE_LATE = "没有逾期的事项。"
#: from November a year is prepared; by the end of March what it asks at its turn is there
_FROM, _UNTIL = 11, 3


class Todo:
    """The lists of all units on a day; what all need is worked out once."""

    def __init__(self, column: Column) -> None:
        self.column = column
        self._matrix = cache(lambda day: matrix_of(column.register.on(day), column.standards))

    def paper(self, unit: Unit) -> Paper:
        """The list of one unit, to be printed or mailed."""
        register = self.column.register
        owed = [duty for duty in self.column.duties if unit in duty.units]
        late = [duty for duty in owed if duty.state in {DutyState.OVERDUE, DutyState.BLANK}]
        soon = [duty for duty in owed if self._soon(duty)]
        ends, again = ending(self.column, unit, owed), [duty for duty in owed if self._again(duty)]
        silent, turn = self._silent(unit), list(self._turn(unit))
        counts = (len(late), len(silent), len(soon), len(ends), len(again), len(turn))
        over = sum(cell.state is CellState.OVERDUE for cell in silent)
        # what was never begun may be overdue as well: it stands in the second list, and is not denied here
        none = f"已经在公开的没有逾期；从来没有公开过的，有 {over} 项逾期，列在下面。" if over else _NONE_LATE
        blocks: list[Block] = [
            Paragraph(f"数据截至 {register.today}。栏目：{register.column.portal}·{register.column.name}。"),
            Bullets(_sums(counts, over)),
            *duty_table("一、已经逾期的", late, none),
            *_cells("二、应当公开还没有公开的", silent, "没有。"),
            *duty_table(f"三、今后 {DUE} 天到期的", soon, f"今后 {DUE} 天没有到期的事项。"),
            *table(f"四、今后 {EXPIRES} 天失效或者要核验的", ("内容", "到期"), ends, "没有。"),
            *duty_table(f"五、今后 {EXPIRES} 天要复核、更新的", again, "没有。"),
            *table("六、换年要做的", ("内容", "到期"), turn, "现在没有。"),
        ]
        title = f"{unit.name}政务公开待办（{register.today}）"
        return Paper(title, register.column.organiser, register.today, tuple(blocks))

    def _soon(self, duty: Duty) -> bool:
        known = duty.kind not in (*ENDING, *REVIEWS)
        return known and still_open(duty) and within(self.column.register, duty.due, DUE)

    def _again(self, duty: Duty) -> bool:
        near = within(self.column.register, duty.due, EXPIRES)
        return duty.kind in REVIEWS and still_open(duty) and near

    def _silent(self, unit: Unit) -> list[Cell]:
        """What no other list names: asked of the unit by a norm, and not there."""
        return [
            cell
            for cell in _of(self._matrix(self.column.register.today), unit)
            if cell.state.missing and not cell.told_elsewhere
        ]

    def _turn(self, unit: Unit) -> Iterator[tuple[str, str]]:
        """What the new year asks, from November to the end of March."""
        today = self.column.register.today
        year = turning(today)
        if year is None:
            return
        by = dt.date(year, _UNTIL, 31)
        for duty in self.column.duties:
            later = duty.due and today + dt.timedelta(days=DUE) < duty.due <= by
            if later and unit in duty.units and still_open(duty) and duty.kind not in (*ENDING, *REVIEWS):
                yield duty.title, f"{duty.due}"
        known = {cell.key for cell in self._silent(unit)}
        for cell in _of(self._matrix(by), unit):
            new = cell.due > today if cell.due else cell.period.startswith(f"{year}")
            open_ = cell.key not in known and cell.done is None and not cell.told_elsewhere
            if new and open_ and (cell.due or by) <= by:
                yield f"{cell.norm.label}（{cell.period}）", f"{cell.due or '没有写明'}"
        yield from _begun(self.column.register, unit, year)


def turning(today: dt.date) -> int | None:
    """The year that begins; None between its turns."""
    if today.month >= _FROM:
        return today.year + 1
    return today.year if today.month <= _UNTIL else None


def _begun(register: Register, unit: Unit, year: int) -> Iterator[tuple[str, str]]:
    """What the unit had a part in last year and nobody has begun for this one; and what has not moved."""
    kinds: tuple[tuple[str, type[ContentRecord]], ...] = (
        ("政务公开工作要点的分工和落实", WorkTask),
        ("重大行政决策事项目录", Decision),
        ("民生实事等事项", Project),
    )
    for words, kind in kinds:
        had = [each for each in register.everything(kind) if _year(each) == year - 1]
        count = sum(unit in register.units_of(each) for each in had)
        if count and not any(_year(each) == year for each in register.everything(kind)):
            yield f"{year}年{words}（{year - 1}年由本单位承担 {count} 项，{year}年的还没有）", "没有写明"
    for project in register.everything(Project):
        mine = unit in register.units_of(project) and project.year in (year - 1, year)
        if mine and not project.progress_on(register.today):
            yield f"{project.year}年“{project.title}”还没有公布过进展", f"{project.due(1)}"


def _year(record: ContentRecord) -> int:
    """The year of the file that a record stands in."""
    return int(record.source.path.rpartition("/")[2][:4])


def _of(matrix: Matrix, unit: Unit) -> list[Cell]:
    return [cell for mark in matrix.of_unit(unit) for cell in mark.cells]


def _cells(title: str, cells: Sequence[Cell], none: str) -> list[Block]:
    rows = [
        (
            f"{cell.norm.label}{f'（{cell.period}）' if cell.period else ''}",
            f"{cell.due}" if cell.due else "没有写明",
            f"{cell.state}",
            cell.norm.basis,
        )
        for cell in cells
    ]
    return table(title, ("事项", "最后一天", "状态", "依据"), rows, none)


def _sums(counts: tuple[int, ...], over: int) -> tuple[str, ...]:
    """The lists with how much is in them; ``over``: so many of what was never published are overdue."""
    words = (
        "已经逾期 {} 件",
        f"应当公开还没有公开 {{}} 项{f'，其中逾期 {over} 项' if over else ''}",
        f"{DUE} 天内到期 {{}} 件",
        f"{EXPIRES} 天内失效或者要核验 {{}} 件",
        f"{EXPIRES} 天内要复核、更新 {{}} 件",
        "换年要做 {} 件",
    )
    return tuple(word.format(count) for word, count in zip(words, counts, strict=True))
