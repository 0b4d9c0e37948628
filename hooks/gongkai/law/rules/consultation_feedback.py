"""征集意见须有反馈。

看什么：意见征集的发布、开始、截止日期，截止后的“反馈”。
怎样算错：开始早于发布、截止不晚于开始；反馈早于截止，或写着还没有到的公布日期；
反馈拟公布日期晚于规定的天数；采纳数多于意见总数；有没采纳的意见而没有写理由。截止后超过规定天数才反馈或还没有反馈（警告）；
有意见而没有写主要观点，重大行政决策事项的征集不满规定天数（提示）。
怎样改：核对日期；在“反馈”下写公布日期、意见总数、采纳数、主要观点、未采纳理由。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.matters import matters_of
from gongkai.column.register import Register
from gongkai.common.problems import At, Level, Problem
from gongkai.law.duties.consultation import of_consultation
from gongkai.law.duties.duty import Duty
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.consultation import Consultation, Feedback
from gongkai.records.types.standard import Standard

CONSULTATION = """\
---
标题: 养老服务专项规划征求意见
单位: 区民政局
发布日期: 2026-09-02
开始日期: 2026-09-02
截止日期: 2026-10-08
方式: [{{渠道: 寄信, 地址: 示例区安民大街20号}}]
反馈: {feedback}
---
欢迎提出意见。
"""
PATH = "content/consultations/2026/yanglao.md"
GOOD = (
    "{公布日期: 2026-10-20, 意见总数: 12, 采纳数: 5, 主要观点: 多建驿站, "
    "未采纳理由: [{意见: 每个楼门都建, 理由: 没有场地}]}"
)
UNANSWERED = {PATH: CONSULTATION.replace("反馈: {feedback}\n", "").format()}
_JC = "- {编号: JC2026-05, 事项: 专项规划, 承办单位: 区民政局, 目录公布日期: 2026-04-13}\n"


def _with(old: str, new: str) -> dict[str, str]:
    return {PATH: CONSULTATION.format(feedback=GOOD).replace(old, new)}


def _decision(closes: str) -> dict[str, str]:
    """On a major decision, up to a day."""
    text = _with("2026-10-08", closes)[PATH].replace("反馈:", "决策事项: [JC2026-05]\n反馈:")
    return {PATH: text, "data/decisions/2026.yml": _JC}


def _promising(day: str) -> dict[str, str]:
    return {PATH: UNANSWERED[PATH].replace("方式:", f"反馈拟公布日期: {day}\n方式:")}


def _bare(taken: int) -> dict[str, str]:
    """So many of twelve opinions are taken, and no reason is given for the others."""
    return {
        PATH: CONSULTATION.format(
            feedback=f"{GOOD.partition(', 采纳数')[0]}, 采纳数: {taken}, 主要观点: 多建驿站}}"
        )
    }


EXAMPLE = Example(
    good={**CLEAN, PATH: CONSULTATION.format(feedback=GOOD)},
    bad={PATH: CONSULTATION.format(feedback=GOOD.replace("采纳数: 5", "采纳数: 15"))},
    message="采纳数 15 多于意见总数 12",
    edges=(
        Edge(
            "天才反馈",
            passes={PATH: CONSULTATION.format(feedback=GOOD.replace("2026-10-20", "2026-11-07"))},
            fails={PATH: CONSULTATION.format(feedback=GOOD.replace("2026-10-20", "2026-11-08"))},
        ),
        Edge("还没有反馈", passes=UNANSWERED, fails=UNANSWERED, last="2026-11-07", first="2026-11-08"),
        Edge(
            "早于发布日期",
            _with("开始日期: 2026-09-02", "开始日期: 2026-09-02"),
            _with("开始日期: 2026-09-02", "开始日期: 2026-09-01"),
        ),
        Edge(
            "不晚于开始日期",
            _with("截止日期: 2026-10-08", "截止日期: 2026-09-03"),
            _with("截止日期: 2026-10-08", "截止日期: 2026-09-02"),
        ),
        Edge("的征集共 29 天，不满 30 天", _decision("2026-10-01"), _decision("2026-09-30")),
        # shorter than two days is a slip of the two dates, not a short consultation
        Edge("的征集共 2 天", _decision("2026-09-02"), _decision("2026-09-03")),
        Edge("多于意见总数", _with("采纳数: 5", "采纳数: 12"), _with("采纳数: 5", "采纳数: 13")),
        Edge("条意见没有采纳，没有写理由", _bare(12), _bare(11)),
        Edge("2026-11-22 还没有到", _with("2026-10-20", "2026-11-21"), _with("2026-10-20", "2026-11-22")),
        Edge("晚于截止后 30 天", _promising("2026-11-07"), _promising("2026-11-08")),
        Edge("不晚于截止日期", _with("2026-10-20", "2026-10-09"), _with("2026-10-20", "2026-10-08")),
    ),
)
PARAMETERS = {"反馈天数": as_count, "决策征集天数": as_count}
CHECK_DATES = "核对这两个日期，改正写错的一个"


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Consultation)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    terms = Terms.of_rule(register, rule)
    for each in register.everything(Consultation):
        duty = of_consultation(terms, each)
        yield from _dates(rule, each)
        yield from _promised(rule, each)
        yield from _long_enough(register, rule, each)
        if each.feedback:
            yield from _numbers(rule, each, each.feedback)
            yield from _day(register, rule, each, each.feedback, duty)
        elif each.is_public(register.today) and duty.late:
            yield _overdue(register, rule, each, duty)


def _dates(rule: Standard, each: Consultation) -> Iterator[Problem]:
    if each.opens_on < each.published_on:
        message = f"开始日期 {each.opens_on} 早于发布日期 {each.published_on}"
        yield rule.problem(each, "开始日期", message, CHECK_DATES)
    if each.closes_on <= each.opens_on:
        message = f"截止日期 {each.closes_on} 不晚于开始日期 {each.opens_on}"
        yield rule.problem(each, "截止日期", message, CHECK_DATES)


def _promised(rule: Standard, each: Consultation) -> Iterator[Problem]:
    limit = rule.number("反馈天数")
    if each.answer_by and each.closes_on < each.answer_by and (each.answer_by - each.closes_on).days > limit:
        message = f"反馈拟公布日期 {each.answer_by} 晚于截止后 {limit} 天"
        yield rule.problem(each, "反馈拟公布日期", message, f"写截止后 {limit} 天以内的一天")


def _long_enough(register: Register, rule: Standard, each: Consultation) -> Iterator[Problem]:
    limit = rule.number("决策征集天数")
    matters = each.decisions or [m for m in matters_of(register, each) if m.decision]
    days = (each.closes_on - each.opens_on).days + 1
    if matters and 1 < days < limit:
        message = f"重大行政决策事项的征集共 {days} 天，不满 {limit} 天"
        fix = "延长截止日期；确需缩短的，在正文里说明原因"
        yield rule.problem(each, "截止日期", message, fix, Level.NOTICE)


def _numbers(rule: Standard, each: Consultation, feedback: Feedback) -> Iterator[Problem]:
    if feedback.taken > feedback.total:
        message = f"采纳数 {feedback.taken} 多于意见总数 {feedback.total}"
        yield rule.problem(each, ("反馈", "采纳数"), message, "核对这两个数")
    elif feedback.taken < feedback.total and not feedback.refusals:
        message = f"有 {feedback.total - feedback.taken} 条意见没有采纳，没有写理由"
        fix = "加上“未采纳理由”，每一类意见写“意见”和“理由”"
        yield rule.problem(each, ("反馈", "采纳数"), message, fix)
    if feedback.total and not feedback.views:
        message = f"收到 {feedback.total} 条意见，没有写主要观点"
        yield rule.problem(each, ("反馈", "意见总数"), message, "加上“主要观点”，一个观点一项", Level.NOTICE)


def _day(
    register: Register, rule: Standard, each: Consultation, feedback: Feedback, duty: Duty
) -> Iterator[Problem]:
    limit, day = rule.number("反馈天数"), feedback.published_on
    at: At = ("反馈", "公布日期")
    if day > register.today:
        message = f"反馈的公布日期 {day} 还没有到，写上就会提前公开"
        yield rule.problem(each, at, message, "到公布那一天再写反馈")
    if day <= each.closes_on:
        message = f"反馈的公布日期 {day} 不晚于截止日期 {each.closes_on}"
        yield rule.problem(each, at, message, CHECK_DATES)
    elif duty.is_past(day):
        message = f"截止后第 {(day - each.closes_on).days} 天才反馈，超过 {limit} 天"
        fix = "日期写错的改正；确实晚了的经批准写豁免"
        yield rule.problem(each, at, message, fix, Level.WARNING)


def _overdue(register: Register, rule: Standard, each: Consultation, duty: Duty) -> Problem:
    message = f"{each.closes_on} 截止，到今天已 {(register.today - each.closes_on).days} 天，还没有反馈"
    fix = f"最迟应在 {duty.due} 反馈；在“反馈”下写意见总数、采纳数、主要观点和未采纳理由"
    return rule.problem(each, "截止日期", message, fix, Level.WARNING)
