"""第一解读人率: of the interpreted policies, how many were explained by the head of the unit."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context

ABOUT = About(
    name="第一解读人率",
    order=50,
    kind=Kind.SHARE,
    measure="件",
    among="已经公布解读的、应当解读的政策",
    counted="有一份解读由主要负责人（第一解读人）作出的",
    dated="政策的发布日期",
    note="是不是主要负责人，照解读里“是否第一解读人”的登记。",
    other="不是主要负责人解读",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each policy that has an interpretation."""
    for policy in context.interpreted:
        found = context.register.interpretations_of(policy)
        first = next((each for each in found if each.first_interpreter), None)
        if found:
            who = " ".join(filter(None, (first.position, first.person))) if first else ""
            yield Case(
                policy,
                policy.published_on,
                counted=int(first is not None),
                units=context.units_of(policy),
                note=f"主要负责人解读{f'（{who}）' if who else ''}" if first else "不是主要负责人解读",
            )
