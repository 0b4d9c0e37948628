"""What happened to records, for those who follow a unit, a matter or one kind of what happens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from gongkai.column.followed import subjects_of
from gongkai.column.register import Register
from gongkai.exports.life_log import Turn, turns
from gongkai.exports.made import Feed, LogEntry
from gongkai.exports.unit_log import of_units
from gongkai.exports.withdrawn_log import withdrawn
from gongkai.records.base import ContentRecord
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.following import LifeKind

#: part of the name of a feed → its title, the kinds in it, and the page it belongs to
KINDS: dict[str, tuple[str, frozenset[LifeKind], str]] = {
    "effective": ("开始施行的文件", frozenset({LifeKind.EFFECTIVE}), "in-force/"),
    "changed": (
        "修改、废止、失效的文件",
        frozenset(
            {
                *(LifeKind.AMENDED, LifeKind.PARTLY_REPEALED, LifeKind.SUSPENDED, LifeKind.RESUMED),
                *(LifeKind.REPEALED, LifeKind.EXPIRED),
            }
        ),
        "policies/",
    ),
    "ending": ("30天内失效的文件", frozenset({LifeKind.ENDING}), "calendar/"),
    "answered": ("征求意见的截止和反馈", frozenset({LifeKind.CLOSED, LifeKind.ANSWERED}), "consultations/"),
    "corrected": ("更正和改期", frozenset({LifeKind.CORRECTED, LifeKind.MOVED}), "corrections/"),
    "renamed": (
        "单位撤并、更名和网址变化",
        frozenset({LifeKind.MERGED, LifeKind.RENAMED, LifeKind.READDRESSED}),
        "units/",
    ),
    "withdrawn": ("撤下的网页和文件", frozenset({LifeKind.WITHDRAWN}), "log/"),
}
#: what the record tells that does it
_TOLD = {LifeKind.INTERPRETED, LifeKind.CORRECTED}


class Lives:
    """All that happened, by whom and what it concerns; newest first everywhere."""

    def __init__(self, register: Register) -> None:
        self.turns = turns(register)
        self._of_unit: dict[str, list[LogEntry]] = defaultdict(list)
        self._of_subject: dict[str, list[LogEntry]] = defaultdict(list)
        self._of_type: dict[str, list[LogEntry]] = defaultdict(list)
        for turn in self.turns:
            self._sort_in(register, turn)
        gone = self._gone(register)
        own = of_units(register)
        for unit, entry in own:
            self._of_unit[unit.id].append(entry)
        #: of records and of units themselves
        own_entries = dict.fromkeys(entry for _, entry in own)
        self.entries = _newest([*(turn.entry for turn in self.turns), *own_entries, *gone])

    def _sort_in(self, register: Register, turn: Turn) -> None:
        """Where the record that tells it stands as well, it is not told a second time."""
        told = turn.by if turn.entry.kind in _TOLD else None
        self._of_type[turn.record.TYPE].append(turn.entry)
        units = {unit.id for unit in register.units_of(told)} if told else set()
        for unit in register.units_of(turn.record):
            if unit.id not in units:
                self._of_unit[unit.id].append(turn.entry)
        subjects = set(subjects_of(register, told)) if told else set()
        for subject in subjects_of(register, turn.record):
            if subject not in subjects:
                self._of_subject[subject.name].append(turn.entry)

    def _gone(self, register: Register) -> list[LogEntry]:
        found = list(withdrawn(register))
        for each in found:
            self._of_type[each.type].append(each.entry)
            for unit in each.units:
                self._of_unit[unit.id].append(each.entry)
        return [each.entry for each in found]

    def of_unit(self, unit: Unit) -> list[LogEntry]:
        """What happened to the records of a unit, also to those that are withdrawn."""
        return _newest(self._of_unit.get(unit.id, []))

    def of_subject(self, subject: str) -> list[LogEntry]:
        """What happened to the records of a 主题, 领域 or 服务对象, by the name of its feed."""
        return self._of_subject.get(subject, [])

    def of_type(self, record_type: type[ContentRecord]) -> list[LogEntry]:
        """What happened to the records of a type."""
        return _newest(self._of_type.get(record_type.TYPE, []))

    @property
    def of_all(self) -> list[LogEntry]:
        """What happened in the whole column and is told by no record."""
        return [each for each in self.entries if each.kind not in _TOLD]

    def of_benefits(self, register: Register) -> list[LogEntry]:
        """What happened to 惠企政策."""
        known = {each.id for each in register.benefits}
        return [each.entry for each in self.turns if each.record.id in known]


def _newest(entries: Iterable[LogEntry]) -> list[LogEntry]:
    return sorted(entries, key=lambda each: each.day, reverse=True)


def by_kind(lives: Lives, limit: int) -> Iterable[Feed]:
    """The whole column's feeds of each kind that has happened."""
    for name, (title, kinds, page) in KINDS.items():
        events = tuple(each for each in lives.entries if each.kind in kinds)
        if events:
            yield Feed(f"life-{name}", title, page, (), events[:limit])
