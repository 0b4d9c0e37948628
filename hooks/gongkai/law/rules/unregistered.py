"""公布了的网址须登记。

看什么：现在公开的页面、附件、图片和数据文件的网址，页面的正文和标题，发布日志的每一条。
怎样算错：data/addresses/ 里没有登记网址：它以后改了名、不见了，没有人会知道；网址登记了，
data/texts/ 里没有登记文字：文字改了也没有人知道；data/log/ 里没有登记日志：内容改了，日志跟着变。
怎样改：运行 scripts/addresses，把 data/addresses/、data/dates/、data/log/ 和 data/texts/ 一并提交；
合并以后平台会自己登记的，可以不管。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column import announced_texts, told_before
from gongkai.column.asked import FOLDER, asked
from gongkai.column.happenings import happenings, place_of
from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.gate import addresses
from gongkai.gate.addresses import files
from gongkai.law.example import CLEAN, REGISTERED, Edge, Example, Files, an_item
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.standard import Standard


def _items(count: int) -> Files:
    """So many items whose addresses are not registered."""
    found: dict[str, str] = {}
    for number in range(count):
        found |= an_item(f"xin-{number}")
    return found


EXAMPLE = Example(
    good={**CLEAN, **REGISTERED},
    bad=an_item("xin"),
    message="有 1 个公开的网址没有登记：items/minzheng-ju/2026/xin/",
    edges=(Edge(" 等", _items(5), _items(6)),),
)
#: so many are named
_NAMED = 5
_FOLDERS = "data/addresses/、data/dates/、data/log/ 和 data/texts/"
_HOW = f"运行 scripts/addresses，把 {_FOLDERS} 一并提交；合并后平台会自己登记的，可以不管"


def scope(register: Register) -> Iterable[Record]:
    return [*register.all, *register.english, *register.units]


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    yield from _addresses(register, rule)
    yield from _texts(register, rule)
    yield from _log(register, rule)


def _log(register: Register, rule: Standard) -> Iterator[Problem]:
    """What the log tells and does not keep: it would change with the records. New pages are told as such."""
    shown = [*announced_texts.shown(register)]
    unknown = addresses.current(register).keys() - register.published.keys()
    new = [
        event
        for event in told_before.compare(register, happenings(register, shown)).new
        if event.address not in unknown
    ]
    if new:
        first = min(new, key=lambda event: event.line)
        there = {place_of(each): each for each in (*register.promising, *shown, *register.units)}
        there.update({row.page: row for row in register.moved})
        more = " 等" if len(new) > 1 else ""
        what = f"{first.day} {first.kind.value} {first.address}{more}"
        yield rule.problem(there[first.address], (), f"有 {len(new)} 条发布日志没有登记：{what}", _HOW)


def _texts(register: Register, rule: Standard) -> Iterator[Problem]:
    """What is registered by its address and not by its words: it may change unseen."""
    known = {name for name, _ in register.wordings}
    missing = [
        each
        for each in announced_texts.shown(register)
        if each.url in register.published and each.id not in known
    ]
    if missing:
        message = f"有 {len(missing)} 篇公布的文字没有登记：以后改了没有人知道"
        yield rule.problem(missing[0], (), message, _HOW)


def _addresses(register: Register, rule: Standard) -> Iterator[Problem]:
    missing = sorted(addresses.current(register).keys() - register.published.keys())
    first = next(
        (each for each in scope(register) if any(_leads(register, each, one) for one in missing)), None
    )
    if first is None:
        return
    more = " 等" if len(missing) > _NAMED else ""
    message = f"有 {len(missing)} 个公开的网址没有登记：{'、'.join(missing[:_NAMED])}{more}"
    yield rule.problem(first, (), message, _HOW)


def _leads(register: Register, record: Record, address: str) -> bool:
    """True for a record's own page, its answers, its data files and the files it uses."""
    if address.startswith(FOLDER):
        questions = asked(record, register.today) if isinstance(record, ContentRecord) else []
        return any(each.url == address for each in questions)
    return address.startswith(record.url) or any(address == name for _, name in files.files_of(record))
