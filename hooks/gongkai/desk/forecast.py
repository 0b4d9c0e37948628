"""What if nothing more is done: what is overdue on a later day and is not today, by unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gongkai.common.problems import Problem, told
from gongkai.common.workdays import HOLIDAYS, Workdays, announced_years
from gongkai.desk.report import grouping
from gongkai.law.duties import Duty, DutyState
from gongkai.records.types.unit import Unit

#: the heading of what no unit is named for
NOBODY = "没有写明单位的"


@dataclass(frozen=True)
class Coming:
    """What a unit has before it: duties that go overdue, in the order of their days, and new problems."""

    duties: list[Duty] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Forecast:
    """Two days compared; what concerns several units stands at each of them."""

    today: dt.date
    then: dt.date
    units: Mapping[str, Coming]
    #: years of the span whose holidays are not known, and how many duties have no day for it
    unknown_years: Sequence[int]
    undated: int

    @property
    def overdue(self) -> int:
        return len({duty.key for each in self.units.values() for duty in each.duties})

    @property
    def problems(self) -> list[Problem]:
        """Every new problem once, in file order."""
        return sorted({p for each in self.units.values() for p in each.problems}, key=lambda p: p.order)


def forecast(
    days: tuple[dt.date, dt.date],
    duties: tuple[Iterable[Duty], Iterable[Duty]],
    problems: Iterable[tuple[Problem, Sequence[Unit]]],
    calendar: Workdays,
) -> Forecast:
    """``days`` and ``duties`` of today and of then; ``problems`` appear till then, each with its units."""
    already = {duty.key for duty in duties[0] if duty.state is DutyState.OVERDUE}
    then = list(duties[1])
    units: dict[str, Coming] = {}
    for duty in then:
        if duty.state is DutyState.OVERDUE and duty.key not in already:
            for name in _names(duty.units):
                units.setdefault(name, Coming()).duties.append(duty)
    for problem, owners in problems:
        for name in _names(owners):
            units.setdefault(name, Coming()).problems.append(problem)
    order = sorted(units, key=lambda name: (name == NOBODY, -len(units[name].duties), name))
    known = announced_years() | set(calendar.tables)
    years = [year for year in range(days[0].year, days[1].year + 1) if year not in known]
    undated = sum(duty.due is None and duty.state is DutyState.DUE_LATER for duty in then)
    return Forecast(days[0], days[1], {name: units[name] for name in order}, years, undated)


def _names(units: Sequence[Unit]) -> list[str]:
    return [unit.name for unit in units] or [NOBODY]


def as_text(found: Forecast) -> str:
    """For editors: unit by unit what to do before the day, and what the check will say besides."""
    lines = [
        f"从 {found.today} 到 {found.then}，如果什么也不做：",
        f"会有 {found.overdue} 件到期没有办（今天还没有逾期的），检查会多出 {len(found.problems)} 处问题。",
    ]
    for unit, coming in found.units.items():
        lines += ["", f"{unit}（到期 {len(coming.duties)} 件，问题 {len(coming.problems)} 处）"]
        lines += [f"- {duty.due} 前：{duty.title}（依据：{duty.basis}）" for duty in coming.duties]
        if coming.problems:
            lines.append("检查会多出：")
            lines += grouping.lines(coming.problems)
    if found.unknown_years:
        years = "、".join(f"{year}年" for year in found.unknown_years)
        lines += ["", f"{years}的放假安排还没有录入，按工作日计算的期限算不到这些年份，上面没有计入。"]
        lines.append(f"等国务院办公厅的通知公布后，{HOLIDAYS}。")
    if found.undated:
        lines.append(f"另有 {found.undated} 件算不出最后一天。")
    return told("\n".join(lines))


def as_dict(found: Forecast) -> dict[str, object]:
    """The forecast as JSON for programs: what will be overdue, unit by unit, and what will be wrong."""
    overdue = {
        unit: [
            {"due": f"{duty.due}", "kind": duty.kind, "title": told(duty.title), "key": told(duty.key)}
            for duty in coming.duties
        ]
        for unit, coming in found.units.items()
    }
    return {
        "today": found.today.isoformat(),
        "then": found.then.isoformat(),
        "overdue": overdue,
        "problems": [problem.as_dict() for problem in found.problems],
        "problems_by_unit": {unit: len(coming.problems) for unit, coming in found.units.items()},
        "unknown_years": list(found.unknown_years),
        "undated": found.undated,
    }
