"""What is said of a dataset and its columns."""

from __future__ import annotations

from gongkai.records.vocabulary.term import Term


class DatasetKind(Term):
    """类别 of a dataset."""

    PERMITS = "行政许可", "permits"
    PENALTIES = "行政处罚", "penalties"
    INSPECTIONS = "双随机检查", "inspections"
    FEES = "收费清单", "fees"
    POWERS = "权责清单", "powers"
    OTHER = "其他数据", "other"
    CALLS = "电话核验", "calls"
    COMPLAINTS = "接诉即办", "complaints"
    DISCLOSED = "主动公开统计", "disclosed"
    AGENCIES = "中介服务事项", "agencies"
    CHOSEN = "中介选取结果", "chosen"
    TRAININGS = "公开培训", "trainings"
    PROOFS = "证明事项", "proofs"
    DEBTS = "逾期账款", "debts"
    DELIVERIES = "文件送交", "deliveries"
    MESSAGES = "网民留言", "messages"
    MATTERS = "抽查事项清单", "matters"
    RESPONSIBILITIES = "责任清单", "responsibilities"
    CURED = "问题整改", "cured"


#: kinds that figures of 公开质量 are worked out from: their numbers are added up as they are read
SUMMED = frozenset({DatasetKind.CALLS, DatasetKind.CURED, DatasetKind.DISCLOSED, DatasetKind.TRAININGS})
#: among these numbers: how many rows there are. No column can have this name
EACH_ROW = ""


class ReportLine(Term):
    """年报行 of a dataset: the line of an annual report that counts the same decisions."""

    PERMITS = "行政许可", "permits"
    PENALTIES = "行政处罚", "penalties"
    ENFORCEMENT = "行政强制", "enforcement"


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
    #: the last day on which a row may be shown, as that of a penalty
    SHOWN_UNTIL = "公示截止", "shown-until"
    #: the day on which what a row tells of was answered, empty as long as it was not
    ANSWERED = "答复", "answered"
