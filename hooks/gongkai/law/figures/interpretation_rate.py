"""解读率: of the policies that need an interpretation, how many have one."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.law.shared.policy_likeness import like_a_policy

ABOUT = About(
    name="解读率",
    order=10,
    kind=Kind.SHARE,
    measure="件",
    among="本栏目公布的、应当解读的政策（主动公开的规范性文件和政策性文件，像政策而没有认作政策性文件的也在内）",
    counted="已经公布解读的",
    dated="政策的发布日期",
    note="经批准不解读的，在豁免里公开理由，既不算进分母，也不算进分子。解读还没有到公布日期的，算没有解读。",
    other="没有解读",
)
#: a document that was found to be no policy after all is waived by the rule that took it for one
_EXCUSES = ("interpretation-missing", "policy-likeness")


def cases(context: Context) -> Iterator[Case]:
    """A case for each policy; waived where the rule that asks for an interpretation is."""
    for policy in [*context.interpreted, *context.escaped]:
        first = context.first_of(policy)
        escaped = "" if policy.needs_interpretation else f"{like_a_policy(policy)}，没有认作政策性文件；"
        note = f"{first.published_on} 公布解读" if first else f"{escaped}没有已经公布的解读"
        yield Case(
            policy,
            policy.published_on,
            counted=int(first is not None),
            units=context.units_of(policy),
            note=note,
            waived=first is None and any(context.is_waived(rule, policy) for rule in _EXCUSES),
        )
