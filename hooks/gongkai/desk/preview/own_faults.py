"""A rule whose own code fails → a problem that says so and names the rule; the others go on."""

from __future__ import annotations

import traceback

from gongkai.common import faults
from gongkai.common.problems import Problem
from gongkai.records.types.standard import Standard
from gongkai.settings import read_state

#: stands for the file: none of the column's is at fault
PROGRAM = "程序"


def sentence(what: str, error: Exception) -> str:
    """What is told of a fault of the program; its report is written where those of others are."""
    return faults.own_fault(what, "".join(traceback.format_exception(error)), read_state)


class OwnFaults:
    """What failed in one check, a rule once."""

    def __init__(self) -> None:
        #: rule → what is told of it
        self.problems: dict[str, Problem] = {}

    def failed(self, rule: Standard, error: Exception) -> None:
        """The code of a rule failed; the report is written where those of other faults are."""
        if rule.slug in self.problems:
            return
        said = sentence(f"规则“{rule.title}”，{type(error).__name__}", error)
        self.problems[rule.slug] = Problem(
            rule=rule.slug,
            name=rule.title,
            path=PROGRAM,
            message=said,
            fix="内容不用改；这条规则没有查完，别的规则照常检查",
        )
