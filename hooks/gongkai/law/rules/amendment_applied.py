"""修改须能写进原文件。

看什么：政策的“修改”和写了“操作”的“部分废止”，连同正文里“第几条修改为：“…””一类的话。
怎样算错：改的、停止执行的条在原文件里没有；要换的词找不到；条号有缺有重，不能重排（警告）。
正文的话读不出改了哪一条、怎样改；词句的替换还没有人核对，没有写入（提示）。
写了“操作”，正文里别的修改又没有写进去（警告）。
怎样改：照提示在“修改”那一项下面写“操作”；换词的，写“换”，标点不对时用“核定”写官方公布的那一条。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.column.amendments import Amendment, amendments, suspended
from gongkai.column.register import Register, relations_as_written
from gongkai.column.versions import UNCONFIRMED, Version, version_on, versions
from gongkai.common.problems import At, Level, Problem, excerpt
from gongkai.law.example import CLEAN, OLD_POLICY, Edge, Example, Files, a_policy
from gongkai.law.shared.written_operations import BREAK, relation_lines
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
            yield from _unconfirmed(rule, policy, amendment, found)
            yield from _unread(rule, policy, amendment)
            yield from _suspended(rule, policy, amendment, found)


def _remarks(rule: Standard, version: Version) -> Iterator[Problem]:
    for remark in version.remarks:
        by = next(each for each in version.by if remark.operation in (*each.operations, *each.unconfirmed))
        words, title = remark.operation.words, version.policy.title
        if remark.operation in by.unconfirmed:
            continue
        if not remark.applied:
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


def _unconfirmed(
    rule: Standard, policy: Policy, amendment: Amendment, found: tuple[Version, ...]
) -> Iterator[Problem]:
    """Words to be replaced that somebody has to look at first."""
    remarks = [
        each for version in found for each in version.remarks if each.operation in amendment.unconfirmed
    ]
    if remarks:
        told = "；".join(f"“{each.operation.words}”{_why(each)}" for each in remarks)
        message = f"没有写进“{policy.title}”，词句的替换要有人核对：{told}"
        fix = f"对照两份文件的原件，没有错的写成（⏎ 处换行，写了“操作”就只照它办）：{_as_written(amendment)}"
        yield rule.problem(amendment.by, _at(amendment), message, fix, Level.NOTICE)


def _why(remark: Remark) -> str:
    return f"（{remark.message}）" if remark.message != UNCONFIRMED else ""


def _as_written(amendment: Amendment) -> str:
    """What was read, as an editor would write it."""
    return relation_lines(amendment, (*amendment.operations, *amendment.unconfirmed))


def _unread(rule: Standard, policy: Policy, amendment: Amendment) -> Iterator[Problem]:
    if amendment.known or amendment.by.closed:
        return
    items = "；".join(f"“{excerpt(item.words)}”" for item in amendment.unread)
    if amendment.relation.operations:
        message = f"“操作”里没有写，正文写着要改“{policy.title}”的有{items}"
        fix = "写了“操作”，正文就不再读：把缺的也写进“操作”，如“- 改: 第三条”"
        yield rule.problem(amendment.by, _at(amendment), message, fix)
        return
    read = f"，读不懂的有{items}" if items else ""
    message = f"看不出对“{policy.title}”{amendment.kind}了哪几条、怎样改{read}"
    yield rule.problem(amendment.by, _at(amendment), message, _how(amendment), Level.NOTICE)


def _how(amendment: Amendment) -> str:
    """What to write for words that are not understood; what is understood goes with it."""
    words = "；".join(item.words for item in amendment.unread)
    sample = "改: 第三条"
    for pattern, act in (
        (r"停止执行|暂停|不再执行", "停: 第三条"),
        (r"废止", "删: 第三条（下面加一行“理由: 废止”）"),
    ):
        sample = act if re.search(pattern, words) else sample
    start = _as_written(amendment)
    return (
        f"照原件写成（⏎ 处换行，最后一行是样子，改成缺的；新的文字没有写在“”里的，下面加“新文: …”）："
        f"{start}{BREAK}      - {sample}；不写的，读者看到的仍是原文"
    )


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
