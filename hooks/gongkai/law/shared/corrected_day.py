"""Corrections of a record → whether they say that a day it was published with was wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from gongkai.records.types.correction import Correction


def corrected(corrections: Iterable[Correction], day: dt.date, now: dt.date | None) -> bool:
    """Whether corrections say that the day was wrong and which one is right."""
    found = list(corrections)
    return any(_names(each.old, day) for each in found) and any(_names(each.new, now) for each in found)


def _names(text: str, day: dt.date | None) -> bool:
    """Whether a text names a day, in figures or in words; of no day that is always so."""
    return day is None or str(day) in text or f"{day.year}年{day.month}月{day.day}日" in "".join(text.split())
