"""同步率: of the policies that need an interpretation, how many came out with it on the same day."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context

ABOUT = About(
    name="解读同步率",
    order=20,
    kind=Kind.SHARE,
    measure="件",
    among="本栏目公布的、应当解读的政策（主动公开的规范性文件和政策性文件）",
    counted="最早的一份解读和政策同一天公布的（更早的也算）",
    dated="政策的发布日期",
    note="经批准不解读的不计。",
    other="没有同步",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each policy, by the day of its first interpretation."""
    for policy in context.interpreted:
        first = context.first_of(policy)
        yield Case(
            policy,
            policy.published_on,
            counted=int(first is not None and first.published_on <= policy.published_on),
            units=context.units_of(policy),
            note=f"{first.published_on} 公布解读" if first else "没有已经公布的解读",
            waived=first is None and context.is_waived("interpretation-missing", policy),
        )
