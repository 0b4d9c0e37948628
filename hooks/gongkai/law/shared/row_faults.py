"""Faults of the rows of a table → one finding for each fault of a file, however many rows have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from gongkai.column.register import TableFile

#: a day of a row, and the other day that is held against it → what is wrong with them, "" for nothing
Fault = Callable[[str, str], str]
#: two days of rows → the line in which they stand first, and in how many rows
Spans = Mapping[tuple[str, str], tuple[int, int]]


def told(table: TableFile, spans: Spans, fault: Fault) -> Iterator[str]:
    """How many rows of a file have each fault, and the first of them; rows without the first day pass."""
    found: dict[str, list[tuple[int, int]]] = {}
    for (day, other), place in spans.items():
        if day and (wrong := fault(day, other)):
            found.setdefault(wrong, []).append(place)
    name = table.path.rsplit("/", 1)[-1]
    for wrong, places in sorted(found.items()):
        count, line = sum(count for _, count in places), min(line for line, _ in places)
        yield f"{name} 有 {count} 行{wrong}，最早的是第 {line} 行"
