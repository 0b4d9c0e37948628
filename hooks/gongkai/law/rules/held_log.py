"""发布日志记过的不改。

看什么：data/log/ 里登记的发布日志，各类内容现在的发布日期、更新说明、日期变更、更正、废止，
“地址变更”里的撤下，和单位的撤并、更名。
怎样算错：日志记过的一次更新、改期、更正、撤下、更名，内容里现在没有了，或者日期、说明和记过的不一样；
记过发布的那一天和现在的不一样，没有更正；记过的网址既没有页面，也没有写去向。
撤下以后又公布、没有更新说明的，是警告。撤下的理由改为涉及个人隐私、商业秘密、国家秘密的不算；抹去了的不算。
怎样改：改回记过的；记过的有错的，另加一项更新说明，写明更正什么。
不能再公开的，在 data/log/ 里把那一行的文字抹去，写明理由和日期。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column import told_before
from gongkai.column.happenings import happenings, place_of
from gongkai.column.register import Event, Register
from gongkai.common.problems import At, Level, Problem
from gongkai.gate import addresses
from gongkai.law.example import CLEAN, Edge, Example, Files, an_item
from gongkai.law.shared.log_entries import day_excused, same_words, words
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.address import MovedAddress
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.standard import Floor, Standard
from gongkai.records.vocabulary.publishing import LogKind

FLOOR = Floor.LEVEL
ITEM = "items/minzheng-ju/2026/jiuzhu"


def _kept(day: str, note: str = "核实人次") -> Files:
    return {"data/log/2026.txt": f"{day} 更新 1 {ITEM}/ 信息 第三季度临时救助情况 ｜ {note}\n"}


def _noted(day: str, note: str = "核实人次") -> Files:
    return an_item(更新说明=f"[{{日期: {day}, 程度: 一般, 说明: {note}}}]")


EXAMPLE = Example(
    good={**CLEAN, **_noted("2026-11-10"), **_kept("2026-11-10")},
    bad=_noted("2026-11-10", "校对文字"),
    message="发布日志记着 2026-11-10 更新“核实人次”，现在写的是“校对文字”",
    edges=(
        Edge("现在没有了", {**an_item(), **_kept("2026-11-22")}, {**an_item(), **_kept("2026-11-21")}),
        Edge("现在写的日期是", _noted("2026-11-10"), _noted("2026-11-11")),
    ),
)
#: 种类 → the key that tells of it
_KEYS = {
    LogKind.UPDATED: "更新说明",
    LogKind.MOVED: "日期变更",
    LogKind.CORRECTED: "更正日期",
    LogKind.MERGED: "撤并日期",
    LogKind.RENAMED: "更名",
}
_ERASE = "不能再公开的，在 {file} 里把这一行抹去，写明理由"


def scope(register: Register) -> Iterable[Record]:
    return [*register.all, *register.english, *register.units, *register.moved]


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    if not register.happened:
        return
    told = told_before.compare(register, happenings(register))
    there = _there(register)
    for event, now in told.otherwise:
        record = there.get(now.address)
        if record and not event.erased:
            yield from _otherwise(register, rule, record, event, now)
    to = told_before.led_to(register)
    for event in told.alone:
        record = there.get(to.get(event.address, event.address))
        if event.kind is LogKind.WITHDRAWN:
            yield from _withdrawn(register, rule, record, event)
        elif record and event.number and event.kind is not LogKind.READDRESSED and not event.erased:
            if isinstance(record, MovedAddress):
                continue
            what = f"发布日志记着 {words(event)}，现在没有了"
            yield rule.problem(record, _at(record, event), what, _how(event))
    yield from _lost(register, rule)


def _there(register: Register) -> dict[str, Record]:
    """Address → what readers have there, or the row that says why they have not."""
    public: list[Record] = [*register.promising, *register.all, *register.english, *register.units]
    found = {place_of(record): record for record in public}
    gone = (row for row in register.moved if row.withdrawn_on and not row.coming(register.today))
    return {**found, **{row.page: row for row in gone}}


def _otherwise(
    register: Register, rule: Standard, record: Record, event: Event, now: Event
) -> Iterator[Problem]:
    """A kept entry that is told with another day or in other words."""
    if isinstance(record, MovedAddress) and (record.reason or "").startswith("涉及"):
        return
    what = f"发布日志记着 {words(event)}，现在写的"
    if event.day != now.day and not day_excused(register, record, event, now):
        yield rule.problem(record, _at(record, event), f"{what}日期是 {now.day}", _how(event))
    elif event.day == now.day and not same_words(record, event, now):
        yield rule.problem(record, _at(record, event), f"{what}是“{now.note}”", _how(event))


def _withdrawn(register: Register, rule: Standard, record: Record | None, event: Event) -> Iterator[Problem]:
    """What was withdrawn is withdrawn still, or came back and readers were told."""
    if isinstance(record, MovedAddress):
        again = any(
            each.address == event.address and event.day <= each.day and each.kind is not LogKind.WITHDRAWN
            for each in register.happened
        )
        if record.withdrawn_on != event.day and not again:
            what = f"发布日志记着 {event.day} 撤下，现在写的日期是 {record.withdrawn_on}"
            yield rule.problem(record, "撤下日期", what, f"改回 {event.day}")
    elif isinstance(record, ContentRecord) and record.url not in register.gone:
        if any(event.day <= day <= register.today for day in record.change_days):
            return
        what = f"发布日志记着 {event.day} 撤下，现在又公布了，没有更新说明"
        fix = "不该再公布的，恢复 data/addresses/ 里撤下它的那一项；核对过的，在“更新说明”里写明"
        yield rule.problem(record, (), what, fix, Level.WARNING)


def _lost(register: Register, rule: Standard) -> Iterator[Problem]:
    """What was told and is not registered by its address: the rule of addresses knows nothing of it."""
    unknown = {
        event.address: event
        for event in told_before.past(register)
        if event.address not in register.published
        and event.address.removesuffix("/") not in register.published
    }
    if not unknown:
        return
    known = {*addresses.current(register), *addresses.awaited(register), *_there(register)}
    known |= {row.page for row in addresses.moved(register)}
    for address, event in sorted(unknown.items()):
        if address not in known and "#" not in address:
            message = (
                f"发布日志记着 {event.day} {event.kind.value}“{address}”，现在没有这个网址，也没有写去向"
            )
            fix = "恢复原来的文件；不再公布的，在 data/addresses/moved.yml 写“撤下日期”和“理由”"
            yield Problem(
                rule=rule.slug,
                name=rule.title,
                level=rule.level,
                basis=rule.basis,
                path=f"data/log/{event.day.year}.txt",
                at=(str(event.day),),
                message=message,
                fix=fix,
            )


def _how(event: Event) -> str:
    back = "改回记着的；记着的有错的，另加一项“更新说明”，写明更正什么"
    return f"{back}；{_ERASE.format(file=f'data/log/{event.day.year}.txt')}"


def _at(record: Record, event: Event) -> At:
    key = _KEYS.get(event.kind)
    if isinstance(record, MovedAddress):
        return ("撤下日期",)
    return (key,) if key and not (isinstance(record, Dataset) and not record.updates) else ()
