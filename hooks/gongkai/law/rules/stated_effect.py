"""施行、失效日期须与正文一致。

看什么：政策正文里写本文件何时施行、有效到何时的句子，和表头里的“施行日期”“失效日期”。
怎样算错：两处写的不是同一天；正文写了日期，表头没有填（读者据此看到“有效”“尚未施行”）。
写“自印发之日起施行”的，施行日期可以是成文日期，也可以是发布日期。
怎样改：照原件核对，改正写错的一处；没有填的，照提示的日期填上。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Edit, Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.law.shared.nothing_found import each_alone
from gongkai.law.shared.stated import (
    days_of_effect,
    effect_of,
    last_days,
    place,
    policies_with_text,
    term_of,
)
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.text.facts.days import impossible


def _saying(words: str, **fields: str | None) -> Files:
    return a_policy("yanglao", f"第一条　为做好养老服务，制定本办法。\n\n第二条　{words}", **fields)


EXAMPLE = Example(
    good={**CLEAN, **_saying("本办法自2026年12月1日起施行，有效期5年。", 失效日期="2031-11-30")},
    bad=_saying("本办法自2027年1月1日起施行。"),
    message="施行日期 2026-12-01，正文第 18 行写“本办法自2027年1月1日起施行。”",
    edges=(
        Edge(
            "施行日期 2026-12-02，正文",
            _saying("本办法自2026年12月1日起施行。", 施行日期="2026-12-01"),
            _saying("本办法自2026年12月1日起施行。", 施行日期="2026-12-02"),
        ),
        Edge(
            "施行日期 2026-11-06，正文",
            _saying("本办法自印发之日起施行。", 施行日期="2026-11-05"),
            _saying("本办法自印发之日起施行。", 施行日期="2026-11-06"),
        ),
        Edge(
            "失效日期 2031-12-02，正文",
            _saying("本办法自2026年12月1日起施行，有效期5年。", 失效日期="2031-12-01"),
            _saying("本办法自2026年12月1日起施行，有效期5年。", 失效日期="2031-12-02"),
        ),
        Edge(
            "没有写失效日期",
            _saying("本办法自2026年13月1日起施行，有效期3年。", 施行日期=None),
            _saying("本办法自2026年12月1日起施行，有效期3年。", 施行日期=None),
        ),
        Edge(
            "失效日期 2028-07-01，正文",
            _saying("本办法有效期至2028年6月30日。", 失效日期="2028-06-30"),
            _saying("本办法有效期至2028年6月30日。", 失效日期="2028-07-01"),
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return (policy for policy in policies_with_text(register) if effect_of(policy) or term_of(policy))


def _look(rule: Standard, policy: Policy) -> Iterator[Problem]:
    yield from _effect(rule, policy)
    yield from _term(rule, policy)


check = each_alone(policies_with_text, _look)


def _effect(rule: Standard, policy: Policy) -> Iterator[Problem]:
    stated = effect_of(policy)
    if stated is None:
        return
    days = days_of_effect(policy, stated)
    where = place(policy, stated.sentence)
    if policy.effective_on is None:
        message = f"没有写施行日期，正文{where}"
        edit = Edit(str(days[0]), key="施行日期") if len(days) == 1 else None
        fix = f"加一行“施行日期: {' 或 '.join(map(str, days))}”"
        yield rule.problem(policy, "标题", message, fix, Level.WARNING, edit)
    elif policy.effective_on not in days:
        fix = f"照原件核对；正文没有错的，施行日期写 {' 或 '.join(map(str, days))}"
        yield rule.problem(policy, "施行日期", f"施行日期 {policy.effective_on}，正文{where}", fix)


def _begin(policy: Policy) -> dt.date:
    """The day a term is counted from: 施行日期, or what the text says of it."""
    stated = effect_of(policy)
    if policy.effective_on is None and stated is not None:
        return days_of_effect(policy, stated)[0]
    return policy.in_force_from


def _begins_surely(policy: Policy) -> bool:
    stated = effect_of(policy)
    return policy.effective_on is not None or stated is None or len(days_of_effect(policy, stated)) == 1


def _term(rule: Standard, policy: Policy) -> Iterator[Problem]:
    stated = term_of(policy)
    if stated is None or (policy.effective_on is None and any(impossible(stated.sentence.text))):
        return  # from a day that is none no term can be counted; another rule tells of it
    days = last_days(_begin(policy), stated)
    where = place(policy, stated.sentence)
    if policy.expires_on is None:
        message = f"没有写失效日期，正文{where}"
        # where the text may mean two days, or the term has two days to begin on, an editor decides
        sure = not stated.ends and (stated.until is not None or _begins_surely(policy))
        edit = Edit(str(days[0]), key="失效日期") if sure else None
        yield rule.problem(policy, "标题", message, f"加一行“失效日期: {days[0]}”", Level.WARNING, edit)
    elif policy.expires_on not in days:
        fix = f"照原件核对；正文没有错的，失效日期写 {days[0]}"
        yield rule.problem(policy, "失效日期", f"失效日期 {policy.expires_on}，正文{where}", fix)
