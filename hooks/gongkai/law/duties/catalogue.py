"""公开目录: what each entry's 公开时限 and 首次公开期限 promise, and whether it was kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from gongkai.column.register import Register
from gongkai.law.duties.duty import Duty, DutyState
from gongkai.law.duties.periods import Period, periods, year_day
from gongkai.law.duties.terms import Terms
from gongkai.law.duties.whose import whose
from gongkai.records.base import ContentRecord
from gongkai.records.fields.values import as_count, as_date
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.item import Item
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.documents import Disclosure

RULE = "catalogue-due"
NEEDS = {"适用自": as_date, "临期天数": as_count, "每月期后天数": as_count, "每季度期后天数": as_count}
KIND = "catalogue"
#: which of an entry's states is the one to tell first
_URGENCY = (DutyState.OVERDUE, DutyState.BLANK, DutyState.DUE_SOON, DutyState.DONE, DutyState.DUE_LATER)


def owed(terms: Terms) -> Iterator[Duty]:
    """Of every entry that is to be published: its first publication, and then every period or document."""
    for entry in terms.register.catalogue:
        if entry.manner is Disclosure.ACTIVE and entry.holds_on(terms.register.today):
            yield from of_entry(terms, entry)


def of_entry(terms: Terms, entry: CatalogueEntry) -> Iterator[Duty]:
    """The duties of one entry, the oldest first."""
    records = evidence_of(terms.register, entry)
    if entry.months:
        yield from _recurring(terms, entry, records)
    elif entry.yearly:
        yield from _yearly(terms, entry, records)
    else:
        yield _first(terms, entry, records)
        if entry.days is not None:
            yield from _after_forming(terms, entry, entry.days, records)


def evidence_of(register: Register, entry: CatalogueEntry) -> list[ContentRecord]:
    """What shows that an entry was kept, newest first: of the units that answer for it.

    Anybody may write a number on anything. Where others share the work of an entry without periods,
    theirs counts too; a duty that comes back is that of the units it names.
    """
    found = register.fulfilled_by(entry)
    named = filter(None, map(register.unit, (*entry.publishers, *entry.leads)))
    answering = {unit.id for unit in named}
    if not answering or (entry.others and not (entry.months or entry.yearly)):
        return found
    by = {each.id: whose(register, each) for each in found}
    # a unit that is misspelt is told as such
    return [each for each in found if not by[each.id] or answering & by[each.id]]


def entry_state(duties: Iterable[Duty]) -> DutyState | None:
    """状态 of an entry: that of its newest duty that has come due or was kept; None without any duty.

    What was missed once and kept since does not stand over an entry for ever.
    """
    found = list(duties)
    begun = [each for each in found if each.state is not DutyState.DUE_LATER] or found
    newest = max((_day(each) for each in begun), default=dt.date.min)
    states = {each.state for each in begun if _day(each) == newest}
    return next((state for state in _URGENCY if state in states), None)


def _day(duty: Duty) -> dt.date:
    return duty.due or duty.done or dt.date.min


def units_of(register: Register, entry: CatalogueEntry) -> list[Unit]:
    """The units that answer for an entry: those that lead it, else its publishers."""
    found = filter(None, map(register.unit, entry.leads or entry.publishers))
    return list({unit.id: unit for unit in found}.values())


def _duty(
    terms: Terms,
    entry: CatalogueEntry,
    due: dt.date | None,
    evidence: tuple[ContentRecord, ...],
    *,
    part: str = "",
    period: str = "",
    blank: bool = False,
    unit: Unit | None = None,
) -> Duty:
    """``evidence`` is newest first; it is fulfilled by the oldest of it."""
    done = evidence[-1].published if evidence else None
    return terms.duty(
        KIND,
        entry,
        f"公开“{entry.name}”{f'（{period}）' if period else ''}",
        due=due,
        done=done,
        units=[unit] if unit else units_of(terms.register, entry),
        subject=entry.number,
        part=part,
        period=period,
        evidence=evidence,
        address=entry.place,
        state=terms.state(due, done, blank=blank),
    )


def _first(terms: Terms, entry: CatalogueEntry, records: list[ContentRecord]) -> Duty:
    """首次公开; what was due before 适用自 and is there is not judged late by what this column has of it."""
    judged = not records or (entry.due is not None and entry.due >= terms.day("适用自"))
    return _duty(terms, entry, entry.due if judged else None, tuple(records), part="first", blank=True)


def _after_forming(
    terms: Terms, entry: CatalogueEntry, days: int, records: list[ContentRecord]
) -> Iterator[Duty]:
    since = max(terms.day("适用自"), entry.valid_from or dt.date.min)
    for record in reversed(records):
        formed = formed_on(record)
        if formed is not None and formed >= since:
            due = terms.working_day(formed, days)
            yield _duty(terms, entry, due, (record,), part=record.id, period=formed.isoformat())


def formed_on(record: ContentRecord) -> dt.date | None:
    """The day a record was formed: 形成日期 of an item, 成文日期 of a policy."""
    if isinstance(record, Item):
        return record.formed_on
    return record.made_on if isinstance(record, Policy) else None


def _recurring(terms: Terms, entry: CatalogueEntry, records: list[ContentRecord]) -> Iterator[Duty]:
    """One duty a month or quarter, from 适用自 or 首次公开期限 on."""
    since = max(terms.day("适用自"), entry.due or dt.date.min, entry.valid_from or dt.date.min)
    owed_for = list(periods(since, terms.today, entry.months))
    last = {str(period): _last_day(terms, entry, period) for period in owed_for}
    for unit in _apart(terms, entry):
        own = [each for each in records if unit is None or unit.id in whose(terms.register, each)]
        kept = fulfilments(owed_for, own, last)
        for period in owed_for:
            name = str(period)
            part, told = (name, name) if unit is None else (f"{name}/{unit.slug}", f"{name}，{unit.label}")
            found = tuple(kept.get(name, ()))
            yield _duty(terms, entry, last[name], found, part=part, period=told, unit=unit)


def _apart(terms: Terms, entry: CatalogueEntry) -> list[Unit | None]:
    """The units of which each owes every period for itself: several publishers whom nobody leads.

    None where one answers, or where others share the work.
    """
    several = [] if entry.leads or entry.others else units_of(terms.register, entry)
    return [*several] if len(several) > 1 else [None]


def _last_day(terms: Terms, entry: CatalogueEntry, period: Period) -> dt.date:
    """The last day for what belongs to a period: as the entry's own wording says, else as the rule does."""
    if entry.within and (day := terms.working_day(period.last, entry.within)):
        return day
    name = "每月期后天数" if entry.months == 1 else "每季度期后天数"
    return period.last + dt.timedelta(days=terms.number(name))


def fulfilments(
    owed_for: list[Period], records: list[ContentRecord], last: Mapping[str, dt.date]
) -> dict[str, list[ContentRecord]]:
    """Period → the records that fulfil it, newest first.

    A record whose 所属期 is written fulfils that period. The others go, oldest first, to the
    oldest period that is still without one and by whose last day they were published.
    """
    kept: dict[str, list[ContentRecord]] = {}
    loose = []
    for record in records:
        if written := getattr(record, "period", None):
            kept.setdefault(written, []).append(record)
        else:
            loose.append(record)
    waiting = [period for period in owed_for if str(period) not in kept]
    loose.reverse()
    at = 0
    for period in waiting:
        while at < len(loose) and loose[at].published < period.first:
            at += 1
        if at < len(loose) and loose[at].published <= last[str(period)]:
            kept[str(period)] = [loose[at]]
            at += 1
    return kept


def _yearly(terms: Terms, entry: CatalogueEntry, records: list[ContentRecord]) -> Iterator[Duty]:
    """One duty a year, up to the coming one: what was published in that year, by its day."""
    since = max(terms.day("适用自"), entry.due or dt.date.min, entry.valid_from or dt.date.min)
    first = min([since.year, *(record.published.year for record in records)])
    for year in range(first, terms.today.year + 2):
        due, name = year_day(year, entry.yearly), f"{year}年"
        found = tuple(record for record in records if record.published.year == year)
        if found or due >= since:
            yield _duty(terms, entry, due, found, part=str(year), period=name)
