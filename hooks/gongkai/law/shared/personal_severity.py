"""A number that looks like a person's → how much it weighs where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field

from gongkai.column.register import Register
from gongkai.common.personal import Sort, is_serial, masked, sort_of
from gongkai.common.problems import Level
from gongkai.law.shared.official_phones import official_phones
from gongkai.law.shared.personal_places import Spot
from gongkai.records.fields.values import as_count
from gongkai.records.types.personal_exception import PersonalException
from gongkai.records.types.standard import Standard

PARAMETERS = {"编号出生年数": as_count}


def key_of(spot: Spot) -> tuple[str, str, str]:
    """What an exception names a number by: the file, the place in it, the masked number."""
    return spot.file, spot.place, masked(spot.number)


@dataclass(frozen=True)
class Scale:
    """What a rule weighs by: the telephones of units, the exceptions, and the day."""

    level: Level
    phones: Collection[str]
    today: dt.date
    #: nobody born after this day has a document whose number stands where a 编号 is meant
    grown: dt.date
    #: what exceptions in force name, and the one number that each of them has let through
    excepted: Collection[tuple[str, str, str]] = frozenset()
    let_through: dict[tuple[str, str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, register: Register, rule: Standard) -> Scale:
        """By the rule's parameter: years up to which a birth date in a 编号 is the day of a proceeding."""
        today = register.today
        year = max(1, today.year - rule.number("编号出生年数"))
        held = [each for each in register.everything(PersonalException) if each.expires_on >= today]
        excepted = {(each.file, each.place, each.number) for each in held}
        grown = today.replace(year=year, day=min(today.day, 28))
        return cls(rule.level, official_phones(register), today, grown, excepted)

    def weight(self, spot: Spot) -> Level | None:
        """The level of a number found; None where it is nobody's, everybody's, or excepted."""
        weight = self.weight_of(sort_of(spot.kind, spot.number)._replace(number=spot.number))
        return None if weight is None or self._excepted(spot) else weight

    def weight_of(self, sort: Sort) -> Level | None:
        """The level of a number of a sort, wherever it stands.

        A 编号 with the date of a grown person is taken for the person's, whatever it is called.
        """
        day = sort.born
        if sort.number in self.phones or (day is not None and day > self.today):
            return None
        doubtful = is_serial(sort.kind) and (day is None or day > self.grown)
        return Level.NOTICE if doubtful else self.level

    def _excepted(self, spot: Spot) -> bool:
        """True for the first number of those that an exception may mean: another of the same look is not."""
        key = key_of(spot)
        return key in self.excepted and self.let_through.setdefault(key, spot.number) == spot.number


def exception_hint(spot: Spot) -> str:
    """How an exception would name a number, for the remedy."""
    return f"；确有条例第十五条情形的，经批准写号码例外，位置“{spot.place}”"
