"""A decision matter's page: the five statutory steps in order, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.column import drafts
from gongkai.column.matters import Topic, matters_of
from gongkai.column.steps import StepTaken, steps
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.decision import Decision, Step
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.participation import DecisionState, StepState
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.records.views.thread import TYPES, Thread, threads
from gongkai.render.site import Site

SHOWS = Decision

#: fields with a part of the page of their own
_APART = {"形成的文件", "决定结果", "调出理由"}


@dataclass(frozen=True)
class StepView:
    """One step as shown: its name, where it stands and since when, what shows it."""

    name: str
    step: Step
    state: StepState
    date: dt.date | None
    records: list[ContentRecord]
    #: (title, address) of each document that stands beside the draft it came of
    drafts: list[tuple[str, str]]
    topics: list[Topic]
    materials: list[common.FileView]


@dataclass(frozen=True, kw_only=True)
class DecisionView(common.RecordView):
    """Where a matter stands, its five steps, and what came of it."""

    record: Decision
    state: DecisionState
    steps: list[StepView]
    policies: list[Policy]
    threads: list[Thread]
    #: the list of its year
    year_href: str


def view(site: Site, record: Decision) -> DecisionView:
    register = site.facts.register
    shared = common.base(site, record, [row for row in metadata(site, record) if row[0] not in _APART])
    taken = steps(register, record)
    found = matters_of(register, record)
    # what stands with a step or in the thread need not be listed a second time
    shown = {each.id for step in taken for each in step.records}
    shared["mentions"] = [e for e in shared["mentions"] if e.id not in shown and e.TYPE not in TYPES]
    return DecisionView(
        **shared,
        record=record,
        state=register.decision_state(record),
        steps=[_step(site, record, each) for each in taken],
        policies=[policy for matter in found for policy in matter.policies],
        threads=threads(site, found, record.url),
        year_href=site.links.href(record.url, f"decisions/year/{record.year}/"),
    )


def _step(site: Site, record: Decision, taken: StepTaken) -> StepView:
    files = [common.file_view(site, record, e.name, e.file, e.pages) for e in taken.step.materials]
    return StepView(
        name=taken.name,
        step=taken.step,
        state=taken.state,
        date=taken.date,
        records=list(taken.records),
        drafts=_drafts(site, record, taken),
        topics=list(taken.topics),
        materials=files,
    )


def _drafts(site: Site, record: Decision, taken: StepTaken) -> list[tuple[str, str]]:
    known = drafts.finals(site.facts.register)
    return [
        (known[each.id].title, site.links.href(record.url, drafts.address(each)))
        for each in taken.records
        if isinstance(each, Consultation) and each.id in known
    ]
