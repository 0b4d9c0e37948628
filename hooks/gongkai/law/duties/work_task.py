"""要点任务: each task is done by its deadline."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.duties.duty import Duty, DutyState
from gongkai.law.duties.terms import Terms
from gongkai.records.base import ContentRecord
from gongkai.records.types.work_task import SOON, WorkTask
from gongkai.records.vocabulary.work import TaskState

RULE = "work-task"
NEEDS: dict[str, object] = {}


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a task; old tasks whose progress was never recorded are left out."""
    for task in terms.register.public(WorkTask):
        if not task.unrecorded:
            yield _task(terms, task)


def _task(terms: Terms, task: WorkTask) -> Duty:
    steps = task.steps_on(terms.today)
    done = steps[-1].date if task.state_on(terms.today) is TaskState.DONE else None
    # without a deadline it is only blank while nothing has been done
    open_ended = DutyState.DUE_LATER if steps else DutyState.BLANK
    return terms.duty(
        "work-task",
        task,
        f"{task.plan}{task.label}：{task.task}",
        due=task.due,
        done=done,
        evidence=_evidence(terms, task),
        state=open_ended if task.due is None and done is None else None,
        soon=SOON,
    )


def _evidence(terms: Terms, task: WorkTask) -> tuple[ContentRecord, ...]:
    names = [name for step in reversed(task.steps_on(terms.today)) for name in step.evidence]
    found = [record for record in map(terms.register.record, names) if record]
    public = {record.id: record for record in found if record.is_public(terms.today)}
    return tuple(public.values())
