"""Where each catalogue entry stands: 已公开, 临期, 逾期, 空白 or 未到期, and a page for each state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gongkai.common.said_days import cn_date, said
from gongkai.law.duties import Duty, DutyState
from gongkai.law.duties.catalogue import entry_state
from gongkai.records.base import ContentRecord
from gongkai.records.fields.parts import Move
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.unit import Unit
from gongkai.render.facts import Facts
from gongkai.render.frame.links import Links

#: how many records an entry shows; the count says how many there are
SHOWN = 3
#: how many periods an entry shows, the newest first
PERIODS = 12
#: what is asked for by application, or excused, has no term to keep
NO_TERM = "不计期限"
#: state → the last part of its page's address, which is also its chip
SLUGS: dict[DutyState | None, str] = {
    DutyState.DONE: "done",
    DutyState.DUE_SOON: "due-soon",
    DutyState.OVERDUE: "overdue",
    DutyState.BLANK: "blank",
    DutyState.DUE_LATER: "due-later",
    None: "no-term",
}


@dataclass(frozen=True)
class EntryView:
    """An entry, where it stands, its newest records, and the periods it was owed for."""

    entry: CatalogueEntry
    records: list[ContentRecord]
    total: int
    state: DutyState | None
    #: what its state means in days
    due: str
    periods: list[Duty]
    #: 日期变更 announced up to the day
    moves: list[Move]
    #: (words, units that lead or publish it as they are named, each with its page where it has one)
    named: list[tuple[str, list[tuple[str, Unit | None]]]]

    @property
    def slug(self) -> str:
        return SLUGS[self.state] if self.state else ""

    @property
    def whole_list(self) -> str:
        """Where all its records are listed, when there are more than are shown."""
        return entry_list(self.entry)


@dataclass(frozen=True)
class StateCount:
    """How many entries are in a state, and the page that lists them."""

    words: str
    slug: str
    count: int
    href: str


def entry_list(entry: CatalogueEntry) -> str:
    """Where everything that fulfils an entry is listed."""
    return f"catalogue/entry/{entry.number.lower()}/"


def words_of(state: DutyState | None) -> str:
    """A state in the words of readers."""
    return state.value if state else NO_TERM


def address(state: DutyState | None) -> str:
    """The page of all entries in a state."""
    return f"catalogue/state/{SLUGS[state]}/"


class States:
    """Where the entries of the catalogue stand, as pages show it."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def of(self, entry: CatalogueEntry) -> DutyState | None:
        """状态 of an entry; None where nothing is owed (依申请公开, or waived)."""
        return entry_state(self._facts.duties_of(entry))

    def view(self, entry: CatalogueEntry) -> EntryView:
        """Everything an entry's place on a page shows."""
        records = self._facts.register.fulfilled_by(entry)
        owed = self._facts.duties_of(entry)
        periods = [duty for duty in reversed(owed) if duty.period][:PERIODS]
        state = entry_state(owed)
        moves = list(entry.seen("moves", self._facts.register.today))
        due, named = due_words(state, owed), list(self._named(entry))
        return EntryView(entry, records[:SHOWN], len(records), state, due, periods, moves, named)

    def _named(self, entry: CatalogueEntry) -> Iterator[tuple[str, list[tuple[str, Unit | None]]]]:
        for label, names in (("牵头单位", entry.leads), ("公开主体", entry.publishers)):
            if names:
                yield label, [(name, self._facts.register.unit(name)) for name in names]

    def there(self, entries: Iterable[CatalogueEntry] | None = None) -> dict[DutyState | None, int]:
        """How many of the entries, or of all, are in each state that any of them is in."""
        whole = self._facts.register.catalogue if entries is None else entries
        found = Counter(self.of(entry) for entry in whole)
        return {state: found[state] for state in SLUGS if found[state]}

    def counts(
        self,
        links: Links,
        url: str,
        entries: Iterable[CatalogueEntry],
        place: Callable[[DutyState | None], str],
    ) -> list[StateCount]:
        """The same with links: every entry is in one of them. ``place``: where a state is listed."""
        return [
            StateCount(words_of(state), SLUGS[state], count, links.href(url, place(state)))
            for state, count in self.there(entries).items()
        ]


def csv_columns(facts: Facts) -> dict[str, tuple[str, str]]:
    """编号 → (状态, 期限说明), for the table of the whole catalogue."""
    states = States(facts)
    found = {}
    for entry in facts.register.catalogue:
        state = states.of(entry)
        found[entry.number] = (state.value if state else "", due_words(state, facts.duties_of(entry)))
    return found


def due_words(state: DutyState | None, owed: list[Duty]) -> str:
    """``应在2026年11月15日前公开（2026年10月）`` of what is late, else the next day there is."""
    if state is DutyState.OVERDUE:
        late, due = [(each, each.due) for each in owed if each.state is DutyState.OVERDUE and each.due][-1]
        return f"应在{cn_date(due)}前公开{_period(late)}"
    coming = [d for d in owed if d.state in {DutyState.DUE_SOON, DutyState.DUE_LATER}]
    days = [f"下次期限 {cn_date(each.due)}{_period(each)}" for each in coming if each.due]
    return days[0] if days else ""


def _period(duty: Duty) -> str:
    return f"（{said(duty.period)}）" if duty.period else ""
