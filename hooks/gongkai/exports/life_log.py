"""What happened to records after they were published: entries for those who follow a unit or a matter.

A document comes into force, is amended, repealed, expires – which is told a month ahead – or gets an
interpretation; a page is corrected, a day is moved, opinions are answered. Each is told on its own day.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gongkai.column import ended_log
from gongkai.column.effects import Effect, effects
from gongkai.column.outcomes import OWED, awaited
from gongkai.column.register import Register
from gongkai.common.said_days import cn_date
from gongkai.common.title_marks import in_marks
from gongkai.exports.made import LogEntry
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import EffectKind, Status
from gongkai.records.vocabulary.following import LifeKind

_DAY = dt.timedelta(days=1)
#: how many days ahead the end of a document is told
AHEAD = 30
_EFFECTS = {
    EffectKind.AMENDED: LifeKind.AMENDED,
    EffectKind.PARTLY_REPEALED: LifeKind.PARTLY_REPEALED,
    EffectKind.SUSPENDED: LifeKind.SUSPENDED,
    EffectKind.RESUMED: LifeKind.RESUMED,
    EffectKind.REPEALED: LifeKind.REPEALED,
    # who replaces a document repeals it: one thing, whether it is written once or twice
    EffectKind.REPLACED: LifeKind.REPEALED,
}


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that happened to ``entry.record``; ``by``: the record that tells it, if one does."""

    entry: LogEntry
    by: ContentRecord | None = None

    @property
    def record(self) -> ContentRecord:
        assert self.entry.record
        return self.entry.record


def turns(register: Register) -> list[Turn]:
    """Everything up to the day, newest first; every entry has an id of its own."""
    found = [
        *_of_effects(register),
        *(turn for policy in register.policies for turn in _of_policy(register, policy)),
        *(turn for record in register.all for turn in _of_record(register, record)),
        *_readdressed(register),
    ]
    past = [each for each in found if each.entry.day <= register.today]
    past.sort(key=lambda each: (each.entry.address, each.entry.kind.value, each.entry.note))
    return sorted(_numbered(past), key=lambda each: each.entry.day, reverse=True)


def _readdressed(register: Register) -> Iterator[Turn]:
    pages = {record.url: record for record in register.all}
    for event, page in ended_log.readdressed(register, pages):
        yield _turn(page, event.day, LifeKind.READDRESSED, event.note)


def _numbered(found: list[Turn]) -> Iterator[Turn]:
    """Things of one kind that happened to one record on one day are told apart."""
    seen: Counter[tuple[dt.date, str]] = Counter()
    for turn in found:
        key = turn.entry.day, turn.entry.id
        yield replace(turn, entry=replace(turn.entry, number=seen[key]))
        seen[key] += 1


def _turn(
    record: ContentRecord, day: dt.date, kind: LifeKind, note: str, by: ContentRecord | None = None
) -> Turn:
    return Turn(LogEntry(day, kind, record.name, record.url, note, record), by)


def _of_effects(register: Register) -> Iterator[Turn]:
    """What other documents did: all that one does to another on a day is one entry, told when it is known."""
    together: dict[tuple[str, dt.date, LifeKind, str], list[Effect]] = defaultdict(list)
    for each in effects(register):
        by = each.by.id if each.by else each.note
        together[each.on.id, each.day, _EFFECTS[each.kind], by].append(each)
    for (_, _, kind, _), found in together.items():
        first = found[0]
        places = "、".join(dict.fromkeys(at.words for each in found for at in each.at))
        who = in_marks(first.by.title) if first.by else first.note
        until = f"，至{cn_date(first.last)}" if first.last else ""
        note = f"自{cn_date(first.day)}起{places}{kind}{until}" + (f"，依据{who}" if who else "") + "。"
        known = max(first.day, first.on.published, *([first.by.published] if first.by else []))
        yield _turn(first.on, known, kind, note, first.by)


def _of_policy(register: Register, policy: Policy) -> Iterator[Turn]:
    begins = policy.effective_on
    if begins and begins > policy.published and register.standing_on(policy, begins).in_force:
        yield _turn(policy, begins, LifeKind.EFFECTIVE, f"自{cn_date(begins)}起施行。")
    yield from _end(register, policy)
    for each in register.interpretations_of(policy):
        yield _turn(
            policy,
            each.published,
            LifeKind.INTERPRETED,
            f"{in_marks(each.title)}{cn_date(each.published)}公布。",
            each,
        )


def _end(register: Register, policy: Policy) -> Iterator[Turn]:
    """The end that is near, and an end by itself; once it has come nobody is told that it is near."""
    end = register.ended_on(policy)
    if end is None:
        return
    expires = register.standing_on(policy, end).status is Status.EXPIRED
    last = end - _DAY
    if end <= register.today:
        if expires:
            yield _turn(
                policy, end, LifeKind.EXPIRED, f"有效期到{cn_date(last)}为止，自{cn_date(end)}起失效。"
            )
        return
    told = max(end - dt.timedelta(days=AHEAD), _known_since(register, policy, end))
    note = f"有效期到{cn_date(last)}为止。" if expires else f"自{cn_date(end)}起废止。"
    yield _turn(policy, told, LifeKind.ENDING, note)


def _known_since(register: Register, policy: Policy, end: dt.date) -> dt.date:
    """The day readers could know of an end: of its own publication, or of the document that ends it."""
    by = (link.other for link in register.relations(policy) if not link.acts and link.date == end)
    return max((policy.published, *(other.published for other in by)))


def _of_record(register: Register, record: ContentRecord) -> Iterator[Turn]:
    for each in register.corrections_of(record):
        yield _turn(record, each.corrected_on, LifeKind.CORRECTED, f"更正原因：{each.reason}", each)
    for move in record.seen("moves", register.today):
        yield _turn(record, move.announced_on, LifeKind.MOVED, move.note)
    feedback = record.feedback_on(register.today) if isinstance(record, Consultation) else None
    yield from _over(register, record)
    if feedback:
        note = f"收到意见{feedback.total}条，采纳{feedback.taken}条。"
        yield _turn(record, feedback.published_on, LifeKind.ANSWERED, note)


def _over(register: Register, record: ContentRecord) -> Iterator[Turn]:
    """That something is over, on the day after, with what is to come of it; and that it is late."""
    due = register.awaited.get(record.id)
    ahead = awaited(record, due, late=False) if due else ""
    if isinstance(record, Consultation):
        note = f"{cn_date(record.closes_on)}截止，不再收意见。{ahead}"
        yield _turn(record, record.closes_on + _DAY, LifeKind.CLOSED, note)
    elif isinstance(record, Event | Meeting) and due:
        yield _turn(record, record.date + _DAY, LifeKind.HELD, f"{cn_date(record.date)}已经举行。{ahead}")
    for day in sorted(_outcomes(record)):
        yield _turn(record, day, LifeKind.RESULT, f"{OWED[type(record)]}公布。")
    if due:
        yield _turn(record, due + _DAY, LifeKind.LATE, awaited(record, due, late=True))


def _outcomes(record: ContentRecord) -> set[dt.date]:
    """The days on which it was told what came of it."""
    if isinstance(record, Meeting):
        return {each.outcome_on for each in record.agenda if each.open and each.outcome_on}
    return {record.reported_on} if isinstance(record, Event) and record.reported_on else set()
