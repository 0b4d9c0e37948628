"""A task's page: whose it is, by when, where it stands, and the records that prove it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from gongkai.records.base import ContentRecord
from gongkai.records.types.work_task import Step, WorkTask
from gongkai.records.vocabulary.work import TaskState
from gongkai.render.facts import Facts
from gongkai.render.records.views import common
from gongkai.render.site import Site

SHOWS = WorkTask


@dataclass(frozen=True, kw_only=True)
class TaskView(common.RecordView):
    """Where a task stands, and the steps that led there."""

    record: WorkTask
    state: TaskState
    #: steps up to the day, oldest first, each with the public records that prove it
    steps: list[tuple[Step, list[ContentRecord]]]


def view(site: Site, record: WorkTask) -> TaskView:
    today = site.facts.register.today
    shared = common.base(site, record, _metadata(site, record))
    shared["crumbs"] = [
        *site.links.section_crumbs(record, record.url),
        (record.plan, site.links.href(record.url, f"work-points/{record.file}/")),
        (record.label, None),
    ]
    shared["previous"], shared["next"] = _beside(site.facts, record)
    steps = [(step, _proof(site.facts, step)) for step in record.steps_on(today)]
    return TaskView(**shared, record=record, state=record.state_on(today), steps=steps)


def _beside(facts: Facts, record: WorkTask) -> tuple[WorkTask | None, WorkTask | None]:
    """The tasks before and after it in its plan."""
    plan = [task for task in facts.register.public(WorkTask) if task.file == record.file]
    place = plan.index(record)
    return plan[place - 1] if place else None, plan[place + 1] if place + 1 < len(plan) else None


def _proof(facts: Facts, step: Step) -> list[ContentRecord]:
    found = [facts.register.record(name) for name in step.evidence]
    return [each for each in found if each and each.is_public(facts.register.today)]


def _metadata(site: Site, record: WorkTask) -> list[tuple[str, Markup]]:
    rows: list[tuple[str, Markup | str | None]] = [
        ("要点", common.policy_links(site, record.url, (record.plan,))),
        ("编号", record.label),
        ("栏目", record.block),
        ("完成时限", common.day(record.due) if record.due else "没有写明"),
        ("时限说明", record.due_note),
        ("牵头单位", common.unit_links(site, record.url, record.leads)),
        ("责任单位", common.unit_links(site, record.url, record.units)),
        ("其他单位", record.others),
        ("分工", "；".join(record.shares)),
        ("公开位置", record.places),
        ("发布日期", common.day(record.published_on)),
    ]
    return [(label, Markup(escape(value))) for label, value in rows if value]
