"""The committed register of what was told: ``data/log/<year>.txt``, a line for each entry of the 发布日志.

``day kind number address type title ｜ note``, sorted. Lines are only ever added. Where words may not be
read any more, ``-`` stands for the title and 【抹去】, the reason and the day for the note: the entry stays.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from gongkai.column import ledger
from gongkai.column.register import Event, Register
from gongkai.column.register.happened import BAR, ERASED, NOTHING, Key
from gongkai.common.problems import Level, Problem
from gongkai.records.fields.values import as_date
from gongkai.records.vocabulary.publishing import LogKind

FOLDER = Path("data/log")
#: for which reasons words may be taken away
REASONS = ("涉及个人隐私", "涉及商业秘密", "涉及国家秘密")
_ERASURE = re.compile(rf"{ERASED}(?:{'|'.join(REASONS)})，(\d{{4}}-\d\d-\d\d)")
_FORM = "日期 种类 序号 网址 类型 标题 ｜ 说明"
_HOW = "合并冲突的留下两边的行，删去标记；别的从版本库恢复这一行"
_HOW_ERASED = f"写成“- ｜ {ERASED}涉及个人隐私，2026-11-20”：理由写{'、'.join(REASONS)}之一，日期写抹去那天"
_BACK = (
    "从上一个版本恢复 data/log/ 里的这一行；依法不能再公开的，标题改成 -，说明改成"
    f"“{ERASED}涉及个人隐私，2026-11-20”"
)
_KINDS = {kind.value: kind for kind in LogKind}
#: text as it is read → its day
_day = cache(as_date)


def read(root: Path) -> tuple[tuple[Event, ...], list[Problem]]:
    """What was told before, the oldest first, and what is wrong with the register."""
    problems: list[Problem] = []
    found: dict[Key, Event] = {}
    again: list[tuple[ledger.Line, Event]] = []
    for line in ledger.lines(root, FOLDER, problems):
        try:
            event = _parsed(line.text)
        except (KeyError, ValueError) as error:
            erased = str(error) == ERASED
            what = "抹去没有写明理由和日期" if erased else f"“{line.text[:60]}”不是“{_FORM}”"
            problems.append(line.wrong(what, _HOW_ERASED if erased else _HOW))
            continue
        if event.key in found:
            again.append((line, event))
        else:
            found[event.key] = event
    for line, event in again:
        problems.append(line.twice(f"“{event.day} {event.kind.value} {event.address}”"))
        _both(found, event)
    return tuple(sorted(found.values(), key=_order)), problems


def _both(found: dict[Key, Event], event: Event) -> None:
    """Both sides of a merge are right: two notes of one day are two; what was erased stays erased.

    What has no number happens once a day: the title it is told with first in the file stands.
    """
    other = found[event.key]
    if event.erased or other.erased:
        found[event.key] = event if event.erased else other
        return
    while event.number and event.key in found and found[event.key] != event:
        event = replace(event, number=event.number + 1)
    found.setdefault(event.key, event)


def _parsed(text: str) -> Event:
    day, kind, number, address, label, rest = text.split(" ", 5)
    title, _, note = rest.partition(BAR)
    if note.startswith(ERASED):
        erasure = _ERASURE.fullmatch(note)
        if not erasure or not _is_day(erasure[1]):
            raise ValueError(ERASED)
    return Event(_day(day), _KINDS[kind], int(number), address, label, title, note)


def _is_day(text: str) -> bool:
    try:
        as_date(text)
    except ValueError:
        return False
    return True


def _order(event: Event) -> tuple[dt.date, str, str, int]:
    return event.day, event.address, event.kind.value, event.number


def write(root: Path, events: Iterable[Event]) -> int:
    """Add entries to the register, one file a year; gives how many were new."""
    known, _ = read(root)
    keys = {event.key for event in known}
    new = [event for event in events if event.key not in keys]
    years: dict[str, list[str]] = defaultdict(list)
    for event in sorted((*known, *new), key=_order):
        years[str(event.day.year)].append(event.line)
    ledger.write(root, FOLDER, years)
    return len(new)


def forgotten(before: Register, now: Register) -> Iterator[Problem]:
    """Entries an earlier revision had and this one has not, or has with other words; those erased since."""
    lines = {event.line for event in now.happened}
    erased: dict[Key, Event] = {event.key: event for event in now.happened if event.erased}
    # a merge may have numbered it anew
    words = {replace(event, number=0).line for event in now.happened}
    for event in before.happened:
        if event.line in lines or replace(event, number=0).line in words:
            continue
        path = f"{FOLDER}/{event.day.year}.txt"
        named = f"“{event.day} {event.kind.value} {event.number} {event.address} …”这一行"
        left = erased.get(event.key)
        if left and left.title in (event.title, NOTHING):
            what = f"{named}抹去了：{left.note.removeprefix(ERASED)}"
            told = ledger.gone(path, what, "核对过、应当抹去的，不用改；不应当的，从上一个版本恢复这一行")
            yield replace(told, level=Level.NOTICE)
        else:
            yield ledger.gone(path, f"{named}被删掉或改掉了：登记过的只增不减", _BACK)
