"""The record types, one file each; found by looking, so a new type is one new file."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from gongkai.records import types
from gongkai.records.base import ContentRecord, Record


@cache
def record_types() -> tuple[type[Record], ...]:
    """Every concrete record type of ``records/types``, by name of type."""
    found: dict[str, type[Record]] = {}
    for module in pkgutil.iter_modules(types.__path__):
        loaded = importlib.import_module(f"{types.__name__}.{module.name}")
        for value in vars(loaded).values():
            if isinstance(value, type) and issubclass(value, Record) and "TYPE" in vars(value):
                found[value.TYPE] = value
    return tuple(found[name] for name in sorted(found))


@cache
def listed_types() -> tuple[type[ContentRecord], ...]:
    """The types that have a list of their own, in the order of the columns."""
    types = [t for t in record_types() if issubclass(t, ContentRecord) and t.LISTED]
    return tuple(sorted(types, key=lambda t: (t.ORDER, t.TYPE)))
