"""An act, tried → what readers will find otherwise by it, in words a clerk can hold against the site.

What changes is told by the same comparison as the report of a change (``desk/change``); added are where old
addresses lead, what the log will say, and who else names what the act is done to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from gongkai import gate
from gongkai.column import told_before
from gongkai.column.register import Register
from gongkai.common.problems import told
from gongkai.common.said_days import cn_date
from gongkai.common.title_marks import in_marks
from gongkai.desk import change
from gongkai.desk.change.comparing import Changed, FeedNews, Moved, PageChange
from gongkai.desk.mending import Change
from gongkai.desk.undo import naming
from gongkai.desk.undo.acts import Wanted
from gongkai.exports import log
from gongkai.gate import addresses
from gongkai.pipeline import Checked
from gongkai.records.types.address import MovedAddress

#: so many of a kind are told one by one
MOST = 30
_FEW = 8


class Part(NamedTuple):
    """One question a clerk has, and its answers."""

    title: str
    lines: tuple[str, ...]


class Look(NamedTuple):
    """What is otherwise from a day on."""

    day: dt.date
    parts: tuple[Part, ...]

    @property
    def heading(self) -> str:
        """Of which day it speaks."""
        return f"公开以后（按{cn_date(self.day)}的网站），读者会看到什么变化"


def looks(before: Checked, after: Checked, wanted: Wanted, changes: Sequence[Change]) -> tuple[Look, ...]:
    """Of today, and of the day of the act where that is still to come."""
    today = before.register.today
    days = sorted({today, max(today, wanted.day)})
    return tuple(_look(_on(before, day), _on(after, day), wanted, changes) for day in days)


def as_text(found: Sequence[Look]) -> str:
    """The same for a terminal."""
    blocks = []
    for look in found:
        blocks.append(look.heading)
        for part in look.parts:
            blocks.append("\n".join((f"{part.title}（{len(part.lines)}）：", *_listed(part))))
        if not look.parts:
            blocks.append("没有变化。")
    return told("\n\n".join(blocks))


def _listed(part: Part) -> Iterator[str]:
    yield from (f"  - {line}" for line in part.lines[:MOST])
    if len(part.lines) > MOST:
        yield f"  - ……还有 {len(part.lines) - MOST} 项"


def _on(checked: Checked, day: dt.date) -> Checked:
    if checked.register.today == day:
        return checked
    return replace(checked, register=checked.register.on(day))


def _look(before: Checked, after: Checked, wanted: Wanted, changes: Sequence[Change]) -> Look:
    found = change.compare("", before, after)
    rows = _rows(before, after)
    root = before.register.column.root
    parts = (
        Part("哪些网页变", tuple(_pages(found, rows, root))),
        Part("旧网址会到哪里", tuple(_leads(before, after, rows, root))),
        Part("状态从哪天起变", tuple(map(_state, found.states))),
        Part("发布日志会记", tuple(_log(before, after))),
        Part("订阅源里会有", tuple(map(_news, found.news))),
        Part("还有哪些内容提到它", tuple(naming.named(before, after, wanted, changes))),
        Part("公开质量的指标", tuple(f"{each.name}：{each.before} → {each.after}" for each in found.figures)),
    )
    return Look(before.register.today, tuple(part for part in parts if part.lines))


def _rows(before: Checked, after: Checked) -> list[MovedAddress]:
    """What becomes of addresses by the act, also of those that go with others."""
    day = before.register.today
    known = {_led(row) for row in addresses.moved(before.register) if not row.coming(day)}
    return [row for row in addresses.moved(after.register) if not row.coming(day) and _led(row) not in known]


def _led(row: MovedAddress) -> tuple[str, str | None, dt.date | None]:
    return row.address, row.to, row.withdrawn_on


def _pages(found: Changed, rows: Sequence[MovedAddress], root: str) -> Iterator[str]:
    to = {row.address: row.to for row in rows if row.to}
    there = {page.url: page for page in found.added}
    moved = {page.url: there[new] for page in found.gone if (new := to.get(page.url)) and new in there}
    came = {page.url for page in moved.values()}
    for page in found.gone:
        if page.url in moved:
            yield f"换网址：{_page(moved[page.url], root)}，原来是 {root}{page.url}"
        else:
            yield f"不再公开：{_page(page, root)}"
    for page in found.changed:
        yield f"改动：{_page(page, root)}。改了：{'；'.join(page.keys)}"
    changed = {page.url for page in found.changed}
    for state in found.states:
        if state.url and state.url not in changed:
            yield f"改动：{in_marks(state.name)} {root}{state.url}。改了：状态"
    yield from (f"新增：{_page(page, root)}" for page in found.added if page.url not in came)


def _page(page: PageChange, root: str) -> str:
    return f"{page.label}{in_marks(page.title)} {root}{page.url}"


def _leads(before: Checked, after: Checked, rows: Sequence[MovedAddress], root: str) -> Iterator[str]:
    for row in rows:
        if row.to:
            yield f"{root}{row.page} → 自动转到 {root}{row.to}"
        elif row.withdrawn_on:
            kept = f"，并指到留下的 {root}{row.kept}" if row.kept else ""
            note = f"；说明：{row.note}" if row.note else ""
            day = cn_date(row.withdrawn_on)
            yield f"{root}{row.page} → 撤下说明：{day}撤下，理由：{row.reason}{note}{kept}"
    led = {row.address for row in addresses.moved(after.register)}
    there = addresses.current(after.register)
    for address in addresses.current(before.register):
        if address in before.register.published and address not in there and address not in led:
            yield f"{root}{address} → 没有写去处，会打不开"


def _state(each: Moved) -> str:
    since = f"，自{cn_date(each.since)}起" if each.since else ""
    return f"{in_marks(each.name)}：{each.before} → {each.after}{since}"


def _log(before: Checked, after: Checked) -> Iterator[str]:
    """What is told new; what was told of a page that has another address now is not."""
    to = told_before.led_to(after.register)
    known = {
        (each.day, each.kind, to.get(each.address, each.address)) for each in log.unkept(_released(before))
    }
    for each in log.unkept(_released(after)):
        if (each.day, each.kind, each.address) not in known:
            note = f"：{each.note}" if each.note else ""
            yield f"{cn_date(each.day)} {each.kind} {_marked(each.title)}{note}"


def _released(checked: Checked) -> Register:
    return gate.released(checked.register, moved=addresses.moved(checked.register))


def _news(each: FeedNews) -> str:
    more = f"等 {len(each.feeds)} 个" if len(each.feeds) > _FEW else ""
    return f"{_marked(each.title)}：{'；'.join(each.feeds[:_FEW])}{more}"


def _marked(title: str) -> str:
    """A title in its marks; an address, or what has marks of its own, as it is."""
    return title if "《" in title or title.endswith("/") else in_marks(title)
