"""What is said of asking the public before deciding, and of answering it."""

from __future__ import annotations

from gongkai.records.vocabulary.term import Term


class ConsultationState(Term):
    """状态 of a consultation, derived from dates and feedback."""

    UPCOMING = "尚未开始", "upcoming"
    OPEN = "征集中", "open"
    CLOSED = "已截止待反馈", "closed"
    LATE = "反馈逾期", "late"
    ANSWERED = "已反馈", "answered"


class Uptake(Term):
    """采纳情况 of an opinion."""

    TAKEN = "采纳", "taken"
    PARTLY = "部分采纳", "partly"
    REFUSED = "未采纳", "refused"


class ActionKind(Term):
    """What readers can do today."""

    COMMENT = "提意见", "comment"
    REGISTER = "报名", "register"
    CLAIM = "申报", "claim"
    APPLY = "申请", "apply"


class DecisionState(Term):
    """状态 of a matter of the decision catalogue, derived from its steps."""

    LISTED = "列入目录", "listed"
    UNDERWAY = "进行中", "underway"
    DECIDED = "已决定", "decided"
    DROPPED = "调出目录", "dropped"


class StepState(Term):
    """状态 of a statutory step of a decision; derived from its date where none is written."""

    PENDING = "未开始", "pending"
    ONGOING = "进行中", "ongoing"
    DONE = "已完成", "done"
    NOT_NEEDED = "不适用", "not-needed"


class ResponseChannel(Term):
    """渠道 by which a concern of the public is answered."""

    PRESS = "新闻发布会", "press"
    BRIEFING = "媒体通气会", "briefing"
    WEBSITE = "政府网站", "website"
    NEW_MEDIA = "政务新媒体", "new-media"
    INTERVIEW = "接受采访", "interview"
    HOTLINE = "热线答复", "hotline"


class Incident(Term):
    """级别 of a 突发事件."""

    GRAVEST = "特别重大", "gravest"
    GRAVE = "重大", "grave"
    LARGE = "较大", "large"
    COMMON = "一般", "common"
