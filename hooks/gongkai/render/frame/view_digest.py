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
from operator import attrgetter
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
        self._sayings = _Sayings(self._saying)
        self._sayings.update(_PLAIN)
        self._sayings[tuple] = partial(self._row, "(")
        self._sayings[list] = partial(self._row, "[")
        self._sayings[dict] = partial(self._pairs, "{")
        self._sayings[Counter] = partial(self._pairs, "C{")
        self._sayings[defaultdict] = partial(self._pairs, "D{")
        self._sayings[frozenset] = partial(self._set, "<")
        self._sayings[set] = partial(self._set, "S<")
        #: records are frozen, and many pages show the same: where one stands → itself, and what it says
        self._records: dict[tuple[str, str, str, int | None], tuple[Any, str]] = {}

    def of(self, value: Any) -> bytes:
        """The digest; raises NoDigest."""
        return _digest(self._said(value))

    def _said(self, value: Any) -> str:
        said: list[str] = []
        self._sayings[type(value)](value, said.append)
        return "".join(said)

    def _saying(self, kind: type) -> Saying:
        """How values of a class of ours are said: what they are, and each of their fields."""
        name = f"{kind.__module__}.{kind.__qualname__};"
        if issubclass(kind, Enum):
            return lambda value, say: say(f"E{name}{value.name};")
        if issubclass(kind, type):
            return lambda value, say: say(f"Y{value.__module__}.{value.__qualname__};")
        if dataclasses.is_dataclass(kind):
            # what two values may differ in and be the same says nothing
            names = [each.name for each in dataclasses.fields(kind) if each.compare]
            return partial(self._fields, f"O{name}", _reading(names))
        if hasattr(kind, "model_fields"):
            return partial(self._record, f"R{name}", tuple(kind.model_fields))
        if issubclass(kind, tuple) and hasattr(kind, "_fields"):
            return partial(self._row, f"N{name}")
        raise NoDigest(name)

    # A page has a thousand values: each is one look into the table and one call, no more.

    def _row(self, begin: str, value: Any, say: Say) -> None:
        say(f"{begin}{len(value)};")
        for each in value:
            self._sayings[type(each)](each, say)

    def _pairs(self, begin: str, value: dict[Any, Any], say: Say) -> None:
        say(f"{begin}{len(value)};")
        for key, each in value.items():
            self._sayings[type(key)](key, say)
            self._sayings[type(each)](each, say)

    def _set(self, begin: str, value: Any, say: Say) -> None:
        say(f"{begin}{len(value)};")
        for said in sorted(map(self._said, value)):
            say(said)

    def _fields(self, begin: str, read: Callable[[Any], tuple[Any, ...]], value: Any, say: Say) -> None:
        say(begin)
        for each in read(value):
            self._sayings[type(each)](each, say)

    def _record(self, begin: str, names: tuple[str, ...], value: Any, say: Say) -> None:
        source = (value.__pydantic_private__ or {}).get("_source")
        if source is None:  # a part of a record
            say(self._whole(begin, names, value))
            return
        place = (begin, source.path, source.key, source.row)
        known = self._records.get(place)
        if known is None or known[0] is not value:
            known = self._records[place] = value, self._whole(begin, names, value)
        say(known[1])

    def _whole(self, begin: str, names: tuple[str, ...], value: Any) -> str:
        said: list[str] = [begin]
        fields = value.__dict__
        for each in (value.__pydantic_private__, value.__pydantic_extra__, *(fields[name] for name in names)):
            self._sayings[type(each)](each, said.append)
        return f"R{_digest(''.join(said)).hex()}"


class _Sayings(dict[type, Saying]):
    """How values of each type are said; of a type not met before it is found out."""

    def __init__(self, saying: Callable[[type], Saying]) -> None:
        super().__init__()
        self._saying = saying

    def __missing__(self, kind: type) -> Saying:
        found = self[kind] = self._saying(kind)
        return found


def _digest(said: str) -> bytes:
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _reading(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """All these fields of a value at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


#: whose values say all of themselves by one text, told from the next by its end or its length
_PLAIN: dict[type, Saying] = {
    type(None): lambda _, say: say("n"),
    bool: lambda value, say: say("t" if value else "f"),
    int: lambda value, say: say(f"i{value};"),
    float: lambda value, say: say(f"d{value!r};"),
    Decimal: lambda value, say: say(f"c{value};"),
    str: lambda value, say: say(f"s{len(value)}:{value}"),
    bytes: lambda value, say: say(f"b{len(value)}:{value.hex()}"),
    Markup: lambda value, say: say(f"m{len(value)}:" + str(value)),
    dt.date: lambda value, say: say(f"D{value.isoformat()};"),
    dt.time: lambda value, say: say(f"H{value!r};"),
    dt.datetime: lambda value, say: say(f"T{value!r};"),
    dt.timedelta: lambda value, say: say(f"L{value!r};"),
}
