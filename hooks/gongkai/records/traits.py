"""What rules, figures and the frame ask of a type of record: each type answers in its own file."""

from __future__ import annotations

from enum import Enum, auto


class Trait(Enum):
    """One answer; a type lists in ``TRAITS`` those that hold for it, ``()`` where none does."""

    #: news (动态类): its column must go on (rule freshness)
    LIVELY = auto()
    #: its column may not be empty (rule empty-column)
    NEVER_EMPTY = auto()
    #: information for the public to be told of, unlike statistics, plans and lists (figure push-rate)
    PUSHED = auto()
    #: rules of its own look at the policies it names; record-reference leaves them to those
    OWN_POLICY_RULES = auto()
    #: its list is an entry of the navigation, which has room for few
    IN_NAVIGATION = auto()


class ColumnGroup(Enum):
    """A heading of 全部栏目, in their order; the first holds what 国办公开办函〔2019〕61号 names."""

    INFORMATION = "政府信息公开"
    POLICIES = "政策和办事"
    ANSWERS = "会议和回应"
    UNITS = "单位和联系方式"
    WORK = "任务和财政"
    DATA = "数据"
    QUALITY = "公开得怎么样"
    HELP = "使用帮助"


#: the group that a column stands in, and its place there: the smallest first
ColumnPlace = tuple[ColumnGroup, int]
