"""公开时限: what an official wording says, as terms that can be counted with; words not known give none.

A catalogue writes what its norm says: “自信息形成或者变更之日起20个工作日内”, “每月后10个工作日内”, or
several of them in one cell. Clauses are told apart first, so that a beginning not known to us never swallows
the one behind it. The wording itself stays as it was written; only its terms are worked out here.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class LimitForm(StrEnum):
    """What kind of term a clause sets."""

    WITHIN = "期限"
    MONTHLY = "每月"
    QUARTERLY = "每季度"
    HALF_YEARLY = "每半年"
    YEARLY = "每年"
    INTERVAL = "更新间隔"
    PROMPTLY = "及时"
    STANDING = "长期"
    BEFORE = "事件前"
    SHOWN_FOR = "公示期"
    SAME = "同上"


@dataclass(frozen=True)
class Limit:
    """One term; ``start`` is the event it counts from, in the words of the norm, ``scope`` what it is for."""

    form: LimitForm
    count: int = 0
    unit: str = ""
    start: str = ""
    #: a day of the year, ``03-31``
    day: str = ""
    scope: str = ""

    @property
    def from_forming(self) -> bool:
        """Whether it counts working days from the day the record itself was made."""
        known = not self.start or any(word in self.start for word in _FORMED)
        return self.form is LimitForm.WITHIN and self.unit == "工作日" and known


#: beginnings whose day a record has
_FORMED = ("形成", "变更", "制定", "制作", "获取", "印发", "颁布", "成文")
_COUNT = r"(?P<count>\d{1,3})(?P<unit>个?工作日|日|天|个月|年)"
_TAIL = r"(?:以内|之内|内)?(?:予以|进行|向社会|主动|及时|首次)*(?:公开|公布|公示|发布|公告|更新|完成公开)?"
_SCOPE = r"(?:(?P<scope>[^，,：:]{1,30}?(?:外其他内容|决定|内容|信息|结果))[：:，,]?)?"
_BEFORE_FROM = r"(?:(?P<scope>[^，,：:自]{1,30}?)[：:，,]?(?=自))?"
_FROM = r"(?:自|从|在|应?于)?(?:该|收到)?"
_START = _FROM + r"(?P<start>[^，,；;]{1,40}?)(?:之日起|之日后|之日|之后|以后|后|起|(?<=形成)|(?<=变更))"
_UP_TO = r"(?:前|之前|以前|底前|前公开)"
_CLAUSE = re.compile(r"[；;。]|其中[，,:：]?|[，,](?=及时|公示\d|公告期|保持|法律|并?长期|特殊)")
_IGNORED = re.compile(r"(?:法律|行政法规|法规|规章)?.*(?:另有规定|从其规定|特殊情况除外).*")


def _within(found: re.Match[str]) -> Limit:
    said = found.groupdict()
    unit = said["unit"].removeprefix("个") if "工作日" in said["unit"] else said["unit"]
    return Limit(
        LimitForm.WITHIN,
        int(said["count"]),
        unit,
        said.get("start") or "",
        scope=said.get("scope") or "",
    )


def _plain(form: LimitForm) -> Callable[[re.Match[str]], Limit]:
    def make(found: re.Match[str]) -> Limit:
        said = found.groupdict()
        unit = (said.get("unit") or "").removeprefix("个")
        return Limit(form, int(said.get("count") or 0), unit, scope=said.get("scope") or "")

    return make


def _day(found: re.Match[str]) -> Limit | None:
    month = int(found["month"])
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(2025, month)[1]
    day = last if found["day"] is None else int(found["day"])
    return Limit(LimitForm.YEARLY, day=f"{month:02}-{day:02}") if 1 <= day <= last else None


_AFTER = r"(?:结束)?(?:之?后|末)?(?:的)?(?:(?P<count>\d{1,3})(?P<unit>个?工作日|日|天))?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Limit | None]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"同上", _plain(LimitForm.SAME)),
        (
            r"(?:按|根据|视)?[^，,\d]{0,12}(?:及时|实时|即时|随时)(?:动态)?" + _TAIL,
            _plain(LimitForm.PROMPTLY),
        ),
        (_SCOPE + r"(?:保持|并)?(?:长期|常年)" + _TAIL + r"(?:\(.*\))?", _plain(LimitForm.STANDING)),
        (r"(?:公示|公告)(?:期限?)?(?:为|不少于)?" + _COUNT, _plain(LimitForm.SHOWN_FOR)),
        (r"每个?月" + _AFTER + _TAIL, _plain(LimitForm.MONTHLY)),
        (r"每个?季度?" + _AFTER + _TAIL, _plain(LimitForm.QUARTERLY)),
        (r"每半年" + _AFTER + _TAIL, _plain(LimitForm.HALF_YEARLY)),
        (r"每年(?P<month>\d{2})-(?P<day>\d{2})前", _day),
        (r"(?:每年|次年|当年|每年度)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?" + _UP_TO + _TAIL, _day),
        (r"每年(?:度)?(?:一次|1次)?" + _TAIL, _plain(LimitForm.YEARLY)),
        (r"每(?:隔)?" + _COUNT + _TAIL, _plain(LimitForm.INTERVAL)),
        (r"(?P<count>\d{1,2})(?P<unit>个月|年)(?:更新|/.*)?", _plain(LimitForm.INTERVAL)),
        (r"[^，,；;]{1,30}前" + _COUNT + _TAIL, _plain(LimitForm.BEFORE)),
        (_SCOPE + _COUNT + _TAIL, _within),
        (_BEFORE_FROM + _START + r"[，,]?(?:的)?" + _COUNT + _TAIL, _within),
    )
)


@cache
def limits(text: str) -> tuple[Limit, ...]:
    """The terms of a wording, in its order; none when any clause of it is not understood."""
    found = []
    for clause in _clauses(text):
        term = next(filter(None, (_read(pattern, make, clause) for pattern, make in _FORMS)), None)
        if term is None:
            return ()
        found.append(term)
    return tuple(found)


def _read(
    pattern: re.Pattern[str], make: Callable[[re.Match[str]], Limit | None], clause: str
) -> Limit | None:
    match = pattern.fullmatch(clause)
    return make(match) if match else None


def _clauses(text: str) -> Iterator[str]:
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    # an alternative in brackets is one of the event: 形成(变更), 或(者)
    folded = re.sub(r"\((或?者|变更|竣工|更新|公布)\)", r"\1", folded)
    for clause in _CLAUSE.split(folded):
        bare = clause.strip("，,。;；")
        if bare and not _IGNORED.fullmatch(bare):
            yield bare
