"""How a figure of 公开质量 is held against its target."""

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
