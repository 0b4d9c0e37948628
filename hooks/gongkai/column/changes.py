"""What became of each article from version to version, and what is known and stands in none of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from gongkai.column.amendments import Amendment
from gongkai.column.versions import Version
from gongkai.text.amend import Address, Operation, read_address
from gongkai.text.amend.address import ADDRESS
from gongkai.text.compare import Change, compare
from gongkai.text.tree import Node

_KEPT = frozenset((Change.SAME, Change.GONE))
_AS_BEFORE = frozenset((Change.SAME, Change.MOVED))


@dataclass(frozen=True, slots=True)
class Touched:
    """What last became of an article: in which version, by whom; ``id``: its own there, ``before``: its
    number until then where that was another.
    """

    change: Change
    version: Version
    by: tuple[Amendment, ...]
    id: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something known that no version has: the article where it is known (else ""), its words, and why."""

    by: Amendment
    article: str
    words: str
    why: str


def touched(found: Iterable[Version]) -> dict[str, Touched]:
    """The ids of the articles of the last of these versions → what last became of them, if anything."""
    told: dict[str, Touched] = {}
    for before, after in pairwise(found):
        now: dict[str, Touched] = {}
        for pair in compare(before.text.governing, after.text.governing, by_number=True):
            if pair.new is None:
                continue
            if pair.change in _KEPT and pair.old and pair.old.id in told:
                now[pair.new.id] = told[pair.old.id]
            elif pair.change not in _KEPT:
                now[pair.new.id] = _touched(pair.change, after, pair.new, pair.old)
        told = now
    return told


def since(found: Iterable[Version], base: Version) -> dict[str, tuple[str, dt.date | None]]:
    """The ids of the articles of one version → their ids in the last, and from when they read otherwise.

    Articles that are gone are missing; one that only has another number reads as before.
    """
    later = [each for each in found if each.begins >= base.begins]
    told: dict[str, tuple[str, dt.date | None]] = {
        node.id: (node.id, None) for node in base.text.governing.articles
    }
    for before, after in pairwise(later):
        pairs = compare(before.text.governing, after.text.governing, by_number=True)
        now = {each.old.id: each for each in pairs if each.old and each.new}
        told = {
            first: (pair.new.id, day if pair.change in _AS_BEFORE else day or after.begins)
            for first, (id_, day) in told.items()
            if (pair := now.get(id_)) and pair.new
        }
    return told


def coming(now: Version, after: Version) -> dict[str, Change]:
    """The ids of the articles of a version → what becomes of them in a later one."""
    pairs = compare(now.text.governing, after.text.governing, by_number=True)
    return {pair.old.id: pair.change for pair in pairs if pair.old and pair.change is not Change.SAME}


def _touched(change: Change, version: Version, new: Node, old: Node | None) -> Touched:
    numbers = {each.number for each in (new, old) if each}
    named = tuple(each for each in version.by if _names(each, numbers))
    moved = old.label if old and old.number != new.number else ""
    return Touched(change, version, named or version.by, new.id, moved)


def _names(amendment: Amendment, numbers: set[tuple[int, ...]]) -> bool:
    """Whether it says that it changes one of these articles."""
    places = [at for each in amendment.operations for at in (*each.at, *filter(None, (each.to,)))]
    approved = filter(None, (read_address(each.article) for each in amendment.relation.approved))
    return any(at.article in numbers for at in (*places, *approved))


def missing(version: Version) -> Iterator[Missing]:
    """What is known to change the text into this version and was not written into it."""
    for remark in version.remarks:
        if not remark.applied:
            by = next(each for each in version.by if _has(each, remark.operation))
            yield Missing(by, _label(remark.operation), remark.operation.words, remark.message)
    for amendment in version.by:
        for item in amendment.unread:
            place = re.search(ADDRESS, item.words)
            yield Missing(amendment, _article(place[0]) if place else "", item.words, "")
        if not (amendment.known or amendment.unread):
            yield Missing(amendment, "", "", "")


def _has(amendment: Amendment, operation: Operation) -> bool:
    return operation in (*amendment.operations, *amendment.unconfirmed)


def _label(operation: Operation) -> str:
    return Address(operation.at[0].article).words if operation.at else ""


def _article(words: str) -> str:
    place = read_address(words)
    return Address(place.article).words if place else ""
