"""Numbers, amounts, times and telephones as people write them → as they are written here.

Each function gives "" where that would be a guess.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from gongkai.common.telephones import whole

#: what is counted; behind a number it says nothing more than the key does
_COUNTED = "人次|件次|[人件次个项份家户条名期场篇份处户]"
_COUNT = re.compile(rf"(\d{{1,3}}(?:,\d{{3}})+|\d{{1,12}})\s*(?:{_COUNTED})?", re.ASCII)
_AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,14})(\.\d{1,6})?\s*(万元|元|亿元)?", re.ASCII)
_SCALE = {"万元": Decimal(1), "元": Decimal("0.0001"), "亿元": Decimal(10_000), "": Decimal(1)}
#: a round number of so many and no unit was hardly written in 万元
_YUAN = 10_000
_CLOCK = re.compile(r"(\d{1,2})[:时点](\d{2})分?", re.ASCII)
_LINE = re.compile(r"\(?(0(?:10|2\d|[3-9]\d{2}))\)?[- ]*(\d{7,8})(?:\s*(?:转|-|\*)\s*(\d{1,6}))?", re.ASCII)
_LOCAL = re.compile(r"[2-8]\d{6,7}", re.ASCII)


def _half(text: str) -> str:
    return re.sub("[‐‑‒–—−－]", "-", unicodedata.normalize("NFKC", text)).strip()


def count(text: str) -> str:
    """``２５``, ``1,234`` and ``3人`` → 25, 1234, 3."""
    found = _COUNT.fullmatch(_half(text))
    return str(int(found[1].replace(",", ""))) if found else ""


def percent(text: str) -> str:
    """``20%`` → 20."""
    half = _half(text)
    return count(half.removesuffix("%")) if half.endswith("%") else ""


def amount(text: str) -> str:
    """``1,961``, ``12.5万元`` and ``126000元`` → 1961.00, 12.50, 12.60; nothing is rounded."""
    found = _AMOUNT.fullmatch(_half(text))
    if found is None:
        return ""
    exact = Decimal(found[1].replace(",", "") + (found[2] or "")) * _SCALE[found[3] or ""]
    if not found[2] and not found[3] and exact >= _YUAN:
        return ""  # nobody can say whether these are 元
    cents = exact.quantize(Decimal("0.01"))
    return str(cents) if cents == exact and cents < 10**10 else ""


def clock(text: str) -> str:
    """``9:30`` and ``9时30分`` → 09:30."""
    found = _CLOCK.fullmatch(_half(text))
    known = found and int(found[1]) < 24 and int(found[2]) < 60
    return f"{int(found[1]):02d}:{found[2]}" if found and known else ""


def telephone(text: str) -> str:
    """``(010)81296012``, ``010 8129 6012`` → 010-81296012."""
    half = re.sub(r"^(?:电话|固话|座机|热线|[Tt]el)\.?[:：]? ?", "", _half(text))
    half = re.sub(r"^(?:\+|00)?86[- ]?0?(?=[1-9]\d{1,2}[- ]\d{7,8}$)", "0", half)
    half = re.sub(r"(?<=\d) (?=\d{4}$)", "", half)
    found = _LINE.fullmatch(half)
    if found is None:
        return half if whole(half) else ""
    number = f"{found[1]}-{found[2]}" + (f"转{found[3]}" if found[3] else "")
    return number if whole(number) else ""


_SEVERAL = re.compile(r"\d{5,}[/、,，;；或 ]+\d{5,}")


def unlike(text: str) -> str:
    """How to write what is meant as a number and is none; "" where nothing can be said."""
    half = _half(text)
    if re.fullmatch(r"1[3-9]\d{9}", re.sub(r"[- ]", "", half)):
        return "这是手机号：写单位的固定电话或热线；是单位公务手机的，写进单位文件的“对外电话”"
    if _SEVERAL.search(half):
        return "一项只写一个号码：另一个号码另加一项"
    if found := re.fullmatch(r"(\d{7,8})(?:转|-)(\d{1,6})", half):
        return f"前面加上本地的区号：区号-{found[1]}转{found[2]}"
    if found := re.fullmatch(r"(1\d{4}|9\d{4,5})\D.*", half):
        return f"只写 {found[1]}，别的话写进“说明”"
    return ""


def local(text: str) -> str:
    """The number of a fixed line that was written without its area code."""
    digits = re.sub(r"[- ]", "", _half(text))
    return digits if _LOCAL.fullmatch(digits) else ""
