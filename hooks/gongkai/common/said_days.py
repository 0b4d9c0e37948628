"""Days as readers are told them, in Chinese: one form everywhere."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable

_TIME = r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])"
_DAY = re.compile(r"(?<![\w/.@-])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\w/.@-])\s?")
_SPAN = re.compile(rf"(?<=\d)\s*[—–~～-]+\s*(?={_TIME})")


def cn_date(value: dt.date) -> str:
    """``2026年11月5日``."""
    return f"{value.year}年{value.month}月{value.day}日"


def weekday(value: dt.date) -> str:
    """``2026年11月5日（星期四）``: a day on which somebody has to act or may expect something."""
    return f"{cn_date(value)}{_of_week(value)}"


def short_weekday(value: dt.date, today: dt.date) -> str:
    """``11月5日（星期四）``; with its year in another year than today's."""
    year = "" if value.year == today.year else f"{value.year}年"
    return f"{year}{value.month}月{value.day}日{_of_week(value)}"


def said(text: str) -> str:
    """Days, months and times among other words in the form of readers: ``2026-11`` as ``2026年11月``."""
    return clock(_DAY.sub(_day, text))


def _day(found: re.Match[str]) -> str:
    return f"{found[1]}年{int(found[2])}月{f'{int(found[3])}日' if found[3] else ''}"


def clock(text: str) -> str:
    """``09:00—12:00、13:30—17:00`` among other words as ``9时至12时、13时30分至17时``."""
    return re.sub(_TIME, _hour, _SPAN.sub("至", text))


def usual(hours: Iterable[str]) -> str:
    """The hours that most have, to be said once for all of them; empty where no two have the same."""
    counts = Counter(each for each in hours if each)
    return max(counts, key=counts.__getitem__) if counts and max(counts.values()) > 1 else ""


def _hour(found: re.Match[str]) -> str:
    return f"{int(found[1])}时{'' if found[2] == '00' else f'{int(found[2])}分'}"


def _of_week(value: dt.date) -> str:
    return f"（星期{'一二三四五六日'[value.weekday()]}）"
