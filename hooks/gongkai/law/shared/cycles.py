"""What leads to what → the circles in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def cycles(edges: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Every circle once, each from its smallest name on; without recursion, so that long chains pass."""
    found: set[tuple[str, ...]] = set()
    done: set[str] = set()
    for start in sorted(edges):
        if start not in done:
            found.update(_from(start, edges, done))
    return sorted(found)


def _from(start: str, edges: Mapping[str, Sequence[str]], done: set[str]) -> Iterator[tuple[str, ...]]:
    path: list[str] = [start]
    place = {start: 0}
    waiting = [iter(sorted(set(edges.get(start, ()))))]
    while waiting:
        following = next(waiting[-1], None)
        if following is None:
            waiting.pop()
            last = path.pop()
            del place[last]
            done.add(last)
        elif following in place:
            yield _turned(path[place[following] :])
        elif following not in done:
            place[following] = len(path)
            path.append(following)
            waiting.append(iter(sorted(set(edges.get(following, ())))))


def _turned(cycle: list[str]) -> tuple[str, ...]:
    smallest = cycle.index(min(cycle))
    return (*cycle[smallest:], *cycle[:smallest])
