"""What those who follow a unit or a matter are told of, and the ways by which it may reach them."""

from __future__ import annotations

from gongkai.records.vocabulary.term import Term


class LifeKind(Term):
    """What happens to a record after it was published: entries of feeds."""

    EFFECTIVE = "开始施行", "effective"
    AMENDED = "修改", "amended"
    PARTLY_REPEALED = "部分废止", "partly-repealed"
    SUSPENDED = "停止执行", "suspended"
    RESUMED = "恢复执行", "resumed"
    ENDING = "快要失效", "ending"
    REPEALED = "废止", "repealed"
    EXPIRED = "失效", "expired"
    INTERPRETED = "有了解读", "interpreted"
    CORRECTED = "更正", "corrected"
    MOVED = "改期", "moved"
    ANSWERED = "公布反馈", "answered"
    CLOSED = "征集截止", "closed"
    #: a meeting or an event that owes its outcome
    HELD = "已经举行", "held"
    RESULT = "公布结果", "result"
    LATE = "逾期", "late"
    READDRESSED = "改址", "readdressed"
    WITHDRAWN = "撤下", "withdrawn"
    #: of units
    MERGED = "撤并", "merged"
    RENAMED = "更名", "renamed"


class FollowWay(Term):
    """渠道 of a service by which a district sends out what feeds tell."""

    MAIL = "电子邮件", "mail"
    WECHAT = "微信", "wechat"
    MESSAGE = "短信", "message"
    APP = "客户端", "app"
