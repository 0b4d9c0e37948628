"""Two Registers of one column → what the earlier one had registered, and the later one has not."""

from __future__ import annotations

from gongkai.column import announced_dates, announced_texts, kept_log
from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.gate import addresses

_REGISTERS = (addresses, announced_dates, announced_texts, kept_log)
FOLDERS = tuple(each.FOLDER.as_posix() for each in _REGISTERS)


def forgotten(before: Register, now: Register) -> list[Problem]:
    """What the registers of the two disagree about, which no look at one of them can tell."""
    return [problem for register in _REGISTERS for problem in register.forgotten(before, now)]
