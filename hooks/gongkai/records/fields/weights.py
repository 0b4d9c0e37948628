"""权重: how much a task or project counts in the progress of its whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from gongkai.records.fields import loose
from gongkai.records.fields.values import as_count, wrong

_DIGITS = WithJsonSchema({"type": "string", "pattern": r"^\d{1,3}$"})
#: what counts where no weight is written
EQUAL = 1


def as_weight(value: Any) -> int:
    """A weight from 1 to 100."""
    if 1 <= (number := as_count(value)) <= 100:
        return number
    raise wrong(f"权重“{number}”不在 1 到 100 之间", "写 1 到 100 的整数；都一样重要就不写")


def as_percent(value: Any) -> int:
    """A whole percentage up to 100."""
    if isinstance(value, str) and (sure := loose.percent(value)):
        raise wrong(f"进度“{value.strip()}”带了百分号", f"只写数字：{sure}", sure)
    if (number := as_count(value)) <= 100:
        return number
    raise wrong(f"进度“{number}”超过 100", "写全年目标完成的百分比，0 到 100")


Weight = Annotated[int, BeforeValidator(as_weight), _DIGITS]
Percent = Annotated[int, BeforeValidator(as_percent), _DIGITS]


def rolled_up(parts: Iterable[tuple[int, int]]) -> int | None:
    """The percentage of a whole from (weight, percentage) of its parts, rounded down; None without parts."""
    found = list(parts)
    total = sum(weight for weight, _ in found)
    return sum(weight * percent for weight, percent in found) // total if total else None
