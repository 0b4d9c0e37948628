"""Numbers found → what is told of them: each that may not stand there, serials once a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from gongkai.common.personal import MOBILE, Sort, masked, seeming
from gongkai.common.problems import Level
from gongkai.law.shared.personal_places import Spot
from gongkai.law.shared.personal_severity import Scale, exception_hint

#: of more numbers than this in one file the places are not told
LISTED = 20
_OFFICE = "；是单位的公务手机的，写进单位文件的“对外电话”，各处就不再报"

Where = TypeVar("Where")
Kinds = dict[tuple[str, str], list[tuple[Spot, Where]]]


@dataclass(frozen=True)
class Parcel(Generic[Where]):
    """Numbers that one problem tells: the first and where it stands, none for those not listed."""

    level: Level
    kind: str
    count: int = 1
    spot: Spot | None = None
    where: Where | None = None

    @property
    def message(self) -> str:
        """What is there, the number masked."""
        if self.level is not Level.NOTICE and self.spot is None:
            return f"这样的号码还有 {self.count} 处，没有一一列出"
        first = masked(self.spot.number) if self.spot else ""
        if self.count == 1 and first:
            return f"有{self.kind} {first}"
        return f"有{self.kind} {self.count} 个" + (f"，第一个是 {first}" if first else "")

    def fix(self, remedy: str, before: str = "") -> str:
        """The remedy: the rule's own for what may not stay, with the ways that let a number stay."""
        if self.level is Level.NOTICE:
            return f"是编号的不用改；是人的{seeming(self.kind)}的删去或遮盖"
        office = _OFFICE if self.kind == MOBILE else ""
        return f"{before}{remedy}{office}{exception_hint(self.spot) if self.spot else ''}"


def parcels(
    found: Iterable[tuple[Spot, Where]],
    scale: Scale,
    more: Mapping[Sort, int] | None = None,
    listed: int | None = None,
) -> Iterator[Parcel[Where]]:
    """What is told of the numbers of one file with a number ``more``, or of many files without.

    What may be a serial is told once a file and kind: a column of serials is one question, not a thousand.
    """
    serials: Kinds[Where] = {}
    refused = 0
    for spot, where in found:
        weight = scale.weight(spot)
        if weight is Level.NOTICE:
            serials.setdefault((spot.file, spot.kind), []).append((spot, where))
        elif weight is not None:
            refused += 1
            if listed is None or refused <= listed:
                yield Parcel(weight, spot.kind, 1, spot, where)
    unlisted = Counter({scale.level: max(0, refused - listed)} if listed is not None else {})
    doubtful: Counter[str] = Counter()
    for sort, count in (more or {}).items():
        weight = scale.weight_of(sort)
        if weight is Level.NOTICE:
            doubtful[sort.kind] += count
        elif weight is not None:
            unlisted[weight] += count
    yield from (Parcel(level, "", count) for level, count in unlisted.items() if count)
    yield from _serials(serials, doubtful)


def _serials(listed: Kinds[Where], more: Counter[str]) -> Iterator[Parcel[Where]]:
    for (_, kind), held in listed.items():
        spot, where = held[0]
        yield Parcel(Level.NOTICE, kind, len(held) + more.pop(kind, 0), spot, where)
    yield from (Parcel(Level.NOTICE, kind, count) for kind, count in more.items())
