"""A number → its sign in each of the formats that Word's numbering has."""

from __future__ import annotations

import re
from collections.abc import Callable

from gongkai.text import style

_DIGITS = "〇一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_IN_BRACKETS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_WITH_POINT = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_HAN_CIRCLED = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_OLD = str.maketrans("零一二三四五六七八九十百千", "零壹貳參肆伍陸柒捌玖拾佰仟")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
#: 001, 002, 003, … as Word writes a format of one's own
_PADDED = re.compile(r"(0*)1, (0*)2, (0*)3, \.\.\.")
_MOST = 9999


class UnknownFormat(Exception):
    """A format of numbers that is not known: never guessed."""


def written(value: int, form: str, own: str = "") -> str:
    """The sign of a number in a format; ``own`` is the pattern of a ``custom`` one."""
    if form == "custom":
        return _padded(value, own)
    if form not in _FORMATS or not 0 <= value <= _MOST:
        raise UnknownFormat(form)
    return _FORMATS[form](value)


def _padded(value: int, pattern: str) -> str:
    found = _PADDED.fullmatch(pattern)
    if not found or len(set(found.groups())) != 1:
        raise UnknownFormat(pattern)
    return str(value).zfill(len(found[1]) + 1)


def _of(signs: str) -> Callable[[int], str]:
    """One of so many signs; beyond them Word goes on in plain digits."""
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else str(value)


def _thousand(value: int) -> str:
    return style.numeral(value) if value else "零"


def _counting(zero: str) -> Callable[[int], str]:
    """十一, 九十九; from 100 on digit by digit."""
    return lambda value: _thousand(value) if 0 < value < 100 else _digits(value).replace("〇", zero)


def _digits(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _japanese(value: int) -> str:
    """As 一百二十三, without 一 before 百 and 千, and without 零."""
    return re.sub("一(?=[百千])", "", _thousand(value).replace("零", "")) if value else "〇"


def _letters(value: int) -> str:
    """a … z, aa, bb …"""
    times, at = divmod(value - 1, 26)
    return chr(ord("a") + at) * (times + 1) if value else ""


def _roman(value: int) -> str:
    words = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        words += sign * count
    return words


def _enclosed(value: int) -> str:
    return _of(_CIRCLED)(value)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": lambda value: str(value).translate(_WIDE),
    "decimalFullWidth2": lambda value: str(value).translate(_WIDE),
    "decimalEnclosedCircle": _enclosed,
    "decimalEnclosedCircleChinese": _enclosed,
    "decimalEnclosedParen": _of(_IN_BRACKETS),
    "decimalEnclosedFullstop": _of(_WITH_POINT),
    "ideographEnclosedCircle": _of(_HAN_CIRCLED),
    "numberInDash": lambda value: f"- {value} -",
    "chineseCounting": _counting("○"),
    "taiwaneseCounting": _counting("○"),
    "chineseCountingThousand": _thousand,
    "taiwaneseCountingThousand": _thousand,
    "japaneseCounting": _japanese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": lambda value: _digits(value).replace("〇", "○"),
    "chineseLegalSimplified": lambda value: _legal(value).translate(_LEGAL),
    "ideographLegalTraditional": lambda value: _legal(value).translate(_LEGAL_OLD),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperRoman": _roman,
    "none": lambda _: "",
}


def _legal(value: int) -> str:
    """壹拾, not 拾: on a cheque nothing can be written before it."""
    words = _thousand(value)
    return f"一{words}" if words.startswith("十") else words
