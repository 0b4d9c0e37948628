"""A waiver → the records its 对象 may mean, and those it excuses on the day."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.column.register import Register
from gongkai.records.base import Record
from gongkai.records.types.waiver import Waiver

Place = tuple[str, int | None]


def subjects(register: Register, name: str) -> list[Record]:
    """The records a waiver's 对象 may mean: by path, id, file name, 发文字号 or title."""
    text = name.strip()
    for record in _named_records(register):
        if text in {record.source.path, record.id}:
            return [record]
    by_slug: list[Record] = [r for r in _named_records(register) if r.source.row is None and r.slug == text]
    found = by_slug or list(register.policy_names.all(text))
    entry = register.entry(text)
    return found or ([entry] if entry else [])


def waived_place(register: Register, waiver: Waiver) -> Place | None:
    """Which problems a waiver in force covers: those of a whole file (row None), or of one row.

    None when it has ended, or it is not clear which record it means. A path that is no record's is
    taken as it is: a problem may be that of a folder, as of a section in which there is nothing.
    """
    if waiver.expires_on < register.today:
        return None
    found = subjects(register, waiver.record)
    path = waiver.record.strip().rstrip("/")
    if not found and path.startswith(("content/", "data/")):
        return (path, None)
    if len(found) != 1:
        return None
    source = found[0].source
    return (source.path, None if waiver.record.strip() == source.path else source.row)


def excused(register: Register, rule: str) -> set[Place]:
    """The places that waivers in force free from a rule."""
    places = (waived_place(register, each) for each in register.waivers if each.rule == rule)
    return {place for place in places if place is not None}


def _named_records(register: Register) -> Iterator[Record]:
    yield from register.content
    yield from register.units
    yield from register.catalogue
    yield from register.moved


def public_waivers(register: Register) -> list[Waiver]:
    """The waivers that name nothing readers may not see yet."""
    named = ((waiver, subjects(register, waiver.record)) for waiver in register.waivers)
    return [waiver for waiver, found in named if all(r.is_public(register.today) for r in found)]
