"""征集、会议和文件的先后。

看什么：一件事里的意见征集、会议议题和它们“形成的文件”。
怎样算错：文件已经成文，征集还没有截止；反馈在文件公布以后才公布；文件已经公布，写着形成它的会议还没有开。
怎样改：照原件核对两个日期，改正写错的一个；反馈确实晚了的，在反馈的“说明”里写明原因；
会议听取的是已有文件的情况，不写进“形成的文件”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.matters import Topic, asked_about, matters
from gongkai.column.register import Register
from gongkai.common.problems import At, Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, TOPIC, Edge, Example, Files, a_meeting
from gongkai.law.rules.consultation_feedback import CONSULTATION, PATH
from gongkai.records.base import Record
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard


def _asked(closes: str = "2026-10-08", answered: str = "2026-10-20") -> Files:
    """A consultation that names the document; it is made on 2026-11-02 and published on 2026-11-05."""
    feedback = f"{{公布日期: {answered}, 意见总数: 0, 采纳数: 0}}\n形成的文件: yanglao"
    return {PATH: CONSULTATION.format(feedback=feedback).replace("2026-10-08", closes)}


def _met(day: str) -> Files:
    return a_meeting(日期=day, 议题=TOPIC.replace("2026-11-05", "2026-11-12"))


EXAMPLE = Example(
    good={**CLEAN, **_asked()},
    bad=_asked(answered="2026-11-07"),
    message="反馈到 2026-11-07 才公布",
    edges=(
        Edge("反馈到", _asked(answered="2026-11-05"), _asked(answered="2026-11-06")),
        Edge("征集到", _asked("2026-11-01", "2026-11-04"), _asked("2026-11-02", "2026-11-04")),
        Edge("这次会议", _met("2026-11-05"), _met("2026-11-06")),
    ),
)
CHECK = "照原件核对这两个日期，改正写错的一个"


def scope(register: Register) -> Iterable[Record]:
    return (*register.public(Consultation), *(meeting for meeting in register.meetings if meeting.agenda))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for matter in matters(register):
        for policy in matter.policies:
            for asked in asked_about(register, policy):
                yield from _order(register, rule, policy, asked)
            for topic in matter.deliberations:
                yield from _deliberated(register, rule, policy, topic)


def _order(register: Register, rule: Standard, policy: Policy, asked: Consultation) -> Iterator[Problem]:
    if asked.opens_on <= policy.made_on <= asked.closes_on:
        message = f"征集到 {asked.closes_on} 才截止，{in_marks(policy.title)}{policy.made_on} 已经成文"
        yield rule.problem(asked, "截止日期", message, CHECK)
    feedback = asked.feedback_on(register.today)
    if feedback and feedback.published_on > policy.published_on:
        message = (
            f"反馈到 {feedback.published_on} 才公布，{in_marks(policy.title)}{policy.published_on} 已经公布"
        )
        fix = f"{CHECK}；确实晚了的，在反馈的“说明”里写明原因"
        if not feedback.note:
            yield rule.problem(asked, ("反馈", "公布日期"), message, fix)


def _deliberated(register: Register, rule: Standard, policy: Policy, topic: Topic) -> Iterator[Problem]:
    made = topic.agenda and policy in map(register.policy, topic.agenda.documents)
    if made and topic.meeting.date > policy.published_on:
        at: At = ("议题", topic.number - 1, "形成的文件")
        message = (
            f"这次会议 {topic.meeting.date} 举行，{in_marks(policy.title)}{policy.published_on} 已经公布"
        )
        fix = f"{CHECK}；会议听取的是已有文件的情况，不写进“形成的文件”"
        yield rule.problem(topic.meeting, at, message, fix)
