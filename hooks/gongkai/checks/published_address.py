"""已公布的网址须一直有效。

看什么：data/addresses/ 里登记的、公布过的网址，和“地址变更”：页面，附件，图片，数据集各年的数据文件。
怎样算错：公布过的网址现在没有页面、文件，也没有写转到哪里或者为什么撤下；公布过的附件没有内容用到它了；
转到的网址没有页面；文件转到的不是同一种文件；既写了转到又写了撤下，或两样都没有；
现在还有页面、文件的网址写了地址变更；同一网址写了两遍。
“撤下日期”还没有到，页面却已经没有了。
怎样改：恢复原来的文件名；或在 data/addresses/ 的 .yml 文件里加一项：
改了网址的写“转到”（文件的旧网址上仍能下载到新文件），撤下的写“撤下日期”和“理由”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from gongkai import addresses
from gongkai.checks.example import CLEAN, Example
from gongkai.checks.link_target import SECTIONS
from gongkai.checks.page_address import taken
from gongkai.problems import Level, Problem
from gongkai.records.address import MovedAddress
from gongkai.records.base import Record
from gongkai.records.standard import Floor, Standard
from gongkai.register import Register

EXAMPLE = Example(
    good={
        **CLEAN,
        "data/addresses/biandong.yml": "- 地址: policies/2020/jiu/\n  转到: policies/2026/yanglao/\n",
    },
    bad={"data/addresses/biandong.yml": "- 地址: policies/2020/jiu/\n  转到: policies/2026/yanglo/\n"},
    message="转到的“policies/2026/yanglo/”没有页面",
)

FLOOR = Floor.ABSOLUTE


def scope(register: Register) -> Iterable[Record]:
    yield from (record for record in register.content if record.url in register.published)
    yield from register.moved


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    current = addresses.current(register).keys()
    moved = {row.address for row in register.moved}
    expected = addresses.awaited(register)
    for address in sorted(register.published.keys() - current - moved - expected):
        yield _lost(register, rule, address)
    seen: set[str] = set()
    for row in register.moved:
        yield from _row(register, rule, row, current, expected, moved)
        if row.address in seen:
            yield rule.problem(row, "地址", f"“{row.address}”写了两遍", "只留一项")
        seen.add(row.address)


def _lost(register: Register, rule: Standard, address: str) -> Problem:
    hidden = next((record for record in register.content if record.url == address), None)
    what, why = ("网址", "没有页面") if address.endswith("/") else ("文件", "没有了")
    if hidden:
        why = f"{hidden.source.path} {'成了草稿' if hidden.held_back else '不再公开了'}"
    elif address in register.files:
        why = "没有公开的内容用到它了"
    return Problem(
        rule=rule.slug,
        name=rule.title,
        level=rule.level,
        basis=rule.basis,
        path=hidden.source.path if hidden else addresses.file_of(address),
        at=("草稿",) if hidden else (),
        message=f"公布过的{what}“{address}”{why}{'' if hidden else '，也没有写去向'}",
        fix="恢复原来的文件；或在 data/addresses/ 的 .yml 文件里加一项，写“转到”，或写“撤下日期”和“理由”",
    )


def _row(
    register: Register,
    rule: Standard,
    row: MovedAddress,
    current: Set[str],
    expected: set[str],
    moved: set[str],
) -> Iterator[Problem]:
    if row.withdrawn_on and row.reason and not row.to and row.address.removesuffix("/") not in taken():
        there = row.address in current or row.address in expected or row.address in register.files
        yield from _withdrawn(register, rule, row, there)
    elif row.address in current or row.address.removesuffix("/") in taken():
        yield rule.problem(row, "地址", f"“{row.address}”现在有页面，不需要地址变更", "删去这一项")
    gone = row.withdrawn_on is not None and row.reason is not None
    if row.to is not None and (row.withdrawn_on or row.reason):
        yield rule.problem(
            row, "转到", "既写了“转到”又写了撤下", "改了网址的只写“转到”，撤下的只写“撤下日期”和“理由”"
        )
    elif row.to is None and not gone:
        yield rule.problem(row, "地址", f"“{row.address}”没有写去向", "写“转到”，或写齐“撤下日期”和“理由”")
    if row.is_file and row.to and _kind(row.to) != _kind(row.address):
        message = f"文件“{row.address}”转到的“{row.to}”不是同一种文件，旧网址上打不开"
        fix = f"写一个 .{_kind(row.address)} 文件的网址；没有的，写“撤下日期”和“理由”，新网址写进“说明”"
        yield rule.problem(row, "转到", message, fix)
        return
    if row.to is None or row.to in current or row.to in expected or f"content/{row.to[:-1]}" in SECTIONS:
        return
    what = "没有页面" if row.to.endswith("/") else "没有这个文件"
    fix = "直接写最后的网址" if row.to in moved else "写现有页面或文件的网址，如 policies/2026/banfa/"
    yield rule.problem(row, "转到", f"转到的“{row.to}”{what}", fix)


def _withdrawn(register: Register, rule: Standard, row: MovedAddress, there: bool) -> Iterator[Problem]:
    """A page stays until the day it is to go; from then on its file only lies about."""
    if row.coming(register.today) and not there:
        message = f"“{row.address}”要到 {row.withdrawn_on} 才撤下，现在却没有了"
        yield rule.problem(row, "撤下日期", message, "恢复原来的文件，到那一天再删；或把“撤下日期”改为今天")
    elif there and not row.coming(register.today):
        # a page no longer leaves; a file goes where the texts that name it go
        state, level = ("文件却还在公布", None) if row.is_file else ("文件还留着，只是不再公布", Level.NOTICE)
        message = f"“{row.address}”已在 {row.withdrawn_on} 撤下，{state}"
        yield rule.problem(row, "地址", message, "删去原来的文件；不撤了的，删去这一项", level)


def _kind(address: str) -> str:
    """What kind of file stands at an address; empty for a page."""
    return "" if address.endswith("/") else address.rpartition(".")[2].lower()
