"""By which ways information goes out, what becomes of it, how long it is kept."""

from __future__ import annotations

from gongkai.records.vocabulary.term import Term


class Channel(Term):
    """公开渠道和载体: the closed list of the 基层政务公开标准目录."""

    WEBSITE = "政府网站", "website"
    GAZETTE = "政府公报", "gazette"
    NEW_MEDIA = "两微一端", "new-media"
    PRESS = "发布会/听证会", "press"
    BROADCAST = "广播电视", "broadcast"
    PAPER = "纸质媒体", "paper"
    READING_ROOM = "公开查阅点", "reading-room"
    SERVICE_HALL = "政务服务中心", "service-hall"
    KIOSK = "便民服务站", "kiosk"
    AT_HOME = "入户/现场", "at-home"
    NOTICE = "社区/企事业单位/村公示栏（电子屏）", "notice"
    MAIL = "精准推送", "mail"
    OTHER = "其他", "other"


class PushChannel(Term):
    """渠道 by which information was sent to the public without being asked for."""

    WECHAT = "政务微信", "wechat"
    WEIBO = "政务微博", "weibo"
    APP = "政务客户端", "app"
    SHORT_VIDEO = "政务短视频号", "short-video"
    MESSAGE = "短信", "message"


class ThirdPartyAnswer(Term):
    """意见 of somebody whose matters a text touches, asked whether it may be published."""

    AGREED = "同意", "agreed"
    REFUSED = "不同意", "refused"
    SILENT = "未答复", "silent"


class LinkAnswer(Term):
    """结果 of asking for a page of another site."""

    FINE = "打得开", "fine"
    DEAD = "打不开", "dead"
    #: it answered, but perhaps not as it answers readers
    UNSURE = "说不准", "unsure"


class LogKind(Term):
    """种类 of an entry of the 发布日志."""

    PUBLISHED = "发布", "published"
    UPDATED = "更新", "updated"
    CORRECTED = "更正", "corrected"
    MOVED = "改期", "moved"
    WITHDRAWN = "撤下", "withdrawn"
    REPEALED = "废止", "repealed"
    #: of units
    MERGED = "撤并", "merged"
    RENAMED = "更名", "renamed"
    #: a page that has another address
    READDRESSED = "改址", "readdressed"


class Keeping(Term):
    """保管期限 of records in the archive."""

    PERMANENT = "永久", "permanent"
    YEARS_30 = "30年", "30-years"
    YEARS_10 = "10年", "10-years"

    @property
    def years(self) -> int | None:
        """For how many years; None: for ever."""
        return None if self is Keeping.PERMANENT else int(self.value.removesuffix("年"))

    @property
    def handed_over(self) -> bool:
        """Whether it goes to the public archive in time: 永久 and 30年 do."""
        return self is not Keeping.YEARS_10


class ArchiveStep(Term):
    """环节 of what goes to an archive."""

    FILED = "归档", "filed"
    MOVED = "移交", "moved"


class ArchiveState(Term):
    """Where records stand on their way to the archive, derived from the day and from what was delivered."""

    GATHERING = "当年形成", "gathering"
    FILING = "应当归档", "filing"
    FILED = "应已归档", "filed"
    HANDED_OVER = "应已移交档案馆", "handed-over"
    KEPT = "已归档", "kept"
    GIVEN = "已移交档案馆", "given"
