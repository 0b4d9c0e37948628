"""The record types, one file each; found by looking, so a new type is one new file."""

from __future__ import annotations

from functools import cache

from gongkai.common import discovery
from gongkai.records import types
from gongkai.records.base import ContentRecord, Record


@cache
def record_types() -> tuple[type[Record], ...]:
    """Every concrete record type of ``records/types``, by name of type."""
    found = discovery.classes(types.__name__, Record, parts=("TYPE",))
    return tuple(sorted(found, key=lambda each: each.TYPE))


@cache
def listed_types() -> tuple[type[ContentRecord], ...]:
    """The types that have a list of their own, in the order of the columns."""
    types = [t for t in record_types() if issubclass(t, ContentRecord) and t.LISTED]
    return tuple(sorted(types, key=lambda t: (t.ORDER, t.TYPE)))
