"""Numbers that belong to a person, found in any text: mobile phones, identity cards, bank cards."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator

from stdnum import luhn
from stdnum.cn import ric

#: eleven digits or more, perhaps in groups: read closely only where it matches
SUSPECT = re.compile(r"[0-9０-９](?:[ \u00a0\u3000\-－—‑–*_~`\\]{0,4}[0-9０-９]){10}")
_BEFORE = r"(?<![0-9%])(?<![0-9]\.)"
_AFTER = r"(?![0-9%]|\.[0-9])"
#: what Markdown and HTML write for emphasis: it may stand before, behind and inside a number
_MARKS = re.compile(r"[*_~`\\]+")
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


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """(kind, number in plain digits) of every personal number in a text, in its order."""
    if not SUSPECT.search(text):
        return
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", text).translate(_DASHES))
    for match in _NUMBER.finditer(plain):
        number = digits(match[0])
        kind = kind_of(number)
        if kind and not _in_path(plain, match):
            yield kind, number


def _in_path(plain: str, match: re.Match[str]) -> bool:
    """True for a row of digits in the path of an address on the web: no telephone, unlike ``?tel=…``."""
    address = re.split(r"[^!-~]|[,;()<>\"|]", plain[: match.start()])[-1]
    return "://" in address and "?" not in address


def digits(text: str) -> str:
    """The digits of a number as written, without the country's prefix."""
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


def mask_text(text: str) -> str:
    """A text with every personal number in it masked, for messages: they end in other systems' logs."""
    for _, number in numbers(text):
        spelt = (f"[{each}{chr(ord(each) + 0xFEE0)}{each.lower()}]" for each in number)
        text = re.sub(r"[^0-9０-９Xx]{0,4}".join(spelt), masked(number), text)
    return text


def masked(number: str) -> str:
    """The number with its middle hidden."""
    ends = 4 if len(number) == 11 else 2
    return number[:3] + "*" * (len(number) - 3 - ends) + number[-ends:]
