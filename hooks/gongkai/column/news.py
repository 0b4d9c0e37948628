"""The column → what readers had new of it: what was published, and what became of it since."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from gongkai.column.register import Register
from gongkai.common.asking import question
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.documents import Status

#: states that come over a policy after it was published
_CAME = frozenset((Status.AMENDED, Status.PARTLY_REPEALED, Status.REPEALED, Status.EXPIRED))
#: home and the pages of units ask the same column
_known: WeakKeyDictionary[Register, _News] = WeakKeyDictionary()


@dataclass(frozen=True)
class News:
    """What was told of a record on a day, in a word."""

    day: dt.date
    word: str
    record: ContentRecord


@dataclass(frozen=True)
class _News:
    every: Sequence[News]
    of_unit: Mapping[str, Sequence[News]]


@question
def news(register: Register) -> Sequence[News]:
    """Everything up to the Register's day, the newest first."""
    return _all(register).every


@question
def news_of(register: Register, unit: Unit) -> Sequence[News]:
    """The same of what a unit answers for."""
    return _all(register).of_unit.get(unit.id, ())


@question
def _all(register: Register) -> _News:
    if register not in _known:
        found = [each for record in register.all for each in _of(register, record)]
        found.sort(key=lambda each: (-each.day.toordinal(), each.record.id, each.word))
        of_unit: dict[str, list[News]] = defaultdict(list)
        for each in found:
            for unit in register.units_of(each.record):
                of_unit[unit.id].append(each)
        _known[register] = _News(found, of_unit)
    return _known[register]


def _of(register: Register, record: ContentRecord) -> Iterator[News]:
    """Its publication, then what came later; of one day the publication says all."""
    yield News(record.published, record.LABEL, record)
    later = {day: word for day, word in _later(register, record) if record.published < day <= register.today}
    yield from (News(day, word, record) for day, word in later.items())


def _later(register: Register, record: ContentRecord) -> Iterator[tuple[dt.date, str]]:
    """What it says only now stands after a moved day, so that it is the word of a shared day.

    That a page was mended is no publication: on busy days seven of eight rows told that. The log and the
    feeds tell it, a correction of substance is a record of its own.
    """
    yield from ((each.announced_on, "改期") for each in record.moves)
    if isinstance(record, Policy):
        standing = register.standing(record)
        if standing.since and standing.status in _CAME:
            yield standing.since, "状态"
    elif isinstance(record, Consultation) and record.feedback:
        yield record.feedback.published_on, "反馈"
    elif isinstance(record, Event) and record.reported_on:
        yield record.reported_on, "活动情况"
    elif isinstance(record, Meeting):
        outcomes = [each.outcome_on for each in record.agenda if each.outcome_on]
        yield from ((day, "会议结果") for day in outcomes)
