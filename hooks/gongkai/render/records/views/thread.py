"""来龙去脉: a policy from the public's first comment to its evaluation, gaps shown as gaps.

The stages go by the name of a record's type, so that a type of record that is added later
takes its place here without further work.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.column import drafts
from gongkai.records.base import ContentRecord
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Refers
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.decision import Decision
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.meetings import MeetingKind
from gongkai.records.vocabulary.participation import StepState
from gongkai.render.facts import Facts
from gongkai.render.records.views import common
from gongkai.render.site import Site


@dataclass(frozen=True)
class Event:
    """Something that happened, or is to happen, on a day."""

    date: dt.date
    words: Markup


@dataclass(frozen=True)
class Stage:
    """One stage of the thread: what there is of it, or what is said of the gap."""

    name: str
    gap: str
    events: list[Event]


#: stage, the types that belong to it, what a gap is called
_STAGES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("征集", ("consultation",), "没有公开征集意见的记录"),
    ("决策程序", ("decision",), "没有列入重大行政决策事项目录的记录"),
    ("会议议题", ("meeting",), "没有会议审议的记录"),
    ("文件", ("policy",), ""),
    ("解读", ("interpretation",), "没有解读"),
    ("公报", ("gazette", "gazette-issue"), "没有政府公报刊登的记录"),
    ("办事", ("service",), "没有相关的办事指南"),
    ("评价", ("evaluation",), "没有政策评价的记录"),
)
#: types that have a stage: a page need not list them a second time
TYPES = frozenset(name for _, types, _ in _STAGES for name in types if name != "policy")


def thread(site: Site, policy: Policy) -> list[Stage]:
    """Every stage in its order, each with its events, oldest first."""
    found = _related(site.facts, policy)
    stages = []
    for name, types, gap in _STAGES:
        if "policy" in types:
            events = list(_document(policy))
        elif "meeting" in types:
            events = list(_topics(site, policy, press=False))
        else:
            events = [_event(site, policy, each) for each in found if each.TYPE in types]
        if "interpretation" in types:
            events += _topics(site, policy, press=True)
            gap = _no_interpretation(site.facts, policy) or gap
        stages.append(Stage(name, gap, sorted(events, key=lambda each: each.date)))
    return stages


def _related(facts: Facts, policy: Policy) -> list[ContentRecord]:
    """The public records that name the policy, and those its decision matter names or is named by."""
    register = facts.register
    found = [*register.mentions(policy), *register.interpretations_of(policy)]
    for matter in [each for each in found if isinstance(each, Decision)]:
        named = [register.record(name) for _, name in references(matter, Refers.RECORD)]
        found += [each for each in named if each and each.is_public(register.today)]
        found += [each for each in register.mentions(matter) if each.TYPE == "consultation"]
    return list({each.id: each for each in found}.values())


def _event(site: Site, policy: Policy, record: ContentRecord) -> Event:
    date, more = _MORE.get(record.TYPE, _plain)(site, record)
    words = common.link(site.links.href(policy.url, record), record.name)
    told = words + Markup("（{}）").format(more) if more else words
    return Event(date, told + _beside_draft(site, policy, record))


def _beside_draft(site: Site, policy: Policy, record: ContentRecord) -> Markup:
    """Where the draft of a consultation stands beside this policy."""
    final = drafts.finals(site.facts.register).get(record.id)
    if not isinstance(record, Consultation) or final is None or final.id != policy.id:
        return Markup("")
    href = site.links.href(policy.url, drafts.address(record))
    return Markup("，") + common.link(href, "草案和定稿逐条对照")


def _plain(site: Site, record: ContentRecord) -> tuple[dt.date, str]:
    return record.published, record.facts[0] if record.TYPE == "interpretation" else ""


def _consultation(site: Site, record: ContentRecord) -> tuple[dt.date, str]:
    """From its first day; what came of it as far as that is known."""
    assert isinstance(record, Consultation)
    feedback = record.feedback_on(site.facts.register.today)
    if feedback:
        more = f"收到意见 {feedback.total} 条，采纳 {feedback.taken} 条"
    else:
        more = str(record.state_on(site.facts.register.today).value)
    return record.opens_on, f"{record.closes_on} 截止，{more}"


def _decision(site: Site, record: ContentRecord) -> tuple[dt.date, str]:
    """From the day it was listed; how many of the five steps are done."""
    assert isinstance(record, Decision)
    states = [step.state_on(site.facts.register.today) for _, step in record.steps.named]
    not_needed = states.count(StepState.NOT_NEEDED)
    done = f"法定程序五步，完成 {states.count(StepState.DONE)} 步"
    more = f"{done}，不适用 {not_needed} 步" if not_needed else done
    return (
        record.published,
        f"{record.year}年目录；{more}；{record.state_on(site.facts.register.today).value}",
    )


_MORE: dict[str, Callable[[Site, ContentRecord], tuple[dt.date, str]]] = {
    "consultation": _consultation,
    "decision": _decision,
}


def _topics(site: Site, policy: Policy, *, press: bool) -> Iterator[Event]:
    """The topics it came of; a press conference explains what others decided."""
    for meeting, number, topic in site.facts.register.topics_of(policy):
        if (meeting.kind is MeetingKind.PRESS) is not press:
            continue
        href = site.links.href(policy.url, f"{meeting.url}#yiti-{number}")
        yield Event(meeting.date, common.link(href, f"{meeting.name}：{topic.title}"))


def _document(policy: Policy) -> Iterator[Event]:
    yield Event(policy.made_on, Markup("成文"))
    yield Event(policy.published_on, Markup("公布"))
    if policy.effective_on:  # what nobody wrote is not told
        yield Event(policy.effective_on, Markup("施行"))


def _no_interpretation(facts: Facts, policy: Policy) -> str | None:
    """Why there is none: promised for a day, or not called for."""
    due = policy.interpretation_due
    if due:
        return f"解读将于 {due} 前公布"
    if facts.waiver(policy, "interpretation-missing"):
        return "经批准不另作解读"
    return None if policy.needs_interpretation else "不属于必须解读的文件，没有解读"
