"""修改须能写进原文件。

看什么：政策的“修改”和写了“操作”的“部分废止”，连同正文里“第几条修改为：“…””一类的话。
怎样算错：改的、停止执行的条在原文件里没有；要换的词找不到；条号有缺有重，不能重排（警告）。
正文的话读不出改了哪一条、怎样改；词句的替换还没有人核对，没有写入（提示）。
怎样改：照提示在“修改”那一项下面写“操作”；换词的，写“换”，标点不对时用“核定”写官方公布的那一条。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.amendments import Amendment, amendments, suspended
from gongkai.column.register import Register, relations_as_written
from gongkai.column.versions import Version, version_on, versions
from gongkai.common.problems import At, Level, Problem, excerpt
from gongkai.law.example import CLEAN, OLD_POLICY, Edge, Example, Files, a_policy
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.text.amend import Remark


def _amending(article: str) -> Files:
    words = f"第一条　《示例区养老服务办法（jiu）》（示民发〔2020〕5号）{article}修改为：“新的文字。”"
    return a_policy(body=words, 修改="[{文件: 示民发〔2020〕5号}]")


def _suspending(article: str) -> Files:
    return a_policy(修改=f"[{{文件: 示民发〔2020〕5号, 操作: [{{停: {article}, 止: 2027-03-31}}]}}]")


EXAMPLE = Example(
    good={**CLEAN, **OLD_POLICY, **_amending("第二条")},
    bad=_amending("第三条"),
    message="“改第三条”写不进“示例区养老服务办法（jiu）”：正文里没有第三条",
    edges=(
        Edge("写不进“示例区养老服务办法（jiu）”", _amending("第二条"), _amending("第三条")),
        Edge("“停第三条”写不进", _suspending("第二条"), _suspending("第三条")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return (policy for policy in register.policies if policy.amends)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in register.policies:
        if policy.closed or not policy.body:
            continue
        found = versions(register, policy)
        for version in found:
            yield from _remarks(rule, version)
        for amendment in amendments(register, policy):
            yield from _unread(rule, policy, amendment)
            yield from _suspended(rule, policy, amendment, found)


def _remarks(rule: Standard, version: Version) -> Iterator[Problem]:
    for remark in version.remarks:
        by = next(each for each in version.by if remark.operation in (*each.operations, *each.unconfirmed))
        words, title = remark.operation.words, version.policy.title
        if remark.operation in by.unconfirmed:
            message = f"“{words}”没有写进“{title}”：{remark.message}"
            fix = f"核对后写进“{by.kind}”那一项的“操作”：“换”“原词”“新词”"
            yield rule.problem(by.by, _at(by), message, fix, Level.NOTICE)
        elif not remark.applied:
            message = f"“{words}”写不进“{title}”：{remark.message}"
            fix = "对照两份文件的原件，改正条号或原词，或者在“修改”里写“操作”"
            yield rule.problem(by.by, _at(by), message, fix)
        elif not by.relation.approved and not _plain(remark):
            message = f"“{title}”{remark.message}"
            fix = "与官方公布的修改后文本核对；不同的条写进“核定”"
            yield rule.problem(by.by, _at(by), message, fix, Level.NOTICE)


def _plain(remark: Remark) -> bool:
    """Whether words took the place of words: no sign beside them can be left over, none stands in 《》."""
    operation = remark.operation
    return (
        bool(operation.new) and (operation.old + operation.new).isalnum() and "书名号" not in remark.message
    )


def _unread(rule: Standard, policy: Policy, amendment: Amendment) -> Iterator[Problem]:
    if amendment.known or amendment.by.closed:
        return
    items = "；".join(f"“{excerpt(item.words)}”" for item in amendment.unread)
    read = f"，读不懂的有{items}" if items else ""
    message = f"看不出对“{policy.title}”{amendment.kind}了哪几条、怎样改{read}"
    fix = f"在“{amendment.kind}”那一项下面写“操作”，如“- 改: 第三条”；不写的，读者看到的仍是原文"
    yield rule.problem(amendment.by, _at(amendment), message, fix, Level.NOTICE)


def _suspended(
    rule: Standard, policy: Policy, amendment: Amendment, found: tuple[Version, ...]
) -> Iterator[Problem]:
    """Articles to be suspended that the text of that day does not have."""
    for each in suspended([amendment]):
        version = version_on(found, each.begins)
        known = {node.number for node in version.text.governing.articles} if version else set()
        for place in each.at:
            if place.article not in known:
                message = f"“停{place.words}”写不进“{policy.title}”：正文里没有这一条"
                yield rule.problem(amendment.by, _at(amendment), message, "对照两份文件的原件，改正条号")


def _at(amendment: Amendment) -> At:
    """The key of the relation in the amending document's file."""
    written = relations_as_written(amendment.by)
    return next((kind, place) for kind, place, relation in written if relation is amendment.relation)
