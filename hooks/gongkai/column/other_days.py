"""The column as it stands on another day, made once for all who ask: much changes on the same few days."""

from __future__ import annotations

import datetime as dt
from weakref import WeakKeyDictionary

from gongkai.column.register import Register
from gongkai.common.asking import question

_known: WeakKeyDictionary[Register, dict[dt.date, Register]] = WeakKeyDictionary()


@question
def on(register: Register, day: dt.date) -> Register:
    """The same column on a day, by what is known on the Register's own."""
    known = _known.setdefault(register, {})
    if day not in known:
        known[day] = register.on(day)
    return known[day]
