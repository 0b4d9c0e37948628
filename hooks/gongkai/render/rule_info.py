"""What rendering is given of rules and waivers, by a room it does not know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from gongkai.common.problems import Problem
from gongkai.records.base import Record
from gongkai.records.types.adjustment import Adjustment
from gongkai.records.types.standard import Floor, RuleForce, Standard
from gongkai.records.types.waiver import Waiver, WaiverState


class FindingInfo(Protocol):
    """A breach readers may know of; ``message`` is empty where it would name what is not public."""

    @property
    def record(self) -> Record | None: ...
    @property
    def problem(self) -> Problem: ...
    @property
    def message(self) -> str: ...


class RuleInfo(Protocol):
    """One rule on the day, what it holds for, and what breaks it."""

    @property
    def standard(self) -> Standard: ...
    @property
    def force(self) -> RuleForce: ...
    @property
    def looks_at(self) -> str: ...
    @property
    def wrong(self) -> str: ...
    @property
    def remedy(self) -> str: ...
    @property
    def adjustment(self) -> Adjustment | None: ...
    @property
    def floor(self) -> Floor | None: ...
    @property
    def scope(self) -> Sequence[Record]: ...
    @property
    def broken(self) -> Sequence[FindingInfo]: ...
    @property
    def waived(self) -> Sequence[FindingInfo]: ...


class WaiverInfo(Protocol):
    """One waiver on the day: the record it means and the name of its rule."""

    @property
    def waiver(self) -> Waiver: ...
    @property
    def rule(self) -> str: ...
    @property
    def record(self) -> Record | None: ...
    @property
    def state(self) -> WaiverState: ...


class RulebookInfo(Protocol):
    """Every rule and waiver, as readers may know them."""

    @property
    def rules(self) -> Sequence[RuleInfo]: ...
    @property
    def waivers(self) -> Sequence[WaiverInfo]: ...
