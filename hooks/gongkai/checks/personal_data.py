"""不得公开个人信息。

看什么：各类内容的正文和各项文字（草稿也看），单位文件的各项文字。
怎样算错：有手机号码、居民身份证号码（校验位和出生日期都对得上的）或银行卡号。
固定电话、热线和单位文件里写明的对外电话不算。
怎样改：删去，或者遮盖中间几位，如 138****0000；办事联系写单位的固定电话。
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator

from stdnum import luhn
from stdnum.cn import ric

from gongkai.checks.example import CLEAN, Example, an_item
from gongkai.checks.texts import field_texts
from gongkai.problems import BODY, At, Problem
from gongkai.records.base import Record
from gongkai.records.standard import Standard
from gongkai.register import Register

EXAMPLE = Example(
    good={**CLEAN, **an_item(body="联系电话 010-66001234，手机 138****0000。")},
    bad=an_item(body="联系人手机 138-0013-8000。"),
    message="手机号码 138****8000",
)
#: eleven digits or more, perhaps in groups: read closely only where it matches
_DIGITS = r"[0-9０-９]"
_SUSPECT = re.compile(rf"(?<!{_DIGITS}){_DIGITS}(?:[ \u00a0\u3000\-－—]?{_DIGITS}){{10,20}}[xXｘＸ]?")
_MOBILE = re.compile(r"(?:\+?86|0086)?(1[3-9][0-9]{9})")
_IDENTITY = re.compile(r"[1-8][0-9]{5}(?:18|19|20)[0-9]{9}[0-9X]")
#: the first digits of cards and the lengths they go with
_CARDS = (
    re.compile(r"62[0-9]{14,17}"),
    re.compile(r"9558[0-9]{15}"),
    re.compile(r"(?:4|5[1-5]|35)[0-9]{14,15}"),
)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    known = {_plain(unit.phone) for unit in register.units if unit.phone}
    for record in (*register.content, *register.units):
        for at, text in field_texts(record):
            if at not in {("对外电话",), ("原文链接",), ("网站",)}:
                yield from _found(rule, record, at, text, known)
        if _SUSPECT.search(record.body):
            for line, text in enumerate(record.body.split("\n")):
                yield from _found(rule, record, (BODY, line), text, known)


def _found(rule: Standard, record: Record, at: At, text: str, known: set[str]) -> Iterator[Problem]:
    for match in _SUSPECT.finditer(text):
        number = _plain(match[0])
        kind = kind_of(number)
        if kind and not _in_word(text, match) and not any(number in phone for phone in known):
            message = f"有{kind} {masked(number)}"
            yield rule.problem(record, at, message, "删去或遮盖；办事联系写单位的固定电话")


def _plain(text: str) -> str:
    return re.sub(r"[^0-9X+]", "", unicodedata.normalize("NFKC", text).upper())


def _in_word(text: str, match: re.Match[str]) -> bool:
    """True inside an address on the web or a code of letters and digits, such as a 统一社会信用代码."""
    word = re.split(r"[\s　，。；、（）()<>\"“”]", text[: match.start()])[-1]
    before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
    joined = any(side.isascii() and (side.isalnum() or side in "_%*") for side in (before, after) if side)
    return "://" in word or joined


def kind_of(number: str) -> str | None:
    """What a row of digits is: 手机号码, 居民身份证号码, 银行卡号, or nothing personal."""
    if _MOBILE.fullmatch(number):
        return "手机号码"
    if _IDENTITY.fullmatch(number):
        # the library refuses some real region codes of old: only its check digit is asked
        return "居民身份证号码" if ric.calc_check_digit(number) == number[-1] and _born(number) else None
    if any(card.fullmatch(number) for card in _CARDS) and luhn.is_valid(number):
        return "银行卡号"
    return None


def _born(number: str) -> bool:
    try:
        dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return True


def masked(number: str) -> str:
    """The number with its middle hidden."""
    shown = number[-11:] if _MOBILE.fullmatch(number) else number
    return (
        f"{shown[:3]}****{shown[-4:]}"
        if len(shown) == 11
        else f"{shown[:3]}{'*' * (len(shown) - 5)}{shown[-2:]}"
    )
