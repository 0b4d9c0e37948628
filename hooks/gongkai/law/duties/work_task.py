"""要点任务: each task is done by its deadline."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.duties.duty import Duty, DutyState
from gongkai.law.duties.terms import Terms
from gongkai.records.base import ContentRecord
from gongkai.records.types.work_task import WorkTask
from gongkai.records.vocabulary.work import TaskState

RULE = "work-task"
NEEDS: dict[str, object] = {}
#: a task of which nothing was recorded owes nothing any more
_STATES = {
    TaskState.DONE: DutyState.DONE,
    TaskState.UNDER_WAY: DutyState.DUE_LATER,
    TaskState.DUE_SOON: DutyState.DUE_SOON,
    TaskState.OVERDUE: DutyState.OVERDUE,
    TaskState.OPEN_ENDED: DutyState.BLANK,
    TaskState.UNKNOWN: DutyState.BLANK,
}


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a task; old tasks whose progress was never recorded are left out."""
    for task in terms.register.public(WorkTask):
        if not task.unrecorded:
            yield of_task(terms, task)


def of_task(terms: Terms, task: WorkTask) -> Duty:
    """What one task asks for; where it stands is what the task itself says."""
    steps, state = task.steps_on(terms.today), task.state_on(terms.today)
    return terms.duty(
        "work-task",
        task,
        f"{task.plan}{task.label}：{task.task}",
        due=task.due,
        done=steps[-1].date if state is TaskState.DONE else None,
        evidence=_evidence(terms, task),
        state=_STATES[state],
    )


def _evidence(terms: Terms, task: WorkTask) -> tuple[ContentRecord, ...]:
    names = [name for step in reversed(task.steps_on(terms.today)) for name in step.evidence]
    found = [record for record in map(terms.register.record, names) if record]
    public = {record.id: record for record in found if record.is_public(terms.today)}
    return tuple(public.values())
