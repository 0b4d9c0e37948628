"""A decision matter's page: the five statutory steps in order, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.column import drafts
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.decision import Decision, Step
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.participation import DecisionState, StepState
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.site import Site

SHOWS = Decision

#: fields with a part of the page of their own
_APART = {"形成的文件", "决定结果", "调出理由"}


@dataclass(frozen=True)
class StepView:
    """One step as shown: its name, where it stands, what shows it."""

    name: str
    step: Step
    state: StepState
    records: list[ContentRecord]
    #: (title, address) of each document that stands beside the draft it came of
    drafts: list[tuple[str, str]]
    materials: list[common.FileView]


@dataclass(frozen=True, kw_only=True)
class DecisionView(common.RecordView):
    """Where a matter stands, its five steps, and what came of it."""

    record: Decision
    state: DecisionState
    steps: list[StepView]
    policies: list[Policy]
    #: the list of its year
    year_href: str


def view(site: Site, record: Decision) -> DecisionView:
    register = site.facts.register
    shared = common.base(site, record, [row for row in metadata(site, record) if row[0] not in _APART])
    steps = [_step(site, record, name, step, shared["mentions"]) for name, step in record.steps.named]
    shown = {each.id for step in steps for each in step.records}
    shared["mentions"] = [each for each in shared["mentions"] if each.id not in shown]
    found = map(register.policy, record.documents)
    return DecisionView(
        **shared,
        record=record,
        state=record.state_on(register.today),
        steps=steps,
        policies=[policy for policy in found if policy and policy.is_public(register.today)],
        year_href=site.links.href(record.url, f"decisions/year/{record.year}/"),
    )


def _step(site: Site, record: Decision, name: str, step: Step, mentions: list[ContentRecord]) -> StepView:
    """A step with the records it names; consultations that name the matter stand with 公众参与."""
    today = site.facts.register.today
    named = [each for each in map(site.facts.register.record, step.records) if each and each.is_public(today)]
    if name == "公众参与":
        named += [each for each in mentions if each.TYPE == "consultation"]
    materials = [common.file_view(site, record, each.name, each.file, each.pages) for each in step.materials]
    unique = list({each.id: each for each in named}.values())
    known = drafts.finals(site.facts.register)
    beside = [
        (known[each.id].title, site.links.href(record.url, drafts.address(each)))
        for each in unique
        if isinstance(each, Consultation) and each.id in known
    ]
    return StepView(name, step, step.state_on(today), unique, beside, materials)
