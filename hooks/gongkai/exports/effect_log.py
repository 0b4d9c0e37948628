"""What documents did to which article, by the day from which it holds: entries of a feed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from gongkai.column.effects import Effect, effects
from gongkai.column.register import Register
from gongkai.column.versions import version_on, versions
from gongkai.common.said_days import cn_date
from gongkai.common.title_marks import in_marks
from gongkai.exports.made import LogEntry


def events(register: Register) -> list[LogEntry]:
    """Every effect up to the day, newest first; what is still to come is in the open data."""
    past = [each for each in effects(register) if each.day <= register.today]
    newest = sorted(past, key=lambda each: each.day, reverse=True)
    return list(_told_apart([(each, _event(register, each)) for each in newest]))


def _told_apart(found: list[tuple[Effect, LogEntry]]) -> Iterator[LogEntry]:
    """What two documents do to one place on one day: who was published first keeps its id, also when
    the other comes later.
    """
    taken: set[tuple[dt.date, str]] = set()
    entries: dict[int, LogEntry] = {}
    for place in sorted(range(len(found)), key=lambda place: _known(found[place][0])):
        entry = found[place][1]
        while (entry.day, entry.id) in taken:
            entry = replace(entry, number=entry.number + 1)
        taken.add((entry.day, entry.id))
        entries[place] = entry
    return (entries[place] for place in range(len(found)))


def _known(effect: Effect) -> dt.date:
    return effect.by.published if effect.by else effect.day


def _event(register: Register, effect: Effect) -> LogEntry:
    places = "、".join(at.words for at in effect.at)
    return LogEntry(
        effect.day,
        effect.kind,
        f"{in_marks(effect.on.title)}{places}",
        effect.on.url + _anchor(register, effect),
        _note(effect),
        effect.on,
        effect.number,
    )


def _anchor(register: Register, effect: Effect) -> str:
    """#tiao-3 of the first article named, where the text shown today has it."""
    shown = version_on(versions(register, effect.on), register.today)
    articles = shown.text.governing.articles if shown and not effect.on.closed else ()
    wanted = effect.at[0].article if effect.at else ()
    return next((f"#{each.id}" for each in articles if each.number == wanted), "")


def _note(effect: Effect) -> str:
    """Who does what from when, to when, and whether the text has it."""
    by = effect.by
    who = f"{in_marks(by.title)}{f'（{by.number}）' if by.number else ''}：" if by else ""
    until = f"，至{cn_date(effect.last)}" if effect.last else ""
    written = "" if effect.written is None else f"，{'已' if effect.written else '没有'}写入文本"
    reason = f"（{effect.note}）" if effect.note else ""
    return f"{who}自{cn_date(effect.day)}起{effect.words}{until}{written}{reason}。"
