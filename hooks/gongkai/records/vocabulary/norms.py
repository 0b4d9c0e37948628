"""What is said of a norm that makes units publish: how sure it is, how often, and where each cell stands."""

from __future__ import annotations

from gongkai.records.vocabulary.term import Term


class Origin(Term):
    """出处 of a figure: whether the named document holds it, or the district decided it."""

    NORM = "依据", "norm"
    DISTRICT = "本级自定", "district"


class Checked(Term):
    """核对 of a figure: what was read of the document that it rests on."""

    ARTICLE = "条文", "article"
    SECOND_HAND = "二手", "second-hand"
    MEMORY = "记忆", "memory"


class Joining(Term):
    """合并: how several units answer for one duty."""

    EACH = "各自", "each"
    LEADER = "牵头", "leader"
    ALL = "共同", "all"


class Cycle(Term):
    """频次: how often something is owed."""

    EACH = "每件", "each"
    MONTHLY = "每月", "monthly"
    QUARTERLY = "每季度", "quarterly"
    HALF_YEARLY = "每半年", "half-yearly"
    YEARLY = "每年", "yearly"
    STANDING = "持续", "standing"

    @property
    def months(self) -> int:
        """How many months a period of it spans; 0 for what has none."""
        return {"每月": 1, "每季度": 3, "每半年": 6, "每年": 12}.get(self.value, 0)


class TermUnit(Term):
    """单位 of a term."""

    DAYS = "日", "days"
    WORKDAYS = "工作日", "workdays"


class Proof(Term):
    """类型 of evidence: the kind of content that shows a duty was kept."""

    ANNUAL_REPORT = "年度报告", "annual-report"
    BUDGET = "预算", "budget"
    ACCOUNTS = "决算", "accounts"
    GOVERNMENT_BUDGET = "政府预算", "government-budget"
    UNIT = "单位资料", "unit"
    CONTACT = "对外电话", "contact"
    CATALOGUE = "公开目录", "catalogue"
    DATASET = "数据集", "dataset"
    SERVICE = "办事指南", "service"
    PAGE = "页面", "page"
    ITEM = "信息", "item"
    POLICY = "政策文件", "policy"
    REQUESTS = "申请办理情况", "requests"
    ROOM = "查阅点", "room"
    REPORT_TEXT = "年报内容", "report-text"
    NORMATIVE = "规范性文件", "normative"
    BENEFIT = "惠企政策", "benefit"
    FOR_BUSINESS = "涉企政策", "for-business"
    CONSULTATION = "意见征集", "consultation"
    DRAFT_DECISION = "决策征集", "draft-decision"
    EVENT = "活动", "event"
    RESPONSE = "回应关切", "response"
    DECISION = "决策目录", "decision"
    DECIDED = "决策公布", "decided"
    EVALUATION = "政策评价", "evaluation"
    APPRAISAL = "工作评估", "appraisal"
    FRESH = "最近更新", "fresh"
    COLUMN = "本栏目", "column"


class Cause(Term):
    """事由: what in the column tells whether a unit has anything that a duty asks for."""

    REPORT = "年度报告", "report"
    PURCHASES = "预算里的政府采购", "purchases"
    POLICIES = "现行有效的政策", "policies"
    FOR_BUSINESS = "涉企规范性文件", "business-rules"
    BENEFITS = "惠企政策", "benefits"
    DRAFTS = "决策目录的公开征求意见", "drafts"
    HEARINGS = "决策目录的听证", "hearings"
    PENALTIES = "公示的行政处罚", "penalties"


class OwedChange(Term):
    """应公开事项的变化: what the feed of the matrix tells."""

    OVERDUE = "逾期", "overdue"
    MADE_UP = "补上", "done"


class CellState(Term):
    """Where a unit stands with what it owes, on the day."""

    DONE = "已公开", "done"
    DUE_LATER = "未到期", "due-later"
    DUE_SOON = "临期", "due-soon"
    OVERDUE = "逾期", "overdue"
    BLANK = "空白", "blank"
    UNKNOWN = "未核", "unknown"
    NOT_OWED = "不适用", "not-owed"

    @property
    def missing(self) -> bool:
        """True for what is owed by now and not there."""
        return self in {CellState.OVERDUE, CellState.BLANK}
