"""What is said of a year's tasks, projects and money."""

from __future__ import annotations

from gongkai.records.vocabulary.term import Term


class TaskProgress(Term):
    """状态 written with a step of a work-point task."""

    UNDER_WAY = "推进中", "under-way"
    DONE = "已完成", "done"


class TaskState(Term):
    """状态 of a work-point task, derived from its deadline and its steps."""

    OVERDUE = "逾期", "overdue"
    DUE_SOON = "即将到期", "due-soon"
    UNDER_WAY = "推进中", "under-way"
    DONE = "已完成", "done"
    OPEN_ENDED = "无时限", "open-ended"
    UNKNOWN = "进展未载", "unknown"


class BudgetBook(Term):
    """名称 of the budgets that make up a government's."""

    GENERAL = "一般公共预算", "general"
    FUNDS = "政府性基金预算", "funds"
    CAPITAL = "国有资本经营预算", "capital"
    INSURANCE = "社会保险基金预算", "insurance"


class ProjectKind(Term):
    """类别 of what a year's government sets itself to do."""

    KEY = "重点任务", "key"
    LIVELIHOOD = "民生实事", "livelihood"
    PERFORMANCE = "绩效任务", "performance"


class ProjectState(Term):
    """状态 of a project of the year, derived from its quarters."""

    STALE = "待更新", "stale"
    UNDER_WAY = "推进中", "under-way"
    DONE = "已完成", "done"
    UNFINISHED = "年内未完成", "unfinished"


class BudgetState(Term):
    """状态 of a unit's year, derived from what of it is public."""

    BUDGET = "已公开预算", "budget"
    ACCOUNTS = "已公开决算", "accounts"
