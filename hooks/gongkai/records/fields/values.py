"""The small types that fields are made of; each reads text and says in Chinese what is wrong.

Files are read without guessing: every value reaches a record as text, a list or
a mapping, and becomes a date, a number or a yes/no only here.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from gongkai.common.problems import excerpt
from gongkai.records.fields import loose
from gongkai.text.facts import days

MAX_TEXT = 20_000
#: years a day may have: terms counted from it or back stay days that exist
YEARS = range(1900, 2200)


class Refers(Enum):
    """Marks a field whose text names something else, so that rules and pages find it in every type."""

    UNIT = "单位"
    POLICY = "政策文件"
    #: named, without answering for the record
    NAMED_UNIT = "提到的单位"
    ENTRY = "公开事项"
    FILE = "文件"
    RECORD = "记录"


class Confirmed:
    """Marks a day readers count on: it moves only with a 日期变更 that says why."""


@dataclass(frozen=True, slots=True)
class ShownFrom:
    """Marks a field readers see from the day in the field ``day`` on; not at all while that is empty."""

    day: str


_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
#: what a browser would take for a tag; “<60岁” is none
_TAG = re.compile(r"<[a-zA-Z/!?][^>]*>?")
_LOOSE_DATE = re.compile(r"(\d{4})\s*[-年./．]\s*(\d{1,2})\s*[-月./．]\s*(\d{1,2})\s*日?")

#: a day of the week, the midnight of a spreadsheet: nothing that the day does not say
_BESIDE_DAY = re.compile(r"\s*(?:\((?:周|星期|礼拜)[一二三四五六日天]\)|\s0{1,2}:00(?::00)?)$")
#: what a spreadsheet keeps for a day of this century, counted from 1900; on a Mac it may be from 1904
_DAY_NUMBER = re.compile(r"(?:3[7-9]|[4-6]\d)\d{3}", re.ASCII)
_FIRST_DAY = dt.date(1899, 12, 30)
_RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")


def wrong(message: str, fix: str, instead: str = "") -> PydanticCustomError:
    """An error for editors: what is wrong, how to mend it, and the right value where that is sure."""
    return PydanticCustomError("content", "{message}", {"message": message, "fix": fix, "instead": instead})


def as_text(value: Any) -> str:
    """Text as it stands, trimmed; refuses empty values, lists and mappings."""
    if not isinstance(value, str):
        kind = "列表" if isinstance(value, list) else "一组键值"
        raise wrong(f"这里须是一段文字，现在是{kind}", "只写一段文字，去掉前面的“-”或下级的键")
    text = value.strip()
    if not text or text in {"null", "Null", "NULL", "~"}:
        raise wrong("内容为空", "写上内容；确实没有就把这一行删去")
    if len(text) > MAX_TEXT:
        raise wrong(f"长达 {len(text)} 字，超过 {MAX_TEXT} 字", "缩短；长文写进正文或附件")
    if "<" in text and (tag := _TAG.search(text)):
        raise wrong(f"有网页代码“{excerpt(tag.group())}”，这里只能写文字", "删去尖括号里的代码，只留文字")
    return text


def as_date(value: Any) -> dt.date:
    """A day written ``2023-05-22``; other usual forms are refused with the right one offered."""
    if isinstance(value, dt.date):
        return value
    text = as_text(value)
    exact = _DATE.fullmatch(text) if text.isascii() else None
    if exact:
        year, month, day = (int(part) for part in exact.groups())
        try:
            day_meant = dt.date(year, month, day)
        except ValueError:
            raise wrong(f"日期“{text}”不存在", "查对日历，写实际的年-月-日") from None
        if year not in YEARS:
            reach = f"{YEARS[0]} 到 {YEARS[-1]} 年"
            raise wrong(f"日期“{text}”不在 {reach}之间", "写实际的日期；长期有效、没有期限的不写")
        return day_meant
    words = _BESIDE_DAY.sub("", unicodedata.normalize("NFKC", text))
    loose = _LOOSE_DATE.fullmatch(words) or _RUN_TOGETHER.fullmatch(words)
    spelt = days.read(text)
    parts = loose.groups() if loose else (spelt.year, spelt.month, spelt.day) if spelt else ()
    if parts:
        year, month, day = (int(part) for part in parts)
        offered = f"{year:04d}-{month:02d}-{day:02d}"
        if not _exists(year, month, day):
            raise wrong(f"日期“{text}”不存在", "查对日历，写实际的年-月-日，如 2023-05-22")
        raise wrong(f"日期“{text}”写法不对", f"改为半角的 {offered}", offered)
    if number := _DAY_NUMBER.fullmatch(words):
        meant = _FIRST_DAY + dt.timedelta(int(number[0]))
        fix = f"多半是 {meant}：照原件核对，写成年-月-日；Excel 里先把这一列的格式设为“日期”"
        raise wrong(f"“{text}”是 Excel 存日期的数字，不是日期", fix)
    raise wrong(f"“{text}”不是日期", "写成 2023-05-22 这样的年-月-日，半角数字")


def _exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day."""
    try:
        return dt.date(year, month, day).year in YEARS
    except ValueError:
        return False


def as_yes(value: Any) -> bool:
    """``是`` or ``否``, nothing else."""
    if isinstance(value, bool):
        return value
    text = as_text(value)
    if text in {"是", "否"}:
        return text == "是"
    raise wrong(f"“{text}”不是“是”或“否”", "只写 是 或 否")


def as_count(value: Any) -> int:
    """A whole number of 0 or more, in half-width digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = as_text(value)
    if re.fullmatch(r"\d{1,12}", text) and text.isascii():
        return int(text)
    sure = loose.count(text)
    raise wrong(f"“{text}”不是非负整数", f"只写半角数字：{sure or '如 25'}", sure)


def as_amount(value: Any) -> Decimal:
    """An amount in 万元 of 0 or more, always with two decimal places; exact, never rounded."""
    if isinstance(value, Decimal):
        return value
    text = as_text(value)
    if re.fullmatch(r"(0|[1-9]\d{0,9})\.\d\d", text, re.ASCII):
        return Decimal(text)
    sure = loose.amount(text)
    fix = f"以万元为单位，写两位小数：{sure or '如 12.50；没有发生写 0.00'}"
    raise wrong(f"“{excerpt(text)}”不是金额", fix, sure)


def as_clock(value: Any) -> str:
    """A time of the day, 09:30; other usual forms are refused with the right one offered."""
    text = as_text(value)
    sure = loose.clock(text)
    if text != sure and sure:
        raise wrong(f"时间“{excerpt(text)}”写法不对", f"改为 {sure}", sure)
    if re.search(r"\d{1,2}[:：时点].*[-—–~至到].*\d{1,2}[:：时点]", text):
        begin = loose.clock(re.split("[-—–~至到]", text)[0])
        fix = f"只写开始的时间：{begin or '如 09:30'}；结束的时间写进正文"
        raise wrong(f"时间“{excerpt(text)}”写了起止", fix)
    return text


def in_one_line(text: str) -> str:
    """The text, where it has no line break: it stands in lists, tables and calendars."""
    if "\n" in text:
        raise wrong("有换行", "写成一行；要说的多就写进正文或摘要")
    return text


def as_list(value: Any) -> Any:
    """A list; a single text counts as a list of one."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        raise wrong("这里须是列表，现在是一组键值", "每一项前加“- ”")
    return value


def as_filled(value: Any) -> Any:
    """A list as :func:`as_list` takes it, with at least one thing in it."""
    listed = as_list(value)
    if isinstance(listed, list) and not listed:
        raise wrong("一项也没有", "至少写一项，前面加“- ”")
    return listed


def as_link(value: Any) -> str:
    """An address on the web for readers to follow: http or https only."""
    text = as_text(value)
    if re.fullmatch(r"https?://[^\s<>\"']+", text):
        return text
    raise wrong(f"“{text}”不是网址", "写以 https:// 或 http:// 开头的完整网址")


#: C:\\…, \\\\server\\…, /Users/…, file:
_DISK = re.compile(r"[A-Za-z]:|\\\\|file:|/(?:Users|home)/", re.IGNORECASE)


def as_file(value: Any) -> str:
    """The path of a file beside the content, with forward slashes, inside ``content/``."""
    text = as_text(value)
    if _DISK.match(text):
        fix = "把文件放进 content/files/，写相对 content/ 的路径，如 files/2026/shenqingbiao.docx"
        raise wrong(f"“{text}”是自己电脑上的文件，别人打不开", fix)
    if "\\" in text:
        raise wrong(f"文件路径“{text}”用了反斜杠", f"改为 {text.replace(chr(92), '/')}")
    if text.startswith("/") or ".." in text.split("/") or ":" in text:
        raise wrong(f"文件路径“{text}”越出了内容目录", "把文件放进 content/files/，写相对 content/ 的路径")
    return text


Text = Annotated[str, BeforeValidator(as_text), WithJsonSchema({"type": "string", "minLength": 1})]
Title = Annotated[Text, Field(max_length=120), AfterValidator(in_one_line)]
Summary = Annotated[Text, Field(max_length=200)]
Date = Annotated[
    dt.date,
    BeforeValidator(as_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
ConfirmedDate = Annotated[Date, Confirmed()]
Yes = Annotated[bool, BeforeValidator(as_yes), WithJsonSchema({"enum": ["是", "否"]})]
Count = Annotated[int, BeforeValidator(as_count), WithJsonSchema({"type": "string", "pattern": r"^\d+$"})]
Amount = Annotated[
    Decimal,
    BeforeValidator(as_amount),
    WithJsonSchema({"type": "string", "pattern": r"^(0|[1-9]\d{0,9})\.\d{2}$"}),
]
Clock = Annotated[Text, BeforeValidator(as_clock)]
Link = Annotated[str, BeforeValidator(as_link), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
File = Annotated[str, BeforeValidator(as_file), WithJsonSchema({"type": "string"}), Refers.FILE]
Texts = Annotated[tuple[Text, ...], BeforeValidator(as_list)]
#: 编号 of a row that has a page: it ends the page's address
Number = Annotated[Text, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,39}$", description="字母、数字和连字符")]
#: 编号 of a question: it is the last step of the address that its answer keeps
AnswerId = Annotated[
    Text,
    Field(
        pattern=r"^[a-z0-9][a-z0-9-]{0,119}$",
        description="问答网页的地址，小写字母、数字和连字符；不写由问句算出，公布以后改问句的要写上原来的",
    ),
]
UnitName = Annotated[Text, Refers.UNIT]
UnitNames = Annotated[tuple[Text, ...], BeforeValidator(as_list), Refers.UNIT]
NamedUnit = Annotated[Text, Refers.NAMED_UNIT]
NamedUnits = Annotated[tuple[Text, ...], BeforeValidator(as_list), Refers.NAMED_UNIT]
PolicyName = Annotated[Text, Refers.POLICY]
PolicyNames = Annotated[tuple[Text, ...], BeforeValidator(as_list), Refers.POLICY]
RecordName = Annotated[Text, Refers.RECORD]
RecordNames = Annotated[tuple[Text, ...], BeforeValidator(as_list), Refers.RECORD]
EntryNumbers = Annotated[tuple[Text, ...], BeforeValidator(as_list), Refers.ENTRY]
