"""What each stage of a build costs: CPU seconds of all its processes, and the memory of the largest so far.

Seconds by the clock say little on a shared machine. What child processes took is known when they have ended,
so it counts for the stage in which they are waited for. Nothing is kept unless ``begin`` was called.
"""

from __future__ import annotations

import os
import resource
from dataclasses import dataclass

#: set to have the costs listed at the end of a build
VARIABLE = "GONGKAI_PROFILE"


@dataclass(frozen=True)
class Stage:
    """One stage as it was over: its name, CPU seconds and the most memory until then, in MB."""

    name: str
    cpu: float
    peak: float


_over: list[Stage] | None = None
_before = 0.0


def begin() -> None:
    """Count from here; what the process took to start belongs to the first stage."""
    global _over, _before
    _over, _before = [], 0.0


def passed(name: str) -> None:
    """The stage of this name is over; what comes belongs to the next."""
    global _before
    if _over is not None:
        now = sum(os.times()[:4])
        _over.append(Stage(name, now - _before, _peak()))
        _before = now


def stages() -> tuple[Stage, ...]:
    """What is over so far, in order."""
    return tuple(_over or ())


def listed(found: tuple[Stage, ...]) -> str:
    """A line for each stage: CPU seconds, their share of the whole, memory, name; the whole last."""
    whole = sum(each.cpu for each in found) or 1.0
    rows = [
        *found,
        Stage("合计", sum(each.cpu for each in found), max((each.peak for each in found), default=0)),
    ]
    lines = (f"{each.cpu:8.2f}{each.cpu / whole:9.1%}{each.peak:11.0f}  {each.name}" for each in rows)
    return "\n".join((" CPU 秒     占比 内存最多 MB  哪一步", *lines))


def _peak() -> float:
    """The largest process so far, this one or one that has ended."""
    found = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(who).ru_maxrss for who in found) / 1024
