"""已公布的网址须一直有效。

看什么：data/addresses/ 里登记的、公布过的网址，和“地址变更”：页面，附件，图片，数据集各年的数据文件。
怎样算错：公布过的网址现在没有页面、文件，也没有写转到哪里或者为什么撤下；公布过的附件没有内容用到它了；
转到的、保留的网址没有页面；文件转到的不是同一种文件；既写了转到又写了撤下，或两样都没有；
现在还有页面、文件的网址写了地址变更；同一网址写了两遍。
“撤下日期”还没有到，页面却已经没有了，或者早于公布的那一天；撤下的网址从来没有公布过，只和现有的一个差一两个字母。所说的内容不再公开，它的更正、解读、译文也不见了，又没有写去向。
撤下一页，它的更正、解读、译文和只有它用到的文件随它一同撤下，不用另写；这些文件还留着时只提示。
它的问答、历次文字跟着撤下，文件删了也一样。
怎样改：恢复原来的文件名；改了问句的，在那一问里写上原来的“编号”；或在 data/addresses/ 的 .yml 文件里加一项：
改了网址的写“转到”（文件的旧网址上仍能下载到新文件），撤下的写“撤下日期”和“理由”。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from gongkai.column.asked import FOLDER as ANSWERS
from gongkai.column.register import Register
from gongkai.common.problems import At, Level, Problem
from gongkai.gate import addresses
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.law.rules.link_target import SECTIONS
from gongkai.law.shared.fixed_addresses import taken
from gongkai.law.shared.nearest import misspelt
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Refers
from gongkai.records.types.address import MovedAddress
from gongkai.records.types.standard import Floor, Standard

STILL = "policies/2026/yanglao/"


def _gone(day: str, address: str = "policies/2020/jiu/") -> Files:
    return {"data/addresses/biandong.yml": f"- 地址: {address}\n  撤下日期: {day}\n  理由: 重复发布\n"}


def _published_on(day: str) -> Files:
    """Withdrawn on 6 November."""
    return {**_gone("2026-11-06"), "data/dates/policies.txt": f"policies/2020/jiu 发布日期 {day}\n"}


EXAMPLE = Example(
    good={
        **CLEAN,
        "data/addresses/biandong.yml": "- 地址: policies/2020/jiu/\n  转到: policies/2026/yanglao/\n",
    },
    bad={"data/addresses/biandong.yml": "- 地址: policies/2020/jiu/\n  转到: policies/2026/yanglo/\n"},
    message="转到的“policies/2026/yanglo/”没有页面",
    edges=(
        Edge("要到 2026-11-22 才撤下，现在却没有了", _gone("2026-11-21"), _gone("2026-11-22")),
        Edge("撤下，文件还留着", _gone("2026-11-22", STILL), _gone("2026-11-21", STILL)),
        Edge(
            "没有公布过",
            _gone("2026-11-21", "policies/2026/lao/"),
            _gone("2026-11-21", STILL.replace("g", "")),
        ),
        Edge("2026-11-07 才公布", _published_on("2026-11-06"), _published_on("2026-11-07")),
    ),
)

FLOOR = Floor.ABSOLUTE


def scope(register: Register) -> Iterable[Record]:
    yield from (record for record in register.content if record.url in register.published)
    yield from register.moved


class _Now(NamedTuple):
    """What stands at addresses on the day."""

    #: readers have it
    current: Set[str]
    #: its day has not come, or its file is faulty
    expected: Set[str]
    #: there is a file in the tree, seen or not
    kept: Set[str]
    #: what became of addresses, with those that go with others
    rows: Sequence[MovedAddress]


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    expected = addresses.awaited(register)
    records = {record.url for record in register.content if not record.held_back}
    now = _Now(
        current=addresses.current(register).keys(),
        expected=expected,
        kept=records | expected | register.files.keys(),
        rows=addresses.moved(register),
    )
    told = {row.address for row in now.rows}
    lost = register.published.keys() - now.current - told - expected
    for address in sorted(lost - _gone_with(lost)):
        yield _lost(register, rule, address)
    seen: set[str] = set()
    for row in register.moved:
        yield from _row(register, rule, row, now)
        if row.address in seen:
            yield rule.problem(row, "地址", f"“{row.address}”写了两遍", "只留一项")
        seen.add(row.address)


def _lost(register: Register, rule: Standard, address: str) -> Problem:
    hidden = next((record for record in register.content if record.url == address), None)
    what, why = ("网址", "没有页面") if address.endswith("/") else ("文件", "没有了")
    at: At = (address,)
    if hidden:
        at, state = _hiding(register, hidden)
        why = f"{hidden.source.path} {state}"
    elif address in register.files:
        why = "没有公开的内容用到它了"
    return Problem(
        rule=rule.slug,
        name=rule.title,
        level=rule.level,
        basis=rule.basis,
        path=hidden.source.path if hidden else addresses.file_of(address),
        row=hidden.source.row if hidden else None,
        at=at,
        message=f"公布过的{what}“{address}”{why}{'' if hidden else '，也没有写去向'}",
        fix=f"{_reworded(address)}恢复原来的文件；"
        "或在 data/addresses/ 的 .yml 文件里加一项，写“转到”，或写“撤下日期”和“理由”",
    )


def _reworded(address: str) -> str:
    """What to do where the question of an answer got other words."""
    slug = address.removeprefix(ANSWERS).removesuffix("/")
    return f"改了问句的，在那一问里写上“编号: {slug}”；" if address.startswith(ANSWERS) else ""


def _gone_with(lost: Set[str]) -> set[str]:
    """The answers of records that are gone themselves: told with those."""
    slugs = tuple(f"{ANSWERS}{each.rsplit('/', 2)[-2]}-" for each in sorted(lost) if each.count("/") > 2)
    return {each for each in lost if each.startswith(slugs)}


def _hiding(register: Register, hidden: ContentRecord) -> tuple[At, str]:
    """The key that keeps a record from readers, and how."""
    if hidden.held_back:
        return ("草稿",), "成了草稿"
    for kind in (Refers.POLICY, Refers.RECORD):
        for at, name in references(hidden, kind):
            target = register.policy(name) or register.record(name)
            if name in hidden.repeats and target and target.closed:
                return at, f"不再公开了：它说的 {target.source.path} 不公开"
    return (), "不再公开了"


def _row(register: Register, rule: Standard, row: MovedAddress, now: _Now) -> Iterator[Problem]:
    made = row.address.removesuffix("/") in taken()
    if row.withdrawn_on and row.reason and not row.to and not made:
        yield from _withdrawn(register, rule, row, now)
    elif row.address in now.current or made:
        yield rule.problem(row, "地址", f"“{row.address}”现在有页面，不需要地址变更", "删去这一项")
    gone = row.withdrawn_on is not None and row.reason is not None
    if row.to is not None and (row.withdrawn_on or row.reason):
        yield rule.problem(
            row, "转到", "既写了“转到”又写了撤下", "改了网址的只写“转到”，撤下的只写“撤下日期”和“理由”"
        )
    elif row.to is None and not gone:
        yield rule.problem(row, "地址", f"“{row.address}”没有写去向", "写“转到”，或写齐“撤下日期”和“理由”")
    if row.to is not None:
        yield from _target(register, rule, row, row.to, now)
    if row.kept is not None and row.kept not in now.current | now.expected:
        fix = "写现有页面的网址，如 policies/2026/banfa/"
        yield rule.problem(row, "保留", f"保留的“{row.kept}”没有页面", fix)


def _target(register: Register, rule: Standard, row: MovedAddress, to: str, now: _Now) -> Iterator[Problem]:
    """Where a row leads must be there; what leads to something withdrawn goes with it."""
    if row.is_file and _kind(to) != _kind(row.address):
        message = f"文件“{row.address}”转到的“{to}”不是同一种文件，旧网址上打不开"
        fix = f"写一个 .{_kind(row.address)} 文件的网址；没有的，写“撤下日期”和“理由”，新网址写进“说明”"
        yield rule.problem(row, "转到", message, fix)
        return
    known = to in now.current or to in now.expected or f"content/{to[:-1]}" in SECTIONS
    if known or any(each.address == to and not each.to for each in now.rows):
        return
    what = "没有页面" if to.endswith("/") else "没有这个文件"
    moved = any(each.address == to for each in now.rows)
    fix = "直接写最后的网址" if moved else "写现有页面或文件的网址，如 policies/2026/banfa/"
    yield rule.problem(row, "转到", f"转到的“{to}”{what}", fix)


def _withdrawn(register: Register, rule: Standard, row: MovedAddress, now: _Now) -> Iterator[Problem]:
    """What is withdrawn stays until the day it is to go; from then on its file only lies about."""
    there = row.address in now.kept
    if early := _before_publication(register, row):
        message = f"“{row.address}”{early} 才公布，不会在 {row.withdrawn_on} 撤下"
        yield rule.problem(row, "撤下日期", message, "写真正撤下的那一天")
    elif row.coming(register.today) and not there:
        message = f"“{row.address}”要到 {row.withdrawn_on} 才撤下，现在却没有了"
        yield rule.problem(row, "撤下日期", message, "恢复原来的文件，到那一天再删；或把“撤下日期”改为今天")
    elif (
        not there and row.address not in register.published and (meant := misspelt(row.address, now.current))
    ):
        # the page that was to go is still read, and the log would say that it went
        message = f"没有公布过“{row.address}”，相近的“{meant}”还在公布"
        yield rule.problem(row, "地址", message, f"要撤下“{meant}”的，照它改正“地址”；都不是的，删去这一项")
    elif row.coming(register.today) or not there:
        return
    elif row.address in now.current:
        # a page leaves by itself; a file goes where the texts that name it go
        message = f"“{row.address}”已在 {row.withdrawn_on} 撤下，文件却还在公布：别的公开内容还用到它"
        fix = "在用到它的内容里删去它，再删去原来的文件；不撤了的，删去这一项"
        yield rule.problem(row, "地址", message, fix)
    else:
        yield from _left(register, rule, row, now)


def _before_publication(register: Register, row: MovedAddress) -> dt.date | None:
    """The day on which a page was published first, where it is to have gone before."""
    told = register.announced.get((row.address.removesuffix("/"), "发布日期"))
    return told[0] if told and row.withdrawn_on and row.withdrawn_on < told[0] else None


def _left(register: Register, rule: Standard, row: MovedAddress, now: _Now) -> Iterator[Problem]:
    """A file that lies about, with what went with it: that needs rows of its own once it is deleted."""
    written = {each.address for each in register.moved}
    same = [each for each in now.rows if each.source == row.source and each.address not in written]
    message, fix = f"“{row.address}”已在 {row.withdrawn_on} 撤下，文件还留着，只是不再公布", "删去原来的文件"
    if same:
        message += f"；一同撤下的：{'、'.join(each.address for each in same)}"
        fix = "文件可以留着；要删的，先给一同撤下的各加一项同样的“撤下日期”和“理由”，再一并删去"
    yield rule.problem(row, "地址", message, f"{fix}；不撤了的，删去这一项", Level.NOTICE)


def _kind(address: str) -> str:
    """What kind of file stands at an address; empty for a page."""
    return "" if address.endswith("/") else address.rpartition(".")[2].lower()
