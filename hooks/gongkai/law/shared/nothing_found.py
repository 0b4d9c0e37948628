"""Records in which a search found nothing, remembered from one check to the next.

A search goes by one record and by what it is handed with it, and cannot ask the Register: where these are as
they were, it finds nothing again. What was found is never remembered, so a record with a fault is looked at
each time. The code is part of what is remembered by (``Kept``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import TypeVar

from gongkai.column.register import Register
from gongkai.common.kept import Kept
from gongkai.common.problems import Problem
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard

R = TypeVar("R", bound=Record)
T = TypeVar("T")

#: bytes of a digest; the file in which all is kept
_LONG, _FILE = 16, "nothing-found"


class Memory:
    """Which searches found nothing, by all that a record says; a bit for each search.

    One is for one check after another: of the same column on another day, of a column that is edited.
    """

    def __init__(self, kept: Kept | None = None) -> None:
        """``kept``: what another run remembered, and where this is kept for the next."""
        self._kept = kept or Kept()
        self._key = self._kept.key(b"nothing found")
        names, self._before = _unpacked(self._kept.get(self._key) or b"")
        #: search → its bit
        self._bits = {name: 1 << place for place, name in enumerate(names)}
        self._now: dict[bytes, int] = {}
        #: a record is asked about by many searches: where one stands → itself, and the digest
        self._said: dict[tuple[str, int | None], tuple[Record, bytes]] = {}

    def knows(self, search: str, about: bytes) -> bool:
        """Whether this search found nothing about it before; if so, that is remembered further."""
        bit = self._bits.get(search, 0)
        now = self._now.get(about, 0)
        if not (self._before.get(about, 0) | now) & bit:
            return False
        self._now[about] = now | bit
        return True

    def add(self, search: str, about: bytes) -> None:
        """This search found nothing about it."""
        bit = self._bits.setdefault(search, 1 << len(self._bits))
        self._now[about] = self._now.get(about, 0) | bit

    def digest(self, record: Record) -> bytes:
        """Of all that a record says, and of where it stands."""
        place = record.source.path, record.source.row
        known = self._said.get(place)
        if known is None or known[0] is not record:
            known = self._said[place] = record, _digest(record)
        return known[1]

    def save(self) -> None:
        """Only what was asked or found since the last time; no harm where it cannot be."""
        self._before, now = self._now, self._now
        self._now = {}
        self._kept.put(self._key, _packed([*self._bits], now))
        self._kept.save(_FILE)
        self._kept.only([_FILE])


_memory: ContextVar[Memory | None] = ContextVar("nothing_found", default=None)


@contextmanager
def remembering(memory: Memory) -> Iterator[None]:
    """What is searched meanwhile, in any number of checks, is remembered; what was not asked is forgotten."""
    before = _memory.set(memory)
    try:
        yield
    finally:
        _memory.reset(before)
    memory.save()


def found_in(search: str, find: Callable[[], Iterable[T]], record: Record, *given: str) -> Sequence[T]:
    """What ``find`` finds, which looks at the record and at what is given and at nothing else.

    ``search`` tells it from others.
    """
    memory = _memory.get()
    if memory is None:
        return [*find()]
    about = memory.digest(record)
    if given:
        about = hashlib.blake2b("\0".join(given).encode() + about, digest_size=_LONG).digest()
    if memory.knows(search, about):
        return ()
    found = [*find()]
    if not found:
        memory.add(search, about)
    return found


def each_alone(
    records: Callable[[Register], Iterable[R]], look: Callable[[Standard, R], Iterable[Problem]]
) -> Callable[[Register, Standard], Iterator[Problem]]:
    """The check of a rule that looks at these records one by one and at nothing beside them."""

    def check(register: Register, rule: Standard) -> Iterator[Problem]:
        memory = _memory.get()
        search = f"{look.__module__}:{look.__qualname__} {memory.digest(rule).hex() if memory else ''}"
        for record in records(register):
            yield from found_in(search, partial(look, rule, record), record)

    return check


def _digest(record: Record) -> bytes:
    source = record.source
    place = (type(record).__qualname__, source.path, source.key, str(source.row), str(source.body_line))
    said = "\0".join((*place, record.model_dump_json(), source.body))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=_LONG).digest()


def _packed(searches: Sequence[str], table: dict[bytes, int]) -> bytes:
    """A line with the searches, then of each record its digest and its bits."""
    wide = -(-len(searches) // 8)
    rows = b"".join(about + bits.to_bytes(wide, "little") for about, bits in table.items())
    return json.dumps(searches).encode() + b"\n" + rows


def _unpacked(piece: bytes) -> tuple[list[str], dict[bytes, int]]:
    if not piece:
        return [], {}
    head, _, rows = piece.partition(b"\n")
    searches: list[str] = json.loads(head)
    wide = _LONG - (-len(searches) // 8)
    found = {
        rows[at : at + _LONG]: int.from_bytes(rows[at + _LONG : at + wide], "little")
        for at in range(0, len(rows), wide)
    }
    return searches, found
