"""Days as official documents write them: 2027年1月1日, 二〇二七年一月一日, ２０２７年１月１日."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from gongkai.text import style

DAY = style.DATE.pattern
#: with a year of these two centuries, in figures: what is written otherwise may be a period, or a date of old
_WRITTEN = re.compile(r"(?<![\d第])(?:19|20)\d\d年\d{1,2}月\d{1,2}日")
_PARTS = re.compile(r"(.+?)年(.+?)月(.+?)日")


def read(words: str) -> dt.date | None:
    """The day the words name; None for what is no day of the calendar."""
    found = _PARTS.fullmatch(re.sub(r"\s", "", words))
    values = [style.number(part) for part in found.groups()] if found else []
    year, month, day = (values + [None] * 3)[:3]
    if year is None or month is None or day is None:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def impossible(text: str) -> Iterator[re.Match[str]]:
    """What is written as a day and is none of the calendar: 2026年13月1日, 2026年2月30日."""
    return (found for found in _WRITTEN.finditer(text) if read(found[0]) is None)
