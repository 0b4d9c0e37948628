"""What a figure is made of: the cases behind it, the periods it is told for, and exact counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from gongkai.records.base import Record
from gongkai.records.types.unit import Unit


class Kind(Enum):
    """What is told of the cases."""

    #: how many of them count, as a share
    SHARE = "比率"
    #: how many count
    COUNT = "个数"
    #: how many count on the last day of the period, whenever they began
    STOCK = "期末个数"


class Listing(Enum):
    """Which cases stand in the list behind a figure."""

    ALL = "全部"
    #: only those that count: everything else is in order
    COUNTED = "计入的"
    #: none: another page of the column lists them already
    ELSEWHERE = "见别处"


@dataclass(frozen=True, slots=True)
class About:
    """A figure in plain words; the numbers asked of it stand beside its code.

    ``counted`` finishes “其中…”: which cases make the numerator; ``among`` says which are looked
    at; ``dated`` which of their days puts them into a year and a month.
    """

    name: str
    order: int
    kind: Kind
    measure: str
    among: str
    counted: str
    dated: str
    note: str = ""
    #: True: its present value is that of all years together, not of the present one
    to_date: bool = False
    listing: Listing = Listing.ALL
    #: where ``ELSEWHERE`` is, as (words, address below the root)
    elsewhere: tuple[str, str] = ("", "")
    #: what is told while no record holds what the figure needs
    missing: str = ""
    #: the words of those that do not count
    other: str = "没有计入"
    #: of a ``COUNT`` of what should not be: the word of each that is
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One thing looked at: usually a record, or a part of one (``label``).

    ``whole`` is its weight in the denominator and ``counted`` what of it counts: 1 and 0 or 1,
    but a month of applications weighs as many as it holds. A waived case is in neither.
    ``until`` ends it, for figures told as of a day.
    """

    record: Record
    date: dt.date
    counted: int
    units: tuple[Unit, ...] = ()
    whole: int = 1
    label: str = ""
    note: str = ""
    waived: bool = False
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or one of its months."""

    year: int
    month: int | None = None

    def holds(self, day: dt.date) -> bool:
        return day.year == self.year and self.month in {None, day.month}

    @property
    def last(self) -> dt.date:
        following = self.month % 12 + 1 if self.month else 1
        return dt.date(self.year + (following == 1), following, 1) - dt.timedelta(days=1)

    def __str__(self) -> str:
        return f"{self.year}年" if self.month is None else f"{self.year}年{self.month}月"


@dataclass(frozen=True, slots=True)
class Tally:
    """Exact counts: numerator, denominator, and how many cases a waiver leaves out."""

    counted: int = 0
    whole: int = 0
    waived: int = 0

    @property
    def share(self) -> Fraction | None:
        """None where there is nothing to take a share of."""
        return Fraction(self.counted, self.whole) if self.whole else None


def tally(cases: Iterable[Case]) -> Tally:
    """How many cases count, of how many; those that are waived are counted apart."""
    counted = whole = waived = 0
    for case in cases:
        if case.waived:
            waived += 1
        else:
            counted += case.counted
            whole += case.whole
    return Tally(counted, whole, waived)


def percent(share: Fraction | None) -> str:
    """A share in words, cut off after one decimal place: never rounded up to 100%, nor down to 0%."""
    if share is None:
        return "—"
    tenths = share.numerator * 1000 // share.denominator
    if tenths == 0 and share:
        return "不到0.1%"
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}%"
