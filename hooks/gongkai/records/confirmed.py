"""Days that readers count on, in any type of record: which fields hold one, and what they held before."""

from __future__ import annotations

import datetime as dt
from functools import cache

from gongkai.records.base import Record
from gongkai.records.parts import Move
from gongkai.records.references import marks
from gongkai.records.types import Confirmed


@cache
def confirmed_keys(record_type: type[Record]) -> dict[str, str]:
    """Key in the file → attribute of the fields marked ``Confirmed``, in their order."""
    found = {}
    for name, info in record_type.model_fields.items():
        said = (*info.metadata, *marks(info.annotation))
        if any(isinstance(each, Confirmed) for each in said):
            found[info.alias or name] = name
    return found


def moves_of(record: Record, key: str) -> tuple[Move, ...]:
    """The 日期变更 of one field as written, the oldest first."""
    return tuple(move for move in getattr(record, "moves", ()) if move.key == key)


def told_dates(record: Record, key: str) -> tuple[dt.date, ...]:
    """Every day readers were told for a field, the present one last."""
    day: dt.date | None = getattr(record, confirmed_keys(type(record))[key])
    before = tuple(move.old for move in moves_of(record, key))
    return before if day is None else (*before, day)
