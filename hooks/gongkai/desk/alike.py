"""Two texts line by line → which lines are alike and which are not, in a time that a long text allows.

A document of three hundred pages has thousands of empty lines, and who compares each with each waits for a
minute; most texts that are compared here differ in a few lines of their head.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile

#: in more lines than these, those that stand in it all the time are matched by what stands beside them
_MANY = 1_000

Opcode = tuple[str, int, int, int, int]


def opcodes(before: Sequence[str], after: Sequence[str]) -> list[Opcode]:
    """What becomes of the lines, as ``difflib`` says it: equal, replace, delete, insert, with bounds."""
    most = min(len(before), len(after))
    head = _alike(zip(before, after, strict=False))
    tail = min(most - head, _alike(zip(reversed(before), reversed(after), strict=False)))
    between = before[head : len(before) - tail], after[head : len(after) - tail]
    matcher = SequenceMatcher(None, *between, autojunk=len(between[1]) > _MANY)
    found: list[Opcode] = [("equal", 0, head, 0, head)] if head else []
    found += [
        (tag, low + head, high + head, new_low + head, new_high + head)
        for tag, low, high, new_low, new_high in matcher.get_opcodes()
    ]
    ends = (len(before) - tail, len(before), len(after) - tail, len(after))
    return [*found, ("equal", *ends)] if tail else found


def _alike(pairs: zip[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
