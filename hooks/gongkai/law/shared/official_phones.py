"""The numbers that units give the public for calling them: no personal numbers, whoever holds the phone."""

from __future__ import annotations

import re

from gongkai.column.register import Register
from gongkai.common.personal import digits, kind_of

_BETWEEN = re.compile(r"[、，,;；]")
_ONE_NUMBER = re.compile(r"[+＋0-9０-９ \-－—‑–()（）]+")


def official_phones(register: Register) -> set[str]:
    """The mobile numbers among the 对外电话 of all units, each as plain digits.

    Only a number that stands there by itself counts, not what is a part of some longer text, and nothing but
    a telephone: who writes an identity number into the field frees nothing by it.
    """
    written = [part.strip() for unit in register.units for part in _BETWEEN.split(unit.phone or "")]
    whole = (digits(part) for part in written if _ONE_NUMBER.fullmatch(part))
    return {number for number in whole if kind_of(number) == "手机号码"}
