"""What editors write → typed records: the types, the fields they are made of, the closed lists of terms."""

from __future__ import annotations

from functools import cache

from gongkai.common import discovery
from gongkai.records import types
from gongkai.records.base import ContentRecord, Record
from gongkai.records.traits import Trait


@cache
def record_types() -> tuple[type[Record], ...]:
    """Every concrete record type of ``records/types``, by name of type."""
    found = discovery.classes(types.__name__, Record, parts=("TYPE",))
    return tuple(sorted(found, key=lambda each: each.TYPE))


@cache
def content_types() -> tuple[type[ContentRecord], ...]:
    """The types whose records are pages with a text, in the order of the columns."""
    found = discovery.classes(types.__name__, ContentRecord, parts=("TYPE", "COLUMN", "TRAITS"))
    return tuple(sorted(found, key=lambda each: (each.ORDER, each.TYPE)))


@cache
def listed_types() -> tuple[type[ContentRecord], ...]:
    """The types that have a list of their own, in the order of the columns."""
    found = [each for each in content_types() if each.LISTED]
    if lacking := [each.__qualname__ for each in found if "GROUP" not in vars(each)]:
        raise discovery.IncompleteModule(f"{', '.join(lacking)} lacks GROUP; a type with a list has one.")
    return tuple(found)


@cache
def types_with(trait: Trait) -> tuple[type[ContentRecord], ...]:
    """The types of which a trait holds, in the order of the columns."""
    return tuple(each for each in content_types() if trait in each.TRAITS)
