"""What changed in the rulebook: rules that began, were revised or ended, and waivers that were given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.column.register.subjects import public_waivers, subjects
from gongkai.common.said_days import cn_date
from gongkai.exports.made import LogEntry
from gongkai.records.base import ContentRecord
from gongkai.records.types.standard import DAY, Standard
from gongkai.records.types.waiver import Waiver
from gongkai.records.vocabulary.quality import RuleChange


def changes(register: Register, standards: Iterable[Standard]) -> list[LogEntry]:
    """Everything that happened up to the day, newest first; ``standards`` as they hold in this column."""
    held = {standard.slug: standard for standard in standards}
    # a rule that this column has not taken over has no page, and never began here
    taken = (standard for standard in held.values() if not standard.offered)
    found = [event for standard in taken for event in _of_rule(standard)]
    found += [_of_waiver(register, held, waiver) for waiver in public_waivers(register) if waiver.approved_on]
    past = [event for event in found if event.day <= register.today]
    return sorted(sorted(past, key=lambda each: each.id), key=lambda each: each.day, reverse=True)


def _of_rule(standard: Standard) -> Iterator[LogEntry]:
    """A rule without days has held since before this column: it tells of nothing."""
    basis = f"依据：{standard.basis}"
    starts = [version.valid_from for version in standard.versions]
    for number, version in enumerate(standard.versions):
        if version.valid_from:
            said = f"依据：{'；'.join(map(str, version.bases))}"
            yield _event(standard, version.valid_from, _kind(number), said, number)
    if standard.valid_from:
        yield _event(standard, standard.valid_from, _kind(len(starts)), basis, len(starts))
    if standard.valid_to:
        ended = f"依据：{'；'.join(map(str, standard.ended_by))}" if standard.ended_by else basis
        yield _event(standard, standard.valid_to + DAY, RuleChange.ENDED, ended)


def _kind(earlier: int) -> RuleChange:
    return RuleChange.REVISED if earlier else RuleChange.BEGUN


def _event(standard: Standard, day: dt.date, kind: RuleChange, note: str, number: int = 0) -> LogEntry:
    return LogEntry(day, kind, standard.title, standard.place, note, number=number)


def _of_waiver(register: Register, held: dict[str, Standard], waiver: Waiver) -> LogEntry:
    assert waiver.approved_on
    record = next(iter(subjects(register, waiver.record)), None)
    about = record.name if isinstance(record, ContentRecord) else waiver.record
    rule = held[waiver.rule].title if waiver.rule in held else waiver.rule
    note = f"理由：{waiver.reason}。{waiver.approver}批准，有效期至{cn_date(waiver.expires_on)}"
    page = record if isinstance(record, ContentRecord) else None
    return LogEntry(waiver.approved_on, RuleChange.WAIVED, f"{rule}：{about}", waiver.place, note, page)
