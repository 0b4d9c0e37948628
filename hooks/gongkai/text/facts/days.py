"""Days as official documents write them: 2027年1月1日, 二〇二七年一月一日, ２０２７年１月１日."""

from __future__ import annotations

import datetime as dt
import re

from gongkai.text import style

DAY = style.DATE.pattern
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
