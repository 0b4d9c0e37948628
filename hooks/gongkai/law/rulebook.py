"""The rulebook as readers see it: every rule with what it holds for and what breaks it on the day."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.common.problems import Problem
from gongkai.records.base import Record
from gongkai.records.types.adjustment import Adjustment
from gongkai.records.types.standard import Floor, RuleForce, Standard
from gongkai.records.types.waiver import Waiver, WaiverState


@dataclass(frozen=True)
class Finding:
    """A breach readers may know of: the record it stands in (None: no record's) and the words, if any."""

    record: Record | None
    problem: Problem
    message: str


@dataclass(frozen=True)
class RuleEntry:
    """One rule on the day; ``looks_at``, ``wrong`` and ``remedy`` are what editors read."""

    standard: Standard
    force: RuleForce
    looks_at: str
    wrong: str
    remedy: str
    adjustment: Adjustment | None
    scope: tuple[Record, ...]
    broken: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    floor: Floor | None = None


@dataclass(frozen=True)
class WaiverEntry:
    """One waiver on the day: the record it means, the name of its rule, and how it stands."""

    waiver: Waiver
    rule: str
    record: Record | None
    state: WaiverState


@dataclass(frozen=True)
class Rulebook:
    """Every rule, in the order of the groups and then of the ids, and every waiver, by its end."""

    rules: tuple[RuleEntry, ...] = ()
    waivers: tuple[WaiverEntry, ...] = ()
