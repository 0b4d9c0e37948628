"""决策各步须和征集、会议对得上。

看什么：重大行政决策事项的法定程序，和属于这件事的意见征集、会议议题（互相写明了的）。
怎样算错：征集到会议审议那天、决定那天还没有截止；公众参与写着完成的那天征集还没有截止；
公众参与写了不适用，却有征集；集体讨论的日期不是任何一次审议的日期。
公众参与写着完成，没有征集，也没有写怎样做的（提示）。
怎样改：照案卷核对日期，改正写错的一处；公众参与另有方式的，在“说明”里写明。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.matters import Matter, matters_of
from gongkai.column.register import Register
from gongkai.column.steps import PARTICIPATION, StepTaken, discussions, steps
from gongkai.common.problems import At, Level, Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, Edge, Example, Files, a_meeting
from gongkai.law.rules.consultation_feedback import CONSULTATION
from gongkai.law.rules.consultation_feedback import PATH as ASKED
from gongkai.law.rules.decision_steps import DECISION, PATH
from gongkai.records.base import Record
from gongkai.records.types.decision import Decision
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.participation import StepState

_DONE = DECISION.format(experts="{日期: 2026-08-20}")
_STEP = "{日期: 2026-06-30, 说明: 开了座谈会}"


def _asked(closes: str, step: str = "{日期: 2026-08-31}") -> Files:
    """A consultation of the matter that closes on a day."""
    text = CONSULTATION.replace("反馈: {feedback}", "决策事项: JC2026-05").format()
    opened = text.replace("发布日期: 2026-09-02", "发布日期: 2026-07-01").replace(
        "开始日期: 2026-09-02", "开始日期: 2026-07-01"
    )
    return {
        ASKED: opened.replace("2026-10-08", closes),
        PATH: _DONE.replace(_STEP, step),
    }


def _met(day: str) -> Files:
    """The matter is a topic of a meeting of a day."""
    told = "议定结果: 通过, 结果公布日期: 2026-10-14, 未形成文件说明: 另行印发"
    topic = f"[{{标题: 审议规划, 决策事项: [JC2026-05], {told}}}]"
    return a_meeting(日期=day, 预告日期="2026-10-05", 议题=topic)


def _underway(closes: str) -> Files:
    """A consultation that closes on a day, of a matter that is still to be deliberated."""
    files = _asked(closes)
    return {**files, PATH: files[PATH].partition("  法定程序")[0]}


EXAMPLE = Example(
    good={**CLEAN, PATH: _DONE},
    bad=_met("2026-10-14"),
    message="“集体讨论”写着 2026-10-13",
    edges=(
        Edge("“集体讨论”写着 2026-10-13", _met("2026-10-13"), _met("2026-10-12")),
        Edge("那时征集还没有截止", _asked("2026-08-31"), _asked("2026-09-01")),
        Edge(
            "2026-10-13 已经审议，这时征集还没有截止",
            {**_met("2026-10-13"), **_asked("2026-10-12", "{日期: 2026-10-12}")},
            {**_met("2026-10-13"), **_asked("2026-10-13", "{日期: 2026-10-13}")},
        ),
        Edge(
            "2026-11-24 将审议，这时征集还没有截止",
            {**_met("2026-11-24"), **_underway("2026-11-23")},
            {**_met("2026-11-24"), **_underway("2026-11-24")},
        ),
        Edge("没有征集，也没有写怎样做的", fails={PATH: _DONE.replace(_STEP, "{日期: 2026-06-30}")}),
        Edge("写了不适用", fails=_asked("2026-08-31", "{状态: 不适用, 理由: 不涉及公众}")),
    ),
)
CHECK = "照案卷核对这两个日期，改正写错的一个"


def scope(register: Register) -> Iterable[Record]:
    return register.public(Decision)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for decision in register.public(Decision):
        matter = matters_of(register, decision)[0]
        taken = {each.name: each for each in steps(register, decision)}
        yield from _asked_before(rule, decision, matter, register)
        yield from _participation(rule, decision, matter, taken[PARTICIPATION])
        yield from _discussion(rule, decision, matter, register)


def _asked_before(
    rule: Standard, decision: Decision, matter: Matter, register: Register
) -> Iterator[Problem]:
    """Whoever decides needs to know what the public said: asked before it was deliberated, not after."""
    deliberated = [(each.meeting.date, "审议") for each in discussions(register, matter)]
    days = [*deliberated, *([(decision.decided_on, "决定")] if decision.decided_on else [])]
    if not days:
        return
    day, what = max(days)
    for each in matter.consultations:
        # what was deliberated once may be asked about afterwards, and deliberated again
        if each.opens_on <= day <= each.closes_on:
            when = f"{day} {'已经' if day <= register.today else '将'}{what}"
            message = f"{when}，这时征集还没有截止：{in_marks(each.title)}到 {each.closes_on} 截止"
            yield rule.problem(decision, "事项", message, CHECK)


def _participation(rule: Standard, decision: Decision, matter: Matter, taken: StepTaken) -> Iterator[Problem]:
    step, at = taken.step, ("法定程序", PARTICIPATION)
    if step.written_state is StepState.NOT_NEEDED:
        for each in matter.consultations:
            message = f"“{PARTICIPATION}”写了不适用，却公开征集过：{in_marks(each.title)}"
            yield rule.problem(
                decision, (*at, "状态"), message, "把状态改成完成的日期，或核对征集是不是这件事的"
            )
    elif taken.state is StepState.DONE and step.date:
        yield from _done(rule, decision, matter, taken)


def _done(rule: Standard, decision: Decision, matter: Matter, taken: StepTaken) -> Iterator[Problem]:
    step = taken.step
    at: At = ("法定程序", PARTICIPATION, "日期")
    for each in matter.consultations:
        if step.date and step.date < each.closes_on:
            asked = f"{in_marks(each.title)}到 {each.closes_on} 截止"
            message = f"“{PARTICIPATION}”{step.date} 完成，那时征集还没有截止：{asked}"
            yield rule.problem(decision, at, message, CHECK)
    if not (matter.consultations or step.note or taken.records or step.materials):
        message = f"“{PARTICIPATION}”写着 {step.date} 完成，没有征集，也没有写怎样做的"
        fix = "征集过的，在那次征集写“决策事项”；用座谈、问卷等方式的，在“说明”里写明"
        yield rule.problem(decision, at, message, fix, Level.NOTICE)


def _discussion(rule: Standard, decision: Decision, matter: Matter, register: Register) -> Iterator[Problem]:
    held = [each.meeting for each in discussions(register, matter)]
    written = decision.steps.discussion.date
    if written and held and written not in {each.date for each in held}:
        message = f"“集体讨论”写着 {written}，审议这件事的会议在别的日子：{held[-1].name} {held[-1].date}"
        fix = f"{CHECK}；“集体讨论”不写日期的，按会议的日期算"
        yield rule.problem(decision, ("法定程序", "集体讨论", "日期"), message, fix)
