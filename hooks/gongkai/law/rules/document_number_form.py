"""发文字号的写法。

看什么：每一件政策的“发文字号”。
怎样算错：“机关代字〔年份〕序号号”用了 [ ]、( )、﹝﹞，写了全角数字、空格、“第9号”，或者序号前面补了 0。
命令、公告、通告的写法（国务院令第711号、公告2019年第74号、2014年第9号通告）、联合发文的几个文号（用、隔开）、
早年的写法（(88)国函字第12号）都对；都不是的只警告，不猜文号。
怎样改：照提示的写法改，如 示政发〔2026〕9号。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.document_numbers import corrected, is_right
from gongkai.common.problems import Edit, Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, a_policy
from gongkai.law.shared.nearest import shown
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **a_policy("gonggao", 发文字号="财政部 税务总局公告2019年第74号", 是否规范性文件="否")},
    bad=a_policy(发文字号="示民发[2026]第２１号"),
    message="发文字号“示民发[2026]第２１号”写法不对",
    edges=(
        *(
            Edge("写法少见", a_policy(发文字号=right), a_policy(发文字号=odd), level=Level.WARNING)
            for right, odd in (
                ("示民发〔2026〕99999号", "示民发〔2026〕100000号"),
                ("示民发〔2026〕1号", "示民发〔2026〕0号"),
                ("示发〔2026〕9号", "示〔2026〕9号"),
                ("示民发〔1900〕9号", "示民发〔1899〕9号"),
                ("示民发〔2099〕9号", "示民发〔2100〕9号"),
                ("示民发〔2026〕9-1号", "示民发〔2026〕9-0号"),
                ("示区令第1号", "示区令第0号"),
            )
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return (policy for policy in register.everything(Policy) if policy.number)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in register.everything(Policy):
        if policy.number and not is_right(policy.number):
            yield _problem(rule, policy, policy.number)


def _problem(rule: Standard, policy: Policy, number: str) -> Problem:
    if right := corrected(number):
        return rule.problem(policy, "发文字号", f"发文字号“{shown(number)}”写法不对", f"改为 {right}",
                            edit=Edit(right, old=number))  # fmt: skip
    fix = (
        "照原件核对；写法同 示政发〔2026〕9号、示区令第5号、通告2026年第3号 这几样，联合发文的用、隔开；"
        "没有文号的删去这一行"
    )
    message = f"发文字号“{shown(number)}”写法少见"
    return rule.problem(policy, "发文字号", message, fix, Level.WARNING)
