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
from collections.abc import Iterable, Iterator

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
_SUSPECT = re.compile(r"[0-9０-９](?:[ \u00a0\u3000\-－—‑–]?[0-9０-９]){10}")
_BEFORE = r"(?<![0-9A-Za-z_%*.])"
_AFTER = r"(?![0-9A-Za-z_%*]|\.[0-9])"
_NUMBER = re.compile(
    rf"{_BEFORE}(?:"
    r"[1-8][0-9]{5}[ -]?(?:18|19|20)[0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{3}[0-9Xx]"
    r"|[0-9]{16,19}|[0-9]{6}[ -][0-9]{10,13}"
    r"|[0-9]{4}(?P<gap>[ -])(?:[0-9]{4}(?P=gap)){2}[0-9]{4}(?:(?P=gap)[0-9]{1,3})?"
    r"|(?:(?:\+|00)?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}"
    rf"){_AFTER}"
)
_DASHES = str.maketrans("—‑–", "---")
#: the first digits of cards and the lengths they go with
_CARD = re.compile(r"62[0-9]{14,17}|9558[0-9]{15}|4[0-9]{15}|5[1-5][0-9]{14}|35[0-9]{14}")


def scope(register: Register) -> Iterable[Record]:
    return (*register.content, *register.units)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    known = {_digits(unit.phone) for unit in register.units if unit.phone}
    for record in (*register.content, *register.units):
        for at, text in field_texts(record):
            if at not in {("对外电话",), ("原文链接",), ("网站",)}:
                yield from _found(rule, record, at, text, known)
        if _SUSPECT.search(record.body):
            for line, text in enumerate(record.body.split("\n")):
                yield from _found(rule, record, (BODY, line), text, known)


def _found(rule: Standard, record: Record, at: At, text: str, known: set[str]) -> Iterator[Problem]:
    if not _SUSPECT.search(text):
        return
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    for match in _NUMBER.finditer(plain):
        number = _digits(match[0])
        kind = kind_of(number)
        # a row of digits in an address on the web is no telephone
        in_address = "://" in re.split(r"[\s,;()<>\"“”]", plain[: match.start()])[-1]
        if kind and not in_address and not any(number in phone for phone in known):
            message = f"有{kind} {masked(number)}"
            yield rule.problem(record, at, message, "删去或遮盖；办事联系写单位的固定电话")


def _digits(text: str) -> str:
    number = re.sub(r"[^0-9X]", "", unicodedata.normalize("NFKC", text).upper())
    return re.sub(r"^(?:00)?86(?=1[3-9][0-9]{9}$)", "", number)


def kind_of(number: str) -> str | None:
    """What a row of digits is: 手机号码, 居民身份证号码, 银行卡号, or nothing personal."""
    if re.fullmatch(r"1[3-9][0-9]{9}", number):
        return "手机号码"
    # the library refuses some real region codes of old: only its check digit is asked
    identity = re.fullmatch(r"[1-8][0-9]{16}[0-9X]", number) and _born(number)
    if identity and ric.calc_check_digit(number) == number[-1]:
        return "居民身份证号码"
    return "银行卡号" if _CARD.fullmatch(number) and luhn.is_valid(number) else None


def _born(number: str) -> bool:
    try:
        born = dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return born.year >= 1800


def masked(number: str) -> str:
    """The number with its middle hidden."""
    ends = 4 if len(number) == 11 else 2
    return number[:3] + "*" * (len(number) - 3 - ends) + number[-ends:]
