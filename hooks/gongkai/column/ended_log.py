"""What ended or has another name → entries of the 发布日志: 废止, 撤并, 更名, 改址.

Each stands on a day that a record gives: a unit without 撤并日期, and a 地址变更 without 日期, tell nothing.
What repeals a document is not named: its title may change, the page that the entry leads to names it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.column.register import Event, Register
from gongkai.column.register.happened import NOTHING
from gongkai.column.told_before import led_to
from gongkai.common.printable import one_line
from gongkai.common.said_days import cn_date
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.publishing import LogKind


def repealed(register: Register, policy: Policy, label: str) -> Iterator[Event]:
    """That a document of this district was repealed or replaced as a whole, once it was known."""
    if policy.elsewhere:
        return
    for day, told, why in _ends(register, policy):
        note = _sentences(f"自{cn_date(day)}起废止", why)
        known = max(day, policy.published, told)
        yield Event(known, LogKind.REPEALED, 0, policy.url, label, one_line(policy.name), note)


def _ends(register: Register, policy: Policy) -> Iterator[tuple[dt.date, dt.date, str]]:
    """The day it is repealed from, the day readers could know of it, and why."""
    for link in register.relations(policy):
        if not link.acts and link.kind in ("废止", "替代"):
            yield link.date, link.other.published, f"原因：{link.note}" if link.note else ""
    if policy.repealed_on:
        why = f"依据：{policy.repealed_by}" if policy.repealed_by else ""
        yield policy.repealed_on, policy.repealed_on, why


def of_unit(unit: Unit, label: str) -> Iterator[Event]:
    """That a unit was merged into another, and that it got another name."""
    if unit.state == "撤并" and unit.merged_on:
        into = f"职责由{unit.merged_into}承接" if unit.merged_into else ""
        note = _sentences(into, f"原因：{unit.merged_why}" if unit.merged_why else "")
        yield Event(unit.merged_on, LogKind.MERGED, 0, unit.url, label, one_line(unit.name), note)
    for number, each in enumerate(unit.renamings, 1):
        note = _sentences(f"原名称：{each.old}", f"原因：{each.reason}" if each.reason else "")
        yield Event(each.day, LogKind.RENAMED, number, unit.url, label, one_line(unit.name), note)


def readdressed(register: Register, pages: dict[str, ContentRecord]) -> Iterator[tuple[Event, ContentRecord]]:
    """That a page that readers may have got another address, with the page; ``pages``: by address."""
    to = led_to(register)
    rows = (row for row in register.moved if row.changed_on and row.page in to)
    for number, row in enumerate(rows, 1):
        if row.to not in pages or not row.changed_on:
            continue
        page = pages[row.to]
        note = _sentences(f"原网址：{row.address}", f"原因：{row.note}" if row.note else "")
        yield (
            Event(row.changed_on, LogKind.READDRESSED, number, page.url, NOTHING, one_line(page.name), note),
            page,
        )


def _sentences(*said: str) -> str:
    """As sentences on one line, each with one full stop."""
    return one_line("".join(f"{each.rstrip('。')}。" for each in said if each))
