"""正文废止的文件须登记。

看什么：政策正文里“《…》同时废止”一类的句子，标题里的“关于修改《…》”，和表头的“废止”“部分废止”“替代”“修改”。
怎样算错：正文说废止、标题说修改的文件在本栏目里，表头没有写到它（那一件会一直显示“有效”，还是原来的文字）。
怎样改：照提示在表头加一项；正文只废止其中几条的，写“部分废止”。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register, relations_as_written
from gongkai.common.problems import Level, Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, OLD_POLICY, Edge, Example, Files, a_policy
from gongkai.law.shared.stated import place, policies_with_text, repeals_of
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.text.facts import Extent, Repeal

_NAMED = "《示例区养老服务办法（jiu）》（示民发〔2020〕5号）"


def _saying(words: str, **fields: str) -> Files:
    return a_policy(body=f"第一条　为做好养老服务，制定本办法。\n\n第二条　{words}", **fields)


def _amending(**fields: str) -> Files:
    title = "关于修改《示例区养老服务办法（jiu）》的决定"
    return a_policy(标题=title, body="第二条修改为：“老年人可以申请补贴。”", **fields)


EXAMPLE = Example(
    good={**CLEAN, **OLD_POLICY, **_saying(f"{_NAMED}同时废止。", 废止="[示民发〔2020〕5号]")},
    bad=_saying(f"{_NAMED}同时废止。"),
    message="没有登记为废止",
    edges=(
        Edge("没有登记为废止", _saying(f"{_NAMED}已被废止。"), _saying(f"{_NAMED}即行废止。")),
        Edge(
            "没有登记为部分废止",
            _saying(f"{_NAMED}第二条同时废止。", 部分废止="[示民发〔2020〕5号]"),
            _saying(f"{_NAMED}第二条同时废止。"),
        ),
        Edge(
            "没有登记为修改",
            _amending(修改="[示民发〔2020〕5号]"),
            _amending(),
        ),
    ),
)
_AMENDS = re.compile(r"修[改正订].{0,6}?《([^《》]+)》")
#: the keys by which a repeal of that extent may be entered
_KEYS = {
    Extent.WHOLE: ("废止", "替代"),
    Extent.PARTLY: ("部分废止", "修改", "废止", "替代"),
    Extent.CONDITIONAL: ("部分废止", "修改", "废止", "替代"),
}


def scope(register: Register) -> Iterable[Record]:
    texts = policies_with_text(register)
    return (policy for policy in texts if repeals_of(policy) or _AMENDS.search(policy.title))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in policies_with_text(register):
        for repeal in repeals_of(policy):
            other = _meant(register, repeal)
            if other is not None and other is not policy:
                yield from _entered(register, rule, policy, repeal, other)
        yield from _amended(register, rule, policy)


def _amended(register: Register, rule: Standard, policy: Policy) -> Iterator[Problem]:
    """关于修改《…》的决定 names a document of this column, and no key does."""
    for found in _AMENDS.finditer(policy.title):
        other = register.policy(found[1])
        if other is None or other is policy:
            continue
        written = {register.policy(each.document) for _, _, each in relations_as_written(policy)}
        if not written & {None, other}:
            message = f"标题说修改{in_marks(other.title)}，没有登记为修改"
            yield rule.problem(policy, "标题", message, f"在表头写“修改: [{other.number or other.slug}]”")


def _meant(register: Register, repeal: Repeal) -> Policy | None:
    """The document of this column that is meant: by 文号 where one stands there, else by its title."""
    number, title = repeal.named.number, repeal.named.title
    if number:
        return register.policy(number)
    return register.policy(title)


def _entered(
    register: Register, rule: Standard, policy: Policy, repeal: Repeal, other: Policy
) -> Iterator[Problem]:
    written = [(kind, register.policy(each.document)) for kind, _, each in relations_as_written(policy)]
    # what names no document is told by policy-relations, and may mean this one
    if any(kind in _KEYS[repeal.extent] and found in (None, other) for kind, found in written):
        return
    whole = repeal.extent is Extent.WHOLE
    key = "废止" if whole else "部分废止"
    message = f"正文{place(policy, repeal.sentence)}，“{other.title}”没有登记为{key}"
    fix = f"在表头写“{key}: [{other.number or other.slug}]”"
    level = None if whole else Level.WARNING
    yield rule.problem(policy, "标题", message, fix, level)
