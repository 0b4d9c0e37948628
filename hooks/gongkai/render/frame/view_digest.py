"""A view → a digest of all it says: the same digest, the same words on the page.

Only values are read that say all of themselves. Anything else – a function, a register, a type not known
here – has no digest, and its page is made each time.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any

from markupsafe import Markup

Say = Callable[[str], None]
#: how the values of one type are said
Saying = Callable[[Any, Say], None]


class NoDigest(Exception):
    """A value that does not say all of itself."""


class Digests:
    """Tells values apart by all they say; what records say is worked out once."""

    def __init__(self) -> None:
        self._sayings: dict[type, Saying] = {
            **_PLAIN,
            tuple: partial(self._row, "("),
            list: partial(self._row, "["),
            dict: partial(self._pairs, "{"),
            Counter: partial(self._pairs, "C{"),
            defaultdict: partial(self._pairs, "D{"),
            frozenset: partial(self._set, "<"),
            set: partial(self._set, "S<"),
        }
        #: records are frozen, and many pages show the same: where one stands → itself, and what it says
        self._records: dict[tuple[str, ...], tuple[Any, str]] = {}

    def of(self, value: Any) -> bytes:
        """The digest; raises NoDigest."""
        return _digest(self._said(value))

    def _said(self, value: Any) -> str:
        said: list[str] = []
        self._tell(value, said.append)
        return "".join(said)

    def _tell(self, value: Any, say: Say) -> None:
        kind = type(value)
        saying = self._sayings.get(kind)
        if saying is None:
            saying = self._sayings[kind] = self._saying(kind)
        saying(value, say)

    def _saying(self, kind: type) -> Saying:
        """How values of a class of ours are said: what they are, and each of their fields."""
        name = f"{kind.__module__}.{kind.__qualname__};"
        if issubclass(kind, Enum):
            return lambda value, say: say(f"E{name}{value.name};")
        if issubclass(kind, type):
            return lambda value, say: say(f"Y{value.__module__}.{value.__qualname__};")
        if dataclasses.is_dataclass(kind):
            # what two values may differ in and be the same says nothing
            names = tuple(each.name for each in dataclasses.fields(kind) if each.compare)
            return partial(self._fields, f"O{name}", names)
        if hasattr(kind, "model_fields"):
            return partial(self._record, f"R{name}", tuple(kind.model_fields))
        if issubclass(kind, tuple) and hasattr(kind, "_fields"):
            return partial(self._row, f"N{name}")
        raise NoDigest(name)

    def _row(self, begin: str, value: Any, say: Say) -> None:
        say(f"{begin}{len(value)};")
        for each in value:
            self._tell(each, say)

    def _pairs(self, begin: str, value: dict[Any, Any], say: Say) -> None:
        say(f"{begin}{len(value)};")
        for key, each in value.items():
            self._tell(key, say)
            self._tell(each, say)

    def _set(self, begin: str, value: Any, say: Say) -> None:
        say(f"{begin}{len(value)};")
        for said in sorted(map(self._said, value)):
            say(said)

    def _fields(self, begin: str, names: tuple[str, ...], value: Any, say: Say) -> None:
        say(begin)
        for name in names:
            self._tell(getattr(value, name), say)

    def _record(self, begin: str, names: tuple[str, ...], value: Any, say: Say) -> None:
        source = (value.__pydantic_private__ or {}).get("_source")
        if source is None:  # a part of a record
            say(self._whole(begin, names, value))
            return
        place = (begin, source.path, source.key, str(source.row))
        known = self._records.get(place)
        if known is None or known[0] is not value:
            known = self._records[place] = value, self._whole(begin, names, value)
        say(known[1])

    def _whole(self, begin: str, names: tuple[str, ...], value: Any) -> str:
        said: list[str] = [begin]
        for each in (value.__pydantic_private__, value.__pydantic_extra__):
            self._tell(each, said.append)
        for name in names:
            self._tell(value.__dict__[name], said.append)
        return f"R{_digest(''.join(said)).hex()}"


def _digest(said: str) -> bytes:
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _text(begin: str, value: str, say: Say) -> None:
    say(f"{begin}{len(value)}:")
    say(value)


#: whose values say all of themselves by one text, told from the next by its end or its length
_PLAIN: dict[type, Saying] = {
    type(None): lambda _, say: say("n"),
    bool: lambda value, say: say("t" if value else "f"),
    int: lambda value, say: say(f"i{value};"),
    float: lambda value, say: say(f"d{value!r};"),
    Decimal: lambda value, say: say(f"c{value};"),
    str: partial(_text, "s"),
    bytes: lambda value, say: _text("b", value.hex(), say),
    Markup: lambda value, say: _text("m", str(value), say),
    dt.date: lambda value, say: say(f"D{value.isoformat()};"),
    dt.time: lambda value, say: say(f"H{value!r};"),
    dt.datetime: lambda value, say: say(f"T{value!r};"),
    dt.timedelta: lambda value, say: say(f"L{value!r};"),
}
