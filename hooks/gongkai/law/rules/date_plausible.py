"""公布日期须可信。

看什么：各类内容的公布日期，和它所在的年份文件夹、今天、成文（形成）和施行日期。
怎样算错：公布日期不在文件夹的那一年（年末年初相差不多的，成文、形成日期也在那一年的旧文件，不算）；
比今天晚得太多，内容一直不会出现（全部内容都是这样的，多半是 --date 写早了，只说一次）；
年份早得不像真的；成文（形成）日期、施行日期离公布日期太多年。
怎样改：照原件核对年份，改正写错的一个；年份没有写错的，经批准写豁免。
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, an_item
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.defined import keys_of
from gongkai.records.fields.values import as_count
from gongkai.records.types.standard import Standard


def _item(day: str, folder: str = "2026", made: str | None = None) -> Files:
    """An item of a day in the folder of a year."""
    written = an_item("er", 发布日期=day, 形成日期=made)
    return {path.replace("/2026/", f"/{folder}/"): text for path, text in written.items()}


EXAMPLE = Example(
    good=CLEAN,
    bad=_item("2062-11-12"),
    message="要到 2062-11-12 才公布",
    edges=(
        Edge("要到 2027-05-21 才公布", _item("2027-05-20", "2027"), _item("2027-05-21", "2027")),
        Edge("离今天还有 1 年多", _item("2027-11-22", "2027"), _item("2027-11-23", "2027")),
        Edge("早于 1949-10-01", _item("1949-10-01"), _item("1949-09-30")),
        Edge("2027-03-02 不在文件夹的 2026 年", _item("2027-03-01"), _item("2027-03-02")),
        Edge("2025-11-01 不在文件夹的 2026 年", _item("2025-11-02"), _item("2025-11-01")),
        Edge("相差 11 年", _item("2026-11-04", made="2016-01-01"), _item("2026-11-04", made="2015-12-31")),
        # an old document entered into the folder of this year or the next
        Edge(
            "2020-11-04 不在文件夹的",
            _item("2020-11-04", "2027", made="2020-12-31"),
            _item("2020-11-04", "2028", made="2020-12-31"),
        ),
        Edge("不在文件夹的", _item("2020-11-04", made="2020-01-01"), _item("2020-11-04", made="2019-12-31")),
        Edge(
            "不在文件夹的", _item("2026-11-04", made="2026-01-01"), _item("2026-11-04", "2025", "2026-01-01")
        ),
    ),
)
PARAMETERS = {"最多提前天数": as_count, "跨年天数": as_count, "最多相差年数": as_count}
#: when the republic's documents begin
_FIRST = dt.date(1949, 10, 1)
#: so many records may all be of days to come: a column that begins
_FEW = 5
_YEAR = re.compile(r"/((?:19|20|21)\d\d)/")
#: days that stand near the day of publication, by the attributes that types give them
_NEAR = ("made_on", "formed_on", "effective_on")

Found = tuple[str, str, str, Level | None]


def scope(register: Register) -> Iterable[Record]:
    return register.content


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    content = register.content
    first = min(content, key=lambda each: each.published, default=None)
    if first and len(content) > _FEW and first.published > _last(register, rule):
        yield _too_early(register, rule, first, len(content))
        return
    for record in content:
        for key, message, fix, level in _found(register, rule, record):
            yield rule.problem(record, key, message, fix, level)


def _too_early(register: Register, rule: Standard, first: ContentRecord, count: int) -> Problem:
    """Told once, and not of every record: what is wrong is the day that was asked for."""
    message = f"今天按 {register.today} 算，{count} 条内容都还没有到公布日期，最早的是 {first.published}"
    fix = f"多半是 --date 写早了：写 {first.published} 以后的日子，或者不写 --date"
    return rule.problem(first, _key(first), message, fix, Level.ERROR)


def _last(register: Register, rule: Standard) -> dt.date:
    return register.today + dt.timedelta(rule.number("最多提前天数"))


def _found(register: Register, rule: Standard, record: ContentRecord) -> Iterator[Found]:
    day, key = record.published, _key(record)
    folder = _folder(record)
    last = _last(register, rule)
    hint = _slip(day, folder, register.today)
    if day > last:
        message = f"要到 {day} 才公布，离今天还有 {_span(day - register.today)}，这以前任何地方都不会出现"
        yield key, message, f"{hint}照原件核对年份", None
    elif day < _FIRST:
        yield key, f"{day} 早于 {_FIRST}，年份多半写错了", f"{hint}照原件核对年份", None
    elif folder and _misplaced(register, rule, record, folder):
        message = f"{key} {day} 不在文件夹的 {folder} 年"
        fix = f"{hint}改正年份；年份没有写错的，文件移到 {day.year} 年的文件夹，公布过的再写“转到”"
        yield key, message, fix, None
    yield from _near(rule, record, day, key)


def _near(rule: Standard, record: ContentRecord, day: dt.date, key: str) -> Iterator[Found]:
    """Other days many years away from the day of publication: old documents rightly have them."""
    most = rule.number("最多相差年数")
    for name in _NEAR:
        other: dt.date | None = getattr(record, name, None)
        if other and abs(other.year - day.year) > most:
            alias = dict(keys_of(type(record)))[name]
            message = f"{alias} {other} 与{key} {day} 相差 {abs(other.year - day.year)} 年"
            yield alias, message, f"{_slip(other, day.year, day)}照原件核对这两个日期的年份", Level.NOTICE


def _misplaced(register: Register, rule: Standard, record: ContentRecord, folder: int) -> bool:
    day = record.published
    outside = _away(day, folder) > rule.number("跨年天数")
    return outside and not _entered_later(record, day, folder, register.today)


def _entered_later(record: ContentRecord, day: dt.date, folder: int, today: dt.date) -> bool:
    """Whether it is an old document in a newer folder, made in the year it says, and no slip."""
    made = (getattr(record, name, None) for name in ("made_on", "formed_on"))
    return day.year < folder <= today.year + 1 and any(other and other.year == day.year for other in made)


def _key(record: ContentRecord) -> str:
    """The key under which the day of publication is written."""
    keys = dict(keys_of(type(record)))
    if "published_on" in keys:
        return keys["published_on"]
    found = (key for name, key in keys.items() if getattr(record, name) == record.published)
    return next(found, next(iter(keys.values())))


def _folder(record: ContentRecord) -> int | None:
    """The year in the path, of types kept by the year of publication; data are by the year they tell of."""
    kept = record.PATH.startswith("content/") and record.LANGUAGE == ContentRecord.LANGUAGE
    found = _YEAR.search(record.source.path) if kept and "{year}" in record.PATH else None
    return int(found[1]) if found else None


def _away(day: dt.date, year: int) -> int:
    """How many days a day lies outside a year."""
    if day.year == year:
        return 0
    return min(abs((day - edge).days) for edge in (dt.date(year, 1, 1), dt.date(year, 12, 31)))


def _slip(day: dt.date, *meant: int | dt.date | None) -> str:
    """``是不是 2026-11-12？`` where the year is that of something near, with digits swapped or one wrong."""
    for each in meant:
        year = each.year if isinstance(each, dt.date) else each
        if year and year != day.year and _alike(str(year), str(day.year)):
            try:
                return f"是不是 {day.replace(year=year)}？"
            except ValueError:
                return f"年份是不是 {year}？"
    return ""


def _alike(one: str, other: str) -> bool:
    """The same digits in another order, or all but one the same."""
    return sorted(one) == sorted(other) or sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _span(away: dt.timedelta) -> str:
    return f"{away.days * 4 // 1461} 年多" if away.days > 366 else f"{away.days} 天"
