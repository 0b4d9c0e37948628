"""The cells of an annual report's tables: numbers as issued, others told with the number meant."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from gongkai.common.problems import excerpt
from gongkai.records.fields.values import wrong

#: a cell as issued: a count, or an amount with up to four decimal places
Number = int | float

_CELL = re.compile(r"[+-]?\d{1,12}(\.\d{1,4})?")
#: the only place of a line whose number says by how much: 本年增/减
_CHANGE = 1
#: several signs are one, typed twice or made of a dash by a word processor
_MINUS = re.compile(r"^[-—–−‒―]+")
_BETWEEN = re.compile(r"(?<=\d)[,\s](?=\d{3}(\D|$))|\s")
#: how many 万元 one of each is; what is counted in other words is a number of them
_MONEY = {"万元": Decimal(1), "元": Decimal("0.0001"), "亿元": Decimal(10_000)}
_MEASURED = re.compile(rf"(?P<number>{_CELL.pattern})(?P<unit>万元|亿元|元|[件项条次个宗份起])")


def as_cells(value: Any) -> tuple[Number | None, ...]:
    """The numbers of one line of a table, as issued; an empty cell stays empty."""
    if isinstance(value, tuple):
        return value
    if not isinstance(value, list):
        raise wrong("这里须是一行数", "写成 [311, 39, 0, 0, 0, 0, 350] 这样的一行，没有填的格写 ~")
    return tuple(_cell(each, place) for place, each in enumerate(value))


def _cell(value: Any, place: int) -> Number | None:
    text = value.strip() if isinstance(value, str) else repr(value)
    if not text:
        return None
    if not (text.isascii() and _CELL.fullmatch(text)):
        raise _no_number(text)
    if text.startswith("+") and place != _CHANGE:
        message = f"第 {place + 1} 格“{text}”带正号，只有“本年增/减”（第 {_CHANGE + 1} 格）才带"
        raise wrong(message, f"对照原表，看是不是填错了一格；没有填错的写 {text[1:]}")
    return float(text) if "." in text else int(text)


def _no_number(text: str) -> PydanticCustomError:
    meant = number_meant(text)
    fix = f"改为 {meant}" if meant else "只写半角数字，金额最多四位小数；没有填的格写 ~"
    return wrong(f"“{excerpt(text)}”不是数", fix)


def number_meant(text: str) -> str:
    """The number in half-width digits without its unit, 万元 where it is money; empty where none is meant."""
    plain = _BETWEEN.sub("", _MINUS.sub("-", unicodedata.normalize("NFKC", text)))
    if _CELL.fullmatch(plain):
        return plain
    found = _MEASURED.fullmatch(plain)
    if not found:
        return ""
    factor = _MONEY.get(found["unit"], Decimal(1))
    if factor == 1:
        return found["number"]
    return f"{(Decimal(found['number']) * factor).normalize():f}（表里以万元为单位）"


Cells = Annotated[
    tuple[Number | None, ...],
    BeforeValidator(as_cells),
    WithJsonSchema(
        {
            "type": "array",
            "items": {"type": ["string", "number", "null"], "pattern": f"^({_CELL.pattern})?$"},
            "minItems": 1,
        }
    ),
]
