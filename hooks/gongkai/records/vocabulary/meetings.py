"""What is said of meetings and events, and of the days they set."""

from __future__ import annotations

from gongkai.records.vocabulary.term import Term


class MeetingKind(Term):
    """会议类型."""

    STANDING = "区政府常务会", "standing"
    DEPARTMENT = "部门会议", "department"
    STREET = "街道会议", "street"
    TOWN = "镇会议", "town"
    TOWNSHIP = "乡会议", "township"
    TELECONFERENCE = "电视电话会议", "teleconference"
    PRESS = "新闻发布会", "press"


class MeetingState(Term):
    """状态 of a meeting, derived from its day and what was published of it."""

    UPCOMING = "将召开", "upcoming"
    AWAITED = "已召开，等结果", "closed"
    LATE = "结果逾期", "late"
    PUBLISHED = "结果已公布", "answered"
    #: it owes no outcome: a press conference, a meeting of which no topic is open
    HELD = "已召开", "held"


class Opening(Term):
    """开放方式 of a meeting."""

    ATTEND = "列席", "attend"
    STREAM = "网络直播", "stream"
    BROADCAST = "广播电视", "broadcast"


class Delegate(Term):
    """类别 of people who attend a meeting."""

    PARTY = "利益相关方", "party"
    PUBLIC = "公众代表", "public"
    EXPERT = "专家学者", "expert"
    CONGRESS = "人大代表", "congress"
    CONSULTATIVE = "政协委员", "consultative"
    MEDIA = "媒体", "media"


class EventKind(Term):
    """类型 of an event at which the public meets its government."""

    OPEN_DAY = "政务开放日", "open-day"
    CHAMBER = "公开议事厅", "chamber"
    LECTURE = "政策公开讲", "lecture"
    REPORT = "政府向公众报告", "report"
    INTERVIEW = "在线访谈", "interview"


class EventState(Term):
    """状态 of an event, derived from its dates and what was published of it."""

    REGISTERING = "报名中", "open"
    UPCOMING = "即将举行", "upcoming"
    HELD = "已举行", "closed"
    LATE = "情况逾期", "late"
    REPORTED = "已公布情况", "answered"


class OccasionKind(Term):
    """What happens on a day of the calendar."""

    OPENS = "征集开始", "opens"
    CLOSES = "征集截止", "closes"
    WAY_CLOSES = "部分方式截止", "way-closes"
    MEETING = "会议", "meeting"
    PRESS = "新闻发布会", "press"
    EVENT = "活动", "event"
    REGISTER = "报名截止", "register"
    EFFECTIVE = "文件施行", "effective"
    EXPIRES = "有效期届满", "expires"
    APPLY = "申报截止", "apply"
