"""What if nothing more is done: what is overdue on a later day and is not today, by unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gongkai.duties import Duty, DutyState
from gongkai.problems import Problem
from gongkai.workdays import Workdays, announced_years

#: the heading of what no unit is named for
NOBODY = "没有写明单位的"


@dataclass(frozen=True)
class Forecast:
    """Two days compared: duties that go overdue in between, by unit, and problems that appear."""

    today: dt.date
    then: dt.date
    #: unit → its duties, in the order of their days; a duty of several units stands at each
    overdue: Mapping[str, Sequence[Duty]]
    problems: Sequence[Problem]
    #: years of the span whose holidays are not known, and how many duties have no day for it
    unknown_years: Sequence[int]
    undated: int

    @property
    def count(self) -> int:
        return len({duty.key for found in self.overdue.values() for duty in found})


def forecast(
    days: tuple[dt.date, dt.date],
    duties: tuple[Iterable[Duty], Iterable[Duty]],
    problems: Sequence[Problem],
    calendar: Workdays,
) -> Forecast:
    """``days`` and ``duties`` are those of today and of then; ``problems`` those that appear till then."""
    already = {duty.key for duty in duties[0] if duty.state is DutyState.OVERDUE}
    then = list(duties[1])
    coming = [duty for duty in then if duty.state is DutyState.OVERDUE and duty.key not in already]
    by_unit: dict[str, list[Duty]] = {}
    for duty in coming:
        for name in [unit.name for unit in duty.units] or [NOBODY]:
            by_unit.setdefault(name, []).append(duty)
    known = announced_years() | set(calendar.tables)
    years = [year for year in range(days[0].year, days[1].year + 1) if year not in known]
    undated = sum(duty.due is None and duty.state is DutyState.DUE_LATER for duty in then)
    order = sorted(by_unit, key=lambda name: (name == NOBODY, -len(by_unit[name]), name))
    overdue = {name: by_unit[name] for name in order}
    return Forecast(days[0], days[1], overdue, problems, years, undated)


def as_text(found: Forecast) -> str:
    """For editors: unit by unit what to do before the day, then what the check will say beside it."""
    lines = [f"从 {found.today} 到 {found.then}，如果什么也不做："]
    lines.append(f"会有 {found.count} 件到期没有公开（今天还没有逾期的）。")
    for unit, duties in found.overdue.items():
        lines += ["", f"{unit}（{len(duties)} 件）"]
        lines += [f"- {duty.due} 前：{duty.title}（依据：{duty.basis}）" for duty in duties]
    lines += ["", f"检查会多出 {len(found.problems)} 处问题。"]
    lines += [problem.as_text() for problem in found.problems]
    if found.unknown_years:
        years = "、".join(f"{year}年" for year in found.unknown_years)
        lines += ["", f"{years}的放假安排还没有录入，按工作日计算的期限算不到这些年份，上面没有计入。"]
        lines.append("等国务院办公厅的通知公布后，写进 data/standards/working-days.yml。")
    if found.undated:
        lines.append(f"另有 {found.undated} 件因此算不出最后一天。")
    return "\n".join(lines)


def as_dict(found: Forecast) -> dict[str, object]:
    """The same for programs."""
    overdue = {
        unit: [
            {"due": f"{duty.due}", "kind": duty.kind, "title": duty.title, "key": duty.key} for duty in duties
        ]
        for unit, duties in found.overdue.items()
    }
    return {
        "today": found.today.isoformat(),
        "then": found.then.isoformat(),
        "overdue": overdue,
        "problems": [problem.as_dict() for problem in found.problems],
        "unknown_years": list(found.unknown_years),
        "undated": found.undated,
    }
