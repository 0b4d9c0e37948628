"""A row of digits → what it is: a mobile phone, an identity card, a bank card, or nothing personal."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import NamedTuple

from stdnum import luhn
from stdnum.cn import ric, uscc

MOBILE = "手机号码"
IDENTITY = "居民身份证号码"
CARD = "银行卡号"
#: a number that what stands before it calls a 编号: its kind with these words around it
_SERIAL = "形同{}的编号"

#: the first digits of cards and the lengths they go with
_CARD = re.compile(r"62[0-9]{14,17}|9558[0-9]{15}|4[0-9]{15}|5[1-5][0-9]{14}|35[0-9]{14}")
#: the provinces that identity numbers begin with, and 9 of the card of foreigners with permanent residence
_REGION = re.compile(
    r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[0-9])[0-9]{4}(?:18[5-9]|19|20)[0-9]*X?"
)


class Sort(NamedTuple):
    """What weighing a number asks of it: its kind, the birth date in it, and the number where it is kept."""

    kind: str
    born: dt.date | None
    number: str = ""


def sort_of(kind: str, number: str) -> Sort:
    """The sort of a number: its kind, and the birth date of an identity number."""
    return Sort(kind, born(number) if seeming(kind) == IDENTITY else None)


def serial(kind: str) -> str:
    """The kind of a number that looks like a person's and is called a 编号 where it stands."""
    return _SERIAL.format(kind)


def is_serial(kind: str) -> bool:
    """True for what :func:`serial` gives."""
    return kind.startswith("形同")


def seeming(kind: str) -> str:
    """The kind of a number without regard to what it is called."""
    return kind.removeprefix("形同").removesuffix("的编号")


def kind_of(number: str) -> str | None:
    """What a row of digits is: 手机号码, 居民身份证号码, 银行卡号, or nothing personal."""
    if len(number) == 11:
        return MOBILE if re.fullmatch(r"1[3-9][0-9]{9}", number) else None
    if len(number) == 18 and _is_identity(number):
        return IDENTITY
    return CARD if _CARD.fullmatch(number) and luhn.is_valid(number) else None


def _is_identity(number: str) -> bool:
    # the library refuses some real region codes of old: only its check digit is asked
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9X]", number) or not _REGION.fullmatch(number):
        return False
    if number[0] == "9" and uscc.is_valid(number):
        return False  # a credit code that happens to have no letters
    return born(number) is not None and ric.calc_check_digit(number) == number[-1]


def born(number: str) -> dt.date | None:
    """The birth date in an identity number; None where there is no such day."""
    try:
        return dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def digits(text: str) -> str:
    """The digits of a number as written, without the country's prefix."""
    number = re.sub(r"[^0-9X]", "", unicodedata.normalize("NFKC", text).upper())
    return re.sub(r"^(?:00)?86(?=1[3-9][0-9]{9}$)", "", number)


def masked(number: str) -> str:
    """The number with its middle hidden."""
    ends = 4 if len(number) == 11 else 2
    return number[:3] + "*" * (len(number) - 3 - ends) + number[-ends:]
