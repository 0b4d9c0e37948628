"""日期先后顺序。

看什么：政策的成文、发布、施行、失效、废止日期和解读拟公布日期；解读和它所解读政策的发布日期；
会议的预告、召开、结果公布日期；信息的形成、发布日期；各类内容更新说明的日期。
怎样算错：成文晚于发布、发布晚于施行（正文写明自那一天或者自印发之日起施行的除外）、失效早于施行、解读早于政策发布、预告晚于召开等；
已公开的内容里写了日期还没有到的更新说明或会议结果（会提前公开）。
怎样改：照原件核对两个日期，改正写错的一个。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register, relations_as_written
from gongkai.common.problems import At, Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy, an_interpretation
from gongkai.law.shared.stated import days_of_effect, effect_of
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.occasion import DayPair
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard


def _updated(day: str) -> Files:
    return a_policy(更新说明=f"[{{日期: {day}, 程度: 一般, 说明: 补充附件}}]")


_FROM_ISSUE = "第一条　本办法自印发之日起施行。"

EXAMPLE = Example(
    good=CLEAN,
    bad=a_policy(施行日期="2026-11-04"),
    message="发布日期 2026-11-05 晚于施行日期 2026-11-04",
    edges=(
        Edge(
            "失效日期 2026-11-30 早于施行日期",
            a_policy(失效日期="2026-12-01"),
            a_policy(失效日期="2026-11-30"),
        ),
        Edge("晚于施行日期 2026-11-04", a_policy(施行日期="2026-11-05"), a_policy(施行日期="2026-11-04")),
        Edge(
            "晚于施行日期 2026-11-03",
            a_policy(施行日期="2026-11-03", 成文日期="2026-11-03", body=_FROM_ISSUE),
            a_policy(施行日期="2026-11-03", 成文日期="2026-11-02", body=_FROM_ISSUE),
        ),
        Edge(
            "晚于施行日期 2026-01-01",
            a_policy(施行日期="2026-01-01", body="本通知自2026年1月1日起执行。"),
            a_policy(施行日期="2026-01-01", body="本通知自2026年1月10日起执行。"),
        ),
        Edge("晚于发布日期 2026-11-05", a_policy(成文日期="2026-11-05"), a_policy(成文日期="2026-11-06")),
        Edge(
            "晚于解读发布日期",
            an_interpretation(发布日期="2026-11-05"),
            an_interpretation(发布日期="2026-11-04"),
        ),
        Edge("早于公布日期 2026-11-05", _updated("2026-11-05"), _updated("2026-11-04")),
        Edge("更新说明的日期 2026-11-22 还没有到", _updated("2026-11-21"), _updated("2026-11-22")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return (
        record
        for record in register.content
        if record.updates or record.day_pairs or isinstance(record, Interpretation)
    )


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in register.content:
        yield from _out_of_order(rule, record, _pairs(record))
    for policy in register.everything(Policy):
        yield from _out_of_order(rule, policy, _relation_pairs(policy))
        if policy.expires_on and policy.expires_on < policy.in_force_from:
            first = "施行日期" if policy.effective_on else "发布日期"
            message = f"失效日期 {policy.expires_on} 早于{first} {policy.in_force_from}"
            yield rule.problem(policy, "失效日期", message, "照原件核对这两个日期")
    for interpretation in register.everything(Interpretation):
        yield from _out_of_order(rule, interpretation, _interpretation_pairs(register, interpretation))
    yield from _updates(register, rule)
    yield from _ahead(register, rule)


def _out_of_order(rule: Standard, record: ContentRecord, pairs: Iterable[DayPair]) -> Iterator[Problem]:
    for earlier, first, later, second, at in pairs:
        if first and second and first > second:
            message = f"{earlier} {first} 晚于{later} {second}"
            yield rule.problem(record, at, message, "照原件核对这两个日期，改正写错的一个")


def _pairs(record: ContentRecord) -> Iterable[DayPair]:
    """The pairs of a record; a document may hold from before its publication when its own words say so."""
    if isinstance(record, Policy) and _early(record) and _stated(record):
        return (pair for pair in record.day_pairs if pair[2] != "施行日期")
    return record.day_pairs


def _early(policy: Policy) -> bool:
    return policy.effective_on is not None and policy.effective_on < policy.published_on


def _stated(policy: Policy) -> bool:
    """Whether the text states the 施行日期 as written."""
    stated = effect_of(policy) if policy.body and not policy.closed else None
    return stated is not None and policy.effective_on in days_of_effect(policy, stated)


def _relation_pairs(policy: Policy) -> Iterator[DayPair]:
    for kind, place, relation in relations_as_written(policy):
        yield "成文日期", policy.made_on, f"{kind}的日期", relation.date, (kind, place, "日期")


def _interpretation_pairs(register: Register, interpretation: Interpretation) -> Iterator[DayPair]:
    for policy in filter(None, map(register.policy, interpretation.documents)):
        earlier = f"所解读的{in_marks(policy.title)}发布日期"
        yield earlier, policy.published_on, "解读发布日期", interpretation.published_on, ("发布日期",)


def _updates(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in register.content:
        # a page's 更新日期 moves with each update, so its notes are older
        if not record.updates or record.TYPE == "page":
            continue
        for place, update in enumerate(record.updates):
            if update.date < record.published:
                message = f"更新说明的日期 {update.date} 早于公布日期 {record.published}"
                at: At = ("更新说明", place, "日期")
                yield rule.problem(record, at, message, "核对这两个日期；公布前的改动不必写更新说明")


def _ahead(register: Register, rule: Standard) -> Iterator[Problem]:
    """Words dated after the day in a record that is public: search and open data would tell them early."""
    for record in register.all:
        for at, what, day in _dated(record):
            if day and day > register.today:
                message = f"{what} {day} 还没有到，内容会提前公开"
                yield rule.problem(record, at, message, "到那一天再写进来，或核对日期")


def _dated(record: ContentRecord) -> Iterator[tuple[At, str, dt.date | None]]:
    for place, update in enumerate(record.updates):
        yield ("更新说明", place, "日期"), "更新说明的日期", update.date
    if isinstance(record, Meeting):
        for place, topic in enumerate(record.agenda):
            yield ("议题", place, "结果公布日期"), "结果公布日期", topic.outcome_on
