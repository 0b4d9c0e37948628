"""How much a number that looks like a person's weighs where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from gongkai.checks.official_phones import official_phones
from gongkai.personal import IDENTITY, born, is_serial, seeming
from gongkai.problems import Level
from gongkai.records.standard import Standard
from gongkai.records.types import as_count
from gongkai.register import Register

PARAMETERS = {"编号出生年数": as_count}


@dataclass(frozen=True)
class Scale:
    """What a rule weighs by: the telephones of units, the day, and from which day on a birth date is none."""

    level: Level
    phones: Collection[str]
    today: dt.date
    #: nobody born after this day has a document whose number stands where a 编号 is meant
    grown: dt.date

    @classmethod
    def of(cls, register: Register, rule: Standard) -> Scale:
        """By the rule's parameter: years up to which a birth date in a 编号 is the day of a proceeding."""
        today = register.today
        grown = today.replace(year=max(1, today.year - rule.number("编号出生年数")), day=min(today.day, 28))
        return cls(rule.level, official_phones(register), today, grown)

    def weight(self, kind: str, number: str) -> Level | None:
        """The level of a number found; None where it is nobody's or everybody's.

        A 编号 with the date of a grown person is taken for the person's, whatever it is called.
        """
        if number in self.phones:
            return None
        day = born(number) if seeming(kind) == IDENTITY else None
        if day is not None and day > self.today:
            return None
        doubtful = is_serial(kind) and (day is None or day > self.grown)
        return Level.NOTICE if doubtful else self.level
