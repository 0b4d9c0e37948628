"""公开质量: how a figure is held against its target, and what changes in the rulebook."""

from __future__ import annotations

from gongkai.records.vocabulary.term import Term


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


class RuleChange(Term):
    """种类 of a change of the rulebook that can be followed."""

    BEGUN = "施行", "valid"
    REVISED = "修订施行", "amended"
    ENDED = "失效", "expired"
    WAIVED = "批准豁免", "waived"
