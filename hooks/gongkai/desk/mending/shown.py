"""A plan → what an editor is shown before anything is written: old line, new line, and why."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.common.problems import told
from gongkai.desk.alike import opcodes
from gongkai.desk.mending.planning import Filed, Plan

#: rows of a table that are shown
_MOST_ROWS = 20


def shown(plan: Plan) -> str:
    """File by file, every line that changes; personal numbers are hidden as in all that is told."""
    return told("\n".join(line for each in plan.files for line in _file(each)))


def _rows(before: list[str], after: list[str]) -> Iterator[str]:
    """The first rows that change; the rest, which change the same way, are counted."""
    changed = [at for at, row in enumerate(before) if row != after[at]]
    for at in changed[:_MOST_ROWS]:
        yield from (f"  {at + 1:>4} - {before[at]}", f"  {at + 1:>4} + {after[at]}")
    if len(changed) > _MOST_ROWS:
        yield f"       这样改的还有 {len(changed) - _MOST_ROWS} 行"


def _file(filed: Filed) -> Iterator[str]:
    yield filed.path if filed.path == filed.to else f"{filed.path} → {filed.to}"
    before, after = filed.old_text.splitlines(), filed.new_text.splitlines()
    if filed.path.endswith(".csv") and len(before) == len(after):
        yield from _rows(before, after)
        yield from (f"       因为：{why}" for why in dict.fromkeys(filed.whys))
        return
    for tag, low, high, new_low, new_high in opcodes(before, after):
        if tag == "equal":
            continue
        yield from (f"  {number + 1:>4} - {before[number]}" for number in range(low, high))
        yield from (f"  {number + 1:>4} + {after[number]}" for number in range(new_low, new_high))
    yield from (f"       因为：{why}" for why in dict.fromkeys(filed.whys))
