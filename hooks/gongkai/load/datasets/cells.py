"""What the cells of a dataset may hold: one function for each type of column."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from stdnum.cn import uscc

from gongkai.common.problems import excerpt
from gongkai.records.fields.values import as_date
from gongkai.records.types.dataset import DataField
from gongkai.records.vocabulary.datasets import FieldRole, FieldType


class Fault(NamedTuple):
    """What is wrong with a cell and how to mend it; ``instead`` is the right text where that is sure."""

    message: str
    fix: str
    instead: str = ""


Judge = Callable[[str], Fault | None]

MAX_TEXT = 2_000
#: names and numbers are searched for letter by letter, and their place in the name is kept in a byte
MAX_NAME = 100
_INTEGER = re.compile(r"-?\d{1,15}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,13}(\.\d{1,6})?", re.ASCII)
#: 1,961.00, ten times a day from Excel
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_TAG = re.compile(r"<[a-zA-Z/!?]")


def judge(field: DataField, year: int) -> Judge:
    """What says whether a cell that is not empty fits its column, in the file of a year."""
    if field.choices:
        return lambda value: _choice(value, field.choices)
    if field.role is FieldRole.DATE:
        return lambda value: _date(value) or _of_year(value, year)
    if field.type is FieldType.TEXT:
        limit = MAX_NAME if field.role else MAX_TEXT
        return lambda value: _text(value, limit)
    return _JUDGES[field.type]


def _text(value: str, limit: int) -> Fault | None:
    if "\n" in value:
        return Fault("格子里有换行", "写成一行")
    if len(value) > limit:
        return Fault(f"有 {len(value)} 字，超过 {limit} 字", f"缩短到 {limit} 字以内")
    if "<" in value and _TAG.search(value):
        return Fault("有网页代码", "删去尖括号里的代码，只留文字")
    return None


def _choice(value: str, choices: tuple[str, ...]) -> Fault | None:
    if value in choices:
        return None
    return Fault(f"“{excerpt(value)}”不在可填的值里", f"从这些里选一个：{'、'.join(choices)}")


def _date(value: str) -> Fault | None:
    try:
        as_date(value)
    except ValueError as error:
        told = getattr(error, "context", None) or {}
        fix = str(told.get("fix", "写成 2026-05-22 这样的年-月-日"))
        return Fault(str(told.get("message", error)), fix, str(told.get("instead", "")))
    return None


def _of_year(value: str, year: int) -> Fault | None:
    if dt.date.fromisoformat(value).year == year:
        return None
    return Fault(
        f"日期 {value} 不在 {year} 年，这个文件只放 {year} 年的", f"移到 {value[:4]}.csv，或改正日期"
    )


def _number(pattern: re.Pattern[str], what: str, example: str) -> Judge:
    def judged(value: str) -> Fault | None:
        if pattern.fullmatch(value):
            return None
        plain = unicodedata.normalize("NFKC", value)
        plain = plain.replace(",", "") if _THOUSANDS.fullmatch(plain) else plain
        sure = plain if pattern.fullmatch(plain) else ""
        fix = f"改为 {sure}" if sure else f"只写半角数字，如 {example}，不写单位和千分号"
        return Fault(f"“{excerpt(value)}”不是{what}", fix, sure)

    return judged


def _yes(value: str) -> Fault | None:
    return None if value in {"是", "否"} else Fault(f"“{excerpt(value)}”不是“是”或“否”", "只写 是 或 否")


def _code(value: str) -> Fault | None:
    if re.fullmatch(r"[0-9A-HJ-NP-RTUW-Y]{18}", value) and uscc.calc_check_digit(value[:-1]) == value[-1]:
        return None
    if re.fullmatch(r"[0-9A-Z]{18}", value):
        return Fault(f"统一社会信用代码“{value}”的校验位对不上", "对照营业执照逐字核对")
    return Fault(f"“{excerpt(value)}”不是统一社会信用代码", "写 18 位半角数字和大写字母；没有代码的留空")


_JUDGES: dict[FieldType, Judge] = {
    FieldType.DATE: _date,
    FieldType.INTEGER: _number(_INTEGER, "整数", "25"),
    FieldType.DECIMAL: _number(_DECIMAL, "数", "1200.50"),
    FieldType.YES: _yes,
    FieldType.CODE: _code,
}
