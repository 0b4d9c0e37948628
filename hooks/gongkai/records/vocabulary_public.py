"""Closed lists of the blocks in which the public takes part, asks, and is served."""

from __future__ import annotations

from gongkai.records.vocabulary import Term


class OccasionKind(Term):
    """What happens on a day of the calendar."""

    OPENS = "征集开始", "opens"
    CLOSES = "征集截止", "closes"
    MEETING = "会议", "meeting"
    PRESS = "新闻发布会", "press"
    EVENT = "活动", "event"
    REGISTER = "报名截止", "register"
    EFFECTIVE = "文件施行", "effective"
    EXPIRES = "文件失效", "expires"
    APPLY = "申报截止", "apply"


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


class ArchiveState(Term):
    """Where the records of a year stand on their way to the archive, derived from the day."""

    GATHERING = "当年形成", "gathering"
    FILING = "应当归档", "filing"
    FILED = "应已归档", "filed"
    HANDED_OVER = "应已移交档案馆", "handed-over"


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
    REPORTED = "已公布情况", "answered"


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


class EvaluationKind(Term):
    """类型 of an evaluation: by the unit itself, or by somebody else."""

    OWN = "政策评价", "own"
    THIRD_PARTY = "第三方评估", "third-party"


class EvaluationMethod(Term):
    """方式 of an evaluation."""

    SURVEY = "征集调查", "survey"
    DISCUSSION = "专题座谈", "discussion"
    INTERVIEW = "重点访谈", "interview"
    OPINION = "舆情监测", "opinion"
    ONLINE = "网络问政", "online"
    VISIT = "实地走访", "visit"
    DATA = "数据分析", "data"


class RoomOffer(Term):
    """提供: what can be read or done at a place where government information is open."""

    GAZETTE = "政府公报", "gazette"
    PAPER = "纸质文件", "paper"
    TERMINAL = "电子查阅", "terminal"
    COPY = "打印复印", "copy"
    REQUEST = "受理信息公开申请", "request"


class LimitUnit(Term):
    """期限单位: what a limit of time in a procedure is counted in."""

    WORKDAYS = "个工作日", "workdays"
    DAYS = "日", "days"
    MONTHS = "个月", "months"

    @property
    def english(self) -> str:
        """The unit in an English sentence."""
        return "working days" if self is LimitUnit.WORKDAYS else self.slug


class BudgetState(Term):
    """状态 of a unit's year, derived from what of it is public."""

    BUDGET = "已公开预算", "budget"
    ACCOUNTS = "已公开决算", "accounts"


class DatasetKind(Term):
    """类别 of a dataset."""

    PERMITS = "行政许可", "permits"
    PENALTIES = "行政处罚", "penalties"
    INSPECTIONS = "双随机检查", "inspections"
    FEES = "收费清单", "fees"
    POWERS = "权责清单", "powers"
    OTHER = "其他数据", "other"


class UpdateCycle(Term):
    """更新周期 of a dataset: how often new rows are due."""

    WEEKDAYS = "7个工作日内", "weekdays"
    MONTHLY = "每月", "monthly"
    QUARTERLY = "每季度", "quarterly"
    HALF_YEARLY = "每半年", "half-yearly"
    YEARLY = "每年", "yearly"
    ON_CHANGE = "有变动时", "on-change"


class FieldType(Term):
    """类型 of a dataset's column: what its cells hold."""

    TEXT = "文字", "text"
    DATE = "日期", "date"
    INTEGER = "整数", "integer"
    DECIMAL = "小数", "decimal"
    YES = "是否", "yes"
    CODE = "统一社会信用代码", "code"


class FieldRole(Term):
    """用途 of a dataset's column: what readers find and narrow rows by."""

    NUMBER = "编号", "number"
    NAME = "名称", "name"
    DATE = "时间", "date"
    UNIT = "单位", "unit"
    FILTER = "筛选", "filter"


class Comparison(Term):
    """比较: how a figure of 公开质量 is held against its target."""

    AT_LEAST = "不低于", "at-least"
    AT_MOST = "不高于", "at-most"
    RAISED = "比上年提升", "raised"


class Verdict(Term):
    """达标: whether a figure reached its target."""

    MET = "达标", "met"
    MISSED = "未达标", "missed"
    NO_TARGET = "没有规定目标", "no-target"
    NO_CASES = "没有可算的", "no-cases"
    NO_BASE = "上年没有可比的", "no-base"


class PushChannel(Term):
    """渠道 by which information was sent to the public without being asked for."""

    WECHAT = "政务微信", "wechat"
    WEIBO = "政务微博", "weibo"
    APP = "政务客户端", "app"
    SHORT_VIDEO = "政务短视频号", "short-video"
    MESSAGE = "短信", "message"


class PhoneUse(Term):
    """用途 of a telephone number of a unit."""

    DISCLOSURE = "信息公开咨询", "disclosure"
    BUSINESS = "业务咨询", "business"
    BOOKING = "预约", "booking"
    COMPLAINTS = "监督投诉", "complaints"
    DUTY = "值班", "duty"


class BenefitKind(Term):
    """支持方式: what a policy gives to business."""

    SUBSIDY = "资金补贴", "subsidy"
    RELIEF = "税费减免", "relief"
    FINANCE = "融资支持", "finance"
    TALENT = "用工和人才", "talent"
    PREMISES = "场地支持", "premises"
    SERVICE = "服务便利", "service"


class BenefitState(Term):
    """申报状态 of what a policy gives, derived from its dates."""

    OPEN = "申报中", "open"
    ALWAYS = "常年受理", "always"
    UPCOMING = "尚未开始", "upcoming"
    CLOSED = "已截止", "closed"
