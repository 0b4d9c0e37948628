"""What is said of a stage of which there is nothing: a gap, or a station still to come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gongkai.column.matters import Matter
from gongkai.common.said_days import cn_date
from gongkai.records.types.decision import Decision
from gongkai.records.vocabulary.documents import Status
from gongkai.records.vocabulary.participation import ConsultationState, DecisionState, StepState
from gongkai.render.facts import Facts

#: stage → the types that belong to it
STAGES: dict[str, tuple[str, ...]] = {
    "征集": ("consultation",),
    "决策程序": ("decision",),
    "会议议题": ("meeting",),
    "文件": ("policy",),
    "解读": ("interpretation",),
    "公报": ("gazette", "gazette-issue"),
    "办事": ("service",),
    "评价": ("evaluation",),
}


@dataclass(frozen=True)
class Gap:
    """Words of an empty stage.

    ``later``: its time has not come, so nothing is missing. ``plain``: there is no more to say than that.
    """

    words: str
    later: bool = False
    plain: bool = False


_NONE = {
    "征集": "没有公开征集意见的记录",
    "决策程序": "没有列入重大行政决策事项目录的记录",
    "会议议题": "没有会议审议的记录",
    "文件": "没有形成文件的记录",
    "解读": "没有解读",
    "公报": "没有政府公报刊登的记录",
    "办事": "没有相关的办事指南",
    "评价": "没有政策评价的记录",
}


def gap(facts: Facts, matter: Matter, stage: str) -> Gap:
    """What is said of a stage where there is nothing of it."""
    told = _BEFORE.get(stage, _after)(facts, matter)
    return told or Gap(_NONE[stage], plain=True)


def _state(facts: Facts, decision: Decision) -> DecisionState:
    return facts.register.decision_state(decision)


def _underway(facts: Facts, matter: Matter) -> bool:
    """Whether a decision is still to be taken."""
    return matter.decision is not None and _state(facts, matter.decision) in _OPEN


_OPEN = {DecisionState.LISTED, DecisionState.UNDERWAY}


def _asking(facts: Facts, matter: Matter) -> Gap | None:
    """Not called for, not yet, or done otherwise."""
    if matter.decision is None:
        return None
    step = matter.decision.steps.participation
    state = step.state_on(facts.register.today)
    if state is StepState.NOT_NEEDED:
        return Gap(f"不需要：{step.reason or '没有写理由'}", later=True)
    if _underway(facts, matter) and state is not StepState.DONE and not matter.policies:
        return Gap("还没有公开征集意见", later=True)
    if state is StepState.DONE:
        return Gap("没有在本栏目公开征集；公众怎样参与，见决策事项的“公众参与”")
    return None


def _deliberated(facts: Facts, matter: Matter) -> Gap | None:
    if _underway(facts, matter) and not matter.policies:
        return Gap("还没有提请会议审议", later=True)
    if matter.decision is None and not matter.policies:
        return Gap("还没有会议审议的记录", later=True)
    return None


def _made(facts: Facts, matter: Matter) -> Gap | None:
    """Why there is no document: to come, dropped, or decided otherwise."""
    decision, today = matter.decision, facts.register.today
    if decision is None:
        running = {ConsultationState.OPEN, ConsultationState.UPCOMING}
        if any(each.state_on(today) in running for each in matter.consultations):
            return Gap("还在征集意见，还没有形成文件", later=True)
        return Gap("还没有公布形成的文件", later=True)
    state = _state(facts, decision)
    if decision.dropped_on and state is DecisionState.DROPPED:
        return Gap(f"已于{cn_date(decision.dropped_on)}调出目录，没有形成文件")
    if state is DecisionState.DECIDED:
        return Gap("已经作出决定，没有公布形成的文件；决定结果见决策事项")
    planned = f"，计划{cn_date(decision.planned_on)}前决定" if decision.planned_on else ""
    return Gap(f"还没有形成文件{planned}", later=True)


def _explained(facts: Facts, matter: Matter) -> Gap | None:
    """Why there is none: promised for a day, or not called for."""
    if len(matter.policies) != 1:
        return _after(facts, matter)
    policy = matter.policies[0]
    if policy.interpretation_due:
        return Gap(f"解读将于{cn_date(policy.interpretation_due)}前公布", later=True)
    if facts.waiver(policy, "interpretation-missing"):
        return Gap("经批准不另作解读")
    return None if policy.needs_interpretation else Gap("不属于必须解读的文件，没有解读")


def _evaluated(facts: Facts, matter: Matter) -> Gap | None:
    """Nothing can be evaluated before it has begun."""
    states = {facts.register.standing(each).status for each in matter.policies}
    if states == {Status.NOT_YET}:
        return Gap("还没有施行", later=True)
    return _after(facts, matter)


def _after(facts: Facts, matter: Matter) -> Gap | None:
    """What follows on a document cannot be missing where there is none."""
    if matter.policies:
        return None
    decision = matter.decision
    ended = decision and _state(facts, decision) in {DecisionState.DROPPED, DecisionState.DECIDED}
    return Gap("没有形成文件") if ended else Gap("文件公布以后才有", later=True)


_BEFORE: dict[str, Callable[[Facts, Matter], Gap | None]] = {
    "征集": _asking,
    "决策程序": lambda facts, matter: None,
    "会议议题": _deliberated,
    "文件": _made,
    "解读": _explained,
    "评价": _evaluated,
}
