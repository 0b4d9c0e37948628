"""指南和制度须按期复核。

看什么：写了“复核周期”的页面（指南、制度、依申请公开等）。
怎样算错：从“更新日期”（或最近一条“更新说明”）算起，过了一个周期还没有再更新。
怎样改：逐项核对内容；有变化的改好，改写“更新日期”；没有变化的在“更新说明”里加一条“复核无变化”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.duties.page_review import of_page
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, Edge, Example, a_page
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **a_page(复核周期="每季度")},
    bad=a_page(复核周期="每月"),
    message="应在 2026-10-01 前复核",
    edges=(Edge("应在 2026-12-01 前复核", last="2026-12-01", first="2026-12-02"),),
)


def scope(register: Register) -> Iterable[Record]:
    return (page for page in register.pages if page.review_cycle)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    terms = Terms.of_rule(register, rule)
    for page in register.pages:
        duty = of_page(terms, page)
        if duty is not None and duty.late:
            message = f"“{page.title}”{page.review_cycle}复核一次，应在 {duty.due} 前复核"
            fix = "核对后改写“更新日期”；没有变化的在“更新说明”里加一条"
            yield rule.problem(page, "更新日期", message, fix)
