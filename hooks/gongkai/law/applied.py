"""The law applied to what readers have on the day, as plain values: pages are handed these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gongkai.column.register.retention import Terms
from gongkai.common.problems import Problem
from gongkai.law.duties import Duty
from gongkai.law.figures import Measured
from gongkai.law.matrix import Matrix
from gongkai.law.rulebook import Rulebook


@dataclass(frozen=True)
class Applied:
    """What is owed, what is measured, what the rules found.

    Without ``rulebook`` or ``retention`` a column has no such pages.
    """

    duties: Sequence[Duty] = ()
    #: id → the figure of 公开质量
    figures: Mapping[str, Measured] = field(default_factory=dict)
    rulebook: Rulebook | None = None
    #: the problems that waivers let pass
    waived: Sequence[Problem] = ()
    #: which unit owes what, and where each stands
    matrix: Matrix = field(default_factory=Matrix)
    #: when records are filed and handed over
    retention: Terms | None = None
