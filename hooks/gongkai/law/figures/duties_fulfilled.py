"""全清单履行率: of what the catalogue promised up to today, how much is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.law.duties import Duty, DutyState
from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context

CATALOGUE = "catalogue"
#: states of a duty that has come due, or was kept before its day
_COME = {DutyState.DONE, DutyState.OVERDUE, DutyState.BLANK}
ABOUT = About(
    name="全清单履行率",
    order=115,
    kind=Kind.SHARE,
    measure="项",
    among="公开目录里主动公开的事项到今天为止应当公开的每一次（首次公开，按月、季、年的每一期，按工作日的每一件）",
    counted="已经公开的，包括过了期限才公开的",
    dated="公开期限；没有期限的，已公开的按公开日期，还没有公开的算在本月",
    note="长期公开而没有期限的事项，一件信息也没有的，算应当公开而没有公开。经批准豁免的不计。",
    other="没有公开",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each duty of the catalogue that is not still to come."""
    for duty in context.duties:
        if duty.kind == CATALOGUE and duty.state in _COME:
            done = duty.state is DutyState.DONE
            day = duty.due or duty.done or context.month
            # kept before its day: it belongs to the day on which it was kept
            if day > context.today:
                day = duty.done or context.month
            yield Case(
                duty.record,
                day,
                counted=int(done),
                units=duty.units,
                label=duty.period or ("首次公开" if duty.due else ""),
                note=told(duty),
            )


def in_time(context: Context, duties: Iterable[tuple[Duty, str]]) -> Iterator[Case]:
    """A case for each duty (with its label) that has a day and was kept, or whose day is over."""
    for duty, label in duties:
        if duty.due is not None and duty.state in {DutyState.DONE, DutyState.OVERDUE}:
            # kept before its day: it belongs to the day on which it was kept
            early = duty.done if duty.done and duty.due > context.today else None
            yield Case(
                duty.record,
                early or duty.due,
                counted=int(not duty.late),
                units=duty.units,
                label=label,
                note=told(duty),
            )


def told(duty: Duty) -> str:
    """When a duty was due and when it was kept."""
    due = f"期限 {duty.due_told}" if duty.due else "没有规定期限"
    done = f"{duty.done_told} 完成" if duty.done else duty.state.value
    return f"{due}，{done}"
